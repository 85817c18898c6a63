/// Rows of tables whose numbers carry a range, a status, a source and a confidence.
///
/// Floor 3; uses base, text and world. Part of the loader; shared by the tables of forces and of
/// munitions.
#pragma once

#include <initializer_list>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/rows.h"

namespace entente::scenario {

/// For numbers that need only not be negative.
inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

/// Names of one kind, for look-ups and hints.
class KnownNames {
 public:
  /// `what` is the word of messages: "state", "element"; `symbols` must outlive this.
  KnownNames(std::string_view what, std::vector<std::string> known, Symbols& symbols);

  /// The symbol of a required cell, reported where nothing has that name: `unknown_state` for
  /// states, else `unknown_name`.
  Symbol required(std::string_view column, Row& row);
  /// The same for a cell that may be empty.
  Symbol optional(std::string_view column, Row& row);
  /// The same for a name that stands in a cell among others.
  Symbol named(const std::string& name, std::string_view column, Row& row);

 private:
  std::string_view what_;
  std::vector<std::string> known_;
  std::set<std::string, std::less<>> set_;
  Symbols& symbols_;
};

[[nodiscard]] KnownNames known_states(world::World& world);
/// States, and groups whose members hold or supply together.
[[nodiscard]] KnownNames known_holders(world::World& world);

/// Columns of a number and of its range.
struct RangeColumns {
  std::string_view value, low, high;
};

/// One row: numbers with their status, source and confidence.
class FactRow : public Row {
 public:
  FactRow(const text::Csv& table, const std::vector<text::Cell>& cells, Faults& faults)
      : Row(table, cells, faults), found_(faults) {}

  /// Reads the columns that every table has. To be called once, before `uncertain`.
  void read_source();

  [[nodiscard]] const std::string& source() const { return sourced_.source; }
  [[nodiscard]] const world::Sourced& all_of_source() const { return sourced_; }

  /// A number in [0, most] with its range. Faults: `missing_key`, `wrong_type`, `bad_value` (out of
  /// [0, most], or a range upside down), `range_missing`, `unsourced_range`.
  world::Uncertain uncertain(const RangeColumns& columns, double most);

  /// Column `year`, from 1 to 9999; 0 where it is none.
  int year();

  /// A whole number of days from the first.
  int day(std::string_view column);

  /// Reports a second row of the same key, which is the text of `columns`.
  void once(std::initializer_list<std::string_view> columns, Seen& seen, std::string_view rows);

 private:
  void check_limits(std::string_view column, double value, double most);

  static constexpr int kLastDay = 3650;  // The longest horizon of a plan.

  Faults& found_;
  std::string status_;
  world::Sourced sourced_;
};

}  // namespace entente::scenario
