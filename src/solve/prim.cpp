#include "solve/prim.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

namespace entente::solve {
namespace {

class Search {
 public:
  Search(const PrimCases& cases, const PrimSettings& settings) : c_(cases), settings_(settings) {
    for (const char one : c_.interest) interesting_ += one;
  }

  PrimSearch run() {
    PrimSearch found;
    found.trajectory.push_back(everything());
    while (auto next = peeled(found.trajectory.back())) found.trajectory.push_back(*next);
    found.box = *std::ranges::max_element(found.trajectory, {}, [](const PrimBox& box) {
      const double sum = box.coverage + box.density;
      return sum > 0 ? box.coverage * box.density / sum : 0;
    });
    while (auto wider = pasted(found.box)) found.box = *wider;
    free_ends(found.box, found.trajectory.front());
    for (std::size_t j = 0; j < c_.factors; ++j) found.quasi_p.push_back(quasi_p(found.box, j));
    return found;
  }

 private:
  [[nodiscard]] std::size_t size() const { return c_.interest.size(); }

  PrimBox everything() const {
    PrimBox box;
    for (std::size_t j = 0; j < c_.factors; ++j) {
      double low = c_.at(0, j), high = low;
      for (std::size_t i = 0; i < size(); ++i) {
        low = std::min(low, c_.at(i, j));
        high = std::max(high, c_.at(i, j));
      }
      box.low.push_back(low);
      box.high.push_back(high);
    }
    box.from.assign(c_.factors, 0);
    box.to.assign(c_.factors, 0);
    return measured(std::move(box));
  }

  /// Whether a case lies inside; `free` is a factor that is not looked at.
  [[nodiscard]] bool inside(const PrimBox& box, std::size_t row, std::size_t free) const {
    for (std::size_t j = 0; j < c_.factors; ++j)
      if (j != free && (c_.at(row, j) < box.low[j] || c_.at(row, j) > box.high[j])) return false;
    return true;
  }

  struct Count {
    std::size_t cases = 0, hits = 0;
  };
  [[nodiscard]] Count count(const PrimBox& box, std::size_t free) const {
    Count found;
    for (std::size_t i = 0; i < size(); ++i) {
      if (!inside(box, i, free)) continue;
      ++found.cases;
      found.hits += c_.interest[i] != 0 ? 1 : 0;
    }
    return found;
  }

  PrimBox measured(PrimBox box) const {
    const Count found = count(box, c_.factors);
    const auto share = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    box.coverage = share(found.hits, interesting_);
    box.density = share(found.hits, found.cases);
    box.mass = share(found.cases, size());
    return box;
  }

  /// Values of a factor in rising order, of the cases inside, or of those that are out by it alone.
  std::vector<double> values(const PrimBox& box, std::size_t j, bool out) const {
    std::vector<double> found;
    for (std::size_t i = 0; i < size(); ++i) {
      const double x = c_.at(i, j);
      const bool is_out = x < box.low[j] || x > box.high[j];
      if (is_out == out && inside(box, i, j)) found.push_back(x);
    }
    std::ranges::sort(found);
    return found;
  }

  [[nodiscard]] std::size_t step(std::size_t cases) const {
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(settings_.peel * static_cast<double>(cases)));
  }

  /// The box without the cases at one end of a factor; none where all share one value.
  std::optional<PrimBox> peeled(const PrimBox& box, std::size_t j, bool at_low) const {
    const std::vector<double> x = values(box, j, false);
    if (x.empty() || x.front() == x.back()) return std::nullopt;
    PrimBox smaller = box;
    const std::size_t gone = std::min(step(x.size()), x.size() - 1);
    if (at_low) {
      auto edge = x.begin() + static_cast<std::ptrdiff_t>(gone);
      if (*edge == x.front()) edge = std::upper_bound(x.begin(), x.end(), x.front());
      smaller.low[j] = *edge;
      smaller.from[j] = 1;
    } else {
      auto edge = x.end() - 1 - static_cast<std::ptrdiff_t>(gone);
      if (*edge == x.back()) edge = std::lower_bound(x.begin(), x.end(), x.back()) - 1;
      smaller.high[j] = *edge;
      smaller.to[j] = 1;
    }
    return measured(std::move(smaller));
  }

  std::optional<PrimBox> peeled(const PrimBox& box) const {
    if (box.density >= 1 || box.density <= 0) return std::nullopt;
    std::optional<PrimBox> best;
    for (std::size_t j = 0; j < c_.factors; ++j)
      for (const bool at_low : {true, false}) {
        auto one = peeled(box, j, at_low);
        if (!one || one->mass < settings_.least) continue;
        if (!best || one->density > best->density ||
            (one->density == best->density && one->mass > best->mass))
          best = std::move(one);
      }
    return best;
  }

  /// Values of the cases that one end of a factor alone keeps out, in rising order.
  std::vector<double> beyond(const PrimBox& box, std::size_t j, bool at_low) const {
    std::vector<double> x = values(box, j, true);
    std::erase_if(x, [&](double one) { return at_low ? one > box.low[j] : one < box.high[j]; });
    return x;
  }

  /// An end that keeps no case out is no restriction.
  void free_ends(PrimBox& box, const PrimBox& all) const {
    for (std::size_t j = 0; j < c_.factors; ++j) {
      if (box.from[j] != 0 && beyond(box, j, true).empty()) {
        box.from[j] = 0;
        box.low[j] = all.low[j];
      }
      if (box.to[j] != 0 && beyond(box, j, false).empty()) {
        box.to[j] = 0;
        box.high[j] = all.high[j];
      }
    }
  }

  /// The box with the next cases beyond one end of a factor; none where there are none.
  std::optional<PrimBox> widened(const PrimBox& box, std::size_t j, bool at_low) const {
    if ((at_low ? box.from : box.to)[j] == 0) return std::nullopt;
    const std::vector<double> x = beyond(box, j, at_low);
    if (x.empty()) return std::nullopt;
    PrimBox wider = box;
    const auto inside_now =
        static_cast<std::size_t>(std::lround(box.mass * static_cast<double>(size())));
    const std::size_t more = std::min(step(inside_now), x.size()) - 1;
    if (at_low)
      wider.low[j] = x[x.size() - 1 - more];
    else
      wider.high[j] = x[more];
    return measured(std::move(wider));
  }

  std::optional<PrimBox> pasted(const PrimBox& box) const {
    std::optional<PrimBox> best;
    for (std::size_t j = 0; j < c_.factors; ++j)
      for (const bool at_low : {true, false}) {
        auto one = widened(box, j, at_low);
        if (!one || one->density < box.density || one->mass <= box.mass) continue;
        if (!best || one->density > best->density ||
            (one->density == best->density && one->mass > best->mass))
          best = std::move(one);
      }
    return best;
  }

  [[nodiscard]] double quasi_p(const PrimBox& box, std::size_t j) const {
    if (!box.restricted(j)) return 1;
    const Count here = count(box, c_.factors), without = count(box, j);
    return binomial_tail(here.hits, here.cases,
                         static_cast<double>(without.hits) / static_cast<double>(without.cases));
  }

  const PrimCases& c_;
  const PrimSettings& settings_;
  std::size_t interesting_ = 0;
};

}  // namespace

std::size_t PrimBox::restrictions() const {
  std::size_t found = 0;
  for (std::size_t j = 0; j < low.size(); ++j) found += restricted(j) ? 1 : 0;
  return found;
}

PrimSearch prim(const PrimCases& cases, const PrimSettings& settings) {
  assert(!cases.interest.empty() && cases.values.size() == cases.interest.size() * cases.factors);
  return Search(cases, settings).run();
}

PrimCases outside(const PrimCases& cases, const PrimBox& box) {
  PrimCases left{cases.factors, {}, {}};
  for (std::size_t i = 0; i < cases.interest.size(); ++i) {
    bool in = true;
    for (std::size_t j = 0; j < cases.factors; ++j)
      in = in && cases.at(i, j) >= box.low[j] && cases.at(i, j) <= box.high[j];
    if (in) continue;
    for (std::size_t j = 0; j < cases.factors; ++j) left.values.push_back(cases.at(i, j));
    left.interest.push_back(cases.interest[i]);
  }
  return left;
}

double binomial_tail(std::size_t successes, std::size_t trials, double p) {
  if (successes == 0) return 1;
  if (successes > trials || p <= 0) return 0;
  if (p >= 1) return 1;
  // Terms by logarithms: the first may be too small for a double where the sum is not.
  double log_term = static_cast<double>(trials) * std::log1p(-p);
  const double odds = std::log(p) - std::log1p(-p);
  double below = 0, above = 0;
  for (std::size_t i = 0; i <= trials; ++i) {
    if (i > 0)
      log_term +=
          odds + std::log(static_cast<double>(trials - i + 1)) - std::log(static_cast<double>(i));
    (i < successes ? below : above) += std::exp(log_term);
  }
  return above / (below + above);
}

}  // namespace entente::solve
