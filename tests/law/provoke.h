/// Inputs that are wrong on purpose: read by the part of the engine that must refuse them.
#pragma once

#include <string>
#include <vector>

#include "scenario/library.h"

namespace entente::law_tests {

/// One wrong input as its document states it.
struct Provocation {
  std::string kind;  ///< What reads it: agreement, event, places, toml, arguments, ...
  std::string input;
  std::string with;  ///< A second file, of kind `library`.
};

/// Every kind a document may have, sorted.
[[nodiscard]] std::vector<std::string> provocation_kinds();

/// The faults the engine gives, in its order; empty where it accepts the input.
[[nodiscard]] Faults provoke(const Provocation& one, const scenario::Library& library);

/// Faults as the program printed them.
[[nodiscard]] Faults faults_from(const std::string& printed);

}  // namespace entente::law_tests
