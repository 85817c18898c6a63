/// Crisis rooms: games that people play over the server, kept act by act in the store.
///
/// Floor 9; uses base, play, scenario and store. What is held here is only what the store's acts
/// come to, so a server that is killed loses nothing and several may serve one room. Safe to use
/// from many threads.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"
#include "faces/server/http.h"
#include "play/room.h"
#include "scenario/library.h"
#include "store/store.h"

namespace entente::server {

/// What stands before the id of a room where streams of events are named.
inline constexpr std::string_view kRoomStream = "room ";

class Rooms {
 public:
  /// Both must outlive this.
  Rooms(store::Store& store, const scenario::Library& library);
  Rooms(const Rooms&) = delete;
  Rooms& operator=(const Rooms&) = delete;
  ~Rooms();

  /// A room and the secret that proves a right to it, shown once.
  struct Granted {
    std::string id, secret;
  };
  /// Opens a room with what was done in it so far (nothing, or a saved game); the secret is the
  /// facilitator's. Errors: those of `play::replay`, `unreadable`.
  [[nodiscard]] Result<Granted> open(play::Log log, const std::string& user);

  /// What became of a request to a room.
  enum class Outcome {
    done,
    absent,     ///< There is no such room.
    forbidden,  ///< The secret does not give the right to this.
    refused,    ///< By the rules of the room, or since the store does not answer: `faults`.
  };
  struct Answer {
    Outcome outcome = Outcome::done;
    std::string text = {};  ///< JSON; a secret where a seat was taken.
    Faults faults = {};
  };
  /// What the bearer of the secret may see; an empty secret is the public.
  [[nodiscard]] Answer view(const std::string& id, const std::string& secret);
  /// Carries out an act and answers with the view. A seat's act needs the secret of a seat, any
  /// other that of the facilitator.
  [[nodiscard]] Answer act(const std::string& id, const std::string& secret, play::Act act);
  /// Takes a seat.
  [[nodiscard]] Answer sit(const std::string& id, const std::string& seat, const std::string& name);
  /// The whole game as `play::save` has it: for the facilitator, and for all once it is over.
  [[nodiscard]] Answer save(const std::string& id, const std::string& secret);
  [[nodiscard]] Answer remove(const std::string& id, const std::string& secret,
                              const std::string& user, bool admin);
  /// The room once it is over; `refused` before.
  [[nodiscard]] Answer when_over(const std::string& id,
                                 const std::function<std::string(const play::Room&)>& use);
  [[nodiscard]] Result<std::vector<store::RoomHead>> list(std::size_t most) const;

  /// Tells the number of the newest act; the stream ends with the room. For an id without a room
  /// the stream ends at once.
  [[nodiscard]] EventChunk events(const std::string& id, std::uint64_t after);
  std::uint64_t watch(const std::string& id, std::function<void()> wake);
  void unwatch(const std::string& id, std::uint64_t token);

 private:
  struct Held;
  using Shared = std::shared_ptr<Held>;

  [[nodiscard]] Result<Shared> held(const std::string& id);
  [[nodiscard]] Faults catch_up(Held& room);
  [[nodiscard]] Result<bool> add(Held& room, const play::Act& act, play::Room then);
  [[nodiscard]] Faults expire(Held& room);
  [[nodiscard]] Answer in_room(const std::string& id, const std::function<Answer(Held&)>& use);
  [[nodiscard]] Answer do_act(Held& room, const std::string& secret, play::Act& act);
  void wake(const std::string& id);
  void keep();

  struct Watcher {
    std::uint64_t token = 0;
    std::function<void()> wake;
  };

  store::Store& store_;
  const scenario::Library& library_;
  mutable std::mutex mutex_;
  std::map<std::string, Shared> rooms_;
  std::map<std::string, std::vector<Watcher>> watchers_;
  std::uint64_t next_token_ = 1;
  std::uint64_t used_ = 0;
  bool stopping_ = false;
  std::condition_variable ticked_;
  std::thread keeper_;
};

}  // namespace entente::server
