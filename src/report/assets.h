/// The script and the style of an HTML report, made from `web/` when the program is built.
///
/// Floor 8; standard library only. The pieces of each belong together in this order.
#pragma once

#include <span>
#include <string_view>

namespace entente::report {

[[nodiscard]] std::span<const std::string_view> page_script();
[[nodiscard]] std::span<const std::string_view> page_style();

}  // namespace entente::report
