#include "inquiry/explore/tipping.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/threads.h"

namespace entente::inquiry {

using studies::Outcomes;
namespace {

constexpr std::size_t kScan = 9;
constexpr int kHalvings = 7;  // An eighth of the range to a 1/1024.

/// Outcomes as one factor moves, worked out once a value. Errors are kept for the end.
class Moving {
 public:
  Moving(const Exploration& exploration, std::size_t axis, const Run& run)
      : e_(exploration), axis_(axis), run_(run), values_(plain_values(exploration)) {}

  [[nodiscard]] double plain() const { return e_.axes[axis_].plain; }

  /// Outcome less bound or baseline, as a loss; 0 after an error.
  double loss(const Tip& tip, double value) {
    const Outcomes* y = at(value);
    if (y == nullptr) return 0;
    const Gauge& gauge = e_.gauges[tip.gauge];
    const auto of = [&](std::size_t option) {
      return gauge.loss((*y)[option * e_.gauges.size() + tip.gauge]);
    };
    return of(tip.option) - (tip.threshold ? *gauge.bound() : of(e_.baseline));
  }

  /// -1, 0 or 1; of a threshold 1 where it is passed, else -1.
  int side(const Tip& tip, double value) {
    const double loss_here = loss(tip, value);
    if (tip.threshold) return loss_here > 0 ? 1 : -1;
    return loss_here > 0 ? 1 : loss_here < 0 ? -1 : 0;
  }

  /// Values that are tried, in rising order, the plain one among them.
  std::vector<double> scan() const {
    const Axis& axis = e_.axes[axis_];
    const std::size_t levels = axis.levels(kScan);
    std::vector<double> found{axis.plain};
    for (std::size_t i = 0; i < levels; ++i)
      found.push_back(
          axis.value(levels == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(levels - 1)));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  /// Between two values on different sides, from the one that is as the plain value.
  double between(const Tip& tip, double same, double other) {
    const Axis& axis = e_.axes[axis_];
    const int here = side(tip, same);
    if (!axis.words.empty()) return other;
    for (int i = 0; i < kHalvings; ++i) {
      double middle = (same + other) / 2;
      if (axis.factor.whole) middle = std::floor(middle);
      if (middle == same || middle == other) break;
      (side(tip, middle) == here ? same : other) = middle;
    }
    return other;
  }

  Faults faults;

 private:
  const Outcomes* at(double value) {
    const auto known = memory_.find(value);
    if (known != memory_.end()) return &known->second;
    values_[axis_] = value;
    auto found = outcomes_at(e_, values_.data(), run_);
    if (!found) {
      if (faults.empty()) faults = found.error();
      return nullptr;
    }
    return &memory_.emplace(value, std::move(found).value()).first->second;
  }

  const Exploration& e_;
  std::size_t axis_;
  const Run& run_;
  std::vector<double> values_;
  std::map<double, Outcomes> memory_;
};

void find_turn(Tip& tip, Moving& moving) {
  const std::vector<double> values = moving.scan();
  tip.plain = moving.loss(tip, moving.plain());
  tip.low = moving.loss(tip, values.front());
  tip.high = moving.loss(tip, values.back());
  const int here = moving.side(tip, moving.plain());
  if (here == 0) return;
  int before = 0;
  std::optional<std::pair<double, double>> below, above;  // Neighbours that differ.
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int now = moving.side(tip, values[i]);
    if (now != 0 && before != 0 && now != before) ++tip.turns;
    if (now != 0) before = now;
    if (now != -here) continue;
    if (values[i] < moving.plain()) below = {values[i + 1], values[i]};
    if (values[i] > moving.plain() && !above) above = {values[i - 1], values[i]};
  }
  if (!below && !above) return;
  const auto away = [&](const std::pair<double, double>& pair) {
    return std::abs(pair.second - moving.plain());
  };
  tip.above = above && (!below || away(*above) <= away(*below));
  const auto& [same, other] = tip.above ? *above : *below;
  tip.value = moving.between(tip, same, other);
}

}  // namespace

Result<std::vector<Tip>> find_tips(const Exploration& e, const Run& run) {
  std::vector<std::vector<Tip>> by_axis(e.axes.size());
  std::vector<Faults> faults(e.axes.size());
  on_threads(e.axes.size(), run, [&](std::size_t j) {
    Moving moving(e, j, run);
    for (std::size_t o = 0; o < e.options.size(); ++o)
      for (std::size_t g = 0; g < e.gauges.size(); ++g)
        for (const bool threshold : {true, false}) {
          if (threshold ? !e.gauges[g].bound().has_value() : o == e.baseline) continue;
          Tip tip{.option = o, .gauge = g, .axis = j, .threshold = threshold};
          find_turn(tip, moving);
          by_axis[j].push_back(tip);
        }
    faults[j] = std::move(moving.faults);
  });
  std::vector<Tip> found;
  for (std::size_t j = 0; j < by_axis.size(); ++j) {
    if (!faults[j].empty()) return faults[j];
    found.insert(found.end(), by_axis[j].begin(), by_axis[j].end());
  }
  return found;
}

}  // namespace entente::inquiry
