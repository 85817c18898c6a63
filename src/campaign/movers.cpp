#include "campaign/movers.h"

#include <algorithm>
#include <string_view>

#include "base/threads.h"

namespace entente::campaign {
namespace {

Factor assumed(const card::Field& field) {
  const std::string name(field.name);
  return {name, true, {assumption_key(name)}, {}};
}

}  // namespace

std::vector<Factor> deciding_factors(const Question& question) {
  std::vector<Factor> found;
  if (question.situation.rules.any())
    for (const auto& one : kMovements) found.push_back(assumed(one.field));
  for (const auto& one : kJudgements) found.push_back(assumed(one.field));
  for (const auto& one : actors::kStakes) found.push_back(assumed(one.field));
  return found;
}

Premises held_at(Premises premises, const Push& push) {
  premises.held.insert(premises.held.begin(), push);
  return premises;
}

std::vector<Factor> without_owners(std::vector<Factor> factors) {
  std::erase_if(factors, [](const Factor& one) {
    if (one.assumption) return false;
    constexpr std::string_view kOfOwners[] = {"forces of ", "home defence of ", "readiness of ",
                                              "share that "};
    return std::ranges::any_of(kOfOwners,
                               [&](std::string_view words) { return one.name.starts_with(words); });
  });
  return factors;
}

std::vector<FactorEnds> at_both_ends(const Question& question, std::vector<Factor> factors,
                                     const FiguresUnder& figures, const Run& run) {
  const Premises& premises = question.premises;
  std::vector<FactorEnds> pairs;
  for (Factor& one : factors) {
    FactorEnds pair{std::move(one)};
    pair.range = range_of(pair.factor, premises);
    if (pair.range && pair.range->fixed()) continue;
    each_assumption(premises, [&](const card::Field& field, double) {
      if (pair.factor.assumption && field.name == pair.factor.name) pair.unit = field.unit;
    });
    pairs.push_back(std::move(pair));
  }
  on_threads(2 * pairs.size(), run, [&](std::size_t task) {
    FactorEnds& pair = pairs[task / 2];
    const bool high = task % 2 == 1;
    (high ? pair.high : pair.low) =
        figures({pair.factor.keys, high ? card::kHighEnd : card::kLowEnd});
  });
  return pairs;
}

std::vector<card::Mover> movers_of(const std::vector<FactorEnds>& pairs, std::size_t figure) {
  std::vector<card::Mover> movers;
  for (const FactorEnds& one : pairs) {
    card::Mover mover{.name = one.factor.name,
                      .assumption = one.factor.assumption,
                      .unit = one.unit,
                      .at_low = one.low[figure],
                      .at_high = one.high[figure]};
    if (one.range) {
      mover.low = quantile(*one.range, card::kLowEnd);
      mover.high = quantile(*one.range, card::kHighEnd);
    }
    movers.push_back(std::move(mover));
  }
  put_most_first(movers);
  return movers;
}

}  // namespace entente::campaign
