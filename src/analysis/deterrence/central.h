/// The game with the facts of the tables and the assumptions at their values, looked at whole.
///
/// Floor 5; part of deterrence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/deterrence/sweep.h"

namespace entente::analysis {

/// What tips the least equilibrium into a worse one.
struct Tip {
  std::string what;   ///< `attack` or `loss_of_force`.
  std::string who;    ///< Contingencies joined by `+`, or the patron.
  double amount = 0;  ///< How many attacks, or what share of all its forces.
  bool tips = true;   ///< False: not even all of it does.
  solve::Acting from = 0, to = 0;
};

/// Where a decision turns round.
struct Turn {
  std::size_t player = 0;
  std::string stake;
  double value = 0, at = 0;  ///< As it is; where the gain is 0.
  double low = 0, high = 0;  ///< Its range.
};

/// A contingency attacked alone, as one judge sees it.
struct Judged {
  std::size_t player = 0;
  std::string judge;
  double win = 0, unaided = 0;
};

/// A player at the least equilibrium.
struct Standing {
  double gain = 0, low = 0, high = 0;         ///< With its 90 % interval over draws of honour.
  double win = 0, win_all = 0, umbrella = 0;  ///< `win_all`: if everybody attacks.
  bool attacks = false, attacks_naively = false;
  double incidents = 0, taken = 0, slip = 0;  ///< Of a campaign below the threshold.
};

struct Central {
  solve::Ends ends;
  bool enumerated = false;          ///< Few enough players.
  std::vector<solve::Acting> pure;  ///< Every pure equilibrium.
  solve::Monotone monotone;
  std::vector<Standing> standing;  ///< [player]
  std::vector<Tip> tips;
  std::vector<Turn> turns;
  std::vector<Judged> judged;
  std::size_t draws = 0;  ///< Of honour; 0: it was not looked at.

  [[nodiscard]] bool looked() const { return draws > 0; }
};

/// Cost: all sets of contingencies, and the sets on the way to the ends for each step of a patron's
/// loss. Throws `Cancelled`.
[[nodiscard]] Central look(const Asked& asked, const Run& run);

}  // namespace entente::analysis
