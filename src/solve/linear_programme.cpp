// CLP behind the wall. Scaling is off, so that a column off the basis stands on its bound to the
// last bit; costs are divided by a power of two instead, so that tolerances are relative to the
// largest cost and nothing is rounded.
#include "solve/linear_programme.h"

#include <ClpDualRowSteepest.hpp>
#include <ClpFactorization.hpp>
#include <ClpPrimalColumnSteepest.hpp>
#include <ClpSimplex.hpp>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "solve/by_column.h"

namespace entente::solve {
namespace {

/// Below it a reduced cost is zero, relative to the largest cost; also how far a bound may be
/// missed, in the units of the row.
constexpr double kTolerance = 1e-9;
/// CLP's words for shifting costs or bounds a little against degenerate pivots, always undone
/// before the end: from the start, or only when a solve drags on. Cold solves take half the pivots
/// so.
constexpr int kPerturb = 50, kPerturbLate = 100;
constexpr int kSeed = 20260101;  // Of the perturbation: any number, but always the same.

double to_clp(double bound) {
  return std::isinf(bound) ? std::copysign(COIN_DBL_MAX, bound) : bound;
}

double from_clp(double bound) {
  return std::abs(bound) >= COIN_DBL_MAX ? std::copysign(kInfinity, bound) : bound;
}

/// The power of two next below the largest cost.
double unit_of(std::span<const double> cost) {
  double largest = 0;
  for (const double one : cost) largest = std::max(largest, std::abs(one));
  assert(std::isfinite(largest));
  return largest > 0 ? std::exp2(std::ilogb(largest)) : 1;
}

/// CLP writes some 150 messages into every new model, which takes as long as a tiny programme.
/// A model made without them gets these by plain copy.
struct Messages {
  CoinMessages of_clp, of_coin;
};

const Messages& messages() {
  static const Messages all = [] {
    const ClpSimplex model;
    return Messages{model.messages(), model.coinMessages()};
  }();
  return all;
}

/// The programme inside CLP, with bounds as they are now and costs in the caller's unit.
LinearProgramme read_back(const ClpSimplex& clp, double unit) {
  LinearProgramme programme;
  for (int i = 0; i < clp.numberRows(); ++i)
    programme.row(from_clp(clp.rowLower()[i]), from_clp(clp.rowUpper()[i]));
  const CoinPackedMatrix& matrix = *clp.matrix();
  for (int j = 0; j < clp.numberColumns(); ++j) {
    programme.column(clp.objective()[j] * unit, from_clp(clp.columnLower()[j]),
                     from_clp(clp.columnUpper()[j]));
    const CoinBigIndex first = matrix.getVectorStarts()[j];
    for (CoinBigIndex k = first; k < first + matrix.getVectorLengths()[j]; ++k)
      programme.entry(matrix.getIndices()[k], j, matrix.getElements()[k]);
  }
  return programme;
}

std::vector<std::string> numbered(char letter, std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(letter + std::to_string(i));
  return names;
}

const char* status_of(const ClpSimplex& clp) {
  switch (clp.status()) {
    case 1:
      return "infeasible";
    case 2:
      return "unbounded";
    default:
      return "stopped before its end";
  }
}

[[noreturn]] void stop_without_optimum(const ClpSimplex& clp, double unit) {
  std::error_code ignored;
  const auto file = std::filesystem::temp_directory_path(ignored) / "entente_programme.mps";
  const LinearProgramme programme = read_back(clp, unit);
  std::ofstream(file) << to_mps(programme, "entente", numbered('r', programme.rows.size()),
                                numbered('c', programme.columns.size()));
  std::fprintf(stderr, "entente: a linear programme is %s; it is written to %s\n", status_of(clp),
               file.c_str());
  std::abort();
}

/// The columns or the rows of a model, which CLP keeps apart.
struct Lines {
  int count;
  const double *lower, *upper, *here, *price;
  const unsigned char* status;

  [[nodiscard]] bool is(ClpSimplex::Status wanted, int i) const {
    return (status[i] & 7) == wanted;  // The other bits are notes of CLP's own.
  }
};

Lines columns_of(const ClpSimplex& clp) {
  return {clp.numberColumns(),        clp.columnLower(),        clp.columnUpper(),
          clp.primalColumnSolution(), clp.dualColumnSolution(), clp.statusArray()};
}

Lines rows_of(const ClpSimplex& clp) {
  return {clp.numberRows(),        clp.rowLower(),        clp.rowUpper(),
          clp.primalRowSolution(), clp.dualRowSolution(), clp.statusArray() + clp.numberColumns()};
}

struct Kept {
  int index;
  double bound;
};

/// Adds to `priced` what stands on a bound at a price. Whether something stands there at no price,
/// which is a choice left open.
bool find_priced(const Lines& lines, std::vector<Kept>& priced) {
  bool open = false;
  for (int i = 0; i < lines.count; ++i) {
    const double lower = lines.lower[i], upper = lines.upper[i];
    if (lines.is(ClpSimplex::basic, i) || lower == upper) continue;
    if (std::abs(lines.price[i]) <= kTolerance)
      open = true;
    else
      priced.push_back({i, lines.here[i] - lower <= upper - lines.here[i] ? lower : upper});
  }
  return open;
}

bool stand_on_bounds(const Lines& lines) {
  for (int i = 0; i < lines.count; ++i)
    if (!lines.is(ClpSimplex::basic, i) && !lines.is(ClpSimplex::isFree, i) &&
        lines.here[i] != lines.lower[i] && lines.here[i] != lines.upper[i])
      return false;
  return true;
}

/// Where the dual method lacks a bound it makes one up at 1e10, and may leave a column there that
/// costs nothing. So it takes programmes whose slacks are a start: each cost has the bound it
/// presses to.
bool starts_dual(const std::vector<LinearProgramme::Column>& columns) {
  return std::all_of(columns.begin(), columns.end(), [](const LinearProgramme::Column& column) {
    return std::isfinite(column.cost > 0 ? column.lower : column.cost < 0 ? column.upper : 0);
  });
}

}  // namespace

int LinearProgramme::column(double cost, double lower, double upper) {
  columns.push_back({cost, lower, upper});
  return static_cast<int>(columns.size()) - 1;
}

int LinearProgramme::row(double lower, double upper) {
  rows.push_back({lower, upper});
  return static_cast<int>(rows.size()) - 1;
}

void LinearProgramme::entry(int row, int column, double value) {
  entries.push_back({row, column, value});
}

void LinearProgramme::append(const LinearProgramme& other) {
  const auto first_row = static_cast<int>(rows.size());
  const auto first_column = static_cast<int>(columns.size());
  rows.insert(rows.end(), other.rows.begin(), other.rows.end());
  columns.insert(columns.end(), other.columns.begin(), other.columns.end());
  for (const Entry& one : other.entries)
    entry(first_row + one.row, first_column + one.column, one.value);
}

struct Simplex::Held {
  using Method = int (ClpSimplex::*)(int, int);

  explicit Held(const LinearProgramme& programme);

  void load();
  void set_cost(std::span<const double> given);
  void restore_cost();
  void forget_refinements();
  bool move_row(int row);
  bool keep_optima();
  void run(Method method, int perturbation);
  void solve_by(Method method, int perturbation);
  [[nodiscard]] double value(int column) const;

  std::unique_ptr<ClpSimplex> clp;               // None before the first solve.
  ByColumn entries;                              // As given.
  std::vector<LinearProgramme::Column> columns;  // As given: clp holds what refine() left.
  std::vector<LinearProgramme::Row> rows;        // As given or moved.
  std::vector<double> cost;                      // The last.
  double unit = 1;                               // cost = unit * cost inside clp
  double unit_of_duals = 1;                      // The unit at the last solve.
  std::vector<Kept> kept_columns, kept_rows;     // Held at one bound by refine().
  int pivots = 0;
};

Simplex::Held::Held(const LinearProgramme& programme)
    : entries(by_column(programme)), columns(programme.columns), rows(programme.rows) {}

/// A new model, because an old one remembers more than its basis: a second solve would take other
/// pivots than the first.
void Simplex::Held::load() {
  clp = std::make_unique<ClpSimplex>(true);
  *clp->messagesPointer() = messages().of_clp;
  *clp->coinMessagesPointer() = messages().of_coin;
  clp->setLogLevel(0);
  const std::vector<CoinBigIndex> start(entries.start.begin(), entries.start.end());
  std::vector<double> bounds;
  bounds.reserve(2 * (columns.size() + rows.size()));
  for (const auto& column : columns) bounds.push_back(to_clp(column.lower));
  for (const auto& column : columns) bounds.push_back(to_clp(column.upper));
  for (const auto& row : rows) bounds.push_back(to_clp(row.lower));
  for (const auto& row : rows) bounds.push_back(to_clp(row.upper));
  const double* of_rows = bounds.data() + 2 * columns.size();
  clp->loadProblem(int(columns.size()), int(rows.size()), start.data(), entries.row.data(),
                   entries.value.data(), bounds.data(), bounds.data() + columns.size(), nullptr,
                   of_rows, of_rows + rows.size());
  clp->scaling(0);
  clp->setPrimalTolerance(kTolerance);
  clp->setDualTolerance(kTolerance);
  clp->defaultFactorizationFrequency();
  // Else CLP calls LAPACK on dense parts, and figures would hang on which LAPACK is installed.
  clp->factorization()->setDenseThreshold(0);
  kept_columns.clear();
  kept_rows.clear();
  restore_cost();
}

void Simplex::Held::set_cost(std::span<const double> given) {
  assert(given.size() == columns.size());
  cost.assign(given.begin(), given.end());
  unit = unit_of(cost);
  std::vector<double> scaled;
  scaled.reserve(cost.size());
  for (const double one : cost) scaled.push_back(one / unit);
  clp->chgObjCoefficients(scaled.data());
}

void Simplex::Held::restore_cost() {
  std::vector<double> given;
  given.reserve(columns.size());
  for (const auto& column : columns) given.push_back(column.cost);
  set_cost(given);
}

void Simplex::Held::forget_refinements() {
  const auto at = [](double bound, double lower) {
    return bound == lower ? ClpSimplex::atLowerBound : ClpSimplex::atUpperBound;
  };
  for (const auto& [j, bound] : kept_columns) {
    if (clp->getColumnStatus(j) != ClpSimplex::basic)
      clp->setColumnStatus(j, at(bound, columns[j].lower));
    clp->setColumnBounds(j, to_clp(columns[j].lower), to_clp(columns[j].upper));
  }
  for (const auto& [i, bound] : kept_rows) {
    if (clp->getRowStatus(i) != ClpSimplex::basic) clp->setRowStatus(i, at(bound, rows[i].lower));
    clp->setRowBounds(i, to_clp(rows[i].lower), to_clp(rows[i].upper));
  }
  kept_columns.clear();
  kept_rows.clear();
  restore_cost();
}

/// False where the bound on which the row stands has gone, so that the dual method would make one
/// up.
bool Simplex::Held::move_row(int row) {
  clp->setRowBounds(row, to_clp(rows[row].lower), to_clp(rows[row].upper));
  const auto status = clp->getRowStatus(row);
  return (status != ClpSimplex::atLowerBound || std::isfinite(rows[row].lower)) &&
         (status != ClpSimplex::atUpperBound || std::isfinite(rows[row].upper));
}

/// Complementary slackness: a feasible point is optimal exactly if it stands on the bound of every
/// column with a reduced cost and of every row with a dual.
bool Simplex::Held::keep_optima() {
  const std::size_t columns_before = kept_columns.size(), rows_before = kept_rows.size();
  const bool open_columns = find_priced(columns_of(*clp), kept_columns);
  const bool open_rows = find_priced(rows_of(*clp), kept_rows);
  for (const auto& [j, bound] : std::span(kept_columns).subspan(columns_before))
    clp->setColumnBounds(j, bound, bound);
  for (const auto& [i, bound] : std::span(kept_rows).subspan(rows_before))
    clp->setRowBounds(i, bound, bound);
  return open_columns || open_rows;
}

/// From the basis as it stands, with fresh weights and random numbers.
void Simplex::Held::run(Method method, int perturbation) {
  ClpDualRowSteepest of_dual;
  ClpPrimalColumnSteepest of_primal;
  clp->setDualRowPivotAlgorithm(of_dual);
  clp->setPrimalColumnPivotAlgorithm(of_primal);
  clp->setPerturbation(perturbation);
  clp->setRandomSeed(kSeed);
  clp->setNumberIterations(0);
  ((*clp).*method)(0, 0);
  pivots += clp->numberIterations();
  unit_of_duals = unit;
  if (clp->status() != 0) stop_without_optimum(*clp, unit);
}

/// The primal method steps past a bound by some 1e-12 where it cannot move at all, and leaves what
/// stands there beside its bound. Solved once more, all of it starts on the bounds and stays.
void Simplex::Held::solve_by(Method method, int perturbation) {
  run(method, perturbation);
  if (!stand_on_bounds(columns_of(*clp)) || !stand_on_bounds(rows_of(*clp)))
    run(&ClpSimplex::dual, kPerturbLate);
}

double Simplex::Held::value(int column) const {
  // A basic column may miss its bound by the tolerance; nobody above should see -1e-12 units.
  return std::clamp(clp->primalColumnSolution()[column], clp->columnLower()[column],
                    clp->columnUpper()[column]) +
         0.0;  // No minus zero.
}

Simplex::Simplex(const LinearProgramme& programme) : held_(std::make_unique<Held>(programme)) {}
Simplex::~Simplex() = default;
Simplex::Simplex(Simplex&&) noexcept = default;
Simplex& Simplex::operator=(Simplex&&) noexcept = default;

void Simplex::solve() {
  held_->load();
  if (starts_dual(held_->columns))
    held_->solve_by(&ClpSimplex::dual, kPerturb);
  else
    held_->solve_by(&ClpSimplex::primal, kPerturbLate);
}

bool Simplex::refine(std::span<const double> cost) {
  assert(held_->clp != nullptr);  // Solve first.
  const bool left = held_->keep_optima();
  held_->set_cost(cost);
  if (left) held_->solve_by(&ClpSimplex::primal, kPerturbLate);
  return left;
}

void Simplex::move_rows(std::span<const int> rows, std::span<const LinearProgramme::Row> bounds) {
  assert(rows.size() == bounds.size());
  bool warm = held_->clp != nullptr;
  if (warm) held_->forget_refinements();
  for (std::size_t k = 0; k < rows.size(); ++k) {
    held_->rows[rows[k]] = bounds[k];
    warm = warm && held_->move_row(rows[k]);
  }
  if (warm)
    held_->solve_by(&ClpSimplex::dual, kPerturbLate);
  else
    solve();
}

double Simplex::objective() const {
  double sum = 0;
  for (std::size_t j = 0; j < held_->cost.size(); ++j) sum += held_->cost[j] * value(int(j));
  return sum;
}

double Simplex::value(int column) const { return held_->value(column); }

double Simplex::reduced_cost(int column) const {
  if (held_->clp->getColumnStatus(column) == ClpSimplex::basic) return 0;
  return held_->clp->dualColumnSolution()[column] * held_->unit_of_duals + 0.0;
}

double Simplex::dual(int row) const {
  return held_->clp->dualRowSolution()[row] * held_->unit_of_duals + 0.0;
}

int Simplex::pivots() const { return held_->pivots; }

double minimum(const LinearProgramme& programme) {
  Simplex simplex(programme);
  simplex.solve();
  return simplex.objective();
}

}  // namespace entente::solve
