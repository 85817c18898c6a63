#include "history/sqlite.h"

#include <sqlite3.h>

namespace entente::history {
namespace {

std::string doubled(std::string_view text, char mark) {
  std::string out(1, mark);
  for (const char c : text) out += c == mark ? std::string(2, c) : std::string(1, c);
  return out + mark;
}

}  // namespace

// Double quotes would make a text of a name that no column has.
std::string sql_name(std::string_view name) { return doubled(name, '`'); }
std::string sql_text(std::string_view text) { return doubled(text, '\''); }

Connection& Connection::operator=(Connection&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

Connection::~Connection() { sqlite3_close(handle_); }

bool Connection::open(const std::string& path, int flags) {
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) return false;
  // Another run may be writing: it is waited for, not for ever.
  constexpr int kMilliseconds = 5000;
  return sqlite3_busy_timeout(handle_, kMilliseconds) == SQLITE_OK;
}

bool Connection::run(const std::string& sql) {
  return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::optional<std::int64_t> Connection::whole(const std::string& sql) {
  Statement statement(*this, sql);
  if (!statement || statement.step() != SQLITE_ROW) return std::nullopt;
  return statement.whole(0);
}

std::string Connection::text(const std::string& sql) {
  Statement statement(*this, sql);
  if (!statement || statement.step() != SQLITE_ROW) return "";
  return statement.text(0);
}

std::string Connection::message() const { return sqlite3_errmsg(handle_); }

Statement::Statement(const Connection& connection, const std::string& sql) {
  sqlite3_prepare_v2(connection.handle(), sql.c_str(), static_cast<int>(sql.size()), &handle_,
                     nullptr);
}

Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::bind(int at, std::int64_t whole) { sqlite3_bind_int64(handle_, at, whole); }
void Statement::bind(int at, double number) { sqlite3_bind_double(handle_, at, number); }
void Statement::bind(int at, std::string_view text) {
  // A null pointer would bind NULL; an empty text is a text.
  sqlite3_bind_text(handle_, at, text.data() == nullptr ? "" : text.data(),
                    static_cast<int>(text.size()), SQLITE_STATIC);
}
void Statement::bind_null(int at) { sqlite3_bind_null(handle_, at); }

int Statement::step() { return sqlite3_step(handle_); }
void Statement::reset() { sqlite3_reset(handle_); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}
std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(handle_, column); }
double Statement::number(int column) const { return sqlite3_column_double(handle_, column); }
std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  if (text == nullptr) return "";
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}
std::string Statement::declared(int column) const {
  const char* text = sqlite3_column_decltype(handle_, column);
  return text == nullptr ? "" : text;
}

}  // namespace entente::history
