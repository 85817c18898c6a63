#include "analysis/ledger/weights.h"

#include <algorithm>

#include "campaign/trade/kept.h"

namespace entente::analysis {

using world::Uncertain;

Result<Weights> weigh(campaign::Question& question, const scenario::Library& library,
                      bool by_trade) {
  Weights found;
  found.by_trade = by_trade;
  found.known = !library.world.corridors.empty();
  if (by_trade && !found.known)
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "the library has no corridors of trade",
                 "add corridors.csv and trade.csv, or leave --weights scenario"};
  double weights = 0, risks = 0;
  campaign::TradeKept trade(library, {});
  for (const campaign::PlaceCase& place : question.situation.places) {
    const Uncertain& own = place.weight.range;
    const double risk = found.known ? 100 - trade.under({place.name}) : 0;
    found.all.push_back({place.name, own, own, risk});
    weights += own.value;
    risks += risk;
  }
  if (!by_trade) return found;
  if (risks <= 0)
    return Error{Code::bad_value,
                 {"arguments", 0, 0},
                 "no contingency of the scenario puts trade at risk",
                 "say in trade.csv which straits each closes, or leave --weights scenario"};
  for (std::size_t c = 0; c < found.all.size(); ++c) {
    Weights::One& one = found.all[c];
    const double wanted = weights * one.at_risk / risks;
    const auto mixed = [&](double own, double share) { return (1 - share) * own + share * wanted; };
    const Uncertain& own = one.scenario;
    const double less = kTradeShare.low, more = kTradeShare.high;
    one.used = {mixed(own.value, kTradeShare.value),
                std::min(mixed(own.low, less), mixed(own.low, more)),
                std::max(mixed(own.high, less), mixed(own.high, more)), true, 'C'};
    question.situation.places[c].weight.range = one.used;
  }
  return found;
}

void add_weights(card::Table& table, const Weights& weights) {
  for (const Weights::One& one : weights.all) {
    card::Value risk;
    if (weights.known) risk = one.at_risk;
    table.row(
        {one.contingency, one.used.value, one.used.low, one.used.high, one.scenario.value, risk,
         std::string(weights.by_trade ? "half the scenario, half trade at risk (share .25 to .75: "
                                        "assumption of this project)"
                                      : "the scenario")});
  }
}

}  // namespace entente::analysis
