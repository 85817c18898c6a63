/// New units and what they cost.
#include <algorithm>
#include <cmath>

#include "scenario/levers/ranges.h"
#include "scenario/levers/tools.h"

namespace entente::scenario {
namespace {

using world::Pool;
using world::Uncertain;

/// What operation and personnel cost, beside the United States: an assumption.
constexpr Uncertain kPriceLevel{0.6, 0.4, 0.8, true, 'C'};
constexpr std::string_view kPricesOf = "USA";

Uncertain price_level(const world::World& world, Symbol owner) {
  return world.symbols.name(owner) == kPricesOf ? Uncertain::known(1) : kPriceLevel;
}

Uncertain price_change(const world::World& world, Symbol owner) {
  const auto found = std::ranges::find(world.price_changes, owner, &world::PriceChange::state);
  return found == world.price_changes.end() ? Uncertain::known(1) : found->factor;
}

/// lines^kappa.
Uncertain duplication(double lines, const Uncertain& kappa) {
  const auto power = [&](double exponent) { return std::pow(lines, exponent); };
  if (kappa.fixed() || lines == 1) return Uncertain::known(power(kappa.value));
  return assumption(power(kappa.value), power(kappa.low), power(kappa.high));
}

/// The home base with most units of the element, or of any where `element` is empty.
Symbol largest_home(const world::World& world, Symbol owner, Symbol element) {
  const Pool* best = nullptr;
  for (const Pool& pool : world.pools) {
    if (pool.owner != owner || !pool.home || (element && pool.element != element)) continue;
    const bool more = best == nullptr || levers::units_in(pool) > levers::units_in(*best);
    const bool first = best != nullptr && levers::units_in(pool) == levers::units_in(*best) &&
                       world.symbols.name(pool.base) < world.symbols.name(best->base);
    if (more || first) best = &pool;
  }
  return best == nullptr ? Symbol{} : best->base;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

Uncertain unit_cost_range(const world::World& world, const world::Element& element, Symbol owner,
                          double years, double lines, const Uncertain& kappa) {
  const Uncertain purchase = product(product(element.purchase_cost, duplication(lines, kappa)),
                                     price_change(world, owner));
  const Uncertain yearly = product(element.annual_cost, price_level(world, owner));
  return sum(purchase, product(yearly, Uncertain::known(years)));
}

double unit_cost(const world::World& world, const world::Element& element, Symbol owner,
                 double years, double lines, double kappa) {
  return unit_cost_range(world, element, owner, years, lines, Uncertain::known(kappa)).value;
}

double gdp_of(const world::World& world, Symbol state) {
  double value = 0;
  int year = -1;
  for (const world::Figure& one : world.figures)
    if (one.state == state && one.what == "gdp_nominal" && one.year > year) {
      value = one.value;
      year = one.year;
    }
  return value;
}

Symbol home_base(Library& library, Symbol owner, Symbol element) {
  world::World& world = library.world;
  if (const Symbol base = largest_home(world, owner, element)) return base;
  const world::HomeBase* first = nullptr;
  for (const world::HomeBase& one : world.home_bases)
    if (one.state == owner &&
        (first == nullptr || world.symbols.name(one.base) < world.symbols.name(first->base)))
      first = &one;
  if (first != nullptr) return first->base;
  if (const Symbol base = largest_home(world, owner, {})) return base;
  return library.plan.empty ? world.symbols.intern(lower(world.symbols.name(owner))) : Symbol{};
}

bool add_units(Library& library, Symbol owner, Symbol element, const Uncertain& units) {
  const Symbol base = home_base(library, owner, element);
  if (!base) return false;
  Pool* pool = levers::find_pool(library.world, owner, base, element);
  if (pool == nullptr) {
    Pool made;
    made.owner = owner;
    made.base = base;
    made.element = element;
    made.amount = made.home_defence = Uncertain::known(0);
    if (library.plan.empty) made.ready = 1;
    made.source = "a lever";
    pool = &library.world.pools.emplace_back(std::move(made));
  }
  pool->added = sum(pool->added, units);
  return true;
}

}  // namespace entente::scenario
