/// A dual simplex method for bounded variables and sums of them, where a sum may have a price for
/// what it lacks at a kink instead of a bound.
///
/// Floor 4; part of campaign. Minimises sum over kinks of cost * max(0, kink - sum), subject to
/// bounds on the variables and on further sums, which may be added after a solve. Meant for small
/// programmes whose sums have entries near 1 and whose sizes are near 1: the caller scales.
/// Deterministic: plain arithmetic in a fixed order. It promises no optimum: the caller checks.
/// Source: bounded dual simplex with bound flipping ratio test (Maros 2003, Computational
/// Techniques of the Simplex Method, chapter 10); a kink is a variable with two linear pieces
/// (Fourer 1985).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "campaign/dictionary.h"

namespace entente::campaign {

class KinkedSimplex {
 public:
  using Id = std::size_t;

  /// Variables 0, 1, ... in [0, upper], each at its upper bound; `tie` are tiny costs <= 0 that
  /// decide between equals.
  KinkedSimplex(const std::vector<double>& upper, const std::vector<double>& tie);

  // Sums without entries yet; their names.
  [[nodiscard]] Id bounded(double lower, double upper);
  [[nodiscard]] Id kinked(double kink, double cost);  ///< REQUIRES: cost > 0.
  /// Adds k times a variable to a sum. REQUIRES: no solve since the sum was made.
  void add(Id sum, Id variable, double k);
  /// Puts kinked sums that lack something on their lower piece. REQUIRES: all kinked sums are made.
  void settle();

  /// From where it stands. False where it gives up: after some steps in all, or if no step helps.
  [[nodiscard]] bool solve();

  [[nodiscard]] double value(Id id) const;
  /// Rise of the objective for one more unit of a bound or of a kink.
  [[nodiscard]] double price(Id id) const;

 private:
  enum class Where : std::uint8_t { basic, lower, upper };
  struct Variable {
    double lower = 0, upper = 0;  ///< Both the kink, where there is one.
    double cost = 0;              ///< Of lacking a unit at the kink; 0: there is none.
    Where where = Where::basic;
    bool below = false;  ///< A basic one with a kink stands on its lower piece.
    std::size_t at = 0;  ///< Its row or column.

    [[nodiscard]] bool kinked() const { return cost > 0; }
  };
  /// Where the price of a step first changes the side of a column.
  struct Break {
    double step, size;
    std::size_t column;
  };

  Id add_sum(Variable variable);
  void bound_row(std::size_t row);
  void change_piece(std::size_t row, bool below);
  [[nodiscard]] std::size_t most_broken() const;
  bool step(std::size_t row);
  void find_breaks(std::size_t row, double sign);
  [[nodiscard]] std::size_t first_break(std::size_t from, std::size_t row) const;
  void flip(std::size_t column);
  void exchange(std::size_t row, std::size_t column, double sign);
  void move_costs(std::size_t row, std::size_t column);

  std::vector<Variable> variables_;
  Dictionary rows_;
  std::vector<Id> of_row_, of_column_;
  std::vector<double> here_;           ///< [row] value of the basic variable.
  std::vector<double> low_, high_;     ///< [row] its bounds, with tolerance.
  std::vector<double> value_;          ///< [column] of the one off the basis.
  std::vector<double> reduced_, tie_;  ///< [column] reduced costs, and those of the ties.
  std::vector<Break> breaks_;
  std::size_t steps_left_;
};

}  // namespace entente::campaign
