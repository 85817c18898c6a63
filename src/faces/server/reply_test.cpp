#include "faces/server/reply.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <nlohmann/json.hpp>

namespace entente::server {
namespace {

std::string header(const Reply& reply, std::string_view name) {
  for (const auto& [key, value] : reply.headers)
    if (key == name) return value;
  return {};
}

std::string unpacked(std::string_view bytes) {
  std::string out(1 << 20, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

TEST(Problem, holds_every_fault_with_its_place) {
  const Reply reply = problem(422, {{Code::unknown_state, {"body", 2, 7}, "no \"state\"", "hint"},
                                    {Code::bad_value, {"body", 3, 1}, "bytes \xff", ""}});
  EXPECT_EQ(reply.type, "application/problem+json");
  const auto body = nlohmann::json::parse(*reply.body);
  EXPECT_EQ(body["status"], 422);
  EXPECT_EQ(body["title"], "Unprocessable Content");
  EXPECT_EQ(body["detail"], "no \"state\", and 1 further fault");
  ASSERT_EQ(body["faults"].size(), 2U);
  EXPECT_EQ(body["faults"][0], (nlohmann::json{{"code", "unknown_state"},
                                               {"file", "body"},
                                               {"line", 2},
                                               {"column", 7},
                                               {"message", "no \"state\""},
                                               {"hint", "hint"}}));
  EXPECT_EQ(body["faults"][1]["message"], "bytes \xef\xbf\xbd");
}

TEST(Finish, packs_what_is_worth_it_for_clients_that_take_it) {
  const std::string text(5000, 'x');
  Reply plain = json_reply(text), packed = json_reply(text), small = json_reply("{}");
  finish(plain, {.method = "GET", .target = "/"});
  EXPECT_EQ(*plain.body, text);
  const Call asks{.method = "GET", .target = "/", .headers = {{"accept-encoding", "gzip"}}};
  finish(packed, asks);
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_LT(packed.body->size(), 200U);
  EXPECT_EQ(unpacked(*packed.body), text);
  EXPECT_EQ(header(packed, "ETag"), header(plain, "ETag"));
  finish(small, asks);
  EXPECT_EQ(header(small, "Content-Encoding"), "");
}

TEST(Finish, sends_nothing_that_the_client_has) {
  Reply first = json_reply("{}"), again = json_reply("{}"), other = json_reply("[]");
  finish(first, {.method = "GET", .target = "/"});
  const Call knows{
      .method = "GET", .target = "/", .headers = {{"if-none-match", header(first, "ETag")}}};
  finish(again, knows);
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, nullptr);
  finish(other, knows);
  EXPECT_EQ(other.status, 200);
}

TEST(Finish, leaves_answers_to_changes_without_a_tag) {
  Reply reply = json_reply("{}", 202);
  finish(reply, {.method = "POST", .target = "/", .headers = {{"if-none-match", "*"}}});
  EXPECT_EQ(reply.status, 202);
  EXPECT_EQ(header(reply, "ETag"), "");
  EXPECT_EQ(header(reply, "Cache-Control"), "no-store");
  EXPECT_EQ(header(reply, "X-Content-Type-Options"), "nosniff");
}

}  // namespace
}  // namespace entente::server
