#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind assist;
constinit const ClauseKind assist{
    .card =
        {.name = "assist",
         .question =
             "Must the promisor come to the aid of the beneficiary, by means of its own choice?",
         .source = "Entente: aid is owed and armed force is not named"},
    .duty = world::Duty::assist,
    .standing = false,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
