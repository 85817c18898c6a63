#include "analysis/stability/worlds.h"

#include <algorithm>
#include <cmath>

#include "base/stream.h"
#include "solve/normal.h"

namespace entente::analysis {
namespace {

constexpr std::size_t kWorlds = 200;
// From parity to the old rule that attackers must be three to one; all in whole hundredths.
constexpr std::int64_t kGammaMost = 300, kGammaUnder = 100;
constexpr double kRoom = 4e18;  // Below 2^62.

double doubt(const world::Uncertain& one) {
  if (one.fixed()) return 0;
  return one.confidence == 'A' ? 0.05 : one.confidence == 'B' ? 0.15 : 0.40;
}

/// The same network where the strength of each state is so many times as large.
solve::Alliances scaled(const solve::Alliances& network, const std::vector<double>& factors,
                        solve::Advantage gamma) {
  const std::size_t n = network.size();
  std::vector<std::int64_t> strengths;
  for (std::size_t i = 0; i < n; ++i)
    strengths.push_back(std::max<std::int64_t>(
        1, std::llround(static_cast<double>(network.strength(i)) * factors[i])));
  solve::Alliances made(std::move(strengths), gamma);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j) made.set(i, j, network.linked(i, j));
  return made;
}

/// What the strongest attack on every state comes to.
struct Look {
  std::vector<char> vulnerable;
  double count = 0, ratio = 0;  ///< Of those that are; mean of attacking over defending.
};

Look look_at(const solve::Alliances& network, solve::Coalition coalition) {
  Look seen;
  const auto attackers = attackers_of(network, coalition);
  double all = 0;
  for (std::size_t i = 0; i < network.size(); ++i) {
    const auto attack = strongest_attack(network, i, *attackers);
    seen.vulnerable.push_back(attack && wins(network, *attack) ? 1 : 0);
    seen.count += seen.vulnerable.back();
    if (!attack) continue;
    all += 1;
    seen.ratio += static_cast<double>(attack->attacking) / static_cast<double>(attack->defending);
  }
  seen.ratio /= std::max(1.0, all);
  return seen;
}

}  // namespace

void vary_strengths(NetworkFindings& f, solve::Coalition coalition, std::uint64_t seed) {
  const auto& strengths = f.network.strengths;
  if (std::ranges::all_of(strengths, [](const auto& one) { return doubt(one) == 0; })) return;
  const std::size_t n = strengths.size();
  std::vector<double> hits(n, 0), counts;
  for (std::size_t world = 0; world < kWorlds; ++world) {
    std::vector<double> factors;
    for (std::size_t i = 0; i < n; ++i) {
      Stream stream(seed, world, f.network.names[i], "strength");
      factors.push_back(std::exp(doubt(strengths[i]) * solve::normal(stream)));
    }
    const Look seen =
        look_at(scaled(f.network.alliances, factors, f.network.alliances.gamma()), coalition);
    for (std::size_t i = 0; i < n; ++i) hits[i] += seen.vulnerable[i];
    counts.push_back(seen.count);
  }
  for (double& one : hits) one /= static_cast<double>(kWorlds);
  std::sort(counts.begin(), counts.end());
  f.vulnerable_in = std::move(hits);
  f.count_p05 = counts[kWorlds / 20];
  f.count_p95 = counts[kWorlds - 1 - kWorlds / 20];
}

void move_strengths(NetworkFindings& f, solve::Coalition coalition) {
  const solve::Alliances& network = f.network.alliances;
  const std::size_t n = network.size();
  const auto add = [&](card::Mover mover, const Look& low, const Look& high) {
    mover.at_low = low.count;
    mover.at_high = high.count;
    f.movers.push_back(mover);
    mover.at_low = low.ratio;
    mover.at_high = high.ratio;
    f.ratio_movers.push_back(std::move(mover));
  };
  double all = 0;
  for (std::size_t i = 0; i < n; ++i) {
    all += static_cast<double>(network.strength(i));
    const world::Uncertain& strength = f.network.strengths[i];
    if (doubt(strength) == 0) continue;
    const auto factor = [&](double u) {
      return std::exp(doubt(strength) * solve::normal_quantile(u));
    };
    const auto seen = [&](double u) {
      std::vector<double> factors(n, 1);
      factors[i] = factor(u);
      return look_at(scaled(network, factors, network.gamma()), coalition);
    };
    add({.name = "strength of " + f.network.names[i],
         .low = strength.value * factor(card::kLowEnd),
         .high = strength.value * factor(card::kHighEnd),
         .unit = "strength"},
        seen(card::kLowEnd), seen(card::kHighEnd));
  }
  // As all assumptions: as likely below the value as above it.
  const solve::Advantage gamma = network.gamma();
  const auto value = static_cast<std::int64_t>(std::llround(
      static_cast<double>(gamma.over) * kGammaUnder / static_cast<double>(gamma.under)));
  const std::int64_t least = std::min<std::int64_t>(kGammaUnder, value),
                     most = std::max(kGammaMost, value);
  const std::int64_t low = least + (value - least) / 10, high = value + (most - value) * 9 / 10;
  if (low > 0 && all * static_cast<double>(std::max(high, kGammaUnder)) < kRoom) {
    const std::vector<double> factors(n, 1);
    const auto seen = [&](std::int64_t over) {
      return look_at(scaled(network, factors, {over, kGammaUnder}), coalition);
    };
    add({.name = "gamma",
         .assumption = true,
         .low = static_cast<double>(low) / kGammaUnder,
         .high = static_cast<double>(high) / kGammaUnder,
         .unit = "ratio"},
        seen(low), seen(high));
  }
  card::put_most_first(f.movers);
  card::put_most_first(f.ratio_movers);
}

}  // namespace entente::analysis
