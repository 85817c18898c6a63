#include "faces/server/http.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "faces/server/reply.h"

namespace entente::server {
namespace {

/// A plain client: sends bytes and reads until the server closes.
std::string exchange(std::uint16_t port, const std::string& sent) {
  const int client = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string got;
  if (connect(client, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0 &&
      send(client, sent.data(), sent.size(), MSG_NOSIGNAL) >= 0) {
    std::array<char, 4096> piece{};
    for (ssize_t n = 0; (n = recv(client, piece.data(), piece.size(), 0)) > 0;)
      got.append(piece.data(), static_cast<std::size_t>(n));
  }
  close(client);
  return got;
}

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
}

/// A service with one run that ends when it is told to.
class Stage {
 public:
  Service service() {
    return {.answer =
                [](const Call& call) {
                  Reply reply = json_reply("{\"target\":" + json_text(call.target) + "}\n");
                  if (call.target == "/events") reply.events_of = "run";
                  return reply;
                },
            .events =
                [this](const std::string&, std::uint64_t after) {
                  const std::lock_guard lock(mutex_);
                  EventChunk chunk;
                  chunk.last = events_;
                  for (std::uint64_t i = after; i < events_; ++i) chunk.bytes += "data: x\n\n";
                  chunk.ended = ended_;
                  return chunk;
                },
            .watch =
                [this](const std::string&, std::function<void()> wake) {
                  const std::lock_guard lock(mutex_);
                  watchers_[++token_] = std::move(wake);
                  return token_;
                },
            .unwatch =
                [this](const std::string&, std::uint64_t token) {
                  const std::lock_guard lock(mutex_);
                  watchers_.erase(token);
                }};
  }

  void tell(bool last) {
    const std::lock_guard lock(mutex_);
    ++events_;
    ended_ = last;
    for (const auto& [token, wake] : watchers_) wake();
  }

  std::size_t watched() {
    const std::lock_guard lock(mutex_);
    return watchers_.size();
  }

 private:
  std::mutex mutex_;
  std::map<std::uint64_t, std::function<void()>> watchers_;
  std::uint64_t events_ = 0, token_ = 0;
  bool ended_ = false;
};

class HttpTest : public testing::Test {
 protected:
  HttpTest()
      : server_(HttpServer::listen({.address = "127.0.0.1"}, stage_.service(), Limits{}, traffic_)
                    .value()),
        thread_([this] { server_.run(2, {}); }) {}

  ~HttpTest() override {
    server_.stop();
    thread_.join();
  }

  Stage stage_;
  std::shared_ptr<Traffic> traffic_ = std::make_shared<Traffic>();
  HttpServer server_;
  std::thread thread_;
};

TEST_F(HttpTest, many_clients_at_once_get_their_own_answers) {
  std::vector<std::thread> clients;
  std::atomic<int> right{0};
  for (int c = 0; c < 8; ++c)
    clients.emplace_back([&, c] {
      for (int i = 0; i < 20; ++i) {
        const std::string path = "/" + std::to_string(c) + "-" + std::to_string(i);
        const std::string got = exchange(server_.port(), get(path));
        if (got.starts_with("HTTP/1.1 200 OK") && got.find("\"" + path + "\"") != got.npos) ++right;
      }
    });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, 160);
}

TEST_F(HttpTest, streams_tell_every_event_and_close) {
  std::vector<std::thread> clients;
  std::atomic<int> right{0};
  for (int c = 0; c < 16; ++c)
    clients.emplace_back([&] {
      const std::string got = exchange(server_.port(), get("/events"));
      std::size_t events = 0;
      for (std::size_t at = got.find("data: x"); at != got.npos; at = got.find("data: x", at + 1))
        ++events;
      if (events == 51)
        ++right;
      else
        ADD_FAILURE() << events << " events in: " << got;
    });
  for (int i = 0; i < 50; ++i) {
    stage_.tell(false);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  stage_.tell(true);
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, 16);
  EXPECT_EQ(stage_.watched(), 0U);
}

TEST_F(HttpTest, a_server_that_stops_lets_its_streams_go) {
  std::vector<std::thread> clients;
  for (int c = 0; c < 8; ++c)
    clients.emplace_back([&] { (void)exchange(server_.port(), get("/events")); });
  while (stage_.watched() < 8) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  server_.stop();
  for (std::thread& client : clients) client.join();
  // A client is gone a moment before its session.
  for (int i = 0; i < 1000 && traffic_->streams > 0; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(traffic_->streams, 0);
}

TEST_F(HttpTest, what_is_no_request_is_refused) {
  for (const char* sent : {"nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\nx\r\n\r\n"})
    EXPECT_TRUE(exchange(server_.port(), sent).starts_with("HTTP/1.1 400")) << sent;
}

}  // namespace
}  // namespace entente::server
