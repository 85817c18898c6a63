/// Records and cards as JSON.
///
/// Floor 8; uses base and card.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/sink.h"
#include "card/record.h"

namespace entente::report {

/// The record in the order of the contract: analysis, question, finding, scenario, params, tables,
/// notices, exact, provenance, timing. Indented by two spaces, one line a row of a table, shortest
/// doubles, null for a number that is not finite. Ends with a newline. Bytes are handed on in
/// pieces, so that a large table is never in memory as text.
void to_json(const card::Record& record, const Sink& sink);

/// The same as one text.
[[nodiscard]] std::string to_json(const card::Record& record);

/// The record that `to_json` wrote: written again it has the same bytes. Errors: `syntax` for any
/// other text; texts of other programs are safe to read. Cost O(bytes).
[[nodiscard]] Result<card::Record> from_json(std::string_view json);

/// The card: name, question, source, subject, fields, tables and views. Ends with a newline.
[[nodiscard]] std::string to_json(const card::Card& card);

}  // namespace entente::report
