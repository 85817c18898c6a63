#include "studies/experiments/boxes.h"

#include <algorithm>
#include <utility>

namespace entente::studies {
namespace {

constexpr std::size_t kMostBoxes = 2;
constexpr std::size_t kLeastFutures = 20;  // Below, no box is more than chance.

}  // namespace

Failing failing_boxes(const Exploration& e, const Experiments& x, const std::string& measure,
                      const std::vector<char>& good) {
  Failing found{measure, 0, {}, {}};
  solve::PrimCases cases{e.axes.size(), {}, {}};
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (std::size_t j = 0; j < e.axes.size(); ++j)
      cases.values.push_back(x.points.row(x.ensemble[i])[j]);
    cases.interest.push_back(good[i] == 0 ? 1 : 0);
    found.failures += good[i] == 0 ? 1 : 0;
  }
  const std::size_t futures = good.size();
  std::size_t left = found.failures;
  for (std::size_t box = 0; box < kMostBoxes; ++box) {
    // Few failures make no box, and where all fail there is nothing to tell apart.
    const std::size_t now = cases.interest.size();
    if (futures < kLeastFutures || left * 20 < futures || left == now) break;
    solve::PrimSearch search = solve::prim(cases);
    if (search.box.restrictions() == 0) break;
    const double inside = search.box.coverage * static_cast<double>(left);
    found.coverage.push_back(inside / static_cast<double>(found.failures));
    cases = solve::outside(cases, search.box);
    left = static_cast<std::size_t>(std::ranges::count(cases.interest, char{1}));
    found.boxes.push_back(std::move(search));
  }
  return found;
}

}  // namespace entente::studies
