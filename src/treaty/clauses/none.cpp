#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind none;
constinit const ClauseKind none{
    .card = {.name = "none",
             .question = "Which provision looks like a promise and owes nothing?",
             .source = "ATOP codebook 5.1, scope rules: provisions without an obligation"},
    .duty = world::Duty::none,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
