/// What is asked of the ladder: whose, over how many years, within which limits.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actors/hedge/premises.h"
#include "campaign/question.h"
#include "domestic/gates.h"
#include "domestic/movers.h"
#include "scenario/analysis.h"

namespace entente::campaign {

/// A programme that was begun before the plan.
struct BegunBefore {
  std::string option;
  std::optional<int> years_left;  ///< None: its whole lead; 0: it stands.
};

struct HedgeAsked {
  std::string subject;  ///< A state, or `all`.
  int years = 15, at_once = 2;
  double budget = 3;  ///< % of GDP a year.
  double threat = 0;  ///< Change since opinion was asked, in [-1, 1].
  bool gates_hold = true, strengths_by_model = true;
  bool trade = false;      ///< Whether what an attack costs counts trade while straits are closed.
  double trade_years = 1;  ///< For which they are.
  std::optional<double> belief;  ///< In place of the scenario's.
  std::string patron;            ///< Empty: by law.
  std::vector<BegunBefore> begun;
  actors::hedge::Premises premises;
  domestic::Gates gates;
  domestic::Movers movers;

  [[nodiscard]] bool all() const { return subject == "all"; }
};

inline constexpr std::string_view kGateWords[] = {"hold", "ignored"};
inline constexpr std::string_view kStrengthWords[] = {"model", "assumed"};
inline constexpr std::string_view kTradeWords[] = {"ignored", "counted"};

/// How long straits stay closed: sampled where trade is counted.
inline constexpr card::Field kTradeYears = card::number(
    "trade_years", "years", "For which an attack keeps straits closed, with --trade counted.",
    card::kOurs, "1", 0.1, 3);

inline constexpr std::array kHedgeOwn = {
    card::Field{.name = "years",
                .type = card::Type::integer,
                .unit = "years",
                .help = "How many years are planned.",
                .fallback = "15",
                .low = 1,
                .high = 30},
    card::Field{.name = "at_once",
                .type = card::Type::integer,
                .unit = "programmes",
                .help = "How many may be in progress at once.",
                .source = "Assumption of this project: an administrative limit",
                .fallback = "2",
                .low = 1,
                .high = 3},
    card::Field{.name = "budget",
                .type = card::Type::number,
                .unit = "% of GDP",
                .help = "What all options together may cost a year, on top of what is spent now.",
                .source = "Assumption of this project; about the rise from 2 to 5 % of GDP that "
                          "NATO members declared in 2025",
                .fallback = "3",
                .low = 0,
                .high = 50},
    card::Field{.name = "belief",
                .type = card::Type::number,
                .unit = "probability",
                .help = "How likely the guarantor keeps its word, in place of the scenario's.",
                .low = 0,
                .high = 1},
    card::Field{.name = "patron",
                .type = card::Type::name_of,
                .help = "The guarantor; by default, of those that promised to fight, assist or "
                        "supply, the one that spends most on its forces; where there is none, of "
                        "those that promised to consult and spend more than the state.",
                .of = "state"},
    card::Field{.name = "begun",
                .type = card::Type::text,
                .help = "An option begun before, with the years it still takes: spend:1; 0 stands.",
                .repeated = true},
    card::Field{.name = "gates",
                .type = card::Type::choice,
                .help = "Whether opinion at home closes options.",
                .fallback = "hold",
                .choices = kGateWords},
    card::Field{.name = "threat",
                .type = card::Type::number,
                .unit = "share",
                .help = "Change of the threat people feel since opinion was asked; moves support.",
                .fallback = "0",
                .low = -1,
                .high = 1},
    card::Field{.name = "strengths",
                .type = card::Type::choice,
                .help = "Chances of losing by the contingency that attacks the state where there "
                        "is one (model), or those of the flags `lost-...` (assumed).",
                .fallback = "model",
                .choices = kStrengthWords},
    card::Field{.name = "trade",
                .type = card::Type::choice,
                .help = "Whether the attack that is feared costs trade too, while it keeps straits "
                        "closed; war_cost may hold some of that already.",
                .fallback = "ignored",
                .choices = kTradeWords},
    kTradeYears,
};

/// Whether a gate or mover bears on hedging.
constexpr bool bears(const domestic::Gate& gate) {
  return gate.value != &domestic::Gates::send_troops;
}

inline constexpr auto kHedgeFields = [] {
  constexpr std::size_t kGateCount = domestic::kGates.size() - 1;
  std::array<card::Field, kHedgeOwn.size() + actors::hedge::kPremises.size() + kGateCount + 1 +
                              actors::kStakes.size() + kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const auto& one : kHedgeOwn) fields[at++] = one;
  for (const auto& one : actors::hedge::kPremises) fields[at++] = one.field;
  for (const auto& one : domestic::kGates)
    if (bears(one)) fields[at++] = one.field;
  for (const auto& one : domestic::kMovers)
    if (one.value == &domestic::Movers::threat) fields[at++] = one.field;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : kFields) fields[at++] = one;
  return fields;
}();

/// Faults: an option of `begun` that there is not, years that cannot be read or take longer than
/// the plan, an option begun twice, more begun than may be in progress.
[[nodiscard]] Result<HedgeAsked> read_hedge(const scenario::Request& request);

}  // namespace entente::campaign
