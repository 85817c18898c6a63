/// A dictionary of the simplex method in blocks that only a few sums link.
///
/// Floor 4; part of campaign. Every block has a small dictionary of its own, with its part of every
/// link. A link that stands on its bound is tight; as many variables, each beside the basis of its
/// block, are basic all the same and balance the tight links: pairs of the two are few, so a line
/// of the whole is one of a block and a small system of equations. Source: generalised upper
/// bounding and its kin (Lasdon 1970, Optimization Theory for Large Systems, chapter 6).
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "campaign/dictionary.h"

namespace entente::campaign {

/// Variables have names 0, 1, ... in the order in which they were made.
using Variable = std::uint32_t;
inline constexpr Variable kNoVariable = std::numeric_limits<Variable>::max();

/// Coefficients of variables, most of them 0.
class Line {
 public:
  void clear(std::size_t variables);
  void add(Variable one, double k) {
    if (seen_[one] == 0) {
      seen_[one] = 1;
      at_.push_back(one);
    }
    k_[one] += k;
  }
  [[nodiscard]] double operator[](Variable one) const { return k_[one]; }
  /// Those that may differ from 0, in the order in which they came.
  [[nodiscard]] const std::vector<Variable>& variables() const { return at_; }

 private:
  std::vector<double> k_;
  std::vector<char> seen_;
  std::vector<Variable> at_;
};

class BlockDictionary {
 public:
  /// Forgets all, keeps the memory.
  void clear();
  /// A block with columns, whose variables are not basic; the first of them.
  Variable add_block(std::size_t columns);
  // Basic variables: sums without entries yet.
  Variable add_sum(std::size_t block);
  Variable add_link();
  /// Adds k times a variable of a block to a sum of that block, or to a link that is basic.
  void add(Variable sum, Variable term, double k);
  /// Adds k times a link to another one that is basic.
  void add_link_to(Variable sum, Variable link, double k);

  [[nodiscard]] std::size_t variables() const { return spots_.size(); }
  [[nodiscard]] std::size_t blocks() const { return count_; }
  [[nodiscard]] bool is_link(Variable one) const { return spots_[one].block == kLinks; }
  [[nodiscard]] std::size_t block_of(Variable one) const { return spots_[one].block; }
  [[nodiscard]] bool basic(Variable one) const;

  /// A basic variable by those that are not.
  void row(Variable basic, Line& line);
  /// What all basic variables have of one that is not.
  void column(Variable other, Line& line);
  /// The first leaves the basis, the second enters it; their coefficient must not be 0. False
  /// where the equations of the pairs cannot be solved: nothing can be done with it then.
  [[nodiscard]] bool pivot(Variable leaves, Variable enters);

  /// Those that are not in the basis of a block; what balances a tight link is basic all the same.
  [[nodiscard]] const std::vector<Variable>& columns(std::size_t block) const {
    return blocks_[block].of_column;
  }
  /// Links that are not basic.
  [[nodiscard]] const std::vector<Variable>& tight() const { return tight_; }
  /// What one more of each of `columns(block)` is worth at these prices of links, [variable].
  void gains(std::size_t block, const std::vector<double>& price, std::vector<double>& found) const;
  /// Sets the prices of tight links so that what balances them is worth nothing.
  void balance_prices(std::vector<double>& price);

 private:
  static constexpr std::uint32_t kLinks = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t kUnpaired = kLinks;
  /// Where a variable stands.
  struct Spot {
    std::uint32_t block = 0, at = 0;  ///< Row or column there, or the index of a link.
    std::uint32_t pair = kUnpaired;   ///< Among the tight links, or those that balance them.
    bool row = false;
  };
  struct Block {
    Dictionary rows{0};
    std::vector<Variable> of_column, of_row;
  };
  /// The row of a link in a block.
  struct Part {
    std::uint32_t block, row;
  };

  [[nodiscard]] std::uint32_t part_of(std::uint32_t link, std::uint32_t block);
  void base_row(const Block& block, std::size_t row, Line& line);
  void balance_row(Line& line);
  void base_column(const Block& block, std::size_t column, double k, Line& line);
  void exchange_in_block(Variable leaves, Variable enters);
  void leave_block(Variable leaves, Variable enters);
  void replace(std::vector<Variable>& pairs, Variable old, Variable other);
  void drop(std::vector<Variable>& pairs, std::uint32_t pair);
  [[nodiscard]] bool invert();

  std::vector<Spot> spots_;
  std::vector<Block> blocks_;
  std::size_t count_ = 0;                 ///< Of blocks in use.
  std::vector<std::vector<Part>> parts_;  ///< [link]
  std::size_t links_ = 0;
  std::vector<Variable> tight_;    ///< Links that are not basic.
  std::vector<Variable> balance_;  ///< Columns of blocks that are basic.
  std::vector<double> inverse_;    ///< [balance * pairs + tight] of the tight links' entries.
  std::vector<double> work_;
  std::vector<double> side_, share_;  ///< [pair]
};

}  // namespace entente::campaign
