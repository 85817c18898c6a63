/// What scenario and study files may hold: shown by `describe scenario`, given to editors as JSON
/// Schema, read by `check`.
///
/// Floor 7; uses text and scenario.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "scenario/levers/kind.h"
#include "scenario/library.h"
#include "text/node.h"

namespace entente::catalogue {

/// One key of a file, in words.
struct SchemaKey {
  std::string section;  ///< As written: `[scenario]`, `[[commitment]]`, `{ amount }`.
  std::string key;
  std::string type;
  std::string unit;  ///< And range: "days, 1 to 3650".
  std::string fallback;
  std::string help;
};

/// The keys of scenario files and the fields of levers, in the order in which they are written
/// back.
[[nodiscard]] std::vector<SchemaKey> scenario_schema();

/// The fields of a kind of lever, beside those of `[[lever]]`.
[[nodiscard]] std::vector<SchemaKey> lever_schema(const scenario::LeverKind& kind);

/// All keys as JSON Schema (draft 2020-12), for editors that complete and check TOML or JSON.
[[nodiscard]] std::string scenario_json_schema();

/// The keys of study files.
[[nodiscard]] std::vector<SchemaKey> study_schema();

}  // namespace entente::catalogue
