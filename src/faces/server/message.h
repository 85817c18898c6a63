/// A request and its answer as plain values: what the protocol layer hands in and takes back.
///
/// Floor 9; standard library only. Nothing here knows the library that speaks HTTP.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::server {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// A request that was read whole. Names of headers are in lower case.
struct Call {
  std::string method;  ///< Upper case.
  std::string target;  ///< As sent: path and query, still encoded.
  Headers headers = {};
  std::string body = {};

  /// The value of the first header of this name, or an empty text.
  [[nodiscard]] std::string_view header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (key == name) return value;
    return {};
  }
};

/// An answer. A body is shared, so that a prepared one is never copied.
struct Reply {
  int status = 200;
  std::string type = "application/json";
  std::shared_ptr<const std::string> body = {};
  Headers headers = {};
  std::string events_of = {};      ///< A run or room: its events follow instead of a body.
  std::uint64_t events_after = 0;  ///< The last event that the client has.
};

}  // namespace entente::server
