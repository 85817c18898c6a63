#include <cmath>

#include "campaign/adjudication/judge.h"
#include "campaign/adjudication/periods.h"
#include "campaign/adjudication/race.h"

namespace entente::campaign::adjudication {
namespace {

constexpr double kStep = 0.5;  // Days.

/// Logarithm of the share that is left of what each side has sent so far.
struct Left {
  double attacker = 0, defender = 0;
};

/// dA/dt = -phi c D^p A^q, dD/dt = -c A^p D^q, in units of what the attacker has sent so far: the
/// rate c is that between equals of this size, so that p + q need not be 1. Another unit, such as a
/// mean over the battle, would let an attacker lose by sending more.
class Attrition {
 public:
  explicit Attrition(const Judgement& numbers)
      : p_(numbers.lanchester_p),
        q_(numbers.lanchester_q),
        rate_(numbers.loss_rate),
        advantage_(numbers.defence_advantage) {}

  /// Strengths sent so far, above 0.
  void in_place(double attacker, double defender) { defender_ = std::log(defender / attacker); }

  /// Explicit Euler in logarithms: what is left of a side never falls below nothing, and rises with
  /// what was left of it before and falls with the other, for any step; so more force never hurts.
  void advance(Left& left, double days) const {
    const double a = left.attacker, d = defender_ + left.defender;
    left.attacker -= days * rate_ * advantage_ * std::exp(p_ * d + (q_ - 1) * a);
    left.defender -= days * rate_ * std::exp(p_ * a + (q_ - 1) * d);
  }

 private:
  double p_, q_, rate_, advantage_;
  double defender_ = 0;  ///< Logarithm of what has been sent.
};

double win_of(const Meeting& meeting, const Judgement& n) {
  Attrition attrition(n);
  Left left;
  Race race;
  for (const Period period : Periods(*meeting.battle, meeting.until)) {
    const double attacker = meeting.battle->attacker.strength[period.index];
    const double defender = meeting.battle->defender.strength[period.index];
    if (!(attacker > 0)) continue;  // Nobody there who attacks.
    if (!(defender > 0)) {          // Nobody there who defends.
      race.step(broken(-std::expm1(left.attacker), n.attacker_breaks, n.break_scatter), 1);
      break;
    }
    attrition.in_place(attacker, defender);
    const int steps = static_cast<int>(std::ceil((period.end - period.begin) / kStep));
    for (int i = 0; i < steps && !race.over(); ++i) {
      attrition.advance(left, (period.end - period.begin) / steps);
      race.step(broken(-std::expm1(left.attacker), n.attacker_breaks, n.break_scatter),
                broken(-std::expm1(left.defender), n.defender_breaks, n.break_scatter));
    }
    if (race.over()) break;
  }
  return race.won();
}

}  // namespace

extern const Judge lanchester;
constinit const Judge lanchester{
    .card =
        {.name = "lanchester",
         .question = "Which side breaks first if both wear each other down?",
         .source = "Lanchester (1916), generalised after Bracken (1995), Naval Research "
                   "Logistics 42",
         .fields =
             kFieldsOf<&Judgement::lanchester_p, &Judgement::lanchester_q, &Judgement::loss_rate,
                       &Judgement::defence_advantage, &Judgement::attacker_breaks,
                       &Judgement::defender_breaks, &Judgement::break_scatter>},
    .applies = between_states,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
