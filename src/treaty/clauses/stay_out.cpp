#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind stay_out;
constinit const ClauseKind stay_out{
    .card = {.name = "stay_out",
             .question = "Must the promisor stay out of the side against its partner?",
             .source = "ATOP codebook 5.1, neutrality obligation"},
    .duty = world::Duty::stay_out,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
