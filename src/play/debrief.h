/// A game looked back upon: what was done, against what the model's players would have done.
///
/// Floor 5. Part of play.
#pragma once

#include <span>

#include "card/card.h"
#include "card/record.h"
#include "play/room.h"

namespace entente::play {

[[nodiscard]] std::span<const card::TableSpec> debrief_tables();
[[nodiscard]] std::span<const card::View> debrief_views();

/// The tables, finding and notices of a room, over or not; types are shown as they are. Provenance
/// is left to whoever asked. Cost: a search for likely ways (`campaign/crisis/paths.h`).
[[nodiscard]] card::Record debrief(const Room& room);

}  // namespace entente::play
