#include "scenario/force_facts.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "scenario/fact_rows.h"

namespace entente::scenario {
namespace {

using world::Uncertain;
using world::World;
using Names = KnownNames;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

Names states(World& world) { return known_states(world); }
Names elements(World& world) { return {"element", world.names_of("element"), world.symbols}; }

Names theatres(World& world) {
  std::vector<std::string> known = world.names_of("contingency");
  for (const world::Contingency& one : world.contingencies)
    known.push_back(world.symbols.name(one.theatre));
  return {"contingency", std::move(known), world.symbols};
}

Names bases(World& world, const HomeBases& home_bases) {
  std::set<std::string> known;
  const auto names = world.names_of("element");
  const std::set<std::string> counted(names.begin(), names.end());
  for (const world::Figure& figure : world.figures)
    if (counted.contains(figure.what) && !figure.where.empty()) known.insert(figure.where);
  for (const auto& [state, base] : home_bases) known.insert(world.symbols.name(base));
  for (const world::Deployment& one : world.deployments) known.insert(world.symbols.name(one.base));
  return {"base", {known.begin(), known.end()}, world.symbols};
}

}  // namespace

bool read_home_bases(std::string_view bytes, std::string_view file, World& world,
                     HomeBases& home_bases, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"state", "base", "source", "confidence"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names state = states(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    const Symbol owner = state.required("state", row);
    const Symbol base = world.symbols.intern(row.slug("base"));
    (void)row.sourced();
    row.once({"state", "base"}, seen, "home bases");
    home_bases.emplace(owner, base);
    world.home_bases.push_back({owner, base});
  }
  return true;
}

bool read_element_costs(std::string_view bytes, std::string_view file, World& world,
                        Faults& faults) {
  static constexpr std::string_view kColumns[] = {"element", "what",   "value",      "low", "high",
                                                  "status",  "source", "confidence", "note"};
  static constexpr std::string_view kWhat[] = {"purchase_cost", "annual_cost", "lead_months",
                                               "lift_tonnes"};
  static constexpr Uncertain world::Element::*kMembers[] = {
      &world::Element::purchase_cost, &world::Element::annual_cost, &world::Element::lead_months,
      &world::Element::lift_tonnes};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names element = elements(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    const Symbol id = element.required("element", row);
    const std::string& what = row.choice("what", kWhat);
    row.read_source();
    const Uncertain value = row.uncertain({"value", "low", "high"}, kNoLimit);
    row.once({"element", "what"}, seen, "costs of elements");
    const auto found = std::ranges::find(world.elements, id, &world::Element::id);
    const auto* const member = std::ranges::find(kWhat, what);
    if (found != world.elements.end() && member != std::end(kWhat))
      (*found).*kMembers[member - std::begin(kWhat)] = value;
  }
  return true;
}

bool read_deployment(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"base",       "theatre", "element", "days",
                                                  "low",        "high",    "status",  "source",
                                                  "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names theatre = theatres(world), element = elements(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Deployment one;
    one.base = world.symbols.intern(row.slug("base"));
    one.theatre = theatre.required("theatre", row);
    one.element = element.required("element", row);
    row.read_source();
    one.days = row.uncertain({"days", "low", "high"}, kNoLimit);
    one.source = world.symbols.intern(row.source());
    row.once({"base", "theatre", "element"}, seen, "rows of deployment");
    world.deployments.push_back(one);
  }
  return true;
}

bool read_distances(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"base",   "theatre", "km",         "low", "high",
                                                  "status", "source",  "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names theatre = theatres(world), base = bases(world, {});
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Distance one;
    one.base = base.required("base", row);
    one.theatre = theatre.required("theatre", row);
    row.read_source();
    one.km = row.uncertain({"km", "low", "high"}, kNoLimit);
    one.source = world.symbols.intern(row.source());
    row.once({"base", "theatre"}, seen, "distances");
    world.distances.push_back(one);
  }
  return true;
}

bool read_prepositioned(std::string_view bytes, std::string_view file, World& world,
                        const HomeBases& home_bases, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "owner", "from",     "theatre",   "element", "sets",   "sets_low",   "sets_high",
      "days",  "days_low", "days_high", "status",  "source", "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names state = states(world), theatre = theatres(world), element = elements(world),
        base = bases(world, home_bases);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Prepositioned one;
    one.owner = state.required("owner", row);
    one.from = base.required("from", row);
    one.theatre = theatre.required("theatre", row);
    one.element = element.required("element", row);
    row.read_source();
    one.sets = row.uncertain({"sets", "sets_low", "sets_high"}, kNoLimit);
    one.days = row.uncertain({"days", "days_low", "days_high"}, kNoLimit);
    one.source = world.symbols.intern(row.source());
    row.once({"owner", "from", "theatre", "element"}, seen, "rows of sets");
    world.prepositioned.push_back(one);
  }
  return true;
}

bool read_readiness(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "kind", "element", "day", "share", "low", "high", "status", "source", "confidence", "note"};
  static constexpr std::string_view kKinds[] = {"general", "forward", "frontline", "europe_heavy",
                                                "host"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names element = elements(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Readiness one;
    const std::string& kind = row.choice("kind", kKinds);
    one.kind = world.symbols.intern(kind);
    one.element =
        kind == "general" ? element.required("element", row) : element.optional("element", row);
    if (one.element && kind != "general" && std::ranges::find(kKinds, kind) != std::end(kKinds))
      row.fault(Code::bad_value, "element",
                "readiness of the kind " + quoted(kind) + " is that of every element",
                "leave the cell empty");
    one.day = row.day("day");
    row.read_source();
    one.share = row.uncertain({"share", "low", "high"}, 1);
    one.source = world.symbols.intern(row.source());
    row.once({"kind", "element", "day"}, seen, "rows of readiness");
    world.readiness.push_back(one);
  }
  return true;
}

bool read_participation(std::string_view bytes, std::string_view file, World& world,
                        Faults& faults) {
  static constexpr std::string_view kColumns[] = {"theatre",    "state", "element", "share",
                                                  "low",        "high",  "status",  "source",
                                                  "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names state = states(world), theatre = theatres(world), element = elements(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Participation one;
    one.theatre = theatre.required("theatre", row);
    one.state = state.required("state", row);
    one.element = element.optional("element", row);
    row.read_source();
    one.share = row.uncertain({"share", "low", "high"}, 1);
    one.source = world.symbols.intern(row.source());
    row.once({"theatre", "state", "element"}, seen, "rows of participation");
    world.participations.push_back(one);
  }
  return true;
}

bool read_theatre_bases(std::string_view bytes, std::string_view file, World& world,
                        const HomeBases& home_bases, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"theatre", "base",   "relation",
                                                  "note",    "source", "confidence"};
  static constexpr std::string_view kRelations[] = {"inside", "next"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Names theatre = theatres(world), base = bases(world, home_bases);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::TheatreBase one;
    one.theatre = theatre.required("theatre", row);
    one.base = base.required("base", row);
    one.inside = row.choice("relation", kRelations) == "inside";
    (void)row.sourced();
    row.once({"theatre", "base"}, seen, "bases of a theatre");
    world.theatre_bases.push_back(one);
  }
  return true;
}

}  // namespace entente::scenario
