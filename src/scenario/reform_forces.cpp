#include "scenario/reform_forces.h"

#include <algorithm>
#include <utility>

#include "base/name.h"
#include "scenario/contingency_file.h"
#include "scenario/pool_names.h"
#include "scenario/toml_text.h"

namespace entente::scenario {
namespace {

using world::Pool;
using world::Uncertain;
using world::World;

constexpr std::string_view kSource = "the scenario";

/// A number of a scenario: known, or with a range an assumption.
Uncertain stated(double value, std::optional<double> low, std::optional<double> high) {
  if (!low || !high) return Uncertain::known(value);
  return {value, *low, *high, true, 'C'};
}

/// Adds known units; what is not known of the rest stays as it is.
void add_units(Uncertain& amount, double units) {
  for (double* end : {&amount.value, &amount.low, &amount.high}) *end = std::max(0.0, *end + units);
}

class ForcesApplier {
 public:
  ForcesApplier(const ScenarioFile& file, World& world, Plan& plan, Faults& faults)
      : file_(file), world_(world), plan_(plan), faults_(faults) {}

  void apply() {
    if (plan_.empty) own_elements();
    for (const ScenarioState& state : file_.states) forces(state);
    for (const ScenarioPool& pool : file_.pools) change(pool);
    readiness();
    for (const ScenarioContingency& one : file_.contingencies) contingency(one);
    for (const ScenarioDeploy& one : file_.deployments) deploy(one);
    ask();
  }

 private:
  std::string name(Symbol symbol) const { return world_.symbols.name(symbol); }

  Symbol element(const std::string& name) const {
    const Symbol id = world_.symbols.find(name);
    return std::ranges::find(world_.elements, id, &world::Element::id) == world_.elements.end()
               ? Symbol{}
               : id;
  }

  void own_elements() {
    for (const auto& [name, weight] : file_.element_weights) own_element(name);
    for (const ScenarioState& state : file_.states)
      for (const auto& [name, units] : state.forces) own_element(name);
    for (const ScenarioPool& pool : file_.pools) own_element(pool.element);
  }

  void own_element(const std::string& name) {
    if (name.empty() || element(name)) return;
    world::Element made;
    made.id = world_.symbols.intern(name);
    made.name = name;
    made.definition = "An element of the scenario's own.";
    made.unit = "units";
    made.sourced = {std::string(kSource), 'C', ""};
    world_.elements.push_back(std::move(made));
  }

  Pool* find(Symbol owner, Symbol base, Symbol kind) {
    const auto found = std::ranges::find_if(world_.pools, [&](const Pool& pool) {
      return pool.owner == owner && pool.base == base && pool.element == kind;
    });
    return found == world_.pools.end() ? nullptr : &*found;
  }

  /// Whether units are all ready where nothing is written.
  std::optional<double> usual_readiness(const std::string& kind) const {
    const bool tabled = std::ranges::find(file_.readiness, kind, &ScenarioReadiness::element) !=
                        file_.readiness.end();
    return plan_.empty && !tabled ? std::optional(1.0) : std::nullopt;
  }

  Pool new_pool(Symbol owner, Symbol base, Symbol kind) const {
    Pool pool;
    pool.owner = owner;
    pool.base = base;
    pool.element = kind;
    pool.home_defence = Uncertain::known(0);
    pool.ready = usual_readiness(name(kind));
    pool.source = kSource;
    return pool;
  }

  /// The first home base of a state by name, of this element if it has one, else of any; empty
  /// where it has none.
  Symbol home_base(Symbol owner, Symbol kind) const {
    Symbol best;
    bool best_own = false;
    for (const Pool& pool : world_.pools) {
      if (pool.owner != owner || !pool.home) continue;
      const bool own = pool.element == kind;
      if (best && (best_own != own ? best_own : name(best) <= name(pool.base))) continue;
      best = pool.base;
      best_own = own;
    }
    return best;
  }

  bool is_home(Symbol owner, Symbol base) const {
    return std::ranges::any_of(world_.pools, [&](const Pool& pool) {
      return pool.owner == owner && pool.base == base && pool.home;
    });
  }

  /// One pool at home in place of all that the state has of an element.
  void forces(const ScenarioState& state) {
    const Symbol owner = state_named(world_, state.id);
    if (!owner) return;
    for (const auto& [kind_name, units] : state.forces) {
      const Symbol kind = element(kind_name);
      if (!kind) continue;
      Symbol base = home_base(owner, kind);
      if (!base) base = world_.symbols.intern(lower(state.id));
      Pool made = new_pool(owner, base, kind);
      if (const Pool* old = find(owner, base, kind)) {
        made.home_defence = old->home_defence;
        made.ready = old->ready;
      }
      made.amount = Uncertain::known(units);
      std::erase_if(world_.pools,
                    [&](const Pool& pool) { return pool.owner == owner && pool.element == kind; });
      world_.pools.push_back(std::move(made));
    }
  }

  static std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
  }

  void change(const ScenarioPool& written) {
    const Symbol owner = state_named(world_, written.owner), kind = element(written.element);
    if (!owner || !kind || written.base.empty()) return;
    const Symbol base = world_.symbols.intern(written.base);
    const bool moved = !written.moved_from.empty();
    const std::optional<Pool> source = moved ? take_away(written, owner, base, kind) : std::nullopt;
    if (moved && !source) return;
    Pool* pool = find(owner, base, kind);
    if (pool == nullptr) {
      if (!written.amount) return needs_amount(written);
      Pool made = new_pool(owner, base, kind);
      made.home = (plan_.empty && !moved) || is_home(owner, base);
      made.amount = Uncertain::known(0);
      if (source) made.ready = source->ready;
      pool = &world_.pools.emplace_back(std::move(made));
    }
    if (moved)
      add_units(pool->amount, *written.amount);
    else if (written.amount)
      pool->amount = stated(*written.amount, written.amount_low, written.amount_high);
    if (written.ready) pool->ready = written.ready;
    if (written.home_defence)
      pool->home_defence =
          stated(*written.home_defence, written.home_defence_low, written.home_defence_high);
    if (written.home) pool->home = *written.home;
    pool->source = kSource;
  }

  void needs_amount(const ScenarioPool& written) {
    faults_.push_back({Code::missing_key, written.where,
                       "a new pool needs `amount`: " + written.owner + " has no " +
                           written.element + " at " + written.base + " yet",
                       "write how many units there are"});
  }

  /// The pool as it was from which units are moved, and they are gone from it; nothing on a fault.
  std::optional<Pool> take_away(const ScenarioPool& written, Symbol owner, Symbol base,
                                Symbol kind) {
    if (!written.amount) return std::nullopt;
    const auto parts = parts_of(written.moved_from);
    const auto fault = [&](Code code, const Where& where, std::string message, std::string hint) {
      faults_.push_back({code, where, std::move(message), std::move(hint)});
      return std::nullopt;
    };
    if (parts.size() > 2 || (parts.size() == 2 && state_named(world_, parts[0]) != owner))
      return fault(Code::bad_value, written.moved_where,
                   "units stay with their owner: they are moved from a base of " + written.owner,
                   "as in `" + written.owner + "/" + written.base + "`");
    Pool* from = find(owner, world_.symbols.find(parts.back()), kind);
    if (from == nullptr)
      return fault(Code::unknown_name, written.moved_where,
                   written.owner + " has no " + written.element + " at `" + parts.back() + "`",
                   did_you_mean(parts.back(), bases_with(owner, kind)));
    if (from->base == base)
      return fault(Code::bad_value, written.moved_where,
                   "the units are at " + name(base) + " already", "move them from another base");
    if (*written.amount > from->amount.value)
      return fault(Code::bad_value, written.amount_where,
                   written.owner + " has only " + number_text(from->amount.value) + " " +
                       written.element + " at " + parts.back() + ", " +
                       number_text(*written.amount) + " are moved",
                   "move fewer, or state more forces first");
    const Pool before = *from;
    add_units(from->amount, -*written.amount);
    return before;
  }

  std::vector<std::string> bases_with(Symbol owner, Symbol kind) const {
    std::vector<std::string> bases;
    for (const Pool& pool : world_.pools)
      if (pool.owner == owner && pool.element == kind) bases.push_back(name(pool.base));
    return bases;
  }

  /// All days of an element are replaced together.
  void readiness() {
    const Symbol general = world_.symbols.intern("general");
    const Symbol source = world_.symbols.intern(kSource);
    for (const ScenarioReadiness& row : file_.readiness)
      std::erase_if(world_.readiness, [&](const world::Readiness& old) {
        return old.kind == general && old.element && old.element == element(row.element);
      });
    for (const ScenarioReadiness& row : file_.readiness)
      if (const Symbol kind = element(row.element))
        world_.readiness.push_back({general, kind, row.day, Uncertain::known(row.share), source});
  }

  void contingency(const ScenarioContingency& written) {
    std::vector<std::string> ids;
    for (const ScenarioContingency& one : file_.contingencies) ids.push_back(one.id);
    ContingencyRules rules;
    rules.contingencies = ids;
    auto read = read_contingency(written.table, file_.file, world_, rules, faults_);
    if (!read) return;
    const auto old = std::ranges::find(world_.contingencies, read->id, &world::Contingency::id);
    if (old != world_.contingencies.end()) {
      *old = std::move(*read);
      return;
    }
    own_.push_back(read->id);
    world_.contingencies.push_back(std::move(*read));
  }

  void deploy(const ScenarioDeploy& written) {
    const auto pools = fitting_pools(written.pool, world_, file_);
    if (pools.empty() && !written.pool.empty())
      faults_.push_back({Code::unknown_name, written.pool_where,
                         "there is no pool `" + written.pool + "`",
                         did_you_mean(written.pool, pool_names(world_, file_))});
    const Symbol id = world_.symbols.find(written.contingency);
    const auto goal = std::ranges::find(world_.contingencies, id, &world::Contingency::id);
    if (goal == world_.contingencies.end()) return;
    const Symbol source = world_.symbols.intern(kSource);
    const Uncertain days = Uncertain::known(written.days.value_or(0));
    for (const std::size_t at : pools) {
      const Pool& pool = world_.pools[at];
      std::erase_if(world_.deployments, [&](const world::Deployment& row) {
        return row.base == pool.base && row.theatre == goal->theatre &&
               row.element == pool.element && row.owner == pool.owner;
      });
      world_.deployments.push_back(
          {pool.base, goal->theatre, pool.element, pool.owner, days, source});
      if (written.km) way(pool.base, goal->theatre, *written.km);
    }
  }

  void way(Symbol base, Symbol theatre, double km) {
    std::erase_if(world_.distances, [&](const world::Distance& row) {
      return row.base == base && row.theatre == theatre;
    });
    world_.distances.push_back(
        {base, theatre, Uncertain::known(km), world_.symbols.intern(kSource)});
  }

  /// Puts `value` under `key`, in place of what stood there.
  template <class Key, class Value>
  static void put(std::vector<std::pair<Key, Value>>& list, const Key& key, const Value& value) {
    const auto found = std::ranges::find(list, key, &std::pair<Key, Value>::first);
    if (found == list.end())
      list.emplace_back(key, value);
    else
      found->second = value;
  }

  void ask() {
    if (file_.horizon) plan_.horizon = *file_.horizon;
    if (file_.after_months) plan_.after_months = *file_.after_months;
    for (const auto& [kind, weight] : file_.element_weights)
      if (const Symbol id = element(kind)) put(plan_.element_weights, id, weight);
    for (const auto& [assumption, range] : file_.uncertainty)
      put(plan_.uncertainty, assumption, range);
    for (const auto& [purpose, card] : file_.models) put(plan_.models, purpose, card);
    sets();
  }

  void sets() {
    if (!file_.sets.empty()) {
      plan_.sets.clear();
      for (const auto& written : file_.sets) {
        auto& set = plan_.sets.emplace_back();
        for (const std::string& one : written) set.push_back(world_.symbols.intern(one));
      }
      return;
    }
    if (own_.empty()) return;
    plan_.sets.clear();
    if (!file_.empty)
      for (const Symbol one : own_) plan_.sets.push_back({one});
    if (file_.empty || own_.size() > 1) plan_.sets.push_back(own_);
  }

  const ScenarioFile& file_;
  World& world_;
  Plan& plan_;
  Faults& faults_;
  std::vector<Symbol> own_;  ///< Contingencies that the base does not have, in file order.
};

}  // namespace

void begin_scenario(const ScenarioFile& file, World& world, Plan& plan) {
  if (file.date) world.day = *file.date;
  if (file.empty) {
    world.pools.clear();
    world.deployments.clear();
    world.distances.clear();
    world.prepositioned.clear();
    world.readiness.clear();
    world.participations.clear();
    world.theatre_bases.clear();
    world.home_bases.clear();
    world.price_changes.clear();
    world.dependencies.clear();
    world.substitutes.clear();
    world.contingencies.clear();
    world.munition_stocks.clear();
    world.munition_uses.clear();
    world.coproductions.clear();
    world.hedge_options.clear();
    plan = Plan{};
    plan.empty = true;
  }
  for (const ScenarioState& written : file.states) {
    if (written.id.empty()) continue;
    const Symbol id = world.symbols.intern(written.id);
    // The look-up answers for the states that were there before: no id stands here twice.
    if (world.state(id) != nullptr) continue;
    world::State state;
    state.id = id;
    state.name = written.id;
    state.sourced = {std::string(kSource), 'C', "named only in the scenario"};
    world.states.push_back(std::move(state));
  }
  world.index();
}

void apply_forces(const ScenarioFile& file, World& world, Plan& plan, Faults& faults) {
  ForcesApplier(file, world, plan, faults).apply();
  apply_munitions(file, world);
}

}  // namespace entente::scenario
