#include "actors/proxy.h"

namespace entente::actors {

Stakes proxied(Stakes stakes, const Proxy& proxy) {
  const double found_out = proxy.link * proxy.attribution;
  const double pays = found_out + 1 - proxy.link;
  stakes.loss *= pays;
  stakes.cost_patron *= pays;
  stakes.nuclear_cost *= found_out;
  return stakes;
}

}  // namespace entente::actors
