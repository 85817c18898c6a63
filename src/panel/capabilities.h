/// National material capabilities and the index made from them.
///
/// Floor 4; uses history. Exact: draws no random numbers.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "panel/members.h"

namespace entente::panel {

/// The six components, as the published file names them.
inline constexpr std::array<std::string_view, 6> kComponents = {"milex", "milper", "irst",
                                                                "pec",   "tpop",   "upop"};

/// The Composite Index of National Capability of each row: the mean, over the components that the
/// state is known to have or lack in that year, of its share in the sum of that component over all
/// states with a known value. Missing values are not a number; a row with none has no index. Shape:
/// one value a row of `years`. In [0, 1]. The indices of a year need not sum to 1: they do only
/// where nothing is missing. Cost O(rows). Source: Singer, Bremer and Stuckey (1972); codebook of
/// National Material Capabilities 6.0.
[[nodiscard]] std::vector<double> index_of_capability(
    std::span<const std::int64_t> years, const std::array<std::vector<double>, 6>& components);

/// Capabilities by row of states (`Members::state_row`); not a number where missing.
struct Capabilities {
  std::array<std::vector<double>, 6> components;
  std::vector<double> cinc, published;

  /// Of the newest version in the database. Errors: those of the store.
  [[nodiscard]] static Result<Capabilities> read(const history::Store& store,
                                                 const Members& members);
};

}  // namespace entente::panel
