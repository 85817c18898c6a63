/// The command line: words in, an exit status and text out.
///
/// Floor 9; uses base, card, scenario, catalogue and report.
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "base/run.h"
#include "catalogue/catalogue.h"

namespace entente::cli {

/// How a command ended.
enum Exit : int { kDone = 0, kDoesNotHold = 1, kUserFault = 2, kStopped = 3, kOurFault = 4 };

/// What the command line stands in: everything that `main` knows and a test makes up.
struct Setting {
  std::span<const scenario::Analysis* const> verbs;
  /// The library in a folder; an empty folder means the one built into the program.
  std::function<Result<scenario::Library>(const std::string& folder)> library;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;                   ///< Standard error is a terminal: progress may be shown.
  std::function<bool()> interrupted = {};  ///< True once the user asked to stop.
  const Ranks* ranks = nullptr;            ///< Processes that share the run; only the first speaks.
};

/// Runs one command. Output is written only when it is complete; after a user's fault there is
/// none.
[[nodiscard]] int run_command(std::span<const std::string> words, const Setting& setting);

}  // namespace entente::cli
