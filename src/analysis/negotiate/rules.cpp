#include "analysis/negotiate/rules.h"

#include <cmath>

namespace entente::analysis {

using scenario::DecisionRule;

std::vector<int> stances(const std::vector<solve::Chooser>& choosers, double option,
                         double status_quo, const solve::ChoiceRules& rules) {
  std::vector<int> found;
  for (const solve::Chooser& one : choosers) {
    const double gain = solve::choice_utility(one.ideal, option, rules) -
                        solve::choice_utility(one.ideal, status_quo, rules);
    const bool broken = option < one.never_below || option > one.never_above;
    found.push_back(broken || gain < -1e-12 ? -1 : gain > 1e-12 ? 1 : 0);
  }
  return found;
}

bool carries(const std::vector<scenario::Negotiator>& actors, const std::vector<int>& stance,
             DecisionRule rule) {
  std::size_t members = 0, in_favour = 0, against = 0;
  double people = 0, people_for = 0;
  for (std::size_t a = 0; a < actors.size(); ++a) {
    if (!actors[a].votes) continue;
    ++members;
    people += actors[a].population;
    if (stance[a] > 0) {
      ++in_favour;
      people_for += actors[a].population;
    }
    if (stance[a] < 0) ++against;
  }
  switch (rule) {
    case DecisionRule::consensus:
      return against == 0 && in_favour > 0;
    case DecisionRule::majority:
      return 2 * in_favour > members;
    case DecisionRule::two_thirds:
      return 3 * in_favour >= 2 * members;
    case DecisionRule::qualified_majority:
      // In whole numbers: 55 of a hundred.
      return 100 * in_favour >= 55 * members &&
             (people_for >= 0.65 * people || members - in_favour < 4);
  }
  return false;
}

std::vector<bool> pivotal(const std::vector<scenario::Negotiator>& actors,
                          const std::vector<int>& stance, DecisionRule rule) {
  const bool now = carries(actors, stance, rule);
  std::vector<bool> found;
  for (std::size_t a = 0; a < actors.size(); ++a) {
    std::vector<int> other = stance;
    other[a] = now ? -1 : 1;
    found.push_back(actors[a].votes && carries(actors, other, rule) != now);
  }
  return found;
}

}  // namespace entente::analysis
