/// The result of any analysis: one sentence, tables, and what it rests on.
///
/// Floor 1; uses base. Text, CSV, JSON, Markdown and HTML are views of a record. Two runs with the
/// same inputs give the same record but for `timing`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "card/card.h"
#include "card/packed.h"

namespace entente::card {

/// A cell: nothing, yes or no, a whole number, a number, or a text.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

struct RecordColumn {
  std::string name;
  std::string unit;
  std::string help;
};

/// A table of a record. Every row has one value a column. A table of many rows is packed by column;
/// whoever reads any table reads `size()` and `cell()`.
struct Table {
  std::string name;
  std::vector<RecordColumn> columns;
  std::vector<std::vector<Value>> rows;  ///< Empty in a packed table.
  std::vector<Packed> packed = {};       ///< One a column, equally long; or none at all.

  /// Appends a row. REQUIRES: as many values as columns, and a table that is not packed.
  void row(std::vector<Value> values);

  /// Takes whole columns. REQUIRES: one a column of the table, equally long, and no rows.
  void pack(std::vector<Packed> cells);

  [[nodiscard]] std::size_t size() const;

  /// The value of a cell, packed or not. REQUIRES: both in range. O(1) and the length of a text.
  [[nodiscard]] Value cell(std::size_t row, std::size_t column) const;

  /// The first rows of a table, not packed: for people.
  [[nodiscard]] Table first(std::size_t most) const;
};

/// What a record rests on. Nothing here depends on the machine, the path or the clock.
struct Provenance {
  std::string version;
  std::uint64_t seed = 1;
  std::int64_t draws = 0;
  std::string library;              ///< Hash of the library of facts.
  std::vector<std::string> inputs;  ///< Names and hashes of further files.
  std::string command;              ///< The exact command that reproduces the record.
  std::string citation;
};

/// A parameter as it was understood: a value, a list of texts, or a named group of such.
struct Param;
using Params = std::vector<std::pair<std::string, Param>>;
struct Param {
  using Held = std::variant<Value, std::vector<std::string>, Params>;

  // Defined out of line: clang 14 cannot make them here, where Param is part of its own type.
  Param();
  Param(Held value);  // NOLINT: implicit on purpose

  Held held;
};

struct Record {
  std::string analysis;
  std::string question;
  std::string finding;
  std::string scenario_name;
  std::string scenario_hash;
  Params params;
  std::vector<Table> tables;
  std::vector<std::string> notices;  ///< Readings used, names resolved, remarks; in order.
  bool exact = true;
  bool partial = false;  ///< Stopped before its end: what there was by then.
  bool holds = true;     ///< False where something that was to be reproduced does not come out.
  Provenance provenance;
  double wall_s = 0;  ///< The only member that may differ between equal runs.

  /// Adds an empty table with the columns of `spec`. The reference is good until the next call.
  Table& table(const TableSpec& spec);
  [[nodiscard]] const Table* find(std::string_view name) const;
};

/// Arguments of an analysis as a face collected them: field name to texts, in the order given.
using Arguments = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The last text given for `name`, or an empty text.
[[nodiscard]] std::string argument(const Arguments& arguments, std::string_view name);

}  // namespace entente::card
