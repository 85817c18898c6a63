// A linear programme as free MPS. The word FREE on the first line is for readers that would
// otherwise take the form with fixed positions; the others pass over it.
#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include "solve/by_column.h"
#include "solve/linear_programme.h"

namespace entente::solve {
namespace {

using Names = std::span<const std::string>;

constexpr const char* kObjective = "cost";

void add_number(std::string& text, double number) {
  assert(std::isfinite(number));
  char digits[32];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, number, std::chars_format::general, 17);
  text.append(digits, end.ptr);
}

/// " first second number"
void add_line(std::string& text, std::string_view first, std::string_view second, double number) {
  text.append(" ").append(first).append(" ").append(second).append(" ");
  add_number(text, number);
  text += '\n';
}

bool has_both(const LinearProgramme::Row& row) {
  return std::isfinite(row.lower) && std::isfinite(row.upper);
}

/// N free, E equal, G not below, L not above. A row between two bounds is G with a range.
char kind(const LinearProgramme::Row& row) {
  if (std::isfinite(row.lower)) return row.lower == row.upper ? 'E' : 'G';
  return std::isfinite(row.upper) ? 'L' : 'N';
}

void add_rows(std::string& text, const LinearProgramme& programme, Names names) {
  text.append("ROWS\n N ").append(kObjective).append("\n");
  for (std::size_t i = 0; i < programme.rows.size(); ++i)
    text.append({' ', kind(programme.rows[i]), ' '}).append(names[i]).append("\n");
}

void add_columns(std::string& text, const LinearProgramme& programme, Names rows, Names columns) {
  const ByColumn sorted = by_column(programme);
  text += "COLUMNS\n";
  for (std::size_t j = 0; j < programme.columns.size(); ++j) {
    const int first = sorted.start[j], last = sorted.start[j + 1];
    const double cost = programme.columns[j].cost;
    // A column exists by its lines only, so one without entries shows its cost even if zero.
    if (cost != 0 || first == last) add_line(text, columns[j], kObjective, cost);
    for (int k = first; k < last; ++k)
      add_line(text, columns[j], rows[sorted.row[k]], sorted.value[k]);
  }
}

void add_sides(std::string& text, const LinearProgramme& programme, Names names) {
  text += "RHS\n";
  for (std::size_t i = 0; i < programme.rows.size(); ++i) {
    const auto& row = programme.rows[i];
    const double side = std::isfinite(row.lower) ? row.lower : row.upper;
    if (std::isfinite(side) && side != 0) add_line(text, "RHS", names[i], side);
  }
  bool begun = false;
  for (std::size_t i = 0; i < programme.rows.size(); ++i) {
    const auto& row = programme.rows[i];
    if (!has_both(row) || row.lower == row.upper) continue;
    if (!begun) text += "RANGES\n";
    begun = true;
    add_line(text, "RANGE", names[i], row.upper - row.lower);
  }
}

void add_bounds_of(std::string& text, const LinearProgramme::Column& column,
                   const std::string& name) {
  const bool lower = std::isfinite(column.lower), upper = std::isfinite(column.upper);
  if (lower && column.lower == column.upper) {
    add_line(text, "FX BOUND", name, column.lower);
  } else if (!lower && !upper) {
    text.append(" FR BOUND ").append(name).append("\n");
  } else {
    if (!lower) text.append(" MI BOUND ").append(name).append("\n");
    if (lower && column.lower != 0) add_line(text, "LO BOUND", name, column.lower);
    if (upper) add_line(text, "UP BOUND", name, column.upper);
  }
}

void add_bounds(std::string& text, const LinearProgramme& programme, Names names) {
  std::string bounds;
  for (std::size_t j = 0; j < programme.columns.size(); ++j)
    add_bounds_of(bounds, programme.columns[j], names[j]);
  if (!bounds.empty()) text.append("BOUNDS\n").append(bounds);
}

bool is_word(const std::string& name) {
  return !name.empty() && name.find_first_of(" \t\n") == std::string::npos;
}

}  // namespace

std::string to_mps(const LinearProgramme& programme, const std::string& name, Names row_names,
                   Names column_names) {
  assert(row_names.size() == programme.rows.size());
  assert(column_names.size() == programme.columns.size());
  assert(is_word(name) && std::all_of(row_names.begin(), row_names.end(), is_word) &&
         std::all_of(column_names.begin(), column_names.end(), is_word));
  assert(std::find(row_names.begin(), row_names.end(), kObjective) == row_names.end());
  std::string text = "NAME " + name + " FREE\n";
  add_rows(text, programme, row_names);
  add_columns(text, programme, row_names, column_names);
  add_sides(text, programme, row_names);
  add_bounds(text, programme, column_names);
  text += "ENDATA\n";
  return text;
}

}  // namespace entente::solve
