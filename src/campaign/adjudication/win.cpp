#include "campaign/adjudication/win.h"

#include <algorithm>
#include <cassert>

#include "campaign/adjudication/judge.h"
#include "campaign/adjudication/periods.h"

namespace entente::campaign {
namespace {

/// Mean over days 0 to `until` of a series; 0 for an empty one.
double mean(const Battle& battle, const std::vector<double>& series, double until) {
  if (series.empty()) return 0;
  assert(series.size() == battle.days.size());
  double sum = 0;
  for (const adjudication::Period period : adjudication::Periods(battle, until))
    sum += series[period.index] * (period.end - period.begin);
  return sum / until;
}

Meeting meet(const Battle& battle) {
  assert(!battle.days.empty() && battle.days.front() == 0 && battle.horizon > battle.days.back());
  const double until = battle.clock > 0 ? std::min<double>(battle.clock, battle.horizon)
                                        : static_cast<double>(battle.horizon);
  const auto over = [&](const std::vector<double>& series) { return mean(battle, series, until); };
  return {&battle,
          until,
          over(battle.attacker.strength),
          over(battle.defender.strength),
          over(battle.attacker.naval),
          over(battle.defender.naval)};
}

/// Numbers within the ranges of their fields, where all laws are defined and rise with force.
Judgement held_to_ranges(Judgement numbers) {
  for (const JudgementField& one : kJudgements) {
    double& number = numbers.*one.value;
    number = std::clamp(number, one.field.low, one.field.high);
  }
  return numbers;
}

}  // namespace

double win(const Judge& judge, const Battle& battle, const Judgement& numbers) {
  const Meeting meeting = meet(battle);
  if (!(meeting.attacker > 0)) return 0;
  if (!(meeting.defender > 0)) return 1;
  const Judge& asked = judge.applies(meeting) ? judge : adjudication::ensemble;
  return std::clamp(asked.win(meeting, held_to_ranges(numbers)), 0.0, 1.0);
}

bool applies(const Judge& judge, const Battle& battle) { return judge.applies(meet(battle)); }

}  // namespace entente::campaign
