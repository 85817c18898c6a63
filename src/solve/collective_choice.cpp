#include "solve/collective_choice.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace entente::solve {
namespace {

constexpr double kIndifferent = 1e-12;  // Utilities that near are equal.
constexpr double kNoMove = 1e-6;        // Of the range: a shift too small to be one.

double thrown(double preference, Vote vote) {
  if (std::abs(preference) < kIndifferent) return 0;
  if (vote == Vote::binary) return preference > 0 ? 1 : -1;
  return vote == Vote::cubic ? preference * preference * preference : preference;
}

double odds(double mine, double yours, Victory victory) {
  if (mine <= 0 && yours <= 0) return 0.5;
  if (victory == Victory::binary) return mine > yours ? 1 : mine < yours ? 0 : 0.5;
  const double most = std::max(mine, yours);
  double a = mine / most, b = yours / most;
  for (int k = victory == Victory::linear ? 0 : victory == Victory::square ? 1 : 2; k > 0; --k) {
    a *= a;
    b *= b;
  }
  return a / (a + b);
}

std::size_t blocs_of(const std::vector<Chooser>& choosers) {
  std::size_t count = 0;
  for (const Chooser& one : choosers)
    if (one.bloc >= 0) count = std::max(count, static_cast<std::size_t>(one.bloc) + 1);
  return count;
}

/// The options that can be reached from every other: the top cycle, in order.
std::vector<std::size_t> top_cycle(const std::vector<double>& beats, std::size_t n) {
  std::vector<std::size_t> least;
  for (std::size_t start = 0; start < n; ++start) {
    std::vector<char> seen(n, 0);
    std::vector<std::size_t> reached = {start};
    seen[start] = 1;
    for (std::size_t next = 0; next < reached.size(); ++next)
      for (std::size_t i = 0; i < n; ++i)
        if (seen[i] == 0 && beats[i * n + reached[next]] > 0) {
          seen[i] = 1;
          reached.push_back(i);
        }
    if (least.empty() || reached.size() < least.size()) least = reached;
    if (least.size() == 1) break;
  }
  std::sort(least.begin(), least.end());
  return least;
}

struct Offer {
  std::size_t proposer = 0;
  double to = 0, p_win = 0, asked = 0;
  bool made = false;
};

/// What i offers j, if anything.
Offer offer_of(const std::vector<Chooser>& choosers, const std::vector<double>& at, std::size_t i,
               std::size_t j, double p, const ChoiceRules& rules) {
  const auto felt = [&](std::size_t who, double option) {
    return choice_utility(choosers[who].ideal, option, rules);
  };
  const double mine = felt(i, at[i]), yours = felt(i, at[j]);
  if ((p - 0.5) * (mine - yours) <= rules.contest_cost) return {};
  const double kept = std::clamp(at[j] + (2 * p - 1) * (at[i] - at[j]), choosers[j].never_below,
                                 choosers[j].never_above);
  if (std::abs(kept - at[j]) < kNoMove * rules.range) return {};
  const auto gains = [&](std::size_t who) {
    const double deal = (felt(who, at[i]) + felt(who, kept)) / 2;
    const double contest = p * felt(who, at[i]) + (1 - p) * felt(who, at[j]) - rules.contest_cost;
    return deal >= contest - kIndifferent;
  };
  if (!gains(i) || !gains(j)) return {};
  return {i, kept, p, std::abs(kept - at[j]), true};
}

}  // namespace

double choice_utility(double ideal, double option, const ChoiceRules& rules) {
  assert(rules.range > 0 && rules.exponent >= 1);
  const double far = std::abs(ideal - option) / rules.range;
  if (rules.exponent == 1) return 1 - far;
  if (rules.exponent == 2) return 1 - far * far;
  return 1 - std::pow(far, rules.exponent);
}

std::vector<double> contests(const std::vector<Chooser>& choosers,
                             const std::vector<double>& options, const ChoiceRules& rules) {
  const std::size_t n = options.size(), blocs = blocs_of(choosers);
  std::vector<double> felt(n * choosers.size());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t a = 0; a < choosers.size(); ++a)
      felt[i * choosers.size() + a] = choice_utility(choosers[a].ideal, options[i], rules);
  std::vector<double> beats(n * n, 0.5), sum(blocs), all(blocs);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      double mine = 0, yours = 0;
      std::fill(sum.begin(), sum.end(), 0);
      std::fill(all.begin(), all.end(), 0);
      for (std::size_t a = 0; a < choosers.size(); ++a) {
        const double vote =
            choosers[a].weight *
            thrown(felt[i * choosers.size() + a] - felt[j * choosers.size() + a], rules.vote);
        if (choosers[a].bloc >= 0) {
          sum[static_cast<std::size_t>(choosers[a].bloc)] += vote;
          all[static_cast<std::size_t>(choosers[a].bloc)] += std::abs(vote);
        } else {
          (vote > 0 ? mine : yours) += std::abs(vote);
        }
      }
      for (std::size_t b = 0; b < blocs; ++b)
        if (sum[b] != 0) (sum[b] > 0 ? mine : yours) += all[b];
      beats[i * n + j] = odds(mine, yours, rules.victory);
      beats[j * n + i] = 1 - beats[i * n + j];
    }
  return beats;
}

std::vector<double> condorcet_election(const std::vector<double>& beats, std::size_t n) {
  assert(n > 0 && beats.size() == n * n);
  const std::vector<std::size_t> top = top_cycle(beats, n);
  const std::size_t m = top.size();
  std::vector<double> go(m * m, 0);  // From row to column; the scale cancels.
  for (std::size_t j = 0; j < m; ++j)
    for (std::size_t i = 0; i < m; ++i)
      if (i != j) go[j * m + i] = beats[top[i] * n + top[j]];
  // Elimination from the last state on, without a subtraction.
  for (std::size_t k = m; k-- > 1;) {
    double out = 0;
    for (std::size_t j = 0; j < k; ++j) out += go[k * m + j];
    for (std::size_t i = 0; i < k; ++i) go[i * m + k] /= out;
    for (std::size_t i = 0; i < k; ++i)
      for (std::size_t j = 0; j < k; ++j)
        if (i != j) go[i * m + j] += go[i * m + k] * go[k * m + j];
  }
  std::vector<double> law(m, 0), found(n, 0);
  law[0] = 1;
  double total = 1;
  for (std::size_t k = 1; k < m; ++k) {
    for (std::size_t i = 0; i < k; ++i) law[k] += law[i] * go[i * m + k];
    total += law[k];
  }
  for (std::size_t k = 0; k < m; ++k) found[top[k]] = law[k] / total;
  return found;
}

double weighted_mean(const std::vector<Chooser>& choosers) {
  assert(!choosers.empty());
  double all = 0, sum = 0, plain = 0;
  for (const Chooser& one : choosers) {
    all += one.weight;
    sum += one.weight * one.ideal;
    plain += one.ideal;
  }
  return all > 0 ? sum / all : plain / static_cast<double>(choosers.size());
}

double weighted_median(const std::vector<Chooser>& choosers) {
  assert(!choosers.empty());
  std::vector<std::size_t> order(choosers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return choosers[a].ideal < choosers[b].ideal;
  });
  double all = 0, below = 0;
  for (const std::size_t a : order) all += choosers[a].weight;
  for (const std::size_t a : order)
    if ((below += choosers[a].weight) >= all / 2) return choosers[a].ideal;
  return choosers[order.back()].ideal;
}

Bargain bargain(const std::vector<Chooser>& choosers, const ChoiceRules& rules,
                std::size_t most_rounds) {
  const std::size_t n = choosers.size();
  Bargain found;
  std::vector<double> at;
  for (const Chooser& one : choosers) at.push_back(one.ideal);
  found.positions.push_back(at);
  for (std::size_t round = 1;; ++round) {
    const std::vector<double> beats = contests(choosers, at, rules);
    std::vector<double> next = at;
    bool moved = false;
    for (std::size_t j = 0; j < n; ++j) {
      Offer best;
      for (std::size_t i = 0; i < n; ++i) {
        if (i == j || at[i] == at[j]) continue;
        const Offer offer = offer_of(choosers, at, i, j, beats[i * n + j], rules);
        if (offer.made && (!best.made || offer.asked < best.asked)) best = offer;
      }
      if (!best.made) continue;
      if (round > most_rounds) {
        found.settled = false;
        return found;
      }
      found.shifts.push_back({round, j, best.proposer, at[j], best.to, best.p_win});
      next[j] = best.to;
      moved = true;
    }
    if (!moved) return found;
    at = std::move(next);
    found.positions.push_back(at);
  }
}

}  // namespace entente::solve
