/// Reads the tables of forces into a world: bases, deployment, readiness, participation.
///
/// Floor 3; uses base, text and world. Part of the loader. Each function takes the bytes of one
/// file, appends to the world and to `faults`, and returns false where the rows could not be read
/// at all. The world is indexed and holds states, groups, elements, figures and contingencies
/// before; home bases and deployment come before theatre bases and prepositioned sets, which name
/// bases. Faults: those of the table, `unknown_state`, `unknown_name` (element, theatre, base),
/// `bad_value` (a share outside [0, 1], negative days), `range_missing`, `unsourced_range`,
/// `duplicate` (two rows with one key).
#pragma once

#include <string_view>

#include "scenario/pools.h"
#include "world/world.h"

namespace entente::scenario {

bool read_home_bases(std::string_view bytes, std::string_view file, world::World& world,
                     HomeBases& home_bases, Faults& faults);
/// What a unit costs, how long it takes to get and what it weighs.
bool read_element_costs(std::string_view bytes, std::string_view file, world::World& world,
                        Faults& faults);
bool read_deployment(std::string_view bytes, std::string_view file, world::World& world,
                     Faults& faults);
/// Kilometres from a base to a theatre.
bool read_distances(std::string_view bytes, std::string_view file, world::World& world,
                    Faults& faults);
bool read_readiness(std::string_view bytes, std::string_view file, world::World& world,
                    Faults& faults);
bool read_participation(std::string_view bytes, std::string_view file, world::World& world,
                        Faults& faults);

/// A base is known when forces of a figure stand there, when `home_bases` has it or when days of
/// deployment are counted from it.
bool read_theatre_bases(std::string_view bytes, std::string_view file, world::World& world,
                        const HomeBases& home_bases, Faults& faults);
bool read_prepositioned(std::string_view bytes, std::string_view file, world::World& world,
                        const HomeBases& home_bases, Faults& faults);

}  // namespace entente::scenario
