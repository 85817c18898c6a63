#include "faces/server/serve.h"

#include <cstdlib>
#include <ostream>

#include "faces/server/api.h"
#include "faces/server/http.h"

namespace entente::server {
namespace {

/// Threads that carry connections; runs have their own.
constexpr int kConnectionThreads = 2;

/// How long a run that was told to stop may go on, in seconds.
constexpr double kPatience = 10;

int refuse(const Faults& faults, std::ostream& err) {
  for (const Error& fault : faults) err << to_text(fault) << "\n";
  return 2;
}

std::string address_of(const Options& options, std::uint16_t port) {
  const bool six = options.bind.find(':') != std::string::npos;
  return "http://" + (six ? "[" + options.bind + "]" : options.bind) + ":" + std::to_string(port) +
         "/";
}

/// Under which names this server may be asked.
Names names_of(const Options& options, std::uint16_t port) {
  Names names = loopback_names(port);
  if (!options.behind_proxy.empty()) (void)add_origin(names, options.behind_proxy);
  // Any address of 127.0.0.0/8 is this machine.
  const std::string own = address_of(options, port);
  if (is_loopback(options.bind)) (void)add_origin(names, own.substr(0, own.size() - 1));
  return names;
}

}  // namespace

int serve(const Options& options, std::span<const scenario::Analysis* const> verbs,
          const scenario::Library& library, std::ostream& out, std::ostream& err) {
  Result<Pages> pages = options.web.empty() ? start_pages(verbs) : read_pages(options.web);
  if (!pages) return refuse(pages.error(), err);
  Runs runs(
      [&library](const Ask& ask, const Run& run) {
        if (ask.texts.empty())
          return catalogue::run(*ask.analysis, ask.subject, ask.arguments, run, library);
        return catalogue::run(*ask.analysis, ask.subject, ask.arguments, run,
                              with_texts(library, ask.texts));
      },
      {.workers = options.workers, .threads = options.threads});
  Scenarios scenarios;
  const auto traffic = std::make_shared<Traffic>();
  Api api({.verbs = verbs,
           .library = library,
           .runs = runs,
           .scenarios = scenarios,
           .pages = std::move(pages).value(),
           .names = {},
           .traffic = traffic});
  const Service service{
      .answer = [&api](const Call& call) { return api.answer(call); },
      .events = [&runs](const std::string& run,
                        std::uint64_t after) { return runs.events(run, after); },
      .watch = [&runs](const std::string& run,
                       std::function<void()> wake) { return runs.watch(run, std::move(wake)); },
      .unwatch = [&runs](const std::string& run, std::uint64_t token) { runs.unwatch(run, token); },
  };
  bool stopped = true;
  {
    Result<HttpServer> server = HttpServer::listen(
        options.bind, static_cast<std::uint16_t>(options.port), service, Limits{}, traffic);
    if (!server) return refuse(server.error(), err);
    const std::uint16_t port = server->port();
    api.set_names(names_of(options, port));
    out << "serving " << address_of(options, port) << std::endl;
    // Runs are told first, so that whoever follows one hears of it.
    server.value().run(kConnectionThreads, [&runs, &stopped] { stopped = runs.stop(kPatience); });
  }
  if (!stopped) {
    // Its thread cannot be ended, so the process ends round it.
    err << "entente: a run did not stop in time and was left\n" << std::flush;
    std::_Exit(3);
  }
  out << "ended" << std::endl;
  return 0;
}

}  // namespace entente::server
