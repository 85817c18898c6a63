/// What is asked of a cut-off: who withholds what, how it is felt, and on which days.
///
/// Floor 5; part of cutoff.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "campaign/cutoff.h"
#include "scenario/analysis.h"

namespace entente::analysis {

struct CutoffAsked {
  std::string patron;  ///< As the library calls it.
  campaign::Switch thrown;
  std::vector<int> days;                ///< Ascending, each once, at least one.
  std::vector<std::string> goes_on_in;  ///< Groups that supply together and hold others as well.
};

inline constexpr std::string_view kFeltWords[] = {"as_tabled", "hard", "slow"};

inline constexpr std::array kCutoffFields = {
    card::Field{.name = "service",
                .type = card::Type::name_of,
                .help = "A service that is withheld, or several with commas.",
                .fallback = "",
                .of = "service",
                .repeated = true},
    card::Field{.name = "mode",
                .type = card::Type::choice,
                .help = "How fast it is felt: as the tables say, all at once, or all fading.",
                .fallback = "as_tabled",
                .choices = kFeltWords},
    card::Field{.name = "lapse_days",
                .type = card::Type::number,
                .unit = "days",
                .help = "With --mode slow: how long a service lasts that the tables call hard.",
                .source = "Assumption of this project; range of the slow rows of dependency.csv",
                .fallback = "90",
                .low = 1,
                .high = 7300},
    card::Field{.name = "restore",
                .type = card::Type::number,
                .unit = "months",
                .help = "Substitutes were ordered so long ago: those that take no longer are in "
                        "place. With 0 none is.",
                .source = "months: library/substitutes.csv",
                .fallback = "0",
                .low = 0,
                .high = 1200},
    card::Field{.name = "days",
                .type = card::Type::text,
                .help = "The days to tell of, with commas.",
                .fallback = "0,3,10,30,60,90,180,365"},
};

/// Reads subject and arguments. Errors, all at once: `unknown_state`, `not_alive` (the patron),
/// `unknown_name` (a service), `bad_argument` and `bad_value` (days).
[[nodiscard]] Result<CutoffAsked> read_cutoff(const Request& request);

}  // namespace entente::analysis
