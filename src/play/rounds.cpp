#include "play/rounds.h"

#include <algorithm>
#include <cassert>

#include "base/stream.h"

namespace entente::play {
namespace {

using campaign::Stage;
using solve::GameNodeKind;

/// A choice by shares that add up to 1, by a number in (0, 1).
std::size_t chosen_by(std::span<const double> shares, double u) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
    sum += shares[i];
    if (u < sum) return i;
  }
  return shares.size() - 1;
}

double uniform(const Room& room, std::string_view who, std::string_view purpose) {
  return Stream(room.opening.seed, room.steps.size(), who, purpose).uniform();
}

int rung_at(const Room& room, int place) {
  const Stage& stage = room.model.stage(place);
  const auto at = static_cast<std::size_t>(stage.at);
  return stage.kind == Stage::Kind::end ? room.model.about.ends[at].rung
                                        : room.model.about.nodes[at].rung;
}

/// The probability that the model gave a move here, for each profile.
Belief shares_of(const Room& room, std::size_t move) {
  Belief found;
  for (std::size_t p = 0; p < room.model.profiles(); ++p) {
    const solve::GameNode& node = room.model.game.game.nodes[room.model.node(p, room.place)];
    found.push_back(node.kind == GameNodeKind::chance
                        ? node.chances[move]
                        : room.model.play.play[static_cast<std::size_t>(node.set)][move]);
  }
  return found;
}

/// Takes one step in the game, and writes down what it was.
void step(Room& room, std::size_t move, Step taken) {
  const Model& model = room.model;
  const Belief shares = shares_of(room, move);
  taken.round = room.round;
  taken.place = room.place;
  taken.move = move;
  taken.words = move_words(model.about, model.game, model.node(room.profile, room.place), move);
  taken.p = shares[room.profile];
  taken.war_before = model.war[model.node(room.profile, room.place)];
  for (std::size_t p = 0; p < shares.size(); ++p) room.seen[p] *= shares[p];
  room.place = model.next(room.place, move);
  taken.war_after = model.war[model.node(room.profile, room.place)];
  room.steps.push_back(std::move(taken));
}

void line(Room& room, Milliseconds at, std::string who, std::string kind, std::string text) {
  room.lines.push_back({room.round, at, std::move(who), std::move(kind), std::move(text),
                        rung_at(room, room.place)});
}

/// Chance: a slip, an act laid to its mover or not, a mediation.
void draw(Room& room, Milliseconds at) {
  const Stage stage = room.model.stage(room.place);
  const solve::GameNode& node = room.model.at(room.place);
  const std::size_t outcome = chosen_by(node.chances, uniform(room, "room", "chance"));
  step(room, outcome, {});
  if (stage.kind == Stage::Kind::slip) {
    if (outcome == 0) line(room, at, "chance", "chance", "An accident: it slips out of hand.");
    return;
  }
  const auto& from = room.model.about.nodes[static_cast<std::size_t>(stage.from)];
  const auto& made = from.moves[static_cast<std::size_t>(stage.move)];
  if (!made.covert)
    line(room, at, "chance", "chance", made.name + (outcome == 0 ? ": it succeeds" : ": it fails"));
  else if (outcome == 0)
    line(room, at, "chance", "chance", made.name + ": it is laid to " + from.mover);
  else
    line(room, at, "chance", "chance", made.name + ": it is laid to nobody");
}

/// Opens what the player has sealed.
void open_move(Room& room, std::size_t player, Milliseconds at) {
  const Model& model = room.model;
  const Stage stage = model.stage(room.place);
  const auto [move, engine] = *room.chosen[player];
  Step taken;
  taken.player = static_cast<int>(player);
  taken.engine = engine;
  const auto options = options_of(model, room.belief(player), room.place, player);
  const auto best = std::ranges::max_element(options, {}, &Option::worth);
  taken.worth = options[move].worth;
  taken.best = best->name;
  taken.best_worth = best->worth;
  const std::string& id = model.about.players[player].id;
  step(room, move, std::move(taken));
  const bool answer = stage.kind == Stage::Kind::answer;
  Line made{room.round,
            at,
            (engine ? "engine for " : "") + id,
            answer ? "answered" : "moved",
            id + ": " + options[move].name,
            rung_at(room, room.place)};
  if (!answer && model.about.nodes[static_cast<std::size_t>(stage.at)].moves[move].covert)
    made.only = player;
  room.lines.push_back(std::move(made));
}

void finish(Room& room, Milliseconds at) {
  room.state = RoomState::over;
  const auto end = static_cast<std::size_t>(room.model.stage(room.place).at);
  line(room, at, "room", "ended", "It ends: " + room.model.about.ends[end].title + ".");
}

/// The engine's move for a seat: drawn from what the model's player of its type would do.
void choose(Room& room, std::size_t player) {
  std::vector<double> shares;
  for (const Option& one : options_of(room.model, room.belief(player), room.place, player))
    shares.push_back(one.p);
  const std::string& id = room.model.about.players[player].id;
  room.chosen[player] = Choice{chosen_by(shares, uniform(room, id, "engine's move")), true};
}

void new_round(Room& room, Milliseconds at) {
  ++room.round;
  room.chosen.assign(room.chosen.size(), std::nullopt);
  room.since = at;
  room.used = 0;
}

}  // namespace

void begin(Room& room, Milliseconds at) {
  room.state = RoomState::playing;
  const Model& model = room.model;
  for (std::size_t k = 0; k < model.game.uncertain.size(); ++k) {
    const std::size_t player = model.game.uncertain[k];
    Stream stream(room.opening.seed, 0, model.about.players[player].id, "private type");
    room.seats[player].firm = stream.uniform() < model.world.firm[player];
    if (room.seats[player].firm) room.profile |= std::size_t{1} << k;
  }
  const Outlook before = outlook(model, model.prior(), room.place);
  room.war_at_start = before.war;
  room.worth_at_start = before.worth;
  new_round(room, at);
  line(room, at, "facilitator", "began", "The crisis begins.");
}

void go_on(Room& room, Milliseconds at, bool late) {
  while (room.state == RoomState::playing) {
    if (room.at_end()) return finish(room, at);
    if (room.model.at(room.place).kind == GameNodeKind::chance) {
      draw(room, at);
      continue;
    }
    const auto asked = room.asked();
    for (const std::size_t player : asked)
      if (!room.chosen[player] && (late || !room.seats[player].person)) choose(room, player);
    if (std::ranges::any_of(asked, [&](std::size_t one) { return !room.chosen[one]; })) return;
    for (const std::size_t player : asked) open_move(room, player, at);
    late = false;  // The clock ran out for one round only.
    new_round(room, at);
  }
}

bool jump(Room& room, const std::string& node, Milliseconds at) {
  const Model& model = room.model;
  for (int place = 0; place < model.places(); ++place) {
    const Stage& stage = model.stage(place);
    const bool turn = stage.kind == Stage::Kind::decision || stage.kind == Stage::Kind::answer;
    if (!turn || model.about.nodes[static_cast<std::size_t>(stage.at)].id != node ||
        stage.status != model.stage(room.place).status)
      continue;
    // A question has a place for each ally that answers; the first stands before the others.
    Step taken;
    taken.round = room.round;
    taken.place = room.place;
    taken.words = "events take over: " + node;
    taken.war_before = model.war[model.node(room.profile, room.place)];
    taken.war_after = model.war[model.node(room.profile, place)];
    room.steps.push_back(std::move(taken));
    room.place = place;
    new_round(room, at);
    return true;
  }
  return false;
}

}  // namespace entente::play
