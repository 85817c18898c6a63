/// The target of a request, taken apart.
///
/// Floor 9; standard library only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::server {

/// Path and query, decoded.
struct Target {
  std::vector<std::string> path;  ///< Segments between slashes; empty for `/`.
  std::vector<std::pair<std::string, std::string>> query;

  /// The first value of `name`, or an empty text.
  [[nodiscard]] std::string_view value(std::string_view name) const;
};

/// Takes `/api/v1/runs?after=3` apart. Nothing where it is no path, holds a broken `%` sequence, a
/// control character, a segment `.` or `..`, or a slash or backslash inside a segment. A slash at
/// the end changes nothing. Cost O(bytes).
[[nodiscard]] std::optional<Target> read_target(std::string_view text);

/// The bytes behind `%xx` sequences; nothing where one is broken. In a query `+` is a space.
[[nodiscard]] std::optional<std::string> decoded(std::string_view text, bool query);

/// Whether a list such as `gzip;q=0.5, br` accepts `name`: named or `*`, with no weight of 0.
[[nodiscard]] bool accepts(std::string_view list, std::string_view name);

/// Whether a list of entity tags (`If-None-Match`) names `tag`, compared weakly; `*` names all.
[[nodiscard]] bool names_tag(std::string_view list, std::string_view tag);

/// The text without spaces and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// The text in lower case (ASCII).
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace entente::server
