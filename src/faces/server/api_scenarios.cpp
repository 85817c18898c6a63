/// Scenarios over HTTP.
#include <charconv>

#include "base/name.h"
#include "faces/server/api.h"
#include "faces/server/reply.h"
#include "faces/server/target.h"
#include "scenario/reform.h"
#include "text/node.h"

namespace entente::server {
namespace {

constexpr std::string_view kBody = "body";

std::string head_of(std::string_view name, bool of_library, std::int64_t version) {
  return "{\"name\":" + json_text(name) +
         ",\"origin\":" + (of_library ? "\"library\"" : "\"kept\"") +
         ",\"version\":" + std::to_string(version);
}

std::string tag_of_version(std::int64_t version) { return "\"v" + std::to_string(version) + "\""; }

Reply reply_of(const store::Scenario& one, int status) {
  Reply reply = json_reply(
      head_of(one.name, false, one.version) + ",\"text\":" + json_text(one.text) + "}\n", status);
  reply.headers.emplace_back("ETag", tag_of_version(one.version));
  return reply;
}

Reply refuse(const Faults& faults) {
  for (const Error& fault : faults)
    if (fault.where.file == kBody && fault.code == Code::syntax) return problem(400, faults);
  return problem(422, faults);
}

Reply unknown(const std::string& name) {
  return problem(404, Code::unknown_name, "there is no scenario called `" + name + "`",
                 "GET /api/v1/scenarios names them");
}

Reply of_library(const std::string& name) {
  return problem(409, Code::duplicate, "`" + name + "` belongs to the library",
                 "keep a scenario of your own that builds on it with `base`");
}

Reply stale(std::int64_t last) {
  return problem(412, Code::bad_value, "somebody has changed this scenario since you read it",
                 "version " + std::to_string(last) + " is the last; read it and try again");
}

/// The version that `If-Match` names; `kAny` without one, nothing where it cannot be read.
std::optional<std::int64_t> expected(const Call& call) {
  const std::string_view header = trimmed(call.header("if-match"));
  if (header.empty() || header == "*") return store::kAnyVersion;
  if (!header.starts_with("\"v") || !header.ends_with('"')) return std::nullopt;
  std::int64_t version = 0;
  const auto end = header.data() + header.size() - 1;
  const auto [stop, fault] = std::from_chars(header.data() + 2, end, version);
  if (fault != std::errc() || stop != end || version < 1) return std::nullopt;
  return version;
}

Reply bad_tag() {
  return problem(400, Code::bad_argument, "`If-Match` is no version",
                 "send the ETag of the scenario as it was read");
}

}  // namespace

Lookup Api::lookup() const {
  return [this](const std::string& name) -> std::optional<std::string> {
    const auto found = at_.store.scenario(name);
    if (!found || !*found) return std::nullopt;
    return (*found)->text;
  };
}

Reply Api::scenarios() {
  std::string text = "[\n" + head_of(scenario::kReference, true, 1) + "}";
  for (const auto& [name, bytes] : at_.library.scenarios)
    if (name != scenario::kReference) text += ",\n" + head_of(name, true, 1) + "}";
  const auto kept = at_.store.scenarios();
  if (!kept) return problem(503, kept.error());
  for (const store::Scenario& one : *kept)
    text += ",\n" + head_of(one.name, false, one.version) + "}";
  return json_reply(text + "\n]\n");
}

Reply Api::scenario(const std::string& name, const Target& target) {
  for (const auto& [known, bytes] : at_.library.scenarios)
    if (known == name)
      return json_reply(head_of(name, true, 1) + ",\"text\":" + json_text(bytes) + "}\n");
  if (name == scenario::kReference)  // The library itself, changed by nothing.
    return json_reply(head_of(name, true, 1) + ",\"text\":\"\"}\n");
  std::int64_t version = 0;
  if (const std::string_view asked = target.value("version"); !asked.empty()) {
    const auto end = asked.data() + asked.size();
    const auto [stop, fault] = std::from_chars(asked.data(), end, version);
    if (fault != std::errc() || stop != end || version < 1)
      return problem(400, Code::bad_argument, "`version` is a whole number from 1", "");
  }
  const auto found = at_.store.scenario(name, version);
  if (!found) return problem(503, found.error());
  return *found ? reply_of(**found, 200) : unknown(name);
}

/// The scenario in a body: TOML, JSON with the same names, or `{"text": TOML or JSON}`.
Result<CheckedScenario> Api::checked(const Call& call) const {
  const std::string type = lower(call.header("content-type"));
  if (type.find("toml") != std::string::npos)
    return check_scenario(call.body, kBody, at_.library, lookup());
  const auto document = text::parse_json(call.body, kBody);
  if (!document) return document.error();
  const text::Node* text = document->root.find("text");
  if (text == nullptr) return check_scenario(call.body, kBody, at_.library, lookup());
  if (text->kind != text::Kind::text)
    return Error{Code::wrong_type,
                 {std::string(kBody), text->line, text->column},
                 "`text` is " + std::string(text::kind_word(text->kind)) + ", not a text",
                 "the scenario as TOML"};
  return check_scenario(text->text, "text", at_.library, lookup());
}

Reply Api::validate_scenario(const Call& call) {
  const auto found = checked(call);
  if (!found) return refuse(found.error());
  return json_reply("{\"valid\":true,\"name\":" + json_text(found->name) + "}\n");
}

Reply Api::scenario_versions(const std::string& name) {
  if (is_of_library(at_.library, name)) return of_library(name);
  const auto found = at_.store.versions(name);
  if (!found) return problem(503, found.error());
  if (found->empty()) return unknown(name);
  std::string text = "[";
  for (const store::Scenario& one : *found)
    text += (text.size() == 1 ? "\n" : ",\n") + ("{\"version\":" + std::to_string(one.version)) +
            ",\"author\":" + json_text(one.author) + ",\"at\":" + std::to_string(one.at) +
            ",\"removed\":" + (one.removed ? "true" : "false") + "}";
  return json_reply(text + "\n]\n");
}

Reply Api::add_scenario(const Call& call, const Who& who) {
  const auto found = checked(call);
  if (!found) return refuse(found.error());
  const auto change = at_.store.put(found->name, found->toml, 0, who.name);
  if (!change) return problem(503, change.error());
  if (change->outcome == store::Outcome::exists)
    return problem(409, Code::duplicate, "there is a scenario `" + found->name + "` already",
                   "PUT /api/v1/scenarios/" + found->name + " adds a version");
  Reply reply =
      reply_of({.name = found->name, .version = change->version, .text = found->toml}, 201);
  reply.headers.emplace_back("Location", "/api/v1/scenarios/" + found->name);
  return reply;
}

Reply Api::replace_scenario(const std::string& name, const Call& call, const Who& who) {
  if (is_of_library(at_.library, name)) return of_library(name);
  const auto version = expected(call);
  if (!version) return bad_tag();
  const auto found = checked(call);
  if (!found) return refuse(found.error());
  if (found->name != name)
    return problem(422, Code::bad_value,
                   "the scenario calls itself `" + found->name + "`, the path `" + name + "`",
                   "use one name");
  const bool only_new = trimmed(call.header("if-none-match")) == "*";
  const auto change = at_.store.put(name, found->toml, only_new ? 0 : *version, who.name);
  if (!change) return problem(503, change.error());
  switch (change->outcome) {
    case store::Outcome::absent:
      return unknown(name);
    case store::Outcome::exists:
    case store::Outcome::stale:
      return stale(change->version);
    case store::Outcome::done:
      break;
  }
  return reply_of({.name = name, .version = change->version, .text = found->toml},
                  change->version == 1 ? 201 : 200);
}

Reply Api::remove_scenario(const std::string& name, const Call& call, const Who& who) {
  if (is_of_library(at_.library, name)) return of_library(name);
  const auto version = expected(call);
  if (!version) return bad_tag();
  const auto change = at_.store.remove(name, *version, who.name);
  if (!change) return problem(503, change.error());
  if (change->outcome == store::Outcome::absent) return unknown(name);
  if (change->outcome == store::Outcome::stale) return stale(change->version);
  Reply reply;
  reply.status = 204;
  return reply;
}

}  // namespace entente::server
