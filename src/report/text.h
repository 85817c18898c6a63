/// Records as text for a terminal.
///
/// Floor 8; uses text and card.
#pragma once

#include <span>
#include <string>

#include "card/record.h"

namespace entente::report {

/// The finding, every table laid out in `width` columns, the notices, and what the record rests on.
/// A table with a `folded` view among `views` shows rows that differ only in column `x` as one row
/// that lists the values, with their number where there are more than twelve. A record without
/// tables is its finding alone, as it stands.
[[nodiscard]] std::string to_text(const card::Record& record,
                                  std::span<const card::View> views = {}, int width = 100);

/// The table with rows that agree in all columns but `x` made one. Groups stand in the order of
/// their first rows. A column the table does not have leaves it as it is. Cost O(rows log rows).
[[nodiscard]] card::Table fold(const card::Table& table, std::string_view x);

/// The first twelve digits of a hash, for people.
[[nodiscard]] std::string short_hash(std::string_view hash);

}  // namespace entente::report
