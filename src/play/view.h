/// What each may see of a room.
///
/// Floor 5. Part of play. A seat sees its own private type, its own sealed move and its own covert
/// acts; the facilitator sees all; the public, and every seat of the others, what is open.
#pragma once

#include <optional>
#include <string>

#include "play/room.h"
#include "world/world.h"

namespace entente::play {

/// Who looks.
struct Viewer {
  bool facilitator = false;
  std::optional<std::size_t> player = {};  ///< Its seat.
};

/// The room as one JSON object (docs/room.md names its members). `now` gives what is left of the
/// clock. Cost: O(nodes) and the options of who is asked.
[[nodiscard]] std::string view(const Room& room, const world::World& world, const Viewer& viewer,
                               Milliseconds now);

/// What a list of rooms says of one: title, state, round and seats. A JSON object.
[[nodiscard]] std::string summary(const Room& room, const world::World& world);

}  // namespace entente::play
