/// What a scenario holds after everything was applied, as things that can be compared.
///
/// Floor 6; uses scenario and below.
#pragma once

#include "inquiry/diff/holding.h"
#include "scenario/library.h"

namespace entente::inquiry {

/// Everything a scenario can change, in a fixed order of kinds: the plan, sets, contingencies and
/// their demand, element weights, uncertainty, models, doubts, assumptions, levers; pools,
/// readiness, deployments, prepositioned sets, participation, bases, dependencies, substitutes,
/// prices, elements, figures; munitions; options of hedging; states alive and agreements and
/// commitments in force on the day, and readings. Things are sorted by name. Not held: sources and
/// notes, and what no scenario changes (places, means, groups, areas, the text of articles). Cost
/// O(facts log facts) and that of `commitments_on`.
[[nodiscard]] Holdings holdings_of(const scenario::Library& library);

/// The parts: what is asked, what there is to answer it with, and what is owed. Each appends.
void hold_plan(const scenario::Library& library, Holdings& into);
void hold_forces(const scenario::Library& library, Holdings& into);
void hold_munitions(const scenario::Library& library, Holdings& into);
void hold_hedging(const scenario::Library& library, Holdings& into);
void hold_law(const scenario::Library& library, Holdings& into);

/// Adds a number and what is not known of it: "known", "off by 15 %" or "4 to 6".
void hold_number(Thing& thing, const std::string& name, const world::Uncertain& number,
                 const std::string& unit);

/// `parts` with commas between them; empty ones are left out.
[[nodiscard]] std::string name_of(const std::vector<std::string>& parts);

}  // namespace entente::inquiry
