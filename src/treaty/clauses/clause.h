/// A kind of clause: its card, and whom an event makes it speak for.
///
/// Floor 2; part of treaty. One file a kind, named in `all.cpp`. A kind decides *roles* only: when
/// the duty looks at a victim, at an attacker, or at both. Conditions of time, place, adversary and
/// severity are the same for every kind (`steps.h`).
#pragma once

#include <span>
#include <vector>

#include "card/card.h"
#include "treaty/case.h"

namespace entente::treaty {

/// One way in which an event concerns a promise.
struct Role {
  Symbol beneficiary;
  bool attacks = false;      ///< The beneficiary is on the attacking side.
  const Hit* hit = nullptr;  ///< What was hit; never null.
};

/// Why no role was found, from the least to the most specific.
enum class NoRole { not_party, not_beneficiary, attacker_is_party };

struct Roles {
  std::vector<Role> found;
  NoRole why = NoRole::not_party;
};

struct ClauseKind {
  card::Card card;
  world::Duty duty;
  bool standing;  ///< The duty exists in peace as well.
  Roles (*roles)(const Case&, const Agreement&, const Article&, Symbol promisor);
};

namespace clauses {

/// Every kind of clause, in the order of `world::Duty`.
[[nodiscard]] std::span<const ClauseKind* const> all();

[[nodiscard]] const ClauseKind& of(world::Duty duty);

/// Roles of a promise to a victim; by trigger also to a partner that attacks (docs/agreements.md,
/// step 1).
[[nodiscard]] Roles towards_partner(const Case&, const Agreement&, const Article&, Symbol promisor);

/// Roles of a promise not to attack: the promisor attacks a beneficiary.
[[nodiscard]] Roles against_partner(const Case&, const Agreement&, const Article&, Symbol promisor);

}  // namespace clauses
}  // namespace entente::treaty
