#include "analysis/alignment/findings.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/name.h"
#include "solve/bootstrap.h"
#include "solve/normal.h"

namespace entente::analysis {
namespace {

using solve::Camps;
using solve::Minimum;

/// Standard deviation of the logarithm of a fact; 0 where its file says nothing.
double doubt(const std::string& confidence) {
  if (confidence == "A") return 0.05;
  if (confidence == "B") return 0.15;
  return confidence == "C" ? 0.40 : 0;
}

/// What changes where one state of a split goes to another camp, in a world of sizes.
double least_change(const AlignmentAsked& asked, const std::vector<double>& factor,
                    const Camps& camps, double& energy) {
  const std::size_t n = camps.size(), k = static_cast<std::size_t>(asked.sought.camps);
  double least = 1e300;
  energy = 0;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<double> felt(k, 0);
    for (std::size_t j = 0; j < n; ++j)
      felt[camps[j]] +=
          static_cast<double>(asked.landscape.weight(i, j)) / asked.per_one * factor[i] * factor[j];
    for (std::size_t c = 0; c < k; ++c) {
      if (c == camps[i]) continue;
      energy += felt[c];
      least = std::min(least, 2 * (felt[camps[i]] - felt[c]));
    }
  }
  return least;
}

double percent(double share) { return std::round(share * 1000) / 10; }

std::string short_number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// "GBR, FRA and 5 others against germany, ITA and 8 others"
std::string sides(const AlignmentAsked& asked, const Camps& camps) {
  std::vector<std::string> texts;
  for (std::size_t c = 0; c < static_cast<std::size_t>(asked.sought.camps); ++c) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < camps.size(); ++i)
      if (camps[i] == c) names.push_back(asked.about.sizes.names[i]);
    if (names.empty()) continue;
    const std::size_t others = names.size() > 4 ? names.size() - 3 : 0;
    if (others > 0) names.resize(3);
    texts.push_back(join(names, ", ") +
                    (others > 0 ? " and " + std::to_string(others) + " others" : ""));
  }
  if (texts.size() == 1) return "keeps all states in one camp";
  return "sets " + join(texts, " against ");
}

}  // namespace

void vary_sizes(AlignmentFindings& findings, std::size_t worlds, std::uint64_t seed) {
  const AlignmentAsked& asked = findings.asked;
  const auto& sizes = asked.about.sizes;
  if (std::ranges::none_of(sizes.confidences, [](const auto& one) { return doubt(one) > 0; }))
    return;
  const std::size_t told = std::min(kToldMinima, findings.minima.found.size());
  findings.worlds = worlds;
  findings.firm.assign(told, {});
  std::vector<std::vector<double>> energies(told);
  std::vector<std::size_t> stable(told, 0);
  for (std::size_t world = 0; world < worlds; ++world) {
    std::vector<double> factor;
    for (std::size_t i = 0; i < sizes.names.size(); ++i) {
      Stream stream(seed, world, sizes.names[i], "size");
      factor.push_back(std::exp(doubt(sizes.confidences[i]) * solve::normal(stream)));
    }
    for (std::size_t m = 0; m < told; ++m) {
      double energy = 0;
      const double least = least_change(asked, factor, findings.minima.found[m].camps, energy);
      stable[m] += least >= 0 ? 1 : 0;
      energies[m].push_back(energy);
    }
  }
  for (std::size_t m = 0; m < told; ++m)
    findings.firm[m] = {static_cast<double>(stable[m]) / static_cast<double>(worlds),
                        solve::quantile_of(energies[m], 0.05),
                        solve::quantile_of(energies[m], 0.95)};
}

void move_sizes(AlignmentFindings& findings) {
  const auto& sizes = findings.asked.about.sizes;
  const Camps& camps = findings.minima.found.front().camps;
  for (std::size_t i = 0; i < sizes.names.size(); ++i) {
    const double spread = doubt(sizes.confidences[i]);
    if (spread == 0) continue;
    const auto factor = [&](double u) { return std::exp(spread * solve::normal_quantile(u)); };
    const auto depth = [&](double u) {
      std::vector<double> factors(sizes.names.size(), 1);
      factors[i] = factor(u);
      double energy = 0;
      return least_change(findings.asked, factors, camps, energy);
    };
    const double size = value(sizes.sizes[i]);
    findings.movers.push_back({.name = "size of " + sizes.names[i],
                               .low = size * factor(card::kLowEnd),
                               .high = size * factor(card::kHighEnd),
                               .unit = "size",
                               .at_low = depth(card::kLowEnd),
                               .at_high = depth(card::kHighEnd)});
  }
  card::put_most_first(findings.movers);
}

std::optional<Fit> fit_of(const AlignmentFindings& findings, std::size_t minimum) {
  const auto& sizes = findings.asked.about.sizes;
  const std::set<std::string> sides(sizes.actual.begin(), sizes.actual.end());
  if (findings.asked.sought.camps != 2 || sides.size() != 2 || sides.contains("")) return {};
  const Camps& camps = findings.minima.found[minimum].camps;
  const std::size_t n = camps.size();
  const std::string& first = *sides.begin();
  std::vector<std::size_t> differ, agree;
  std::size_t in_first = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const bool is_first = sizes.actual[i] == first;
    in_first += is_first ? 1 : 0;
    (is_first == (camps[i] == 0) ? agree : differ).push_back(i);
  }
  if (differ.size() > agree.size()) std::swap(differ, agree);
  Fit fit;
  double all = 0, right = 0;
  for (const std::size_t i : differ) fit.wrong.push_back(sizes.names[i]);
  for (std::size_t i = 0; i < n; ++i) all += value(sizes.sizes[i]);
  for (const std::size_t i : agree) right += value(sizes.sizes[i]);
  fit.size_right = right / all;
  fit.baseline = std::min(in_first, n - in_first);
  // Splits with at most as many errors, of the 2^(n-1): sum of C(n, j).
  double ways = 1, splits = 0;
  for (std::size_t j = 0; j <= differ.size(); ++j) {
    splits += ways;
    ways = ways * static_cast<double>(n - j) / static_cast<double>(j + 1);
  }
  fit.chance = std::min(1.0, static_cast<double>(findings.minima.count) * splits /
                                 std::exp2(static_cast<double>(n - 1)));
  return fit;
}

std::string members(const AlignmentAsked& asked, const Camps& camps, std::size_t camp) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < camps.size(); ++i)
    if (camps[i] == camp) names.push_back(asked.about.sizes.names[i]);
  return join(names, ", ");
}

std::string alignment_finding(const AlignmentFindings& f) {
  const auto& minima = f.minima;
  const std::size_t n = f.asked.landscape.states;
  const std::string camps = f.asked.sought.camps == 2
                                ? ""
                                : " of up to " + std::to_string(f.asked.sought.camps) + " camps";
  std::string text = std::to_string(n) + (n == 1 ? " state falls into " : " states fall into ") +
                     (f.enumerated ? "" : "at least ") + std::to_string(minima.count) +
                     (minima.count == 1 ? " stable configuration" : " stable configurations") +
                     camps;
  if (minima.found.empty()) return text + ", as every one that descends ends in a tie.";
  const Minimum& first = minima.found.front();
  text += minima.count == 1 ? ", which " : ", of which the lowest ";
  text += sides(f.asked, first.camps);
  if (minima.basins) {
    const double share = static_cast<double>(first.basin) / static_cast<double>(minima.checked);
    text += " and is reached from " + short_number(percent(share)) + " % of " +
            (f.drawn > 0 ? std::to_string(f.drawn) + " sampled" : "all") + " configurations";
  }
  if (const auto fit = fit_of(f, 0))
    text += fit->wrong.empty() ? "; it places every state as it was in the end"
                               : "; against what came it has " + join(fit->wrong, ", ") + " wrong";
  if (f.worlds > 0)
    text += "; it is stable in " + short_number(percent(f.firm.front().stable_in)) +
            " % of worlds of sizes (energy " + short_number(std::round(f.firm.front().energy_p05)) +
            " to " + short_number(std::round(f.firm.front().energy_p95)) + " over them)";
  return text + ".";
}

}  // namespace entente::analysis
