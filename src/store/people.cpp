/// Users, their tokens, and the log of changes.
#include "base/hash.h"
#include "base/name.h"
#include "store/database.h"
#include "store/secrets.h"

namespace entente::store {
namespace {

constexpr std::string_view kRoles[] = {"viewer", "analyst", "admin"};
constexpr std::size_t kShortest = 12;
constexpr std::size_t kLongest = 1024;
constexpr std::size_t kIdDigits = 16;

User user_of(const Row& row) {
  return {.name = row[0],
          .role = role_of(row[1]).value_or(Role::viewer),
          .quota = static_cast<int>(number_of(row[2])),
          .disabled = row[3] != "0"};
}

std::optional<User> find_user(Session& session, const std::string& name) {
  const auto rows =
      session.ask("select name, role, quota, disabled from users where name = :a", 1 + 3, {name});
  if (rows.empty()) return std::nullopt;
  return user_of(rows[0]);
}

Error no_user(Session& session, const std::string& name) {
  std::vector<std::string> known;
  for (const Row& row : session.ask("select name from users order by name", 1))
    known.push_back(row[0]);
  return {Code::unknown_name,
          {"user", 0, 0},
          "there is no user `" + name + "`",
          did_you_mean(name, known)};
}

/// Faults of a password that is to be set.
Faults weak(std::string_view password) {
  if (password.size() >= kShortest && password.size() <= kLongest) return {};
  return {{Code::bad_value,
           {"password", 0, 0},
           "a password has at least " + std::to_string(kShortest) + " characters" +
               (password.size() > kLongest ? " and at most " + std::to_string(kLongest) : ""),
           "a few words in a row are easy to keep in mind"}};
}

}  // namespace

std::string_view role_word(Role role) { return kRoles[static_cast<std::size_t>(role)]; }

std::optional<Role> role_of(std::string_view word) {
  for (std::size_t i = 0; i < std::size(kRoles); ++i)
    if (kRoles[i] == word) return static_cast<Role>(i);
  return std::nullopt;
}

Faults Store::add_user(const User& user, std::string_view password, std::string_view by) {
  if (!is_slug(user.name))
    return {{Code::bad_value,
             {"user", 0, 0},
             "`" + user.name + "` is no name for a user",
             "lower-case letters, digits and single underscores"}};
  if (Faults faults = weak(password); !faults.empty()) return faults;
  const std::string hash = password_hash(password);
  return database_->transact([&](Session& session) -> Faults {
    if (find_user(session, user.name))
      return {{Code::duplicate,
               {"user", 0, 0},
               "there is a user `" + user.name + "` already",
               "choose another name, or change that one"}};
    session.change(
        "insert into users (name, role, password, quota, disabled, created) values (:a, :b, :c, "
        "cast(:d as bigint), cast(:e as bigint), cast(:f as bigint))",
        {user.name, std::string(role_word(user.role)), hash, value_of(user.quota),
         user.disabled ? "1" : "0", value_of(session.now())});
    session.note(by, "user.add", user.name, role_word(user.role));
    return {};
  });
}

Faults Store::set_user(const User& user, std::string_view password, std::string_view by) {
  std::string hash;
  if (!password.empty()) {
    if (Faults faults = weak(password); !faults.empty()) return faults;
    hash = password_hash(password);
  }
  return database_->transact([&](Session& session) -> Faults {
    if (!find_user(session, user.name)) return {no_user(session, user.name)};
    session.change(
        "update users set role = :a, quota = cast(:b as bigint), disabled = cast(:c as bigint) "
        "where name = :d",
        {std::string(role_word(user.role)), value_of(user.quota), user.disabled ? "1" : "0",
         user.name});
    if (!hash.empty())
      session.change("update users set password = :a where name = :b", {hash, user.name});
    session.change("delete from tokens where owner = :a", {user.name});
    session.note(by, "user.set", user.name,
                 std::string(role_word(user.role)) + (user.disabled ? ", disabled" : "") +
                     (hash.empty() ? "" : ", password"));
    return {};
  });
}

Result<std::vector<User>> Store::users() {
  std::vector<User> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.clear();
    for (const Row& row :
         session.ask("select name, role, quota, disabled from users order by name", 4))
      found.push_back(user_of(row));
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

Result<std::optional<User>> Store::sign_in(std::string_view name, std::string_view password) {
  std::optional<User> user;
  std::string hash;
  Faults faults = database_->read([&](Session& session) -> Faults {
    user = find_user(session, std::string(name));
    const auto rows =
        session.ask("select password from users where name = :a", 1, {std::string(name)});
    hash = rows.empty() ? std::string() : rows[0][0];
    return {};
  });
  if (!faults.empty()) return faults;
  const bool known = fits(password.substr(0, kLongest + 1), hash);
  if (!known || !user || user->disabled) user.reset();
  return user;
}

Result<std::string> Store::grant(std::string_view user, std::string_view label,
                                 Milliseconds lasts) {
  const std::string token = new_token();
  Faults faults = database_->transact([&](Session& session) -> Faults {
    if (!find_user(session, std::string(user))) return {no_user(session, std::string(user))};
    const Milliseconds now = session.now();
    session.change("delete from tokens where expires < cast(:a as bigint)", {value_of(now)});
    session.change(
        "insert into tokens (hash, owner, label, created, expires) values (:a, :b, :c, cast(:d as "
        "bigint), cast(:e as bigint))",
        {sha256(token), std::string(user), std::string(label), value_of(now),
         value_of(now + lasts)});
    session.note(user, "token.add", sha256(token).substr(0, kIdDigits), label);
    return {};
  });
  if (!faults.empty()) return faults;
  return token;
}

Result<std::optional<User>> Store::bearer(std::string_view token) {
  std::optional<User> user;
  Faults faults = database_->read([&](Session& session) -> Faults {
    user.reset();
    const auto rows = session.ask(
        "select u.name, u.role, u.quota, u.disabled from tokens t join users u on u.name = t.owner "
        "where t.hash = :a and t.expires >= cast(:b as bigint) and u.disabled = 0",
        4, {sha256(token), value_of(session.now())});
    if (!rows.empty()) user = user_of(rows[0]);
    return {};
  });
  if (!faults.empty()) return faults;
  return user;
}

Result<std::vector<Token>> Store::tokens(std::string_view user) {
  std::vector<Token> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.clear();
    for (const Row& row : session.ask(
             "select hash, owner, label, created, expires from tokens where owner = :a and expires "
             ">= cast(:b as bigint) order by created, hash",
             5, {std::string(user), value_of(session.now())}))
      found.push_back({.id = row[0].substr(0, kIdDigits),
                       .user = row[1],
                       .label = row[2],
                       .created = number_of(row[3]),
                       .expires = number_of(row[4])});
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

Result<std::int64_t> Store::revoke(std::string_view user, std::string_view id,
                                   std::string_view by) {
  std::int64_t met = 0;
  Faults faults = database_->transact([&](Session& session) -> Faults {
    met = id.empty()
              ? session.change("delete from tokens where owner = :a", {std::string(user)})
              : session.change("delete from tokens where owner = :a and substr(hash, 1, 16) = :b",
                               {std::string(user), std::string(id)});
    if (met > 0) session.note(by, "token.revoke", user, id.empty() ? "all" : id);
    return {};
  });
  if (!faults.empty()) return faults;
  return met;
}

Faults Store::end_token(std::string_view token) {
  return database_->transact([&](Session& session) -> Faults {
    session.change("delete from tokens where hash = :a", {sha256(token)});
    return {};
  });
}

Result<std::vector<Change>> Store::changes(std::size_t most) {
  std::vector<Change> found;
  Faults faults = database_->read([&](Session& session) -> Faults {
    found.clear();
    for (const Row& row : session.ask(
             "select number, at, who, action, subject, detail from changes order by number desc "
             "limit " +
                 std::to_string(most),
             6))
      found.push_back({.number = number_of(row[0]),
                       .at = number_of(row[1]),
                       .user = row[2],
                       .action = row[3],
                       .subject = row[4],
                       .detail = row[5]});
    return {};
  });
  if (!faults.empty()) return faults;
  return found;
}

}  // namespace entente::store
