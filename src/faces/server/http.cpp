#include "faces/server/http.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <mutex>
#include <thread>
#include <vector>

#include "faces/server/http_session.h"

namespace entente::server {
namespace {

using asio::ip::tcp;

constexpr std::chrono::seconds kFarewell{5};

/// TLS 1.2 and 1.3 with the certificate and key of a place.
Result<std::unique_ptr<asio::ssl::context>> tls_of(const Place& place) {
  auto tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
  tls->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                   asio::ssl::context::no_tlsv1_1);
  Failure failure;
  tls->use_certificate_chain_file(place.certificate, failure);
  if (failure)
    return Error{Code::unreadable,
                 {place.certificate, 0, 0},
                 "the certificate cannot be read: " + failure.message(),
                 "a chain as PEM, this server's own certificate first"};
  tls->use_private_key_file(place.key, asio::ssl::context::pem, failure);
  if (failure)
    return Error{Code::unreadable,
                 {place.key, 0, 0},
                 "the private key cannot be read: " + failure.message(),
                 "the key of the certificate as PEM, without a password"};
  return tls;
}

}  // namespace

/// The listener and what it has let in.
struct HttpServer::Inside : std::enable_shared_from_this<HttpServer::Inside> {
  asio::io_context context;
  std::shared_ptr<Shared> shared = std::make_shared<Shared>();
  tcp::acceptor acceptor{context};
  asio::signal_set signals{context};
  asio::steady_timer farewell{context}, pause{context};
  std::mutex mutex;
  std::vector<std::weak_ptr<Session>> sessions;  ///< Some of them are gone.
  std::size_t tidy_at = 64;

  void accept() {
    acceptor.async_accept(asio::make_strand(context),
                          [self = shared_from_this()](Failure failure, tcp::socket socket) {
                            self->on_accept(failure, std::move(socket));
                          });
  }

  void on_accept(Failure failure, tcp::socket socket) {
    if (shared->stopping || !acceptor.is_open()) return;
    if (failure) {
      // Out of descriptors, most likely: a moment later there may be one.
      pause.expires_after(std::chrono::milliseconds(50));
      return pause.async_wait([self = shared_from_this()](Failure) { self->accept(); });
    }
    ++shared->traffic->accepted;
    const auto open = static_cast<std::size_t>(shared->traffic->connections.load());
    if (open < shared->limits.connections) {
      auto session = make_session(std::move(socket), shared);
      {
        const std::lock_guard lock(mutex);
        sessions.push_back(session);
        if (sessions.size() > tidy_at) {
          std::erase_if(sessions, [](const auto& one) { return one.expired(); });
          tidy_at = 2 * sessions.size() + 64;
        }
      }
      session->start();
    } else {
      ++shared->traffic->refused;
    }
    accept();
  }

  /// On the context.
  void end() {
    if (shared->stopping.exchange(true)) return;
    Failure ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    pause.cancel();
    const std::lock_guard lock(mutex);
    for (const auto& one : sessions)
      if (const auto session = one.lock()) session->stop();
    farewell.expires_after(kFarewell);
    farewell.async_wait([self = shared_from_this()](Failure) { self->context.stop(); });
    watch_for_last();
  }

  /// Ends when the last connection is gone.
  void watch_for_last() {
    if (shared->traffic->connections == 0) return context.stop();
    pause.expires_after(std::chrono::milliseconds(20));
    pause.async_wait([self = shared_from_this()](Failure) { self->watch_for_last(); });
  }
};

HttpServer::HttpServer(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer& HttpServer::operator=(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Result<HttpServer> HttpServer::listen(const Place& place, Service service, Limits limits,
                                      std::shared_ptr<Traffic> traffic) {
  const auto& [address, port, certificate, key] = place;
  Failure failure;
  const auto ip = asio::ip::make_address(address, failure);
  const Where where{"arguments", 0, 0};
  if (failure)
    return Error{Code::bad_value, where, "`bind` takes an IP address, not `" + address + "`",
                 "127.0.0.1 is this machine alone"};
  auto inside = std::make_shared<Inside>();
  inside->shared->service = std::move(service);
  inside->shared->limits = limits;
  inside->shared->traffic = std::move(traffic);
  if (!place.key.empty()) {
    auto tls = tls_of(place);
    if (!tls) return tls.error();
    inside->shared->tls = std::move(tls).value();
  }
  const tcp::endpoint endpoint(ip, port);
  inside->acceptor.open(endpoint.protocol(), failure);
  if (!failure) inside->acceptor.set_option(asio::socket_base::reuse_address(true), failure);
  if (!failure) inside->acceptor.bind(endpoint, failure);
  if (!failure) inside->acceptor.listen(asio::socket_base::max_listen_connections, failure);
  if (failure)
    return Error{Code::unreadable, where,
                 "nothing can listen at " + address + " port " + std::to_string(port) + ": " +
                     failure.message(),
                 "choose another with --port"};
  return HttpServer(std::move(inside));
}

std::uint16_t HttpServer::port() const { return inside_->acceptor.local_endpoint().port(); }

void HttpServer::run(int threads, std::function<void()> on_signal) {
  inside_->signals.add(SIGTERM);
  inside_->signals.add(SIGINT);
  inside_->signals.async_wait(
      [inside = inside_, told = std::move(on_signal)](Failure failure, int) {
        if (failure) return;
        if (told) told();
        inside->end();
      });
  inside_->accept();
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i)
    others.emplace_back([inside = inside_] { inside->context.run(); });
  inside_->context.run();
  for (std::thread& other : others) other.join();
}

void HttpServer::stop() {
  asio::post(inside_->context, [inside = inside_] { inside->end(); });
}

}  // namespace entente::server
