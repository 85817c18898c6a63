#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind supply;
constinit const ClauseKind supply{
    .card = {.name = "supply",
             .question = "Must the promisor supply the beneficiary without fighting?",
             .source = "Entente: supplying a victim without fighting is a duty of its own kind"},
    .duty = world::Duty::supply,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
