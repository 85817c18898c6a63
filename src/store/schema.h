/// The tables of a store, as steps from the oldest to today's.
///
/// Part of store.
#pragma once

#include <span>
#include <string_view>

#include "store/database.h"

namespace entente::store {

/// What one step does: statements, in order. Steps that were released are never edited.
[[nodiscard]] std::span<const std::span<const std::string_view>> steps();

/// Brings the tables up to date, all or nothing. Errors: `bad_value` where they are of a newer
/// program, `unreadable`.
[[nodiscard]] Faults bring_up_to_date(Database& database);

/// A table with its columns, in the order in which backups hold them.
struct Table {
  std::string_view name;
  std::string_view columns;  ///< With commas between.
  std::string_view key;      ///< By which its rows are sorted.
  std::string_view numbers;  ///< Those of the columns that are whole numbers.
};

/// All tables but the one that knows the schema.
[[nodiscard]] std::span<const Table> tables();

}  // namespace entente::store
