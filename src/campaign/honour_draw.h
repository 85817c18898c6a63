/// Who keeps its word in a draw, and who goes on supplying.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <span>
#include <vector>

#include "campaign/numbers.h"

namespace entente::campaign {

/// How honour enters an allocation.
enum class Honour {
  kept,      ///< Every promise is kept; of partners that promised nothing comes the expected share.
  expected,  ///< Every state sends its reliability's share: the expected-honour programme.
  drawn      ///< Each state comes or does not.
};

/// Shares in [0, 1]: of a state's force that comes, of a supplier's service that goes on.
struct Kept {
  std::vector<double> comes;     ///< [owner * places + place]
  std::vector<double> supplies;  ///< [supplier * places + place]
};

/// Kept promises. For `drawn`, one answer a seed, draw, state and contingency, whoever asks.
/// Support is a draw of its own with the common factor of the supplier and probability
/// max(theta, support_theta). Cost O(owners x places).
[[nodiscard]] Kept kept_in(const Situation& situation, const Numbers& numbers, Honour honour,
                           std::uint64_t seed, std::uint64_t draw);

/// What is left of an element at the begin of each period where a hold is withheld, [hold * periods
/// + period]: `left_by` of its share, at once for a hard switch, else over its days.
[[nodiscard]] std::vector<double> lefts(const Situation& situation, const Numbers& numbers);

/// Share of an element of a user that works in a place at the begin of each period, [period]:
/// prod over suppliers of (1 - (1 - supplies) (1 - prod over its services of what `lefts` says)).
/// Services of one supplier overlap and fall together; those that `numbers.cut` names are withheld
/// for certain. Source: section 10 of the models of this project.
void find_usable(const Situation& situation, const Numbers& numbers,
                 const std::vector<double>& lefts, const Kept& kept, int owner, int element,
                 std::size_t place, std::span<double> share);
[[nodiscard]] std::vector<double> usable(const Situation& situation, const Numbers& numbers,
                                         const Kept& kept, int owner, int element,
                                         std::size_t place);

}  // namespace entente::campaign
