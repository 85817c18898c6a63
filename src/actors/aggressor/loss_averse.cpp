#include "actors/aggressor/aggressor.h"

namespace entente::actors::aggressor {
namespace {

/// Value of a change, from the status quo.
double felt(double change, const Stakes& stakes) {
  return change >= 0 ? change : stakes.loss_aversion * change;
}

double gain(const Prospect& prospect, const Stakes& s) {
  double sum = 0;
  for (const Outcome& one : prospect.outcomes) {
    const double price = s.cost + s.cost_patron * one.patron + s.nuclear_cost * prospect.umbrella;
    sum += one.weight * (one.win * felt(s.prize - price - s.status_quo, s) +
                         (1 - one.win) * felt(-s.loss - price - s.status_quo, s));
  }
  return sum / weight_of(prospect.outcomes);
}

}  // namespace

extern const AggressorModel loss_averse;
constinit const AggressorModel loss_averse{
    .card = {.name = "loss_averse",
             .question = "Is the attack worth it where losses weigh heavier than gains?",
             .source = "Kahneman and Tversky (1979), linear on either side of the status quo; "
                       "weights of probabilities are left out"},
    .gain = gain,
};

}  // namespace entente::actors::aggressor
