#include <algorithm>
#include <charconv>
#include <cmath>

#include "analysis/ledger/tables.h"
#include "base/name.h"

namespace entente::analysis {
namespace {

using namespace campaign;

/// Per cent for a sentence: one digit below ten, none above.
std::string percent(double value) {
  char buffer[32];
  const int digits = std::abs(value) < 9.95 ? 1 : 0;
  return {
      buffer,
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits).ptr};
}

std::string with_spread(const Estimate& figure, const Vary& vary) {
  std::string text = percent(figure.mean) + " %";
  if (vary.facts)
    text += " (" + percent(std::max(0.0, figure.p05)) + " to " + percent(figure.p95) +
            " over facts and assumptions)";
  else if (vary.honour)
    text += " (interval of the mean " + percent(std::max(0.0, figure.low)) + " to " +
            percent(figure.high) + ")";
  else
    text += " (every state sending its likelihood's share, so a lower bound)";
  return text;
}

/// The set with the largest gap of those with as many contingencies as asked, or -1.
int worst_of(const Findings& f, std::size_t size) {
  int worst = -1;
  for (std::size_t i = 0; i < f.question.sets.size(); ++i)
    if (f.question.sets[i].size() == size &&
        (worst < 0 || f.heads.mean(f.columns.gap(i)) >
                          f.heads.mean(f.columns.gap(static_cast<std::size_t>(worst)))))
      worst = static_cast<int>(i);
  return worst;
}

}  // namespace

std::size_t largest_set(const Question& question) {
  const auto most = std::ranges::max_element(
      question.sets, {}, [](const std::vector<int>& set) { return set.size(); });
  return static_cast<std::size_t>(most - question.sets.begin());
}

double head_count_gap(const Question& question, const Numbers& numbers,
                      const std::vector<int>& set) {
  const Situation& s = question.situation;
  double gap = 0;
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    double units = 0;
    for (std::size_t p = 0; p < s.pools.size(); ++p) {
      const OwnerCase& owner = s.owners[static_cast<std::size_t>(s.pools[p].owner)];
      bool comes = false, target = false;
      for (const int c : set) {
        const Role& role = owner.roles[static_cast<std::size_t>(c)];
        comes = comes || role.helper != nullptr;
        target = target || role.target;
      }
      if (comes && !target && static_cast<std::size_t>(s.pools[p].element) == k)
        units += numbers.amount[p];
    }
    for (std::size_t t = 0; t < s.periods(); ++t) {
      std::vector<std::pair<double, double>> asked;  // Weight and net demand.
      double missing = -units;
      for (const int c : set) {
        const auto place = static_cast<std::size_t>(c);
        const std::size_t at = (place * s.elements.size() + k) * s.periods() + t;
        asked.emplace_back(numbers.weight[place],
                           std::max(0.0, numbers.demand[at] - numbers.host[at]));
        missing += asked.back().second;
      }
      std::ranges::sort(asked);  // What is missing is missing where it weighs least.
      for (const auto& [weight, net] : asked) {
        const double part = std::clamp(missing, 0.0, net);
        gap += s.value[k] * s.share[t] * weight * part;
        missing -= part;
      }
    }
  }
  return 100 * gap / std::max(1, s.counted);
}

std::string ledger_finding(const Findings& f) {
  const Question& q = f.question;
  const std::size_t all = largest_set(q);
  const auto gap = f.heads.estimate(f.columns.gap(all));
  const double asked = f.heads.mean(f.columns.required(all));
  const bool many = q.sets[all].size() > 1;
  std::string text = "If " + q.title(q.sets[all]) + (many ? " come due at once, " : " comes due, ");
  if (q.premises.plan.element_weights.empty()) {
    text += with_spread(gap, q.vary) + " of all that is asked is missing";
    if (asked > 0 && many)
      text += ", " + percent(100 * gap.mean / asked) + " % of what this set asks";
    if (q.vary.facts)
      text += ". With the facts as the tables have them it is " + percent(f.at_tables[all]) +
              " %, and " + percent(f.kept[f.columns.gap(all)]) + " % if every promise is kept.";
    else
      text +=
          "; were every promise kept it would be " + percent(f.kept[f.columns.gap(all)]) + " %.";
  } else {  // Weights of the scenario's own have no natural hundred.
    const double unit = std::max(1, q.situation.counted) / 100.0;
    text += "the weighted shortfall is " + percent(gap.mean * unit) + " (" +
            percent(asked > 0 ? 100 * gap.mean / asked : 0) + " % of what this set asks); were " +
            "every promise kept it would be " + percent(f.kept[f.columns.gap(all)] * unit) + ".";
  }
  if (const int pair = worst_of(f, 2); pair >= 0 && q.sets[all].size() > 2) {
    const auto at = static_cast<std::size_t>(pair);
    text += " Of the pairs asked, " + q.title(q.sets[at]) +
            " is worst: " + with_spread(f.heads.estimate(f.columns.gap(at)), q.vary) + ".";
  }
  if (!f.moves.empty()) {
    std::vector<std::string> names;
    for (const Move& one : f.moves)
      if (one.drawn) names.push_back(one.factor.name);
    if (!names.empty()) text += " What moves it most: " + join(names, "; ") + ".";
  }
  return text;
}

}  // namespace entente::analysis
