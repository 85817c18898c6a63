/// Crises as files: who may do what on which rung, how it may end, and what that is worth.
///
/// Floor 3; uses base, text, world. A case is a graph without circles of named nodes; it holds
/// numbers with their ranges and words, no law: which ally is bound is asked when the case is run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "scenario/ranged.h"
#include "text/node.h"
#include "world/world.h"

namespace entente::scenario {

inline constexpr int kTopRung = 7;  ///< Of the ladder of severity.
inline constexpr std::size_t kMostPlayers = 12;
inline constexpr std::size_t kMostCrisisNodes = 200;
inline constexpr std::size_t kMostFirm = 4;  ///< Players whose resolve is private.

enum class CrisisSide { challenger, defender, neutral };

struct CrisisPlayer {
  std::string id;  ///< A state of the library.
  CrisisSide side = CrisisSide::neutral;
  bool ally = false;           ///< Moves only where law binds it.
  Ranged stake, strength;      ///< Worth of the whole prize; capability. At least 0.
  Ranged democracy;            ///< In [0, 1]: how far audiences can punish.
  std::optional<Ranged> firm;  ///< Probability that it is of the type that bears war more easily.
  Ranged firm_cost;            ///< That type's cost of war against the other's, in [0, 1].
  Where where;
};

/// A move. One with a chance leads to `to` with that probability, else to `otherwise`: a covert act
/// that may be laid to its mover, a mediation that may succeed.
struct CrisisMove {
  std::string name, to;
  std::optional<Ranged> chance;
  bool covert = false;  ///< The chance is that the act is laid to its mover.
  std::string otherwise;
  bool joins = false;  ///< Brings its mover, an ally, in: of its own will, whatever law says.
  Where where;
};

/// A decision of a player, or a question to the law (`ask`).
struct CrisisNode {
  std::string id, mover;
  int rung = 0;
  std::vector<CrisisMove> moves;
  std::string ask, joined, alone;  ///< An event; where it leads if any bound ally honours, or none.
  std::vector<std::string> given;  ///< Facts known before the event.
  Where where;
};

struct CrisisEnd {
  std::string id, title;
  int rung = 0;
  bool war = false;     ///< Decided by strengths; else settled.
  Ranged share;         ///< Of the prize that goes to the challenger, where settled.
  bool middle = false;  ///< Mediated without a share: the middle of the bargaining range.
  std::vector<std::string> backs;  ///< Players that gave way in public.
  bool mediated = false;
  Where where;
};

struct CrisisCase {
  std::string name, title, source, confidence, note, accident;
  std::vector<CrisisPlayer> players;
  std::vector<CrisisNode> nodes;  ///< The first one begins.
  std::vector<CrisisEnd> ends;

  [[nodiscard]] const CrisisNode* node(const std::string& id) const;
  [[nodiscard]] const CrisisEnd* end(const std::string& id) const;
  [[nodiscard]] int player(const std::string& id) const;  ///< -1 where there is none.
};

/// All faults at once. Errors: `missing_key`, `unknown_key`, `wrong_type` (a payoff that is no
/// number), `range_missing` (a number without its range), `unsourced_range` (a value outside it),
/// `bad_value` (a circle, a mover without a move, a rung off the ladder), `duplicate`,
/// `unknown_name` (a node, end or player that is not there), `too_large`.
[[nodiscard]] Result<CrisisCase> read_crisis(const text::Document& document);

/// `unknown_state` for every player that the world does not know.
[[nodiscard]] Faults unknown_players(const CrisisCase& about, const world::World& world);

}  // namespace entente::scenario
