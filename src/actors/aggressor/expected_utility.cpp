#include "actors/aggressor/aggressor.h"

namespace entente::actors::aggressor {

extern const AggressorModel expected_utility;
constinit const AggressorModel expected_utility{
    .card = {.name = "expected_utility",
             .question = "Is the attack worth more, on average over all answers, than not?",
             .source = "Contest success: Hirshleifer (1989), Skaperdas (1996); sum over who keeps "
                       "its word: models of this project, section 3.1"},
    .gain = expected_value,
};

}  // namespace entente::actors::aggressor
