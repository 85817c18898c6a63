/// Attacks over worlds and stakes.
///
/// Floor 5; part of deterrence. A draw has a world (facts, and the assumptions of belief, campaign
/// and judges), in which all honour draws of that world are weighed, and stakes of its own.
#pragma once

#include <functional>
#include <vector>

#include "campaign/theatre.h"
#include "solve/sums.h"

namespace entente::analysis {

using campaign::Draws;
using campaign::has_weapons;
using campaign::mean_win;
using campaign::Player;
using campaign::players_of;
using campaign::Theatre;

/// What is asked.
struct Asked {
  const campaign::Question& question;
  const std::vector<Player>& players;
  const Symbols& symbols;
  campaign::Sampling sampling;
  /// A world of facts, with the switch thrown where one is.
  std::function<campaign::Numbers(const campaign::WorldId&)> world;
  /// Honour is not drawn: every pattern counts with its probability. Facts are not varied then.
  bool enumerated = false;
};

/// A place in a row of figures.
struct AttackColumns {
  std::size_t players = 0;

  [[nodiscard]] std::size_t least(std::size_t q) const { return q; }  ///< Attacks in the least.
  [[nodiscard]] std::size_t greatest(std::size_t q) const { return players + q; }
  [[nodiscard]] std::size_t fragile(std::size_t q) const { return 2 * players + q; }
  [[nodiscard]] std::size_t naive(std::size_t q) const { return 3 * players + q; }
  [[nodiscard]] std::size_t win(std::size_t q) const { return 4 * players + q; }
  [[nodiscard]] std::size_t unaided(std::size_t q) const { return 5 * players + q; }
  /// Attacks where the sponsor is never, perhaps, or certainly found out.
  [[nodiscard]] std::size_t blamed(std::size_t q, std::size_t blame) const {
    return (6 + blame) * players + q;
  }
  [[nodiscard]] std::size_t fragility() const { return 9 * players; }
  [[nodiscard]] std::size_t size() const { return 9 * players + 1; }
};

struct Swept {
  solve::Sums figures;                              ///< AttackColumns; stakes are the draws.
  std::vector<std::vector<solve::Ends>> ends = {};  ///< [world][stakes]
  std::size_t wanted = 0;    ///< Worlds that were to be looked at; fewer where the run was stopped.
  std::size_t unstable = 0;  ///< Draws where an end is no equilibrium: the game is not monotone.

  [[nodiscard]] std::size_t draws() const { return ends.size() * ends.front().size(); }
  [[nodiscard]] bool complete() const { return ends.size() == wanted; }
};

/// The honour draws of a world: those that the ledger has for it.
[[nodiscard]] Draws draws_of(const Asked& asked, std::size_t world);

/// The chance that decides for a player in a draw where a model gives a probability only.
[[nodiscard]] double chance_of(const campaign::Sampling& sampling, std::size_t draw,
                               const Player& player);

/// All worlds, or those there were when the run was stopped. Throws `Cancelled` where that is fewer
/// than two.
[[nodiscard]] Swept sweep(const Asked& asked, const Run& run);

}  // namespace entente::analysis
