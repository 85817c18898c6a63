/// A simplex method for pools of units whose sums have a price for what they lack at a kink.
///
/// Floor 4; part of campaign. Minimises sum over kinks of cost * max(0, kink - sum) over variables
/// >= 0 in blocks. Sums within a block are bounded from above; sums with a kink link the blocks.
/// Goes from one allocation to a better one, block by block, so that most steps touch one block.
/// Meant for small programmes whose sums have entries near 1 and whose sizes are near 1: the caller
/// scales. Deterministic: plain arithmetic in a fixed order. It promises no optimum: the caller
/// checks. Source: primal simplex method with a piecewise linear objective (Fourer 1985).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "campaign/block_dictionary.h"

namespace entente::campaign {

class PoolSimplex {
 public:
  /// Forgets all, keeps the memory.
  void clear();
  /// A block of variables, all of them 0; the first of them, the others follow.
  [[nodiscard]] Variable add_block(std::size_t variables);
  // Sums without entries yet.
  [[nodiscard]] Variable bounded(std::size_t block, double upper);  ///< REQUIRES: upper >= 0.
  [[nodiscard]] Variable kinked(double kink, double cost);  ///< REQUIRES: kink > 0, cost > 0.
  /// Adds k times a variable to a sum. REQUIRES: no solve since the sum was made.
  void add(Variable sum, Variable variable, double k) { rows_.add(sum, variable, k); }

  /// False where it gives up after some steps in all.
  [[nodiscard]] bool solve();

  [[nodiscard]] double value(Variable one) const { return value_[one]; }
  /// Fall of the objective for one more unit of a sum with a kink, or of the bound of one without.
  [[nodiscard]] double price(Variable one) const { return price_[one]; }

 private:
  enum class Kind : std::uint8_t { unit, bounded, kinked };
  struct Of {
    Kind kind = Kind::unit;
    bool below = false;  ///< One with a kink stands on its lower piece.
    double most = 0;     ///< The bound or kink.
    double cost = 0;     ///< Of lacking a unit at the kink.
  };
  /// Where a step meets a bound or a kink.
  struct Break {
    double step, size;
    Variable variable;
  };
  struct Entering {
    Variable variable = kNoVariable;
    double gain = 0, sign = 1;
  };

  [[nodiscard]] Variable add_variable(const Of& of);
  [[nodiscard]] bool improve(std::size_t block, bool& any);
  [[nodiscard]] Entering best_in(std::size_t block);
  [[nodiscard]] Entering best_tight() const;
  [[nodiscard]] bool step(const Entering& in);
  void find_breaks(double sign);
  [[nodiscard]] std::size_t first_break(std::size_t from) const;
  void move(const Entering& in, const Break& end);
  void find_prices();

  BlockDictionary rows_;
  std::vector<Of> of_;
  std::vector<double> value_;
  std::vector<double> price_;  ///< Of sums with a kink; of bounds at the end.
  std::vector<Variable> kinked_;
  std::vector<double> gains_;  ///< [column of a block]
  std::vector<Break> breaks_;
  Line column_;
  std::size_t steps_left_ = 0, steps_ = 0, stalled_ = 0;
};

}  // namespace entente::campaign
