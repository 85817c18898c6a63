#include "campaign/adjudication/judge.h"
#include "campaign/adjudication/race.h"

namespace entente::campaign::adjudication {
namespace {

/// P(B / R < k), k scattered about `guerrilla_ratio`: the sign of the invariant of `deitchman` with
/// area fire a = 2 r / (k^2 R), which makes k the ratio at which neither side wins.
double win_of(const Meeting& meeting, const Judgement& numbers) {
  const double ratio = meeting.defender / meeting.attacker;
  return 1 - reached(ratio, numbers.guerrilla_ratio, numbers.break_scatter);
}

bool irregular(const Meeting& meeting) { return meeting.battle->irregular; }

}  // namespace

extern const Judge guerrilla;
constinit const Judge guerrilla{
    .card = {.name = "guerrilla",
             .question = "Who outlasts whom if guerrillas see and are not seen?",
             .source = "Ambush law of Deitchman (1962), Operations Research 10, fought to the end",
             .fields = kFieldsOf<&Judgement::guerrilla_ratio, &Judgement::break_scatter>},
    .applies = irregular,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
