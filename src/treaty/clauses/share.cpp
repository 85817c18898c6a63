#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind share;
constinit const ClauseKind share{
    .card = {.name = "share",
             .question =
                 "Must the promisor share data, intelligence or warning with the beneficiary?",
             .source = "Entente: data and warning are opened as in defence, and no forces move"},
    .duty = world::Duty::share,
    .standing = true,
    .roles = towards_partner,
};

}  // namespace entente::treaty::clauses
