/// What was found out about a crisis, and its tables.
///
/// Floor 5; part of crisis.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/run.h"
#include "campaign/crisis/game.h"
#include "campaign/crisis/numbers.h"
#include "campaign/crisis/paths.h"
#include "card/record.h"

namespace entente::analysis {

/// What play comes to.
struct CrisisEnding {
  std::vector<double> ends;  ///< By end of the case, probability.
  double war = 0;            ///< Of all ends that are war.
  double residual = 0;       ///< Of the fixed point.
};

/// One move of the case, over all who are of whatever type and wherever allies stand.
struct MoveFound {
  std::size_t node = 0;  ///< First node of the game that offers it, for its words.
  std::string at, mover, move;
  int rung = 0;
  double reached = 0;  ///< Probability that play comes to it.
  double p = 0;        ///< Of the move, given that.
  double p_firm = 0;   ///< The same of the firm type; of use where there are two.
  bool two_types = false;
  double war_if = 0;  ///< P(war) if it were always made there, all else as played.
};

struct CrisisFindings {
  const scenario::CrisisCase& about;
  std::vector<campaign::Trigger> triggers;
  std::vector<campaign::CrisisNumber> numbers;
  campaign::CrisisWorld plain;
  campaign::CrisisGame game;
  solve::QuantalResponse play;
  CrisisEnding now, even;                         ///< As played, and every move alike.
  std::vector<MoveFound> moves;                   ///< In the order of the case.
  std::vector<campaign::CrisisPath> paths;        ///< The likeliest first.
  double told = 0;                                ///< Probability of all paths in `paths`.
  std::vector<CrisisEnding> worlds;               ///< Empty where nothing is varied.
  std::vector<std::pair<double, double>> swings;  ///< By number: P(war) at its low and high end.
};

/// Paths that a record holds at most.
inline constexpr std::size_t kMostPaths = 200;

/// Solves a world; REQUIRES: its game could be built.
[[nodiscard]] CrisisEnding ending_of(const scenario::CrisisCase& about,
                                     const std::vector<campaign::Trigger>& triggers,
                                     const campaign::CrisisWorld& world);
[[nodiscard]] CrisisEnding ending_of(const scenario::CrisisCase& about,
                                     const campaign::CrisisGame& game,
                                     const solve::QuantalResponse& play);

[[nodiscard]] std::vector<MoveFound> moves_of(const CrisisFindings& findings);

[[nodiscard]] std::span<const card::TableSpec> crisis_tables();
[[nodiscard]] std::span<const card::View> crisis_views();
void add_tables(card::Record& record, const CrisisFindings& findings);
[[nodiscard]] std::string crisis_finding(const CrisisFindings& findings);

}  // namespace entente::analysis
