/// What the kinds of levers share that press on whoever may attack.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {

/// Where it bears: contingencies, or attacks on states; of both at least one is named.
inline constexpr ScenarioKey kWhere{
    fields::name_of("contingencies", "contingency", "Where attacks are meant.",
                    "those on `states`"),
    Shape::list};
inline constexpr ScenarioKey kProtected{
    fields::name_of("states", "states", "On whom attacks are meant, wherever they come.",
                    "those of `contingencies`"),
    Shape::list};

/// A pressure that bears where the fields say, and changes nothing yet.
[[nodiscard]] Pressure pressure_of(const Effect& effect, const Pulling& pulling);

/// Faults of an effect that bears nowhere.
void check_where(const Effect& effect, const Where& at, Faults& faults);

}  // namespace entente::scenario::levers
