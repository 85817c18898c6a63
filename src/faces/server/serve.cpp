#include "faces/server/serve.h"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <ostream>
#include <random>

#include "base/version.h"
#include "faces/server/api.h"
#include "faces/server/http.h"
#include "faces/server/reply.h"
#include "faces/server/retrace.h"

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

std::string origin_of(const Options& options, const std::string& host, std::uint16_t port) {
  const bool six = host.find(':') != std::string::npos;
  return (options.tls_key.empty() ? "http://" : "https://") + (six ? "[" + host + "]" : host) +
         ":" + std::to_string(port);
}

/// Under which names this server may be asked.
Names names_of(const Options& options, std::uint16_t port) {
  Names names = loopback_names(port, !options.tls_key.empty());
  if (!options.behind_proxy.empty()) (void)add_origin(names, options.behind_proxy);
  if (!options.name.empty()) (void)add_origin(names, origin_of(options, options.name, port));
  (void)add_origin(names, origin_of(options, options.bind, port));
  return names;
}

/// A name for this process that no other has.
std::string worker_name() {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return std::string(host.data()) + "-" + std::to_string(getpid()) + "-" +
         std::to_string(std::random_device{}());
}

/// The record of a question, with the scenarios and the file that came along.
Result<card::Record> answer(const Ask& ask, const Run& run, const scenario::Library& library) {
  const auto asked = [&](const scenario::Library& known) {
    return catalogue::run(*ask.analysis, ask.subject, ask.arguments, run, known);
  };
  if (ask.texts.empty() && !ask.own) return asked(library);
  scenario::Library more = with_texts(library, ask.texts);
  if (ask.own) more = with_own_file(more, *ask.own);
  auto record = asked(more);
  if (!record || !ask.own) return record;
  // On the command line it is a file.
  std::string& command = record.value().provenance.command;
  const std::string words = " " + ask.own->name;
  if (const std::size_t place = command.find(words); place != std::string::npos)
    command.insert(place + words.size(), ".toml");
  return record;
}

/// Runs over a store, with the engine behind them.
class Engine {
 public:
  Engine(store::Store& store, const Options& options,
         std::span<const scenario::Analysis* const> verbs, const scenario::Library& library)
      : runs(
            store, {std::string(kVersion), library.hash, worker_name()},
            [verbs, &library](const std::string& body) { return read_kept(body, verbs, library); },
            [&library, &store, verbs](const Ask& ask, const Run& run) {
              if (ask.of_record) return ask_of_record(ask, run, library, store, verbs);
              return answer(ask, run, library);
            },
            {.workers = options.workers, .threads = options.threads}) {}

  Runs runs;
};

/// Streams of rooms are told from those of runs by a word before the id.
bool is_room(const std::string& stream) { return stream.starts_with(kRoomStream); }
std::string id_of(const std::string& stream) { return stream.substr(kRoomStream.size()); }

Result<store::Store> open_store(const Options& options, const scenario::Library& library) {
  const std::string place = place_of_store(options.store);
  auto store = store::open(place, {.quota = options.quota, .connections = options.workers + 4});
  if (!store) return store;
  // A file is this machine's alone: what waits for a program that is gone would wait for ever.
  const bool shared = place.find("://") != std::string::npos;
  const Error gone{Code::bad_value,
                   {"run", 0, 0},
                   "the run was asked of another version of the program or its library",
                   "ask again"};
  if (!shared)
    if (const auto met =
            store.value().give_up_others(kVersion, library.hash, problem_text(422, {gone}));
        !met)
      return met.error();
  return store;
}

/// Whether who asks has to sign in; faults where nobody could.
Result<bool> needs_login(const Options& options, store::Store& store) {
  const auto users = store.users();
  if (!users) return users.error();
  const bool open = !is_loopback(options.bind) && options.behind_proxy.empty();
  const bool behind = !options.behind_proxy.empty() && !users->empty();
  if ((open || options.login) && users->empty())
    return Error{Code::bad_value,
                 {"arguments", 0, 0},
                 "nobody could sign in: the store has no users",
                 "add one: entente store add-user NAME --role admin"};
  return open || options.login || behind;
}

}  // namespace

std::string place_of_store(const std::string& named) {
  if (!named.empty()) return named;
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  return store::default_place(data == nullptr ? "" : data, home == nullptr ? "" : home);
}

int serve(const Options& options, std::span<const scenario::Analysis* const> verbs,
          const scenario::Library& library, std::ostream& out, std::ostream& err) {
  Result<Pages> pages = options.web.empty() ? start_pages(verbs) : read_pages(options.web);
  if (!pages) return refuse(pages.error(), err);
  Result<store::Store> store = open_store(options, library);
  if (!store) return refuse(store.error(), err);
  const Result<bool> login = needs_login(options, store.value());
  if (!login) return refuse(login.error(), err);
  Engine engine(store.value(), options, verbs, library);
  Runs& runs = engine.runs;
  Rooms rooms(store.value(), library);
  const auto traffic = std::make_shared<Traffic>();
  Api api({.verbs = verbs,
           .library = library,
           .runs = runs,
           .rooms = rooms,
           .store = store.value(),
           .pages = std::move(pages).value(),
           .names = {},
           .login = *login,
           .secure = !options.tls_key.empty() || options.behind_proxy.starts_with("https://"),
           .traffic = traffic});
  const Service service{
      .answer = [&api](const Call& call) { return api.answer(call); },
      .events =
          [&](const std::string& of, std::uint64_t after) {
            return is_room(of) ? rooms.events(id_of(of), after) : runs.events(of, after);
          },
      .watch =
          [&](const std::string& of, std::function<void()> wake) {
            return is_room(of) ? rooms.watch(id_of(of), std::move(wake))
                               : runs.watch(of, std::move(wake));
          },
      .unwatch =
          [&](const std::string& of, std::uint64_t token) {
            if (is_room(of))
              rooms.unwatch(id_of(of), token);
            else
              runs.unwatch(of, token);
          },
  };
  bool stopped = true;
  {
    Result<HttpServer> server =
        HttpServer::listen({.address = options.bind,
                            .port = static_cast<std::uint16_t>(options.port),
                            .certificate = options.tls_certificate,
                            .key = options.tls_key},
                           service, Limits{}, traffic);
    if (!server) return refuse(server.error(), err);
    const std::uint16_t port = server->port();
    api.set_names(names_of(options, port));
    out << "serving " << origin_of(options, options.bind, port) << "/" << std::endl;
    // Runs are told first, so that whoever follows one hears of it.
    server.value().run(kConnectionThreads, [&runs, &stopped] { stopped = runs.stop(kPatience); });
  }
  if (!stopped) {
    // Its thread cannot be ended, so the process ends round it.
    err << "entente: a run did not stop in time and was left to the next start\n" << std::flush;
    std::_Exit(3);
  }
  out << "ended" << std::endl;
  return 0;
}

int work(const Options& options, std::span<const scenario::Analysis* const> verbs,
         const scenario::Library& library, std::ostream& out, std::ostream& err) {
  // Before any thread is made, so that each inherits it and the signal waits for `sigwait`.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  Result<store::Store> store = open_store(options, library);
  if (!store) return refuse(store.error(), err);
  Engine engine(store.value(), options, verbs, library);
  out << "working" << std::endl;
  int signal = 0;
  sigwait(&ends, &signal);
  if (!engine.runs.stop(kPatience)) {
    err << "entente: a run did not stop in time and was left to another worker\n" << std::flush;
    std::_Exit(3);
  }
  out << "ended" << std::endl;
  return 0;
}

}  // namespace entente::server
