/// The crisis room: seats, rounds, what was done and what it came to.
///
/// Floor 5. A room is what a log comes to: `open` makes it, `apply` carries out one act, and the
/// same acts give the same room. Nothing here knows a clock, a network or a secret.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "play/log.h"
#include "play/model.h"

namespace entente::play {

enum class RoomState { open, playing, paused, over };
[[nodiscard]] std::string_view word(RoomState state);

/// Injects of a room that may change numbers: each solves the game again.
inline constexpr int kMostChanges = 100;

/// A player of the case, and who plays it.
struct Seat {
  bool person = false;  ///< Else the engine plays it once the room has begun.
  std::string name;     ///< Of the person.
  std::string key;      ///< Hash of its secret; empty in a game that was loaded.
  bool firm = false;    ///< Its private type, drawn when the room begins.
};

/// A sealed move.
struct Choice {
  std::size_t move = 0;
  bool engine = false;
};

/// A line of the room's log as people read it.
struct Line {
  std::int64_t round = 0;
  Milliseconds at = 0;
  std::string who;   ///< A player, "engine for PLAYER", "facilitator", "chance" or "room".
  std::string kind;  ///< opened, sat, left, freed, began, moved, answered, chance, inject, ...
  std::string text;
  int rung = 0;
  std::vector<std::size_t> to = {};      ///< Players that may read it; empty for all.
  std::optional<std::size_t> only = {};  ///< A player whose secret it is until the room is over.
};

/// One step of play, for the debrief: a move, an answer, or chance.
struct Step {
  std::int64_t round = 0;
  int place = 0;  ///< Before it.
  std::size_t move = 0;
  int player = -1;  ///< -1: chance, or an inject that took play elsewhere.
  bool engine = false;
  std::string words;      ///< Empty where chance did nothing.
  double p = 0;           ///< Of the model, given the true types; 0 for an inject.
  double worth = 0;       ///< To the mover, as it could know; of a move or answer.
  std::string best = {};  ///< The option worth most to the mover, and its worth.
  double best_worth = 0;
  double war_before = 0, war_after = 0;  ///< Probability of war by the model, given the true types.
};

struct Room {
  Opening opening;
  Model model;
  RoomState state = RoomState::open;
  std::vector<Seat> seats;                    ///< By player of the case.
  std::int64_t acts = 0;                      ///< That were applied.
  int changes = 0;                            ///< Injects that changed numbers.
  std::int64_t round = 0;                     ///< From 1 once it has begun.
  int place = 0;                              ///< Where play is, in the game.
  std::size_t profile = 0;                    ///< The true types.
  Belief seen;                                ///< Likelihood of all that was seen, by profile.
  std::vector<std::optional<Choice>> chosen;  ///< By player, of this round.
  std::vector<Line> lines;
  std::vector<Step> steps;
  Milliseconds since = 0;   ///< When this round began, or went on.
  Milliseconds used = 0;    ///< Of its clock before that.
  double war_at_start = 0;  ///< Of the model before any move, types not known.
  std::vector<double> worth_at_start;

  /// What somebody believes of the types: a player knows its own; nobody given, what all could see.
  [[nodiscard]] Belief belief(std::optional<std::size_t> player) const;
  /// Players that are asked now, in order; none unless the room plays or rests.
  [[nodiscard]] std::vector<std::size_t> asked() const;
  [[nodiscard]] bool at_end() const;
  /// When the clock of this round runs out; nothing without a clock, or unless it plays.
  [[nodiscard]] std::optional<Milliseconds> deadline() const;
};

/// Errors: those of `make_model`.
[[nodiscard]] Result<Room> open(const Opening& opening, const scenario::Library& library);

/// Carries out one act; where it is refused the room is as it was. Errors: `duplicate` for a seat
/// that is taken, `bad_value` for an act out of turn, after the end, or before its time,
/// `unknown_name` for a seat, move, number or node, `missing_key`. Cost: of a move O(nodes) for
/// each seat that the engine plays; of numbers a solution of the game.
[[nodiscard]] Faults apply(Room& room, const Act& act);

/// The room of a log. Errors: as above, with the number of the act.
[[nodiscard]] Result<Room> replay(const Log& log, const scenario::Library& library);

}  // namespace entente::play
