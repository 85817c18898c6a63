#include "faces/server/rooms.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/hash.h"
#include "play/view.h"

namespace entente::server {
namespace {

using play::Act;
using play::ActKind;

constexpr std::size_t kMostHeld = 64;  // Rooms in memory; others are read again when asked for.
constexpr std::chrono::milliseconds kTick{1000};
constexpr int kTries = 16;  // Of an act while others write theirs.

bool of_a_seat(ActKind kind) { return kind == ActKind::move || kind == ActKind::leave; }

/// The player whose seat a secret proves; nothing where it is none's.
std::optional<std::size_t> seat_of(const play::Room& room, const std::string& key) {
  if (key.empty()) return {};
  for (std::size_t i = 0; i < room.seats.size(); ++i)
    if (room.seats[i].person && room.seats[i].key == key) return i;
  return {};
}

std::string key_of(const std::string& secret) { return secret.empty() ? "" : sha256(secret); }

std::string with_id(const std::string& id, const std::string& object) {
  return "{\"id\":\"" + id + "\"," + object.substr(1);
}

}  // namespace

struct Rooms::Held {
  std::mutex mutex;
  std::string id, key;
  play::Log log;
  play::Room room;
  std::uint64_t used = 0;
};

Rooms::Rooms(store::Store& store, const scenario::Library& library)
    : store_(store), library_(library), keeper_([this] { keep(); }) {}

Rooms::~Rooms() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ticked_.notify_all();
  keeper_.join();
}

Result<Rooms::Granted> Rooms::open(play::Log log, const std::string& user) {
  const auto now = store_.now();
  if (!now) return now.error();
  if (log.opening.at == 0) log.opening.at = *now;
  const auto room = play::replay(log, library_);
  if (!room) return room.error();
  // The clock of a game that was saved does not run on while nobody sits there.
  play::Room rested = *room;
  if (Act rest{.kind = ActKind::pause, .at = *now};
      rested.deadline() && play::apply(rested, rest).empty())
    log.acts.push_back(rest);
  std::vector<std::string> acts;
  for (const Act& one : log.acts) acts.push_back(play::to_json(one, true));
  Granted granted{"", store::new_secret()};
  const auto id = store_.add_room({.owner = user,
                                   .key = key_of(granted.secret),
                                   .opening = play::to_json(log.opening),
                                   .summary = play::summary(rested, library_.world)},
                                  acts);
  if (!id) return id.error();
  granted.id = *id;
  return granted;
}

/// The room of an id as far as it is known here; null where there is none.
Result<Rooms::Shared> Rooms::held(const std::string& id) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = rooms_.find(id);
    if (found != rooms_.end()) {
      found->second->used = ++used_;
      return found->second;
    }
  }
  const auto head = store_.room(id);
  if (!head) return head.error();
  if (!*head) return Shared();
  const auto opening = play::read_opening((*head)->opening, "room");
  if (!opening) return opening.error();
  auto room = play::open(*opening, library_);
  if (!room) return room.error();
  auto made = std::make_shared<Held>();
  made->id = id;
  made->key = (*head)->key;
  made->log.opening = *opening;
  made->room = std::move(room).value();
  const std::lock_guard lock(mutex_);
  const auto kept = rooms_.emplace(id, std::move(made)).first->second;
  kept->used = ++used_;
  if (rooms_.size() > kMostHeld)
    rooms_.erase(
        std::ranges::min_element(rooms_, {}, [](const auto& one) { return one.second->used; }));
  return kept;
}

/// Carries out what others have done since. REQUIRES: the room's mutex is held.
Faults Rooms::catch_up(Held& room) {
  const auto acts = store_.room_acts(room.id, room.room.acts);
  if (!acts) return acts.error();
  for (const std::string& text : *acts) {
    const auto act = play::read_act(text, "room");
    if (!act) return act.error();
    if (Faults faults = play::apply(room.room, *act); !faults.empty()) return faults;
    room.log.acts.push_back(*act);
  }
  return {};
}

/// Writes an act down, and takes the room to what it comes to; false where another came first.
Result<bool> Rooms::add(Held& room, const Act& act, play::Room then) {
  auto added = store_.add_act(room.id, then.acts, play::to_json(act, true),
                              play::summary(then, library_.world));
  if (!added || !*added) return added;
  room.room = std::move(then);
  room.log.acts.push_back(act);
  return true;
}

/// Lets the engine move for whoever is late. REQUIRES: the room's mutex is held.
Faults Rooms::expire(Held& room) {
  for (int i = 0; i < kTries; ++i) {
    if (Faults faults = catch_up(room); !faults.empty()) return faults;
    const auto due = room.room.deadline();
    const bool full = static_cast<std::size_t>(room.room.acts) >= play::kMostActs;
    if (!due || full) return {};
    const auto now = store_.now();
    if (!now) return now.error();
    if (*now < *due) return {};
    const Act late{.kind = ActKind::expire, .at = *now};
    play::Room then = room.room;
    if (Faults faults = play::apply(then, late); !faults.empty()) return faults;
    const auto added = add(room, late, std::move(then));
    if (!added) return added.error();
  }
  return {};
}

/// Does something with a room as it stands now, alone with it.
Rooms::Answer Rooms::in_room(const std::string& id, const std::function<Answer(Held&)>& use) {
  const auto found = held(id);
  if (!found) return {Outcome::refused, "", found.error()};
  if (*found == nullptr) return {.outcome = Outcome::absent};
  const std::lock_guard lock((*found)->mutex);
  if (Faults faults = expire(**found); !faults.empty()) return {Outcome::refused, "", faults};
  return use(**found);
}

Rooms::Answer Rooms::view(const std::string& id, const std::string& secret) {
  return in_room(id, [&](Held& room) -> Answer {
    const auto now = store_.now();
    if (!now) return {Outcome::refused, "", now.error()};
    const std::string key = key_of(secret);
    const play::Viewer viewer{.facilitator = !key.empty() && key == room.key,
                              .player = seat_of(room.room, key)};
    return {Outcome::done, with_id(id, play::view(room.room, library_.world, viewer, *now)), {}};
  });
}

/// REQUIRES: the room's mutex is held.
Rooms::Answer Rooms::do_act(Held& room, const std::string& secret, Act& act) {
  const std::string key = key_of(secret);
  for (int i = 0; i < kTries; ++i) {
    if (Faults faults = expire(room); !faults.empty()) return {Outcome::refused, "", faults};
    if (of_a_seat(act.kind)) {
      const auto player = seat_of(room.room, key);
      if (!player) return {.outcome = Outcome::forbidden};
      act.seat = room.room.model.about.players[*player].id;
    } else if (act.kind != ActKind::sit && (key.empty() || key != room.key)) {
      return {.outcome = Outcome::forbidden};
    }
    const auto now = store_.now();
    if (!now) return {Outcome::refused, "", now.error()};
    act.at = *now;
    play::Room then = room.room;
    if (Faults faults = play::apply(then, act); !faults.empty())
      return {Outcome::refused, "", faults};
    const auto added = add(room, act, std::move(then));
    if (!added) return {Outcome::refused, "", added.error()};
    if (*added) return {};
  }
  return {Outcome::refused,
          "",
          {{Code::unreadable,
            {"room", 0, 0},
            "too many write to this room at once",
            "try again in a moment"}}};
}

Rooms::Answer Rooms::act(const std::string& id, const std::string& secret, Act act) {
  Answer answer = in_room(id, [&](Held& room) { return do_act(room, secret, act); });
  if (answer.outcome != Outcome::done) return answer;
  wake(id);
  return view(id, secret);
}

Rooms::Answer Rooms::sit(const std::string& id, const std::string& seat, const std::string& name) {
  const std::string secret = store::new_secret();
  Act act{.kind = ActKind::sit, .seat = seat, .name = name, .key = key_of(secret)};
  Answer answer = in_room(id, [&](Held& room) { return do_act(room, "", act); });
  if (answer.outcome != Outcome::done) return answer;
  wake(id);
  return {Outcome::done, secret, {}};
}

Rooms::Answer Rooms::save(const std::string& id, const std::string& secret) {
  return in_room(id, [&](Held& room) -> Answer {
    const bool all = room.room.state == play::RoomState::over;
    if (!all && (secret.empty() || key_of(secret) != room.key))
      return {.outcome = Outcome::forbidden};
    return {Outcome::done, play::save(room.log), {}};
  });
}

Rooms::Answer Rooms::when_over(const std::string& id,
                               const std::function<std::string(const play::Room&)>& use) {
  return in_room(id, [&](Held& room) -> Answer {
    if (room.room.state == play::RoomState::over) return {Outcome::done, use(room.room), {}};
    return {Outcome::refused,
            "",
            {{Code::bad_value,
              {"room", 0, 0},
              "the crisis is not over",
              "the facilitator can close it"}}};
  });
}

Rooms::Answer Rooms::remove(const std::string& id, const std::string& secret,
                            const std::string& user, bool admin) {
  const auto head = store_.room(id);
  if (!head) return {Outcome::refused, "", head.error()};
  if (!*head) return {.outcome = Outcome::absent};
  const bool own = !secret.empty() && key_of(secret) == (*head)->key;
  if (!own && !admin) return {.outcome = Outcome::forbidden};
  const auto removed = store_.remove_room(id, user);
  if (!removed) return {Outcome::refused, "", removed.error()};
  {
    const std::lock_guard lock(mutex_);
    rooms_.erase(id);
  }
  wake(id);
  return {};
}

Result<std::vector<store::RoomHead>> Rooms::list(std::size_t most) const {
  return store_.rooms(most);
}

EventChunk Rooms::events(const std::string& id, std::uint64_t after) {
  const auto found = held(id);
  if (!found || *found == nullptr) return {.bytes = "", .last = after, .ended = true};
  Held& room = **found;
  const std::lock_guard lock(room.mutex);
  if (!catch_up(room).empty()) return {.bytes = "", .last = after, .ended = false};
  const auto step = static_cast<std::uint64_t>(room.room.acts + 1);
  EventChunk chunk{.bytes = "", .last = after, .ended = room.room.state == play::RoomState::over};
  if (step <= after) return chunk;
  chunk.last = step;
  chunk.bytes = "id: " + std::to_string(step) +
                "\nevent: step\ndata: {\"step\":" + std::to_string(step) + ",\"state\":\"" +
                std::string(play::word(room.room.state)) + "\"}\n\n";
  return chunk;
}

std::uint64_t Rooms::watch(const std::string& id, std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  watchers_[id].push_back({next_token_, std::move(wake)});
  return next_token_++;
}

void Rooms::unwatch(const std::string& id, std::uint64_t token) {
  const std::lock_guard lock(mutex_);
  const auto found = watchers_.find(id);
  if (found == watchers_.end()) return;
  std::erase_if(found->second, [&](const Watcher& one) { return one.token == token; });
  if (found->second.empty()) watchers_.erase(found);
}

void Rooms::wake(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = watchers_.find(id);
  if (found == watchers_.end()) return;
  for (const Watcher& one : found->second) one.wake();
}

/// Rooms that somebody follows: clocks that run out, and what was done through another server.
void Rooms::keep() {
  std::unique_lock lock(mutex_);
  while (!ticked_.wait_for(lock, kTick, [this] { return stopping_; })) {
    std::vector<std::string> followed;
    for (const auto& [id, all] : watchers_) followed.push_back(id);
    lock.unlock();
    for (const std::string& id : followed) {
      const auto found = held(id);
      if (!found) continue;  // The store does not answer; it is asked again.
      bool changed = *found == nullptr;
      if (!changed) {
        const std::lock_guard held_lock((*found)->mutex);
        const std::int64_t before = (*found)->room.acts;
        changed = expire(**found).empty() && (*found)->room.acts != before;
      }
      if (changed) wake(id);
    }
    lock.lock();
  }
}

}  // namespace entente::server
