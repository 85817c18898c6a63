/// Tables of a record as comma-separated values.
///
/// Floor 8; uses base, text and card.
#pragma once

#include <string>

#include "base/sink.h"
#include "card/record.h"

namespace entente::report {

/// One table with the names of its columns as header, lines ending in LF. Numbers keep all digits;
/// nothing and numbers that are not finite are empty. Bytes are handed on in pieces, so that a
/// large table is never in memory as text.
void to_csv(const card::Table& table, const Sink& sink);

/// The same as one text.
[[nodiscard]] std::string to_csv(const card::Table& table);

}  // namespace entente::report
