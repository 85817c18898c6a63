#include "faces/server/guard.h"

#include <algorithm>

#include "faces/server/reply.h"
#include "faces/server/target.h"

namespace entente::server {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

bool reads(const Call& call) {
  return call.method == "GET" || call.method == "HEAD" || call.method == "OPTIONS";
}

}  // namespace

Names loopback_names(std::uint16_t port, bool tls) {
  Names names;
  for (const char* host : {"localhost", "127.0.0.1", "[::1]"})
    (void)add_origin(
        names, (tls ? "https://" : "http://") + std::string(host) + ":" + std::to_string(port));
  return names;
}

bool add_origin(Names& names, const std::string& origin) {
  const std::string small = lower(origin);
  const std::size_t after = small.starts_with("https://")  ? 8
                            : small.starts_with("http://") ? 7
                                                           : 0;
  const std::string host = small.substr(after);
  if (after == 0 || host.empty() || host.find_first_of("/ @?#") != std::string::npos) return false;
  names.hosts.push_back(host);
  names.origins.push_back(small);
  // Clients leave the usual port out.
  const std::string_view usual = after == 8 ? ":443" : ":80";
  if (host.ends_with(usual)) {
    names.hosts.push_back(host.substr(0, host.size() - usual.size()));
    names.origins.push_back(small.substr(0, small.size() - usual.size()));
  }
  return true;
}

std::optional<Reply> refused(const Call& call, const Names& names) {
  int hosts = 0;
  for (const auto& header : call.headers) hosts += header.first == "host" ? 1 : 0;
  const std::string host = lower(trimmed(call.header("host")));
  if (hosts != 1 || !holds(names.hosts, host))
    return problem(421, Code::bad_value, "this server is not called `" + host + "`",
                   "it answers to " + names.hosts.front());
  const std::string origin = lower(trimmed(call.header("origin")));
  if (!origin.empty() && !holds(names.origins, origin))
    return problem(403, Code::bad_value, "pages of `" + origin + "` may not ask this server",
                   "open it at " + names.origins.front());
  if (!reads(call) && lower(call.header("sec-fetch-site")) == "cross-site")
    return problem(403, Code::bad_value, "another site may not change anything here", "");
  if (call.method == "POST" || call.method == "PUT") {
    const std::string_view sent = call.header("content-type");
    const std::string type = lower(trimmed(sent.substr(0, sent.find(';'))));
    if (type != "application/json" && type != "application/toml")
      return problem(
          415, Code::wrong_type,
          type.empty() ? "the body has no Content-Type" : "the body is of type `" + type + "`",
          "send `Content-Type: application/json`");
    if (!call.header("content-encoding").empty())
      return problem(415, Code::wrong_type, "the body is packed", "send it as it is");
  }
  return std::nullopt;
}

}  // namespace entente::server
