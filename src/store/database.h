/// Connections and transactions, over SQLite or PostgreSQL.
///
/// Part of store. Statements are the same for both: names of values as `:a, :b, ...`, each used
/// once, casts as `cast(x as t)`. Every value goes in and comes out as a text; null as an empty
/// one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace entente::store {

using Row = std::vector<std::string>;

/// Values of a statement, in the order of their names in it.
using Values = std::vector<std::string>;

/// One connection inside a transaction. Its calls throw what `Database` catches.
class Session {
 public:
  virtual ~Session() = default;

  /// The rows of a question with so many columns.
  virtual std::vector<Row> ask(const std::string& sql, std::size_t columns,
                               const Values& values = {}) = 0;
  /// How many rows a change met.
  virtual std::int64_t change(const std::string& sql, const Values& values = {}) = 0;
  virtual Milliseconds now() = 0;
  [[nodiscard]] virtual bool is_postgres() const = 0;

  /// Adds a line to the log of changes.
  void note(std::string_view user, std::string_view action, std::string_view subject,
            std::string_view detail = {});
  /// The next number of a counter, from 1.
  std::int64_t next(const std::string& counter);
};

class Database {
 public:
  virtual ~Database() = default;

  /// What one transaction does. Faults undo it.
  using Work = std::function<Faults(Session&)>;

  /// Carries out a transaction; again where the database asks for that. `work` may be called more
  /// than once. Errors: those of `work`, `unreadable`.
  [[nodiscard]] virtual Faults transact(const Work& work) = 0;
  /// Reads as of one moment.
  [[nodiscard]] virtual Faults read(const Work& work) = 0;
  [[nodiscard]] virtual const std::string& name() const = 0;  ///< As it may be shown.
};

/// Opens what a URL names. Errors: `unreadable`.
[[nodiscard]] Result<std::shared_ptr<Database>> connect(const std::string& url,
                                                        const Settings& settings);

/// A number as a value; a value as a number (0 where it is none).
[[nodiscard]] std::string value_of(std::int64_t number);
[[nodiscard]] std::int64_t number_of(const std::string& value);

}  // namespace entente::store
