#include "actors/contract.h"
#include "inquiry/validate/cases/list.h"

namespace entente::inquiry {
namespace {

/// p0 = .4, cP = .1, k = .3; the protégé's own gain is what changes.
actors::Window window_of(double revision_gain, bool conditional) {
  return actors::window(
      {.alone = 0.4, .war_cost_protege = 0.1, .crisis_cost = 0.3, .revision_gain = revision_gain},
      conditional);
}

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const actors::Window content = window_of(0.1, false), greedy = window_of(0.2, false);
  return {near("deters from (tau*)", 0.4, content.deters, 1e-12),
          near("emboldens from (tau_E), w = .1", 0.6, content.emboldens, 1e-12),
          near("window from, w = .1", 0.4, content.low, 1e-12),
          near("window to, w = .1", 0.6, content.high, 1e-12),
          near("emboldens from (tau_E), w = .2", 0.1, greedy.emboldens, 1e-12),
          same("a window, w = .2, unconditional", false, greedy.opens),
          same("a window, w = .2, conditional", true, window_of(0.2, true).opens)};
}

}  // namespace

const Case entrapment_case{
    "entrapment",
    "The window of firmness in which a promise deters without freeing the protégé.",
    "Benson, Meirowitz and Ramsay 2014",
    "A reduced form of ours after Benson, Meirowitz and Ramsay (2014), Journal of Conflict "
    "Resolution 58; worked by hand",
    "derived",
    run};

}  // namespace entente::inquiry
