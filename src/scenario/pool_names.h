/// How a scenario names pools: by an id of its own, `OWNER`, a base, `OWNER/base` or
/// `OWNER/base/element`, with dots in place of strokes if one likes.
///
/// Floor 3; uses base and world. Part of the reader of scenario files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario_file.h"

namespace entente::scenario {

/// The parts between strokes or dots; never empty.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view name);

/// True where `name` may mean a pool as the file writes it.
[[nodiscard]] bool may_fit(const std::string& name, const ScenarioPool& pool);

/// The state that `name` means on the day of the world: itself where it is one, else the holder of
/// the title, else a state of the scenario's own. Empty where there is none.
[[nodiscard]] Symbol state_named(const world::World& world, const std::string& name);

/// Positions in `world.pools` of every pool that `name` fits; ids are those of the pools of `file`.
[[nodiscard]] std::vector<std::size_t> fitting_pools(const std::string& name,
                                                     const world::World& world,
                                                     const ScenarioFile& file);

/// Every name by which a pool could be meant, for hints.
[[nodiscard]] std::vector<std::string> pool_names(const world::World& world,
                                                  const ScenarioFile& file);

}  // namespace entente::scenario
