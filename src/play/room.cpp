#include "play/room.h"

#include <algorithm>
#include <numeric>

#include "base/name.h"
#include "play/rounds.h"

namespace entente::play {
namespace {

using campaign::Stage;
using solve::GameNodeKind;

constexpr std::string_view kStates[] = {"open", "playing", "paused", "over"};

Faults refused(Code code, std::string_view key, std::string message, std::string hint = "") {
  return {{code, {std::string(key), 0, 0}, std::move(message), std::move(hint)}};
}

std::vector<std::string> ids(const Room& room) {
  std::vector<std::string> all;
  for (const auto& one : room.model.about.players) all.push_back(one.id);
  return all;
}

int rung(const Room& room) {
  const Stage& stage = room.model.stage(room.place);
  const auto at = static_cast<std::size_t>(stage.at);
  return stage.kind == Stage::Kind::end ? room.model.about.ends[at].rung
                                        : room.model.about.nodes[at].rung;
}

void note(Room& room, const Act& act, std::string who, std::string kind, std::string text,
          std::vector<std::size_t> to = {}) {
  room.lines.push_back({room.round,
                        act.at,
                        std::move(who),
                        std::move(kind),
                        std::move(text),
                        rung(room),
                        std::move(to),
                        {}});
}

Faults sit(Room& room, const Act& act, std::size_t player) {
  Seat& seat = room.seats[player];
  // In a game that was loaded nobody's secret is known, so whoever comes first sits down again.
  if (seat.person && !seat.key.empty())
    return refused(
        Code::duplicate, "seat",
        "the seat of " + act.seat + " is taken" + (seat.name.empty() ? "" : " by " + seat.name),
        "the facilitator can free it");
  seat = {true, act.name, act.key, seat.firm};
  note(room, act, act.seat, "sat",
       (act.name.empty() ? "Somebody" : act.name) + " plays " + act.seat + ".");
  return {};
}

Faults stand_up(Room& room, const Act& act, std::size_t player) {
  Seat& seat = room.seats[player];
  if (!seat.person) return refused(Code::bad_value, "seat", "nobody has the seat of " + act.seat);
  seat = {false, "", "", seat.firm};
  const bool freed = act.kind == ActKind::free;
  note(room, act, freed ? "facilitator" : act.seat, freed ? "freed" : "left",
       freed ? "The seat of " + act.seat + " is free." : act.seat + " leaves; the seat is free.");
  go_on(room, act.at, false);
  return {};
}

Faults move(Room& room, const Act& act, std::size_t player) {
  const auto asked = room.asked();
  if (room.state == RoomState::paused)
    return refused(Code::bad_value, "act", "the room rests", "wait until the facilitator goes on");
  if (act.round != room.round)
    return refused(Code::bad_value, "round",
                   "round " + std::to_string(act.round) + " is not the one that is played",
                   "this is round " + std::to_string(room.round) + "; read the room again");
  if (std::ranges::find(asked, player) == asked.end()) {
    std::vector<std::string> turn;
    for (const std::size_t one : asked) turn.push_back(room.model.about.players[one].id);
    return refused(Code::bad_value, "seat", "it is not the turn of " + act.seat,
                   join(turn, ", ") + (turn.size() == 1 ? " is asked" : " are asked"));
  }
  std::vector<std::string> known;
  for (const Option& one : options_of(room.model, room.belief(player), room.place, player))
    known.push_back(one.name);
  const auto found = std::ranges::find(known, act.move);
  if (found == known.end()) {
    const std::string meant = did_you_mean(act.move, known);
    return refused(Code::unknown_name, "move", act.seat + " has no move `" + act.move + "` here",
                   meant.empty() ? "one of: " + join(known, "; ") : meant);
  }
  room.chosen[player] = Choice{static_cast<std::size_t>(found - known.begin()), false};
  go_on(room, act.at, false);
  return {};
}

Faults check_inject(const Room& room, const Act& act) {
  Faults faults;
  if (act.text.empty() && act.numbers.empty() && act.go.empty())
    faults.push_back({Code::missing_key,
                      {"inject", 0, 0},
                      "the inject says and changes nothing",
                      "it needs a text, numbers, or a node to go to"});
  const auto known = ids(room);
  for (const std::string& one : act.to)
    if (room.model.about.player(one) < 0)
      faults.push_back({Code::unknown_name,
                        {"to", 0, 0},
                        "there is no seat `" + one + "`",
                        did_you_mean(one, known)});
  if (!act.go.empty() && room.state == RoomState::open)
    faults.push_back({Code::bad_value, {"go", 0, 0}, "the crisis has not begun", "begin it first"});
  if (!act.go.empty() && room.model.about.node(act.go) == nullptr) {
    std::vector<std::string> nodes;
    for (const auto& one : room.model.about.nodes) nodes.push_back(one.id);
    faults.push_back({Code::unknown_name,
                      {"go", 0, 0},
                      "the case has no node `" + act.go + "`",
                      did_you_mean(act.go, nodes)});
  }
  return faults;
}

Faults inject(Room& room, const Act& act) {
  if (Faults faults = check_inject(room, act); !faults.empty()) return faults;
  std::vector<std::size_t> to;
  for (const std::string& one : act.to)
    to.push_back(static_cast<std::size_t>(room.model.about.player(one)));
  if (act.numbers.empty() && act.go.empty()) {  // News alone can be refused no more.
    note(room, act, "facilitator", "inject", act.text, to);
    return {};
  }
  Room then = room;
  if (!act.numbers.empty() && ++then.changes > kMostChanges)
    return refused(Code::too_large, "numbers",
                   "numbers were changed " + std::to_string(kMostChanges) + " times already",
                   "open another room with the numbers in its case");
  if (!act.numbers.empty())
    if (Faults faults = set_numbers(then.model, act.numbers); !faults.empty()) return faults;
  if (!act.text.empty()) note(then, act, "facilitator", "inject", act.text, to);
  for (const auto& [name, value] : act.numbers) {
    std::string digits = std::to_string(value);
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    note(then, act, "facilitator", "inject", name + " is now " + digits + ".", to);
  }
  if (!act.go.empty()) {
    if (!jump(then, act.go, act.at))
      return refused(Code::bad_value, "go",
                     "play cannot come to `" + act.go + "` from where the allies stand now",
                     "no way through the case leads there with the same allies in");
    note(then, act, "facilitator", "inject", "Events take the crisis to " + act.go + ".");
  }
  go_on(then, act.at, false);
  room = std::move(then);
  return {};
}

Faults expire(Room& room, const Act& act) {
  const auto due = room.deadline();
  if (!due || act.at < *due)
    return refused(Code::bad_value, "act", "the clock of this round has not run out");
  for (const std::size_t one : room.asked())
    if (!room.chosen[one])
      note(room, act, "room", "expired",
           "The time of " + room.model.about.players[one].id + " is up: the engine moves.");
  go_on(room, act.at, true);
  return {};
}

Faults pause(Room& room, const Act& act) {
  if (room.state != RoomState::playing)
    return refused(Code::bad_value, "act", "the room does not play");
  room.used += std::max<Milliseconds>(act.at - room.since, 0);
  room.state = RoomState::paused;
  note(room, act, "facilitator", "paused", "The room rests.");
  return {};
}

Faults resume(Room& room, const Act& act) {
  if (room.state != RoomState::paused)
    return refused(Code::bad_value, "act", "the room does not rest");
  room.since = act.at;
  room.state = RoomState::playing;
  note(room, act, "facilitator", "resumed", "The room goes on.");
  go_on(room, act.at, false);
  return {};
}

Faults close(Room& room, const Act& act) {
  room.state = RoomState::over;
  note(room, act, "facilitator", "closed", "The facilitator ends the crisis here.");
  return {};
}

/// Which seat an act is of; a fault where it needs one and names none.
Result<std::size_t> seat_of(const Room& room, const Act& act) {
  const int player = room.model.about.player(act.seat);
  if (player >= 0) return static_cast<std::size_t>(player);
  if (act.seat.empty())
    return refused(Code::missing_key, "seat", "`seat` is missing",
                   "one of " + join(ids(room), ", "));
  const std::string meant = did_you_mean(act.seat, ids(room));
  return refused(Code::unknown_name, "seat", "there is no seat `" + act.seat + "`",
                 meant.empty() ? "one of " + join(ids(room), ", ") : meant);
}

Faults of_a_seat(Room& room, const Act& act) {
  const auto player = seat_of(room, act);
  if (!player) return player.error();
  if (act.kind == ActKind::sit) return sit(room, act, *player);
  if (act.kind != ActKind::move) return stand_up(room, act, *player);
  if (room.state == RoomState::open)
    return refused(Code::bad_value, "act", "the crisis has not begun", "the facilitator begins it");
  return move(room, act, *player);
}

Faults carry_out(Room& room, const Act& act) {
  switch (act.kind) {
    case ActKind::sit:
    case ActKind::leave:
    case ActKind::free:
    case ActKind::move:
      return of_a_seat(room, act);
    case ActKind::begin:
      if (room.state != RoomState::open)
        return refused(Code::bad_value, "act", "the crisis has begun already");
      begin(room, act.at);
      go_on(room, act.at, false);
      return {};
    case ActKind::inject:
      return inject(room, act);
    case ActKind::pause:
      return pause(room, act);
    case ActKind::resume:
      return resume(room, act);
    case ActKind::expire:
      return expire(room, act);
    case ActKind::close:
      return close(room, act);
  }
  return {};
}

}  // namespace

std::string_view word(RoomState state) { return kStates[static_cast<std::size_t>(state)]; }

Belief Room::belief(std::optional<std::size_t> player) const {
  Belief found = model.prior();
  const int bit = player ? model.bit_of(*player) : -1;
  const bool knows = bit >= 0 && round > 0;
  double sum = 0;
  for (std::size_t p = 0; p < found.size(); ++p) {
    const bool own = !knows || (p >> bit & 1) == (profile >> bit & 1);
    found[p] = own ? found[p] * seen[p] : 0;
    sum += found[p];
  }
  if (sum > 0) {
    for (double& one : found) one /= sum;
    return found;
  }
  // What happened was held impossible; then the truth is as good a guess as any.
  std::ranges::fill(found, 0);
  found[profile] = 1;
  return found;
}

std::vector<std::size_t> Room::asked() const {
  std::vector<std::size_t> found;
  if (state == RoomState::open || state == RoomState::over) return found;
  const int at = model.stage(place).at;
  for (int here = place; model.at(here).kind == GameNodeKind::choice; here = model.next(here, 0)) {
    const Stage& stage = model.stage(here);
    if (here != place && (stage.kind != Stage::Kind::answer || stage.at != at)) break;
    const auto set = static_cast<std::size_t>(model.at(here).set);
    found.push_back(static_cast<std::size_t>(model.game.game.sets[set].player));
    if (stage.kind != Stage::Kind::answer) break;
  }
  return found;
}

bool Room::at_end() const { return model.at(place).kind == GameNodeKind::end; }

std::optional<Milliseconds> Room::deadline() const {
  if (state != RoomState::playing || opening.clock == 0) return {};
  return since + opening.clock * 1000 - used;
}

Result<Room> open(const Opening& opening, const scenario::Library& library) {
  auto model = make_model(opening, library);
  if (!model) return model.error();
  Room room;
  room.opening = opening;
  room.model = std::move(model).value();
  room.seats.resize(room.model.about.players.size());
  room.chosen.resize(room.seats.size());
  room.place = room.model.root();
  room.seen.assign(room.model.profiles(), 1);
  room.lines.push_back({0,
                        opening.at,
                        "room",
                        "opened",
                        "The room is open: " + room.model.about.title + ".",
                        rung(room),
                        {},
                        {}});
  return room;
}

Faults apply(Room& room, const Act& act) {
  if (room.state == RoomState::over)
    return refused(Code::bad_value, "act", "the crisis is over", "its debrief can be read");
  if (static_cast<std::size_t>(room.acts) >= kMostActs)
    return refused(Code::too_large, "act",
                   "the room has seen " + std::to_string(kMostActs) + " acts", "open another one");
  if (Faults faults = carry_out(room, act); !faults.empty()) return faults;
  ++room.acts;
  return {};
}

Result<Room> replay(const Log& log, const scenario::Library& library) {
  auto room = open(log.opening, library);
  if (!room) return room.error();
  for (std::size_t i = 0; i < log.acts.size(); ++i)
    if (Faults faults = apply(room.value(), log.acts[i]); !faults.empty()) {
      for (Error& fault : faults)
        fault.message = "act " + std::to_string(i + 1) + ": " + fault.message;
      return faults;
    }
  return room;
}

}  // namespace entente::play
