#include "base/error.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace entente {
namespace {

constexpr std::array kCodes = {
    CodeEntry{Code::bad_argument, "bad_argument", "a flag or argument cannot be read"},
    CodeEntry{Code::bad_value, "bad_value", "a value lies outside its range or list"},
    CodeEntry{Code::clash, "clash", "two exceptions to one rule can hold together and differ"},
    CodeEntry{Code::dangling_exception, "dangling_exception",
              "an exception names a rule that is not there"},
    CodeEntry{Code::duplicate, "duplicate", "the same id, label or column stands twice"},
    CodeEntry{Code::empty_file, "empty_file", "a file holds nothing"},
    CodeEntry{Code::exception_circle, "exception_circle",
              "exceptions override one another in a circle"},
    CodeEntry{Code::excluded, "excluded", "two levers do not go together"},
    CodeEntry{Code::missing_key, "missing_key", "a required key is absent"},
    CodeEntry{Code::no_source, "no_source", "a figure or rule has no source"},
    CodeEntry{Code::no_such_date, "no_such_date", "a date does not exist or cannot be read"},
    CodeEntry{Code::not_alive, "not_alive", "a state is named on a day when it did not exist"},
    CodeEntry{Code::not_text, "not_text", "a file is binary, damaged or not UTF-8"},
    CodeEntry{Code::order_of_dates, "order_of_dates",
              "a date stands before one that it must follow"},
    CodeEntry{Code::overlap, "overlap", "two spells of one membership or place overlap"},
    CodeEntry{Code::predicate, "predicate", "an area predicate cannot be read"},
    CodeEntry{Code::range_missing, "range_missing",
              "an assumption does not say the range it may lie in"},
    CodeEntry{Code::syntax, "syntax", "a file or event breaks its grammar"},
    CodeEntry{Code::too_large, "too_large", "a file is over the limit of size"},
    CodeEntry{Code::unknown_area, "unknown_area", "a clause names an area that nobody defined"},
    CodeEntry{Code::unknown_key, "unknown_key", "the format has no such key"},
    CodeEntry{Code::unknown_name, "unknown_name", "the library holds nothing of this name"},
    CodeEntry{Code::unknown_place, "unknown_place", "the library holds no such place"},
    CodeEntry{Code::unknown_state, "unknown_state", "the library holds no such state or actor"},
    CodeEntry{Code::unknown_verb, "unknown_verb", "there is no such verb or flag"},
    CodeEntry{Code::unreadable, "unreadable", "a file cannot be opened or read"},
    CodeEntry{Code::unsourced_range, "unsourced_range", "an assumption lies outside its own range"},
    CodeEntry{Code::wrong_type, "wrong_type", "a value is of the wrong type"},
};

// The table is read by position: it must follow the enumeration, which is in order of names.
constexpr bool in_order() {
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    if (static_cast<std::size_t>(kCodes[i].code) != i) return false;
    if (i > 0 && !(kCodes[i - 1].name < kCodes[i].name)) return false;
  }
  return kCodes.size() == static_cast<std::size_t>(Code::wrong_type) + 1;
}
static_assert(in_order());

auto order_key(const Error& error) {
  return std::tie(error.where.file, error.where.line, error.where.column, error.code, error.message,
                  error.hint);
}

}  // namespace

std::span<const CodeEntry> code_table() { return kCodes; }

std::string_view code_name(Code code) { return kCodes[static_cast<std::size_t>(code)].name; }

std::string to_text(const Error& error) {
  std::string out = error.where.file;
  if (error.where.line > 0) {
    if (!out.empty()) out += ':';
    out += std::to_string(error.where.line);
    if (error.where.column > 0) out += ':' + std::to_string(error.where.column);
  }
  if (!out.empty()) out += ": ";
  out += error.message;
  out += " [";
  out += code_name(error.code);
  out += ']';
  if (!error.hint.empty()) out += "\n  " + error.hint;
  return out;
}

void sort_faults(Faults& faults) {
  // Code and wording break ties, so that the order never depends on who found a fault first.
  std::sort(faults.begin(), faults.end(),
            [](const Error& a, const Error& b) { return order_key(a) < order_key(b); });
  const auto same = [](const Error& a, const Error& b) { return order_key(a) == order_key(b); };
  faults.erase(std::unique(faults.begin(), faults.end(), same), faults.end());
}

}  // namespace entente
