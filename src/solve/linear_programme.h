/// Linear programmes: minimise cost over a polyhedron, then further costs over the optima.
///
/// Floor 1; uses base. The only header through which a solver is reached: today CLP, another one
/// may take its place. Deterministic: an answer depends on the programme alone.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente::solve {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// minimise cost'x subject to row.lower <= A x <= row.upper and column.lower <= x <= column.upper.
struct LinearProgramme {
  struct Column {
    double cost = 0, lower = 0, upper = kInfinity;
  };
  struct Row {
    double lower = -kInfinity, upper = kInfinity;
  };
  struct Entry {
    int row = 0, column = 0;
    double value = 0;
  };
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Entry> entries;  ///< Each (row, column) once, in any order.

  int column(double cost, double lower, double upper);  ///< Appends; its index.
  int row(double lower, double upper);                  ///< Appends; its index.
  void entry(int row, int column, double value);
  /// Puts another behind, which shares nothing with what is here.
  void append(const LinearProgramme& other);
};

/// A programme being solved. Not copyable; one thread at a time, several objects in several
/// threads. A bound may be missed by 1e-9 in its own unit, and a reduced cost below 1e-9 of the
/// largest cost counts as zero.
/// A programme without optimum is a fault of ours: it is written to entente_programme.mps in the
/// folder for temporary files, and the run stops.
/// Source: dual and primal simplex with steepest edge (Forrest and Goldfarb 1992), as in CLP 1.17.
class Simplex {
 public:
  explicit Simplex(const LinearProgramme& programme);
  ~Simplex();
  Simplex(Simplex&&) noexcept;
  Simplex& operator=(Simplex&&) noexcept;

  /// Solves from scratch, with the costs and the columns as given and the rows as given or moved:
  /// the same answer to the last bit, whatever came before. By the dual simplex method, or by the
  /// primal one where a cost has no bound to press its column to.
  void solve();

  /// Keeps only the optima of the last solve (by complementary slackness: columns with a reduced
  /// cost and rows with a dual stay on their bound), sets a new cost and solves on from where it
  /// stands by the primal simplex method. May be called again and again, for lexicographic optima.
  /// Cost: few pivots. False where the optimum was one point already, so that nothing was left to
  /// choose (then nothing is solved). REQUIRES: a solve before.
  bool refine(std::span<const double> cost);

  /// Forgets every refinement, changes bounds of rows and solves on by the dual simplex method.
  /// Faster than solve() where few rows move, else no better.
  void move_rows(std::span<const int> rows, std::span<const LinearProgramme::Row> bounds);

  /// Of the cost given last, at the present values.
  [[nodiscard]] double objective() const;
  [[nodiscard]] double value(int column) const;  ///< Within the bounds of the column.
  /// Change of the objective for one more unit of the bound of the row, of the last solve (read
  /// duals before refining); sign of the bound that binds: <= 0 for an upper bound of a minimum.
  [[nodiscard]] double dual(int row) const;
  /// Likewise for the bound at which a column stands; 0 where it is basic.
  [[nodiscard]] double reduced_cost(int column) const;
  [[nodiscard]] int pivots() const;  ///< Of all solves.

 private:
  struct Held;
  std::unique_ptr<Held> held_;
};

/// The optimum from one cold solve.
[[nodiscard]] double minimum(const LinearProgramme& programme);

/// The programme as free MPS, 17 significant digits, no constant in the objective, whose row is
/// `cost`. `row_names` and `column_names` have one name a row and column; names are not empty, have
/// no blanks, differ, and none of a row is `cost`.
/// Source: format of IBM MPSX, free form as read by GLPK, CLP, HiGHS and SCIP.
[[nodiscard]] std::string to_mps(const LinearProgramme& programme, const std::string& name,
                                 std::span<const std::string> row_names,
                                 std::span<const std::string> column_names);

}  // namespace entente::solve
