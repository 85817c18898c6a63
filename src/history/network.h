/// Networks of alliances of past years, from imported data.
///
/// Floor 3; uses world and the imported tables atop_directed and nmc.
#pragma once

#include <array>
#include <vector>

#include "history/store.h"
#include "world/network.h"
#include "world/world.h"

namespace entente::history {

/// The tables that `networks_of_years` asks for.
inline constexpr std::array<std::string_view, 2> kNetworkTables = {"atop_directed", "nmc"};

/// One network a year of [from, to] that the capabilities cover: states with their composite index
/// (strength, 0 to 1), promises of ATOP: 3 defence or offence, 2 neutrality or non-aggression, 1
/// consultation. Of several versions of the capabilities the last is taken. States have the names
/// of the library by their Correlates of War number and the year, else `cow_NUMBER`. Errors: of the
/// database.
[[nodiscard]] Result<std::vector<world::Network>> networks_of_years(const Store& store,
                                                                    const world::World& world,
                                                                    int from, int to);

}  // namespace entente::history
