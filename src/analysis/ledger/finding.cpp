#include <algorithm>

#include "analysis/ledger/tables.h"
#include "base/name.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;

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

std::string ledger_finding(const Findings& f) {
  const Question& q = f.question;
  const std::size_t all = largest_set(q);
  const auto gap = f.heads.estimate(f.columns.gap(all));
  const double share = f.heads.mean(f.columns.missing(all));
  const bool many = q.sets[all].size() > 1;
  std::string text =
      "If " + q.situation.title(q.sets[all]) + (many ? " come due at once, " : " comes due, ");
  if (q.premises.plan.element_weights.empty()) {
    text += with_spread(gap, f.sampling.vary) + " of all that is asked is missing";
    if (many) text += ", " + plain(share) + " % of what this set asks";
    if (f.at_tables.empty())
      text += ".";
    else if (f.sampling.vary.facts)
      text += ". With the facts as the tables have them it is " +
              with_interval(f.at_tables[all], f.sampling.vary) + ", and " +
              plain(f.kept[f.columns.gap(all)]) + " % if every promise is kept.";
    else
      text += "; were every promise kept it would be " + plain(f.kept[f.columns.gap(all)]) + " %.";
  } else {  // Weights of the scenario's own have no natural hundred.
    const double unit = 1 / q.situation.percent(1);
    text += "the weighted shortfall is " + plain(gap.mean * unit) + " (" + plain(share) +
            " % of what this set asks); were " + "every promise kept it would be " +
            plain(f.kept[f.columns.gap(all)] * unit) + ".";
  }
  if (const int pair = worst_of(f, 2); pair >= 0 && q.sets[all].size() > 2) {
    const auto at = static_cast<std::size_t>(pair);
    text += " Of the pairs asked, " + q.situation.title(q.sets[at]) +
            " is worst: " + with_spread(f.heads.estimate(f.columns.gap(at)), f.sampling.vary) + ".";
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
