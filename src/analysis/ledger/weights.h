/// What each contingency weighs: as the scenario says, or half of it by the trade at risk.
///
/// Floor 5; part of ledger.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "campaign/question.h"
#include "card/record.h"
#include "scenario/library.h"

namespace entente::analysis {

inline constexpr std::string_view kWeightWords[] = {"scenario", "trade"};

inline constexpr card::Column kWeightColumns[] = {
    {"contingency", "", "What comes due."},
    {"weight", "", "How much a unit short in it counts, with the facts of the tables."},
    {"weight_low", "", "Low end of its range."},
    {"weight_high", "", "High end."},
    {"scenario", "", "What the scenario gives it."},
    {"at_risk", "% of trade at sea",
     "Trade that would not go on while it closes straits, as `goals` counts it; empty where the "
     "library has no corridors."},
    {"source", "", "Where the weight comes from."},
};

/// What contingencies weigh in a run.
struct Weights {
  struct One {
    std::string contingency;
    world::Uncertain scenario, used;
    double at_risk = 0;  ///< % of trade at sea, with the facts of the tables.
  };
  std::vector<One> all;  ///< In the order of the situation.
  bool by_trade = false;
  bool known = false;  ///< Whether the library says what trade is at risk.
};

/// Share of the weight that trade at risk decides with `--weights trade`: an assumption, which the
/// ranges of the weights hold.
inline constexpr world::Uncertain kTradeShare{0.5, 0.25, 0.75, true, 'C'};

/// With trade, w' = (1 - a) w + a W r / R, where r is what is at risk, W and R are sums over
/// contingencies, and a is `kTradeShare`: weights add up to what they did, so gaps stay comparable.
/// The weights of the question are replaced. Errors with trade: `unknown_name` (a library without
/// corridors), `bad_value` (nothing is at risk). Cost: one linear programme a contingency.
[[nodiscard]] Result<Weights> weigh(campaign::Question& question, const scenario::Library& library,
                                    bool by_trade);

void add_weights(card::Table& table, const Weights& weights);

}  // namespace entente::analysis
