#include "actors/aggressor/aggressor.h"

namespace entente::actors::aggressor {
namespace {

double gain(const Prospect& prospect, const Stakes& stakes) {
  const double rate = stakes.base_rate_attack * (prospect.pact ? stakes.hazard_ratio : 1);
  return rate - prospect.chance;
}

}  // namespace

extern const AggressorModel empirical_hazard;
constinit const AggressorModel empirical_hazard{
    .card = {.name = "empirical_hazard",
             .question = "How often do such attacks begin in a year, with and without a pact?",
             .source = "Leeds (2003); Benson (2012); Kenwick, Vasquez and Powers (2015): hazard "
                       "ratios as structural alternatives, no decision"},
    .gain = gain,
};

}  // namespace entente::actors::aggressor
