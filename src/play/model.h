/// The case of a room as the model sees it: the game, solved, and what may be expected from a node.
///
/// Floor 5; uses scenario, campaign, actors, solve.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "campaign/crisis/game.h"
#include "campaign/crisis/law.h"
#include "campaign/crisis/numbers.h"
#include "play/log.h"
#include "scenario/library.h"

namespace entente::play {

/// Probability of each profile of private types, as somebody believes; adds up to 1.
using Belief = std::vector<double>;

struct Model {
  scenario::CrisisCase about;
  std::vector<campaign::Trigger> triggers;
  std::vector<campaign::CrisisNumber> numbers;
  campaign::CrisisWorld world;  ///< With what injects have changed.
  campaign::CrisisGame game;
  solve::QuantalResponse play;
  std::vector<double> war;  ///< By node of the game: probability of war from there.

  [[nodiscard]] std::size_t profiles() const { return std::size_t{1} << game.uncertain.size(); }
  /// The node of the game for a place within a profile; places are numbered alike in all.
  [[nodiscard]] std::size_t node(std::size_t profile, int place) const;
  [[nodiscard]] const campaign::Stage& stage(int place) const {
    return game.stages[node(0, place)];
  }
  [[nodiscard]] const solve::GameNode& at(int place) const {
    return game.game.nodes[node(0, place)];
  }
  /// Places within a profile; and where one leads by a move.
  [[nodiscard]] int places() const;
  [[nodiscard]] int next(int place, std::size_t move) const;
  [[nodiscard]] int root() const;
  /// The probability of each profile before anything was seen.
  [[nodiscard]] Belief prior() const;
  /// Which bit of a profile is a player's; -1 where it has one type.
  [[nodiscard]] int bit_of(std::size_t player) const;
};

/// Nodes that the game of a room may have, so that whoever asks waits for a moment only.
inline constexpr std::size_t kMostRoomNodes = 20000;

/// Reads the case, asks the law, builds and solves the game. Errors: those of `read_crisis`,
/// `triggers_of` and `crisis_game`, `too_large` over `kMostRoomNodes`. Cost: a solution of the
/// game.
[[nodiscard]] Result<Model> make_model(const Opening& opening, const scenario::Library& library);

/// Gives a number of the case another value and solves again; `unknown_name` with the nearest,
/// `bad_value` for one below 0, or above 1 where it is a probability or share.
[[nodiscard]] Faults set_numbers(Model& model,
                                 std::span<const std::pair<std::string, double>> numbers);

/// What comes of a place, as somebody believes.
struct Outlook {
  double war = 0;
  std::vector<double> ends;   ///< By end of the case.
  std::vector<double> worth;  ///< By player, expected payoff.
  /// [profile][place], probability that types are so and play comes there.
  std::vector<std::vector<double>> reach;
};

/// Cost O(nodes x profiles).
[[nodiscard]] Outlook outlook(const Model& model, const Belief& belief, int place);

/// One way to answer where a seat is asked.
struct Option {
  std::string name;
  double p = 0;      ///< That the model's player would take it.
  double worth = 0;  ///< Expected payoff of the seat, in units of the prize at stake 1.
  double war = 0;    ///< Probability of war after it.
};

/// What a player may do at its next turn from `place`, where others may answer before it, unseen:
/// their answers are weighed by the model. REQUIRES: every way from `place` passes a turn of the
/// player before anything else but answers to the same question. Cost O(3^answers before it).
[[nodiscard]] std::vector<Option> options_of(const Model& model, const Belief& belief, int place,
                                             std::size_t player);

}  // namespace entente::play
