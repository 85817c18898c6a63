/// What happened: the question put to the law.
///
/// Floor 2; uses base, text and world. An event is written in one line,
///
///     ATTACKERS attacks TARGETS [at PLACE] [by MEANS] [hitting ASSET] [on DATE] [since DATE]
///     [after provocation] [killing N]
///
/// or as TOML or JSON with the same names. Further facts ("FRA at war with germany since ...")
/// stand beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/node.h"
#include "world/world.h"

namespace entente::treaty {

enum class Asset { territory, forces, vessel, aircraft };
[[nodiscard]] std::string_view word(Asset asset);

/// An event as written, before names are looked up. `columns` of names count from 1 in the text.
struct EventText {
  struct Name {
    std::string text;
    Where where;
  };
  std::vector<Name> attackers, targets;
  std::optional<Name> at, by, hitting, on, since, killing;
  bool after_provocation = false;
};

/// An event whose names are known. Titles are those of the day (`germany` in 1914).
struct Event {
  std::vector<Symbol> attackers, targets;  ///< In the order written.
  Symbol at;                               ///< Place, or empty for the homelands of the targets.
  Symbol means;
  std::optional<Asset> hitting;
  Date on, since;
  bool provoked = false;  ///< The targets provoked the attack.
  std::int64_t killed = 0;
  std::vector<std::string> notices;  ///< "DEU on 1914-08-04 is germany".
};

/// A fact known before the event.
struct Fact {
  enum class Kind { at_war, attacked, assists, does_not_assist, resists };
  Kind kind = Kind::at_war;
  Symbol subject, object;
  Symbol place;  ///< Of `attacked`; may be empty.
  std::optional<Date> date;
};

/// Reads the one-line grammar. Errors: `syntax`. Never throws; linear in the text.
[[nodiscard]] Result<EventText> parse_event(std::string_view text);

/// Reads an event from a parsed file. Keys: attackers, targets (text or list), at, by, hitting, on,
/// since, killing, provoked.
[[nodiscard]] Result<EventText> read_event(const text::Document& document);

/// Looks every name up. Errors, all at once: `unknown_state`, `not_alive`, `unknown_place`,
/// `unknown_name` (means), `bad_value` (asset, number), `no_such_date`, `order_of_dates` (since
/// after on), and `duplicate` (a state on both sides).
[[nodiscard]] Result<Event> resolve(const EventText& written, const world::World& world);

/// The subject of a command: one line, an object of JSON, or the path of a TOML or JSON file.
/// Parses and resolves.
[[nodiscard]] Result<Event> event_from(std::string_view subject, const world::World& world);

/// Reads one fact: `A at war with B [since DATE]`, `A attacked B [at P] [on DATE]`,
/// `A comes to the assistance of B`, `A does not come to the assistance of B`, `A resists`.
/// Words after `A resists` ("with its armed forces") are ignored. `day` resolves titles.
[[nodiscard]] Result<Fact> fact_from(std::string_view text, const world::World& world, Date day);

/// The event in the one-line grammar, with every part spelled out.
[[nodiscard]] std::string to_text(const Event& event, const world::World& world);

}  // namespace entente::treaty
