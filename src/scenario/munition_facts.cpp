#include "scenario/munition_facts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scenario/fact_rows.h"

namespace entente::scenario {
namespace {

using world::MunitionStock;
using world::World;

constexpr RangeColumns kValue{"value", "low", "high"};

KnownNames known_munitions(World& world) {
  return {"munition", world.names_of("munition"), world.symbols};
}

/// The stock of a holder, made where there is none yet.
MunitionStock& stock_of(World& world, Symbol holder, Symbol munition) {
  for (MunitionStock& one : world.munition_stocks)
    if (one.holder == holder && one.munition == munition) return one;
  MunitionStock fresh;
  fresh.holder = holder;
  fresh.munition = munition;
  return world.munition_stocks.emplace_back(std::move(fresh));
}

/// A required day.
Date date_of(FactRow& row, std::string_view column) {
  const std::string& text = row.required(column);
  if (text.empty()) return {};
  if (const auto day = parse_date(text)) return *day;
  row.fault(Code::no_such_date, column, "`" + text + "` is no day", "write YYYY-MM-DD");
  return {};
}

/// Holds a cell that belongs to rows of one kind only against the kind of its row.
void check_belongs(FactRow& row, std::string_view column, bool belongs, std::string_view kind) {
  const bool written = !row.text(column).empty();
  if (written && !belongs)
    row.fault(Code::bad_value, column,
              "only a row `" + std::string(kind) + "` has `" + std::string(column) + "`",
              "leave the cell empty");
  if (!written && belongs) (void)row.required(column);
}

/// A duration that a row may leave out.
std::optional<world::Uncertain> duration(FactRow& row, const RangeColumns& columns) {
  if (row.text(columns.value).empty()) {
    for (const std::string_view end : {columns.low, columns.high})
      if (!row.text(end).empty()) (void)row.required(columns.value);
    return std::nullopt;
  }
  return row.uncertain(columns, kNoLimit);
}

/// Puts one number of a row of stocks in its place.
void put(FactRow& row, const std::string& what, const world::Uncertain& value, Symbol source,
         Symbols& symbols, MunitionStock& stock) {
  if (what == "stock") {
    stock.stock = value;
    stock.stock_source = source;
  } else if (what == "production_month") {
    stock.production = value;
    stock.production_year = row.year();
    stock.production_source = source;
  } else if (what == "production_target_month") {
    stock.target = value;
    stock.target_by = date_of(row, "by");
    stock.target_source = source;
  } else if (what == "component_month") {
    stock.components.push_back({symbols.intern(row.word("component")), value, row.year(), source});
  } else if (what == "use_day_low" || what == "use_day_high") {
    (what == "use_day_low" ? stock.use_low : stock.use_high) = value;
    stock.use_source = source;
  }
}

}  // namespace

bool read_munitions(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "id", "name", "definition", "unit", "fired_by", "bottleneck", "source", "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames element("element", world.names_of("element"), world.symbols);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Munition one;
    const std::string& id = row.slug("id");
    one.name = row.required("name");
    one.definition = row.required("definition");
    one.unit = row.required("unit");
    for (const std::string& name : row.list("fired_by"))
      one.fired_by.push_back(element.named(name, "fired_by", row));
    one.bottleneck = row.text("bottleneck");
    const world::Sourced sourced = row.sourced();
    one.source = sourced.source;
    one.confidence = sourced.confidence;
    if (!seen.add(id, "id", row, "munitions")) continue;
    one.id = world.symbols.intern(id);
    world.munitions.push_back(std::move(one));
  }
  return true;
}

bool read_munition_terms(std::string_view bytes, std::string_view file, World& world,
                         Faults& faults) {
  static constexpr std::string_view kColumns[] = {"munition", "what",   "value",      "low", "high",
                                                  "status",   "source", "confidence", "note"};
  static constexpr std::string_view kWhat[] = {"unit_cost", "lead_months", "learning_rate",
                                               "approval_months"};
  static constexpr world::Uncertain world::Munition::*kMembers[] = {
      &world::Munition::unit_cost, &world::Munition::lead_months, &world::Munition::learning_rate,
      &world::Munition::approval_months};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames munition = known_munitions(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    const Symbol id = munition.required("munition", row);
    const std::string& what = row.choice("what", kWhat);
    row.read_source();
    const auto value = row.uncertain(kValue, what == "learning_rate" ? 1 : kNoLimit);
    row.once({"munition", "what"}, seen, "terms of munitions");
    const auto found = std::ranges::find(world.munitions, id, &world::Munition::id);
    const auto* const member = std::ranges::find(kWhat, what);
    if (found != world.munitions.end() && member != std::end(kWhat))
      (*found).*kMembers[member - std::begin(kWhat)] = value;
  }
  return true;
}

bool read_stocks(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "holder", "munition", "what",   "component", "value",      "low", "high",
      "year",   "by",       "status", "source",    "confidence", "note"};
  static constexpr std::string_view kWhat[] = {
      "stock",           "production_month", "production_target_month",
      "component_month", "use_day_low",      "use_day_high"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames holder = known_holders(world), munition = known_munitions(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    const Symbol held_by = holder.required("holder", row);
    const Symbol held = munition.required("munition", row);
    const std::string& what = row.choice("what", kWhat);
    row.read_source();
    const auto value = row.uncertain(kValue, kNoLimit);
    check_belongs(row, "component", what == "component_month", "component_month");
    if (what != "production_target_month")
      check_belongs(row, "by", false, "production_target_month");
    row.once({"holder", "munition", "what", "component"}, seen, "rows of stocks");
    if (!held_by || !held) continue;
    put(row, what, value, world.symbols.intern(row.source()), world.symbols,
        stock_of(world, held_by, held));
  }
  return true;
}

bool read_munition_use(std::string_view bytes, std::string_view file, World& world,
                       Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "contingency",    "munition", "per_day",   "low",        "high",
      "days",           "days_low", "days_high", "half_life",  "half_life_low",
      "half_life_high", "status",   "source",    "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames contingency("contingency", world.names_of("contingency"), world.symbols);
  KnownNames munition = known_munitions(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::MunitionUse one;
    one.contingency = contingency.required("contingency", row);
    one.munition = munition.required("munition", row);
    row.read_source();
    one.per_day = row.uncertain({"per_day", "low", "high"}, kNoLimit);
    one.days = duration(row, {"days", "days_low", "days_high"});
    one.half_life = duration(row, {"half_life", "half_life_low", "half_life_high"});
    one.source = world.symbols.intern(row.source());
    row.once({"contingency", "munition"}, seen, "rows of munition use");
    world.munition_uses.push_back(one);
  }
  return true;
}

bool read_coproduction(std::string_view bytes, std::string_view file, World& world,
                       Faults& faults) {
  static constexpr std::string_view kColumns[] = {"from",     "to",         "munitions", "since",
                                                  "strength", "low",        "high",      "status",
                                                  "source",   "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames state = known_states(world), munition = known_munitions(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Coproduction one;
    one.from = state.required("from", row);
    one.to = state.required("to", row);
    if (one.from && one.from == one.to)
      row.fault(Code::bad_value, "to", "a state makes nothing together with itself");
    (void)row.required("munitions");
    for (const std::string& name : row.list("munitions"))
      one.munitions.push_back(munition.named(name, "munitions", row));
    one.since = date_of(row, "since");
    row.read_source();
    one.strength = row.uncertain({"strength", "low", "high"}, 1);
    one.source = world.symbols.intern(row.source());
    row.once({"from", "to"}, seen, "ties of production");
    world.coproductions.push_back(std::move(one));
  }
  return true;
}

}  // namespace entente::scenario
