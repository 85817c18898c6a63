#include "solve/regret.h"

#include <algorithm>
#include <cassert>

#include "solve/bootstrap.h"
#include "solve/share.h"

namespace entente::solve {

std::vector<Regret> regrets(const Losses& losses) {
  assert(!losses.empty() && !losses.front().empty());
  const std::size_t futures = losses.front().size();
  std::vector<double> least = losses.front();
  for (const auto& plan : losses)
    for (std::size_t x = 0; x < futures; ++x) least[x] = std::min(least[x], plan[x]);
  std::vector<Regret> found;
  for (const auto& plan : losses) {
    Regret one;
    std::vector<double> regret(futures);
    for (std::size_t x = 0; x < futures; ++x) {
      regret[x] = plan[x] - least[x];
      one.mean += regret[x] / static_cast<double>(futures);
      one.most = std::max(one.most, regret[x]);
      one.best += regret[x] <= 0 ? 1 : 0;
    }
    one.best /= static_cast<double>(futures);
    one.p90 = quantile_of(std::move(regret), 0.9);
    found.push_back(one);
  }
  return found;
}

Index domain_criterion(const std::vector<char>& met) {
  assert(!met.empty());
  const auto n = static_cast<double>(met.size());
  const auto hits =
      static_cast<double>(std::ranges::count_if(met, [](char one) { return one != 0; }));
  const Share share = share_of(hits, n);
  return {share.value, share.low, share.high};
}

std::vector<char> dominated(const Losses& losses) {
  const std::size_t plans = losses.empty() ? 0 : losses.front().size();
  std::vector<char> found(plans, 0);
  for (std::size_t a = 0; a < plans; ++a)
    for (std::size_t b = 0; b < plans && found[a] == 0; ++b) {
      bool no_worse = true, better = false;
      for (const auto& measure : losses) {
        no_worse = no_worse && measure[b] <= measure[a];
        better = better || measure[b] < measure[a];
      }
      found[a] = no_worse && better ? 1 : 0;
    }
  return found;
}

}  // namespace entente::solve
