#include <cmath>

#include "campaign/adjudication/judge.h"

namespace entente::campaign::adjudication {
namespace {

/// A^m / (A^m + (phi D)^m).
double win_of(const Meeting& meeting, const Judgement& numbers) {
  const double odds = meeting.defender * numbers.defence_advantage / meeting.attacker;
  return 1 / (1 + std::pow(odds, numbers.contest_m));
}

}  // namespace

extern const Judge contest;
constinit const Judge contest{
    .card = {.name = "contest",
             .question = "How likely is a win if effort buys odds and no more is known?",
             .source = "Contest success function of Tullock (1980), Hirshleifer (1989) and "
                       "Skaperdas (1996)",
             .fields = kFieldsOf<&Judgement::contest_m, &Judgement::defence_advantage>},
    .applies = always,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
