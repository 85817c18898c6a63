/// A record as a file holds it: what `--out FILE.json` wrote, read back.
///
/// Floor 5; uses base, text and card.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "card/record.h"
#include "text/node.h"

namespace entente::records {

using NamedValues = std::vector<std::pair<std::string, card::Value>>;

/// What is compared of a record.
struct RecordFile {
  std::string analysis;
  Where analysis_where;
  NamedValues params;  ///< Lists as one text, groups as `group.name`.
  NamedValues origin;  ///< Scenario, version, library, seed, draws, exact; hashes by 12 digits.
  std::vector<card::Table> tables;
};

/// Whether a file is meant as a record: it names an analysis or holds tables.
[[nodiscard]] bool is_record(const text::Document& document);

/// Reads a record. Faults: `missing_key` and `wrong_type` with their places, and `bad_value` for a
/// row that has not one value a column. Keys it does not know are passed over, so that records of
/// other versions can be compared.
[[nodiscard]] Result<RecordFile> read_record(const text::Document& document);

}  // namespace entente::records
