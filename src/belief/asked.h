/// The choices about belief that any question offers, and reading them from its arguments.
///
/// Floor 2; uses card. Credibility, ledger and later deterrence take the same flags with the same
/// defaults, so that one run of each speaks of the same belief.
#pragma once

#include <array>
#include <cstddef>

#include "belief/assumptions.h"
#include "belief/base_rates.h"
#include "belief/common_cause.h"
#include "card/record.h"

namespace entente::belief {

inline constexpr std::string_view kRateNames[] = {"berkemeier_fuhrmann", "hierarchical",
                                                  "leeds_long_mitchell"};
inline constexpr std::string_view kHonourNames[] = {"beta_binomial", "common_factor_probit",
                                                    "independent"};

inline constexpr card::Field kChoices[] = {
    {.name = "base_rate",
     .type = card::Type::choice,
     .help = "How often promises of a type are kept before anything else is known.",
     .source = "Berkemeier and Fuhrmann (2018); Leeds, Long and Mitchell (2000)",
     .fallback = "hierarchical",
     .choices = kRateNames},
    {.name = "honour",
     .type = card::Type::choice,
     .help = "How the promises of one promisor hang together.",
     .fallback = "common_factor_probit",
     .choices = kHonourNames},
    {.name = "mu",
     .type = card::Type::number,
     .unit = "probits",
     .help = "Shift of all promises of a promisor taken together; below 0 is doubt.",
     .source = fields::kOurs,
     .fallback = "0",
     .low = -3,
     .high = 3},
};

/// Base rates come as a set; what observations spill over is asked by `forecast` alone, which has a
/// flag of its own.
constexpr bool is_flag(const Assumption& one) { return !one.rate && one.value != &Assumptions::w0; }

inline constexpr std::size_t kFieldCount = [] {
  std::size_t count = std::size(kChoices);
  for (const auto& one : kAssumptions) count += is_flag(one) ? 1 : 0;
  return count;
}();

/// The choices, then every assumption that is a flag.
inline constexpr auto kFields = [] {
  std::array<card::Field, kFieldCount> all{};
  std::size_t at = 0;
  for (const card::Field& field : kChoices) all[at++] = field;
  for (const auto& one : kAssumptions)
    if (is_flag(one)) all[at++] = one.field;
  return all;
}();

/// What was asked of belief.
struct Asked {
  const BaseRates* rates = nullptr;  ///< Never null once read.
  CommonCause cause;                 ///< With a model once read.
  Assumptions assumptions;           ///< With the rates of `rates`.
};

/// Reads checked arguments; what is absent or unknown has its default.
[[nodiscard]] Asked asked(const card::Arguments& arguments);

/// The number of a field, or `fallback` where it is absent.
[[nodiscard]] double number(const card::Arguments& arguments, std::string_view name,
                            double fallback);

}  // namespace entente::belief
