#include <cmath>

#include "campaign/adjudication/judge.h"

namespace entente::campaign::adjudication {
namespace {

/// logistic(slope ln(A / D')), D' = phi D / (1 - f).
double win_of(const Meeting& meeting, const Judgement& numbers) {
  const double defender =
      meeting.defender * numbers.defence_advantage / (1 - numbers.force_employment);
  return 1 / (1 + std::pow(defender / meeting.attacker, numbers.logistic_slope));
}

}  // namespace

extern const Judge logistic;
constinit const Judge logistic{
    .card = {.name = "logistic",
             .question = "How likely is a win by the ratio of strengths, posture and employment?",
             .source = "Form of the quantified judgement models after Dupuy (1979), without his "
                       "tables; force employment after Biddle (2004)",
             .fields = kFieldsOf<&Judgement::logistic_slope, &Judgement::defence_advantage,
                                 &Judgement::force_employment>},
    .applies = between_states,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
