// Dependence on a supplier, cut or built.
#include <algorithm>
#include <map>
#include <tuple>

#include "scenario/dependence_facts.h"
#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Dependency;
using world::Uncertain;

constexpr std::string_view kOneOf[] = {"to", "at_most", "by"};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("users", "states", "Who depends.")), Shape::list},
    {name_of("suppliers", "states", "On whom; several states supply together.", "anyone"),
     Shape::list},
    {name_of("elements", "element", "Which of their units.", "all that depend now"), Shape::list},
    {name_of("services", "service", "For what.", "all that is supplied now"), Shape::list},
    {share("to", "Share that cannot be used without the supplier; or `by`."), Shape::ranged},
    {share("at_most",
           "Most that a supplier holds over an element through all its services together: their "
           "shares fall alike until it is met; or `to`, or `by`."),
     Shape::ranged},
    {change("by", "Relative change of the shares that there are; or `to`."), Shape::ranged},
    {boolean("hard", "It is felt at once; else as `lapse_days` say. Of a new dependence.", "true")},
    {number("lapse_days", "days", "How long a new dependence that is not hard takes to be felt.",
            "90"),
     Shape::ranged},
};

/// What rows hold together, each scaled.
double together(const std::vector<Dependency*>& rows, double Uncertain::*end, double scale) {
  double left = 1;
  for (const Dependency* row : rows) left *= 1 - scale * row->share.*end;
  return 1 - left;
}

/// The scale in [0, 1] at which rows hold `most` together; 1 where they hold no more anyway.
double scale_to(const std::vector<Dependency*>& rows, double Uncertain::*end, double most) {
  if (together(rows, end, 1) <= most) return 1;
  double low = 0, high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (together(rows, end, middle) > most ? high : low) = middle;
  }
  return low;
}

/// Lowers the shares of all services of a supplier over an element of a user alike.
void lower_together(std::vector<Dependency*>& rows, const Uncertain& most) {
  for (const auto& end : {&Uncertain::value, &Uncertain::low, &Uncertain::high}) {
    const double scale = scale_to(rows, end, most.*end);
    for (Dependency* row : rows) row->share.*end *= scale;
  }
  for (Dependency* row : rows) {
    row->share.low = std::min(row->share.low, row->share.value);
    row->share.high = std::max(row->share.high, row->share.value);
    row->share.assumption = true;
  }
}

/// One state, or a group of all of them, which is made.
Symbol supplier_of(const std::vector<Symbol>& states, world::World& world) {
  if (states.size() < 2) return states.empty() ? Symbol{} : states.front();
  std::string id;
  for (const Symbol one : states) id += (id.empty() ? "" : "_and_") + world.symbols.name(one);
  const Symbol group = world.symbols.intern(id);
  const bool known =
      std::ranges::any_of(world.groups, [&](const world::Group& one) { return one.id == group; });
  if (known) return group;
  world::Group made;
  made.id = group;
  made.meaning = "states that supply together, by a lever";
  for (const Symbol one : states) made.members.push_back({one, {}});
  made.sourced = {"a lever", 'C', ""};
  world.groups.push_back(std::move(made));
  return group;
}

/// Makes the rows that are not there yet: only where everything about them is said.
void add_rows(const Effect& effect, Pulling& pulling, const std::vector<Symbol>& users,
              Symbol supplier) {
  world::World& world = pulling.world();
  const Symbol source = world.symbols.intern("a lever");
  const bool hard = truth_of(effect, "hard", true);
  const Uncertain lapse = number_of(effect, "lapse_days", Uncertain::known(hard ? 0 : 90));
  for (const Symbol user : users)
    for (const Symbol element : names_of(effect, pulling, "elements"))
      for (const Symbol service : names_of(effect, pulling, "services")) {
        const bool there = std::ranges::any_of(world.dependencies, [&](const Dependency& row) {
          return row.user == user && row.element == element && row.service == service &&
                 row.supplier == supplier;
        });
        if (there || user == supplier) continue;
        world.dependencies.push_back(
            {user, element, service, supplier, Uncertain::known(0), hard, lapse, source});
      }
}

/// Nobody supplies itself, be it through others. One circle is told.
void check_circles(const Effect& effect, Pulling& pulling, const std::vector<Symbol>& users) {
  const world::World& world = pulling.world();
  for (const Dependency& row : world.dependencies) {
    if (std::ranges::find(users, row.user) == users.end()) continue;
    const auto circle = supply_circle(world, world.dependencies, row);
    if (circle.empty()) continue;
    pulling.fault(where(effect, pulling, "users"),
                  world.symbols.name(row.user) + " would supply itself in a circle for " +
                      world.symbols.name(row.element) + " and " + world.symbols.name(row.service) +
                      ": " + circle_words(circle, world.symbols),
                  "let one of them go without, or name the service by what is really supplied");
    return;
  }
}

void apply(const Effect& effect, Pulling& pulling) {
  const auto users = symbols_of(states_of(effect, pulling, "users"));
  const Symbol supplier =
      supplier_of(symbols_of(states_of(effect, pulling, "suppliers")), pulling.world());
  const auto to = number_of(effect, "to");
  const auto by = number_of(effect, "by");
  const auto elements = names_of(effect, pulling, "elements");
  const auto services = names_of(effect, pulling, "services");
  if (users.size() == 1 && users.front() == supplier)
    return pulling.fault(where(effect, pulling, "suppliers"),
                         pulling.world().symbols.name(supplier) + " would supply itself",
                         "name another supplier");
  if (to && to->high > 0 && supplier) add_rows(effect, pulling, users, supplier);
  const auto most = number_of(effect, "at_most");
  bool found = false;
  std::map<std::tuple<Symbol, Symbol, Symbol>, std::vector<Dependency*>> held;
  for (Dependency& row : pulling.world().dependencies) {
    if (std::ranges::find(users, row.user) == users.end() || !admits(elements, row.element) ||
        !admits(services, row.service) || (supplier && row.supplier != supplier))
      continue;
    found = true;
    if (most)
      held[{row.user, row.element, row.supplier}].push_back(&row);
    else
      row.share = to ? *to : within(changed(row.share, *by), 0, 1);
  }
  for (auto& [key, rows] : held) lower_together(rows, *most);
  if (to) check_circles(effect, pulling, users);
  if (!found)
    pulling.fault(where(effect, pulling, "users"), "no such dependence is there to be changed",
                  "a new one needs `suppliers`, `elements`, `services` and `to`");
}

}  // namespace

extern const LeverKind depend{
    .name = "depend",
    .help = "Cuts or builds dependence on a supplier for data, keys, spares or munitions.",
    .effect = "Share of an element that cannot be used once the supplier withholds a service.",
    .source = "shares: library/dependency.csv",
    .keys = kKeys,
    .one_of = kOneOf,
    .apply = apply,
};

}  // namespace entente::scenario::levers
