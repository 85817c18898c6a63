/// Numbers as text, the same on every machine and under every locale.
///
/// Floor 0; standard library only.
#pragma once

#include <string>

namespace entente {

/// The fewest digits from which the number can be read back.
[[nodiscard]] std::string shortest(double value);

/// With `digits` digits behind the point.
[[nodiscard]] std::string fixed(double value, int digits);

/// At most `digits` digits that count, as a person would write the number.
[[nodiscard]] std::string significant(double value, int digits);

}  // namespace entente
