#include "actors/aggressor/aggressor.h"

namespace entente::actors::aggressor {
namespace {

double gain(const Prospect& prospect, const Stakes& stakes) {
  double sum = 0;
  for (const Outcome& one : prospect.outcomes)
    sum += value(one.win, one.patron, prospect.umbrella, stakes);
  return sum / static_cast<double>(prospect.outcomes.size());
}

}  // namespace

extern const AggressorModel expected_utility;
constinit const AggressorModel expected_utility{
    .card = {.name = "expected_utility",
             .question = "Is the attack worth more, on average over all answers, than not?",
             .source = "Contest success: Hirshleifer (1989), Skaperdas (1996); sum over who keeps "
                       "its word: models of this project, section 3.1"},
    .gain = gain,
};

}  // namespace entente::actors::aggressor
