#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind host;
constinit const ClauseKind host{
    .card = {.name = "host",
             .question = "Must the promisor open its bases to the beneficiary?",
             .source = "ATOP codebook 5.1, bases; hosting moves no forces"},
    .duty = world::Duty::host,
    .standing = true,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
