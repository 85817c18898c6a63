#include "inquiry/claims/judge.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "solve/bootstrap.h"
#include "solve/ranks.h"

namespace entente::inquiry {
namespace {

using studies::ClaimCondition;
using studies::ClaimTerm;
using studies::Exploration;
using studies::Relation;

/// The outcome of one gauge of one option, wherever it is taken.
using Take = std::function<double(std::size_t option, std::size_t gauge)>;

std::size_t option_of(const Exploration& e, const ClaimTerm& term) {
  if (term.variant.empty()) return e.baseline;
  return static_cast<std::size_t>(std::ranges::find(e.options, term.variant, &studies::Option::id) -
                                  e.options.begin());
}

std::size_t gauge_of(const Exploration& e, const ClaimTerm& term) {
  return static_cast<std::size_t>(
      std::ranges::find_if(e.gauges,
                           [&](const studies::Gauge& one) { return one.id() == term.measure; }) -
      e.gauges.begin());
}

double sum(const Exploration& e, const std::vector<ClaimTerm>& terms, const Take& take) {
  double total = 0;
  for (const ClaimTerm& one : terms) total += one.times * take(option_of(e, one), gauge_of(e, one));
  return total;
}

Spread spread(const std::vector<double>& values) {
  double mean = 0;
  for (const double one : values) mean += one / static_cast<double>(values.size());
  return {mean, solve::quantile_of(values, 0.05), solve::quantile_of(values, 0.95)};
}

/// Rank correlation of what speaks for the condition with each factor.
std::vector<double> ranks(const Exploration& e, const studies::Experiments& x,
                          const std::vector<double>& support) {
  std::vector<double> found;
  for (std::size_t j = 0; j < e.axes.size() && support.size() > 1; ++j) {
    std::vector<double> values;
    for (const std::size_t row : x.ensemble) values.push_back(x.points.row(row)[j]);
    found.push_back(solve::spearman(values, support));
  }
  return found;
}

}  // namespace

Faults unjudged_terms(const Exploration& e) {
  Faults faults;
  for (const ClaimCondition& condition : e.study.claim->conditions)
    for (const auto* side : {&condition.left, &condition.right})
      for (const ClaimTerm& one : *side)
        if (option_of(e, one) == e.options.size())
          faults.push_back({Code::bad_value, one.variant_where,
                            "the variant `" + one.variant +
                                "` is not looked at under the belief that is explored",
                            "name another variant, or its belief under [explore]"});
  return faults;
}

Result<Judged> judge(const Exploration& e, const studies::Experiments& x,
                     const studies::Outcomes& plain) {
  if (Faults faults = unjudged_terms(e); !faults.empty()) return faults;
  Judged found;
  found.futures = x.ensemble.size();
  found.plain = true;
  std::vector<char> all(found.futures, 1);
  for (const ClaimCondition& condition : e.study.claim->conditions) {
    std::vector<double> lefts, rights, support;
    std::vector<char> good;
    const bool more = condition.is == Relation::above || condition.is == Relation::at_least;
    for (std::size_t i = 0; i < found.futures; ++i) {
      const Take take = [&](std::size_t o, std::size_t g) { return x.y[o][g][x.ensemble[i]]; };
      lefts.push_back(sum(e, condition.left, take));
      rights.push_back(sum(e, condition.right, take) + condition.value);
      support.push_back(more ? lefts.back() - rights.back() : rights.back() - lefts.back());
      good.push_back(studies::holds(condition, lefts.back(), rights.back()) ? 1 : 0);
      all[i] = all[i] != 0 && good.back() != 0 ? 1 : 0;
    }
    const Take take = [&](std::size_t o, std::size_t g) { return plain[o * e.gauges.size() + g]; };
    JudgedCondition one{solve::domain_criterion(good),
                        spread(lefts),
                        spread(rights),
                        ranks(e, x, support),
                        sum(e, condition.left, take),
                        sum(e, condition.right, take) + condition.value,
                        false};
    one.plain = studies::holds(condition, one.plain_left, one.plain_right);
    found.plain = found.plain && one.plain;
    found.conditions.push_back(std::move(one));
  }
  found.holds = solve::domain_criterion(all);
  found.failing = studies::failing_boxes(e, x, e.study.name, all);
  return found;
}

}  // namespace entente::inquiry
