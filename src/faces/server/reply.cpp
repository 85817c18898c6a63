#include "faces/server/reply.h"

#include <zlib.h>

#include <cassert>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "faces/server/target.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;

/// Bodies below this are not worth packing.
constexpr std::size_t kSmallest = 512;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string_view status_words(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

Reply json_reply(std::string body, int status) {
  Reply reply;
  reply.status = status;
  reply.body = std::make_shared<const std::string>(std::move(body));
  return reply;
}

std::string json_text(std::string_view text) { return dump(Json(text)); }

std::string problem_text(int status, const Faults& faults) {
  Json body;
  body["type"] = "about:blank";
  body["title"] = status_words(status);
  body["status"] = status;
  body["detail"] = faults.empty() ? "" : faults.front().message;
  if (faults.size() > 1)
    body["detail"] = faults.front().message + ", and " + std::to_string(faults.size() - 1) +
                     (faults.size() == 2 ? " further fault" : " further faults");
  Json& list = body["faults"] = Json::array();
  for (const Error& fault : faults)
    list.push_back({{"code", code_name(fault.code)},
                    {"file", fault.where.file},
                    {"line", fault.where.line},
                    {"column", fault.where.column},
                    {"message", fault.message},
                    {"hint", fault.hint}});
  return dump(body) + "\n";
}

Reply problem(int status, const Faults& faults) {
  Reply reply = json_reply(problem_text(status, faults), status);
  reply.type = "application/problem+json";
  return reply;
}

Reply problem(int status, Code code, std::string message, std::string hint) {
  return problem(status, {{code, {"request", 0, 0}, std::move(message), std::move(hint)}});
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;  // The largest window, and a gzip header.
  constexpr int kLevel = 6, kMemory = 8;
  const int begun = deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY);
  if (begun != Z_OK) throw std::bad_alloc();
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib does not write through this pointer; its interface is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  assert(ended == Z_STREAM_END);
  (void)ended;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string tag_of(std::string_view body) { return "W/\"" + sha256(body).substr(0, 24) + "\""; }

Reply stream_reply(std::string of, const Target& target, const Call& call) {
  std::string_view after = trimmed(call.header("last-event-id"));
  if (after.empty()) after = target.value("after");
  Reply reply;
  reply.type = "text/event-stream";
  reply.events_of = std::move(of);
  if (!after.empty()) {
    const auto end = after.data() + after.size();
    const auto [stop, fault] = std::from_chars(after.data(), end, reply.events_after);
    if (fault != std::errc() || stop != end)
      return problem(400, Code::bad_argument, "the number of an event is a whole number", "");
  }
  reply.headers.emplace_back("Cache-Control", "no-store");
  reply.headers.emplace_back("X-Accel-Buffering", "no");  // A proxy hands each event on at once.
  return reply;
}

void finish(Reply& reply, const Call& call) {
  const auto add = [&](std::string name, std::string value) {
    for (const auto& header : reply.headers)
      if (header.first == name) return;
    reply.headers.emplace_back(std::move(name), std::move(value));
  };
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'");
  add("Cache-Control", reply.status == 200 ? "no-cache" : "no-store");
  if (!reply.events_of.empty() || !reply.body) return;
  const bool reads = call.method == "GET" || call.method == "HEAD";
  if (reads && reply.status == 200) {
    std::string tag;
    for (const auto& [name, value] : reply.headers)
      if (name == "ETag") tag = value;
    if (tag.empty()) add("ETag", tag = tag_of(*reply.body));
    add("Vary", "Accept-Encoding");
    if (names_tag(call.header("if-none-match"), tag)) {
      reply.status = 304;
      reply.body = nullptr;
      return;
    }
  }
  bool packed = false;
  for (const auto& header : reply.headers) packed = packed || header.first == "Content-Encoding";
  if (packed || reply.body->size() < kSmallest || !accepts(call.header("accept-encoding"), "gzip"))
    return;
  reply.body = std::make_shared<const std::string>(gzipped(*reply.body));
  add("Content-Encoding", "gzip");
}

}  // namespace entente::server
