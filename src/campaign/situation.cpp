#include "campaign/situation.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "base/stream.h"
#include "campaign/hindrances.h"
#include "campaign/services.h"
#include "campaign/ways.h"
#include "treaty/judge.h"

namespace entente::campaign {
namespace {

using world::Uncertain;

/// Periods begin on these days and wherever demand changes.
constexpr int kPeriodDays[] = {0, 3, 10, 30, 60};

/// Where a member stands in a list; -1 where it does not.
template <class List, class Value, class Projection = std::identity>
int index_of(const List& list, const Value& value, Projection projection = {}) {
  const auto found = std::ranges::find(list, value, projection);
  return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

class Layout {
 public:
  explicit Layout(const scenario::Library& library)
      : library_(library),
        world_(library.world),
        symbols_(library.world.symbols),
        ways_(library.world) {}

  Result<Situation> run() {
    auto law = answers(library_);
    if (!law) return law.error();
    s_.law = std::move(law).value();
    s_.horizon = library_.plan.horizon;
    add_elements();
    add_periods();
    add_curves();
    add_owners();
    add_pools();
    add_places();
    s_.disruptions = disruptions_of(library_, s_.owners, s_.law);
    add_holds();
    index_holds();
    add_values();
    s_.carrier = index_of(s_.element_names, "strategic_lift");
    add_swings(ways_, library_, s_);
    return std::move(s_);
  }

 private:
  const std::string& name(Symbol symbol) const { return symbols_.name(symbol); }

  int element(Symbol symbol) const { return index_of(s_.elements, symbol); }

  /// Doubt about a promisor, or none.
  Knob doubt(const std::string& promisor) const {
    const auto found = std::ranges::find(library_.plan.doubts, symbols_.find(promisor),
                                         &scenario::Doubt::promisor);
    return knob(found == library_.plan.doubts.end() ? Uncertain::known(0) : found->mu,
                {"doubt", promisor});
  }

  /// An uncertain number whose stream is named by words.
  Knob knob(const Uncertain& range, std::initializer_list<std::string_view> words) const {
    return {range, name_hash(words)};
  }

  void add_elements() {
    for (const world::Element& one : world_.elements) {
      s_.elements.push_back(one.id);
      s_.element_names.push_back(name(one.id));
      s_.tonnes.push_back(knob(one.lift_tonnes, {"tonnes", name(one.id)}));
    }
  }

  void add_periods() {
    std::set<int> days(std::begin(kPeriodDays), std::end(kPeriodDays));
    for (const world::Contingency& one : world_.contingencies)
      for (const auto* rows : {&one.demand, &one.host_supply})
        for (const world::Amount& row : *rows) days.insert(row.day);
    for (const int day : days)
      if (day < s_.horizon) s_.days.push_back(day);
    for (std::size_t t = 0; t < s_.days.size(); ++t) {
      const int end = t + 1 < s_.days.size() ? s_.days[t + 1] : s_.horizon;
      s_.share.push_back(static_cast<double>(end - s_.days[t]) / s_.horizon);
    }
  }

  void add_curves() {
    std::map<std::string, std::vector<const world::Readiness*>> tables;
    for (const world::Readiness& row : world_.readiness)
      tables[name(row.kind) + (row.element ? "." + name(row.element) : "")].push_back(&row);
    for (auto& [title, rows] : tables) {
      std::ranges::sort(rows, {}, &world::Readiness::day);
      Curve curve{title, {}};
      for (const world::Readiness* row : rows)
        curve.rows.emplace_back(row->day, knob(row->share, {"readiness", title}));
      s_.curves.push_back(std::move(curve));
    }
    s_.host_curve = curve("host");
  }

  int curve(const std::string& title) const { return index_of(s_.curves, title, &Curve::name); }

  bool in_group(std::string_view group, Symbol state) const {
    const Symbol id = symbols_.find(group);
    const world::Group* found = id ? world_.group(id) : nullptr;
    return found != nullptr && world_.in_group(*found, state, world_.day);
  }

  /// The most specific class that applies: forward, then frontline or europe_heavy, then the
  /// element's own.
  int curve_of(const world::Pool& pool, bool near) const {
    const std::string& kind = name(pool.element);
    int found = -1;
    if (near) found = curve("forward");
    if (found < 0 && in_group("frontline_state", pool.owner)) found = curve("frontline");
    if (found < 0 && kind == "heavy_brigade" && in_group("european_state", pool.owner))
      found = curve("europe_heavy");
    return found < 0 ? curve("general." + kind) : found;
  }

  void add_owners() {
    std::set<std::string> names;
    for (const world::Pool& pool : world_.pools) names.insert(name(pool.owner));
    // States that hold munitions fire them, whether or not they have forces to send.
    for (const world::MunitionStock& stock : world_.munition_stocks)
      if (world_.state(stock.holder) != nullptr) names.insert(name(stock.holder));
    for (const std::string& one : names) {
      OwnerCase owner{symbols_.find(one), one, {}, doubt(one)};
      for (const Answer& answer : s_.law) owner.roles.push_back(role(owner, answer));
      s_.owners.push_back(std::move(owner));
    }
  }

  Role role(const OwnerCase& owner, const Answer& answer) const {
    Role role;
    role.target = std::ranges::find(answer.targets, owner.state) != answer.targets.end();
    const auto found = std::ranges::find(answer.helpers, owner.state, &Helper::state);
    if (found == answer.helpers.end()) return role;
    role.helper = &*found;
    role.share.resize(s_.elements.size());
    for (const bool own : {false, true})  // Rows of one element override those of all.
      for (const world::Participation& row : world_.participations) {
        if (row.theatre != answer.contingency->theatre || row.state != owner.state) continue;
        if (static_cast<bool>(row.element) != own) continue;
        const Knob share = knob(row.share, {"share", name(row.theatre), owner.name,
                                            row.element ? name(row.element) : "all"});
        for (std::size_t k = 0; k < s_.elements.size(); ++k)
          if (!own || s_.elements[k] == row.element) role.share[k] = share;
      }
    return role;
  }

  int owner(Symbol state) const { return index_of(s_.owners, state, &OwnerCase::state); }

  void add_pools() {
    for (const world::Pool& pool : world_.pools) {
      if (element(pool.element) < 0) continue;
      Uncertain rest = pool.amount;
      for (const world::Prepositioned& sets : world_.prepositioned)
        if (sets.owner == pool.owner && sets.from == pool.base && sets.element == pool.element)
          add_with_sets(pool, sets, rest);
      add_pool(pool, rest, nullptr);
    }
    const auto key = [&](const PoolCase& one) {
      return std::tie(one.owner, one.name, one.element);
    };
    std::ranges::stable_sort(s_.pools,
                             [&](const auto& a, const auto& b) { return key(a) < key(b); });
  }

  /// Splits off the units whose equipment waits in a theatre.
  void add_with_sets(const world::Pool& pool, const world::Prepositioned& sets, Uncertain& rest) {
    const double taken = std::min(sets.sets.value, rest.value);
    if (taken <= 0) return;
    Uncertain part = rest;
    const double scale = taken / rest.value;
    for (double* end : {&part.value, &part.low, &part.high}) *end *= scale;
    for (double* end : {&rest.value, &rest.low, &rest.high}) *end *= 1 - scale;
    add_pool(pool, part, &sets);
  }

  void add_pool(const world::Pool& pool, const Uncertain& amount,
                const world::Prepositioned* sets) {
    PoolCase one;
    one.owner = owner(pool.owner);
    one.element = element(pool.element);
    one.name = name(pool.base);
    const std::string& holder = name(pool.owner);
    const std::string& kind = name(pool.element);
    one.amount = knob(amount, {"forces", holder, one.name, kind});
    one.home_defence = knob(pool.home_defence, {"home_defence", holder, one.name, kind});
    // What is not known of the units is their price, which is the same for every buyer.
    if (sets == nullptr) one.added = knob(pool.added, {"added", kind});
    one.home = pool.home;
    one.ready = pool.ready;
    one.readier = knob(pool.readier.value_or(Uncertain::known(0)), {"readier", holder});
    if (sets != nullptr) one.name += ".sets_" + name(sets->theatre);
    for (const Answer& answer : s_.law) one.reach.push_back(reach(pool, answer, sets));
    s_.pools.push_back(std::move(one));
  }

  Reach reach(const world::Pool& pool, const Answer& answer,
              const world::Prepositioned* sets) const {
    Reach reach;
    const Symbol theatre = answer.contingency->theatre;
    const auto near = std::ranges::find_if(world_.theatre_bases, [&](const auto& one) {
      return one.theatre == theatre && one.base == pool.base;
    });
    reach.inside = near != world_.theatre_bases.end() && near->inside;
    reach.curve = curve_of(pool, near != world_.theatre_bases.end());
    const auto days = ways_.days(pool.base, theatre, pool.element, pool.owner);
    reach.possible = (days || library_.plan.empty) && !denied(library_, pool, theatre);
    reach.days = days.value_or(reach.days);
    reach.km = ways_.km(pool.base, theatre);
    if (sets != nullptr && sets->theatre == theatre) {
      reach.possible = true;
      reach.days = knob(sets->days, {"days_with_sets", name(pool.owner), name(theatre)});
    }
    return reach;
  }

  void add_places() {
    for (const Answer& answer : s_.law) {
      const world::Contingency& one = *answer.contingency;
      PlaceCase place;
      place.id = one.id;
      place.name = name(one.id);
      place.weight = knob(one.weight, {"weight", place.name});
      place.demand = steps(one.demand, "demand", place.name);
      place.host = steps(one.host_supply, "host_supply", place.name);
      place.host_pools.resize(s_.elements.size());
      for (std::size_t p = 0; p < s_.pools.size(); ++p)
        if (std::ranges::find(answer.targets, s_.owners[s_.pools[p].owner].state) !=
            answer.targets.end())
          place.host_pools[s_.pools[p].element].push_back(static_cast<int>(p));
      add_attackers(answer, place);
      place.pressures = pressures_on(library_, one.id, answer.targets);
      place.umbrellas = umbrellas_over(library_, answer.targets);
      s_.places.push_back(std::move(place));
    }
  }

  void add_attackers(const Answer& answer, PlaceCase& place) const {
    const world::Contingency& one = *answer.contingency;
    place.red = steps(one.red_committed, "red_committed", place.name);
    place.clock = knob(one.loss_clock, {"loss_clock", place.name});
    place.sponsor = one.sponsor;
    place.link = knob(one.link, {"link", place.name});
    place.attribution = knob(one.attribution, {"attribution", place.name});
    if (!one.red_committed.empty()) return;
    for (std::size_t p = 0; p < s_.pools.size(); ++p)
      if (std::ranges::find(answer.attackers,
                            s_.owners[static_cast<std::size_t>(s_.pools[p].owner)].state) !=
          answer.attackers.end())
        place.red_pools.push_back(static_cast<int>(p));
  }

  std::vector<Steps> steps(const std::vector<world::Amount>& rows, std::string_view what,
                           const std::string& place) const {
    std::vector<Steps> all(s_.elements.size());
    for (const world::Amount& row : rows)
      if (const int k = element(row.element); k >= 0)
        all[k].rows.emplace_back(row.day, knob(row.units, {what, place, name(row.element)}));
    for (Steps& one : all)
      std::ranges::stable_sort(one.rows, {}, [](const auto& row) { return row.first; });
    return all;
  }

  /// Sorts the holds by owner and element and says where those of each begin.
  void index_holds() {
    const auto cell = [&](const HoldCase& hold) {
      return static_cast<std::size_t>(hold.owner) * s_.elements.size() +
             static_cast<std::size_t>(hold.element);
    };
    std::ranges::stable_sort(
        s_.holds, {}, [&](const HoldCase& hold) { return std::pair(cell(hold), hold.supplier); });
    s_.hold_of.assign(s_.owners.size() * s_.elements.size() + 1, 0);
    for (const HoldCase& hold : s_.holds) ++s_.hold_of[cell(hold) + 1];
    for (std::size_t i = 1; i < s_.hold_of.size(); ++i) s_.hold_of[i] += s_.hold_of[i - 1];
  }

  void add_holds() {
    const auto promises =
        treaty::commitments_on(library_.law, world_, world_.day, library_.readings);
    std::set<std::pair<Symbol, Symbol>> linked;
    for (const world::Commitment& one : promises) linked.insert({one.promisor, one.beneficiary});
    for (const world::Dependency& row : world_.dependencies) {
      if (is_element_service(name(row.service))) continue;
      HoldCase hold;
      hold.owner = owner(row.user);
      hold.element = element(row.element);
      if (hold.owner < 0 || hold.element < 0) continue;
      const std::string& supplier = name(row.supplier);
      const auto known = std::ranges::find(s_.suppliers, supplier);
      hold.supplier = static_cast<int>(known - s_.suppliers.begin());
      if (known == s_.suppliers.end()) {
        s_.suppliers.push_back(supplier);
        s_.supplier_doubts.push_back(doubt(supplier));
      }
      hold.service = row.service;
      hold.share = share_knob(row, symbols_);
      hold.lapse_days = lapse_knob(row, symbols_);
      hold.hard = row.hard;
      for (const Answer& answer : s_.law) {
        bool found = false;
        for (const Symbol member : members_of(row.supplier, row.user)) {
          found = found || linked.contains({member, row.user});
          for (const Symbol target : answer.targets)
            found = found || linked.contains({member, target});
        }
        hold.linked.push_back(found);
      }
      s_.holds.push_back(std::move(hold));
    }
  }

  /// The state, or the states of a group that supplies together, but for the user itself.
  std::vector<Symbol> members_of(Symbol supplier, Symbol user) const {
    const world::Group* group = world_.group(supplier);
    if (group == nullptr) return {supplier};
    std::vector<Symbol> members;
    for (const world::GroupMember& one : group->members)
      if (one.state != user && world_.in_group(*group, one.state, world_.day))
        members.push_back(one.state);
    return members;
  }

  static double at(const Steps& steps, int day) {
    const Knob* amount = steps.at(day);
    return amount == nullptr ? 0 : amount->range.value;
  }

  void add_values() {
    const auto& given = library_.plan.element_weights;
    for (std::size_t k = 0; k < s_.elements.size(); ++k) {
      double asked = 0;
      for (const PlaceCase& place : s_.places)
        for (std::size_t t = 0; t < s_.days.size(); ++t)
          asked += s_.share[t] *
                   std::max(0.0, at(place.demand[k], s_.days[t]) - at(place.host[k], s_.days[t]));
      const auto own =
          std::ranges::find(given, s_.elements[k], [](const auto& one) { return one.first; });
      const double standard = asked > 0 ? 1 / asked : 0;
      s_.value.push_back(own == given.end() ? standard : asked > 0 ? own->second : 0);
      if (asked > 0) ++s_.counted;
    }
  }

  const scenario::Library& library_;
  const world::World& world_;
  const Symbols& symbols_;
  Situation s_;
  Ways ways_;
};

}  // namespace

const Knob* Steps::at(int day) const {
  const Knob* last = nullptr;
  for (const auto& [from, amount] : rows)
    if (from <= day) last = &amount;
  return last;
}

int Situation::place(Symbol contingency) const {
  return index_of(places, contingency, &PlaceCase::id);
}

void Situation::move_by(const Rules& chosen) {
  rules = chosen;
  if (!rules.lift || carrier < 0) return;
  double& asked = value[static_cast<std::size_t>(carrier)];
  if (asked > 0) --counted;
  asked = 0;
}

std::string Situation::title(std::span<const int> set) const {
  std::string text;
  for (const int c : set)
    text += (text.empty() ? "" : "+") + places[static_cast<std::size_t>(c)].name;
  return text;
}

Result<Situation> lay_out(const scenario::Library& library) { return Layout(library).run(); }

}  // namespace entente::campaign
