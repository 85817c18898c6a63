#include "campaign/adjudication/judge.h"

namespace entente::campaign::adjudication {
namespace {

double win_of(const Meeting& meeting, const Judgement& numbers) {
  double sum = 0, count = 0;
  for (const Judge* judge : all()) {
    if (judge == &ensemble || !judge->applies(meeting)) continue;
    const double weight = judge == find("salvo") ? meeting.battle->at_sea : 1;
    sum += weight * judge->win(meeting, numbers);
    count += weight;
  }
  return sum / count;  // The contest function applies always.
}

}  // namespace

constinit const Judge ensemble{
    .card = {.name = "ensemble",
             .question = "What do the judges that apply say on average?",
             .source =
                 "Equal weights, salvoes at sea that of the sea in what is asked: assumptions of "
                 "this project, since none of them predicts battles"},
    .applies = always,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
