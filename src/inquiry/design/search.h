/// The choice of a portfolio: which of some things to have under a budget.
///
/// Floor 6; part of design. Knows neither levers nor forces: losses come from a function.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "inquiry/design/criteria.h"

namespace entente::inquiry {

/// Bit i: thing i is in it.
using Portfolio = std::uint64_t;
inline constexpr std::size_t kMostThings = 64;

[[nodiscard]] inline bool has(Portfolio all, std::size_t i) { return (all >> i & 1) != 0; }
[[nodiscard]] inline Portfolio only(std::size_t i) { return Portfolio{1} << i; }

/// What may be chosen.
struct Choice {
  std::vector<double> cost;         ///< [thing] at least 0.
  std::vector<Portfolio> excludes;  ///< [thing] those that do not go with it; both name each other.
  double budget = 0;
  std::size_t most = kMostThings;  ///< Things at a time.

  [[nodiscard]] double cost_of(Portfolio all) const;
  /// Within budget and number, nothing excluded.
  [[nodiscard]] bool allows(Portfolio all) const;
};

/// Losses of portfolios in every world, in the order asked.
using LossesOf = std::function<std::vector<Losses>(std::span<const Portfolio>)>;

struct Found {
  std::map<Portfolio, Losses> known;  ///< Everything that was worked out and is allowed.
  Losses best_known;                  ///< [world] the least among them.
  Portfolio best = 0;  ///< Of the least score; of equals the cheapest, then the least number.
  bool exact = false;  ///< Every portfolio that is allowed is known.
  double bound = 0;    ///< No portfolio scores less, if gains do not reinforce one another.
  std::size_t reinforcing = 0;  ///< Known portfolios that gain more, in some world, than the sum.
  Portfolio one_by_one = 0;  ///< The naive choice: by gain alone a unit of cost, blind to others.

  [[nodiscard]] double score(const Judgement& judgement, Portfolio all) const;
};

/// The least score. Exact where no more than `most_known` portfolios are allowed; else greedy, by
/// gain and by gain a unit of cost, then single things taken in, left out or exchanged until none
/// of these helps or `most_known` are known beyond the greedy steps. The bound: in each world
/// nothing
/// + the fractional knapsack of the gains of each thing alone, then the criterion over worlds; 0 of
/// regret. Losses are taken to be at least 0. Source: Dantzig (1957); Nemhauser, Wolsey and Fisher
/// (1978).
[[nodiscard]] Found best_portfolio(const Choice& choice, const Judgement& judgement,
                                   std::size_t most_known, const LossesOf& losses_of);

/// A portfolio that no cheaper or equally dear known one beats, cheapest first.
struct FrontierPoint {
  Portfolio portfolio = 0;
  double cost = 0, score = 0;
};
[[nodiscard]] std::vector<FrontierPoint> frontier_of(const Found& found, const Choice& choice,
                                                     const Judgement& judgement);

}  // namespace entente::inquiry
