#include <algorithm>

#include "analysis/burden/tables.h"
#include "base/digits.h"
#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using Own = BurdenModel::Own;

constexpr Bounds kPercent{0, 100};

/// `62 % (60 to 64 over facts and assumptions)`; the figure alone where facts are not varied.
std::string spread(const BurdenFindings& f, std::size_t at, const Bounds& bounds,
                   std::string_view unit, double scale = 1) {
  solve::Estimate one = f.sums.estimate(at);
  for (double* end : {&one.mean, &one.p05, &one.p95}) *end *= scale;
  if (!f.sampling.vary.facts) return plain(one.mean) + std::string(unit);
  return with_spread(one, {.honour = false, .facts = true}, bounds, unit);
}

/// The member that spends most.
std::size_t largest(const BurdenFindings& f) {
  const auto& allies = f.burden.asked.alliance.allies;
  const auto spent = [](const Ally& one) { return one.gdp.range.value * one.spending.range.value; };
  return static_cast<std::size_t>(std::ranges::max_element(allies, {}, spent) - allies.begin());
}

std::string carried(const BurdenFindings& f) {
  const Alliance& alliance = f.burden.asked.alliance;
  const std::size_t most = largest(f);
  return "In `" + alliance.id + "` in " + std::to_string(alliance.year) + " " +
         alliance.allies[most].name + " carries " +
         spread(f, f.model.own(most, Own::share), kPercent, " %") + " of the spending of " +
         std::to_string(alliance.allies.size()) + " members at " +
         plain(f.sums.mean(f.model.own(most, Own::product))) +
         " % of their GDP, which is the efficient share where all have one taste";
}

std::string givers(const BurdenFindings& f) {
  const auto free = solve::voluntary(f.model.contributors(kVariants[0], f.model.terms({}), {}));
  const std::size_t count = free.givers();
  return "; of their own accord " + std::to_string(count) + (count == 1 ? " member" : " members") +
         " would give to a pure public good, " +
         spread(f, f.model.balance(0, BurdenModel::Balance::ratio), kNotNegative, " %", 100) +
         " of what is efficient";
}

/// A yardstick as it stands in a sentence.
std::string words(const Yardstick& one) {
  if (one.kind == Yardstick::Kind::pledge) return shortest(one.pledge) + " % of GDP";
  if (one.kind == Yardstick::Kind::population) return "shares by population";
  return one.variant == 0 ? "efficient shares" : "those with the threat term";
}

/// What members lack against a yardstick, in money.
std::string lacking(const BurdenFindings& f, std::string_view name) {
  const auto& all = f.model.yardsticks();
  const auto found = std::ranges::find(all, name, &Yardstick::name);
  if (found == all.end()) return "";
  const auto y = static_cast<std::size_t>(found - all.begin());
  return spread(f, f.model.shortfall(y, BurdenModel::Short::sum), kNotNegative, " bn USD") +
         " short of " + words(*found);
}

std::string free_riding(const BurdenFindings& f) {
  std::vector<std::string> words;
  for (const std::string_view name : {"efficient", "efficient_threat", "benefit_population"})
    if (const std::string one = lacking(f, name); !one.empty()) words.push_back(one);
  for (const Yardstick& one : f.model.yardsticks())
    if (one.kind == Yardstick::Kind::pledge) words.push_back(lacking(f, one.name));
  return words.empty() ? "" : ". Together members are " + join(words, ", ");
}

std::string size(const BurdenFindings& f) {
  const int year = f.burden.asked.alliance.year;
  for (std::size_t y = 0; y < f.sizes.size(); ++y) {
    if (f.burden.years[y].year != year) continue;
    const SizeTest& test = f.sizes[y];
    const solve::Estimate& one = test.spearman;
    static constexpr std::string_view kSays[] = {"bears it out", "leaves it undecided",
                                                 "is against it"};
    return ". That the larger bear more: rank correlation " + fixed(one.mean, 2) + " (" +
           fixed(std::max(-1.0, one.low), 2) + " to " + fixed(std::min(1.0, one.high), 2) +
           " over members), which at the 5 % level " +
           std::string(kSays[static_cast<std::size_t>(verdict(test))]) + "; naive: 0";
  }
  return "";
}

}  // namespace

std::string burden_finding(const BurdenFindings& findings) {
  return carried(findings) + givers(findings) + free_riding(findings) + size(findings) + ".";
}

}  // namespace entente::analysis
