/// Goals of alliances, each with a measure that the engine computes from the promises kept.
///
/// Floor 6; part of goals. A measure is a card and a pure function in a file of its own, listed in
/// `measures/all.cpp`. It either counts things of each of which the best promise counts
/// (`things`), or reads what attackers do and what is short (`outcome`).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "campaign/gaps.h"
#include "campaign/trade/kept.h"
#include "inquiry/goals/stage.h"

namespace entente::inquiry {

/// A promise in force, whether or not a contingency triggers it.
struct Held {
  const world::Commitment* promise = nullptr;
  Needs needs;
};

/// One thing: whoever of these is there, the largest value counts; 0 where none is.
struct Item {
  struct By {
    Needs needs;
    double value = 0;
  };
  std::vector<By> by;
};

/// What can be seen of one world, all promises kept.
struct Scene {
  const Stage& stage;
  const campaign::Numbers& numbers;
  const std::vector<Held>& held;
  const std::vector<double>& theta;  ///< Of `stage.triggered()`, in [0, 1].
  Symbol hub;                        ///< Whose influence is measured.

  [[nodiscard]] const campaign::Situation& situation() const { return stage.question().situation; }
};

/// What a coalition comes to in one world and draw of the attackers' stakes.
struct Outcome {
  const Stage& stage;  ///< With the promises of the coalition.
  const campaign::SharedWorld& world;
  const std::vector<char>& attacked;  ///< [place] by the least equilibrium.
  campaign::TradeKept& trade;         ///< Of the same world.

  [[nodiscard]] const campaign::Situation& situation() const { return stage.question().situation; }
};

struct Measure {
  std::string_view name;  ///< snake_case.
  std::string_view goal;  ///< Of `world::kGoals`.
  std::string_view unit;
  std::string_view formula;  ///< One sentence.
  std::string_view source;
  bool anti = false;  ///< What one would have less of.
  std::vector<Item> (*things)(const Scene&) = nullptr;
  double (*outcome)(const Outcome&) = nullptr;
  bool by_stakes = true;  ///< An outcome that hangs on who attacks.
};

/// Every measure, in the order of its goal.
[[nodiscard]] std::span<const Measure* const> all_measures();

/// The sum over things of the largest value there is.
[[nodiscard]] double sum_of(const std::vector<Item>& things, const Members& members);

/// [promise] The probability that each triggered promise is kept in a world: as `numbers_of` has
/// it of the most reliable one. `push`, where given, overrides the quantile of its keys.
[[nodiscard]] std::vector<double> thetas(const Stage& stage, const campaign::Numbers& numbers,
                                         const campaign::WorldId& id,
                                         const campaign::Push* push = nullptr);

}  // namespace entente::inquiry
