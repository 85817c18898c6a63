#include "campaign/adjudication/judge.h"

namespace entente::campaign::adjudication {
namespace {

double win_of(const Meeting& meeting, const Judgement& numbers) {
  double sum = 0;
  int count = 0;
  for (const Judge* judge : all()) {
    if (judge == &ensemble || !judge->applies(meeting)) continue;
    sum += judge->win(meeting, numbers);
    ++count;
  }
  return sum / count;  // The contest function applies always.
}

}  // namespace

constinit const Judge ensemble{
    .card = {.name = "ensemble",
             .question = "What do the judges that apply say on average?",
             .source =
                 "Equal weights, an assumption of this project: none of them predicts battles"},
    .applies = always,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
