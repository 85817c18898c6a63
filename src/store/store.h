/// Scenarios, runs, people and the log of changes, kept in SQLite or PostgreSQL.
///
/// Floor 8; uses base and text. Every call may be made from any thread and is one transaction, so
/// that a program ended at any moment leaves the store as it was before or after it. A lost
/// connection is a fault of that call (`unreadable`); the next call connects again. Cost, unless
/// said: a few queries by key, below a millisecond with SQLite.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace entente::store {

class Database;

/// Milliseconds since 1970 by the clock of the store, which every worker shares.
using Milliseconds = std::int64_t;

/// What a store holds its callers to.
struct Settings {
  int quota = 1000;     ///< Runs of one user that are not finished, unless the user has another.
  int losses = 5;       ///< Workers that may end over one run before it is given up.
  int connections = 4;  ///< At most so many at once.
  int wait_s = 10;      ///< Seconds to wait for a lock.
};

// ---- Scenarios ---------------------------------------------------------------------------------

/// One version of a scenario. Versions count from 1 and none is ever lost.
struct Scenario {
  std::string name = {};
  std::int64_t version = 0;
  std::string author = {};
  Milliseconds at = 0;
  bool removed = false;   ///< This version says that the scenario was taken away.
  std::string text = {};  ///< Empty in lists.
};

/// What became of a change of a scenario.
enum class Outcome { done, exists, absent, stale };

struct Written {
  Outcome outcome = Outcome::done;
  std::int64_t version = 0;  ///< The newest, now.
};

/// Any version, for a writer who does not say which one was read.
inline constexpr std::int64_t kAnyVersion = -1;

// ---- Runs --------------------------------------------------------------------------------------

/// What was asked. Two requests of one id are one run.
struct Request {
  std::string id;       ///< Names the question, the program and the library.
  std::string name;     ///< Of the analysis.
  std::string body;     ///< The question as the worker will read it.
  std::string version;  ///< Of the program.
  std::string library;  ///< Hash of the library of facts.
  int priority = 0;     ///< Higher is taken first.
  std::string user;
};

enum class State { queued, running, paused, done, failed, cancelled };
[[nodiscard]] std::string_view state_word(State state);

/// A run as the store knows it.
struct Job {
  Request request;
  State state = State::queued;
  double share = 0;                                      ///< Done, in [0, 1].
  int attempts = 0;                                      ///< How often a worker began it.
  std::string worker;                                    ///< That has it or had it last.
  Milliseconds accepted = 0, started = 0, finished = 0;  ///< 0: not yet.
  std::string record;      ///< JSON, of one that is done or was stopped in the middle; "" in lists.
  std::string faults;      ///< JSON, when failed; empty in lists.
  std::string checkpoint;  ///< What is done of one that is not finished; given by `take` alone.
};

/// What a worker is to do with the run it holds.
enum class Wish {
  go_on,
  cancel,
  pause,
  leave  ///< It is no longer this worker's: another has it, or it is finished.
};

struct Counts {
  std::int64_t queued = 0, running = 0, paused = 0, done = 0, failed = 0, cancelled = 0;
};

// ---- People ------------------------------------------------------------------------------------

/// A viewer reads, an analyst also runs and writes scenarios, an admin also keeps the users.
enum class Role { viewer, analyst, admin };
[[nodiscard]] std::string_view role_word(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view word);

struct User {
  std::string name;
  Role role = Role::viewer;
  int quota = 0;          ///< 0: as the settings of the store say.
  bool disabled = false;  ///< May not sign in; its tokens do not hold.
};

/// A token as its owner sees it later. The token itself is shown once and kept as a hash.
struct Token {
  std::string id;  ///< The first 16 digits of the hash.
  std::string user;
  std::string label;
  Milliseconds created = 0, expires = 0;
};

// ---- Rooms -------------------------------------------------------------------------------------

/// A crisis room: how it was opened, and a summary, texts that the store does not read.
struct RoomHead {
  std::string id = {};
  std::string owner = {};
  std::string key = {};  ///< Hash of the facilitator's secret.
  Milliseconds opened = 0, changed = 0;
  std::int64_t acts = 0;     ///< That it holds.
  std::string opening = {};  ///< Empty in lists.
  std::string summary = {};
};

/// One line of the log of changes.
struct Change {
  std::int64_t number = 0;
  Milliseconds at = 0;
  std::string user;
  std::string action;  ///< `scenario.put`, `run.cancel`, `user.add`, ...
  std::string subject;
  std::string detail;
};

/// How much a store holds, and what is wrong with it.
struct Health {
  int schema = 0;
  std::vector<std::pair<std::string, std::int64_t>> counts;  ///< Rows by table.
  std::vector<std::string> faults;                           ///< Empty in a sound store.
};

// ---- The store ---------------------------------------------------------------------------------

class Store {
 public:
  Store(std::shared_ptr<Database> database, Settings settings);

  /// Whether the store answers. Errors: `unreadable`.
  [[nodiscard]] Faults ping();

  // Scenarios. Names and texts are taken as they are: who writes checks.
  [[nodiscard]] Result<std::vector<Scenario>> scenarios();  ///< Newest versions, not removed.
  [[nodiscard]] Result<std::vector<Scenario>> versions(std::string_view name);  ///< Oldest first.
  /// The newest version, nothing where it is removed; or the one asked for, unless it is a removal.
  [[nodiscard]] Result<std::optional<Scenario>> scenario(std::string_view name,
                                                         std::int64_t version = 0);
  /// Adds a version. `expected` is the version the writer has seen: 0 for a new scenario; any other
  /// but `kAnyVersion` must be the newest, so that nobody writes over what another wrote meanwhile.
  [[nodiscard]] Result<Written> put(std::string_view name, std::string_view text,
                                    std::int64_t expected, std::string_view user);
  /// Adds a version that says it is gone. Earlier versions stay, and go on counting.
  [[nodiscard]] Result<Written> remove(std::string_view name, std::int64_t expected,
                                       std::string_view user);

  // Runs, for those who ask.
  /// The run of this request: a new one, or the one that exists. One that was cancelled or failed
  /// is queued again. Errors: `too_large` where the user has too many that are not finished.
  [[nodiscard]] Result<Job> accept(const Request& request);
  [[nodiscard]] Result<std::optional<Job>> run(std::string_view id);
  /// Newest first, at most `most`.
  [[nodiscard]] Result<std::vector<Job>> runs(std::size_t most);
  [[nodiscard]] Result<Counts> counts();
  /// Ends, stops for a while, or goes on with a run; false where there is none. One that is
  /// finished stays as it is.
  [[nodiscard]] Result<bool> cancel(std::string_view id, std::string_view user);
  [[nodiscard]] Result<bool> pause(std::string_view id, std::string_view user);
  [[nodiscard]] Result<bool> resume(std::string_view id, std::string_view user);

  // Runs, for workers. A lease is how long a worker holds a run without a word.
  /// The next run for a worker of this program and library: highest priority, then oldest; also one
  /// whose worker's lease ran out. Nothing where there is none.
  [[nodiscard]] Result<std::optional<Job>> take(std::string_view worker, std::string_view version,
                                                std::string_view library, Milliseconds lease);
  /// Renews the lease and tells progress; `checkpoint` is kept unless it is empty.
  [[nodiscard]] Result<Wish> renew(std::string_view id, std::string_view worker, Milliseconds lease,
                                   double share, std::string_view checkpoint);
  /// Ends a run of this worker with its record, or its faults. False where it is no longer its own;
  /// what is kept stays.
  [[nodiscard]] Result<bool> finish(std::string_view id, std::string_view worker,
                                    std::string_view record);
  [[nodiscard]] Result<bool> fail(std::string_view id, std::string_view worker,
                                  std::string_view faults);
  /// Gives a run back: queued for others (`go_on`), paused, or cancelled with what it has.
  [[nodiscard]] Result<bool> release(std::string_view id, std::string_view worker, Wish wish,
                                     std::string_view checkpoint, std::string_view record);
  /// Fails what waits for a program or library that is gone, and says how many there were. For a
  /// store that one program has to itself.
  [[nodiscard]] Result<std::int64_t> give_up_others(std::string_view version,
                                                    std::string_view library,
                                                    std::string_view faults);

  /// Takes runs away that ended more than so long ago, with their records, and says how many. Asked
  /// again they are begun again.
  [[nodiscard]] Result<std::int64_t> prune(Milliseconds older, std::string_view user);

  // People.
  /// Errors: `duplicate`, `bad_value` for a name that is none or a password under 12 characters.
  [[nodiscard]] Faults add_user(const User& user, std::string_view password, std::string_view by);
  /// Changes role, quota and disabled, and the password unless it is empty; its tokens end. Errors:
  /// `unknown_name`, `bad_value`.
  [[nodiscard]] Faults set_user(const User& user, std::string_view password, std::string_view by);
  [[nodiscard]] Result<std::vector<User>> users();
  /// The user when name and password fit and it may sign in; else nothing, after the same work.
  /// About 0.2 s and 64 MB.
  [[nodiscard]] Result<std::optional<User>> sign_in(std::string_view name,
                                                    std::string_view password);
  /// A new token of 43 characters, shown only here. Errors: `unknown_name`.
  [[nodiscard]] Result<std::string> grant(std::string_view user, std::string_view label,
                                          Milliseconds lasts);
  /// Whose token this is, while it holds.
  [[nodiscard]] Result<std::optional<User>> bearer(std::string_view token);
  [[nodiscard]] Result<std::vector<Token>> tokens(std::string_view user);
  /// Takes back the token of this id, or every one of the user where `id` is empty. Says how many.
  [[nodiscard]] Result<std::int64_t> revoke(std::string_view user, std::string_view id,
                                            std::string_view by);

  /// Ends one token, by itself.
  [[nodiscard]] Faults end_token(std::string_view token);

  // Rooms. Acts count from 1 and none is ever changed.
  /// A new room with what was done in it so far, of which owner, key, opening and summary are
  /// taken; gives its id, which cannot be guessed.
  [[nodiscard]] Result<std::string> add_room(const RoomHead& room,
                                             const std::vector<std::string>& acts);
  [[nodiscard]] Result<std::optional<RoomHead>> room(std::string_view id);
  /// The acts after number `after`, in order.
  [[nodiscard]] Result<std::vector<std::string>> room_acts(std::string_view id, std::int64_t after);
  /// Adds an act as number `number`; false where there is one already, or no such room.
  [[nodiscard]] Result<bool> add_act(std::string_view id, std::int64_t number, std::string_view act,
                                     std::string_view summary);
  /// Newest first, at most `most`, without their openings.
  [[nodiscard]] Result<std::vector<RoomHead>> rooms(std::size_t most);
  /// Takes a room away with all that was done in it; false where there is none.
  [[nodiscard]] Result<bool> remove_room(std::string_view id, std::string_view user);
  [[nodiscard]] Result<Milliseconds> now();  ///< By the clock of the store.

  // The log, newest first. Every call above that changes what people see adds its own line.
  [[nodiscard]] Result<std::vector<Change>> changes(std::size_t most);

  // Care.
  /// Writes all of it to `path` in one form for every database, as of one moment. The file appears
  /// whole or not at all. Errors: `unreadable`. Cost O(bytes), memory of a few rows.
  [[nodiscard]] Faults backup(const std::string& path);
  /// Fills an empty store from a backup, all or nothing. Errors: `unreadable`, `syntax` for a file
  /// that is damaged or no backup, `bad_value` for one of a newer program, `duplicate` for a store
  /// that holds something.
  [[nodiscard]] Faults restore(const std::string& path);
  /// Cost O(bytes): every record is read and compared with its hash.
  [[nodiscard]] Result<Health> check();

 private:
  std::shared_ptr<Database> database_;
  Settings settings_;
};

/// 32 random bytes as 43 characters of base64url: a secret that cannot be guessed.
[[nodiscard]] std::string new_secret();

/// $XDG_DATA_HOME/entente/entente.db, else ~/.local/share/entente/entente.db; the arguments are the
/// values of those variables, empty where unset. Empty where neither is set.
[[nodiscard]] std::string default_place(std::string_view data_home, std::string_view home);

/// Opens a store and brings its tables up to date. `url` is a path (SQLite; its folder is made),
/// `memory` (kept as long as the program runs) or `postgresql://...`. Errors: `unreadable` where it
/// does not open or is no store, `bad_value` where it has tables of a newer program.
[[nodiscard]] Result<Store> open(const std::string& url, const Settings& settings = {});

/// A URL as it may be shown: without its password.
[[nodiscard]] std::string shown(const std::string& url);

}  // namespace entente::store
