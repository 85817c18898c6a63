/// What a scenario changes of the world and of what is asked: states, forces, contingencies, sets.
///
/// Floor 3; uses floors 0-2. Part of `reform`; also run on a copy while a file is read, since some
/// faults only show in the result.
#pragma once

#include "scenario/scenario_file.h"

namespace entente::scenario {

/// Begins a scenario: its day, its states, and where it is empty nothing else but names (states,
/// places, means, groups, areas, elements, figures). Indexes the world.
void begin_scenario(const ScenarioFile& file, world::World& world, Plan& plan);

/// Applies forces, contingencies and what is asked, in this order: elements, forces of states,
/// pools in the order of the file, readiness, contingencies, deployments, munitions, plan.
/// REQUIRES: begun and indexed. What a reader has refused is passed over. Faults: those of
/// `read_contingency`, `missing_key` (a new pool without an amount), `unknown_name` (a pool that is
/// deployed, or moved from), `bad_value` (more units moved than there are). Does not index.
void apply_forces(const ScenarioFile& file, world::World& world, Plan& plan, Faults& faults);

/// Adds what promisors do in later years to the plan, by year.
void apply_turns(const ScenarioFile& file, world::World& world, Plan& plan);

/// Applies stocks and use of munitions; part of `apply_forces`.
void apply_munitions(const ScenarioFile& file, world::World& world);

/// The row of a holder and munition, made with nothing in it where there is none.
[[nodiscard]] world::MunitionStock& munition_row(world::World& world, Symbol holder,
                                                 Symbol munition);

}  // namespace entente::scenario
