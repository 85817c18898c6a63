#include "studies/experiments/gauge.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "base/name.h"
#include "scenario/toml_text.h"

namespace entente::studies {
namespace {

using card::Table;
using card::Value;

std::string word(const Value& value) {
  if (const auto* one = std::get_if<std::string>(&value)) return *one;
  if (const auto* one = std::get_if<bool>(&value)) return *one ? "true" : "false";
  if (const auto* one = std::get_if<std::int64_t>(&value)) return std::to_string(*one);
  if (const auto* one = std::get_if<double>(&value)) return scenario::number_text(*one);
  return "";
}

std::optional<double> number(const Value& value) {
  if (const auto* one = std::get_if<double>(&value)) return *one;
  if (const auto* one = std::get_if<std::int64_t>(&value)) return static_cast<double>(*one);
  if (const auto* one = std::get_if<bool>(&value)) return *one ? 1 : 0;
  return std::nullopt;
}

class Taking {
 public:
  Taking(const Table& table, const ExploreMeasure& measure) : t_(table), m_(measure) {}

  Result<double> run() {
    const auto column = find(m_.column, m_.column_where);
    if (!column) return column.error();
    for (const auto& [key, text] : m_.rows) {
      const auto at = find(key, m_.rows_where);
      if (!at) return at.error();
      keys_.emplace_back(*at, text);
    }
    std::vector<double> found;
    for (std::size_t row = 0; row < t_.size(); ++row) {
      if (!fits(row)) continue;
      ++rows_;
      const Value value = t_.cell(row, *column);
      if (std::holds_alternative<std::string>(value) && m_.aggregate != "count")
        return Error{Code::wrong_type, m_.column_where,
                     "`" + m_.column + "` of `" + m_.table + "` holds texts, not numbers",
                     "`entente describe " + m_.analysis + "` lists the columns with their units"};
      if (const auto one = number(value); one && std::isfinite(*one)) found.push_back(*one);
    }
    return made_of(found);
  }

 private:
  Result<std::size_t> find(const std::string& name, const Where& where) const {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < t_.columns.size(); ++i) {
      if (t_.columns[i].name == name) return i;
      known.push_back(t_.columns[i].name);
    }
    return Error{
        Code::unknown_name, where,
        "the table `" + m_.table + "` of `" + m_.analysis + "` has no column `" + name + "`",
        did_you_mean(name, known)};
  }

  [[nodiscard]] bool fits(std::size_t row) const {
    return std::ranges::all_of(
        keys_, [&](const auto& key) { return word(t_.cell(row, key.first)) == key.second; });
  }

  Error no_row() const {
    std::string hint = "the table is empty";
    for (const auto& [column, text] : keys_) {
      std::set<std::string> known;
      for (std::size_t row = 0; row < t_.size(); ++row) known.insert(word(t_.cell(row, column)));
      if (known.empty() || known.contains(text)) continue;
      const std::vector<std::string> list(known.begin(), known.end());
      hint = did_you_mean(text, list);
      if (hint.empty())
        hint = "`" + t_.columns[column].name + "` is one of " +
               join({list.begin(), list.begin() + static_cast<std::ptrdiff_t>(
                                                      std::min<std::size_t>(list.size(), 8))},
                    ", ");
      break;
    }
    return {Code::unknown_name, m_.rows_where,
            "the table `" + m_.table + "` of `" + m_.analysis + "` has no row for the measure `" +
                m_.id + "`",
            hint};
  }

  Result<double> made_of(const std::vector<double>& found) const {
    if (m_.aggregate == "count") return static_cast<double>(rows_);
    if (rows_ == 0 && m_.aggregate != "sum") return no_row();
    if (m_.aggregate.empty() && rows_ > 1)
      return Error{Code::bad_value, m_.rows_where,
                   "the measure `" + m_.id + "` reads " + std::to_string(rows_) + " rows",
                   "narrow `rows`, or write `aggregate`: sum, mean, least, most, ..."};
    double sum = 0;
    for (const double one : found) sum += one;
    if (m_.aggregate == "sum") return sum;
    if (found.empty())
      return Error{
          Code::bad_value, m_.column_where,
          "`" + m_.column + "` of `" + m_.table + "` is empty for the measure `" + m_.id + "`",
          "what is empty cannot be explored: choose another column"};
    if (m_.aggregate == "mean") return sum / static_cast<double>(found.size());
    if (m_.aggregate == "least") return *std::ranges::min_element(found);
    if (m_.aggregate == "most") return *std::ranges::max_element(found);
    return m_.aggregate == "last" ? found.back() : found.front();
  }

  const Table& t_;
  const ExploreMeasure& m_;
  std::vector<std::pair<std::size_t, std::string>> keys_;
  std::size_t rows_ = 0;
};

}  // namespace

std::optional<double> Gauge::bound() const {
  if (measure.at_most) return loss(*measure.at_most);
  if (measure.at_least) return loss(*measure.at_least);
  return std::nullopt;
}

Result<double> read_gauge(const card::Record& record, const Gauge& gauge) {
  const ExploreMeasure& m = gauge.measure;
  if (const Table* table = record.find(m.table)) return Taking(*table, m).run();
  std::vector<std::string> known;
  for (const Table& one : record.tables) known.push_back(one.name);
  return Error{Code::unknown_name, m.table_where,
               "`" + m.analysis + "` has no table `" + m.table + "`", did_you_mean(m.table, known)};
}

}  // namespace entente::studies
