#include "actors/aggressor/aggressor.h"

namespace entente::actors::aggressor {
namespace {

double gain(const Prospect& prospect, const Stakes& stakes) {
  return value(prospect.win_unaided, 0, 0, stakes);
}

}  // namespace

extern const AggressorModel ignores_allies;
constinit const AggressorModel ignores_allies{
    .card = {.name = "ignores_allies",
             .question = "Is the attack worth it if nobody comes to help?",
             .source = "The naive baseline: what deters beyond it is the alliances' doing"},
    .sees_allies = false,
    .gain = gain,
};

}  // namespace entente::actors::aggressor
