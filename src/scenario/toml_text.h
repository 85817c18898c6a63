/// Values as TOML, in one canonical way.
///
/// Floor 3; uses base and text. Part of the writer of scenario files.
#pragma once

#include <string>
#include <string_view>

#include "text/node.h"

namespace entente::scenario {

/// The shortest number that reads back as the same double, without a point where it is whole.
[[nodiscard]] std::string number_text(double value);

/// A text in double quotes, with everything escaped that TOML asks for.
[[nodiscard]] std::string quoted_text(std::string_view text);

/// A key: bare where it may be.
[[nodiscard]] std::string key_text(std::string_view key);

/// Any value on one line: `{ element = "heavy_brigade", day = 0 }`, `[1, 2]`. What is null in JSON
/// is left out of tables and lists, since TOML has no word for it.
[[nodiscard]] std::string value_text(const text::Node& node);

}  // namespace entente::scenario
