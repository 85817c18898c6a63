/// What moved a figure: one number at a time at either end of what is not known of it, all else as
/// it is. Shared by every record that lists it.
///
/// Floor 1; uses base.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card/record.h"

namespace entente::card {

/// The quantiles at which what is not known is held.
inline constexpr double kLowEnd = 0.05, kHighEnd = 0.95;

/// A number, or a group of them that move together, and the figure at both ends.
struct Mover {
  std::string name;                           ///< The flag of an assumption, or words for facts.
  bool assumption = false;                    ///< Else facts.
  std::optional<double> low = {}, high = {};  ///< Its ends; none of facts that move together.
  std::string unit = {};                      ///< Of the ends.
  double at_low = 0, at_high = 0;

  [[nodiscard]] double moves() const { return at_high - at_low; }
};

inline constexpr std::size_t kMoverColumns = 8;

/// Columns of a table of movers; `unit` and `at_low` speak of the figure.
constexpr std::array<Column, kMoverColumns> mover_columns(std::string_view unit,
                                                          std::string_view at_low) {
  return {{{"name", "", "An assumption (its flag) or a group of facts."},
           {"kind", "", "assumption or facts."},
           {"low", "as column unit says",
            "Its 5 % quantile; empty where several facts are moved together."},
           {"high", "as column unit says", "Its 95 % quantile."},
           {"unit", "", "The unit of the two."},
           {"at_low", unit, at_low},
           {"at_high", unit, "The same with it at its high end."},
           {"moves", unit, "The second less the first."}}};
}

/// The same after columns that say which figure is meant.
template <std::size_t N, std::size_t M>
constexpr std::array<Column, N + M> joined(const std::array<Column, N>& first,
                                           const std::array<Column, M>& then) {
  std::array<Column, N + M> all{};
  std::copy(first.begin(), first.end(), all.begin());
  std::copy(then.begin(), then.end(), all.begin() + N);
  return all;
}

/// What moves most first, by name among equals; without what moves nothing but rounding.
void put_most_first(std::vector<Mover>& movers);

/// Rows of movers after the same cells `before` each, in the order given.
void add_movers(Table& table, const std::vector<Mover>& movers,
                const std::vector<Value>& before = {});

}  // namespace entente::card
