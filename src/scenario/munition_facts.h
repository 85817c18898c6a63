/// Reads the tables of munitions into a world: classes, stocks and output, use, joint production.
///
/// Floor 3; uses base, text and world. Part of the loader. Each function takes the bytes of one
/// file, appends to the world and to `faults`, and returns false where the rows could not be read
/// at all. The world is indexed and holds states, groups, elements and contingencies before;
/// munitions come before the tables that name them. Faults: those of the table, `unknown_state`,
/// `unknown_name` (element, contingency, munition), `bad_value` (a stock, output, use or duration
/// below 0, a share outside [0, 1], a range upside down, a state that makes munitions with itself),
/// `range_missing`, `unsourced_range`, `missing_key` (a target without its day, a component without
/// its name), `no_such_date`, `duplicate` (two rows with one key).
#pragma once

#include <string_view>

#include "world/world.h"

namespace entente::scenario {

bool read_munitions(std::string_view bytes, std::string_view file, world::World& world,
                    Faults& faults);
/// Cost, lead time, learning and delay of approval of a class.
bool read_munition_terms(std::string_view bytes, std::string_view file, world::World& world,
                         Faults& faults);
/// What holders have, make, aim to make and use; one row a number.
bool read_stocks(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults);
bool read_munition_use(std::string_view bytes, std::string_view file, world::World& world,
                       Faults& faults);
bool read_coproduction(std::string_view bytes, std::string_view file, world::World& world,
                       Faults& faults);

}  // namespace entente::scenario
