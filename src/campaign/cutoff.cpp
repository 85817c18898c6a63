#include "campaign/cutoff.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/name.h"
#include "base/stream.h"

namespace entente::campaign {
namespace {

bool has(const std::vector<Symbol>& list, Symbol one) {
  return std::ranges::find(list, one) != list.end();
}

/// The four names of a row of dependency or of its substitute.
auto key(const auto& row) { return std::tuple(row.user, row.element, row.service, row.supplier); }

Knob knob_of(const world::Uncertain& range, std::string_view what, const world::Dependency& row,
             const Symbols& symbols) {
  return {range, name_hash({what, symbols.name(row.user), symbols.name(row.element),
                            symbols.name(row.service), symbols.name(row.supplier)})};
}

/// The hold of a row in the allocation, or -1.
int hold_of(const Situation& s, const world::Dependency& row, const Symbols& symbols) {
  for (std::size_t h = 0; h < s.holds.size(); ++h) {
    const HoldCase& hold = s.holds[h];
    if (hold.service == row.service &&
        s.owners[static_cast<std::size_t>(hold.owner)].state == row.user &&
        s.elements[static_cast<std::size_t>(hold.element)] == row.element &&
        s.suppliers[static_cast<std::size_t>(hold.supplier)] == symbols.name(row.supplier))
      return static_cast<int>(h);
  }
  return -1;
}

/// Days of a service under a switch, given those of its row.
double days_felt(const world::Dependency& row, double days, const Switch& thrown) {
  switch (thrown.felt) {
    case Felt::hard:
      return 0;
    case Felt::slow:
      return row.hard ? thrown.slow_days : days;
    case Felt::as_tabled:
      break;
  }
  return row.hard ? 0 : days;
}

bool replaced(const Service& service, const Switch& thrown, const WorldId& id) {
  return service.substitute != nullptr && thrown.restore_months > 0 &&
         value_in(service.months, id) <= thrown.restore_months;
}

}  // namespace

Result<Symbol> patron_named(const world::World& world, const std::string& name) {
  if (const Symbol state = world.resolve(name, world.day)) return state;
  if (const Symbol id = world.symbols.find(name); id && world.group(id) != nullptr) return id;
  const Where where{"arguments", 0, 0};
  if (world.knows_state(name))
    return Error{Code::not_alive, where, "`" + name + "` is no state on " + to_text(world.day), ""};
  std::vector<std::string> names = world.names_of("state");
  for (const std::string& group : world.names_of("group")) names.push_back(group);
  return Error{Code::unknown_state, where, "the library has no state or group `" + name + "`",
               did_you_mean(name, names)};
}

std::vector<Symbol> suppliers_of(const world::World& world, Symbol patron) {
  std::vector<Symbol> names{patron};
  if (const world::Group* group = world.group(patron)) {
    for (const world::State& state : world.states)
      if (world.in_group(*group, state.id, world.day)) names.push_back(state.id);
    return names;
  }
  for (const world::Group& group : world.groups)
    if (!group.complement && group.members.size() == 1 && group.members.front().state == patron)
      names.push_back(group.id);
  return names;
}

std::vector<Service> services_of(const scenario::Library& library, const Situation* situation,
                                 const Switch& thrown) {
  const world::World& world = library.world;
  std::vector<Service> services;
  for (const world::Dependency& row : world.dependencies) {
    if (!has(thrown.suppliers, row.supplier) || has(thrown.suppliers, row.user)) continue;
    if (!thrown.services.empty() && !has(thrown.services, row.service)) continue;
    Service one;
    one.row = &row;
    one.share = share_knob(row, world.symbols);
    one.lapse_days = lapse_knob(row, world.symbols);
    const auto found = std::ranges::find_if(
        world.substitutes, [&](const auto& other) { return key(other) == key(row); });
    if (found != world.substitutes.end()) {
      one.substitute = &*found;
      one.cost = knob_of(found->cost, "substitute_cost", row, world.symbols);
      one.months = knob_of(found->months, "substitute_months", row, world.symbols);
    }
    if (situation != nullptr) one.hold = hold_of(*situation, row, world.symbols);
    services.push_back(one);
  }
  return services;
}

Withheld withheld_in(const Service& service, const Switch& thrown, const WorldId& id) {
  if (replaced(service, thrown, id)) return {};
  return {std::clamp(value_in(service.share, id), 0.0, 1.0),
          days_felt(*service.row, std::max(0.0, value_in(service.lapse_days, id)), thrown)};
}

double left_of(const std::vector<Withheld>& services, double day) {
  double left = 1;
  for (const Withheld& one : services) left *= left_by(one.share, one.lapse_days, day);
  return left;
}

Numbers thrown_world(const Situation& s, Numbers n, const std::vector<Service>& services,
                     const Switch& thrown, const WorldId& id) {
  n.cut.resize(s.holds.size(), 0);
  for (const Service& one : services) {
    if (one.hold < 0) continue;
    const auto h = static_cast<std::size_t>(one.hold);
    n.cut[h] = 1;
    n.lapse_days[h] = days_felt(*one.row, n.lapse_days[h], thrown);
    if (replaced(one, thrown, id)) n.hold_share[h] = 0;
  }
  if (!thrown.forces_too) return n;
  const std::size_t cells = s.places.size() * s.elements.size();
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    if (has(thrown.suppliers, s.owners[o].state))
      std::fill_n(n.share.begin() + static_cast<std::ptrdiff_t>(o * cells), cells, 0.0);
  return n;
}

Numbers supplied_world(Numbers n, const std::vector<Service>& services) {
  for (const Service& one : services)
    if (one.hold >= 0) n.hold_share[static_cast<std::size_t>(one.hold)] = 0;
  return n;
}

Numbers naive_world(const Situation& s, Numbers n, const std::vector<Service>& services) {
  std::map<std::pair<int, int>, std::size_t>
      first;  // By owner and element: the hold that takes all.
  n.cut.resize(s.holds.size(), 0);
  for (const Service& one : services) {
    if (one.hold < 0) continue;
    const auto h = static_cast<std::size_t>(one.hold);
    n.cut[h] = 1;
    n.lapse_days[h] = 0;
    const auto [at, fresh] = first.try_emplace({s.holds[h].owner, s.holds[h].element}, h);
    if (fresh) continue;
    double& all = n.hold_share[at->second];
    all = std::min(1.0, all + n.hold_share[h]);
    n.hold_share[h] = 0;
  }
  return n;
}

}  // namespace entente::campaign
