/// The sections of a scenario file on munitions, read and applied.
#include <algorithm>
#include <set>
#include <utility>

#include "base/name.h"
#include "scenario/reform_forces.h"
#include "scenario/scenario_parts.h"

namespace entente::scenario {
namespace {

constexpr std::string_view kSource = "the scenario";

class MunitionsReader {
 public:
  explicit MunitionsReader(ScenarioReading& reading)
      : reading_(reading),
        file_(reading.file),
        munitions_(reading.based_on.world.names_of("munition")),
        groups_(reading.based_on.world.names_of("group")) {
    if (!file_.empty) contingencies_ = reading.based_on.world.names_of("contingency");
    for (const ScenarioContingency& one : file_.contingencies) contingencies_.push_back(one.id);
  }

  void read(text::TableReader& root) {
    for (const text::Node* node : root.tables("munition_stock")) stock(*node);
    for (const text::Node* node : root.tables("munition_use")) use(*node);
  }

 private:
  void stock(const text::Node& node) {
    SectionReader reader("munition_stock", node, file_.file, reading_.faults);
    ScenarioMunitionStock one;
    one.holder = reader.text("holder");
    one.munition = reader.text("munition");
    one.stock = reader.uncertain("stock");
    one.production = reader.uncertain("production_month");
    if (std::ranges::find(groups_, one.holder) == groups_.end())
      reading_.known_state(reader, "holder", one.holder);
    known(reader, "munition", one.munition, munitions_);
    once(reader, "holder", {one.holder, one.munition}, stocks_);
    file_.munition_stocks.push_back(std::move(one));
  }

  void use(const text::Node& node) {
    SectionReader reader("munition_use", node, file_.file, reading_.faults);
    ScenarioMunitionUse one;
    one.contingency = reader.text("contingency");
    one.munition = reader.text("munition");
    one.per_day = reader.uncertain("per_day").value_or(world::Uncertain{});
    one.days = reader.uncertain("days");
    one.half_life = reader.uncertain("half_life");
    known(reader, "contingency", one.contingency, contingencies_);
    known(reader, "munition", one.munition, munitions_);
    once(reader, "contingency", {one.contingency, one.munition}, uses_);
    file_.munition_uses.push_back(std::move(one));
  }

  static void known(SectionReader& reader, std::string_view key, const std::string& name,
                    const std::vector<std::string>& names) {
    if (name.empty() || std::ranges::find(names, name) != names.end()) return;
    reader.fault(Code::unknown_name, key, "there is no " + std::string(key) + " `" + name + "`",
                 did_you_mean(name, names));
  }

  using Key = std::pair<std::string, std::string>;
  static void once(SectionReader& reader, std::string_view key, const Key& name,
                   std::set<Key>& seen) {
    if (!seen.insert(name).second)
      reader.fault(Code::duplicate, key,
                   "`" + name.first + "` stands here twice with `" + name.second + "`");
  }

  ScenarioReading& reading_;
  ScenarioFile& file_;
  std::vector<std::string> munitions_, groups_, contingencies_;
  std::set<Key> stocks_, uses_;
};

}  // namespace

world::MunitionStock& munition_row(world::World& world, Symbol holder, Symbol munition) {
  for (world::MunitionStock& one : world.munition_stocks)
    if (one.holder == holder && one.munition == munition) return one;
  world::MunitionStock made;
  made.holder = holder;
  made.munition = munition;
  for (world::Uncertain* number : {&made.stock, &made.production, &made.use_low, &made.use_high})
    *number = world::Uncertain::known(0);
  return world.munition_stocks.emplace_back(std::move(made));
}

void read_scenario_munitions(ScenarioReading& reading, text::TableReader& root) {
  MunitionsReader(reading).read(root);
}

void apply_munitions(const ScenarioFile& file, world::World& world) {
  const Symbol source = world.symbols.intern(kSource);
  for (const ScenarioMunitionStock& one : file.munition_stocks) {
    // A state is meant by any of its names; a group has one.
    Symbol holder = world.resolve(one.holder, world.day);
    if (!holder) holder = world.symbols.intern(one.holder);
    auto& row = munition_row(world, holder, world.symbols.intern(one.munition));
    if (one.stock) {
      row.stock = *one.stock;
      row.stock_source = source;
    }
    if (one.production) {
      row.production = *one.production;
      row.production_source = source;
      // What the base plans and what its parts allow is said of its own output.
      row.target.reset();
      row.components.clear();
    }
  }
  for (const ScenarioMunitionUse& one : file.munition_uses) {
    const Symbol contingency = world.symbols.intern(one.contingency);
    const Symbol munition = world.symbols.intern(one.munition);
    std::erase_if(world.munition_uses, [&](const world::MunitionUse& other) {
      return other.contingency == contingency && other.munition == munition;
    });
    world.munition_uses.push_back(
        {contingency, munition, one.per_day, one.days, one.half_life, source});
  }
}

}  // namespace entente::scenario
