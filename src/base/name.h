/// Names: which are well formed, and which known one a mistyped one meant.
///
/// Floor 0; standard library only.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// Lower-case `snake_case`: letters, digits and single underscores, beginning with a letter or
/// digit.
[[nodiscard]] bool is_slug(std::string_view text);

/// Three capitals, as in ISO 3166 alpha-3.
[[nodiscard]] bool is_iso3(std::string_view text);

/// The known name nearest to `text` by edits (insert, delete, replace, swap of neighbours; case is
/// free), or an empty text where none is within a third of the longer length. Ties: first in order.
/// Cost O(known x length^2).
[[nodiscard]] std::string nearest(std::string_view text, std::span<const std::string> known);

/// "did you mean `x`?" for the nearest known name, or an empty text.
[[nodiscard]] std::string did_you_mean(std::string_view text, std::span<const std::string> known);

/// A text with its items joined by `between`.
[[nodiscard]] std::string join(std::span<const std::string> items, std::string_view between);

}  // namespace entente
