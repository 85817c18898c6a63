#include "campaign/arsenal/armoury.h"

#include <algorithm>
#include <tuple>

#include "base/stream.h"
#include "campaign/assumed.h"
#include "treaty/event.h"

namespace entente::campaign {
namespace {

using world::Uncertain;

/// Where a member stands in a list; -1 where it does not.
template <class List, class Value, class Projection>
int index_of(const List& list, const Value& value, Projection projection) {
  const auto found = std::ranges::find(list, value, projection);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

class Layout {
 public:
  Layout(const scenario::Library& library, const Situation& situation)
      : world_(library.world), symbols_(library.world.symbols), s_(situation) {
    for (const Answer& answer : s_.law) {
      const auto event = treaty::event_from(answer.contingency->event, world_);
      attackers_.push_back(event ? event->attackers : std::vector<Symbol>{});
    }
  }

  Armoury run() {
    for (const world::Munition& one : world_.munitions) add_munition(one);
    for (const world::MunitionStock& one : world_.munition_stocks) add_stock(one);
    for (const world::MunitionUse& one : world_.munition_uses) add_use(one);
    for (const world::Coproduction& one : world_.coproductions)
      if (one.since <= world_.day) add_tie(one);
    std::ranges::stable_sort(a_.holders, [&](const HolderCase& x, const HolderCase& y) {
      return std::tuple(munition_of(x), std::string_view(x.name)) <
             std::tuple(munition_of(y), std::string_view(y.name));
    });
    return std::move(a_);
  }

 private:
  const std::string& name(Symbol symbol) const { return symbols_.name(symbol); }
  int munition_of(const HolderCase& one) const {
    return a_.stocks[static_cast<std::size_t>(one.stock)].munition;
  }
  int munition(Symbol id) const { return index_of(a_.munitions, id, &MunitionCase::id); }

  static Knob knob(const Uncertain& range, std::initializer_list<std::string_view> words) {
    return {range, name_hash(words)};
  }

  void add_munition(const world::Munition& one) {
    const std::string& id = name(one.id);
    a_.munitions.push_back({one.id, id, knob(one.unit_cost, {"munition", id, "unit_cost"}),
                            knob(one.lead_months, {"munition", id, "lead_months"}),
                            knob(one.learning_rate, {"munition", id, "learning_rate"}),
                            knob(one.approval_months, {"munition", id, "approval_months"})});
  }

  void add_stock(const world::MunitionStock& one) {
    const int at = munition(one.munition);
    if (at < 0) return;
    const std::string &holder = name(one.holder), &what = name(one.munition);
    StockCase stock;
    stock.munition = at;
    stock.holder = holder;
    stock.stock = knob(one.stock, {"munition_stock", holder, what, "stock"});
    stock.production = knob(one.production, {"munition_stock", holder, what, "production"});
    if (one.target) {
      stock.target = knob(*one.target, {"munition_stock", holder, what, "target"});
      stock.target_days = std::max(0, one.target_by.days - world_.day.days);
    }
    for (const world::Component& part : one.components)
      if (part.year >= one.production_year)
        stock.components.push_back(
            knob(part.month, {"munition_stock", holder, what, name(part.name)}));
    a_.stocks.push_back(std::move(stock));
    add_holders(one);
  }

  void add_holders(const world::MunitionStock& one) {
    const int stock = static_cast<int>(a_.stocks.size()) - 1;
    const world::Group* group = world_.group(one.holder);
    if (group == nullptr) {
      a_.holders.push_back(holder(one.holder, stock, 1));
      return;
    }
    std::vector<Symbol> members;
    for (const world::State& state : world_.states)
      if (world_.holder(state.id, world_.day) == state.id &&
          world_.in_group(*group, state.id, world_.day))
        members.push_back(state.id);
    for (const Symbol member : members)
      if (!has_row(member, one.munition))
        a_.holders.push_back(holder(member, stock, 1.0 / static_cast<double>(members.size())));
  }

  bool has_row(Symbol state, Symbol munition) const {
    return std::ranges::any_of(world_.munition_stocks, [&](const auto& other) {
      return other.holder == state && other.munition == munition;
    });
  }

  HolderCase holder(Symbol state, int stock, double part) const {
    HolderCase made{state, name(state), index_of(s_.owners, state, &OwnerCase::state),
                    stock, part,        {}};
    for (const auto& attackers : attackers_)
      made.attacker.push_back(std::ranges::find(attackers, state) != attackers.end());
    return made;
  }

  void add_use(const world::MunitionUse& one) {
    const int place = s_.place(one.contingency), what = munition(one.munition);
    if (place < 0 || what < 0) return;
    const std::string &where = name(one.contingency), &which = name(one.munition);
    UseCase use;
    use.place = place;
    use.munition = what;
    use.per_day = knob(one.per_day, {"munition_use", where, which, "per_day"});
    if (one.days) use.days = knob(*one.days, {"munition_use", where, which, "days"});
    if (one.half_life)
      use.half_life = knob(*one.half_life, {"munition_use", where, which, "half_life"});
    use.path_key = name_hash({"munition_use", where, which, "path"});
    a_.uses.push_back(use);
  }

  void add_tie(const world::Coproduction& one) {
    TieCase tie{one.from, one.to, name(one.from) + "-" + name(one.to), {}, {}};
    for (const Symbol id : one.munitions)
      if (const int at = munition(id); at >= 0) tie.munitions.push_back(at);
    tie.strength = knob(one.strength, {"coproduction", name(one.from), name(one.to)});
    a_.ties.push_back(std::move(tie));
  }

  const world::World& world_;
  const Symbols& symbols_;
  const Situation& s_;
  std::vector<std::vector<Symbol>> attackers_;  // By contingency.
  Armoury a_;
};

/// Reads numbers off their streams, as those of a situation are read.
class Sampler {
 public:
  explicit Sampler(const WorldId& id) : id_(id) {}

  [[nodiscard]] std::optional<double> u(std::uint64_t key) const {
    if (!id_.number) return std::nullopt;
    return Stream(id_.seed, *id_.number, key, name_hash("fact")).uniform();
  }
  [[nodiscard]] double operator()(const Uncertain& range, std::uint64_t key) const {
    const auto at = u(key);
    return at ? quantile(range, *at) : range.value;
  }
  /// Numbers of munitions are never negative.
  [[nodiscard]] double operator()(const Knob& knob) const {
    return std::max(0.0, (*this)(knob.range, knob.key));
  }

 private:
  const WorldId& id_;
};

constexpr double kDaysAMonth = 365.25 / 12;
constexpr double kMostLearning = 0.99;

Line line_of(const StockCase& stock, const MunitionCase& munition, const Sampler& sample) {
  Line line;
  line.output = sample(stock.production) / kDaysAMonth;
  line.lead_days = sample(munition.lead_months) * kDaysAMonth;
  if (stock.target) {
    line.target = sample(*stock.target) / kDaysAMonth;
    line.target_days = stock.target_days;
  }
  for (const Knob& part : stock.components)  // A complete round needs one of each.
    line.component = std::min(line.component, sample(part) / kDaysAMonth);
  return line;
}

UsePath path_of(const UseCase& use, const ArsenalAssumptions& assumptions, const Sampler& sample) {
  UsePath path;
  path.per_day = sample(use.per_day);
  const auto u = sample.u(use.path_key);
  path.constant = u ? *u < 0.5 : !use.days && !use.half_life;
  path.plateau = use.days ? sample(*use.days) : 0;
  path.half_life =
      std::max(0.1, use.half_life ? sample(*use.half_life) : assumptions.half_life_days);
  return path;
}

}  // namespace

int Armoury::use(int place, int munition) const {
  for (std::size_t i = 0; i < uses.size(); ++i)
    if (uses[i].place == place && uses[i].munition == munition) return static_cast<int>(i);
  return -1;
}

int Armoury::tie(Symbol a, Symbol b, int munition) const {
  int best = -1;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    const TieCase& one = ties[i];
    const bool joins = (one.from == a && one.to == b) || (one.from == b && one.to == a);
    if (!joins || std::ranges::find(one.munitions, munition) == one.munitions.end()) continue;
    if (best < 0 ||
        one.strength.range.value > ties[static_cast<std::size_t>(best)].strength.range.value)
      best = static_cast<int>(i);
  }
  return best;
}

Result<Armoury> lay_out_munitions(const scenario::Library& library, const Situation& situation) {
  Armoury armoury = Layout(library, situation).run();
  if (armoury.uses.empty())
    return Error{Code::missing_key,
                 {library.scenario, 0, 0},
                 "no contingency of the scenario `" + library.scenario + "` uses munitions",
                 "the table munition_use.csv of a library says what a contingency uses"};
  return armoury;
}

Surge surge_of(const ArsenalAssumptions& assumptions) {
  Surge surge;
  surge.factor = std::max(1.0, assumptions.surge_factor);
  surge.after_days = assumptions.surge_after_days;
  surge.lag_days = std::max(1.0, assumptions.capacity_lag_days);
  surge.headroom = std::max(1.0, assumptions.component_headroom);
  return surge;
}

ArsenalPremises read_arsenal(const scenario::Library& library, const card::Arguments& arguments) {
  ArsenalPremises premises;
  premises.plan = library.plan;
  read_all(kArsenalAssumptions, premises.assumptions, arguments, library.plan);
  premises.days = static_cast<int>(belief::number(arguments, "horizon_days", premises.days));
  return premises;
}

ArmouryNumbers armoury_numbers(const Armoury& armoury, const ArsenalPremises& premises,
                               const WorldId& id) {
  const Sampler sample(id);
  ArmouryNumbers n;
  n.assumptions = all_in(kArsenalAssumptions, premises.assumptions, premises.plan, id);
  for (const MunitionCase& one : armoury.munitions) {
    n.unit_cost.push_back(sample(one.unit_cost));
    n.learning_rate.push_back(std::min(kMostLearning, sample(one.learning_rate)));
    n.approval_days.push_back(sample(one.approval_months) * kDaysAMonth);
  }
  const Surge surge = surge_of(n.assumptions);
  for (const StockCase& one : armoury.stocks) {
    n.stock.push_back(sample(one.stock));
    n.lines.push_back(
        line_of(one, armoury.munitions[static_cast<std::size_t>(one.munition)], sample));
    n.output.push_back(deliveries(n.lines.back(), surge, premises.days));
    n.unsurged.push_back(deliveries(n.lines.back(), {}, premises.days));
  }
  for (const UseCase& one : armoury.uses) {
    n.paths.push_back(path_of(one, n.assumptions, sample));
    n.used.push_back(rounds_used(n.paths.back(), premises.days));
  }
  for (const TieCase& one : armoury.ties) n.strength.push_back(std::min(1.0, sample(one.strength)));
  return n;
}

}  // namespace entente::campaign
