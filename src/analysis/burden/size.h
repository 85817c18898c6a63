/// Do larger members bear heavier burdens? The hypothesis of Olson and Zeckhauser, by ranks.
///
/// Floor 5; part of burden.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/burden/asked.h"
#include "campaign/numbers.h"
#include "solve/sums.h"

namespace entente::analysis {

/// A rank correlation of product and share of product spent; 0 would be the naive reading, that
/// all bear alike.
struct RankPair {
  double spearman = 0, kendall = 0;  ///< Kendall's with a correction for ties (tau-b).
};

/// Members with forces of their own: whoever spends nothing is left out, as Olson and Zeckhauser
/// left out Iceland.
[[nodiscard]] std::vector<Ally> spenders(const Alliance& alliance);

/// REQUIRES: as many of each, at least two.
[[nodiscard]] RankPair rank_pair(const std::vector<double>& product,
                                 const std::vector<double>& burden);

/// The pair in a world of facts.
[[nodiscard]] RankPair rank_pair(const std::vector<Ally>& allies, const campaign::WorldId& id);

/// With the figures of the tables: 90 % intervals by the jackknife over members, as if they were a
/// sample; and without the member with the largest product.
struct SizeTest {
  solve::Estimate spearman, kendall;
  /// That ranks without any connection would give at least this coefficient of Spearman: one-sided,
  /// by permutations, as the 5 % level of Olson and Zeckhauser is.
  double p_value = 1;
  RankPair without_largest;
  std::string largest;
};
[[nodiscard]] SizeTest size_test(const std::vector<Ally>& allies, std::uint64_t seed);

/// Permutations that the test draws.
inline constexpr std::size_t kPermutations = 9999;

/// What the test says of the hypothesis at the 5 % level.
enum class Verdict { borne_out, undecided, reversed };
[[nodiscard]] Verdict verdict(const SizeTest& test);
[[nodiscard]] std::string_view word(Verdict verdict);

/// Fewer members than this say nothing about ranks.
inline constexpr std::size_t kLeastRanked = 4;

}  // namespace entente::analysis
