/// A column of a large table: cells of one kind, packed.
///
/// Floor 1; part of card. A cell of a row takes 40 bytes and its share of a vector; packed it takes
/// eight, or four for a text of which few differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

namespace entente::card {

/// Whole numbers; `kNone` is nothing.
struct PackedIntegers {
  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();
  std::vector<std::int64_t> cells;
};

/// Numbers; one that is not a number is nothing.
struct PackedNumbers {
  std::vector<double> cells;
};

/// Texts as places in a list of words; `kNone` is nothing.
struct PackedTexts {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::string> words;
  std::vector<std::uint32_t> cells;
};

using Packed = std::variant<PackedIntegers, PackedNumbers, PackedTexts>;

}  // namespace entente::card
