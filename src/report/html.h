/// Records as pages that need nothing beside them.
///
/// Floor 8; uses base, text and card.
#pragma once

#include <cstddef>
#include <string>

#include "base/sink.h"
#include "card/card.h"
#include "card/record.h"

namespace entente::report {

/// Rows of one table that a page holds; it says how to get the rest.
inline constexpr std::size_t kPageRows = 2000;

/// The record as one HTML page: finding, question, what was asked, notes, tables, what moves the
/// answer, and what it rests on. It is whole without a network and without scripts; its own script
/// adds charts and sorting, and its policy lets no other run. Texts of a record are never markup.
/// The same record gives the same bytes: the timing is left out. `card` lends its words to the
/// tables; it may be null.
void to_html(const card::Record& record, const card::Card* card, const Sink& sink);

/// The same as one text.
[[nodiscard]] std::string to_html(const card::Record& record, const card::Card* card = nullptr);

}  // namespace entente::report
