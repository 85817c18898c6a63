/// What is asked of a burden: which alliance, which year, which pledges; and its members' facts.
///
/// Floor 5; part of burden.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actors/burden_terms.h"
#include "campaign/situation.h"
#include "scenario/analysis.h"

namespace entente::analysis {

/// A member whose burden can be told: its product and its spending of the year are known.
struct Ally {
  Symbol state;
  std::string name;
  campaign::Knob gdp;       ///< bn USD of the year.
  campaign::Knob spending;  ///< % of GDP.
};

/// An alliance in a year.
struct Alliance {
  const treaty::Agreement* agreement = nullptr;
  std::string id;
  int year = 0;
  Date on;
  std::vector<Ally> allies;          ///< By name.
  std::vector<std::string> unknown;  ///< Members without figures of the year.
};

struct BurdenAsked {
  Alliance alliance;
  std::vector<double> pledges;               ///< % of GDP, ascending, each once.
  std::map<std::string, double> resilience;  ///< % of GDP spent on it by members, where given.
  actors::BurdenTerms terms;
  bool chosen_year = false;      ///< The user named the year.
  bool chosen_alliance = false;  ///< And the alliance.
};

/// The figures of the library by state and year, looked up once.
class BurdenFacts {
 public:
  explicit BurdenFacts(const world::World& world);

  /// The figure of a state in a year; null where there is none.
  [[nodiscard]] const world::Figure* find(std::string_view what, Symbol state, int year) const;
  /// That of the nearest year at most `years` off, the earlier of equals.
  [[nodiscard]] const world::Figure* near(std::string_view what, Symbol state, int year,
                                          int years) const;
  /// Its product, bn USD of the year: of the table of burdens, else of the figures.
  [[nodiscard]] const world::Figure* gdp(Symbol state, int year) const;
  /// Years of which the alliance has figures of at least two members, ascending.
  [[nodiscard]] std::vector<int> years(const scenario::Library& library,
                                       const treaty::Agreement& agreement) const;
  /// The alliance as it stood in a year, whoever was in it.
  [[nodiscard]] Alliance alliance(const scenario::Library& library,
                                  const treaty::Agreement& agreement, int year) const;

 private:
  const world::World& world_;
  std::map<std::pair<Symbol, std::string_view>, std::vector<const world::Figure*>> by_state_;
};

/// A figure as a number that can be sampled: one stream for each state, measure and year.
[[nodiscard]] campaign::Knob knob_of(const world::Figure& figure, const Symbols& symbols);

/// What was promised at The Hague for 2035, % of GDP: defence, and what is counted beside it.
inline constexpr double kCorePledge = 3.5, kResiliencePledge = 1.5;

inline constexpr std::array kBurdenFields = {
    card::Field{.name = "alliance",
                .type = card::Type::name_of,
                .help = "The agreement whose burden is told; by default the mutual one to fight or "
                        "to assist whose members spend most.",
                .of = "agreement"},
    card::Field{.name = "year",
                .type = card::Type::integer,
                .help = "The year; by default the last, up to the scenario's, of which there are "
                        "figures.",
                .low = 1,
                .high = 9999},
    card::Field{.name = "pledge",
                .type = card::Type::text,
                .unit = "% of GDP",
                .help = "Spending to measure against, or several with commas; by default the "
                        "guideline of 2014 and the core of 2025, each from its year on.",
                .source = "Wales Summit Declaration (2014): 2; The Hague Summit Declaration "
                          "(2025): 3.5 core and 1.5 beside it by 2035"},
    card::Field{.name = "resilience",
                .type = card::Type::text,
                .unit = "% of GDP",
                .help = "What a member spends on resilience and infrastructure, which nobody "
                        "reports by one rule yet: POL:1.2.",
                .repeated = true},
};

/// Reads the arguments. Errors, all at once: `unknown_name` (the agreement), `bad_value` (an
/// alliance with fewer than two members then, or with figures of fewer than two; a year without
/// figures, with the nearest that have some; a pledge outside (0, 100], resilience outside
/// [0, 100]), `bad_argument` (a pledge that is no number, resilience that is not STATE:PERCENT),
/// `unknown_state` (resilience of one that is no member), `duplicate` (a member's twice).
[[nodiscard]] Result<BurdenAsked> read_burden_question(const Request& request,
                                                       const BurdenFacts& facts);

}  // namespace entente::analysis
