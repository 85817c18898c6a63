/// Connections: HTTP/1.1 on sockets, with limits, timeouts and streams of events.
///
/// Floor 9; uses base. A plain header: the library that speaks HTTP is in `http.cpp` and
/// `http_session.h` alone.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "faces/server/message.h"

namespace entente::server {

/// Events of one run that a client does not have yet.
struct EventChunk {
  std::string bytes;       ///< As they go over the wire; empty for none.
  std::uint64_t last = 0;  ///< The number of the last one in `bytes`, or what was asked.
  bool ended = false;      ///< None will follow.
};

/// What the connections ask of the program. Called from any thread.
struct Service {
  std::function<Reply(const Call&)> answer;
  std::function<EventChunk(const std::string& run, std::uint64_t after)> events;
  /// Calls `wake` whenever the run has a new event. Gives a token for `unwatch`.
  std::function<std::uint64_t(const std::string& run, std::function<void()> wake)> watch;
  std::function<void(const std::string& run, std::uint64_t token)> unwatch;
};

struct Limits {
  std::uint32_t header_bytes = 16 * 1024;
  std::uint64_t body_bytes = 1024 * 1024;
  std::chrono::milliseconds request{15'000};    ///< For one request to arrive, and between two.
  std::chrono::milliseconds write{30'000};      ///< For an answer to be taken.
  std::chrono::milliseconds heartbeat{15'000};  ///< Between signs of life on a stream.
  std::size_t connections = 4096;               ///< Further ones are closed at once.
};

/// Where to listen.
struct Place {
  std::string address;
  std::uint16_t port = 0;        ///< 0 lets the system choose.
  std::string certificate = {};  ///< PEM files; without them it speaks plain HTTP.
  std::string key = {};
};

/// Connections and streams that are open, and what was refused before it was a request.
struct Traffic {
  std::atomic<std::int64_t> connections{0}, streams{0}, accepted{0}, refused{0};
};

/// Listens and serves. Two threads carry every connection; none waits for a run.
class HttpServer {
 public:
  /// Begins to listen. Errors: `bad_value` for an address that is none, `unreadable` where the port
  /// is taken or not allowed, or where certificate and key cannot be used.
  [[nodiscard]] static Result<HttpServer> listen(const Place& place, Service service, Limits limits,
                                                 std::shared_ptr<Traffic> traffic);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;
  ~HttpServer();

  [[nodiscard]] std::uint16_t port() const;

  /// Serves until `stop`, or a signal to end (SIGTERM, SIGINT), which calls `on_signal` first.
  void run(int threads, std::function<void()> on_signal);

  /// Takes no further connection and closes the idle ones; answers under way are finished, for at
  /// most five seconds. From any thread.
  void stop();

 private:
  struct Inside;
  explicit HttpServer(std::shared_ptr<Inside> inside);
  std::shared_ptr<Inside> inside_;
};

}  // namespace entente::server
