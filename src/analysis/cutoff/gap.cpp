#include "analysis/cutoff/gap.h"

#include <algorithm>
#include <memory>

namespace entente::analysis {
namespace {

using namespace campaign;

using World = std::unique_ptr<const SharedWorld>;

/// One world of facts, as it is and with the switch in every position.
struct Worlds {
  World ledger, supplied, thrown, alone, naive;
};

class Sweeping {
 public:
  explicit Sweeping(const GapSweep& sweep) : sweep_(sweep), s_(sweep.question.situation) {
    touched_.assign(s_.elements.size(), false);
    for (const Service& one : sweep.services) {
      if (one.hold < 0) continue;
      const HoldCase& hold = s_.holds[static_cast<std::size_t>(one.hold)];
      touched_[static_cast<std::size_t>(hold.element)] = true;
      suppliers_.push_back(static_cast<std::size_t>(hold.supplier));
    }
    std::ranges::sort(suppliers_);
    suppliers_.erase(std::unique(suppliers_.begin(), suppliers_.end()), suppliers_.end());
  }

  Worlds enter(const WorldId& id) const {
    const Question& q = sweep_.question;
    const Numbers numbers = numbers_of(s_, q.premises, sweep_.symbols, id);
    Switch alone = sweep_.thrown;
    alone.forces_too = true;
    const auto made = [&](Numbers one) { return shared_world(s_, std::move(one)); };
    return {made(numbers), made(supplied_world(numbers, sweep_.services)),
            made(thrown_world(s_, numbers, sweep_.services, sweep_.thrown, id)),
            made(thrown_world(s_, numbers, sweep_.services, alone, id)),
            made(naive_world(s_, numbers, sweep_.services))};
  }

  std::vector<double> row(const Worlds& worlds, std::uint64_t draw) const {
    const Honour honour = sweep_.sampling.vary.honour ? Honour::drawn : Honour::expected;
    const Kept kept = kept_in(s_, worlds.ledger->numbers, honour, sweep_.sampling.seed, draw);
    const auto terms = [&](const World& world) { return draw_terms(world->terms, kept); };
    const DrawTerms ledger = terms(worlds.ledger), supplied = terms(worlds.supplied),
                    thrown = terms(worlds.thrown), alone = terms(worlds.alone),
                    naive = terms(worlds.naive);
    const auto& sets = sweep_.question.sets;
    std::vector<double> row(sets.size() * kGapFigures, 0.0);
    for (std::size_t i = 0; i < sets.size(); ++i) {
      const auto put = [&](GapFigure figure, double gap) { row[gap_column(i, figure)] = gap; };
      const std::vector<Optimum> own = optima(ledger, sets[i]);
      const double base = supports(kept, sets[i]) ? sum(own) : with(own, supplied, sets[i]);
      const double cut = with(own, thrown, sets[i]), bought = with(own, naive, sets[i]);
      const double left = sum(optima(alone, sets[i]));
      put(GapFigure::ledger, sum(own));
      put(GapFigure::supplied, base);
      put(GapFigure::thrown, cut);
      put(GapFigure::alone, left);
      put(GapFigure::thrown_more, cut - base);
      put(GapFigure::alone_more, left - base);
      put(GapFigure::naive, bought);
      put(GapFigure::naive_more, bought - base);
    }
    return row;
  }

 private:
  /// The gap, added up as the ledger does.
  double sum(const std::vector<Optimum>& optima) const {
    double sum = 0;
    for (const Optimum& one : optima) sum += s_.percent(one.shortfall);
    return sum;
  }

  /// True where the patron supports everybody in a draw anyway.
  bool supports(const Kept& kept, const std::vector<int>& set) const {
    return std::ranges::all_of(suppliers_, [&](std::size_t supplier) {
      return std::ranges::all_of(set, [&](int place) {
        return kept.supplies[supplier * s_.places.size() + static_cast<std::size_t>(place)] >= 1;
      });
    });
  }

  /// The gap of other terms; elements that no service touches are as they were.
  double with(std::vector<Optimum> own, const DrawTerms& terms, const std::vector<int>& set) const {
    const std::vector<Optimum> other = optima(terms, set, touched_);
    for (std::size_t k = 0; k < own.size(); ++k)
      if (touched_[k]) own[k] = other[k];
    return sum(own);
  }

  const GapSweep& sweep_;
  const Situation& s_;
  std::vector<bool> touched_;           ///< [element] a service of the patron bears on it.
  std::vector<std::size_t> suppliers_;  ///< Of those services, in the situation.
};

}  // namespace

Drawn gap_sweep(const GapSweep& sweep, const Run& run) {
  const Sweeping sweeping(sweep);
  const std::size_t columns = sweep.question.sets.size() * kGapFigures;
  return over_draws(
      sweep.sampling, columns, columns, run, [&](const WorldId& id) { return sweeping.enter(id); },
      [&](const Worlds& worlds, std::uint64_t draw, bool) { return sweeping.row(worlds, draw); },
      Stopped::kept);
}

}  // namespace entente::analysis
