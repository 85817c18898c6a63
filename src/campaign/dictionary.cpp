#include "campaign/dictionary.h"

#include <cassert>
#include <cmath>

namespace entente::campaign {
namespace {

/// Below it an entry of the row of a pivot is rounding; entries are 1 or shares near 1 at first.
constexpr double kRounding = 1e-13;

}  // namespace

void Dictionary::reset(std::size_t columns) {
  rows_ = 0;
  columns_ = columns;
  words_ = (columns_ + kBits - 1) / kBits;
  entries_.clear();
  in_row_.clear();
  in_column_.clear();
}

std::size_t Dictionary::add_row() {
  entries_.resize((rows_ + 1) * columns_, 0.0);
  in_row_.resize((rows_ + 1) * words_, 0);
  if (rows_ % kBits == 0) in_column_.resize((rows_ / kBits + 1) * columns_, 0);
  return rows_++;
}

void Dictionary::mark(std::size_t row, std::size_t column) {
  in_row_[row * words_ + column / kBits] |= Word{1} << (column % kBits);
  in_column_[row / kBits * columns_ + column] |= Word{1} << (row % kBits);
}

void Dictionary::add(std::size_t row, std::size_t column, double k) {
  entries_[row * columns_ + column] += k;
  mark(row, column);
}

void Dictionary::add_row(std::size_t to, std::size_t from, double k) {
  in_row(from, [&](std::size_t column) { add(to, column, k * at(from, column)); });
}

void Dictionary::add_to(std::vector<double>& line, std::size_t row, double k) const {
  const double* from = &entries_[row * columns_];
  in_row(row, [&](std::size_t column) { line[column] += k * from[column]; });
}

void Dictionary::pivot(std::size_t row, std::size_t column) {
  assert(at(row, column) != 0);
  divide_row(row, column);
  in_column(column, [&](std::size_t other) {
    if (other != row) take_from(other, row, column);
  });
  for (std::size_t word = 0; word * kBits < rows_; ++word) {
    Word* bits = &in_column_[word * columns_];
    for (const std::uint32_t c : touched_) bits[c] |= bits[column];
  }
}

/// The row solved for the variable that enters.
void Dictionary::divide_row(std::size_t row, std::size_t column) {
  double* line = &entries_[row * columns_];
  const double by = 1 / line[column];
  touched_.clear();
  by_.clear();
  in_row(row, [&](std::size_t c) {
    if (c == column) return;
    line[c] *= -by;
    if (std::abs(line[c]) < kRounding) {
      line[c] = 0;
      in_row_[row * words_ + c / kBits] &= ~(Word{1} << (c % kBits));
      in_column_[row / kBits * columns_ + c] &= ~(Word{1} << (row % kBits));
      return;
    }
    touched_.push_back(static_cast<std::uint32_t>(c));
    by_.push_back(line[c]);
  });
  line[column] = by;
}

/// Another row with that put in.
void Dictionary::take_from(std::size_t row, std::size_t pivot_row, std::size_t column) {
  double* line = &entries_[row * columns_];
  const double share = line[column];
  if (share == 0) return;
  for (std::size_t i = 0; i < touched_.size(); ++i) line[touched_[i]] += share * by_[i];
  line[column] = share * entries_[pivot_row * columns_ + column];
  for (std::size_t word = 0; word < words_; ++word)
    in_row_[row * words_ + word] |= in_row_[pivot_row * words_ + word];
}

}  // namespace entente::campaign
