#include <algorithm>
#include <cmath>
#include <iterator>

#include "campaign/adjudication/judge.h"

namespace entente::campaign::adjudication {
namespace {

struct Row {
  double ratio;
  double Judgement::*win;
};

constexpr Row kRows[] = {
    {0.5, &Judgement::win_at_half}, {2.0 / 3, &Judgement::win_at_two_thirds},
    {1, &Judgement::win_at_parity}, {1.5, &Judgement::win_at_three_halves},
    {2, &Judgement::win_at_two},    {3, &Judgement::win_at_three},
};

/// The table at its ratios, straight in the logarithm of the ratio between them, level beyond them.
/// A table that falls somewhere is read as one that stays level there.
double win_of(const Meeting& meeting, const Judgement& numbers) {
  const double ratio = meeting.attacker / meeting.defender;
  double before = numbers.*kRows[0].win;
  for (std::size_t i = 1; i < std::size(kRows) && ratio > kRows[i - 1].ratio; ++i) {
    const double here = std::max(before, numbers.*kRows[i].win);
    if (ratio < kRows[i].ratio) {
      const double width = std::log(kRows[i].ratio / kRows[i - 1].ratio);
      return before + (here - before) * std::log(ratio / kRows[i - 1].ratio) / width;
    }
    before = here;
  }
  return before;
}

}  // namespace

extern const Judge threshold;
constinit const Judge threshold{
    .card = {.name = "threshold",
             .question = "How likely is a win by a planner's table of force ratios?",
             .source = "Correlation of forces as planners use it; the values are assumptions of "
                       "this project",
             .fields = kFieldsOf<&Judgement::win_at_half, &Judgement::win_at_two_thirds,
                                 &Judgement::win_at_parity, &Judgement::win_at_three_halves,
                                 &Judgement::win_at_two, &Judgement::win_at_three>},
    .applies = between_states,
    .win = win_of,
};

}  // namespace entente::campaign::adjudication
