/// A simplex method for units of pools that share out what places ask for.
///
/// Floor 4; part of campaign. Minimises sum over cells of cost * max(0, kink - supply), a cell
/// being a place in a period, over units >= 0 that come to a place in a period and stay. Sums of
/// units within a pool are bounded from above; cells link the pools. Goes from one allocation to a
/// better one, pool by pool. Every pool has a small dictionary of its own (basic variables as sums
/// of the others). A cell that stands on its kink is tight, and as many variables, each outside the
/// basis of its pool, balance the tight cells: these pairs are few, so most steps touch one pool.
/// Further aims may follow, each over the optima of those before it. Meant for sizes near 1: the
/// caller scales. Deterministic: plain arithmetic in a fixed order. It promises no optimum: the
/// caller checks. Source: primal simplex method with a piecewise linear objective (Fourer 1985);
/// generalised upper bounding and its kin (Lasdon 1970, Optimization Theory for Large Systems,
/// chapter 6).
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "campaign/pairs.h"

namespace entente::campaign {

/// Units and sums have names 0, 1, ... in the order in which they were made.
using Variable = std::uint32_t;
inline constexpr Variable kNoVariable = std::numeric_limits<Variable>::max();

class PoolSimplex {
 public:
  /// Forgets all, keeps the memory. A cell without cost asks for nothing. REQUIRES: kinks > 0 where
  /// there is a cost.
  void clear(std::span<const double> kinks, std::span<const double> costs);
  /// What follows belongs to a new pool.
  void add_pool();
  /// Units that serve `works.size()` cells from `cell` on, each unit by `works`, which must live
  /// until the next `clear`. In a pool, units are made before sums.
  Variable add_unit(std::size_t cell, std::span<const double> works);
  Variable add_sum(double most);  ///< Of units of the pool, none yet. REQUIRES: most >= 0.
  void add(Variable sum, Variable unit);

  /// False where it gives up after some steps in all.
  [[nodiscard]] bool solve();

  /// A further aim: `shares` groups of cells, each with a coefficient of every cell in it
  /// (`part`, [cell], 0: left out; `group`, [cell]) and a size > 0: the largest over groups of
  /// sum of part * what a cell lacks, over the size, is made least. False where it gives up.
  struct Groups {
    std::span<const double> part;
    std::span<const std::size_t> group;
    std::span<const double> size;  ///< [group]; groups of size 0 are left out.
  };
  [[nodiscard]] bool level(const Groups& groups);
  /// A further aim: sum of cost * unit, over units in the order in which they were made, is made
  /// least. Later ones without cost. False where it gives up.
  [[nodiscard]] bool minimise(std::span<const double> cost);
  /// Whether the last aims left anything to choose.
  [[nodiscard]] bool open() const { return open_; }

  [[nodiscard]] double value(Variable one) const { return variables_[one].value; }
  [[nodiscard]] double supply(std::size_t cell) const { return cells_[cell].value; }
  // Of the first aim, right after `solve`.
  /// Fall of the objective for one more unit in a cell.
  [[nodiscard]] double price(std::size_t cell) const { return price_[cell]; }
  /// Fall of the objective for one more of the bound of a sum.
  [[nodiscard]] double price_of_sum(Variable sum) const { return variables_[sum].price; }

 private:
  /// Rows are worked through so many columns at a time.
  static constexpr std::size_t kLanes = 4;
  /// to += k * from, over whole lanes.
  static void add_line(double* to, const double* from, double k, std::size_t stride) {
    for (std::size_t i = 0; i < stride; i += kLanes) {
      const double a = to[i] + k * from[i], b = to[i + 1] + k * from[i + 1],
                   c = to[i + 2] + k * from[i + 2], d = to[i + 3] + k * from[i + 3];
      to[i] = a;
      to[i + 1] = b;
      to[i + 2] = c;
      to[i + 3] = d;
    }
  }

  static constexpr std::uint32_t kUnpaired = std::numeric_limits<std::uint32_t>::max();

  struct One {  // Units or a sum.
    double value = 0;
    double most = 0;                ///< Of a sum.
    double price = 0;               ///< Of a sum; the cost of units in a further aim.
    const double* works = nullptr;  ///< Of units.
    std::uint32_t cell = 0, cells = 0;
    std::uint32_t pool = 0, at = 0;  ///< Its row or column there.
    std::uint32_t pair = kUnpaired;  ///< It balances a tight cell.
    std::uint32_t move = 0;          ///< Its index among the moves, where it is there.
    bool row = false;
    bool frozen = false;  ///< An aim wants it to stay where it is.

    [[nodiscard]] bool units() const { return works != nullptr; }
  };
  struct Cell {
    double value = 0, kink = 0, cost = 0;
    std::uint32_t pair = kUnpaired;         ///< It is tight.
    bool below = true;                      ///< It lacks something; matters where it is not tight.
    bool may_rise = true, may_fall = true;  ///< Where it is tight.
  };
  struct Pool {
    std::size_t columns = 0, rows = 0;
    std::size_t stride = 0;    ///< Of a row: the columns, filled up with zeros to whole lanes.
    std::size_t balances = 0;  ///< Of its variables, how many balance tight cells.
    std::size_t entries = 0, of_row = 0, of_column = 0;  ///< Where its own begin.
  };
  /// Where a step meets a bound or a kink: of a variable or a cell.
  struct Break {
    double step, size;
    std::uint32_t at;
    bool cell;
  };
  struct Entering {
    std::uint32_t at = kNoVariable;
    bool cell = false;
    double gain = 0, sign = 1;
  };
  struct Move {
    Variable variable;
    double by;
  };

  [[nodiscard]] bool run();
  [[nodiscard]] bool improve(std::size_t pool, bool& any);
  [[nodiscard]] Entering best_in(const Pool& pool);
  [[nodiscard]] Entering best_tight() const;
  [[nodiscard]] double worth(const One& units) const;
  void find_gains(const Pool& pool);
  void carry_gains(const Entering& in);
  [[nodiscard]] double gain_of(Variable one) const;
  void find_prices();
  [[nodiscard]] bool step(const Entering& in);
  void find_moves(const Entering& in);
  void add_moves(Variable at, double by);
  void add_move(Variable at, double by);
  void add_supply(const One& units, double by);
  [[nodiscard]] double supply_of(std::uint32_t cell) const;
  [[nodiscard]] Break first_bound(double sign) const;
  void find_kinks(double sign, double end);
  [[nodiscard]] std::size_t first_kink(std::size_t from) const;
  void move(const Entering& in, const Break& end);
  /// The one where the step ends leaves for the one that enters.
  [[nodiscard]] bool exchange(const Break& out, const Entering& in);
  void leave_pool(Variable leaves, const Entering& in);
  void pivot(Variable leaves, Variable enters);
  void pair(std::uint32_t cell, Variable one);
  void replace_cell(std::uint32_t old, std::uint32_t cell);
  void replace_balance(Variable old, Variable one);
  void unpair(std::uint32_t cell, Variable one);
  [[nodiscard]] bool find_pairs();
  void freeze();
  [[nodiscard]] bool aim();

  std::vector<One> variables_;
  std::vector<Cell> cells_;
  std::vector<Pool> pools_;
  std::vector<double> entries_;
  std::vector<Variable> of_row_, of_column_;
  Pairs pairs_;
  bool first_aim_ = true, open_ = true;
  bool same_prices_ = false;          ///< The last step changed none, and stayed within its pool.
  std::size_t entered_ = 0;           ///< Then: the column from which.
  std::size_t groups_begin_ = 0;      ///< The cells from here on are groups.
  std::vector<double> part_;          ///< [cell] in its group.
  std::vector<std::uint32_t> group_;  ///< [cell] the cell of its group.
  std::vector<double> price_;         ///< [cell] of a unit there, with that of its group.
  std::vector<double> tight_price_;   ///< [pair] of the tight cell alone.
  std::vector<double> gains_;         ///< [column of a pool]
  std::vector<Move> moves_;
  std::vector<double> supply_;  ///< [cell] by which a step moves it.
  std::vector<Break> kinks_;
  std::vector<double> side_;  ///< [pair]
  std::size_t steps_left_ = 0;
};

}  // namespace entente::campaign
