/// How anything that can be added describes itself: flat data, read by every face.
///
/// Floor 1; uses base. A card has a name, the question it answers, its source, the fields it takes,
/// the tables it returns and the views that suit them. Verbs and flags, routes, forms, schemas and
/// reference pages are made from cards.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace entente::card {

/// What the subject of an analysis is.
enum class Subject {
  none,
  event,
  state,
  agreement,
  scenario,
  study,
  case_,
  year,
  file,
  name,
  patron
};

[[nodiscard]] std::string_view subject_word(Subject subject);

enum class Type { number, integer, text, choice, boolean, date, name_of, file };

/// The type in plain words: "whole number", "yes or no", ...
[[nodiscard]] std::string_view type_word(Type type);

/// One thing a card takes: a flag, a form field, a column of a scenario.
struct Field {
  std::string_view name = {};  ///< snake_case; dashes on the command line.
  Type type = Type::text;
  std::string_view unit = {};      ///< Empty for none.
  std::string_view help = {};      ///< One sentence.
  std::string_view source = {};    ///< Where the default or the choices come from; may be empty.
  std::string_view fallback = {};  ///< The default as text; empty for none.
  std::span<const std::string_view> choices = {};  ///< Of a choice.
  std::string_view of = {};  ///< Of a name: "state", "agreement", "place", ...
  double low = 0, high = 0;  ///< Range of a number; low == high means none.
  bool repeated = false;     ///< May be given several times.
  bool required = false;
};

/// A column of a table of a record.
struct Column {
  std::string_view name = {};
  std::string_view unit = {};
  std::string_view help = {};
};

/// A table that a card promises to return.
struct TableSpec {
  std::string_view name = {};
  std::string_view help = {};
  std::span<const Column> columns = {};
};

enum class Mark { table, folded, leading, counted, bars, lines, map, network };

/// A way to show a table. `folded` shows rows that differ only in column `x` as one row that lists
/// its values; `leading` only the rows with the first row's value in column `x`; `counted` only how
/// many rows there are.
struct View {
  Mark mark = Mark::table;
  std::string_view table = {};
  std::string_view x = {};
  std::string_view y = {};
  std::size_t most =
      0;  ///< Rows that a terminal shows before it says how many more there are; 0: all.
};

/// A card. All texts have static storage.
struct Card {
  std::string_view name = {};      ///< snake_case, the word used everywhere.
  std::string_view question = {};  ///< One sentence ending in a question mark.
  std::string_view source = {};    ///< Publication or document the method comes from.
  Subject subject = Subject::none;
  std::string_view subject_name = {};  ///< What it is called; empty: as its kind.
  bool subject_optional = false;
  std::string_view subject_help = {};  ///< An example of a subject, for usage lines.
  /// The analysis names its scenarios itself: it is handed the library as it stands, with nothing
  /// left out, and takes no flag `scenario`.
  bool applies_scenarios = false;
  bool checkpoints = false;  ///< Keeps what is done in the file that `Run::checkpoint` names.
  /// A second word after the subject names the scenario, as the flag does: PATRON [SCENARIO].
  bool scenario_follows = false;
  std::span<const Field> fields = {};
  std::span<const TableSpec> tables = {};
  std::span<const View> views = {};
};

/// What the subject of a card is called in usage lines, messages and params: "state", "a".
[[nodiscard]] std::string_view subject_name(const Card& card);

}  // namespace entente::card
