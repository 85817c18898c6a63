/// One connection: requests in, answers out, or a stream of events.
///
/// Floor 9; private to the protocol layer.
#pragma once

#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "faces/server/http.h"

namespace entente::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Failure = beast::error_code;

/// What all connections share.
struct Shared {
  Service service;
  Limits limits;
  std::shared_ptr<Traffic> traffic;
  std::unique_ptr<asio::ssl::context> tls;  ///< Null for plain HTTP.
  std::atomic<bool> stopping{false};
};

class Session {
 public:
  Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  virtual ~Session() = default;

  /// Serves from the first request to the end of the connection.
  virtual void start() = 0;

  /// Closes it where it only waits for a request.
  virtual void stop() = 0;
};

/// A session on a socket, with TLS where `shared` has it.
[[nodiscard]] std::shared_ptr<Session> make_session(asio::ip::tcp::socket&& socket,
                                                    std::shared_ptr<Shared> shared);

/// Lives as long as something is under way on its socket. All of it runs on one strand.
template <class Stream>
class SessionOn final : public Session, public std::enable_shared_from_this<SessionOn<Stream>> {
 public:
  SessionOn(Stream&& stream, std::shared_ptr<Shared> shared);
  ~SessionOn() override;

  void start() override;
  void stop() override;

 private:
  using Self = std::enable_shared_from_this<SessionOn<Stream>>;
  using Self::shared_from_this;
  using Self::weak_from_this;
  using Parser = http::request_parser<http::string_body>;
  using Answer = http::response<http::span_body<const char>>;

  static constexpr bool kTls = !std::is_same_v<Stream, beast::tcp_stream>;

  beast::tcp_stream& lowest() { return beast::get_lowest_layer(stream_); }
  asio::ip::tcp::socket& socket() { return lowest().socket(); }

  void read_request();
  void on_header(Failure failure);
  void read_body();
  void on_request(Failure failure);
  void refuse(Failure failure);
  void send(Reply reply, bool keep, bool head);
  void on_sent(Failure failure);
  void linger();
  void drain();
  void close();

  void begin_stream(const Reply& reply);
  void pump();
  void write_events(std::string bytes);
  void beat();
  void watch_for_end();
  void end_stream();

  Stream stream_;
  std::shared_ptr<Shared> shared_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::shared_ptr<const std::string> body_;  ///< Of the answer under way.
  std::optional<Answer> answer_;
  std::optional<http::response_serializer<http::span_body<const char>>> serializer_;
  bool keep_ = false;
  bool waiting_ = false;  ///< For a request of which nothing has come.
  std::size_t drained_ = 0;

  // Of a stream.
  std::string run_;
  std::uint64_t after_ = 0, token_ = 0;
  bool streaming_ = false, writing_ = false, last_ = false, missed_ = false;
  std::string out_;
  std::optional<asio::steady_timer> timer_;
};

}  // namespace entente::server
