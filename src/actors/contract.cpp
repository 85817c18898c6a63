#include "actors/contract.h"

#include <algorithm>
#include <limits>

namespace entente::actors {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();
constexpr double kRounding = 1e-12;  // Bounds that meet in the mathematics meet in doubles too.

double over(double a, double b) { return b > 0 ? a / b : kEndless; }

}  // namespace

Window window(const Contract& c, bool conditional) {
  Window found;
  found.deters = 1 - c.alone + c.war_cost_protege - c.crisis_cost;
  found.credible = over(c.value, c.cost_firmness);
  found.emboldens = over(c.war_cost_protege, c.revision_gain) - c.alone;
  found.low = std::max(0.0, found.deters);
  found.high = std::min(found.credible, 1 - c.alone);
  if (!conditional) found.high = std::min(found.high, found.emboldens);
  found.opens = found.low <= found.high + kRounding;
  return found;
}

bool frees(const Window& window, double firmness, bool conditional) {
  return !conditional && firmness > window.emboldens;
}

}  // namespace entente::actors
