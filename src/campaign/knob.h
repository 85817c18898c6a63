/// An uncertain number with the name of its stream.
///
/// Floor 4; part of campaign.
#pragma once

#include <cstdint>

#include "world/forces.h"

namespace entente::campaign {

/// An uncertain number with the name of its stream: numbers of one key move together.
struct Knob {
  world::Uncertain range;
  std::uint64_t key = 0;
};

}  // namespace entente::campaign
