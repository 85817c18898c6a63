/// The root of a falling function, to the last bit.
///
/// Floor 1; standard library only.
#pragma once

namespace entente::solve {

/// The x in (low, high) at which `falling` passes from above 0 to 0 or below: the middle is taken
/// until no double lies between. Neither end is ever asked for. The same bits on every machine, as
/// far as those of `falling` are. Cost: at most about 1100 calls, about 60 for ends of one size.
template <class Falling>
[[nodiscard]] double root_of_falling(double low, double high, const Falling& falling) {
  for (double middle = low + (high - low) / 2; middle > low && middle < high;
       middle = low + (high - low) / 2)
    (falling(middle) > 0 ? low : high) = middle;
  return high;
}

}  // namespace entente::solve
