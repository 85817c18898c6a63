#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind fight;
constinit const ClauseKind fight{
    .card = {.name = "fight",
             .question = "Must the promisor fight at the side of the beneficiary?",
             .source = "ATOP codebook 5.1, defence and offence obligations (Leeds, Ritter, "
                       "Mitchell and Long 2002)"},
    .duty = world::Duty::fight,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
