/// Arithmetic of numbers that are not known exactly, as levers combine them.
///
/// Floor 3; uses world. Part of the levers. The rule: what is known shifts or stretches the other
/// number, which keeps its status; two numbers that are not known are combined as intervals and
/// give an assumption. The interval of a fact is its value and its confidence (A 5 %, B 15 %,
/// C 40 %) where it has no range of its own. Intervals take the two numbers as independent of each
/// other in the worst case, so ranges grow and never shrink.
#pragma once

#include "world/forces.h"

namespace entente::scenario {

/// An assumption.
[[nodiscard]] world::Uncertain assumption(double value, double low, double high);

/// The number as an interval: low and high are always set.
[[nodiscard]] world::Uncertain interval(world::Uncertain number);

[[nodiscard]] world::Uncertain sum(const world::Uncertain& a, const world::Uncertain& b);
[[nodiscard]] world::Uncertain difference(const world::Uncertain& a, const world::Uncertain& b);
[[nodiscard]] world::Uncertain product(const world::Uncertain& a, const world::Uncertain& b);

/// REQUIRES: b lies above 0 on all of its interval.
[[nodiscard]] world::Uncertain quotient(const world::Uncertain& a, const world::Uncertain& b);

/// The number times 1 + `change`, never below 0: what a relative change makes of it.
[[nodiscard]] world::Uncertain changed(const world::Uncertain& number,
                                       const world::Uncertain& change);

/// The number with value and range cut to [least, most].
[[nodiscard]] world::Uncertain within(world::Uncertain number, double least, double most);

}  // namespace entente::scenario
