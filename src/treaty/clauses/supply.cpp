#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind supply;
constinit const ClauseKind supply{
    .card = {.name = "supply",
             .question = "Must the promisor supply the beneficiary without fighting?",
             .source = "Models, section 3.1: supplying a victim is a duty of its own kind"},
    .duty = world::Duty::supply,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
