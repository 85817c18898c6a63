#include "scenario/burden_facts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "scenario/fact_rows.h"

namespace entente::scenario {
namespace {

constexpr BurdenMeasure kMeasures[] = {
    {"aid_allocated", "% of GDP of 2021"},
    {"aid_committed", "% of GDP of 2021"},
    {"base_construction", "bn USD"},
    {"bases", "sites"},
    {"cost_of_non_europe", "bn EUR a year"},
    {"equipment_share", "% of defence spending"},
    {"escort_types", "types"},
    {"gdp", "bn USD of the year"},
    {"host_nation_support", "bn USD a year"},
    {"industrial_base_payment", "bn USD"},
    {"military_personnel", "thousand"},
    {"population", "million people"},
    {"spending", "% of GDP"},
    {"tank_types", "types"},
    {"us_troops_hosted", "people"},
    {"weapon_types", "types"},
};

/// A measure has one unit, and a share of a hundred does not exceed it.
void check_unit(FactRow& row, const BurdenMeasure& measure, const world::Uncertain& value) {
  if (const std::string& unit = row.required("unit"); !unit.empty() && unit != measure.unit)
    row.fault(Code::bad_value, "unit",
              "`" + std::string(measure.name) + "` is not counted in `" + unit + "`",
              "its unit is `" + std::string(measure.unit) + "`");
  if (measure.unit.starts_with('%') && value.high > 100)
    row.fault(Code::bad_value, "high", "no state gives more than 100 %");
}

}  // namespace

std::span<const BurdenMeasure> burden_measures() { return kMeasures; }

bool read_burden(std::string_view bytes, std::string_view file, world::World& world,
                 Faults& faults) {
  static constexpr std::string_view kColumns[] = {"state",  "year",       "measure", "value",
                                                  "low",    "high",       "unit",    "status",
                                                  "source", "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  std::vector<std::string_view> names;
  for (const BurdenMeasure& one : kMeasures) names.push_back(one.name);
  KnownNames holder = known_holders(world);
  Seen seen;
  for (const auto& cells : table->rows) {
    FactRow row(*table, cells, faults);
    world::Figure figure;
    figure.state = holder.required("state", row);
    figure.year = row.year();
    figure.what = row.choice("measure", names);
    row.read_source();
    const std::size_t before = faults.size();
    const world::Uncertain value = row.uncertain({"value", "low", "high"}, kNoLimit);
    const auto* const measure = std::ranges::find(kMeasures, figure.what, &BurdenMeasure::name);
    if (faults.size() == before && measure != std::end(kMeasures)) check_unit(row, *measure, value);
    figure.value = value.value;
    figure.low = value.low;
    figure.high = value.high;
    figure.unit = row.text("unit");
    figure.status = row.text("status");
    figure.sourced = row.all_of_source();
    row.once({"state", "year", "measure"}, seen, "rows of burdens");
    world.figures.push_back(std::move(figure));
  }
  return true;
}

}  // namespace entente::scenario
