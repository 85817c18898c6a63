/// Cooperative games: what each player, and each pair of players, adds to the whole.
///
/// Floor 1; uses base. A game of n players is its table of values: values[S] is the worth of the
/// coalition S, in which bit i says that player i is in. REQUIRES everywhere: 2^n values, 0 <= n <=
/// 20. All of them are linear in the values, and exact up to rounding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/stream.h"

namespace entente::solve {

inline constexpr int kMostGamePlayers = 20;

using Coalition = std::uint32_t;

/// phi_i = sum over S without i of s! (n - s - 1)! / n! [v(S + i) - v(S)]; sums to v(N) - v(empty).
/// Cost O(n 2^n). Source: Shapley (1953), A value for n-person games.
[[nodiscard]] std::vector<double> shapley(std::span<const double> values);

/// The mean of v(S + i) - v(S) over all S without i: the absolute value, which sums to nothing in
/// particular. Cost O(n 2^n). Source: Banzhaf (1965), Rutgers Law Review 19: 317-343.
[[nodiscard]] std::vector<double> banzhaf(std::span<const double> values);

/// Indices over their sum; zeros where they sum to 0.
[[nodiscard]] std::vector<double> normalised(std::vector<double> indices);

/// The Shapley value over those orders alone in which every union stands together. `unions` names
/// that of each player, from 0. Sums to v(N) - v(empty); one union, or one for each player, gives
/// the Shapley value. Cost O(n 2^n). Source: Owen (1977), Values of games with a priori unions.
[[nodiscard]] std::vector<double> owen(std::span<const double> values, std::span<const int> unions);

/// The Shapley interaction index of each pair, [i * n + j], 0 where i = j: above 0 two add more
/// together than apart, below 0 each stands in for the other. I_ij = sum over S without both of s!
/// (n - s - 2)! / (n - 1)! [v(S + i + j) - v(S + i) - v(S + j) + v(S)]. Cost O(n^2 2^n).
/// Source: Grabisch and Roubens (1999), International Journal of Game Theory 28: 547-565.
[[nodiscard]] std::vector<double> interactions(std::span<const double> values);

/// Players from first to last, each order as likely. REQUIRES: players >= 0.
[[nodiscard]] std::vector<std::size_t> random_order(std::size_t players, Stream& stream);

/// The same over the orders in which every union stands together: unions first, then within them.
[[nodiscard]] std::vector<std::size_t> random_order(std::span<const int> unions, Stream& stream);

/// A majority game: 1 where the weights of a coalition reach the quota. REQUIRES: weights of at
/// most 20 players.
[[nodiscard]] std::vector<double> voting_game(double quota, std::span<const double> weights);

/// The airport game: a coalition costs what the dearest of it needs. Source: Littlechild and Owen
/// (1973), Management Science 20: 370-372.
[[nodiscard]] std::vector<double> airport_game(std::span<const double> costs);

}  // namespace entente::solve
