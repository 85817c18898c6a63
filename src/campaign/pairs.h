/// The tight cells of a simplex method by pools, and what balances them.
///
/// Floor 4; part of campaign.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::campaign {

/// As many columns as rows, with the inverse of the matrix of what each column gives each row.
class Pairs {
 public:
  void clear();
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<std::uint32_t>& columns() const { return columns_; }

  void push(std::uint32_t row, std::uint32_t column);
  void replace_row(std::size_t at, std::uint32_t row) { rows_[at] = row; }
  void replace_column(std::size_t at, std::uint32_t column) { columns_[at] = column; }
  /// The last takes the place of the one that goes.
  void drop_row(std::size_t at);
  void drop_column(std::size_t at);

  /// [row * size + column], to be filled before `invert`.
  [[nodiscard]] std::vector<double>& matrix() { return matrix_; }
  /// By Gauss and Jordan. False where it has none.
  [[nodiscard]] bool invert();

  // Solutions of matrix * x = right, and of left = x * matrix; in `found()`.
  void solve(std::span<const double> right);
  void solve_left(std::span<const double> left);
  [[nodiscard]] const std::vector<double>& found() const { return found_; }

 private:
  std::vector<std::uint32_t> rows_, columns_;
  std::vector<double> matrix_, inverse_;  ///< The inverse: [column * size + row].
  std::vector<double> found_;
};

}  // namespace entente::campaign
