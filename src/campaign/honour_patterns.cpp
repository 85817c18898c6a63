#include "campaign/honour_patterns.h"

#include <algorithm>
#include <map>
#include <string>

#include "belief/pattern_law.h"

namespace entente::campaign {
namespace {

/// A promise that may be kept or broken: a place in `Kept`.
struct Uncertain {
  bool support = false;
  std::size_t at = 0;
};

/// What one promisor may break.
struct Promisor {
  std::vector<Uncertain> promises;
  std::vector<double> kept;  ///< Probability of each, shifted.
};

/// Whether some force hangs on what a supplier goes on giving in a place.
bool matters(const Situation& s, std::size_t supplier, std::size_t place) {
  return std::ranges::any_of(s.holds, [&](const HoldCase& one) {
    return static_cast<std::size_t>(one.supplier) == supplier && one.linked[place];
  });
}

/// Promises with a probability between 0 and 1, by name of the promisor.
std::map<std::string, Promisor> promisors_of(const Situation& s, const Kept& expected,
                                             const std::vector<bool>& asked) {
  std::map<std::string, Promisor> found;
  const std::size_t places = s.places.size();
  const auto add = [&](const std::string& who, bool support, std::size_t at, double kept) {
    if (kept <= 0 || kept >= 1) return;
    Promisor& one = found[who];
    one.promises.push_back({support, at});
    one.kept.push_back(kept);
  };
  for (std::size_t c = 0; c < places; ++c) {
    if (!asked.empty() && !asked[c]) continue;
    for (std::size_t o = 0; o < s.owners.size(); ++o)
      if (s.owners[o].roles[c].helper != nullptr)
        add(s.owners[o].name, false, o * places + c, expected.comes[o * places + c]);
    for (std::size_t i = 0; i < s.suppliers.size(); ++i)
      if (matters(s, i, c))
        add(s.suppliers[i], true, i * places + c, expected.supplies[i * places + c]);
  }
  return found;
}

}  // namespace

std::optional<HonourPatterns> honour_patterns(const Situation& s, const Numbers& numbers,
                                              const std::vector<bool>& places) {
  const Kept expected = kept_in(s, numbers, Honour::expected, 0, 0);
  const auto promisors = promisors_of(s, expected, places);
  belief::CommonCause cause = numbers.belief.cause;
  cause.mu = 0;  // It is in the probabilities.
  HonourPatterns all;
  for (const auto& [who, one] : promisors) {
    all.uncertain += one.promises.size();
    if (all.uncertain > kMostUncertain || !belief::quadrature_suffices(one.promises.size(), cause))
      return std::nullopt;
    all.integrated = all.integrated || !belief::closed_form(one.promises.size(), cause);
  }
  all.kept.push_back(expected);
  all.probability.push_back(1);
  for (const auto& [who, one] : promisors) {
    const std::vector<double> law = belief::pattern_law(one.kept, cause);
    HonourPatterns more;
    for (std::size_t i = 0; i < all.kept.size(); ++i)
      for (std::size_t mask = 0; mask < law.size(); ++mask) {
        if (law[mask] <= 0) continue;
        Kept kept = all.kept[i];
        for (std::size_t k = 0; k < one.promises.size(); ++k) {
          const Uncertain& promise = one.promises[k];
          (promise.support ? kept.supplies : kept.comes)[promise.at] =
              static_cast<double>(mask >> k & 1);
        }
        more.kept.push_back(std::move(kept));
        more.probability.push_back(all.probability[i] * law[mask]);
      }
    all.kept = std::move(more.kept);
    all.probability = std::move(more.probability);
  }
  return all;
}

std::string notice_of(const HonourPatterns& patterns) {
  if (patterns.uncertain == 0)
    return "Honour is not sampled: every promise asked is certain or impossible.";
  std::string text = "Honour is not sampled but enumerated: " + std::to_string(patterns.uncertain) +
                     (patterns.uncertain == 1 ? " promise is" : " promises are") +
                     " neither certain nor impossible, and the " +
                     std::to_string(patterns.kept.size()) +
                     " patterns of what is kept and broken are weighed by probability; draws have "
                     "no bearing on it.";
  if (patterns.integrated)
    text +=
        " What the promises of one promisor have in common is integrated by Gauss-Hermite "
        "quadrature, right to 1e-5.";
  return text;
}

}  // namespace entente::campaign
