/// The camps into which a landscape of propensities falls: configurations that no single move
/// improves.
///
/// Floor 1; uses base. n states stand in at most k camps. The energy is the sum over ordered pairs
/// in different camps of w_ij = size_i size_j propensity_ij, w symmetric, in whole numbers, so that
/// no tie hangs on rounding. A state moves when the energy falls. Source: Axelrod and Bennett
/// (1993), British Journal of Political Science 23; with more than two camps: Potts (1952).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/run.h"

namespace entente::solve {

/// Weights of all pairs. REQUIRES: symmetric, nothing on the diagonal, and twice the sum of their
/// magnitudes below 2^62.
struct Landscape {
  std::size_t states = 0;
  std::vector<std::int64_t> weights;  ///< states x states, row by row.

  [[nodiscard]] std::int64_t weight(std::size_t i, std::size_t j) const {
    return weights[i * states + j];
  }
};

/// The camp of each state. Canonical where the first state is in camp 0 and each camp that is new
/// has the next number, so that one configuration has one name.
using Camps = std::vector<std::uint8_t>;

inline constexpr int kMostCamps = 8;

/// Numbers the camps in the order of their first members.
void make_canonical(Camps& camps);

/// Sum of the weights of ordered pairs in different camps. Cost O(n^2).
[[nodiscard]] std::int64_t energy(const Landscape& landscape, const Camps& camps);

/// What a minimum is where a move changes nothing: `weak` lets it be one, `strict` does not.
enum class Ties { weak, strict };

/// Whether no move of one state to another of `most` camps lowers the energy (or, `strict`, leaves
/// it as it is). Cost O(n^2).
[[nodiscard]] bool is_minimum(const Landscape& landscape, const Camps& camps, int most, Ties ties);

/// Where steepest descent from `camps` ends, canonical: always the move that lowers the energy
/// most; of equal ones that of the first state, to the camp with the first member, to an empty one
/// last. Cost O(n^2 + moves n k).
[[nodiscard]] Camps descend(const Landscape& landscape, Camps camps, int most);

/// A minimum and how many configurations descend to it.
struct Minimum {
  Camps camps;
  std::int64_t energy = 0;
  std::uint64_t basin = 0;
};

/// Minima, the lowest first, equal ones by their camps; only the first `most_listed` of them.
struct Minima {
  std::vector<Minimum> found;
  std::uint64_t count = 0;     ///< Of all of them.
  std::uint64_t checked = 0;   ///< Configurations, each once however its camps are called.
  std::uint64_t restless = 0;  ///< That descend to a tie which `strict` does not count.
  bool basins = false;         ///< Whether basins were counted.
};

/// What is looked for.
struct Sought {
  int camps = 2;
  Ties ties = Ties::weak;
  std::size_t most_listed = 1000;
};

/// Beyond these, minima are looked for and not enumerated, or basins sampled and not counted.
inline constexpr std::size_t kMostEnumerated = 30;
inline constexpr std::size_t kMostBasins = 24;
inline constexpr double kMostPartitions = 1 << 27;
inline constexpr double kMostPartitionBasins = 1 << 23;

/// Configurations of `states` in at most `camps` camps. Exact while it is below 2^53.
[[nodiscard]] double configurations(std::size_t states, int camps);

/// Whether `all_minima` can be asked, and whether it counts basins.
[[nodiscard]] bool enumerable(std::size_t states, int camps);
[[nodiscard]] bool basins_countable(std::size_t states, int camps);

/// Every minimum, by enumeration: two camps by a Gray code, O(2^(n-1) n); more by growth strings.
/// The answer is the same for any number of threads. Throws `Cancelled`. REQUIRES: enumerable.
[[nodiscard]] Minima all_minima(const Landscape& landscape, const Sought& sought, const Run& run);

/// Descents from `draws` configurations drawn evenly, streams keyed by `names` of the states;
/// `basin` counts draws. With `search`, a tabu search goes on from the lowest minima that were
/// found. Minima that nothing came upon are missing. Cost O(draws n^2). Throws `Cancelled`.
/// Source: Glover (1989), ORSA Journal on Computing 1.
[[nodiscard]] Minima sampled_minima(const Landscape& landscape, const Sought& sought,
                                    const std::vector<std::string_view>& names, std::uint64_t draws,
                                    bool search, const Run& run);

}  // namespace entente::solve
