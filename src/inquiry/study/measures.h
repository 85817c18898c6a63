/// What is looked at in a cell, draw by draw, and how cells differ from their baseline.
///
/// Floor 6; part of study.
#pragma once

#include <memory>
#include <vector>

#include "campaign/draws.h"
#include "campaign/gaps.h"
#include "studies/cells.h"

namespace entente::inquiry {

/// Where each figure stands in a row: the head is had of every draw, the rest of every fourth.
/// Each figure stands twice: as it is, and less that of the baseline of its cell.
class Figures {
 public:
  /// `sets` are looked at; `dependence` where it is wanted.
  Figures(std::size_t cells, std::size_t sets, std::size_t elements, bool dependence);

  [[nodiscard]] std::size_t head() const { return 2 * cells_ * block_; }
  [[nodiscard]] std::size_t size() const { return head() + (dependence_ ? 4 * cells_ : 0); }

  [[nodiscard]] std::size_t gap(std::size_t cell, std::size_t set) const {
    return cell * block_ + set;
  }
  [[nodiscard]] std::size_t covered(std::size_t cell, std::size_t set) const {
    return cell * block_ + sets_ + set;
  }
  /// Units short of an element, weighted as the contingencies are, mean over the days.
  [[nodiscard]] std::size_t shortage(std::size_t cell, std::size_t set, std::size_t element) const {
    return cell * block_ + 2 * sets_ + set * elements_ + element;
  }
  /// Of the largest set.
  [[nodiscard]] std::size_t dependence(std::size_t cell) const { return head() + 2 * cell; }
  [[nodiscard]] std::size_t hub_load(std::size_t cell) const { return dependence(cell) + 1; }
  /// The figure at `at` less that of the baseline.
  [[nodiscard]] std::size_t difference(std::size_t at) const {
    return at < head() ? at + cells_ * block_ : at + 2 * cells_;
  }
  /// The same figure of another cell.
  [[nodiscard]] std::size_t moved(std::size_t at, int cells) const;

 private:
  std::size_t cells_, sets_, elements_, block_;
  bool dependence_;
};

/// What is looked at, over draws that all cells share.
struct Watching {
  const std::vector<std::unique_ptr<studies::Cell>>& cells;
  std::vector<std::vector<int>> sets;
  std::size_t largest = 0;  ///< The set whose dependence on the hub is looked at.
  bool dependence = true;
  campaign::Sampling sampling;
};

[[nodiscard]] Figures figures_of(const Watching& watching);

/// All draws; of a run that is stopped those there are, unless that `throws`. Throws `Cancelled`
/// where there is nothing to show. Cost: one reduced programme a draw, cell, set and element; with
/// dependence a whole one every fourth draw.
[[nodiscard]] campaign::Drawn watch(const Watching& watching, const Run& run,
                                    campaign::Stopped stopped = campaign::Stopped::throws);

/// What the hub has to do with what a set asks and gets, as shares in [0, 1], weighted as the gap;
/// 0 where nothing is met.
struct HubShare {
  double needs = 0;  ///< Met by forces of the hub, or by forces that do not work without it (the
                     ///< share that the hub's services hold, gone for good).
  double sends = 0;  ///< Met by forces of the hub.
};
[[nodiscard]] HubShare hub_share(const studies::Cell& cell, const campaign::DrawTerms& terms,
                                 std::span<const int> set);

}  // namespace entente::inquiry
