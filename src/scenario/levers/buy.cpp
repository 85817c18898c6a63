// Buys units with money a year, or a number of units.
#include <algorithm>
#include <cmath>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr std::array<std::string_view, 2> kShares{"gdp", "equal"};

constexpr std::string_view kOneOf[] = {"money", "units"};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("states", "states",
                      "Who buys: states, or groups whose members buy (those without forces or "
                      "output in the library are left out).")),
     Shape::list},
    {required(name_of("element", "element", "What is bought."))},
    {between("money", "bn USD of 2025 a year", "What all of them spend; or `units`.", "", 0, 1e5),
     Shape::ranged},
    {between("units", kUnits, "How many all of them buy; or `money`.", "", 0, 1e6), Shape::ranged},
    {between("years", "years", "How long they pay: purchase and operation.", "10", 1, 50)},
    {choice("shared_by", kShares, "By what several states share.", "gdp")},
    {between("lines", "", "Lines of production: each further one makes a unit dearer.", "1", 1,
             100)},
    {number("kappa", "", "The cost of purchase is multiplied by lines^kappa.", "0.15 [0.05, 0.32]",
            1),
     Shape::ranged},
};

/// What a state buys.
struct Share {
  Symbol state;
  double part = 0;  ///< Of the whole.
  Uncertain cost;   ///< Of one unit, over all years.
};

const world::Element* element_of(const Effect& effect, const Pulling& pulling) {
  const auto& all = pulling.world().elements;
  const Symbol id = pulling.world().symbols.find(text_of(effect, "element"));
  const auto found = std::ranges::find(all, id, &world::Element::id);
  return found == all.end() ? nullptr : &*found;
}

/// Who buys which part. Faults, where `tell`: a state that has no output in the library, no home
/// base, or cannot be said what a unit costs.
std::vector<Share> shares(const Effect& effect, Pulling& pulling, bool tell) {
  std::vector<Share> all;
  const world::Element* element = element_of(effect, pulling);
  if (element == nullptr) return all;
  const auto named = states_of(effect, pulling, "states");
  const bool equal = text_of(effect, "shared_by") == "equal" || named.size() == 1;
  const Uncertain kappa = number_of(effect, "kappa", kKappa);
  const double years = number_of(effect, "years", Uncertain::known(10)).value;
  const double lines = number_of(effect, "lines", Uncertain::known(1)).value;
  double sum_of_parts = 0;
  for (const Named& one : named) {
    const std::string& name = pulling.world().symbols.name(one.state);
    const double part = equal ? 1 : gdp_of(pulling.world(), one.state);
    const bool based = static_cast<bool>(home_base(pulling.library, one.state, element->id));
    if (part > 0 && based) {
      all.push_back({one.state, part,
                     unit_cost_range(pulling.world(), *element, one.state, years, lines, kappa)});
      sum_of_parts += part;
    } else if (tell && !one.by_group) {
      pulling.fault(where(effect, pulling, "states"),
                    !based ? name + " has no home base for what it buys"
                           : "the library has no figure `gdp_nominal` of " + name,
                    !based ? "give it a [[pool]] or a [[state]] with forces first"
                           : "share the purchase equally: shared_by = \"equal\"");
    }
  }
  for (Share& one : all) one.part /= sum_of_parts;
  if (tell && named.empty())
    pulling.fault(where(effect, pulling, "states"), "nobody is left to buy");
  return all;
}

void apply(const Effect& effect, Pulling& pulling) {
  const world::Element* element = element_of(effect, pulling);
  if (element == nullptr) return;
  const Symbol id = element->id;
  const auto money = number_of(effect, "money");
  const auto units = number_of(effect, "units");
  const Uncertain years = number_of(effect, "years", Uncertain::known(10));
  for (const Share& one : shares(effect, pulling, true)) {
    if (!units && one.cost.low <= 0) {
      pulling.fault(where(effect, pulling, "money"),
                    "nothing is known of what a " + text_of(effect, "element") + " costs",
                    "write `units` in place of `money`");
      return;
    }
    const Uncertain part = Uncertain::known(one.part);
    const Uncertain bought =
        units ? product(*units, part)
              : quotient(product(product(*money, years), part), interval(one.cost));
    (void)add_units(pulling.library, one.state, id, bought);
  }
}

Terms terms(const Effect& effect, Pulling& pulling) {
  Terms terms{Uncertain::known(0), Uncertain::known(0)};
  const world::Element* element = element_of(effect, pulling);
  if (element == nullptr) return terms;
  terms.delay_months = element->lead_months;
  if (const auto money = number_of(effect, "money")) {
    terms.cost = *money;
    return terms;
  }
  const Uncertain units = number_of(effect, "units", Uncertain::known(0));
  const Uncertain years = number_of(effect, "years", Uncertain::known(10));
  for (const Share& one : shares(effect, pulling, false))
    terms.cost = sum(
        terms.cost, quotient(product(product(units, one.cost), Uncertain::known(one.part)), years));
  return terms;
}

}  // namespace

extern const LeverKind buy{
    .name = "buy",
    .help = "Buys units of one element with money a year, or a number of units.",
    .effect =
        "Units at the largest home base of each buyer; money x years over what a unit costs "
        "in that time (purchase x lines^kappa + years x annual cost x price level).",
    .source =
        "duplication: Wright (1936), Journal of the Aeronautical Sciences 3; costs: "
        "library/element_costs.csv; price level of allies 0.6 [0.4, 0.8]: assumption of this "
        "project",
    .keys = kKeys,
    .one_of = kOneOf,
    .apply = apply,
    .terms = terms,
};

}  // namespace entente::scenario::levers
