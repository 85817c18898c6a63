/// What a scenario file may hold, as one table: the reader's keys and ranges, the page of
/// `describe scenario` and the JSON Schema for editors are all made from it.
///
/// Floor 3; uses card.
#pragma once

#include <span>
#include <string_view>

#include "card/card.h"

namespace entente::scenario {

/// How the value of a key is built from its type.
enum class Shape {
  one,      ///< A single value.
  ranged,   ///< A number; NAME_low and NAME_high beside it make it an assumption with a range.
  list,     ///< A list of values, or a single one.
  sets,     ///< A list of lists of names.
  range,    ///< [low, high].
  amounts,  ///< A table of units by element.
  rows      ///< A list of tables, described by the section that `field.of` names.
};

/// One key. Of a section of free keys the name stands in capitals for any of them.
struct ScenarioKey {
  card::Field field;
  Shape shape = Shape::one;
};

/// How a section is written.
enum class Form {
  table,   ///< `[name]`, once.
  tables,  ///< `[[name]]`, as often as needed.
  rows     ///< Tables in a list under a key of another section.
};

struct ScenarioSection {
  std::string_view name;
  Form form = Form::table;
  std::string_view what;  ///< In messages: "a pool".
  std::string_view help;  ///< One sentence.
  std::span<const ScenarioKey> keys;
  bool free = false;  ///< Keys are names: of elements, readings, assumptions.
  bool open = false;  ///< Further keys are accepted and not read.
};

/// All sections in the order in which they are written back.
[[nodiscard]] std::span<const ScenarioSection> scenario_sections();

/// The section of this name. REQUIRES: there is one.
[[nodiscard]] const ScenarioSection& scenario_section(std::string_view name);

/// As in the file: `[scenario]`, `[[pool]]`, `{ amount }`.
[[nodiscard]] constexpr std::string_view opening(Form form) {
  return form == Form::table ? "[" : form == Form::tables ? "[[" : "{ ";
}
[[nodiscard]] constexpr std::string_view closing(Form form) {
  return form == Form::table ? "]" : form == Form::tables ? "]]" : " }";
}

}  // namespace entente::scenario
