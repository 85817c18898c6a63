#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind not_attack;
constinit const ClauseKind not_attack{
    .card = {.name = "not_attack",
             .question = "Does the attacker break a promise not to attack the victim?",
             .source = "ATOP codebook 5.1, non-aggression obligation"},
    .duty = world::Duty::not_attack,
    .standing = true,
    .roles = against_partner,
};

}  // namespace entente::treaty::clauses
