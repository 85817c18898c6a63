/// A crisis as a game: what moves lead where, for whom, and what the law opens.
///
/// Floor 4; part of campaign.
#pragma once

#include <string>
#include <vector>

#include "actors/crisis_payoffs.h"
#include "campaign/crisis/law.h"
#include "solve/extensive_game.h"

namespace entente::campaign {

/// One world of a case: its ranged numbers drawn.
struct CrisisWorld {
  std::vector<actors::CrisisSeat> seats;    ///< By player; costs of the type that is not firm.
  std::vector<double> firm, firm_cost;      ///< By player; firm is 0 where there is one type only.
  std::vector<std::vector<double>> chance;  ///< [case node][move]; 1 where the move is certain.
  std::vector<double> shares;               ///< By end.
  actors::CrisisTerms terms;
};

/// What a node of the game is in the case.
struct Stage {
  enum class Kind { start, decision, answer, slip, attribution, end };
  Kind kind = Kind::start;
  int at = -1;    ///< Number of the case's node, or end.
  int ally = -1;  ///< Of an answer: the player.
  int from = -1;  ///< Of a chance: the case's node the move was made at.
  int move = -1;  ///< And the move.
  int profile =
      0;  ///< Which types the players are of: bit k set where the k-th that may be firm is.
  std::vector<actors::AllyStatus> status;  ///< By player.
};

struct CrisisGame {
  solve::ExtensiveGame game;
  std::vector<Stage> stages;           ///< By node of the game.
  std::vector<std::size_t> uncertain;  ///< Players that may be firm, in the order of the bits.
};

/// Nodes that a game may have.
inline constexpr std::size_t kMostGameNodes = 400000;

/// The game of one world. Structure, and so numbering, hangs on the case and the law alone, so
/// worlds differ in chances and payoffs only. Errors: `too_large`. Cost O(nodes x players).
[[nodiscard]] Result<CrisisGame> crisis_game(const scenario::CrisisCase& about,
                                             const std::vector<Trigger>& triggers,
                                             const CrisisWorld& world);

/// What a move of a stage is called: "CHN: block".
[[nodiscard]] std::string move_words(const scenario::CrisisCase& about, const CrisisGame& game,
                                     std::size_t node, std::size_t move);

}  // namespace entente::campaign
