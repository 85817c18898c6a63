#include "belief/honour/honour.h"

namespace entente::belief::honour {
namespace {

double kept_given(double theta, double, double) { return theta; }

}  // namespace

extern const HonourModel independent;
constinit const HonourModel independent{
    .card = {.name = "independent",
             .question = "Are promises kept or broken without regard to one another?",
             .source =
                 "The usual simplification; here the case without a common cause, for comparison"},
    .common = false,
    .kept_given = kept_given,
};

}  // namespace entente::belief::honour
