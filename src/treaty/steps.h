/// The conditions of a promise, one function each, in the order in which they are tried.
///
/// Floor 2; private to the room. docs/agreements.md, "How an event is judged", steps 2 to 8.
#pragma once

#include <optional>
#include <string>

#include "treaty/clauses/clause.h"

namespace entente::treaty {

/// What one promise of one state comes to in one role.
struct Outcome {
  bool owed = false;
  bool in_peace = false;  ///< A standing duty: no event sets it off.
  int depth = 0;          ///< How far it got: the number of conditions that held.
  Duty duty = Duty::none;
  Symbol label;  ///< Of the rule, or of the exception that replaced it.
  Discretion discretion = Discretion::automatic;
  Role role;
  double margin = 0;     ///< Severity minus tau.
  std::string reason;    ///< Of silence.
  std::string sentence;  ///< Why owed, or why not.
};

/// The question put to every condition.
struct Promise {
  const Case& c;
  const Agreement& agreement;
  const Article& article;
  Symbol promisor;
  Role role;
  bool explain = true;  ///< Also write the sentences.
  int nested = 0;       ///< How deep "bound by" has led.
};

/// Depths at which the groups of conditions begin, for telling agreement-wide reasons apart.
inline constexpr int kPastRole = 1;
inline constexpr int kPastStanding = 2;

/// Tries every condition in order and then the exceptions.
[[nodiscard]] Outcome weigh(const Promise& promise);

/// The best outcome over all roles of the promisor under the article: owed before silent, then the
/// one that got furthest, then the first.
[[nodiscard]] Outcome weigh_roles(const Case& c, const Agreement& agreement, const Article& article,
                                  Symbol promisor, bool explain, int nested = 0);

/// True where `state` owes fight or assist under `agreement` in this event.
[[nodiscard]] bool is_bound(const Case& c, const Agreement& agreement, Symbol state, int nested);

/// True where the further fact is given (or follows from the event).
[[nodiscard]] bool fact_holds(const Promise& promise, const Requires& condition);

/// Replaces the rule by the exception that holds, if any.
void apply_exceptions(const Promise& promise, Outcome& outcome);

}  // namespace entente::treaty
