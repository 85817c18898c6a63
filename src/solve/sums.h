/// Means over worlds and draws, each with its sampling error and its spread apart.
///
/// Floor 1. Draws come in worlds: those of one world share its facts.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace entente::solve {

/// A figure with its errors. The interval is what drawing more would shrink; the spread is what
/// knowing more would.
struct Estimate {
  double mean = 0;
  double low = 0, high = 0;  ///< 90 % interval of the mean.
  double p05 = 0, p95 = 0;   ///< Of the answer over facts and assumptions; equal where not varied.
};

/// A function of a sample of n, with its 90 % interval by the jackknife: `without(i)` is it without
/// member i, `without(n)` with all. Of a mean it is the interval of the mean; of one member,
/// nothing but the value. Cost: n + 1 calls. Source: Tukey (1958); Efron and Stein (1981).
[[nodiscard]] Estimate jackknife(std::size_t n, const std::function<double(std::size_t)>& without);

/// Worlds whose sums are kept one by one.
inline constexpr std::size_t kMostKeptWorlds = 2048;

/// Sums of rows by world, in memory that does not grow with the draws: up to `kMostKeptWorlds`
/// worlds are kept one by one; of more, means are of all, variances and quantiles of every second,
/// fourth, ... world, at least half as many as are kept at most.
class Sums {
 public:
  Sums(std::size_t columns, std::size_t worlds, std::size_t per_world);

  /// Takes the row of a draw. Worlds come in order, and so do the draws of one.
  void add(std::size_t world, const std::vector<double>& row);

  /// Forgets all worlds but the first, and says how many draws each has had: what is left of a
  /// run that was stopped. REQUIRES: both above 0.
  void keep(std::size_t worlds, std::size_t per_world);

  [[nodiscard]] double mean(std::size_t column) const;

  /// Mean; interval from the variance between worlds; spread: quantiles of the worlds' means, drawn
  /// towards their own mean by the share of their variance that is no sampling error within worlds
  /// (one-way analysis of variance). With one world the interval is that of its draws. Cost
  /// O(worlds log worlds).
  [[nodiscard]] Estimate estimate(std::size_t column) const;

  /// The same for the mean R of `value` over the draws in which `indicator` is 1, by linearisation
  /// of the ratio: every draw counts R + (value - R indicator) / mean(indicator). REQUIRES: the
  /// indicator is 0 or 1, and the value is 0 where the indicator is. Nothing but zeros where it
  /// never is 1. Source: Cochran (1977), Sampling techniques, chapter 6.
  [[nodiscard]] Estimate conditional(std::size_t value, std::size_t indicator) const;

 private:
  struct World {
    double sum = 0, squares = 0;
  };
  /// Of the worlds that are kept, about the mean of all.
  [[nodiscard]] Estimate estimate(const std::vector<World>& kept, double mean) const;
  [[nodiscard]] bool all_kept() const { return apart_ == 1; }
  /// How many are kept once all draws are there.
  [[nodiscard]] std::size_t kept() const { return (worlds_ + apart_ - 1) / apart_; }
  void thin();

  std::size_t worlds_, per_world_, apart_ = 1;
  std::vector<std::vector<World>> kept_;  ///< [world / apart_][column]; empty: no draw yet.
  std::vector<double> others_;            ///< [column] of all worlds between them.
};

}  // namespace entente::solve
