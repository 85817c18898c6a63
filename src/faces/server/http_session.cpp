#include "faces/server/http_session.h"

#include <sys/socket.h>

#include <cerrno>

#include <boost/asio/write.hpp>

#include "faces/server/reply.h"
#include "faces/server/target.h"

namespace entente::server {
namespace {

/// What a client may still send after it was refused, before it is cut off.
constexpr std::size_t kMostDrained = 4 * 1024 * 1024;
constexpr std::chrono::seconds kLinger{2};

Call call_of(http::request<http::string_body>&& request) {
  Call call{.method = std::string(request.method_string()),
            .target = std::string(request.target())};
  for (const auto& field : request)
    call.headers.emplace_back(lower({field.name_string().data(), field.name_string().size()}),
                              std::string(field.value()));
  call.body = std::move(request.body());
  return call;
}

}  // namespace

template <class Stream>
SessionOn<Stream>::SessionOn(Stream&& stream, std::shared_ptr<Shared> shared)
    : stream_(std::move(stream)), shared_(std::move(shared)) {
  ++shared_->traffic->connections;
}

template <class Stream>
SessionOn<Stream>::~SessionOn() {
  end_stream();
  --shared_->traffic->connections;
}

template <class Stream>
void SessionOn<Stream>::start() {
  asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
    Failure ignored;
    self->socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    if constexpr (kTls) {
      self->lowest().expires_after(self->shared_->limits.request);
      self->stream_.async_handshake(asio::ssl::stream_base::server, [self](Failure failure) {
        if (failure) return self->close();
        self->read_request();
      });
    } else {
      self->read_request();
    }
  });
}

template <class Stream>
void SessionOn<Stream>::stop() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    if (self->waiting_) self->close();
    if (self->streaming_) self->pump();
  });
}

template <class Stream>
void SessionOn<Stream>::read_request() {
  if (shared_->stopping) return close();
  parser_.emplace();
  parser_->header_limit(shared_->limits.header_bytes);
  parser_->body_limit(shared_->limits.body_bytes);
  waiting_ = buffer_.size() == 0;
  lowest().expires_after(shared_->limits.request);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Failure failure, std::size_t) { self->on_header(failure); });
}

template <class Stream>
void SessionOn<Stream>::on_header(Failure failure) {
  waiting_ = false;
  if (failure) return refuse(failure);
  // A client with a large body asks first.
  if (!beast::iequals(parser_->get()[http::field::expect], "100-continue")) return read_body();
  static constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(stream_, asio::buffer(kGoOn.data(), kGoOn.size()),
                    [self = shared_from_this()](Failure broken, std::size_t) {
                      if (!broken) self->read_body();
                    });
}

template <class Stream>
void SessionOn<Stream>::read_body() {
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](Failure failure, std::size_t) { self->on_request(failure); });
}

template <class Stream>
void SessionOn<Stream>::refuse(Failure failure) {
  if (failure == http::error::end_of_stream) return linger();
  int status = 400;
  Code code = Code::syntax;
  std::string message = "this is no HTTP request: " + failure.message(), hint;
  if (failure == http::error::body_limit) {
    status = 413, code = Code::too_large;
    message = "the body of the request is too large";
    hint = "at most " + std::to_string(shared_->limits.body_bytes) + " bytes are read";
  } else if (failure == http::error::header_limit) {
    status = 431, code = Code::too_large;
    message = "the headers of the request are too large";
    hint = "at most " + std::to_string(shared_->limits.header_bytes) + " bytes are read";
  } else if (failure.category() != http::make_error_code(http::error::bad_method).category()) {
    return close();  // The connection broke, or nothing came in time.
  }
  ++shared_->traffic->refused;
  Reply reply = problem(status, code, message, hint);
  finish(reply, {.method = "GET", .target = "/"});
  send(std::move(reply), false, false);
}

template <class Stream>
void SessionOn<Stream>::on_request(Failure failure) {
  if (failure) return refuse(failure);
  const bool keep = parser_->get().keep_alive() && !shared_->stopping;
  const Call call = call_of(parser_->release());
  Reply reply = shared_->service.answer(call);
  if (!reply.events_of.empty() && call.method == "GET") return begin_stream(reply);
  send(std::move(reply), keep, call.method == "HEAD");
}

template <class Stream>
void SessionOn<Stream>::send(Reply reply, bool keep, bool head) {
  parser_.reset();
  keep_ = keep;
  body_ = reply.body ? std::move(reply.body) : std::make_shared<const std::string>();
  answer_.emplace();
  answer_->version(11);
  answer_->result(static_cast<unsigned>(reply.status));
  answer_->reason(std::string(status_words(reply.status)));
  for (const auto& [name, value] : reply.headers) answer_->set(name, value);
  const bool empty = reply.status == 204 || reply.status == 304;
  if (!empty) {
    answer_->set(http::field::content_type, reply.type);
    answer_->content_length(body_->size());
  }
  answer_->keep_alive(keep);
  if (!head && !empty) answer_->body() = beast::span<const char>(body_->data(), body_->size());
  serializer_.emplace(*answer_);
  lowest().expires_after(shared_->limits.write);
  const auto done = [self = shared_from_this()](Failure failure, std::size_t) {
    self->on_sent(failure);
  };
  if (head || empty) {
    http::async_write_header(stream_, *serializer_, done);
  } else {
    http::async_write(stream_, *serializer_, done);
  }
}

template <class Stream>
void SessionOn<Stream>::on_sent(Failure failure) {
  serializer_.reset();
  answer_.reset();
  body_.reset();
  if (failure) return close();
  if (keep_) return read_request();
  linger();
}

/// Closes in the order that lets the client read its answer: what it still sends is thrown away
/// for a moment, since a reset would throw the answer away instead.
template <class Stream>
void SessionOn<Stream>::linger() {
  lowest().expires_after(kLinger);
  if constexpr (kTls) {
    stream_.async_shutdown([self = shared_from_this()](Failure) { self->close(); });
  } else {
    Failure ignored;
    socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    if (ignored) return close();
    buffer_.clear();
    drain();
  }
}

template <class Stream>
void SessionOn<Stream>::drain() {
  constexpr std::size_t kPiece = 16 * 1024;
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kPiece),
                          [self = shared_from_this()](Failure failure, std::size_t bytes) {
                            self->drained_ += bytes;
                            if (failure || self->drained_ > kMostDrained) return self->close();
                            self->drain();
                          });
}

template <class Stream>
void SessionOn<Stream>::close() {
  end_stream();
  Failure ignored;
  socket().close(ignored);
}

// ---- Streams of events
// ---------------------------------------------------------------------------

template <class Stream>
void SessionOn<Stream>::begin_stream(const Reply& reply) {
  parser_.reset();
  run_ = reply.events_of;
  after_ = reply.events_after;
  streaming_ = true;
  ++shared_->traffic->streams;
  lowest().expires_never();  // Heartbeats take over.
  out_ = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";
  for (const auto& [name, value] : reply.headers) out_ += name + ": " + value + "\r\n";
  out_ += "\r\nretry: 2000\n\n";
  timer_.emplace(stream_.get_executor());
  // Whoever wakes does not keep the session alive, nor lets go of it: a lock is held there.
  token_ =
      shared_->service.watch(run_, [weak = weak_from_this(), executor = stream_.get_executor()] {
        asio::post(executor, [weak] {
          if (const auto self = weak.lock()) self->pump();
        });
      });
  watch_for_end();
  beat();
  write_events(std::move(out_));
}

/// Sends what the client does not have. At most one write is under way.
template <class Stream>
void SessionOn<Stream>::pump() {
  if (!streaming_) return;
  if (writing_) {
    missed_ = true;
    return;
  }
  // Asked first: once the server stops, every run has told its end, so events read after that are
  // all there will be. The other way round the last one could be missed.
  const bool stopping = shared_->stopping;
  EventChunk chunk = shared_->service.events(run_, after_);
  after_ = chunk.last;
  last_ = chunk.ended || stopping;
  if (!chunk.bytes.empty()) return write_events(std::move(chunk.bytes));
  if (!last_) return;
  end_stream();
  linger();
}

template <class Stream>
void SessionOn<Stream>::write_events(std::string bytes) {
  writing_ = true;
  missed_ = false;
  out_ = std::move(bytes);
  asio::async_write(stream_, asio::buffer(out_),
                    [self = shared_from_this()](Failure failure, std::size_t) {
                      self->writing_ = false;
                      if (failure) return self->close();
                      if (self->last_ && !self->missed_) {
                        self->end_stream();
                        return self->linger();
                      }
                      self->pump();
                    });
}

/// A comment now and then: proxies keep the connection, and a client that takes nothing is found.
template <class Stream>
void SessionOn<Stream>::beat() {
  timer_->expires_after(shared_->limits.heartbeat);
  timer_->async_wait([weak = weak_from_this()](Failure failure) {
    const auto self = weak.lock();
    if (failure || !self || !self->streaming_) return;
    if (self->writing_) return self->close();  // Nothing was taken since the last one.
    self->write_events(":\n\n");
    self->beat();
  });
}

/// A client that sends anything more, or goes away, has ended its stream.
template <class Stream>
void SessionOn<Stream>::watch_for_end() {
  // This wait is what keeps a quiet stream alive.
  socket().async_wait(asio::ip::tcp::socket::wait_read, [self =
                                                             shared_from_this()](Failure failure) {
    if (failure || !self->streaming_) return;
    // It may also wake for the request that was read before.
    char next = 0;
    const auto there = ::recv(self->socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
    if (there < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return self->watch_for_end();
    self->close();
  });
}

template <class Stream>
void SessionOn<Stream>::end_stream() {
  if (!streaming_) return;
  streaming_ = false;
  shared_->service.unwatch(run_, token_);
  if (timer_) timer_->cancel();
  --shared_->traffic->streams;
}

std::shared_ptr<Session> make_session(asio::ip::tcp::socket&& socket,
                                      std::shared_ptr<Shared> shared) {
  using Tls = beast::ssl_stream<beast::tcp_stream>;
  if (!shared->tls)
    return std::make_shared<SessionOn<beast::tcp_stream>>(beast::tcp_stream(std::move(socket)),
                                                          std::move(shared));
  Tls stream(std::move(socket), *shared->tls);
  return std::make_shared<SessionOn<Tls>>(std::move(stream), std::move(shared));
}

}  // namespace entente::server
