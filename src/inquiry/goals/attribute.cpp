#include "inquiry/goals/attribute.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/threads.h"
#include "inquiry/goals/rows.h"
#include "inquiry/goals/sample.h"
#include "solve/cooperative_game.h"

namespace entente::inquiry {
namespace {

constexpr double kNinety = 1.6448536269514722;  // Of a normal law, either side.
constexpr std::size_t kLeastBatches = 4;
constexpr double kGoodEnough = 0.02;  // Standard error over what all add together.
constexpr double kMostBytes = 512e6;

using Rows = std::vector<std::vector<double>>;  ///< [stakes * measures + measure]

class Attributor {
 public:
  Attributor(const Played& played, const Effort& effort) : played_(played), effort_(effort) {}

  Result<Attribution> run() {
    worlds_.resize(played_.worlds());
    on_threads(worlds_.size(), played_.request.run,
               [&](std::size_t i) { worlds_[i] = std::make_unique<World>(played_, i); });
    for (const Measure* one : played_.measures())
      (is_closed(*one) ? closed_ : evaluated_).push_back(one);
    find_players();
    for (const Measure* one : closed_) work_out_closed(*one);
    if (!evaluated_.empty() && !work_out_evaluated()) return too_large();
    for (const auto& world : worlds_)
      if (!world->faults().empty()) return world->faults();
    std::ranges::stable_sort(made_.measures, {}, [](const Attributed& one) {
      return std::ranges::find(all_measures(), one.measure) - all_measures().begin();
    });
    made_.evaluated = worlds_.front()->evaluated();
    return std::move(made_);
  }

 private:
  bool is_closed(const Measure& measure) {
    if (measure.things == nullptr || played_.players.kind == PlayerKind::levers) return false;
    return std::ranges::all_of(worlds_.front()->things(measure), [](const Item& thing) {
      return std::ranges::all_of(thing.by, [](const Item::By& by) { return by.needs.size() < 2; });
    });
  }

  /// Those whose promises some thing counts, in any world.
  std::vector<std::size_t> counted(const Measure& measure) {
    std::set<std::size_t> found;
    for (const auto& world : worlds_)
      for (const Item& thing : world->things(measure))
        for (const Item::By& by : thing.by)
          if (by.value > 0) found.insert(by.needs.begin(), by.needs.end());
    return {found.begin(), found.end()};
  }

  /// The players of the measures that are evaluated together.
  void find_players() {
    std::vector<char> wanted(played_.players.size(),
                             played_.players.kind == PlayerKind::levers ? 1 : 0);
    if (played_.players.kind != PlayerKind::levers)
      for (const Measure* one : evaluated_) {
        if (one->outcome != nullptr) {
          const std::vector<char> moves = worlds_.front()->moves_forces();
          for (std::size_t i = 0; i < wanted.size(); ++i)
            wanted[i] = wanted[i] != 0 || moves[i] != 0 ? 1 : 0;
        } else {
          for (const std::size_t i : counted(*one)) wanted[i] = 1;
        }
      }
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (wanted[i] != 0) players_.push_back(i);
  }

  std::vector<int> unions(const std::vector<std::size_t>& players) const {
    std::vector<int> found;
    for (const std::size_t one : players) found.push_back(played_.players.unions[one]);
    return found;
  }

  Attributed opened(const Measure& measure, Method method,
                    const std::vector<std::size_t>& players) const {
    const std::size_t n = players.size();
    const std::size_t pairs = method == Method::sampled || n < 2 ? 0 : n * (n - 1) / 2;
    return {&measure,
            method,
            players,
            solve::Sums(kFigures * n + 3 + pairs, played_.worlds(), played_.stakes()),
            std::vector<double>(kFigures * n, 0),
            0};
  }

  void work_out_closed(const Measure& measure) {
    const std::vector<std::size_t> players = counted(measure);
    std::vector<std::size_t> number(played_.players.size(), 0);
    for (std::size_t at = 0; at < players.size(); ++at) number[players[at]] = at;
    Attributed made = opened(measure, Method::closed, players);
    const std::vector<int> in_unions = unions(players);
    for (std::size_t w = 0; w < worlds_.size(); ++w) {
      std::vector<Item> things = worlds_[w]->things(measure);
      for (Item& thing : things)  // Those that are worth nothing anywhere have no number.
        std::erase_if(thing.by, [](const Item::By& by) { return by.value <= 0; });
      const std::vector<double> row = row_of(closed_worths(things, number, in_unions));
      for (std::size_t s = 0; s < played_.stakes(); ++s) made.sums.add(w, row);
    }
    made_.measures.push_back(std::move(made));
  }

  [[nodiscard]] double bytes() const {
    return std::exp2(static_cast<double>(players_.size())) *
           static_cast<double>(played_.stakes() * evaluated_.size()) * sizeof(double);
  }

  /// False where enumeration is asked for and cannot be had.
  bool work_out_evaluated() {
    const bool possible = players_.size() <= solve::kMostGamePlayers && bytes() <= kMostBytes;
    const bool exact = effort_.method == Effort::Asked::exact ||
                       (effort_.method == Effort::Asked::automatic &&
                        players_.size() <= effort_.enumerate && possible);
    if (exact && !possible) return false;
    const Method method = exact ? Method::enumerated : Method::sampled;
    for (const Measure* one : evaluated_) {
      fresh_.push_back(opened(*one, method, players_));
    }
    std::vector<Rows> rows = exact ? enumerated() : sampled();
    for (std::size_t w = 0; w < rows.size(); ++w)
      for (std::size_t i = 0; i < rows[w].size(); ++i)
        fresh_[i % evaluated_.size()].sums.add(w, rows[w][i]);
    for (Attributed& one : fresh_) made_.measures.push_back(std::move(one));
    return true;
  }

  Error too_large() const {
    const std::string count = std::to_string(players_.size());
    return {Code::too_large,
            {"arguments", 0, 0},
            count + " players are too many to enumerate: 2^" + count + " coalitions, " +
                std::to_string(static_cast<long long>(std::min(bytes(), 1e18) / 1e6)) + " MB",
            "at most 20 are; leave out --method exact to sample orders, or choose players with "
            "--of or --player"};
  }

  Members all_of_them() const { return Members(played_.players.size(), 1); }

  std::vector<Rows> enumerated() {
    std::vector<Rows> rows(worlds_.size());
    const std::size_t columns = played_.stakes() * evaluated_.size();
    const std::vector<int> in_unions = unions(players_);
    on_threads(worlds_.size(), played_.request.run, [&](std::size_t w) {
      const std::size_t coalitions = std::size_t{1} << players_.size();
      std::vector<std::vector<double>> values(columns, std::vector<double>(coalitions));
      for (std::size_t s = 0; s < coalitions; ++s) {
        if (stopped(played_.request.run)) throw Cancelled();
        Members members = all_of_them();
        for (std::size_t at = 0; at < players_.size(); ++at)
          members[players_[at]] = (s >> at & 1) != 0 ? 1 : 0;
        const std::vector<double> row = worlds_[w]->values(members, evaluated_);
        for (std::size_t c = 0; c < columns; ++c) values[c][s] = row[c];
      }
      for (const auto& one : values) rows[w].push_back(row_of(enumerated_worths(one, in_unions)));
    });
    return rows;
  }

  std::vector<Rows> sampled() {
    std::vector<std::vector<Batch>> batches(worlds_.size());
    std::size_t done = 0;
    while (done < effort_.orders && (done < kLeastBatches || !good_enough(batches))) {
      on_threads(worlds_.size(), played_.request.run, [&](std::size_t w) {
        batches[w].push_back(sampled_batch(*worlds_[w], played_, players_, evaluated_, done));
      });
      ++done;
      if (played_.request.run.progress)
        played_.request.run.progress(static_cast<double>(done) /
                                     static_cast<double>(effort_.orders));
    }
    find_errors(batches);
    std::vector<Rows> rows(worlds_.size());
    on_threads(worlds_.size(), played_.request.run,
               [&](std::size_t w) { rows[w] = sampled_rows(*worlds_[w], batches[w]); });
    return rows;
  }

  /// The mean over worlds and stakes of a batch, of a player and measure.
  double batch_mean(const std::vector<std::vector<Batch>>& batches, std::size_t b,
                    std::vector<double> Batch::*figure, std::size_t at, std::size_t m) const {
    const std::size_t columns = played_.stakes() * evaluated_.size();
    double sum = 0;
    for (const auto& world : batches)
      for (std::size_t s = 0; s < played_.stakes(); ++s)
        sum += (world[b].*figure)[at * columns + s * evaluated_.size() + m];
    return sum / static_cast<double>(batches.size() * played_.stakes());
  }

  double error(const std::vector<std::vector<Batch>>& batches, std::vector<double> Batch::*figure,
               std::size_t at, std::size_t m) const {
    const std::size_t count = batches.front().size();
    if (count < 2) return 0;
    double sum = 0, squares = 0;
    for (std::size_t b = 0; b < count; ++b) sum += batch_mean(batches, b, figure, at, m);
    const auto n = static_cast<double>(count);
    for (std::size_t b = 0; b < count; ++b) {
      const double off = batch_mean(batches, b, figure, at, m) - sum / n;
      squares += off * off;
    }
    return std::sqrt(squares / (n - 1) / n);
  }

  bool good_enough(const std::vector<std::vector<Batch>>& batches) const {
    for (std::size_t m = 0; m < evaluated_.size(); ++m) {
      double whole = 0, worst = 0;
      for (std::size_t at = 0; at < players_.size(); ++at) {
        whole += batch_mean(batches, 0, &Batch::shapley, at, m);
        worst = std::max(worst, error(batches, &Batch::shapley, at, m));
      }
      if (worst > kGoodEnough * std::abs(whole)) return false;
    }
    return true;
  }

  void find_errors(const std::vector<std::vector<Batch>>& batches) {
    const std::size_t n = players_.size();
    for (std::size_t m = 0; m < fresh_.size(); ++m) {
      fresh_[m].batches = batches.front().size();
      double swings = 0;
      for (std::size_t at = 0; at < n; ++at) {
        const auto set = [&](Figure figure, double value) {
          fresh_[m].errors[static_cast<std::size_t>(figure) * n + at] = value;
        };
        set(Figure::shapley, error(batches, &Batch::shapley, at, m));
        set(Figure::owen, error(batches, &Batch::owen, at, m));
        set(Figure::banzhaf, error(batches, &Batch::banzhaf, at, m));
        for (std::size_t b = 0; b < batches.front().size(); ++b)
          swings += batch_mean(batches, b, &Batch::banzhaf, at, m);
      }
      swings = std::abs(swings) / static_cast<double>(batches.front().size());
      for (std::size_t at = 0; at < n && swings > 0; ++at)
        fresh_[m].errors[static_cast<std::size_t>(Figure::banzhaf_share) * n + at] =
            fresh_[m].errors[static_cast<std::size_t>(Figure::banzhaf) * n + at] / swings;
    }
  }

  Rows sampled_rows(World& world, const std::vector<Batch>& batches) const {
    const std::size_t columns = played_.stakes() * evaluated_.size();
    Members members = all_of_them();
    const std::vector<double> all = world.values(members, evaluated_);
    std::vector<std::vector<double>> without;
    for (const std::size_t one : players_) {
      members[one] = 0;
      without.push_back(world.values(members, evaluated_));
      members[one] = 1;
    }
    for (const std::size_t one : players_) members[one] = 0;
    const std::vector<double> none = world.values(members, evaluated_);
    const auto mean = [&](std::vector<double> Batch::*figure, std::size_t at, std::size_t c) {
      double sum = 0;
      for (const Batch& one : batches) sum += (one.*figure)[at * columns + c];
      return sum / static_cast<double>(batches.size());
    };
    Rows rows;
    for (std::size_t c = 0; c < columns; ++c) {
      Worths made;
      made.all = all[c];
      made.none = none[c];
      for (std::size_t at = 0; at < players_.size(); ++at) {
        made.shapley.push_back(mean(&Batch::shapley, at, c));
        made.owen.push_back(mean(&Batch::owen, at, c));
        made.banzhaf.push_back(mean(&Batch::banzhaf, at, c));
        made.left_out.push_back(all[c] - without[at][c]);
      }
      rows.push_back(row_of(made));
    }
    return rows;
  }

  const Played& played_;
  const Effort& effort_;
  std::vector<std::unique_ptr<World>> worlds_;
  std::vector<const Measure*> closed_, evaluated_;
  std::vector<std::size_t> players_;  ///< Of those that are evaluated.
  std::vector<Attributed> fresh_;
  Attribution made_;
};

}  // namespace

std::string_view word(Method method) {
  switch (method) {
    case Method::closed:
      return "closed form";
    case Method::enumerated:
      return "every coalition";
    case Method::sampled:
      break;
  }
  return "random orders";
}

solve::Estimate Attributed::estimate(Figure figure, std::size_t at) const {
  solve::Estimate found = sums.estimate(column(figure, at));
  const double by_orders = kNinety * errors[column(figure, at)];
  found.low = found.mean - std::hypot(found.mean - found.low, by_orders);
  found.high = found.mean + std::hypot(found.high - found.mean, by_orders);
  return found;
}

Result<Attribution> attribute(const Played& played, const Effort& effort) {
  return Attributor(played, effort).run();
}

}  // namespace entente::inquiry
