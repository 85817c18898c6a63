/// Faults of the user as values: what is wrong, where, and what to do about it.
///
/// Floor 0. A fault is never thrown: functions collect every fault they find and hand all of them
/// back at once, so that a person mends a file in one round.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Every kind of fault a user can cause. The list is closed: `code_table()` names each one, and a
/// test fails when a code has no document that provokes it.
enum class Code {
  bad_argument,        ///< A flag or argument has a value that cannot be read.
  bad_value,           ///< A value is of the right type but outside its range or list.
  clash,               ///< Two exceptions to one rule can hold together and differ.
  dangling_exception,  ///< An exception names a rule that is not there.
  duplicate,           ///< The same id or label twice.
  empty_file,          ///< A file with nothing in it.
  exception_circle,    ///< Exceptions that override one another in a circle.
  excluded,            ///< Two levers that do not go together.
  missing_key,         ///< A required key is absent.
  no_source,           ///< A figure or rule without a source.
  no_such_date,        ///< A date that does not exist or cannot be read.
  not_alive,           ///< A state named on a day on which it did not exist.
  not_text,            ///< A binary or wrongly encoded file.
  order_of_dates,      ///< A date before one that it must follow.
  overlap,             ///< Two spells of one membership or place overlap.
  predicate,           ///< An area predicate that cannot be read.
  range_missing,       ///< An assumption without the range it may lie in.
  syntax,              ///< A file or event that breaks its grammar.
  too_large,           ///< A file over the limit of 16 MB.
  unknown_area,        ///< A clause that names an area nobody defined.
  unknown_key,         ///< A key that the format does not have.
  unknown_name,        ///< A name (agreement, reading, table, ...) that the library does not hold.
  unknown_place,       ///< A place the library does not hold.
  unknown_state,       ///< A state or actor the library does not hold.
  unknown_verb,        ///< A verb or flag that does not exist.
  unreadable,          ///< A file that cannot be opened.
  unsourced_range,     ///< An assumption whose value lies outside its own range.
  wrong_type,          ///< A value of the wrong type.
};

/// Where a fault stands. `file` is a path or a word such as `event` for the command line; lines and
/// columns count from 1, and 0 means the whole file.
struct Where {
  std::string file;
  int line = 0;
  int column = 0;
};

/// One fault. `message` says what is wrong in one sentence without a full stop; `hint` says what to
/// do, often with the nearest known name, and may be empty.
struct Error {
  Code code;
  Where where;
  std::string message;
  std::string hint;
};

using Faults = std::vector<Error>;

/// Name and one-line meaning of a code, for pages and tests.
struct CodeEntry {
  Code code;
  std::string_view name;
  std::string_view meaning;
};

/// All codes in order of their names.
[[nodiscard]] std::span<const CodeEntry> code_table();

/// The name of `code`, as in `unknown_state`.
[[nodiscard]] std::string_view code_name(Code code);

/// `file:line:column: message [code]`, and the hint on a line of its own; without trailing newline.
[[nodiscard]] std::string to_text(const Error& error);

/// Puts faults in the order of file, line and column, and drops exact repeats.
void sort_faults(Faults& faults);

}  // namespace entente
