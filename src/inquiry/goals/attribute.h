/// Values of every player for every measure, over worlds and draws.
///
/// Floor 6; part of goals.
#pragma once

#include <string_view>
#include <vector>

#include "inquiry/goals/evaluate.h"
#include "solve/sums.h"

namespace entente::inquiry {

/// What is told of a player and a measure.
enum class Figure { shapley, banzhaf, banzhaf_share, owen, left_out };
inline constexpr std::size_t kFigures = 5;

/// How values were found.
enum class Method {
  closed,      ///< In closed form: of each thing the largest promise counts.
  enumerated,  ///< Every coalition.
  sampled      ///< Random orders.
};
[[nodiscard]] std::string_view word(Method method);

/// The values of a measure.
struct Attributed {
  const Measure* measure = nullptr;
  Method method = Method::closed;
  std::vector<std::size_t> players;  ///< Those that are no dummies, ascending.
  solve::Sums sums;                  ///< See the columns.
  std::vector<double> errors;        ///< [figure * players + player] standard error of orders.
  std::size_t batches = 0;           ///< Of sampled orders.

  [[nodiscard]] std::size_t column(Figure figure, std::size_t at) const {
    return static_cast<std::size_t>(figure) * players.size() + at;
  }
  [[nodiscard]] std::size_t all() const { return kFigures * players.size(); }
  [[nodiscard]] std::size_t none() const { return all() + 1; }
  [[nodiscard]] std::size_t whole() const { return all() + 2; }
  /// Interaction of two, where `at` < `other`; there are none where orders were sampled.
  [[nodiscard]] std::size_t pair(std::size_t at, std::size_t other) const {
    return all() + 3 + at * players.size() - at * (at + 1) / 2 + other - at - 1;
  }
  [[nodiscard]] bool has_pairs() const { return method != Method::sampled; }

  /// A figure with the error of sampled orders in its interval.
  [[nodiscard]] solve::Estimate estimate(Figure figure, std::size_t at) const;
};

struct Effort {
  enum class Asked { automatic, exact, sampled } method = Asked::automatic;
  std::size_t enumerate = 10;  ///< Most players that are enumerated unasked.
  std::size_t orders = 8;      ///< Most batches of sampled orders.
};

/// One a measure, in their order. `evaluated` counts coalitions that were worked out in all worlds.
/// Errors: `too_large` where enumeration is asked for over more than 20 players, or more memory
/// than there should be; those of levers that cannot be pulled without others. Throws `Cancelled`.
struct Attribution {
  std::vector<Attributed> measures;
  std::size_t evaluated = 0;
};
[[nodiscard]] Result<Attribution> attribute(const Played& played, const Effort& effort);

}  // namespace entente::inquiry
