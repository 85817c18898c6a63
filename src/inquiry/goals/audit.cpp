#include "inquiry/goals/audit.h"

#include <algorithm>
#include <cmath>

namespace entente::inquiry {
namespace {

constexpr double kNothing = 1e-9;   // Rounding of sums, not a value.
constexpr double kWorthARow = 0.5;  // %: undeclared contributions below are left out.

/// Pearson's correlation without member `but`; 0 where one of them does not vary.
double correlation(const std::vector<double>& a, const std::vector<double>& b, std::size_t but) {
  double n = 0, sum_a = 0, sum_b = 0, aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (i == but) continue;
    ++n;
    sum_a += a[i];
    sum_b += b[i];
  }
  for (std::size_t i = 0; i < a.size() && n > 0; ++i) {
    if (i == but) continue;
    const double x = a[i] - sum_a / n, y = b[i] - sum_b / n;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

class Auditor {
 public:
  Auditor(const Played& played, const Attribution& attribution, const Displacement& displacement)
      : played_(played), attribution_(attribution), displacement_(displacement) {}

  Audit run() {
    for (std::size_t i = 0; i < played_.players.size(); ++i) add_player(i);
    for (std::size_t g = 0; g < world::kDeclarableGoals; ++g) {
      const std::string_view goal = world::kGoals[g];
      const Attributed* found = measured(goal);
      if (!asked(goal)) continue;
      Audited row;
      row.goal = goal;
      row.measure = found == nullptr ? nullptr : found->measure;
      if (found == nullptr)
        row.reading = "not measured";
      else if (std::abs(found->sums.mean(found->whole())) <= kNothing)
        row.reading = "nobody serves it";
      else
        continue;
      made_.rows.push_back(std::move(row));
    }
    find_ends();
    return std::move(made_);
  }

 private:
  const Attributed* measured(std::string_view goal) const {
    const auto found = std::ranges::find_if(
        attribution_.measures, [&](const Attributed& one) { return one.measure->goal == goal; });
    return found == attribution_.measures.end() ? nullptr : &*found;
  }

  /// Whether the question is about a goal: one that is measured, or all.
  bool asked(std::string_view goal) const {
    return measured(goal) != nullptr || played_.goals.empty() ||
           std::ranges::find(played_.goals, goal) != played_.goals.end();
  }

  static std::optional<std::size_t> place(const Attributed& one, std::size_t player) {
    const auto found = std::ranges::lower_bound(one.players, player);
    if (found == one.players.end() || *found != player) return std::nullopt;
    return static_cast<std::size_t>(found - one.players.begin());
  }

  static solve::Estimate value(const Attributed& one, std::size_t player) {
    const auto at = place(one, player);
    return at ? one.estimate(Figure::shapley, *at) : solve::Estimate{};
  }

  /// % of what all players together add.
  static double share(const Attributed& one, std::size_t player) {
    const double whole = one.sums.mean(one.whole());
    return std::abs(whole) <= kNothing ? 0 : 100 * value(one, player).mean / whole;
  }

  const world::DeclaredGoal* declared(std::size_t player, std::string_view goal) const {
    if (played_.players.kind != PlayerKind::agreements) return nullptr;
    const auto& world = played_.request.library.world;
    for (const world::DeclaredGoal& one : world.declared_goals)
      if (world.symbols.name(one.agreement) == played_.players.names[player] &&
          world.symbols.name(one.goal) == goal)
        return &one;
    return nullptr;
  }

  bool displaced(double goal_share, double cost_share, double below, double above) const {
    return goal_share < below && cost_share > above;
  }

  void judge(Audited& row) const {
    const auto& [below, above] = displacement_;
    row.displaced = displaced(row.share, row.cost_share, below, above);
    row.displaced_somewhere =
        displaced(row.share, row.cost_share, kDisplacement[0].high, kDisplacement[1].low);
    if (row.displaced)
      row.reading = "displaced: it costs much and gives the goal it declares little";
    else if (row.share <= kNothing)
      row.reading = "declared, not served";
    else
      row.reading = "declared and served";
  }

  void add_player(std::size_t player) {
    const Attributed* cost = measured("cost");
    bool serves = false;
    const std::size_t before = made_.rows.size();
    for (std::size_t g = 0; g < world::kDeclarableGoals; ++g) {
      const std::string_view goal = world::kGoals[g];
      if (!asked(goal)) continue;
      const Attributed* found = measured(goal);
      Audited row;
      row.player = player;
      row.goal = goal;
      row.declared = declared(player, goal);
      if (cost != nullptr) {
        row.cost = value(*cost, player);
        row.cost_share = share(*cost, player);
      }
      if (found == nullptr) {
        if (row.declared == nullptr) continue;
        row.reading = "declared, not measured";
      } else {
        row.measure = found->measure;
        row.value = value(*found, player);
        row.share = share(*found, player);
        serves = serves || row.share > kNothing;
        if (row.declared != nullptr)
          judge(row);
        else if (std::abs(row.share) < kWorthARow)
          continue;
        else
          row.reading = row.share > 0 ? "served" : "works against it";
      }
      made_.rows.push_back(std::move(row));
    }
    if (serves) {
      ++made_.ends.serving;
    } else if (made_.rows.size() == before) {
      Audited row;
      row.player = player;
      if (cost != nullptr) {
        row.cost = value(*cost, player);
        row.cost_share = share(*cost, player);
      }
      row.reading = "serves no goal that is measured";
      made_.rows.push_back(std::move(row));
    }
  }

  /// Whether leaving the player out alone changes any goal.
  bool needed(std::size_t player) const {
    return std::ranges::any_of(attribution_.measures, [&](const Attributed& one) {
      const auto at = place(one, player);
      return !one.measure->anti && at &&
             std::abs(one.sums.mean(one.column(Figure::left_out, *at))) > kNothing;
    });
  }

  void find_ends() {
    std::vector<double> goal, cost, size;
    const Attributed* costs = measured("cost");
    std::vector<double> promises(played_.players.size(), 0);
    for (const world::Commitment& one : played_.promises)
      for (const std::size_t i : played_.players.needs(one)) ++promises[i];
    for (std::size_t i = 0; i < played_.players.size(); ++i) {
      if (!needed(i)) ++made_.ends.idle;
      double sum = 0, count = 0;
      for (const Attributed& one : attribution_.measures) {
        if (one.measure->anti) continue;
        sum += share(one, i);
        ++count;
      }
      goal.push_back(count > 0 ? sum / count : 0);
      cost.push_back(costs == nullptr ? 0 : share(*costs, i));
      size.push_back(promises[i]);
    }
    const auto over = [&](const std::vector<double>& instrument) {
      return solve::jackknife(goal.size(),
                              [&](std::size_t but) { return correlation(instrument, goal, but); });
    };
    made_.ends.with_cost = over(cost);
    made_.ends.with_size = over(size);
  }

  const Played& played_;
  const Attribution& attribution_;
  const Displacement& displacement_;
  Audit made_;
};

}  // namespace

Audit audit_of(const Played& played, const Attribution& attribution,
               const Displacement& displacement) {
  return Auditor(played, attribution, displacement).run();
}

}  // namespace entente::inquiry
