/// Pieces shared by the readers of agreements; private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/reader.h"
#include "treaty/agreement.h"

namespace entente::treaty {

/// What every reader of a part needs: the world to check names against, and where faults go.
struct ReadingRoom {
  const std::string& file;
  world::World& world;
  const std::vector<Area>& shared;
  const std::vector<Reading>& readings;
  Faults& faults;
};

/// A known state's symbol; reports `unknown_state` at `where` and returns the empty symbol
/// otherwise.
Symbol known_state(const ReadingRoom& room, const std::string& name, const Where& where);

/// Reads `"READING=VALUE"` under `key`; both must exist.
ReadingIs read_reading(const ReadingRoom& room, text::TableReader& reader, std::string_view key);

/// Reads `from` and `to`, where absent ends stay open; reports `order_of_dates`.
Spell read_spell(text::TableReader& reader);

/// Reads the predicate under `key` and moves its faults into the file.
Predicate read_predicate(const ReadingRoom& room, text::TableReader& reader, std::string_view key);

/// Reads the areas `[[area]]` of a file.
std::vector<Area> read_area_list(const ReadingRoom& room,
                                 const std::vector<const text::Node*>& nodes);

void read_articles(const ReadingRoom& room, text::TableReader& top, Agreement& agreement);
void read_exceptions(const ReadingRoom& room, text::TableReader& top, Agreement& agreement);

/// Reports every area, polygon and group that predicates and clauses name and nobody defined.
void check_names(const ReadingRoom& room, const Agreement& agreement);

}  // namespace entente::treaty
