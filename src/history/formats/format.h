/// What a published format is: flat cards, one file a format, listed in `all.cpp`.
///
/// Floor 3; part of history. A format has layouts, one a table; the layout of a file is recognised
/// by the names in its header.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace entente::history {

enum class Type { whole, number, text, date };

/// Columns that are read alike. `names` are words; `a|b` is the column called `a` in the database
/// and `a` or `b` in a file (lower case, as all names are compared); `mem1..59` stands for mem1 to
/// mem59, and a cross for a blank inside a name. A column that a file lacks is NULL in every row.
struct ColumnSet {
  std::string_view names = {};
  Type type = Type::whole;
  bool required = false;          ///< A file without it is not of this layout.
  std::string_view missing = {};  ///< Codes beside the empty cell, NA and a full stop.
  double low = 0, high = 0;       ///< Range of a number; low == high means none.
};

/// Columns that make up a day. Month and day may be missing or not be there at all.
struct DayColumns {
  std::string_view year = {}, month = {}, day = {};
};

/// Columns that make up a spell: its end does not lie before its start.
struct SpellColumns {
  DayColumns from = {}, to = {};
};

/// A condition on a row: a column holds this text (as a number where both are numbers).
struct Holds {
  std::string_view column = {}, value = {};
};

/// When an end is only the end of the data. Adds the column `censored` (1 or 0).
struct Censoring {
  std::span<const Holds> when = {};  ///< All of them.
  std::string_view erased = {};      ///< Columns that are codes and no dates then: become NULL.
  std::string_view meaning = {};     ///< What the summary says of it, after the number of rows.
};

/// Rows that are left out and counted: those whose `column` is in `codes` (words), or, with `kept`,
/// those whose column is not.
struct Filter {
  std::string_view column = {};
  std::string_view codes = {};
  bool kept = false;
  std::string_view meaning = {};
};

/// Tells layouts with equal headers apart: the largest value of a column lies in [low, high).
struct Telling {
  std::string_view column = {};
  double low = 0, high = 0;
};

/// A column that is made: `from` + `add`.
struct Made {
  std::string_view name = {}, from = {};
  int add = 0;
};

/// One table.
struct Layout {
  std::string_view table = {};
  std::string_view meaning = {};
  std::span<const ColumnSet> columns = {};
  std::string_view key = {};      ///< Columns that name a row. Never missing, unless `key_gaps`.
  bool key_gaps = false;          ///< Cells of the key may be missing.
  std::string_view version = {};  ///< Of a file that does not say its own.
  /// Versions by the last year of a file that does not say its own: "2012=5.0 2016=6.0".
  std::string_view version_by_year = {};
  /// What the version column of a file means where it is no version number: "2021=6.0".
  std::string_view version_names = {};
  bool kept_by_version = false;  ///< Versions stand side by side in the column `version`.
  std::string_view year = {};    ///< The column of the summary's years.
  std::span<const DayColumns> days = {};
  std::span<const SpellColumns> spells = {};
  std::span<const Censoring> censoring = {};
  std::span<const Filter> filters = {};
  Telling telling = {};
  Made made = {};
  bool repeats_dropped =
      false;  ///< A row like an earlier one in every cell is dropped and counted.
  std::string_view remark = {};  ///< What every summary of this table says.
};

/// A published format.
struct Format {
  std::string_view name = {};
  std::string_view title = {};
  std::string_view citation = {};
  std::string_view terms = {};
  std::span<const Layout> layouts = {};
};

/// All formats, sorted by name.
[[nodiscard]] std::span<const Format* const> formats();

/// The format called `name`, or null.
[[nodiscard]] const Format* find_format(std::string_view name);

/// The format that brings `table`, or null.
[[nodiscard]] const Format* format_of(std::string_view table);

/// What a table holds, in brackets after a blank, or an empty text.
[[nodiscard]] std::string meaning_of(std::string_view table);

/// `entente import atop FILE`: the command that brings a table.
[[nodiscard]] std::string command_for(std::string_view table);

}  // namespace entente::history
