#include "actors/aggressor/aggressor.h"

namespace entente::actors::aggressor {
namespace {

double gain(const Prospect& prospect, const Stakes& s) {
  double good = 0;  // Chance of ending better off than now.
  for (const Outcome& one : prospect.outcomes) {
    const double price = s.cost + s.cost_patron * one.patron + s.nuclear_cost * prospect.umbrella;
    if (s.prize - price > s.status_quo) good += one.weight * one.win;
    if (-s.loss - price > s.status_quo) good += one.weight * (1 - one.win);
  }
  return good / weight_of(prospect.outcomes) - s.aspiration;
}

}  // namespace

extern const AggressorModel satisficer;
constinit const AggressorModel satisficer{
    .card = {.name = "satisficer",
             .question = "Is the chance of ending better off good enough?",
             .source = "Simon (1955), A behavioral model of rational choice"},
    .gain = gain,
};

}  // namespace entente::actors::aggressor
