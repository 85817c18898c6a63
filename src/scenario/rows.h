/// Rows of a library table, read by column with every fault in its place.
///
/// Floor 3; uses base, text and world. Part of the loader.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/csv.h"
#include "world/world.h"

namespace entente::scenario {

/// Reads a table and checks that it has exactly `columns`, in any order. Faults: those of
/// `parse_csv`, `missing_key`, `unknown_key`. Nothing where the rows cannot be read.
[[nodiscard]] std::optional<text::Csv> open_table(std::string_view bytes, std::string_view file,
                                                  std::span<const std::string_view> columns,
                                                  Faults& faults);

/// One row of a table. Columns that are asked for must be those of the table.
class Row {
 public:
  Row(const text::Csv& table, const std::vector<text::Cell>& cells, Faults& faults)
      : table_(table), cells_(cells), faults_(faults) {}

  [[nodiscard]] const std::string& text(std::string_view column) const;
  [[nodiscard]] Where where(std::string_view column) const;
  void fault(Code code, std::string_view column, std::string message, std::string hint = "");

  /// The text, which must not be empty (`missing_key`).
  const std::string& required(std::string_view column);
  /// A required slug (`bad_value`).
  const std::string& slug(std::string_view column);
  /// A slug that may be empty.
  const std::string& word(std::string_view column);
  /// A number, or nothing where the cell is empty; `wrong_type` where it is no finite number.
  std::optional<double> number(std::string_view column);
  /// A required number within the range (`bad_value`).
  double number_within(std::string_view column, double low, double high);
  /// One of `choices` (`bad_value` with the nearest).
  const std::string& choice(std::string_view column, std::span<const std::string_view> choices);
  /// `yes` or `no`; an empty cell is `no`.
  bool yes(std::string_view column);
  /// Items between semicolons, without outer blanks.
  [[nodiscard]] std::vector<std::string> list(std::string_view column) const;
  /// Columns `from` and `to`; empty is open. Faults: `no_such_date`, `order_of_dates`.
  Spell spell();
  /// Columns `source`, `confidence` and `note` (where there is one). Faults: `no_source`,
  /// `bad_value`.
  world::Sourced sourced();
  /// Reports `unsourced_range` where the value lies outside [low, high], or `bad_value` where the
  /// range is upside down.
  void check_range(double value, double low, double high);

 private:
  Date date(std::string_view column, Date open);

  const text::Csv& table_;
  const std::vector<text::Cell>& cells_;
  Faults& faults_;
};

/// Ids seen so far; reports a repeated one (`duplicate`).
class Seen {
 public:
  /// True where `id` is new.
  bool add(const std::string& id, std::string_view column, Row& row, std::string_view what);

 private:
  std::set<std::string, std::less<>> ids_;
};

}  // namespace entente::scenario
