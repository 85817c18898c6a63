/// The commands `serve`, `worker` and `store`: flags in, a server or a worker until it is told to
/// end.
///
/// Floor 9; uses base, card, scenario, catalogue and store.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "scenario/analysis.h"

namespace entente::server {

/// What the flags say.
struct Options {
  std::string bind = "127.0.0.1";
  int port = 8741;                       ///< 0 lets the system choose.
  std::string behind_proxy;              ///< The origin that a proxy serves under; empty for none.
  std::string tls_certificate, tls_key;  ///< Files; empty for no TLS.
  std::string name;                      ///< Under which others reach it.
  bool login = false;                    ///< Also this machine's own users have to sign in.
  std::string web;    ///< Folder of the built workbench; empty for the start page.
  std::string store;  ///< Empty: the file in the user's data directory.
  int workers = 1;    ///< Runs that are carried out at once.
  int threads = 0;    ///< Of one run; 0 means one per core.
  int quota = 1000;   ///< Runs of one user that are not finished.
  bool help = false;
};

enum class Command { serve, worker };

/// Reads the words after `serve` or `worker`. Every fault at once, at `arguments:1:N`. Errors:
/// `unknown_verb` for a flag that is none, `bad_argument`, `bad_value`, `duplicate`, `missing_key`;
/// `bad_value` for an address that others can reach without TLS and without `--behind-proxy`.
[[nodiscard]] Result<Options> read_options(std::span<const std::string> words,
                                           Command command = Command::serve);

/// The flags and what they do.
[[nodiscard]] std::string serve_help(Command command = Command::serve);

/// The place of the store that flags name, or the default one.
[[nodiscard]] std::string place_of_store(const std::string& named);

/// Whether an IP address is this machine alone.
[[nodiscard]] bool is_loopback(const std::string& address);

/// Serves until SIGTERM or SIGINT. The first line of `out` is the address, as in
/// `serving http://127.0.0.1:8741/`. Returns the exit status: 0 after a signal, 2 for a fault of
/// the user. Where a run does not stop within ten seconds of the signal, the process ends with 3;
/// it is taken up again by the next one.
[[nodiscard]] int serve(const Options& options, std::span<const scenario::Analysis* const> verbs,
                        const scenario::Library& library, std::ostream& out, std::ostream& err);

/// Carries out the runs of a store until SIGTERM or SIGINT; the first line of `out` is `working`.
/// Statuses as `serve`.
[[nodiscard]] int work(const Options& options, std::span<const scenario::Analysis* const> verbs,
                       const scenario::Library& library, std::ostream& out, std::ostream& err);

/// The command `store`: `check`, `backup FILE`, `restore FILE`, `users`, `add-user NAME`,
/// `set-user NAME`, `changes`, with `--store`. Passwords are read from `in`, one line. Statuses: 0,
/// 1 where a check finds something wrong, 2 for a fault of the user.
[[nodiscard]] int manage_store(std::span<const std::string> words, std::istream& in,
                               std::ostream& out, std::ostream& err);

}  // namespace entente::server
