/// The judge and the numbers that a question offers, and reading them from its arguments.
///
/// Floor 4; part of campaign.
#pragma once

#include <array>
#include <cstddef>

#include "campaign/adjudication/judge.h"
#include "card/record.h"

namespace entente::campaign::adjudication {

inline constexpr std::string_view kNames[] = {"contest",    "ensemble", "epstein", "guerrilla",
                                              "lanchester", "logistic", "salvo",   "threshold"};

inline constexpr std::string_view kUsual = "ensemble";

inline constexpr card::Field kChoice = {
    .name = "adjudication",
    .type = card::Type::choice,
    .help = "Which model says who wins; none of them predicts battles.",
    .source = "docs/adjudication.md",
    .fallback = kUsual,
    .choices = kNames,
};

/// The choice, then every number.
inline constexpr auto kFields = [] {
  std::array<card::Field, 1 + kJudgements.size()> all{};
  all[0] = kChoice;
  for (std::size_t i = 0; i < kJudgements.size(); ++i) all[i + 1] = kJudgements[i].field;
  return all;
}();

/// What was asked.
struct Asked {
  const Judge* judge = nullptr;  ///< Never null once read.
  Judgement numbers;
};

/// Reads checked arguments; what is absent or unknown has its default.
[[nodiscard]] Asked asked(const card::Arguments& arguments);

}  // namespace entente::campaign::adjudication
