#include "inquiry/study/turning.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/threads.h"
#include "campaign/gaps.h"

namespace entente::inquiry {
namespace {

using namespace campaign;
using namespace studies;

constexpr double kLow = 0.05, kHigh = 0.95;
constexpr double kNothing = 1e-9;  // A move that is rounding.
constexpr int kHalvings = 12;      // Of the quantile at which a sign turns: to 1 / 4,000.

/// Groups of facts about single states are left out but for the hub: there are hundreds, and none
/// weighs much.
bool told(const std::string& name, const std::string& hub) {
  for (const std::string_view begin :
       {"forces of ", "home defence of ", "readiness of ", "reliability of ", "share that "})
    if (name.starts_with(begin))
      return name == std::string(begin) + hub || name == "share that " + hub + " sends";
  return true;
}

/// Expected-honour gaps of one set, with a factor pushed.
class Pushing {
 public:
  Pushing(const std::vector<std::unique_ptr<Cell>>& cells, const std::vector<int>& set,
          const std::string& hub)
      : cells_(cells), set_(set) {
    for (const auto& cell : cells_) {
      auto& own = factors_.emplace_back();
      for (Factor& factor : factors_of(cell->question))
        if (told(factor.name, hub)) own.emplace(factor.name, std::move(factor));
    }
  }

  /// Names of what either side of a comparison does not know.
  [[nodiscard]] std::set<std::string> names(std::size_t cell) const {
    std::set<std::string> all;
    for (const std::size_t side : {cell, other(cell)})
      for (const auto& [name, factor] : factors_[side]) all.insert(name);
    return all;
  }

  /// Gap of a cell with the factor of this name at quantile u; with none where it has no such.
  [[nodiscard]] double gap(std::size_t cell, const std::string& name, double u) const {
    const Question& q = cells_[cell]->question;
    const auto found = factors_[cell].find(name);
    Push push;
    if (found != factors_[cell].end()) push = {found->second.keys, u};
    const auto world = shared_world(
        q.situation,
        numbers_of(q.situation, q.premises, cells_[cell]->library.world.symbols, {}, &push));
    return q.situation.percent(shortfall(draw_in(*world, Honour::expected), set_));
  }

  [[nodiscard]] double difference(std::size_t cell, const std::string& name, double u) const {
    return gap(cell, name, u) - gap(other(cell), name, u);
  }

  /// The value of an assumption at a quantile.
  [[nodiscard]] std::optional<double> value(std::size_t cell, const std::string& name,
                                            double u) const {
    const auto found = factors_[cell].find(name);
    if (found == factors_[cell].end()) return std::nullopt;
    const auto range = range_of(found->second, cells_[cell]->question.premises);
    if (!range) return std::nullopt;
    return campaign::quantile(*range, u);
  }

  [[nodiscard]] std::size_t other(std::size_t cell) const {
    return static_cast<std::size_t>(cells_[cell]->baseline);
  }

 private:
  const std::vector<std::unique_ptr<Cell>>& cells_;
  const std::vector<int>& set_;
  std::vector<std::map<std::string, Factor>> factors_;
};

bool opposite(double a, double b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }

/// Where the sign turns between two quantiles at which it differs.
double turns_between(const Pushing& pushing, const Turn& turn, double from, double to) {
  const double sign = pushing.difference(turn.cell, turn.name, from);
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (from + to) / 2;
    (opposite(pushing.difference(turn.cell, turn.name, middle), sign) ? to : from) = middle;
  }
  return (from + to) / 2;
}

}  // namespace

std::vector<Turn> what_turns(const std::vector<std::unique_ptr<Cell>>& cells,
                             const std::vector<int>& set, const std::string& hub, std::size_t most,
                             const Run& run) {
  const Pushing pushing(cells, set, hub);
  std::vector<std::vector<Turn>> all(cells.size());
  std::vector<double> plain(cells.size());
  on_threads(cells.size(), run, [&](std::size_t i) { plain[i] = pushing.gap(i, "", 0.5); });
  // The gap of each cell with each factor at either end, worked out once and shared by pairs.
  struct Ends {
    std::size_t cell;
    std::string name;
    double low = 0, high = 0;
  };
  std::vector<Ends> ends;
  std::vector<std::map<std::string, std::size_t>> at(cells.size());
  const auto want = [&](std::size_t cell, const std::string& name) {
    if (at[cell].emplace(name, ends.size()).second) ends.push_back({cell, name});
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i]->baseline < 0) continue;
    for (const std::string& name : pushing.names(i)) {
      want(i, name);
      want(pushing.other(i), name);
    }
  }
  on_threads(ends.size(), run, [&](std::size_t i) {
    ends[i].low = pushing.gap(ends[i].cell, ends[i].name, kLow);
    ends[i].high = pushing.gap(ends[i].cell, ends[i].name, kHigh);
  });
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i]->baseline < 0) continue;
    std::vector<Turn> own;
    for (const std::string& name : pushing.names(i)) {
      const Ends& mine = ends[at[i].at(name)];
      const Ends& theirs = ends[at[pushing.other(i)].at(name)];
      own.push_back({i,
                     name,
                     plain[i] - plain[pushing.other(i)],
                     mine.low - theirs.low,
                     mine.high - theirs.high,
                     {},
                     {}});
    }
    const auto weight = [](const Turn& one) {
      const bool turned = opposite(one.plain, one.low) || opposite(one.plain, one.high);
      return std::pair(!turned, -std::abs(one.high - one.low));
    };
    std::erase_if(own, [](const Turn& one) { return std::abs(one.high - one.low) < kNothing; });
    std::ranges::stable_sort(own, {}, weight);
    if (own.size() > most) own.resize(most);
    turns.insert(turns.end(), own.begin(), own.end());
  }
  on_threads(turns.size(), run, [&](std::size_t i) {
    Turn& turn = turns[i];
    const bool low = opposite(turn.plain, turn.low);
    if (!low && !opposite(turn.plain, turn.high)) return;
    turn.quantile = turns_between(pushing, turn, 0.5, low ? kLow : kHigh);
    turn.value = pushing.value(turn.cell, turn.name, *turn.quantile);
  });
  return turns;
}

}  // namespace entente::inquiry
