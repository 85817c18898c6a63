#include "campaign/joint.h"

#include <algorithm>
#include <map>

namespace entente::campaign {

Lift lift_of(const WorldTerms& world) {
  const Situation& s = *world.situation;
  const Numbers& n = *world.numbers;
  Lift lift;
  lift.carrier = s.carrier;
  lift.warning_days = n.campaign.warning_days;
  for (const double share : s.share) lift.until.push_back(share * s.horizon);
  const double by_sea = n.movement.sea_after_days - lift.warning_days;
  while (lift.air < s.periods() && s.days[lift.air] < by_sea) ++lift.air;
  return lift;
}

bool takes_lift(const Slot& slot, const Lift& lift) {
  return slot.lift > 0 && slot.first < lift.air;
}

bool needs_lift(const Problem& problem, const Lift& lift) {
  return std::ranges::any_of(problem.slots,
                             [&](const Slot& one) { return takes_lift(one, lift); }) ||
         std::ranges::any_of(
             problem.moves, [&](const Move& one) { return one.lift > 0 && one.arrive < lift.air; });
}

Joint::Joint(std::span<const Problem* const> problems, bool with_largest, const Lift* lift)
    : problems_(problems.begin(), problems.end()) {
  for (const Problem* one : problems_) {
    first_column_.push_back(static_cast<int>(lp_.columns.size()));
    first_row_.push_back(static_cast<int>(lp_.rows.size()));
    lp_.append(programmes_.emplace_back(*one, with_largest).lp());
  }
  if (lift != nullptr) add_lift(*lift);
}

/// In the period t of a place: what was carried there by then is no more than could be.
void Joint::add_lift(const Lift& lift) {
  for (std::size_t c = 0; c < problems_.front()->set.size(); ++c)
    for (std::size_t t = 0; t < lift.air; ++t) {
      const int row = lp_.row(-solve::kInfinity, 0);
      lift_rows_.push_back(row);
      for (std::size_t i = 0; i < problems_.size(); ++i)
        if (problems_[i]->element == lift.carrier)
          carries(lift, i, c, t, row);
        else
          carried(i, c, t, row);
    }
}

/// What came from home: what is there, and what has left, less what came from elsewhere; and what
/// came from elsewhere takes lift of its own.
void Joint::carried(std::size_t i, std::size_t place, std::size_t t, int row) {
  const Problem& p = *problems_[i];
  std::map<int, double> units;  // One entry a column.
  for (std::size_t j = 0; j < p.slots.size(); ++j)
    if (p.slots[j].place == place && p.slots[j].lift > 0 && t >= p.slots[j].first)
      units[programmes_[i].unit_column(j, t)] += p.slots[j].lift;
  for (std::size_t m = 0; m < p.moves.size(); ++m) {
    const Move& move = p.moves[m];
    double& each = units[programmes_[i].move_column(m)];
    if (p.slots[move.from].place == place && move.depart <= t) each += p.slots[move.from].lift;
    if (p.slots[move.to].place == place && move.arrive <= t)
      each += move.lift - p.slots[move.to].lift;
  }
  for (const auto& [column, each] : units)
    if (each != 0) lp_.entry(row, first_column_[i] + column, each);
}

void Joint::carries(const Lift& lift, std::size_t i, std::size_t place, std::size_t t, int row) {
  const Problem& p = *problems_[i];
  for (std::size_t j = 0; j < p.slots.size(); ++j) {
    if (p.slots[j].place != place) continue;
    for (std::size_t u = p.slots[j].first; u < std::max<std::size_t>(t, 1); ++u) {
      const double days = (u < t ? lift.until[u] : 0) + (u == 0 ? lift.warning_days : 0);
      const double each = days * p.slots[j].works[u];
      if (each > 0) lp_.entry(row, column(i, programmes_[i].unit_column(j, u)), -each);
    }
  }
}

namespace {

/// How far demand is lowered to find the price to the right of a kink, relative to its size; far
/// above the solver's tolerance (1e-9), far below any unit of force.
constexpr double kAside = 1e-5;

/// Below it a number of units is rounding of the solver.
constexpr double kRounding = 1e-9;

double clean(double units) { return units < kRounding ? 0 : units; }

/// Solves a joint programme aim by aim.
class Solving {
 public:
  Solving(const Joint& joint, const Situation& situation)
      : joint_(joint), situation_(situation), simplex_(joint.lp()) {}

  std::vector<Allocation> run() {
    simplex_.solve();
    std::vector<Allocation> all;
    for (std::size_t i = 0; i < joint_.size(); ++i) all.push_back(begin(i));
    prices(all);
    refine();
    for (std::size_t i = 0; i < joint_.size(); ++i) read(i, all[i]);
    return all;
  }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }

  Allocation begin(std::size_t i) const {
    const Problem& p = joint_.problem(i);
    Allocation one;
    one.shortage = p.net;
    one.sent.assign(p.slots.size(), 0.0);
    one.at_work.assign(p.slots.size() * p.periods, 0.0);
    one.price.assign(p.limits.size(), 0.0);
    if (joint_.size() == 1) one.objective = simplex_.objective();
    return one;
  }

  /// Prices to the right: demand is moved aside a little, by amounts that differ so that no new tie
  /// arises, and moved back afterwards.
  void prices(std::vector<Allocation>& all) {
    std::vector<int> rows;
    std::vector<solve::LinearProgramme::Row> aside, back;
    for (std::size_t i = 0; i < joint_.size(); ++i) {
      const Problem& p = joint_.problem(i);
      for (std::size_t cell = 0; cell < p.net.size(); ++cell) {
        const int row = joint_.row(i, joint_.programme(i).cover_row(cell));
        if (row < 0) continue;
        const double step =
            kAside * std::max(1.0, p.net[cell]) *
            (1 + static_cast<double>(cell + 1) / static_cast<double>(p.net.size() + 1));
        rows.push_back(row);
        aside.push_back({p.net[cell] - step, solve::kInfinity});
        back.push_back({p.net[cell], solve::kInfinity});
      }
    }
    simplex_.move_rows(rows, aside);
    for (std::size_t i = 0; i < joint_.size(); ++i)
      for (std::size_t l = 0; l < all[i].price.size(); ++l) all[i].price[l] = price(i, l);
    simplex_.move_rows(rows, back);
  }

  double price(std::size_t i, std::size_t l) const {
    const Problem& p = joint_.problem(i);
    const Programme& programme = joint_.programme(i);
    const Limit& limit = p.limits[l];
    double price = 0;
    for (std::size_t t = 0; t < p.periods; ++t) {
      if (const int row = joint_.row(i, programme.all_row(l, t)); row >= 0)
        price -= simplex_.dual(row) * limit.all_unit[t];
      if (const int row = joint_.row(i, programme.away_row(l, t)); row >= 0)
        price -= simplex_.dual(row) * limit.away_unit[t];
      for (std::size_t j = limit.begin; j < limit.end; ++j)
        if (const int column = joint_.column(i, programme.unit_column(j, t)); column >= 0)
          price -= std::min(0.0, simplex_.reduced_cost(column)) * p.slots[j].unit[t];
    }
    return std::max(0.0, price);
  }

  /// The further aims, each over the optima of those before it.
  void refine() {
    std::vector<double> cost(joint_.lp().columns.size(), 0.0);
    for (std::size_t i = 0; i < joint_.size(); ++i)
      cost[at(joint_.column(i, joint_.programme(i).largest()))] = 1;
    if (!simplex_.refine(cost)) return;
    const auto minimise = [&](auto&& of_slot, auto&& of_move) {
      std::ranges::fill(cost, 0.0);
      for (std::size_t i = 0; i < joint_.size(); ++i) {
        const Problem& p = joint_.problem(i);
        const Programme& programme = joint_.programme(i);
        for (std::size_t j = 0; j < p.slots.size(); ++j)
          cost[at(joint_.column(i, programme.unit_column(j, p.periods - 1)))] = of_slot(p.slots[j]);
        for (std::size_t m = 0; m < p.moves.size(); ++m)
          cost[at(joint_.column(i, programme.move_column(m)))] = of_move(p.moves[m]);
      }
      return simplex_.refine(cost);
    };
    const auto days = [](const auto& way) { return way.days; };
    if (!minimise(days, days)) return;
    minimise(
        [&](const Slot& slot) {  // Earlier owners, then earlier pools of an owner.
          return 1.0 + situation_.pools[at(slot.pool)].owner +
                 static_cast<double>(slot.pool) / static_cast<double>(situation_.pools.size());
        },
        [](const Move&) { return 1.0; });
  }

  void read(std::size_t i, Allocation& one) const {
    const Problem& p = joint_.problem(i);
    const Programme& programme = joint_.programme(i);
    for (std::size_t cell = 0; cell < p.net.size(); ++cell)
      if (const int column = joint_.column(i, programme.short_column(cell)); column >= 0)
        one.shortage[cell] = clean(simplex_.value(column));
    for (std::size_t j = 0; j < p.slots.size(); ++j) {
      const auto there = [&](std::size_t t) {
        return clean(simplex_.value(joint_.column(i, programme.unit_column(j, t))));
      };
      one.sent[j] = there(p.periods - 1);
      for (std::size_t t = p.slots[j].first; !p.moves.empty() && t < p.periods; ++t)
        one.sent[j] = std::max(one.sent[j], there(t));
      for (std::size_t t = p.slots[j].first; t < p.periods; ++t)
        one.at_work[j * p.periods + t] = p.slots[j].works[t] * there(t);
    }
    if (joint_.size() == 1) return;
    for (std::size_t cell = 0; cell < p.net.size(); ++cell)
      one.objective += p.weight[cell] * one.shortage[cell];
  }

  const Joint& joint_;
  const Situation& situation_;
  solve::Simplex simplex_;
};

}  // namespace

std::vector<Allocation> allocate_jointly(const Joint& joint, const Situation& situation) {
  return Solving(joint, situation).run();
}

}  // namespace entente::campaign
