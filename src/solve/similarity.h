/// How alike two portfolios of ties are: S, Kendall's tau-b, Scott's pi and Cohen's kappa.
///
/// Floor 1; uses the standard library only. Every measure is a function of the cross table of the
/// two portfolios, so that thousands of pairs of states cost little. Exact: draws no random
/// numbers.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace entente::solve {

/// How far two levels of a tie lie apart: not equal (0 or 1), by their distance, or by its square;
/// the last two as shares of the range of levels.
enum class Disagreement { nominal, absolute, squared };

/// Whether every tie counts once or by the weight of the state it runs to.
enum class Counting { once, weighted };

/// The cross table of two portfolios a and b: how often, and with which weight, a tie of level c in
/// a stands beside one of level d in b.
class Portfolios {
 public:
  static constexpr std::size_t kMostLevels = 128;

  /// Levels run over the whole numbers from `low` to `high`.
  /// REQUIRES: low < high < low + kMostLevels.
  Portfolios(int low, int high);

  void clear();

  /// `times` third states to which a has a tie of level `a` and b one of level `b`, `weight` being
  /// the sum of their weights. REQUIRES: levels in range, both numbers not negative. O(1).
  void add(int a, int b, double weight, double times = 1) {
    const std::size_t at = cell(a, b);
    count_[at] += times;
    weight_[at] += weight;
  }

  /// S = 1 - 2 sum_k w_k delta_k / sum_k w_k, in [-1, 1]; nothing where no weight is.
  /// Source: Signorino and Ritter (1999), International Studies Quarterly 43; `nominal` is ours.
  [[nodiscard]] std::optional<double> s(Disagreement how, Counting counting) const;

  /// (C - D) / sqrt((N0 - Tx)(N0 - Ty)) over pairs of third states, in [-1, 1]; nothing where a
  /// portfolio is all one level. Source: Kendall (1945); Bueno de Mesquita (1975).
  [[nodiscard]] std::optional<double> tau_b() const;

  /// 1 - Do / De with chance by the pooled shares of levels (Scott 1955); at most 1, nothing where
  /// both portfolios are one level throughout. Source: Haege (2011), Political Analysis 19.
  [[nodiscard]] std::optional<double> pi(Disagreement how, Counting counting) const;

  /// The same with chance by each portfolio's own shares of levels (Cohen 1960, 1968).
  [[nodiscard]] std::optional<double> kappa(Disagreement how, Counting counting) const;

 private:
  [[nodiscard]] std::size_t cell(int a, int b) const {
    return static_cast<std::size_t>(a - low_) * levels_ + static_cast<std::size_t>(b - low_);
  }
  [[nodiscard]] std::optional<double> beyond_chance(Disagreement how, Counting counting,
                                                    bool pooled) const;

  int low_;
  std::size_t levels_;
  std::vector<double> count_, weight_;             ///< By level of a, then of b.
  std::array<std::vector<double>, 3> apart_ = {};  ///< Likewise, by kind of disagreement.
};

}  // namespace entente::solve
