/// The section of a scenario file on later years, read and applied.
#include <algorithm>

#include "base/name.h"
#include "scenario/reform_forces.h"
#include "scenario/scenario_parts.h"

namespace entente::scenario {
namespace {

class TurnsReader {
 public:
  explicit TurnsReader(ScenarioReading& reading) : reading_(reading), file_(reading.file) {
    for (const Library* library : {&reading.library, &reading.based_on})
      for (const auto& agreement : library->law.agreements)
        agreements_.push_back(library->world.symbols.name(agreement.id));
    from_ = year_of(file_.date.value_or(reading.based_on.world.day));
  }

  void turn(const text::Node& node) {
    SectionReader reader("turn", node, file_.file, reading_.faults);
    ScenarioTurn one;
    one.year = reader.integer("year").value_or(from_ + 1);
    one.promisor = reader.text("promisor");
    one.doubt = reader.uncertain("doubt");
    one.leaves = agreements(reader, "leaves");
    one.returns = agreements(reader, "returns");
    reading_.known_state(reader, "promisor", one.promisor);
    if (one.year <= from_)
      reader.fault(Code::order_of_dates, "year",
                   "a turn of " + std::to_string(one.year) + " comes before the years after " +
                       std::to_string(from_),
                   "what holds on the day of the scenario is said by levers and agreements");
    if (!one.doubt && one.leaves.empty() && one.returns.empty())
      reader.fault(Code::missing_key, "year", "this turn changes nothing",
                   "give it a `doubt`, or agreements that it `leaves` or `returns` to");
    file_.turns.push_back(std::move(one));
  }

 private:
  std::vector<std::string> agreements(SectionReader& reader, std::string_view key) {
    std::vector<std::string> names = reader.texts(key);
    for (const std::string& name : names)
      if (std::ranges::find(agreements_, name) == agreements_.end())
        reader.fault(Code::unknown_name, key, "the library has no agreement `" + name + "`",
                     did_you_mean(name, agreements_));
    return names;
  }

  ScenarioReading& reading_;
  ScenarioFile& file_;
  std::vector<std::string> agreements_;
  int from_ = 0;
};

}  // namespace

void read_scenario_turns(ScenarioReading& reading, text::TableReader& root) {
  TurnsReader reader(reading);
  for (const text::Node* node : root.tables("turn")) reader.turn(*node);
}

void apply_turns(const ScenarioFile& file, world::World& world, Plan& plan) {
  const auto symbols = [&](const std::vector<std::string>& names) {
    std::vector<Symbol> found;
    for (const std::string& name : names) found.push_back(world.symbols.intern(name));
    return found;
  };
  for (const ScenarioTurn& one : file.turns) {
    Symbol promisor = world.resolve(one.promisor, world.day);
    if (!promisor) promisor = world.symbols.intern(one.promisor);
    plan.turns.push_back(
        {one.year, promisor, one.doubt, symbols(one.leaves), symbols(one.returns)});
  }
  std::ranges::stable_sort(plan.turns, {}, &Turn::year);
}

}  // namespace entente::scenario
