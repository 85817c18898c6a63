#include "solve/public_good.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "solve/bisect.h"

namespace entente::solve {
namespace {

/// The positive root of k q^2 + q (1 - a - k I) - b I, which is what one gives where all together
/// give a / k; with b = 0 the larger root, or 0 at the corner. Written without cancellation.
double gift_at(const Contributor& one, double k) {
  const double slope = 1 - one.shared - k * one.income;
  if (one.own <= 0) return slope >= 0 ? 0 : -slope / k;
  const double root = std::sqrt(slope * slope + 4 * k * one.own * one.income);
  return slope > 0 ? 2 * one.own * one.income / (slope + root) : (root - slope) / (2 * k);
}

double incomes(std::span<const Contributor> all) {
  double sum = 0;
  for (const Contributor& one : all) sum += one.income;
  return sum;
}

/// Purely public: contributors by a I / (1-a), the largest first, are added while they still give.
Provision purely_public(std::span<const Contributor> all) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto reach = [&](std::size_t i) {
    return all[i].shared * all[i].income / (1 - all[i].shared);
  };
  std::ranges::stable_sort(order,
                           [&](std::size_t i, std::size_t j) { return reach(i) > reach(j); });
  Provision p{std::vector<double>(all.size(), 0.0)};
  double income = 0, divisor = 1;
  std::size_t givers = 0;
  for (const std::size_t i : order) {
    if (reach(i) <= p.total) break;
    income += all[i].income;
    divisor += (1 - all[i].shared) / all[i].shared;
    p.total = income / divisor;
    ++givers;
  }
  for (std::size_t g = 0; g < givers; ++g) {
    const Contributor& one = all[order[g]];
    p.gifts[order[g]] = std::max(0.0, one.income - (1 - one.shared) / one.shared * p.total);
  }
  return p;
}

}  // namespace

std::size_t Provision::givers() const {
  return static_cast<std::size_t>(std::ranges::count_if(gifts, [](double q) { return q > 0; }));
}

double best_reply(const Contributor& one, double others) {
  const double wanted = (one.shared + one.own) * one.income - (1 - one.shared) * others;
  const double root = std::sqrt(wanted * wanted + 4 * one.own * one.income * others);
  return one.own > 0 ? (wanted + root) / 2 : std::max(0.0, wanted);
}

Provision voluntary(std::span<const Contributor> all) {
  for ([[maybe_unused]] const Contributor& one : all)
    assert(one.income > 0 && one.shared >= 0 && one.own >= 0 && one.shared + one.own < 1);
  if (std::ranges::all_of(all, [](const Contributor& one) { return one.own <= 0; }))
    return purely_public(all);
  Provision p{std::vector<double>(all.size(), 0.0)};
  const auto given = [&](double total) {
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
      sum += p.gifts[i] = gift_at(all[i], all[i].shared / total);
    return sum;
  };
  p.total = root_of_falling(0, incomes(all), [&](double total) { return given(total) - total; });
  p.total = given(p.total);
  return p;
}

Provision lindahl(std::span<const Contributor> all) {
  Provision p;
  for (const Contributor& one : all) {
    p.gifts.push_back((one.shared + one.own) * one.income);
    p.total += p.gifts.back();
  }
  return p;
}

std::vector<double> utilities(std::span<const Contributor> all, const Provision& p) {
  std::vector<double> result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Contributor& one = all[i];
    const double y = one.income - p.gifts[i];
    result.push_back(std::pow(y, 1 - one.shared - one.own) * std::pow(p.gifts[i], one.own) *
                     std::pow(p.total, one.shared));
  }
  return result;
}

std::vector<double> lindahl_utilities(std::span<const Contributor> all) {
  double own = 0;
  for (const Contributor& one : all) own += one.own * one.income;
  const double total = lindahl(all).total;
  std::vector<double> result;
  for (const Contributor& one : all) {
    // Whoever values its own gift most makes most of Q; the others pay it for that.
    const double made = own > 0 ? one.own * one.income * total / own : 0;
    const double y = (1 - one.shared - one.own) * one.income;
    result.push_back(std::pow(y, 1 - one.shared - one.own) * std::pow(made, one.own) *
                     std::pow(total, one.shared));
  }
  return result;
}

double resource_use(std::span<const Contributor> all, const Provision& p) {
  // ln y_i that leaves i as well off with another total: consumption makes up for what is lacking.
  const auto needed = [&](std::size_t i, double total) {
    const double a = all[i].shared;
    return (all[i].income - p.gifts[i]) * std::pow(p.total / total, a / (1 - a));
  };
  // The cost of consumption and good is convex in the good; its slope is 1 less what is saved.
  const auto saved = [&](double total) {
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
      sum += all[i].shared / (1 - all[i].shared) * needed(i, total);
    return sum - total;
  };
  const double best = root_of_falling(0, incomes(all), saved);
  double cost = best;
  for (std::size_t i = 0; i < all.size(); ++i) cost += needed(i, best);
  return cost / incomes(all);
}

}  // namespace entente::solve
