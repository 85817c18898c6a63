/// A game of the crisis room as what people did: an opening and acts in order.
///
/// Floor 5; uses base and text. The log is the game: whoever reads it again with the same library
/// comes to the same state, since what chance and the engine do follows from the seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace entente::play {

using Milliseconds = std::int64_t;  ///< Since 1970.

/// What is fixed when a room is opened.
struct Opening {
  std::string title;       ///< Of the room, for people; may be empty.
  std::string name;        ///< Of the case.
  std::string text;        ///< The case as a file, so that a later library changes no old game.
  std::uint64_t seed = 1;  ///< Of chance, of private types and of what the engine does.
  double precision = 5;    ///< Of the model's players, in [0, 1000].
  std::int64_t clock = 0;  ///< Seconds a round, 0 for none; at most 86400.
  Milliseconds at = 0;
  bool operator==(const Opening&) const = default;
};

enum class ActKind { sit, leave, free, begin, move, inject, pause, resume, expire, close };

/// One thing that somebody did. `seat` is empty for the facilitator, and for the room's clock.
struct Act {
  ActKind kind = ActKind::move;
  Milliseconds at = 0;
  std::string seat = {};
  std::string name = {};   ///< Of who sits down.
  std::string key = {};    ///< Hash of the secret that proves it is that person; never saved.
  std::int64_t round = 0;  ///< Of a move: which it answers.
  std::string move = {};   ///< Its name; "honour", "delay" or "renege" to a question of law.
  std::string text = {};   ///< Of an inject.
  std::vector<std::string> to = {};                          ///< Seats that read it; empty for all.
  std::vector<std::pair<std::string, double>> numbers = {};  ///< That it changes, by name.
  std::string go = {};  ///< The node of the case to which it takes play.
  bool operator==(const Act&) const = default;
};

struct Log {
  Opening opening;
  std::vector<Act> acts;
  bool operator==(const Log&) const = default;
};

[[nodiscard]] std::string_view word(ActKind kind);

/// One JSON object without line breaks. `with_key` keeps the hash of a secret.
[[nodiscard]] std::string to_json(const Opening& opening);
[[nodiscard]] std::string to_json(const Act& act, bool with_key);

/// Reads what `to_json` wrote, or a person sent. `file` names it in faults. Errors: `syntax`,
/// `missing_key`, `unknown_key`, `wrong_type`, `bad_value`, `unknown_name` for an act that is none.
[[nodiscard]] Result<Opening> read_opening(std::string_view json, std::string_view file);
[[nodiscard]] Result<Act> read_act(std::string_view json, std::string_view file);

/// A whole game as one JSON text, without secrets; the same log gives the same bytes.
[[nodiscard]] std::string save(const Log& log);

/// Reads it again: `load(save(log))` is `log` but for its secrets. Errors as above, all at once;
/// at most `kMostActs` acts.
[[nodiscard]] Result<Log> load(std::string_view json, std::string_view file);

inline constexpr std::size_t kMostActs = 5000;
inline constexpr std::size_t kLongestText = 2000;  ///< Bytes of a name or an inject.

}  // namespace entente::play
