/// Lists of assumptions read and sampled: what a flag says, what a lever assumes instead, its
/// range.
///
/// Floor 4; uses floors 0-3. A lever of the scenario that assumes a number goes before the flag and
/// before the scenario's `[uncertainty]`, with a range of its own.
#pragma once

#include "campaign/numbers.h"
#include "card/card.h"
#include "scenario/library.h"

namespace entente::campaign {

/// What a lever assumes of the number called `name`, or null.
[[nodiscard]] const world::Uncertain* lever_on(const scenario::Plan& plan, std::string_view name);

/// The value of a field: what a lever assumes, else what the arguments give, else `fallback`.
[[nodiscard]] double read_number(const card::Field& field, double fallback,
                                 const card::Arguments& arguments, const scenario::Plan& plan);

/// An assumption in a world, over its range.
[[nodiscard]] double number_in(const card::Field& field, double value, const scenario::Plan& plan,
                               const WorldId& id);

/// Reads every number of a list of assumptions (`card::Assumption`).
template <class List, class Held>
void read_all(const List& list, Held& held, const card::Arguments& arguments,
              const scenario::Plan& plan) {
  for (const auto& one : list)
    held.*one.value = read_number(one.field, held.*one.value, arguments, plan);
}

/// Puts what levers assume in the place of numbers that were read elsewhere.
template <class List, class Held>
void assume_all(const List& list, Held& held, const scenario::Plan& plan) {
  for (const auto& one : list)
    if (const world::Uncertain* instead = lever_on(plan, one.field.name))
      held.*one.value = instead->value;
}

/// The numbers of a list in a world.
template <class List, class Held>
[[nodiscard]] Held all_in(const List& list, Held held, const scenario::Plan& plan,
                          const WorldId& id) {
  for (const auto& one : list) held.*one.value = number_in(one.field, held.*one.value, plan, id);
  return held;
}

}  // namespace entente::campaign
