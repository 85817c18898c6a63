/// What is not known about a question, in groups that are moved together.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "campaign/question.h"

namespace entente::campaign {

/// Something that is not known, as one: its streams are pushed together.
struct Factor {
  std::string name;  ///< The flag of an assumption, or words for a group of facts.
  bool assumption = false;
  std::vector<std::uint64_t> keys;
  std::vector<bool> elements;  ///< Which elements it touches; empty: all.
};

/// Every factor of a question, by name.
[[nodiscard]] std::vector<Factor> factors_of(const Question& question);

/// Its range where it is one assumption; else none.
[[nodiscard]] std::optional<world::Uncertain> range_of(const Factor& factor,
                                                       const Premises& premises);

}  // namespace entente::campaign
