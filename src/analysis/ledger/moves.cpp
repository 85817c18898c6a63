#include "analysis/ledger/moves.h"

#include <algorithm>
#include <cmath>

#include "base/threads.h"
#include "campaign/gaps.h"

namespace entente::analysis {
namespace {

using namespace campaign;

constexpr double kLow = 0.05, kHigh = 0.95;
constexpr double kNothing = 1e-9;  // A move of the gap that is rounding.

/// Gaps with a factor at one end: everything but the draw of honour settled.
class Pushed {
 public:
  Pushed(const Question& q, const std::vector<int>& set, const Symbols& symbols,
         const Factor& factor, double u)
      : q_(q), set_(set) {
    const Push push{factor.keys, u};
    world_ = shared_world(q.situation, numbers_of(q.situation, q.premises, symbols, {}, &push));
  }

  [[nodiscard]] double gap(Honour honour, std::uint64_t seed, std::uint64_t draw,
                           const std::vector<bool>& elements = {}) const {
    return q_.situation.percent(shortfall(draw_in(*world_, honour, seed, draw), set_, elements));
  }

 private:
  const Question& q_;
  const std::vector<int>& set_;
  std::unique_ptr<const SharedWorld> world_;
};

}  // namespace

std::vector<Move> what_moves(const Question& q, const std::vector<int>& set, const Symbols& symbols,
                             std::size_t drawn, std::size_t draws, const Run& run) {
  std::vector<Move> moves;
  for (Factor& factor : factors_of(q)) moves.push_back({.factor = std::move(factor)});
  on_threads(moves.size(), run, [&](std::size_t i) {
    const Factor& factor = moves[i].factor;
    const auto expected = [&](double u) {
      return Pushed(q, set, symbols, factor, u).gap(Honour::expected, 0, 0, factor.elements);
    };
    moves[i].screened = expected(kHigh) - expected(kLow);
  });
  std::ranges::stable_sort(moves, [](const Move& a, const Move& b) {
    return std::abs(a.screened) > std::abs(b.screened);
  });
  std::erase_if(moves, [](const Move& one) { return std::abs(one.screened) < kNothing; });
  on_threads(std::min(drawn, moves.size()), run, [&](std::size_t i) {
    const Pushed low(q, set, symbols, moves[i].factor, kLow);
    const Pushed high(q, set, symbols, moves[i].factor, kHigh);
    solve::Sums& sums = moves[i].drawn.emplace(3, 1, draws);
    for (std::size_t draw = 0; draw < draws; ++draw) {
      const double a = low.gap(Honour::drawn, run.seed, draw);
      const double b = high.gap(Honour::drawn, run.seed, draw);
      sums.add(0, {a, b, b - a});
    }
  });
  return moves;
}

}  // namespace entente::analysis
