#include "scenario/reform.h"

namespace entente::scenario {

// Scenarios come with the rooms that read them. Until then the one scenario is the reference, and a
// request for another is refused by name, so that no answer ever pretends to have applied it.
Result<Library> reform(const Library& library, std::string_view scenario,
                       std::span<const std::string> without) {
  Faults faults;
  if (!scenario.empty() && scenario != kReference) {
    faults.push_back({Code::unknown_name, {"arguments", 0, 0},
                      "there is no scenario called `" + std::string(scenario) + "`",
                      "this version knows `" + std::string(kReference) + "`"});
  }
  for (const std::string& name : without) {
    faults.push_back({Code::bad_argument, {"arguments", 0, 0},
                      "this version cannot leave out `" + name + "`", ""});
  }
  if (!faults.empty()) return faults;
  return library;
}

}  // namespace entente::scenario
