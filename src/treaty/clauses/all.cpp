// Every kind of clause, one name per line, in the order of `world::Duty`.
#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

extern const ClauseKind  //
    fight,
    assist, supply, share, host, consult, stay_out, not_attack, none;

std::span<const ClauseKind* const> all() {
  static constexpr const ClauseKind* kAll[] = {
      &fight, &assist, &supply, &share, &host, &consult, &stay_out, &not_attack, &none,
  };
  return kAll;
}

const ClauseKind& of(world::Duty duty) { return *all()[static_cast<std::size_t>(duty)]; }

}  // namespace entente::treaty::clauses
