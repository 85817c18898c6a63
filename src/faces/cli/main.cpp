#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "faces/cli/cli.h"

namespace {

// The one global of the program: a signal handler can reach nothing else.
volatile std::sig_atomic_t interrupted = 0;

/// Asks the run to stop; a second interrupt ends the program at once.
void on_interrupt(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);
}

/// Verbs of the server are a program of its own that lies beside this one: a question about the law
/// links nothing that serves. Returns only where that program cannot be run.
int hand_on(char** words) {
  std::error_code failure;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
  const std::string server = (self.parent_path() / "entente-server").string();
  if (!failure) execv(server.c_str(), words);
  std::cerr << server << ": the server cannot be run: " << std::strerror(errno)
            << " [unreadable]\n  it is installed beside `entente`\n";
  return entente::cli::kUserFault;
}

entente::Result<entente::scenario::Library> load(const std::string& folder) {
  return folder.empty() ? entente::scenario::built_in_library()
                        : entente::scenario::read_library(folder);
}

}  // namespace

int main(int count, char** words) {
  try {
    constexpr std::string_view kOfServer[] = {"serve", "store", "worker"};
    if (count > 1 &&
        std::ranges::find(kOfServer, std::string_view(words[1])) != std::end(kOfServer))
      return hand_on(words);
    std::signal(SIGINT, on_interrupt);
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    return entente::cli::run_command(arguments, {.verbs = entente::catalogue::all(),
                                                 .library = load,
                                                 .out = std::cout,
                                                 .err = std::cerr,
                                                 .terminal = isatty(STDERR_FILENO) == 1,
                                                 .interrupted = [] { return interrupted != 0; }});
  } catch (const std::bad_alloc&) {
    std::cerr << "entente: there is not enough memory for this\n";
  } catch (const std::exception& fault) {
    std::cerr << "entente: this is our fault, please report it: " << fault.what() << "\n";
  }
  return entente::cli::kOurFault;
}
