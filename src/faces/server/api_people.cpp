/// Who asks, and what it may do.
#include <algorithm>

#include "faces/server/api.h"
#include "faces/server/reply.h"
#include "faces/server/target.h"
#include "text/node.h"
#include "text/reader.h"

namespace entente::server {
namespace {

constexpr std::string_view kBody = "body";
constexpr std::string_view kCookie = "entente_session";
constexpr store::Milliseconds kDay = 24LL * 3600 * 1000;
constexpr store::Milliseconds kSession = kDay / 2;
constexpr std::int64_t kMostDays = 366;
constexpr std::size_t kMostListed = 1000;
constexpr std::size_t kLongestLabel = 100;

/// Sign-ins with one name: ten in a row, then one in fifty seconds.
constexpr Attempts::Rate kSignIns{.most = 10, .a_second = .02};
/// Changes by one user: bursts of 200, then twenty a second.
constexpr Attempts::Rate kChanges{.most = 200, .a_second = 20};

/// The token that a request carries; empty for none.
std::string token_of(const Call& call) {
  const std::string_view authorization = call.header("authorization");
  constexpr std::string_view kBearer = "bearer ";
  if (lower(authorization.substr(0, kBearer.size())) == kBearer)
    return std::string(trimmed(authorization.substr(kBearer.size())));
  std::string_view cookies = call.header("cookie");
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    const std::string_view one = trimmed(cookies.substr(0, end));
    if (one.starts_with(kCookie) && one.substr(kCookie.size()).starts_with("="))
      return std::string(one.substr(kCookie.size() + 1));
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return {};
}

std::string cookie(const std::string& token, store::Milliseconds lasts, bool secure) {
  return std::string(kCookie) + "=" + token +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lasts / 1000) +
         (secure ? "; Secure" : "");
}

std::string user_text(const store::User& user) {
  return "{\"name\":" + json_text(user.name) + ",\"role\":" + json_text(role_word(user.role)) +
         ",\"quota\":" + std::to_string(user.quota) +
         ",\"disabled\":" + (user.disabled ? "true" : "false") + "}";
}

Reply too_often() {
  Reply reply = problem(429, Code::too_large, "too many attempts in a short time",
                        "wait a minute and try again");
  reply.headers.emplace_back("Retry-After", "60");
  return reply;
}

int status_of(const Faults& faults) {
  for (const Error& fault : faults) {
    if (fault.code == Code::syntax || fault.code == Code::empty_file) return 400;
    if (fault.code == Code::unreadable) return 503;
    if (fault.code == Code::duplicate) return 409;
    if (fault.code == Code::unknown_name) return 404;
  }
  return 422;
}

Reply refuse(const Faults& faults) { return problem(status_of(faults), faults); }

/// What a body says of a user. `name` is that of the path; empty where the body names it.
struct UserBody {
  store::User user;
  std::string password;
};

Result<UserBody> read_user(const std::string& body, const std::string& name) {
  const auto document = text::parse_json(body, kBody);
  if (!document) return document.error();
  Faults faults;
  text::TableReader reader(document->root, kBody, "a user", faults);
  static constexpr std::string_view kRoles[] = {"viewer", "analyst", "admin"};
  UserBody read;
  read.user.name = name.empty() ? reader.required_text("name") : name;
  const auto role = reader.choice("role", kRoles);
  if (!role && faults.empty() && reader.raw("role") == nullptr)
    faults.push_back({Code::missing_key, reader.where(), "a user without `role`",
                      "one of viewer, analyst, admin"});
  read.user.role = static_cast<store::Role>(role.value_or(0));
  const auto quota = reader.integer("quota");
  if (quota && (*quota < 0 || *quota > 1'000'000))
    reader.fault(Code::bad_value, "quota", "`quota` is out of its range",
                 "it lies from 0, as the server has it, to 1000000");
  read.user.quota = static_cast<int>(quota.value_or(0));
  read.user.disabled = reader.boolean("disabled").value_or(false);
  read.password =
      name.empty() ? reader.required_text("password") : reader.text("password").value_or("");
  reader.done();
  if (!faults.empty()) {
    sort_faults(faults);
    return faults;
  }
  return read;
}

}  // namespace

/// Nobody (nothing) where a login is needed and the request carries no token that holds.
Result<std::optional<Who>> Api::who_asks(const Call& call) const {
  if (!at_.login) return std::optional(Who{});
  const std::string token = token_of(call);
  if (token.empty()) return std::optional<Who>();
  const auto user = at_.store.bearer(token);
  if (!user) return user.error();
  if (!*user) return std::optional<Who>();
  return std::optional(Who{(*user)->name, (*user)->role});
}

std::optional<Reply> Api::forbidden(const Route& route, const std::optional<Who>& who) {
  if (!at_.login || route.needs == Needs::nothing) return std::nullopt;
  if (!who) {
    Reply reply = problem(401, Code::bad_value, "this server has to know who asks",
                          "sign in, or send a token: `Authorization: Bearer TOKEN`");
    reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply;
  }
  const bool enough = route.needs == Needs::viewer ||
                      (route.needs == Needs::analyst && who->role != store::Role::viewer) ||
                      who->role == store::Role::admin;
  if (!enough)
    return problem(403, Code::bad_value,
                   "`" + who->name + "` is " +
                       (who->role == store::Role::viewer ? "a viewer" : "an analyst") +
                       ", and may not do this",
                   "an admin can give another role");
  const bool reads = route.method == "GET";
  if (!reads && !attempts_.take("change " + who->name, kChanges)) return too_often();
  return std::nullopt;
}

Reply Api::session(const std::optional<Who>& who) const {
  Reply reply = json_reply(std::string("{\"login\":") + (at_.login ? "true" : "false") +
                           ",\"name\":" + json_text(who ? who->name : "") + ",\"role\":" +
                           json_text(who ? role_word(who->role) : std::string_view()) + "}\n");
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

Reply Api::sign_in(const Call& call) {
  const auto document = text::parse_json(call.body, kBody);
  if (!document) return refuse(document.error());
  Faults faults;
  text::TableReader body(document->root, kBody, "a sign-in", faults);
  const std::string name = body.required_text("name");
  const std::string password = body.required_text("password");
  body.done();
  if (!faults.empty()) return refuse(faults);
  // Counted by name, so that nobody's password is guessed; and all together, since each costs 0.2
  // s.
  if (!attempts_.take("sign in " + name, kSignIns) ||
      !attempts_.take("sign in", {.most = 30, .a_second = 2}))
    return too_often();
  const auto user = at_.store.sign_in(name, password);
  if (!user) return refuse(user.error());
  if (!*user)
    return problem(401, Code::bad_value, "name and password do not fit",
                   "an admin can set a new password");
  const auto token = at_.store.grant(name, "session", kSession);
  if (!token) return refuse(token.error());
  Reply reply = session(Who{(*user)->name, (*user)->role});
  reply.headers.emplace_back("Set-Cookie", cookie(*token, kSession, at_.secure));
  return reply;
}

Reply Api::sign_out(const Call& call) {
  if (const std::string token = token_of(call); at_.login && !token.empty()) {
    const auto user = at_.store.bearer(token);
    if (user && *user) {
      const auto ended = at_.store.end_token(token);
      if (!ended.empty()) return refuse(ended);
    }
  }
  Reply reply;
  reply.status = 204;
  reply.headers.emplace_back("Set-Cookie", cookie("", 0, at_.secure));
  return reply;
}

Reply Api::tokens(const Who& who) {
  const auto found = at_.store.tokens(who.name);
  if (!found) return refuse(found.error());
  std::string text = "[";
  for (const store::Token& one : *found)
    text += (text.size() == 1 ? "\n" : ",\n") + ("{\"id\":" + json_text(one.id)) +
            ",\"label\":" + json_text(one.label) + ",\"created\":" + std::to_string(one.created) +
            ",\"expires\":" + std::to_string(one.expires) + "}";
  return json_reply(text + "\n]\n");
}

Reply Api::add_token(const Call& call, const Who& who) {
  const auto document = text::parse_json(call.body, kBody);
  if (!document) return refuse(document.error());
  Faults faults;
  text::TableReader body(document->root, kBody, "a token", faults);
  const std::string label = body.required_text("label");
  const auto days = body.integer("days");
  body.done();
  if (label.size() > kLongestLabel)
    body.fault(Code::bad_value, "label", "`label` is too long", "at most 100 bytes");
  if (days && (*days < 1 || *days > kMostDays))
    body.fault(Code::bad_value, "days", "`days` is out of its range", "it lies from 1 to 366");
  if (!faults.empty()) return refuse(faults);
  if (!at_.login)
    return problem(409, Code::bad_value, "nobody has to sign in here, so nobody has tokens", "");
  const auto token = at_.store.grant(who.name, label, days.value_or(90) * kDay);
  if (!token) return refuse(token.error());
  return json_reply("{\"token\":" + json_text(*token) + "}\n", 201);
}

Reply Api::remove_token(const std::string& id, const Who& who) {
  const auto met = at_.store.revoke(who.name, id, who.name);
  if (!met) return refuse(met.error());
  if (*met == 0)
    return problem(404, Code::unknown_name, "you have no token `" + id + "`",
                   "GET /api/v1/tokens names them");
  Reply reply;
  reply.status = 204;
  return reply;
}

Reply Api::users() {
  const auto found = at_.store.users();
  if (!found) return refuse(found.error());
  std::string text = "[";
  for (const store::User& user : *found)
    text += (text.size() == 1 ? "\n" : ",\n") + user_text(user);
  return json_reply(text + "\n]\n");
}

Reply Api::add_user(const Call& call, const Who& who) {
  const auto read = read_user(call.body, "");
  if (!read) return refuse(read.error());
  const Faults faults = at_.store.add_user(read->user, read->password, who.name);
  if (!faults.empty()) return refuse(faults);
  return json_reply(user_text(read->user) + "\n", 201);
}

Reply Api::set_user(const std::string& name, const Call& call, const Who& who) {
  const auto read = read_user(call.body, name);
  if (!read) return refuse(read.error());
  if (name == who.name && (read->user.disabled || read->user.role != store::Role::admin))
    return problem(409, Code::bad_value, "you would lock yourself out",
                   "ask another admin, or use `entente store set-user`");
  const Faults faults = at_.store.set_user(read->user, read->password, who.name);
  if (!faults.empty()) return refuse(faults);
  return json_reply(user_text(read->user) + "\n");
}

Reply Api::changes() {
  const auto found = at_.store.changes(kMostListed);
  if (!found) return refuse(found.error());
  std::string text = "[";
  for (const store::Change& one : *found)
    text += (text.size() == 1 ? "\n" : ",\n") + ("{\"number\":" + std::to_string(one.number)) +
            ",\"at\":" + std::to_string(one.at) + ",\"user\":" + json_text(one.user) +
            ",\"action\":" + json_text(one.action) + ",\"subject\":" + json_text(one.subject) +
            ",\"detail\":" + json_text(one.detail) + "}";
  return json_reply(text + "\n]\n");
}

}  // namespace entente::server
