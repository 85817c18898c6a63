/// Numbers and cells as text, the same on every system and in every locale.
///
/// Floor 8; uses card.
#pragma once

#include <string>

#include "card/record.h"

namespace entente::report {

/// The shortest text that reads back as the same double; `inf`, `-inf` and `nan` where not finite.
[[nodiscard]] std::string shortest(double value);

/// At most six significant digits, for people.
[[nodiscard]] std::string six_digits(double value);

/// A cell for people: yes or no, six digits, `-` for nothing.
[[nodiscard]] std::string plain(const card::Value& value);

/// A cell for machines: true or false, all digits, empty for nothing or a number that is not
/// finite.
[[nodiscard]] std::string exact_text(const card::Value& value);

/// The same at the end of a text, without a text of its own for a number.
void append_exact(std::string& out, const card::Value& value);

}  // namespace entente::report
