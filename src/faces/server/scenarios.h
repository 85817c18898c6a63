/// Scenarios that people keep on the server.
///
/// Floor 9; uses base, text, scenario and catalogue. A scenario that was sent is a text; nothing in
/// it reaches the file system: it builds on scenarios by name, and adds agreements by name.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "scenario/library.h"

namespace entente::server {

/// One version of a scenario. Versions count from 1 and never change.
struct Version {
  std::string name;
  int version = 1;
  std::string toml;
  bool deleted = false;  ///< From this version on there is none.
};

/// Names and texts, as a library holds them.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// All scenarios that are kept, with every version. Safe to use from many threads.
class Scenarios {
 public:
  /// The last version of each that is not deleted, sorted by name.
  [[nodiscard]] std::vector<Version> list() const;

  /// The last version, or one by number; nothing where there is none or it is deleted.
  [[nodiscard]] std::optional<Version> find(std::string_view name, int version = 0) const;

  /// What became of a change.
  enum class Outcome { done, exists, absent, stale };
  struct Change {
    Outcome outcome = Outcome::done;
    int version = 0;  ///< The last one, now.
  };

  /// Any version, for a writer who does not say which one was read.
  static constexpr int kAny = -1;

  /// Adds a version. `expected` is the version the writer has seen: 0 for a new scenario; any other
  /// but `kAny` must be the last one, so that nobody writes over what another wrote meanwhile.
  [[nodiscard]] Change put(const std::string& name, std::string toml, int expected);

  /// Adds a version that says it is gone. Earlier versions stay.
  [[nodiscard]] Change remove(const std::string& name, int expected);

 private:
  [[nodiscard]] const std::vector<Version>* versions(std::string_view name) const;

  mutable std::mutex mutex_;
  std::vector<std::vector<Version>> kept_;  ///< One list a name, in the order of names.
};

/// Finds the text of a scenario that is kept.
using Lookup = std::function<std::optional<std::string>(const std::string& name)>;

/// A scenario that was sent, checked.
struct CheckedScenario {
  std::string name;
  std::string toml;  ///< As sent; the canonical layout where JSON was sent.
};

/// Checks a text as a scenario. `file` is how faults name it. Errors: those of `reform` (all faults
/// with line and column), and `bad_value` for a path where a name is needed. Cost: a copy of the
/// library and its changes.
[[nodiscard]] Result<CheckedScenario> check_scenario(std::string_view text, std::string_view file,
                                                     const scenario::Library& library,
                                                     const Lookup& kept);

/// The texts of `name` and of all it builds on that are not of the library; empty where `name` is
/// of the library. Errors: `unknown_name` at `where`, and what `check_scenario` says of paths.
[[nodiscard]] Result<NamedTexts> texts_of(const std::string& name, const Where& where,
                                          const scenario::Library& library, const Lookup& kept);

/// Whether the library itself has a scenario of this name.
[[nodiscard]] bool is_of_library(const scenario::Library& library, std::string_view name);

/// The library with further scenarios, by name.
[[nodiscard]] scenario::Library with_texts(const scenario::Library& library,
                                           const NamedTexts& texts);

}  // namespace entente::server
