/// Takes values out of a section of a scenario file as the table of its fields says.
///
/// Floor 3; uses base, card and text. Part of the reader of scenario files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/scenario_fields.h"
#include "text/reader.h"
#include "world/forces.h"

namespace entente::scenario {

/// Each value is asked for by a key of the section. Faults: `missing_key` (required), `wrong_type`,
/// `bad_value` (outside its range or choices), `no_such_date`, and `unknown_key` for the keys that
/// the section does not have. A number that is there but wrong counts as its least value, so that
/// nothing further is said about it.
class SectionReader {
 public:
  /// `section` names a section of `scenario_sections`. `node`, `file` and `faults` must outlive the
  /// reader. Unknown keys are reported at once.
  SectionReader(std::string_view section, const text::Node& node, std::string_view file,
                Faults& faults);

  /// The same for a section of one's own, which must outlive the reader.
  SectionReader(const ScenarioSection& section, const text::Node& node, std::string_view file,
                Faults& faults);

  [[nodiscard]] std::string text(std::string_view key);  ///< Empty where there is none.
  [[nodiscard]] std::optional<double> number(std::string_view key);
  /// Of a key that is `ranged`. Also `range_missing`, `unsourced_range`.
  [[nodiscard]] std::optional<world::Uncertain> uncertain(std::string_view key);
  [[nodiscard]] std::optional<int> integer(std::string_view key);
  [[nodiscard]] std::optional<bool> boolean(std::string_view key);
  [[nodiscard]] std::optional<Date> date(std::string_view key);
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] const text::Node* raw(std::string_view key) { return reader_.raw(key); }

  /// The number of `node`, called `name` in messages, held against the range of `field`.
  [[nodiscard]] double number(const card::Field& field, std::string_view name,
                              const text::Node& node);

  [[nodiscard]] Where where(std::string_view key) const { return reader_.where(key); }
  /// Of one item of a list.
  [[nodiscard]] Where where(std::string_view key, std::size_t item) const {
    return reader_.where(key, item);
  }
  [[nodiscard]] Where where() const { return reader_.where(); }
  /// Reports a range without both ends, without the value or away from it.
  void check_range(const std::string& key, std::optional<double> value, std::optional<double> low,
                   std::optional<double> high);
  void fault(Code code, std::string_view key, std::string message, std::string hint = "") {
    reader_.fault(code, key, std::move(message), std::move(hint));
  }

 private:
  [[nodiscard]] const card::Field& field(std::string_view key) const;
  bool present(std::string_view key);
  std::optional<double> number(const card::Field& known, std::string_view key);
  bool inside(const card::Field& field, std::string_view name, double value, const Where& where);

  const ScenarioSection& section_;
  std::string_view file_;
  Faults& faults_;
  text::TableReader reader_;
};

}  // namespace entente::scenario
