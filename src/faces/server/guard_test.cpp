#include "faces/server/guard.h"

#include <gtest/gtest.h>

#include "faces/server/serve.h"

namespace entente::server {
namespace {

int status(Call call, const Names& names = loopback_names(8741)) {
  if (call.header("host").empty()) call.headers.emplace_back("host", "127.0.0.1:8741");
  const auto reply = refused(call, names);
  return reply ? reply->status : 200;
}

TEST(Guard, answers_to_its_own_names_alone) {
  for (const char* host : {"localhost:8741", "LOCALHOST:8741", "127.0.0.1:8741", "[::1]:8741"})
    EXPECT_EQ(status({.method = "GET", .target = "/", .headers = {{"host", host}}}), 200) << host;
  for (const char* host : {"evil.example", "localhost", "localhost:80", "127.0.0.1:8741.evil"})
    EXPECT_EQ(status({.method = "GET", .target = "/", .headers = {{"host", host}}}), 421) << host;
  EXPECT_EQ(status({.method = "GET",
                    .target = "/",
                    .headers = {{"host", "localhost:8741"}, {"host", "localhost:8741"}}}),
            421);
  EXPECT_TRUE(refused({.method = "GET", .target = "/"}, loopback_names(8741)));
}

TEST(Guard, refuses_pages_of_other_sites) {
  EXPECT_EQ(status({.method = "GET", .target = "/", .headers = {{"origin", "null"}}}), 403);
  EXPECT_EQ(status({.method = "GET", .target = "/", .headers = {{"origin", "http://localhost:1"}}}),
            403);
  EXPECT_EQ(
      status({.method = "GET", .target = "/", .headers = {{"origin", "http://localhost:8741"}}}),
      200);
  EXPECT_EQ(
      status({.method = "DELETE", .target = "/", .headers = {{"sec-fetch-site", "cross-site"}}}),
      403);
}

TEST(Guard, takes_bodies_that_no_form_can_send) {
  const auto post = [](const char* type) {
    return status({.method = "POST", .target = "/", .headers = {{"content-type", type}}});
  };
  EXPECT_EQ(post("application/json"), 200);
  EXPECT_EQ(post("Application/JSON; charset=utf-8"), 200);
  EXPECT_EQ(post("application/toml"), 200);
  for (const char* type : {"", "text/plain", "text/plain; application/json", "multipart/form-data",
                           "application/x-www-form-urlencoded"})
    EXPECT_EQ(post(type), 415) << type;
}

TEST(Guard, knows_the_name_of_a_proxy) {
  Names names = loopback_names(8741);
  ASSERT_TRUE(add_origin(names, "https://Entente.example.org"));
  EXPECT_EQ(status({.method = "GET",
                    .target = "/",
                    .headers = {{"host", "entente.example.org"},
                                {"origin", "https://entente.example.org"}}},
                   names),
            200);
  for (const char* origin : {"", "entente.example.org", "https://", "https://a/b", "ftp://a"})
    EXPECT_FALSE(add_origin(names, origin)) << origin;
}

std::string refusal(const std::vector<std::string>& words) {
  const auto options = read_options(words);
  if (options) return "";
  std::string text;
  for (const Error& error : options.error()) text += to_text(error) + "\n";
  return text;
}

TEST(Options, keep_others_out_unless_a_proxy_stands_before) {
  EXPECT_EQ(refusal({"--bind", "127.0.0.2", "--port=0"}), "");
  EXPECT_EQ(refusal({"--bind", "::1"}), "");
  EXPECT_EQ(
      refusal({"--bind", "0.0.0.0"}),
      "arguments:1:1: others could reach this server at 0.0.0.0 without TLS [bad_value]\n"
      "  give it a certificate: --tls-certificate FILE --tls-key FILE; or put a reverse proxy "
      "before it and say so: --behind-proxy ORIGIN\n");
  EXPECT_EQ(refusal({"--bind", "0.0.0.0", "--behind-proxy", "https://entente.example.org"}), "");
}

TEST(Options, report_every_fault) {
  EXPECT_EQ(refusal({"--prot", "--workers", "65", "--port", "1", "--port", "2", "here"}),
            "arguments:1:1: `serve` takes no flag `--prot` [unknown_verb]\n"
            "  did you mean `--port`?\n"
            "arguments:1:2: `workers` is out of its range: `65` [bad_value]\n"
            "  it lies from 0 to 64\n"
            "arguments:1:6: `--port` is given more than once [duplicate]\n  keep one\n"
            "arguments:1:8: `serve` has no use for `here` [unknown_verb]\n");
}

}  // namespace
}  // namespace entente::server
