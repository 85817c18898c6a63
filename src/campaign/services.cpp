#include "campaign/services.h"

#include "base/stream.h"

namespace entente::campaign {

bool is_element_service(std::string_view service) {
  return service == "tanker" || service == "lift";
}

Knob share_knob(const world::Dependency& row, const Symbols& symbols) {
  return {row.share, name_hash({"hold", symbols.name(row.user), symbols.name(row.element),
                                symbols.name(row.service), symbols.name(row.supplier)})};
}

Knob lapse_knob(const world::Dependency& row, const Symbols& symbols) {
  return {row.lapse_days, name_hash({"lapse", symbols.name(row.service)})};
}

}  // namespace entente::campaign
