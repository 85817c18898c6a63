#include "campaign/assumed.h"

#include <algorithm>

#include "belief/asked.h"

namespace entente::campaign {

const world::Uncertain* lever_on(const scenario::Plan& plan, std::string_view name) {
  const auto found = std::ranges::find(plan.assumed, name, &scenario::Assumed::name);
  return found == plan.assumed.end() ? nullptr : &found->value;
}

double read_number(const card::Field& field, double fallback, const card::Arguments& arguments,
                   const scenario::Plan& plan) {
  if (const world::Uncertain* instead = lever_on(plan, field.name)) return instead->value;
  return belief::number(arguments, field.name, fallback);
}

double number_in(const card::Field& field, double value, const scenario::Plan& plan,
                 const WorldId& id) {
  return value_in({range_of(field, value, plan), assumption_key(field.name)}, id);
}

}  // namespace entente::campaign
