/// The game with the facts of the tables and the assumptions at their values, looked at whole.
///
/// Floor 5; part of deterrence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/deterrence/pressed.h"

namespace entente::analysis {

/// What tips the least equilibrium into a worse one.
struct Tip {
  std::string what;             ///< `attack` or `loss_of_force`.
  std::string who;              ///< Contingencies joined by `+`, or the patron.
  solve::Estimate amount = {};  ///< How many attacks, or what share of all its forces.
  bool sampled = false;         ///< The amount has an interval over draws of honour.
  bool tips = true;             ///< False: not even all of it does.
  solve::Acting from = 0, to = 0;
};

/// Where a decision turns round.
struct Turn {
  std::size_t player = 0;
  std::string stake, unit;
  double value = 0;          ///< As it is.
  solve::Estimate at = {};   ///< Where the gain is 0, with its interval over draws of honour.
  double low = 0, high = 0;  ///< Its range.
};

/// A contingency attacked alone, as one judge sees it.
struct Judged {
  std::size_t player = 0;
  std::string judge;
  solve::Estimate win = {};
  double unaided = 0;
};

/// A player at the least equilibrium; intervals over draws of honour.
struct Standing {
  solve::Estimate gain = {}, win = {}, win_all = {};  ///< `win_all`: if everybody attacks.
  double umbrella = 0;
  bool attacks = false, attacks_naively = false;
  solve::Estimate taken = {};  ///< Of a campaign below the threshold, as those that follow.
  double incidents = 0, slip = 0;
};

struct Central {
  solve::Ends ends;
  bool enumerated = false;          ///< Few enough players.
  std::vector<solve::Acting> pure;  ///< Every pure equilibrium.
  solve::Monotone monotone;
  std::string nfg;  ///< The game as Gambit reads it; empty where it was not enumerated.
  std::vector<Standing> standing;  ///< [player]
  std::vector<Tip> tips;
  std::vector<Turn> turns;
  std::vector<Judged> judged;
  std::vector<Pressed> pressed;
  std::size_t draws = 0;  ///< Of honour; 0: it was not looked at.

  [[nodiscard]] bool looked() const { return draws > 0; }
};

/// Cost: all sets of contingencies, and the sets on the way to the ends for each step of a patron's
/// loss. Throws `Cancelled`.
[[nodiscard]] Central look(const Asked& asked, const Run& run);

}  // namespace entente::analysis
