/// Who may ask: the checks that come before any route.
///
/// Floor 9; uses base.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "faces/server/message.h"

namespace entente::server {

/// Names under which the server is reached, in lower case, with the port where it is not the usual
/// one: `127.0.0.1:8741`. A browser that was led here by another name (DNS rebinding) is refused.
struct Names {
  std::vector<std::string> hosts;
  std::vector<std::string> origins;  ///< `http://127.0.0.1:8741`
};

/// The names of this machine for itself, at a port.
[[nodiscard]] Names loopback_names(std::uint16_t port, bool tls = false);

/// Adds the name behind which a proxy serves, as in `https://entente.example.org`. False where the
/// text is no such origin.
[[nodiscard]] bool add_origin(Names& names, const std::string& origin);

/// Why a call is refused before it is read: a foreign host or origin, a form of another site, or a
/// body of a kind that browsers send without asking. Nothing where it may pass.
[[nodiscard]] std::optional<Reply> refused(const Call& call, const Names& names);

}  // namespace entente::server
