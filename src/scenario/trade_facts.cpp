#include "scenario/trade_facts.h"

#include <algorithm>
#include <span>
#include <sstream>

#include "scenario/fact_rows.h"

namespace entente::scenario {
namespace {

constexpr RangeColumns kAmount{"value", "low", "high"};

/// Slugs joined by `+`.
std::vector<Symbol> slugs(const std::string& joined, Symbols& symbols) {
  std::vector<Symbol> found;
  std::istringstream words(joined);
  for (std::string word; std::getline(words, word, '+');) found.push_back(symbols.intern(word));
  return found;
}

std::vector<std::string> names_of(const world::World& world, bool regions) {
  std::vector<std::string> names;
  for (const world::Corridor& one : world.corridors) {
    if (regions)
      for (const Symbol end : {one.from, one.to}) names.push_back(world.symbols.name(end));
    else
      for (const Symbol strait : one.chokepoints) names.push_back(world.symbols.name(strait));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// Of what a region exports or needs.
bool is_share(std::string_view field) {
  return field == "oil_embargoed" || field == "oil_refusing";
}

}  // namespace

bool read_corridors(std::string_view bytes, std::string_view file, world::World& world,
                    Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "from", "to",   "mode",   "chokepoints", "name",       "days", "value",
      "low",  "high", "status", "source",      "confidence", "note"};
  static constexpr std::string_view kModes[] = {"sea", "pipeline", "rail"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Corridor one;
    one.from = world.symbols.intern(row.slug("from"));
    one.to = world.symbols.intern(row.slug("to"));
    if (one.from == one.to)
      row.fault(Code::bad_value, "to", "a corridor leads from a region to itself");
    one.mode = world.symbols.intern(row.choice("mode", kModes));
    one.chokepoints = slugs(row.text("chokepoints"), world.symbols);
    one.name = row.text("name");
    one.days = row.number_within("days", 0.1, 365);
    row.read_source();
    one.source = world.symbols.intern(row.source());
    one.amount = row.uncertain(kAmount, kNoLimit);
    row.once({"from", "to", "mode", "name"}, seen, "corridors");
    world.corridors.push_back(std::move(one));
  }
  return true;
}

bool read_trade(std::string_view bytes, std::string_view file, world::World& world,
                Faults& faults) {
  static constexpr std::string_view kColumns[] = {"of",     "field",  "at",         "value",
                                                  "low",    "high",   "unit",       "year",
                                                  "status", "source", "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  KnownNames straits("chokepoint", names_of(world, false), world.symbols);
  KnownNames regions("region", names_of(world, true), world.symbols);
  KnownNames holders = known_holders(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::TradeFigure one;
    const std::string field = row.choice("field", world::kTradeFields);
    one.field = world.symbols.intern(field);
    if (field == "closed") {
      one.of = world.symbols.intern(row.slug("of"));
      one.at = straits.required("at", row);
    } else if (field == "oil_exports" || field == "oil_needs" || is_share(field)) {
      one.of = regions.required("of", row);
    } else if (field == "oil_imports") {
      one.of = holders.required("of", row);
      one.at = regions.required("at", row);
    } else if (field == "oil_stock_days") {
      one.of = holders.required("of", row);
    } else if (!field.empty()) {
      one.of =
          row.text("of") == "world" ? world.symbols.intern("world") : straits.required("of", row);
    }
    row.read_source();
    one.source = world.symbols.intern(row.source());
    one.value = row.uncertain(kAmount, field == "closed" || is_share(field) ? 1 : kNoLimit);
    one.year = row.year();
    row.once({"of", "field", "at"}, seen, "figures of trade");
    world.trade.push_back(one);
  }
  return true;
}

}  // namespace entente::scenario
