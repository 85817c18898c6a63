/// Which promises a scenario rests on, and what each text says where its beneficiary is no victim.
///
/// Floor 5; part of entrapment. Nothing is read off names: four events are judged for each
/// contingency, the attack itself, the attack after provocation, the blow struck back at a protégé
/// that attacked first, and the protégé's own attack.
#pragma once

#include <string>
#include <vector>

#include "campaign/question.h"
#include "scenario/library.h"

namespace entente::analysis {

/// What a clause must be silent on to count as conditional.
enum class Condition {
  attacked,   ///< The protégé's own attack: aid hangs on an attack by the adversary.
  not_first,  ///< Also the blow struck back at a protégé that attacked first.
  unprovoked  ///< Also an attack that the protégé provoked.
};

/// What the law says to one of the events.
struct Reading {
  bool owed = false;
  std::string because;  ///< The article that owes it, or the reason of silence.
};

/// One promise to fight, assist or supply: an article of one promisor in one contingency.
struct Clause {
  std::size_t place = 0;            ///< Contingency.
  std::vector<std::size_t> owners;  ///< The promisor; or all of an agreement, together.
  std::string promisor;             ///< `all` of several.
  std::string proteges;             ///< Targets it is owed to, joined by commas.
  std::string agreement, article;   ///< Empty article: all of an agreement.
  std::string duty, discretion;
  Reading own_attack, struck_back, provoked;
  std::string benson;  ///< Class after Benson (2011, 2012), in words.

  [[nodiscard]] bool together() const { return owners.size() > 1; }
  [[nodiscard]] bool conditional(Condition condition) const;
};

/// Every clause, by contingency, agreement, promisor and article; before those of an agreement with
/// several promisors one row of all of them, conditional where the clause of each is. Cost: at most
/// two judgements and one a target for each contingency. Contingencies in none of the scenario's
/// sets are left out. Errors: those of the events.
[[nodiscard]] Result<std::vector<Clause>> clauses_of(const scenario::Library& library,
                                                     const campaign::Question& question);

}  // namespace entente::analysis
