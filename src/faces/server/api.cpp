#include "faces/server/api.h"

#include "faces/server/openapi.h"
#include "faces/server/reply.h"
#include "faces/server/target.h"

namespace entente::server {
namespace {

Reply reply_of(const Page& page, const Call& call) {
  Reply reply;
  reply.type = page.type;
  reply.headers.emplace_back("ETag", page.tag);
  if (page.lasting)
    reply.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  reply.body = page.bytes;
  // What the client has already goes out as neither.
  const bool known = names_tag(call.header("if-none-match"), page.tag);
  if (page.packed && !known && accepts(call.header("accept-encoding"), "gzip")) {
    reply.body = page.packed;
    reply.headers.emplace_back("Content-Encoding", "gzip");
  }
  return reply;
}

}  // namespace

Api::Api(Setting setting) : at_(std::move(setting)) {}

Reply Api::answer(const Call& call) {
  Reply reply;
  try {
    auto refusal = refused(call, at_.names);
    reply = refusal ? std::move(*refusal) : routed(call);
  } catch (const Cancelled&) {
    reply = problem(503, Code::bad_value, "the server is stopping", "ask again in a moment");
  } catch (const std::bad_alloc&) {
    reply = problem(503, Code::too_large, "there is not enough memory for this", "");
  }
  ++answers_[static_cast<std::size_t>(reply.status / 100)];
  finish(reply, call);
  return reply;
}

Reply Api::routed(const Call& call) {
  const auto target = read_target(call.target);
  if (!target)
    return problem(400, Code::syntax, "the path of the request cannot be read",
                   "no `.`, `..` or slash in a segment, and whole `%` sequences");
  std::vector<std::string> path = target->path;
  if (path.size() == 1 && (path[0] == "health" || path[0] == "metrics")) {
    path.insert(path.begin(), {"api", "v1"});
  }
  if (path.empty() || path[0] != "api") return page(*target, call);
  if (path.size() < 2 || path[1] != "v1")
    return problem(404, Code::unknown_name, "there is no such version of the interface",
                   "it begins with /api/v1");
  path.erase(path.begin(), path.begin() + 2);
  const Match found = match(call.method, path);
  if (found.route != nullptr) {
    const auto who = who_asks(call);
    if (!who) return problem(503, who.error());
    if (auto refusal = forbidden(*found.route, *who)) return std::move(*refusal);
    if (found.route->action == Action::session) return session(*who);
    return act({*found.route, found.words, *target, call, who->value_or(Who{})});
  }
  if (!found.allowed.empty()) {
    Reply reply = problem(405, Code::bad_argument, "`" + call.method + "` does not work here",
                          "allowed: " + found.allowed);
    reply.headers.emplace_back("Allow", found.allowed);
    return reply;
  }
  return problem(404, Code::unknown_name, "there is nothing at this path",
                 "GET /api/v1/openapi.json says what there is");
}

Reply Api::act(const Asked& asked) {
  const auto& [route, words, target, call, who] = asked;
  const std::string path(route.path);
  switch (route.action) {
    case Action::openapi:
      return prepared(path, call, [this] { return json_reply(openapi(at_.verbs)); });
    case Action::cards:
      return prepared(path, call, [this] { return cards(); });
    case Action::card:
      return prepared("/cards/" + asked.words[0], call, [&] { return card(asked.words[0]); });
    case Action::kinds:
      return prepared(path, call, [this] { return kinds(); });
    case Action::kind:
      return prepared("/library/" + words[0], call, [&] { return kind(asked.words[0]); });
    case Action::thing:
      return prepared("/library/" + words[0] + "/" + words[1], call,
                      [&] { return thing(asked.words[0], asked.words[1]); });
    case Action::runs:
      return runs();
    case Action::add_run:
      return add_run(call, who);
    case Action::run:
      return run(words[0]);
    case Action::run_events:
      return run_events(words[0], target, call);
    case Action::run_report:
      return run_report(words[0]);
    case Action::cancel_run:
      return order_run(words[0], Runs::Order::cancel, who);
    case Action::pause_run:
      return order_run(words[0], Runs::Order::pause, who);
    case Action::resume_run:
      return order_run(words[0], Runs::Order::resume, who);
    case Action::scenarios:
      return scenarios();
    case Action::scenario:
      return scenario(words[0], target);
    case Action::scenario_versions:
      return scenario_versions(words[0]);
    case Action::add_scenario:
      return add_scenario(call, who);
    case Action::validate_scenario:
      return validate_scenario(call);
    case Action::replace_scenario:
      return replace_scenario(words[0], call, who);
    case Action::remove_scenario:
      return remove_scenario(words[0], call, who);
    case Action::rooms:
    case Action::add_room:
    case Action::room:
    case Action::sit:
    case Action::act_in_room:
    case Action::room_events:
    case Action::room_save:
    case Action::room_debrief:
    case Action::room_report:
    case Action::remove_room:
      return in_rooms(asked);
    case Action::session:
      return session(who);
    case Action::sign_in:
      return sign_in(call);
    case Action::sign_out:
      return sign_out(call);
    case Action::tokens:
      return tokens(who);
    case Action::add_token:
      return add_token(call, who);
    case Action::remove_token:
      return remove_token(words[0], who);
    case Action::users:
      return users();
    case Action::add_user:
      return add_user(call, who);
    case Action::set_user:
      return set_user(words[0], call, who);
    case Action::changes:
      return changes();
    case Action::health:
      return health();
    case Action::metrics:
      return metrics();
  }
  return problem(404, Code::unknown_name, "there is nothing at this path");
}

/// An answer that is made once. What is not found is not kept: names are endless.
Reply Api::prepared(const std::string& path, const Call& call, const std::function<Reply()>& make) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = prepared_.find(path);
    if (known != prepared_.end()) return reply_of(known->second, call);
  }
  Reply reply = make();
  if (reply.status != 200) return reply;
  Page page = page_of(reply.type, *reply.body);
  const std::lock_guard lock(mutex_);
  return reply_of(prepared_.emplace(path, std::move(page)).first->second, call);
}

Reply Api::page(const Target& target, const Call& call) {
  if (call.method != "GET" && call.method != "HEAD") {
    Reply reply = problem(405, Code::bad_argument, "`" + call.method + "` does not work here",
                          "pages are only read; the interface is at /api/v1");
    reply.headers.emplace_back("Allow", "GET, HEAD");
    return reply;
  }
  std::string path;
  for (const std::string& segment : target.path) path += "/" + segment;
  if (path.empty()) path = "/index.html";
  auto found = at_.pages.find(path);
  // An address inside the workbench is the workbench.
  const bool inside = !target.path.empty() && target.path.back().find('.') == std::string::npos &&
                      call.header("accept").find("text/html") != std::string_view::npos;
  if (found == at_.pages.end() && inside) found = at_.pages.find("/index.html");
  if (found != at_.pages.end()) return reply_of(found->second, call);
  return problem(404, Code::unknown_name, "there is no such page", "the interface is at /api/v1");
}

}  // namespace entente::server
