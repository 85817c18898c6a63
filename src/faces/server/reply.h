/// Answers in the forms the interface has: JSON, and problems.
///
/// Floor 9; uses base.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "faces/server/message.h"
#include "faces/server/target.h"

namespace entente::server {

/// A JSON answer.
[[nodiscard]] Reply json_reply(std::string body, int status = 200);

/// A text as a JSON text, with its quotes. Bytes that are no UTF-8 become replacement characters.
[[nodiscard]] std::string json_text(std::string_view text);

/// Faults as `application/problem+json` (RFC 9457): type, title, status and detail, and `faults`
/// with code, file, line, column, message and hint, as on the command line.
[[nodiscard]] Reply problem(int status, const Faults& faults);

/// The same for one fault of a request as a whole.
[[nodiscard]] Reply problem(int status, Code code, std::string message, std::string hint = "");

/// The body of a problem alone.
[[nodiscard]] std::string problem_text(int status, const Faults& faults);

/// The words of a status: "Not Found".
[[nodiscard]] std::string_view status_words(int status);

/// `bytes` as gzip. Cost O(bytes).
[[nodiscard]] std::string gzipped(std::string_view bytes);

/// An entity tag for a body: weak, since the packed and the plain form share it.
[[nodiscard]] std::string tag_of(std::string_view body);

/// A stream of events, from the one that the client says it has: `Last-Event-ID`, else `after`.
[[nodiscard]] Reply stream_reply(std::string of, const Target& target, const Call& call);

/// The reply as it goes out: entity tag, 304 where the client has it, gzip where it takes it, and
/// the headers that keep a browser safe.
void finish(Reply& reply, const Call& call);

}  // namespace entente::server
