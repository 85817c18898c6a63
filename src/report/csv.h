/// Tables of a record as comma-separated values.
///
/// Floor 8; uses text and card.
#pragma once

#include <string>

#include "card/record.h"

namespace entente::report {

/// One table with the names of its columns as header, lines ending in LF. Numbers keep all digits;
/// nothing and numbers that are not finite are empty.
[[nodiscard]] std::string to_csv(const card::Table& table);

}  // namespace entente::report
