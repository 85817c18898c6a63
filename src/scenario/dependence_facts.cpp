#include "scenario/dependence_facts.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>

#include "scenario/fact_rows.h"

namespace entente::scenario {
namespace {

using world::Dependency;
using world::World;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// Elements that are allocated, and nuclear forces.
KnownNames capabilities(World& world) {
  std::vector<std::string> known = world.names_of("element");
  known.emplace_back(world::kNuclearForces);
  return {"element", std::move(known), world.symbols};
}

/// Reports the circle that a row closes with those read before it.
void check_circle(const World& world, std::size_t first, const Dependency& one, FactRow& row) {
  const std::span<const Dependency> before =
      std::span(world.dependencies).subspan(first, world.dependencies.size() - first);
  const auto circle = supply_circle(world, before, one);
  if (circle.empty()) return;
  const std::string user = row.text("user");
  if (circle.size() == 2)
    row.fault(Code::bad_value, "supplier", quoted(user) + " supplies itself",
              "a row names another state, or a group that has others in it");
  else
    row.fault(Code::bad_value, "supplier",
              quoted(user) + " supplies itself in a circle for " + row.text("element") + " and " +
                  row.text("service") + ": " + circle_words(circle, world.symbols),
              "leave one row out, or name the service by what is really supplied");
}

}  // namespace

std::string circle_words(const std::vector<Symbol>& circle, const Symbols& symbols) {
  std::string words;
  for (const Symbol one : circle) words += (words.empty() ? "" : " from ") + symbols.name(one);
  return words;
}

bool read_dependency(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "user",       "element",   "service",    "supplier", "share",  "low",        "high", "mode",
      "lapse_days", "lapse_low", "lapse_high", "status",   "source", "confidence", "note"};
  static constexpr std::string_view kModes[] = {"hard", "slow"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames state = known_states(world), supplier = known_holders(world),
             element = capabilities(world);
  Seen seen;
  const std::size_t first = world.dependencies.size();
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    Dependency one;
    one.user = state.required("user", row);
    one.element = element.required("element", row);
    one.service = world.symbols.intern(row.slug("service"));
    one.supplier = supplier.required("supplier", row);
    row.read_source();
    one.share = row.uncertain({"share", "low", "high"}, 1);
    one.hard = row.choice("mode", kModes) == "hard";
    one.lapse_days = row.uncertain({"lapse_days", "lapse_low", "lapse_high"}, kNoLimit);
    one.source = world.symbols.intern(row.source());
    row.once({"user", "element", "service", "supplier"}, seen, "rows of dependency");
    check_circle(world, first, one, row);
    world.dependencies.push_back(one);
  }
  return true;
}

bool read_substitutes(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "user",   "element",    "service",     "supplier", "cost",   "cost_low",   "cost_high",
      "months", "months_low", "months_high", "status",   "source", "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames state = known_states(world), supplier = known_holders(world),
             element = capabilities(world);
  const auto key = [](const auto& one) {
    return std::tuple(one.user, one.element, one.service, one.supplier);
  };
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    const std::size_t before = faults.size();
    world::Substitute one;
    one.user = state.required("user", row);
    one.element = element.required("element", row);
    one.service = world.symbols.intern(row.slug("service"));
    one.supplier = supplier.required("supplier", row);
    if (faults.size() == before &&
        std::ranges::find(world.dependencies, key(one), key) == world.dependencies.end())
      row.fault(Code::unknown_name, "user",
                "nothing in dependency.csv is replaced by this row: " + row.text("user") + ", " +
                    row.text("element") + ", " + row.text("service") + ", " + row.text("supplier"),
                "a substitute names the four of a row there");
    row.read_source();
    one.cost = row.uncertain({"cost", "cost_low", "cost_high"}, kNoLimit);
    one.months = row.uncertain({"months", "months_low", "months_high"}, kNoLimit);
    one.source = world.symbols.intern(row.source());
    row.once({"user", "element", "service", "supplier"}, seen, "substitutes");
    world.substitutes.push_back(one);
  }
  return true;
}

}  // namespace entente::scenario
