/// Windows, dilemmas, chain gangs and gates over worlds of facts and assumptions.
///
/// Floor 5; part of entrapment. One draw is one world with stakes of its own. How likely others
/// keep their word enters as the share of their forces that comes; nothing of honour is drawn.
#pragma once

#include <string>
#include <vector>

#include "actors/commitment_stakes.h"
#include "analysis/entrapment/clauses.h"
#include "campaign/theatre.h"
#include "campaign/worlds.h"
#include "domestic/gates.h"
#include "domestic/mood.h"
#include "domestic/movers.h"

namespace entente::analysis {

/// A promisor that is weighed as a state of its own in one contingency.
struct Pairing {
  std::size_t place = 0, owner = 0;
  std::string proteges;
};

/// Everything that is sampled beside the world.
struct PromiseStakes {
  actors::CommitmentStakes commitment;
  domestic::Movers movers;
  domestic::Gates gates;
  domestic::Mood mood;
};

/// Of `domestic` only what bears on sending troops.
constexpr bool sends_troops(const domestic::Mover& one) {
  using domestic::Movers;
  return one.value == &Movers::threat || one.value == &Movers::casualties ||
         one.value == &Movers::casualties_from || one.value == &Movers::rally ||
         one.value == &Movers::rally_half_life;
}
constexpr bool sends_troops(const domestic::Gate& one) {
  return one.value == &domestic::Gates::send_troops || one.value == &domestic::Gates::other;
}

/// Calls use(field, value) for each.
template <class Stakes, class Use>
constexpr void each_promise_stake(Stakes&& stakes, const Use& use) {
  for (const auto& one : actors::kCommitmentStakes) use(one.field, stakes.commitment.*one.value);
  for (const auto& one : domestic::kMovers)
    if (sends_troops(one)) use(one.field, stakes.movers.*one.value);
  for (const auto& one : domestic::kGates)
    if (sends_troops(one)) use(one.field, stakes.gates.*one.value);
  for (const auto& one : domestic::kMoods) use(one.field, stakes.mood.*one.value);
}

/// A state that promised something, with its regime.
struct Promisor {
  std::size_t owner = 0;
  domestic::Regime regime = domestic::Regime::democracy;
  bool known = false;  ///< The library has a figure for it; else the gates of a democracy count.
};

/// What is asked.
struct EntrapmentAsked {
  const scenario::Library& library;
  const campaign::Question& question;
  const std::vector<campaign::Player>& players;
  std::vector<Clause> clauses = {};
  std::vector<Pairing> pairings = {};    ///< By contingency and name of the promisor.
  std::vector<Promisor> promisors = {};  ///< Owners of the pairings, each once, by name.
  Condition condition = Condition::attacked;
  PromiseStakes stakes = {};
  campaign::Sampling sampling = {};
};

/// Figures of a clause, of a pairing and of a promisor, in the order of their columns.
enum class OfClause {
  from,
  to,
  opens,
  attains,
  opens_unconditional,
  now,
  full,
  now_deters,
  now_frees,
  firm_deters,
  firm_frees,
  alone,
  deters,
  emboldens,
  credible,
  size
};
enum class OfPairing {
  need,
  others,
  depends,
  reliability,
  commitment,
  crossover,
  perceived,
  joins,
  size
};
enum class OfPromisor { before, gate, sends, after, stays, size };

struct EntrapmentColumns {
  std::size_t clauses = 0, pairings = 0, promisors = 0;

  [[nodiscard]] std::size_t of(std::size_t clause, OfClause figure) const {
    return clause * static_cast<std::size_t>(OfClause::size) + static_cast<std::size_t>(figure);
  }
  [[nodiscard]] std::size_t of(std::size_t pairing, OfPairing figure) const {
    return of(clauses, OfClause{}) + pairing * static_cast<std::size_t>(OfPairing::size) +
           static_cast<std::size_t>(figure);
  }
  [[nodiscard]] std::size_t of(std::size_t promisor, OfPromisor figure) const {
    return of(pairings, OfPairing{}) + promisor * static_cast<std::size_t>(OfPromisor::size) +
           static_cast<std::size_t>(figure);
  }
  [[nodiscard]] std::size_t size() const { return of(promisors, OfPromisor{}); }
};

[[nodiscard]] EntrapmentColumns columns_of(const EntrapmentAsked& asked);

/// One row of figures a world. Bounds of firmness lie in [-1, 1]: at 1 nothing bounds. Cost a
/// world: two battles a promisor and contingency. Of a run that is stopped the worlds there are;
/// throws `Cancelled` where there is nothing to show.
[[nodiscard]] campaign::DrawnWorlds sweep(const EntrapmentAsked& asked, const Run& run);

}  // namespace entente::analysis
