// Every kind of clause, one name per line, in the order of `world::Duty`.
#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {

// One name a line, so that an addition is one line of a change.
// clang-format off
extern const ClauseKind
    fight,
    assist,
    supply,
    share,
    host,
    consult,
    stay_out,
    not_attack,
    none;

std::span<const ClauseKind* const> all() {
  static constexpr const ClauseKind* kAll[] = {
      &fight,
      &assist,
      &supply,
      &share,
      &host,
      &consult,
      &stay_out,
      &not_attack,
      &none,
  };
  return kAll;
}
// clang-format on

const ClauseKind& of(world::Duty duty) { return *all()[static_cast<std::size_t>(duty)]; }

}  // namespace entente::treaty::clauses
