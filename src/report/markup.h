/// Text that is safe inside a page, and the hash that lets one script of it run.
///
/// Floor 8; uses base.
#pragma once

#include <string>
#include <string_view>

namespace entente::report {

/// The text with `& < > " '` written as references, so that it is never read as markup, in an
/// element or in a quoted attribute. Bytes that are no UTF-8 and control characters become U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// The same, and a line may end after the plus signs of a set.
[[nodiscard]] std::string breakable(std::string_view text);

/// The same, and what stands between backticks is code. A lone backtick stays.
[[nodiscard]] std::string prose(std::string_view text);

/// JSON that may stand inside a script element: `<` is written as a reference of JSON.
[[nodiscard]] std::string json_in_page(std::string_view json);

/// `'sha256-...'` of a script or style as a content security policy names it.
[[nodiscard]] std::string policy_hash(std::string_view source);

}  // namespace entente::report
