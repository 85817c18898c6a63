#include "campaign/adjudication/judge.h"
#include "campaign/adjudication/laws.h"
#include "campaign/adjudication/periods.h"
#include "campaign/adjudication/race.h"

namespace entente::campaign::adjudication {
namespace {

/// Exchanges on days 0, `salvo_days`, 2 `salvo_days`, ... before the clock.
double win_of(const Meeting& meeting, const Judgement& n) {
  if (!(meeting.attacker_naval > 0)) return 0;
  if (!(meeting.defender_naval > 0)) return 1;
  const Battle& battle = *meeting.battle;
  Two left{1, 1};  // Shares of what has been sent so far.
  Race race;
  double day = 0;
  for (const Period period : Periods(battle, meeting.until)) {
    const double attacker = battle.attacker.naval[period.index];
    const double defender = battle.defender.naval[period.index];
    for (; day < period.end && !race.over(); day += n.salvo_days) {
      if (!(attacker > 0)) continue;  // Nobody there who attacks.
      const auto fleet = [&](double force) {
        return Fleet{force, n.salvo_offence, n.salvo_defence, n.staying_power};
      };
      const Two after = salvo_exchange(fleet(attacker * left.first), fleet(defender * left.second));
      left = {after.first / attacker, defender > 0 ? after.second / defender : 0};
      race.step(broken(1 - left.first, n.attacker_breaks, n.break_scatter),
                broken(1 - left.second, n.defender_breaks, n.break_scatter));
    }
    if (race.over()) break;
  }
  return race.won();
}

bool at_sea(const Meeting& meeting) {
  return !meeting.battle->irregular && (meeting.attacker_naval > 0 || meeting.defender_naval > 0);
}

}  // namespace

extern const Judge salvo;
constinit const Judge salvo{
    .card = {.name = "salvo",
             .question = "Whose fleet is out of action first if both exchange salvoes?",
             .source = "Hughes (1995), Naval Research Logistics 42",
             .fields = kFieldsOf<&Judgement::salvo_offence, &Judgement::salvo_defence,
                                 &Judgement::staying_power, &Judgement::salvo_days,
                                 &Judgement::attacker_breaks, &Judgement::defender_breaks,
                                 &Judgement::break_scatter>},
    .applies = at_sea,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
