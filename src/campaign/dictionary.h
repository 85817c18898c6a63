/// A dictionary of the simplex method: basic variables as sums of the others.
///
/// Floor 4; part of campaign. Entries stand dense by row, beside bits that say which may differ
/// from 0: problems of allocation have some hundred columns and few entries a row. Source: Chvatal,
/// Linear Programming (1983), chapter 2.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::campaign {

class Dictionary {
 public:
  explicit Dictionary(std::size_t columns) { reset(columns); }
  /// As if made anew; keeps the memory.
  void reset(std::size_t columns);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const {
    return entries_[row * columns_ + column];
  }

  std::size_t add_row();  ///< Without entries; its index.
  void add(std::size_t row, std::size_t column, double k);
  void add_row(std::size_t to, std::size_t from, double k);  ///< k times another row.

  /// Exchanges the basic variable of a row with that of a column, whose entry must not be 0. Cost:
  /// entries of the row times those of the column.
  void pivot(std::size_t row, std::size_t column);

  /// Adds k times a row to an array over columns.
  void add_to(std::vector<double>& line, std::size_t row, double k) const;

  /// Calls use(column) or use(row), in order, for every entry that may differ from 0.
  template <class Use>
  void in_row(std::size_t row, const Use& use) const {
    for (std::size_t word = 0; word < words_; ++word)
      in_word(in_row_[row * words_ + word], word, use);
  }
  template <class Use>
  void in_column(std::size_t column, const Use& use) const {
    for (std::size_t word = 0; word * kBits < rows_; ++word)
      in_word(in_column_[word * columns_ + column], word, use);
  }

 private:
  using Word = std::uint64_t;
  static constexpr std::size_t kBits = 64;

  template <class Use>
  static void in_word(Word bits, std::size_t word, const Use& use) {
    for (; bits != 0; bits &= bits - 1)
      use(word * kBits + static_cast<std::size_t>(std::countr_zero(bits)));
  }
  void mark(std::size_t row, std::size_t column);
  void divide_row(std::size_t row, std::size_t column);
  void take_from(std::size_t row, std::size_t pivot_row, std::size_t column);

  std::size_t rows_ = 0, columns_ = 0;
  std::size_t words_ = 0;               ///< Of a row.
  std::vector<double> entries_;         ///< [row * columns + column]
  std::vector<Word> in_row_;            ///< [row * words + word] bits of columns.
  std::vector<Word> in_column_;         ///< [word * columns + column] bits of rows.
  std::vector<std::uint32_t> touched_;  ///< Columns of the row of a pivot, but its own.
  std::vector<double> by_;              ///< Entries of that row there.
};

}  // namespace entente::campaign
