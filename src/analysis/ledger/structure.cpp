#include "analysis/ledger/structure.h"

#include <algorithm>

#include "base/threads.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using Subset = unsigned;

constexpr std::size_t kMost = 8;    // Contingencies: 256 subsets.
constexpr double kRounding = 1e-7;  // Of the gap, in per cent.

std::vector<int> members(const std::vector<int>& set, Subset subset) {
  std::vector<int> some;
  for (std::size_t c = 0; c < set.size(); ++c)
    if ((subset >> c & 1U) != 0) some.push_back(set[c]);
  return some;
}

}  // namespace

Structure structure_of(const Question& q, const DrawTerms& terms, const Run& run) {
  std::vector<int> set = q.sets[largest_set(q)];
  set.resize(std::min(set.size(), kMost));
  const auto places = static_cast<unsigned>(set.size());
  std::vector<double> gaps(std::size_t{1} << places);
  on_threads(gaps.size(), run, [&](std::size_t subset) {
    gaps[subset] = q.situation.percent(shortfall(terms, members(set, static_cast<Subset>(subset))));
  });
  Structure found;
  for (unsigned a = 0; a < places; ++a)
    for (unsigned b = a + 1; b < places; ++b)
      for (Subset rest = 0; rest < gaps.size(); ++rest) {
        const Subset with_a = 1U << a, with_b = 1U << b;
        if ((rest & (with_a | with_b)) != 0) continue;
        ++found.tested;
        const double second =
            gaps[rest | with_a | with_b] - gaps[rest | with_a] - gaps[rest | with_b] + gaps[rest];
        if (second >= -kRounding) continue;
        ++found.violated;
        if (second >= found.worst) continue;
        found.worst = second;
        const std::vector<int> base = members(set, rest);
        found.worst_of = (base.empty() ? "none" : q.situation.title(base)) + " with " +
                         q.situation.title(members(set, with_a)) + " and " +
                         q.situation.title(members(set, with_b));
      }
  return found;
}

}  // namespace entente::analysis
