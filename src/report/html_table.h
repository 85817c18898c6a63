/// Tables of records as markup.
///
/// Floor 8; uses card.
#pragma once

#include <string>
#include <string_view>

#include "base/sink.h"
#include "card/record.h"

namespace entente::report {

/// `p_covered` as words: `p covered`.
[[nodiscard]] std::string in_words(std::string_view name);

/// The same with a capital letter.
[[nodiscard]] std::string headline(std::string_view name);

/// The table with figures and their errors in one cell, and columns that are empty throughout left
/// out. REQUIRES: a table that is not packed.
void table_markup(const card::Table& table, std::string_view caption, const Sink& sink);

}  // namespace entente::report
