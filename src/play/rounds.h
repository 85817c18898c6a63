/// What happens between acts: the engine answers, sealed moves are opened, chance is drawn.
///
/// Part of play.
#pragma once

#include "play/room.h"

namespace entente::play {

/// Draws private types and comes to the first round. REQUIRES: not begun.
void begin(Room& room, Milliseconds at);

/// Lets the engine choose for every seat that is asked and that no person holds (or, with `late`,
/// that has not chosen), and goes on until a person is asked or the crisis ends.
void go_on(Room& room, Milliseconds at, bool late);

/// Takes play to a node of the case, from where allies stand now; false where it cannot come there.
[[nodiscard]] bool jump(Room& room, const std::string& node, Milliseconds at);

}  // namespace entente::play
