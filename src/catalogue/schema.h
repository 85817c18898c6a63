/// What scenario and study files may hold: shown by `describe scenario`, given to editors as JSON
/// Schema, read by `check`.
///
/// Floor 7; uses text and scenario.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
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

/// The keys of scenario files, in the order in which they are written back.
[[nodiscard]] std::vector<SchemaKey> scenario_schema();

/// The same as JSON Schema (draft 2020-12), for editors that complete and check TOML or JSON.
[[nodiscard]] std::string scenario_json_schema();

/// Every fault of a study file: its name, its scenario and the names of its variants.
[[nodiscard]] Faults check_study(const text::Document& document, const scenario::Library& library);

}  // namespace entente::catalogue
