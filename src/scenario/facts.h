/// Reads the tables of a library into a world: states, places, means, groups, figures.
///
/// Floor 3; uses base, text and world. Part of the loader. Each function takes the bytes of one
/// file, appends to the world and to `faults`, and returns false where the rows could not be read
/// at all. States and actors come first, then `World::index()`, then the rest in any order.
#pragma once

#include <string_view>

#include "world/world.h"

namespace entente::scenario {

bool read_states(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults);
bool read_actors(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults);

bool read_places(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults);
bool read_means(std::string_view bytes, std::string_view file, world::World& world, Faults& faults);
bool read_figures(std::string_view bytes, std::string_view file, world::World& world,
                  Faults& faults);
bool read_elements(std::string_view bytes, std::string_view file, world::World& world,
                   Faults& faults);
bool read_groups(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults);

/// Members of the groups read before; refuses circles of groups.
bool read_group_members(std::string_view bytes, std::string_view file, world::World& world,
                        Faults& faults);

}  // namespace entente::scenario
