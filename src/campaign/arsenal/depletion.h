/// How stocks of one munition run down under the use of several contingencies.
///
/// Floor 4; standard library only. Pure arithmetic, one step a day.
#pragma once

#include <span>
#include <vector>

namespace entente::campaign {

/// Rounds used on each day: a rate that holds, or one that holds for some days and then halves
/// again and again.
struct UsePath {
  double per_day = 0;    ///< From the first day, >= 0.
  bool constant = true;  ///< Else decaying.
  double plateau = 0;    ///< Days for which a decaying rate holds.
  double half_life = 1;  ///< Days, > 0.
};

/// Rounds of each of `days` days: the integral of the rate over the day.
[[nodiscard]] std::vector<double> rounds_used(const UsePath& path, int days);

/// Rounds that can be fired: a stock and what comes in.
struct Pile {
  double stock = 0;                ///< On day 0.
  std::span<const double> output;  ///< Rounds of each day; may be empty.
  double share = 1;                ///< Of `output` that comes in.
  int from = 0;                    ///< The first day on which it does.
  double lump = 0;                 ///< Comes in on day `from` as well.
  /// One a contingency: share of the pile that it may use, and whether it uses it before others.
  std::vector<double> access;
  std::vector<bool> first;
};

/// What became of them.
struct Depletion {
  double day = 0;     ///< When a use is first not met in full; the number of days where never.
  bool lasts = true;  ///< Never within the days.
  double fired = 0;   ///< Rounds, all contingencies; 0 where only the day was asked.
  std::vector<double> left;  ///< By pile; empty where only the day was asked.
};

/// How far to go.
enum class Until { first_shortage, end };

/// Runs piles down: `use[c][t]` rounds on day t in contingency c. Every day a contingency draws on
/// the piles it uses first, then on the others, each in proportion to what they hold; a pile that
/// several want is shared in proportion to what they want of it. The day of exhaustion counts the
/// part of the day until stocks are gone: stock / (use - inflow) where both hold, so that 1000
/// rounds, 25 a day and 600 a year give 42.8 days. Rounds are not swapped between contingencies to
/// make up for who may use which. Cost O(days x piles x contingencies).
[[nodiscard]] Depletion deplete(std::span<const Pile> piles,
                                std::span<const std::vector<double>> use, int days,
                                Until until = Until::end);

}  // namespace entente::campaign
