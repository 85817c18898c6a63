/// What scenario and study files may hold, as data: read by `check` and shown by `describe
/// scenario`.
///
/// Floor 7; uses text and scenario.
#pragma once

#include <span>
#include <string_view>

#include "base/error.h"
#include "scenario/library.h"
#include "text/node.h"

namespace entente::catalogue {

/// One key of a file.
struct SchemaKey {
  std::string_view section;  ///< As written: `[scenario]`, `[[commitment]]`.
  std::string_view key;
  std::string_view type;
  std::string_view unit;
  std::string_view fallback;
  std::string_view help;
};

/// The keys of scenario files, in the order in which they are written.
[[nodiscard]] std::span<const SchemaKey> scenario_schema();

/// Every fault of a study file: its name, its scenario and the names of its variants.
[[nodiscard]] Faults check_study(const text::Document& document, const scenario::Library& library);

}  // namespace entente::catalogue
