/// Names in levers, held against a library.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/levers/kind.h"
#include "scenario/section_reader.h"

namespace entente::scenario {

/// Every card that a lever of this library may have: kinds and levers, sorted.
[[nodiscard]] std::vector<std::string> cards(const Library& library);

/// Says whether names are known. A list of states may hold groups, whose members are meant, and
/// names with a minus before them, which are left out: ["nato_member", "-USA"].
class NameCheck {
 public:
  explicit NameCheck(const Library& library) : library_(library) {}

  /// Reports the names under `key` that nothing of kind `of` has: `unknown_state`, else
  /// `unknown_name`, with the nearest. Kinds without a list (a text of one's own) are passed over.
  void check(SectionReader& reader, std::string_view key, std::string_view of,
             const std::vector<std::string>& names, Faults& faults);

 private:
  [[nodiscard]] bool known(std::string_view of, const std::string& name);
  const std::vector<std::string>& all(std::string_view of);

  const Library& library_;
  std::map<std::string, std::vector<std::string>, std::less<>> names_;
};

}  // namespace entente::scenario
