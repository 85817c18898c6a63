/// Takes values out of a parsed table, collecting every fault on the way.
///
/// Floor 1; uses base. A reader is made for one table, asked for each key the format knows, and
/// closed with `done()`, which reports the keys nobody asked for with the nearest known one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/node.h"

namespace entente::text {

class TableReader {
 public:
  /// `what` names the table in messages: "an agreement", "article art5". `file`, `table` and
  /// `faults` must outlive the reader. A `table` that is no table is reported at once.
  TableReader(const Node& table, std::string_view file, std::string what, Faults& faults);

  /// Each `required_*` reports `missing_key` and returns a default when the key is absent; each
  /// reports `wrong_type` when the value is of another kind.
  [[nodiscard]] std::string required_text(std::string_view key);
  [[nodiscard]] Date required_date(std::string_view key);
  [[nodiscard]] double required_number(std::string_view key);

  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::optional<Date> date(std::string_view key);  ///< `no_such_date` for a bad text.
  [[nodiscard]] std::optional<double> number(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key);
  [[nodiscard]] std::optional<bool> boolean(std::string_view key);

  /// A text or an array of texts, as a list; empty when absent.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);

  /// The items of an array of tables (`[[key]]`), or the single table; empty when absent.
  [[nodiscard]] std::vector<const Node*> tables(std::string_view key);

  /// The table under `key`, or null.
  [[nodiscard]] const Node* table(std::string_view key);

  /// The raw value under `key`, marked as known; null when absent.
  [[nodiscard]] const Node* raw(std::string_view key);

  /// The index of the text under `key` in `choices`; reports `bad_value` with the nearest choice.
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view key,
                                                  std::span<const std::string_view> choices);

  /// Where the value of `key` stands, or the table itself when there is none.
  [[nodiscard]] Where where(std::string_view key) const;
  [[nodiscard]] Where where() const;

  /// Where item number `item` of the list under `key` stands; the value itself where it is no list.
  [[nodiscard]] Where where(std::string_view key, std::size_t item) const;

  /// Adds a fault at the value of `key`.
  void fault(Code code, std::string_view key, std::string message, std::string hint = "");

  /// Reports every key nobody asked for (`unknown_key`).
  void done();

 private:
  const Node* get(std::string_view key, Kind kind);

  const Node& table_;
  std::string file_;
  std::string what_;
  Faults& faults_;
  std::vector<std::string> known_;
};

}  // namespace entente::text
