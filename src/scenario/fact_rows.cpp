#include "scenario/fact_rows.h"

#include <cmath>
#include <utility>

#include "base/name.h"

namespace entente::scenario {
namespace {

using world::Uncertain;

constexpr std::string_view kStatus[] = {"published", "derived", "assumption"};

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

std::vector<std::string> codes(const world::World& world) {
  std::vector<std::string> known;
  for (const world::State& state : world.states) known.push_back(world.symbols.name(state.id));
  return known;
}

}  // namespace

KnownNames::KnownNames(std::string_view what, std::vector<std::string> known, Symbols& symbols)
    : what_(what), known_(std::move(known)), symbols_(symbols) {
  for (const std::string& name : known_) set_.insert(name);
}

Symbol KnownNames::required(std::string_view column, Row& row) {
  return row.required(column).empty() ? Symbol{} : optional(column, row);
}

Symbol KnownNames::optional(std::string_view column, Row& row) {
  const std::string& name = row.text(column);
  return name.empty() ? Symbol{} : named(name, column, row);
}

Symbol KnownNames::named(const std::string& name, std::string_view column, Row& row) {
  if (!set_.contains(name))
    row.fault(what_ == "state" ? Code::unknown_state : Code::unknown_name, column,
              "there is no " + std::string(what_) + " " + quoted(name), did_you_mean(name, known_));
  return symbols_.intern(name);
}

KnownNames known_states(world::World& world) { return {"state", codes(world), world.symbols}; }

KnownNames known_holders(world::World& world) {
  std::vector<std::string> known = codes(world);
  for (const world::Group& group : world.groups) known.push_back(world.symbols.name(group.id));
  return {"state", std::move(known), world.symbols};
}

void FactRow::read_source() {
  status_ = choice("status", kStatus);
  sourced_ = sourced();
}

Uncertain FactRow::uncertain(const RangeColumns& columns, double most) {
  const std::size_t before = found_.size();
  (void)required(columns.value);
  const auto value = number(columns.value), low = number(columns.low), high = number(columns.high);
  Uncertain read{value.value_or(0), low.value_or(value.value_or(0)),
                 high.value_or(value.value_or(0)), status_ == "assumption", sourced_.confidence};
  check_limits(columns.value, value.value_or(0), most);
  check_limits(columns.low, low.value_or(0), most);
  check_limits(columns.high, high.value_or(0), most);
  if (found_.size() != before) return read;
  if (read.assumption && (!low || !high))
    fault(Code::range_missing, low ? columns.high : columns.low,
          "an assumption needs the range it may lie in");
  else if (read.low > read.high)
    fault(Code::bad_value, columns.low,
          quoted(columns.low) + " lies above " + quoted(columns.high));
  else if (read.value < read.low || read.value > read.high)
    fault(Code::unsourced_range, columns.low,
          quoted(columns.value) + " lies outside its own range");
  return read;
}

int FactRow::year() {
  if (required("year").empty()) return 0;
  const double year = number("year").value_or(1);  // Its own fault is told.
  if (year >= 1 && year <= 9999 && year == std::floor(year)) return static_cast<int>(year);
  fault(Code::bad_value, "year", quoted(text("year")) + " is no year");
  return 0;
}

int FactRow::day(std::string_view column) {
  if (required(column).empty()) return 0;
  const double day = number(column).value_or(0);
  if (day >= 0 && day <= kLastDay && day == std::floor(day)) return static_cast<int>(day);
  fault(Code::bad_value, column, quoted(text(column)) + " is no day",
        "a whole number from 0 to " + std::to_string(kLastDay));
  return 0;
}

void FactRow::once(std::initializer_list<std::string_view> columns, Seen& seen,
                   std::string_view rows) {
  std::string key;
  for (const std::string_view column : columns)
    if (!text(column).empty()) key += (key.empty() ? "" : " ") + text(column);
  (void)seen.add(key, *columns.begin(), *this, rows);
}

void FactRow::check_limits(std::string_view column, double value, double most) {
  if (value >= 0 && value <= most) return;
  if (most == kNoLimit)
    fault(Code::bad_value, column, quoted(column) + " cannot be negative");
  else
    fault(Code::bad_value, column, quoted(column) + " is a share from 0 to 1");
}

}  // namespace entente::scenario
