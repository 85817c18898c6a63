/// How gifts add up to a public good: by their sum, their least, their best, by what lies between,
/// or all or nothing; what each gives of its own accord, and what would be efficient.
///
/// Floor 1; standard library only. Contributors as in `public_good.h`, purely public (own = 0,
/// shared > 0). With u = a I the amount one would provide alone, efficient is the equilibrium of
/// Lindahl: each pays u, and what sum u can buy is bought at the least cost.
/// Sources: Hirshleifer (1983) and Cornes (1993) for weakest link and best shot; Sandler (1992),
/// Collective action, chapter 2; Palfrey and Rosenthal (1984) and Bagnoli and Lipman (1989) for the
/// threshold.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "solve/public_good.h"

namespace entente::solve {

enum class Technology { sum, weakest_link, best_shot, ces, threshold };

inline constexpr std::string_view kTechnologyWords[] = {"sum", "weakest_link", "best_shot", "ces",
                                                        "threshold"};

/// What comes of a technology. Levels are those of the aggregate.
struct Aggregate {
  Provision gifts;   ///< Of the best equilibrium of Nash; `total` is what is given, not the level.
  double level = 0;  ///< What that makes.
  double least = 0;  ///< The worst equilibrium.
  double efficient = 0;  ///< The level that is efficient.
};

/// The parameters of `ces` and `threshold`.
struct TechnologyTerms {
  double rho = -2;    ///< Below 1; -inf would be the weakest link, 0 is the geometric mean.
  double needed = 0;  ///< Of the threshold: the sum below which nothing is had.
  /// Of weakest_link and ces: what part of the whole each has to cover, above 0 and adding up to 1;
  /// empty: alike.
  std::vector<double> needs = {};
};

/// The equilibria of a technology:
/// - sum: `voluntary`.
/// - weakest_link, min q/s with s what each has to cover: all q/s are one g, any from 0 to the
/// least
///   u/s; the best is that. Efficient: sum u, for whoever cannot keep up is helped.
/// - best_shot, max q: one gives its u and no other would rather give more than that; the best has
///   the largest such u, the worst the least. Efficient: sum u.
/// - ces, (sum s (q/s)^rho)^(1/rho), of rho = 0 the geometric mean: the one equilibrium in which
///   everybody gives (where rho <= 0 nobody giving is one as well, and `least` is 0). Efficient:
///   all q/s alike, sum u.
/// - threshold: nobody gives more than u; all is had where sum u >= needed (gifts in proportion to
///   u), and nothing is another equilibrium unless one alone would pay for all.
/// Cost O(n log n), best_shot O(n^2), ces O(n) times a bisection.
[[nodiscard]] Aggregate provide(Technology technology, std::span<const Contributor> all,
                                const TechnologyTerms& terms);

/// Whether contributor `k` alone, giving its u, is an equilibrium of best_shot.
[[nodiscard]] bool may_provide_alone(std::span<const Contributor> all, std::size_t k);

}  // namespace entente::solve
