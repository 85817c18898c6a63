#include "analysis/burden/size.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "base/stream.h"
#include "solve/ranks.h"

namespace entente::analysis {
namespace {

/// Pairs that tie.
double ties(std::vector<double> values) {
  std::ranges::sort(values);
  double pairs = 0;
  for (std::size_t first = 0; first < values.size();) {
    std::size_t last = first;
    while (last < values.size() && values[last] == values[first]) ++last;
    const auto n = static_cast<double>(last - first);
    pairs += n * (n - 1) / 2;
    first = last;
  }
  return pairs;
}

/// Of a sum of products of ranks, which is all that a permutation changes in the coefficient.
double p_value_of(const std::vector<Ally>& allies, std::uint64_t seed) {
  std::vector<double> product, burden;
  std::string who;
  for (const Ally& one : allies) {
    product.push_back(one.gdp.range.value);
    burden.push_back(one.spending.range.value);
    who += one.name + " ";
  }
  const std::vector<double> size = solve::ranks(product);
  std::vector<double> share = solve::ranks(burden);
  const auto products = [&] {
    return std::inner_product(size.begin(), size.end(), share.begin(), 0.0);
  };
  const double observed = products();
  std::size_t as_high = 1;
  for (std::size_t draw = 0; draw < kPermutations; ++draw) {
    Stream stream(seed, draw, who, "permutation");
    for (std::size_t i = share.size(); i > 1; --i)
      std::swap(share[i - 1],
                share[static_cast<std::size_t>(stream.uniform() * static_cast<double>(i))]);
    as_high += products() >= observed ? 1 : 0;
  }
  return static_cast<double>(as_high) / static_cast<double>(kPermutations + 1);
}

}  // namespace

std::vector<Ally> spenders(const Alliance& alliance) {
  std::vector<Ally> found;
  for (const Ally& one : alliance.allies)
    if (one.spending.range.value > 0) found.push_back(one);
  return found;
}

RankPair rank_pair(const std::vector<double>& product, const std::vector<double>& burden) {
  const solve::Concordance pairs = solve::concordance(product, burden);
  const auto n = static_cast<double>(product.size());
  const double all = n * (n - 1) / 2;
  const double scale = std::sqrt((all - ties(product)) * (all - ties(burden)));
  const double net = static_cast<double>(pairs.concordant) - static_cast<double>(pairs.discordant);
  return {solve::spearman(product, burden), scale > 0 ? net / scale : 0};
}

RankPair rank_pair(const std::vector<Ally>& allies, const campaign::WorldId& id) {
  std::vector<double> product, burden;
  for (const Ally& one : allies) {
    product.push_back(campaign::value_in(one.gdp, id));
    burden.push_back(campaign::value_in(one.spending, id));
  }
  return rank_pair(product, burden);
}

SizeTest size_test(const std::vector<Ally>& allies, std::uint64_t seed) {
  const auto without = [&](std::size_t left_out) {
    std::vector<Ally> others = allies;
    if (left_out < others.size()) others.erase(others.begin() + static_cast<int>(left_out));
    return rank_pair(others, {});
  };
  SizeTest found;
  found.p_value = p_value_of(allies, seed);
  found.spearman =
      solve::jackknife(allies.size(), [&](std::size_t i) { return without(i).spearman; });
  found.kendall =
      solve::jackknife(allies.size(), [&](std::size_t i) { return without(i).kendall; });
  const auto largest =
      std::ranges::max_element(allies, {}, [](const Ally& one) { return one.gdp.range.value; });
  found.largest = largest->name;
  found.without_largest = without(static_cast<std::size_t>(largest - allies.begin()));
  return found;
}

Verdict verdict(const SizeTest& test) {
  constexpr double kLevel = 0.05;
  if (test.p_value <= kLevel) return Verdict::borne_out;
  return test.p_value >= 1 - kLevel ? Verdict::reversed : Verdict::undecided;
}

std::string_view word(Verdict verdict) {
  static constexpr std::string_view kWords[] = {"borne_out", "undecided", "reversed"};
  return kWords[static_cast<std::size_t>(verdict)];
}

}  // namespace entente::analysis
