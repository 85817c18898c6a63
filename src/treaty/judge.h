/// The casus foederis: event in, verdicts with reasons out. No probabilities.
///
/// Floor 2; uses base and world. The algorithm is that of docs/agreements.md; each step is a
/// function of `steps.cpp`, in the order in which a silent verdict names the first condition that
/// failed.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "treaty/agreement.h"
#include "treaty/event.h"

namespace entente::treaty {

/// Values of the switches; a reading that is not named has its default.
using Readings = std::vector<std::pair<Symbol, Symbol>>;

/// Something owed.
struct Verdict {
  Symbol state;
  Duty duty = Duty::none;
  Symbol agreement, article;
  Discretion discretion = Discretion::automatic;
  Symbol towards;     ///< Beneficiary; for `not_attack` the victim, for `stay_out` the partner.
  Symbol against;     ///< One of the attackers, or the side to stay out for.
  double margin = 0;  ///< Severity minus tau; infinite for standing duties.
  std::string because;
};

/// Something not owed, and the first condition that failed.
struct Silence {
  Symbol state;
  Symbol agreement;     ///< Empty: no agreement at all.
  Symbol article;       ///< Empty: the agreement as a whole.
  int depth = 0;        ///< How many conditions held before the one that failed.
  std::string reason;   ///< Code: outside_area, not_in_force, ...
  std::string because;  ///< `reason: sentence`.
};

/// Two duties of one state that cannot both be kept.
struct Conflict {
  Symbol state;
  Symbol towards_a, agreement_a, towards_b, agreement_b;
  std::string because;
};

struct Judgement {
  std::vector<Verdict> verdicts;     ///< By duty, state, agreement, article.
  std::vector<Silence> silent;       ///< Furthest first; then by agreement, article, state.
  std::vector<Conflict> conflicts;   ///< By state.
  std::vector<std::string> notices;  ///< Readings used and names resolved.
};

/// What to work out beside the verdicts.
struct Wanted {
  bool silences = true;  ///< Also say why the others are not bound.
};

/// Judges one event. Exact; draws nothing; safe from many threads. Cost O(articles of agreements to
/// which an attacker or target was ever a party x promisors).
[[nodiscard]] Judgement judge(const Law& law, const world::World& world, const Event& event,
                              std::span<const Fact> facts, const Readings& readings,
                              Wanted wanted = {});

/// One state in an agreement: where it stands on a day, and since when by the spell that runs.
struct Seat {
  Symbol state;
  Standing standing = Standing::never;
  Date from;
};

/// Everybody who is, was or will be in an agreement, as the titles of a day.
struct Membership {
  std::vector<Seat> seats;
  std::vector<Symbol> parties;  ///< Those in force, sorted.

  [[nodiscard]] const Seat* find(Symbol state) const;
};

/// The membership on `day`, with readings applied. Cost O(parties).
[[nodiscard]] Membership membership_on(const Agreement& agreement, const world::World& world,
                                       Date day, const Readings& readings, const Law& law);

/// Where `state` stands in `agreement` on `day`, with readings applied.
[[nodiscard]] Standing standing(const Agreement& agreement, const world::World& world, Symbol state,
                                Date day, const Readings& readings, const Law& law);

/// The parties in force on `day`, sorted.
[[nodiscard]] std::vector<Symbol> parties_on(const Agreement& agreement, const world::World& world,
                                             Date day, const Readings& readings, const Law& law);

/// All promises in force on `day`, sorted by promisor, beneficiary, agreement, article.
[[nodiscard]] std::vector<world::Commitment> commitments_on(const Law& law,
                                                            const world::World& world, Date day,
                                                            const Readings& readings);

}  // namespace entente::treaty
