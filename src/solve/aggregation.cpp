#include "solve/aggregation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "solve/bisect.h"

namespace entente::solve {
namespace {

double alone(const Contributor& one) { return one.shared * one.income; }

double sum_alone(std::span<const Contributor> all) {
  double sum = 0;
  for (const Contributor& one : all) sum += alone(one);
  return sum;
}

Provision nothing(std::size_t n) { return {std::vector<double>(n, 0.0), 0}; }

Aggregate weakest_link(std::span<const Contributor> all, const std::vector<double>& needs) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < all.size(); ++i) least = std::min(least, alone(all[i]) / needs[i]);
  Aggregate found{nothing(all.size()), least, 0, sum_alone(all)};
  for (std::size_t i = 0; i < all.size(); ++i) found.gifts.gifts[i] = least * needs[i];
  found.gifts.total = least;
  return found;
}

Aggregate best_shot(std::span<const Contributor> all) {
  Aggregate found{nothing(all.size()), 0, 0, sum_alone(all)};
  std::size_t best = all.size();
  for (std::size_t k = 0; k < all.size(); ++k) {
    const double given = alone(all[k]);
    if (given <= 0 || !may_provide_alone(all, k)) continue;
    if (best == all.size() || given < found.least) found.least = given;
    if (given > found.level) {
      found.level = given;
      best = k;
    }
  }
  if (best < all.size()) found.gifts.gifts[best] = found.gifts.total = found.level;
  return found;
}

/// ln of r in (0, 1) with (1-rho) ln r - ln(1-r) = -ln_k, by Newton's steps from the right, where
/// the function is convex, so that they never pass the root.
double log_share(double rho, double ln_k) {
  constexpr double kNearOne = -1e-12;
  double ln_r = std::min(kNearOne, -ln_k / (1 - rho));
  for (int step = 0; step < 100; ++step) {
    const double r = std::exp(ln_r);
    const double off = (1 - rho) * ln_r - std::log1p(-r) + ln_k;
    const double next = ln_r - off / ((1 - rho) + r / (1 - r));
    if (!(next < ln_r)) break;
    ln_r = next;
  }
  return ln_r;
}

/// With x = q/s and S = sum s x^rho the first-order condition is x^(rho-1) (I - q) = c S, where
/// c = (1-a)/a; added up over all it says sum c q / (I-q) = 1, whose left side falls in S. Shares
/// r = q / I.
Aggregate between(std::span<const Contributor> all, double rho, const std::vector<double>& needs) {
  assert(rho < 1);
  Aggregate found{nothing(all.size()), 0, 0, sum_alone(all)};
  std::vector<double>& gifts = found.gifts.gifts;
  const auto ratio = [](const Contributor& one) { return (1 - one.shared) / one.shared; };
  if (rho == 0) {
    double ln_level = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      gifts[i] = all[i].income * needs[i] / (needs[i] + ratio(all[i]));
      ln_level += needs[i] * std::log(gifts[i] / needs[i]);
    }
    found.level = std::exp(ln_level);
  } else {
    std::vector<double> ln_k;  // But for ln S.
    for (std::size_t i = 0; i < all.size(); ++i)
      ln_k.push_back(std::log(ratio(all[i])) - std::log(needs[i]) -
                     rho * std::log(all[i].income / needs[i]));
    const auto marginal = [&](double ln_s) {
      double sum = 0;
      for (std::size_t i = 0; i < all.size(); ++i) {
        const double r = std::exp(log_share(rho, ln_k[i] + ln_s));
        gifts[i] = r * all[i].income;
        sum += ratio(all[i]) * r / (1 - r);
      }
      return sum - 1;
    };
    constexpr double kFar = 1e4;  // e^kFar is beyond any double, so the root lies within.
    const double ln_s = root_of_falling(-kFar, kFar, marginal);
    (void)marginal(ln_s);
    found.level = std::exp(ln_s / rho);
  }
  for (const double gift : gifts) found.gifts.total += gift;
  if (rho > 0) found.least = found.level;
  return found;
}

Aggregate all_or_nothing(std::span<const Contributor> all, double needed) {
  const double worth = sum_alone(all);
  Aggregate found{nothing(all.size()), 0, 0, 0};
  if (worth < needed) return found;
  double most = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    found.gifts.gifts[i] = needed * alone(all[i]) / worth;
    most = std::max(most, alone(all[i]));
  }
  found.gifts.total = found.level = found.efficient = needed;
  found.least = most >= needed ? needed : 0;
  return found;
}

}  // namespace

bool may_provide_alone(std::span<const Contributor> all, std::size_t k) {
  const double given = alone(all[k]);
  return std::ranges::all_of(all, [&](const Contributor& one) {
    const double own = alone(one);
    if (&one == &all[k] || own <= given) return true;
    // It could top the gift; worth it where (1-a)^(1-a) a^a I beats I^(1-a) given^a.
    const double a = one.shared;
    return (1 - a) * std::log1p(-a) + a * std::log(own) <= a * std::log(given);
  });
}

Aggregate provide(Technology technology, std::span<const Contributor> all,
                  const TechnologyTerms& terms) {
  std::vector<double> needs = terms.needs;
  if (needs.empty()) needs.assign(all.size(), 1 / static_cast<double>(all.size()));
  switch (technology) {
    case Technology::sum: {
      Provision gifts = voluntary(all);
      const double level = gifts.total;
      return {std::move(gifts), level, level, sum_alone(all)};
    }
    case Technology::weakest_link:
      return weakest_link(all, needs);
    case Technology::best_shot:
      return best_shot(all);
    case Technology::ces:
      return between(all, terms.rho, needs);
    case Technology::threshold:
      return all_or_nothing(all, terms.needed);
  }
  return {};
}

}  // namespace entente::solve
