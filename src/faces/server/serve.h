/// The command `serve`: flags in, a server until it is told to end.
///
/// Floor 9; uses base, card, scenario and catalogue.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>

#include "base/result.h"
#include "scenario/analysis.h"

namespace entente::server {

/// What the flags say.
struct Options {
  std::string bind = "127.0.0.1";
  int port = 8741;           ///< 0 lets the system choose.
  std::string behind_proxy;  ///< The origin that a proxy serves under; empty for none.
  std::string web;           ///< Folder of the built workbench; empty for the start page.
  int workers = 1;           ///< Runs that are carried out at once.
  int threads = 0;           ///< Of one run; 0 means one per core.
  bool help = false;
};

/// Reads the words after `serve`. Every fault at once, at `arguments:1:N`. Errors: `unknown_verb`
/// for a flag that is none, `bad_argument`, `bad_value`, `duplicate`; `bad_value` for an address
/// that others can reach without `--behind-proxy`.
[[nodiscard]] Result<Options> read_options(std::span<const std::string> words);

/// The flags and what they do.
[[nodiscard]] std::string serve_help();

/// Whether an IP address is this machine alone.
[[nodiscard]] bool is_loopback(const std::string& address);

/// Serves until SIGTERM or SIGINT. The first line of `out` is the address, as in
/// `serving http://127.0.0.1:8741/`. Returns the exit status: 0 after a signal, 2 for a fault of
/// the user. Where a run does not stop within ten seconds of the signal, the process ends with 3.
[[nodiscard]] int serve(const Options& options, std::span<const scenario::Analysis* const> verbs,
                        const scenario::Library& library, std::ostream& out, std::ostream& err);

}  // namespace entente::server
