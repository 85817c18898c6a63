/// The version of this program.
///
/// Floor 0; standard library only.
#pragma once

#include <string_view>

namespace entente {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace entente
