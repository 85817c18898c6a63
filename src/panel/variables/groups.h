/// The variables of each data set; `all.cpp` puts them in order.
///
/// Floor 4; part of panel.
#pragma once

#include "panel/variable.h"

namespace entente::panel {

[[nodiscard]] std::span<const Variable> alliance_variables();
[[nodiscard]] std::span<const Variable> capability_variables();
[[nodiscard]] std::span<const Variable> conflict_variables();
[[nodiscard]] std::span<const Variable> economy_variables();
[[nodiscard]] std::span<const Variable> geography_variables();
[[nodiscard]] std::span<const Variable> politics_variables();
[[nodiscard]] std::span<const Variable> similarity_variables();

}  // namespace entente::panel
