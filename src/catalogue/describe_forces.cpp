/// What the library says of forces: contingencies, elements, scenarios, and the forces of a state.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "catalogue/describe.h"
#include "scenario/toml_text.h"
#include "text/node.h"

namespace entente::catalogue {
namespace {

using card::Column;
using card::TableSpec;
using world::Uncertain;

constexpr Column kDemandColumns[] = {
    {"element", "", "The force element; amounts are in its unit."},
    {"day", "days", "From the first, until the next row of the element."},
    {"demand", "units", "What answering it takes, in place."},
    {"low", "units", "The least it may be."},
    {"high", "units", "The most it may be."},
    {"host", "units", "What the targets have there themselves."},
    {"net", "units", "What is left to others."},
    {"red", "units", "What the attacker commits."},
    {"source", "", "Of the demand: a number of the table `sources`."},
};
constexpr TableSpec kDemand{"demand", "Demand by element and day.", kDemandColumns};

constexpr Column kShareColumns[] = {
    {"state", "", "Who sends."},
    {"element", "", "What; empty: every element without a row of its own."},
    {"share", "share", "What it sends of what may leave when it honours its promise."},
    {"low", "share", "The least it may be."},
    {"high", "share", "The most it may be."},
    {"source", "", "A number of the table `sources`."},
};
constexpr TableSpec kParticipation{"participation", "What honouring states send.", kShareColumns};

constexpr Column kBaseColumns[] = {
    {"base", "", "The base."},
    {"relation", "", "Inside the theatre or next to it."},
};
constexpr TableSpec kBases{"bases", "Bases of the theatre.", kBaseColumns};

constexpr Column kReadinessColumns[] = {
    {"kind", "", "Which forces: general, forward, frontline or europe_heavy."},
    {"day", "days", "After the order."},
    {"share", "share", "How many units can be used."},
    {"low", "share", "The least it may be."},
    {"high", "share", "The most it may be."},
    {"source", "", "A number of the table `sources`."},
};
constexpr TableSpec kReadiness{"readiness", "Units that can be used.", kReadinessColumns};

constexpr Column kPoolColumns[] = {
    {"element", "", "The force element; amounts are in its unit."},
    {"total", "units", "All of them."},
    {"home", "units", "At home bases."},
    {"forward", "units", "Deployed forward."},
    {"may_leave", "units", "Without what stays at home or in its region."},
    {"bases", "", "Units by base."},
};
constexpr TableSpec kPools{"pools", "Forces of the state by element and base.", kPoolColumns};

constexpr Column kDependencyColumns[] = {
    {"element", "", "The force element."},
    {"service", "", "What it needs."},
    {"supplier", "", "From whom."},
    {"share", "share", "What of the element cannot be used without."},
    {"low", "share", "The least it may be."},
    {"high", "share", "The most it may be."},
    {"mode", "", "Hard: at once; slow: it fades."},
    {"lapse", "days", "How long it fades."},
    {"source", "", "A number of the table `sources`."},
};
constexpr TableSpec kDependencies{"dependencies", "What the forces of the state depend on.",
                                  kDependencyColumns};

constexpr Column kSourceColumns[] = {
    {"number", "", "As the tables above refer to it."},
    {"status", "", "Assumption, or published or derived."},
    {"confidence", "", "A, B or C."},
    {"source", "", "Where the figures come from."},
};
constexpr TableSpec kSources{"sources", "Where the figures above come from.", kSourceColumns};

/// Sources by number, each told once: hundreds of rows share a few.
class Sources {
 public:
  std::int64_t number(const Uncertain& value, const std::string& source) {
    const Row row{value.assumption ? "assumption" : "published or derived",
                  std::string(1, value.confidence), source};
    auto found = std::ranges::find(rows_, row);
    if (found == rows_.end()) found = rows_.insert(found, row);
    return found - rows_.begin() + 1;
  }

  void tell(Description& out) const {
    card::Table& table = out.record.table(kSources);
    for (std::size_t i = 0; i < rows_.size(); ++i)
      table.row({static_cast<std::int64_t>(i + 1), rows_[i][0], rows_[i][1], rows_[i][2]});
  }

 private:
  using Row = std::array<std::string, 3>;
  std::vector<Row> rows_;
};

/// Six decimals at most: sums and shares of units carry noise below them.
std::string plain(double number) { return scenario::number_text(std::round(number * 1e6) / 1e6); }

/// "2.5 (1.5 to 4)".
std::string with_range(const Uncertain& value) {
  if (value.low == value.high) return plain(value.value);
  return plain(value.value) + " (" + plain(value.low) + " to " + plain(value.high) + ")";
}

/// Units on a day: those of the last row of the element that is not later; none before the first.
double on_day(const std::vector<world::Amount>& amounts, Symbol element, int day) {
  double units = 0;
  for (const world::Amount& amount : amounts)  // By element and day.
    if (amount.element == element && amount.day <= day) units = amount.units.value;
  return units;
}

void add_demand(Description& out, const world::Contingency& contingency, Sources& sources) {
  card::Table& table = out.record.table(kDemand);
  for (const world::Amount& demand : contingency.demand) {
    const double host = on_day(contingency.host_supply, demand.element, demand.day);
    table.row(
        {out.text(demand.element), static_cast<std::int64_t>(demand.day), demand.units.value,
         demand.units.low, demand.units.high, host, std::max(0.0, demand.units.value - host),
         on_day(contingency.red_committed, demand.element, demand.day),
         sources.number(demand.units, demand.source.empty() ? contingency.source : demand.source)});
  }
}

void add_theatre(Description& out, Symbol theatre, Sources& sources) {
  card::Table& shares = out.record.table(kParticipation);
  for (const world::Participation& one : out.library.world.participations)
    if (one.theatre == theatre)
      shares.row({out.text(one.state), out.text(one.element), one.share.value, one.share.low,
                  one.share.high, sources.number(one.share, out.text(one.source))});
  card::Table& bases = out.record.table(kBases);
  for (const world::TheatreBase& one : out.library.world.theatre_bases)
    if (one.theatre == theatre)
      bases.row({out.text(one.base), std::string(one.inside ? "inside" : "next")});
}

/// What a state has of one element.
struct Holding {
  double home = 0, forward = 0, may_leave = 0;
  std::string bases;
};

}  // namespace

void describe_contingency(Description& out) {
  const world::World& world = out.library.world;
  const Symbol id = world.symbols.find(out.name);
  const auto found = std::ranges::find(world.contingencies, id, &world::Contingency::id);
  if (!id || found == world.contingencies.end()) return;
  out.found.push_back("the contingency: " + found->name);
  out.say("contingency", "name", found->name);
  out.say("contingency", "event", found->event);
  if (found->theatre != found->id) out.say("contingency", "theatre", out.text(found->theatre));
  out.say("contingency", "weight", with_range(found->weight));
  if (found->loss_clock.value > 0)
    out.say("contingency", "loss clock", with_range(found->loss_clock), "days");
  out.say("contingency", "source", found->source);
  Sources sources;
  add_demand(out, *found, sources);
  add_theatre(out, found->theatre, sources);
  sources.tell(out);
  add_munition_use(out, id);
}

void describe_element(Description& out) {
  const world::World& world = out.library.world;
  const Symbol id = world.symbols.find(out.name);
  const auto found = std::ranges::find(world.elements, id, &world::Element::id);
  if (!id || found == world.elements.end()) return;
  out.found.push_back("the force element " + found->name);
  out.say("element", "name", found->name);
  out.say("element", "definition", found->definition);
  out.say("element", "unit", found->unit);
  out.say("element", "core", found->core ? "yes" : "no");
  out.say_source("element", found->sourced);
  const auto say_cost = [&](std::string_view key, const Uncertain& value, std::string_view unit) {
    if (value.high > 0)
      out.say("element", key, with_range(value), unit, "library/element_costs.csv");
  };
  say_cost("purchase cost", found->purchase_cost, "bn USD of 2025 a unit");
  say_cost("annual cost", found->annual_cost, "bn USD of 2025 a unit and year");
  say_cost("lead time", found->lead_months, "months");
  say_cost("weight to be lifted", found->lift_tonnes, "tonnes a unit");
  Sources sources;
  card::Table& readiness = out.record.table(kReadiness);
  for (const world::Readiness& one : world.readiness)
    if (!one.element || one.element == id)
      readiness.row({out.text(one.kind), static_cast<std::int64_t>(one.day), one.share.value,
                     one.share.low, one.share.high,
                     sources.number(one.share, out.text(one.source))});
  sources.tell(out);
}

void describe_library_scenario(Description& out) {
  const auto& scenarios = out.library.scenarios;
  const auto found =
      std::ranges::find(scenarios, out.name, &std::pair<std::string, std::string>::first);
  if (found == scenarios.end()) return;
  const auto document = text::parse_toml(found->second, found->first + ".toml");
  if (!document) return;
  out.found.push_back("a scenario of the library");
  for (const text::Entry& section : document->root.entries) {
    if (section.key == "lever")
      for (const text::Node& lever : section.value.items)
        if (const text::Node* card = lever.find("card")) out.say("scenario", "lever", card->text);
    if (section.key != "scenario") {
      out.say("scenario", "[[" + section.key + "]]", std::to_string(section.value.items.size()),
              "tables");
      continue;
    }
    for (const std::string_view key : {"name", "base"})
      if (const text::Node* node = section.value.find(key)) out.say("scenario", key, node->text);
    const text::Node* sets = section.value.find("sets");
    if (sets == nullptr) continue;
    for (const text::Node& set : sets->items) {
      std::string names;
      for (const text::Node& name : set.items) names += (names.empty() ? "" : "+") + name.text;
      out.say("scenario", "set", names);
    }
  }
}

void add_pools(Description& out, Symbol state) {
  std::map<std::string, Holding> holdings;
  for (const world::Pool& pool : out.library.world.pools) {
    const double units = std::max(0.0, pool.amount.value + pool.added.value);
    if (pool.owner != state || units == 0) continue;
    Holding& held = holdings[out.text(pool.element)];
    (pool.home ? held.home : held.forward) += units;
    held.may_leave += units * (1 - pool.home_defence.value);
    held.bases += (held.bases.empty() ? "" : ", ") + out.text(pool.base) + " " + plain(units);
  }
  if (holdings.empty()) return;
  card::Table& table = out.record.table(kPools);
  for (const auto& [element, held] : holdings)
    table.row(
        {element, held.home + held.forward, held.home, held.forward, held.may_leave, held.bases});
}

void add_dependencies(Description& out, Symbol state) {
  const auto& all = out.library.world.dependencies;
  if (std::ranges::find(all, state, &world::Dependency::user) == all.end()) return;
  Sources sources;
  card::Table& table = out.record.table(kDependencies);
  for (const world::Dependency& one : all)
    if (one.user == state)
      table.row({out.text(one.element), out.text(one.service), out.text(one.supplier),
                 one.share.value, one.share.low, one.share.high,
                 std::string(one.hard ? "hard" : "slow"), one.lapse_days.value,
                 sources.number(one.share, out.text(one.source))});
  sources.tell(out);
}

}  // namespace entente::catalogue
