#include <algorithm>

#include "campaign/adjudication/judge.h"
#include "campaign/adjudication/laws.h"
#include "campaign/adjudication/periods.h"
#include "campaign/adjudication/race.h"

namespace entente::campaign::adjudication {
namespace {

/// A campaign by days; what is left of each side is a share of what has been sent so far.
class Campaign {
 public:
  explicit Campaign(const Judgement& n)
      : n_(n),
        law_{n.first_intensity, n.attacker_bears, n.defender_bears, n.withdrawal_most,
             n.exchange_ratio},
        now_{1, 1, 0, n.first_intensity} {}

  /// Part of a day, 0 to 1, with these strengths sent; a part counts as a day but for the ground.
  void day(double attacker, double defender, double part) {
    ground_ += part * now_.withdrawal;
    EpsteinDay today = now_;
    today.attacker *= attacker;
    today.defender *= defender;
    now_ = epstein_next(today, law_);
    now_.attacker /= attacker;
    now_.defender = defender > 0 ? now_.defender / defender : 0;
    const double held = (1 - broken(1 - now_.defender, n_.defender_breaks, n_.break_scatter)) *
                        (1 - reached(ground_, n_.ground_km, n_.break_scatter));
    race_.step(broken(1 - now_.attacker, n_.attacker_breaks, n_.break_scatter), 1 - held);
  }

  [[nodiscard]] bool over() const { return race_.over(); }
  [[nodiscard]] double won() const { return race_.won(); }

 private:
  const Judgement& n_;
  Epstein law_;
  EpsteinDay now_;
  double ground_ = 0;
  Race race_;
};

double win_of(const Meeting& meeting, const Judgement& numbers) {
  Campaign campaign(numbers);
  const Battle& battle = *meeting.battle;
  for (const Period period : Periods(battle, meeting.until)) {
    const double attacker = battle.attacker.strength[period.index];
    if (!(attacker > 0)) continue;  // Nobody there who attacks.
    for (double day = period.begin; day < period.end && !campaign.over(); ++day)
      campaign.day(attacker, battle.defender.strength[period.index],
                   std::min(1.0, period.end - day));
    if (campaign.over()) break;
  }
  return campaign.won();
}

}  // namespace

extern const Judge epstein;
constinit const Judge epstein{
    .card = {.name = "epstein",
             .question = "Is the defender broken or too much ground lost before the clock?",
             .source = "Epstein (1985), The Calculus of Conventional War; (1990), Conventional "
                       "Force Reductions; without aircraft",
             .fields = kFieldsOf<&Judgement::first_intensity, &Judgement::attacker_bears,
                                 &Judgement::defender_bears, &Judgement::withdrawal_most,
                                 &Judgement::exchange_ratio, &Judgement::ground_km,
                                 &Judgement::attacker_breaks, &Judgement::defender_breaks,
                                 &Judgement::break_scatter>},
    .applies = between_states,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
