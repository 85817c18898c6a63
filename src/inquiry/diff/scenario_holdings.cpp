#include "inquiry/diff/scenario_holdings.h"

#include <algorithm>

#include "scenario/toml_text.h"

namespace entente::inquiry {
namespace {

using scenario::number_text;

/// What is not known of a number, in words.
std::string range_of(const world::Uncertain& number) {
  if (number.fixed()) return "known";
  if (number.assumption) return number_text(number.low) + " to " + number_text(number.high);
  const int percent = number.confidence == 'A' ? 5 : number.confidence == 'B' ? 15 : 40;
  return "off by " + std::to_string(percent) + " %";
}

}  // namespace

void hold_number(Thing& thing, const std::string& name, const world::Uncertain& number,
                 const std::string& unit) {
  thing.fields.push_back({name, number.value, unit, range_of(number)});
}

std::string name_of(const std::vector<std::string>& parts) {
  std::string name;
  for (const std::string& part : parts)
    if (!part.empty()) name += (name.empty() ? "" : ", ") + part;
  return name;
}

Holdings holdings_of(const scenario::Library& library) {
  Holdings all;
  hold_plan(library, all);
  hold_forces(library, all);
  hold_munitions(library, all);
  hold_hedging(library, all);
  hold_law(library, all);
  for (ThingKind& kind : all) std::ranges::stable_sort(kind.things, {}, &Thing::name);
  return all;
}

}  // namespace entente::inquiry
