/// A connection and a statement of SQLite as values.
///
/// Floor 3; part of history, private to the room: only its sources include it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace entente::history {

/// A name as SQL takes it, whatever it holds.
[[nodiscard]] std::string sql_name(std::string_view name);

/// A text as SQL takes it.
[[nodiscard]] std::string sql_text(std::string_view text);

class Connection {
 public:
  Connection() = default;
  Connection(Connection&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Connection& operator=(Connection&& other) noexcept;
  ~Connection();

  [[nodiscard]] bool open(const std::string& path, int flags);
  [[nodiscard]] bool run(const std::string& sql);
  /// The first cell of the first row, or nothing where the statement fails or has no rows.
  [[nodiscard]] std::optional<std::int64_t> whole(const std::string& sql);
  [[nodiscard]] std::string text(const std::string& sql);
  [[nodiscard]] std::string message() const;
  [[nodiscard]] sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

/// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement() = default;
  Statement(const Connection& connection, const std::string& sql);
  Statement(Statement&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Statement& operator=(Statement&& other) noexcept;
  ~Statement();

  explicit operator bool() const { return handle_ != nullptr; }

  void bind(int at, std::int64_t whole);
  void bind(int at, double number);
  void bind(int at, std::string_view text);  ///< `text` must live until `step`.
  void bind_null(int at);

  [[nodiscard]] int step();  ///< SQLITE_ROW, SQLITE_DONE or a fault.
  void reset();

  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t whole(int column) const;
  [[nodiscard]] double number(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string declared(int column) const;

 private:
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace entente::history
