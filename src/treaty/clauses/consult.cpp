#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind consult;
constinit const ClauseKind consult{
    .card = {.name = "consult",
             .question = "Must the promisor consult with the beneficiary?",
             .source = "ATOP codebook 5.1, consultation: specific to militarised crises"},
    .duty = world::Duty::consult,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
