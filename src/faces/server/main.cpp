#include <unistd.h>

#include <csignal>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "faces/server/serve.h"

namespace {

/// The workbench as it lies beside the program: installed, or built in the tree it comes from.
/// Empty where there is none.
std::string workbench_beside() {
  namespace fs = std::filesystem;
  std::error_code failure;
  const fs::path self = fs::read_symlink("/proc/self/exe", failure);
  if (failure) return {};
  for (const char* way : {"../share/entente/web", "../../web/dist"}) {
    const fs::path folder = (self.parent_path() / way).lexically_normal();
    if (fs::is_regular_file(folder / "index.html", failure)) return folder.string();
  }
  return {};
}

/// `serve` and `worker` run the engine.
int run_engine(entente::server::Command command, std::span<const std::string> words) {
  using namespace entente;
  auto options = server::read_options(words, command);
  if (!options) {
    for (const Error& fault : options.error()) std::cerr << to_text(fault) << "\n";
    return 2;
  }
  if (options->help) {
    std::cout << server::serve_help(command);
    return 0;
  }
  const auto library = scenario::built_in_library();
  if (!library) {
    for (const Error& fault : library.error()) std::cerr << to_text(fault) << "\n";
    return 4;
  }
  std::signal(SIGPIPE, SIG_IGN);
  if (command == server::Command::worker)
    return server::work(*options, catalogue::all(), library.value(), std::cout, std::cerr);
  std::string& web = options.value().web;
  if (web.empty())
    web = workbench_beside();
  else if (web == "none")
    web.clear();
  return server::serve(*options, catalogue::all(), library.value(), std::cout, std::cerr);
}

/// `entente` hands its words on with the verb.
int run(const std::vector<std::string>& words) {
  using namespace entente;
  const std::string verb = words.empty() ? "" : words.front();
  const bool named = verb == "serve" || verb == "worker" || verb == "store";
  const auto rest = std::span(words).subspan(named ? 1 : 0);
  if (verb == "store") return server::manage_store(rest, std::cin, std::cout, std::cerr);
  return run_engine(verb == "worker" ? server::Command::worker : server::Command::serve, rest);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run({words + (count > 0 ? 1 : 0), words + count});
  } catch (const std::bad_alloc&) {
    std::cerr << "entente: there is not enough memory for this\n";
  } catch (const std::exception& fault) {
    std::cerr << "entente: this is our fault, please report it: " << fault.what() << "\n";
  }
  return 4;
}
