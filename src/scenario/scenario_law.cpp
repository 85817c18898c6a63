/// The sections of a scenario file that change the law.
#include <algorithm>

#include "base/name.h"
#include "scenario/scenario_parts.h"

namespace entente::scenario {
namespace {

class LawReader {
 public:
  explicit LawReader(ScenarioReading& reading)
      : reading_(reading), file_(reading.file), faults_(reading.faults) {}

  void commitment(const text::Node& node) {
    SectionReader reader("commitment", node, file_.file, faults_);
    ScenarioCommitment commitment;
    commitment.promisor = reader.text("promisor");
    commitment.beneficiary = reader.text("beneficiary");
    reading_.known_state(reader, "promisor", commitment.promisor);
    reading_.known_state(reader, "beneficiary", commitment.beneficiary);
    if (!commitment.promisor.empty() && commitment.promisor == commitment.beneficiary)
      reader.fault(Code::duplicate, "beneficiary",
                   "`" + commitment.promisor + "` cannot promise itself anything");
    // The choices stand in the order of the enumerations.
    if (const auto duty = reader.choice("kind")) commitment.duty = treaty::Duty(*duty);
    if (const auto form = reader.choice("form")) commitment.form = treaty::Form(*form);
    commitment.institution = reader.integer("institution");
    commitment.reliability = reader.number("reliability");
    file_.commitments.push_back(std::move(commitment));
  }

  void agreements(const text::Node& table) {
    SectionReader reader("agreements", table, file_.file, faults_);
    file_.add = reader.texts("add");
    file_.remove = reader.texts("remove");
    std::vector<std::string> known;
    for (const Library* library : {&reading_.library, &reading_.based_on})
      for (const auto& agreement : library->law.agreements)
        known.push_back(library->world.symbols.name(agreement.id));
    for (const auto& [key, names] :
         {std::pair("add", &file_.add), std::pair("remove", &file_.remove)})
      for (const std::string& name : *names)
        if (!name.ends_with(".toml") && std::ranges::find(known, name) == known.end())
          reader.fault(Code::unknown_name, key, "the library has no agreement `" + name + "`",
                       did_you_mean(name, known));
  }

  void reading(const text::Entry& entry) {
    const treaty::Law& law = reading_.library.law;
    const Symbols& symbols = reading_.library.world.symbols;
    std::vector<std::string> known;
    for (const auto& one : law.readings) known.push_back(symbols.name(one.id));
    const Symbol id = symbols.find(entry.key);
    const treaty::Reading* reading = id ? law.reading(id) : nullptr;
    if (reading == nullptr) {
      faults_.push_back({Code::unknown_name,
                         {file_.file, entry.line, entry.column},
                         "there is no reading `" + entry.key + "`",
                         did_you_mean(entry.key, known)});
      return;
    }
    const Where where{file_.file, entry.value.line, entry.value.column};
    std::vector<std::string> values;
    for (const Symbol value : reading->values) values.push_back(symbols.name(value));
    if (entry.value.kind != text::Kind::text)
      faults_.push_back(
          {Code::wrong_type, where, "a reading is a text", "one of " + join(values, ", ")});
    else if (std::ranges::find(values, entry.value.text) == values.end())
      faults_.push_back({Code::bad_value, where,
                         "`" + entry.key + "` has no value `" + entry.value.text + "`",
                         "one of " + join(values, ", ")});
    else
      file_.readings.emplace_back(entry.key, entry.value.text);
  }

 private:
  ScenarioReading& reading_;
  ScenarioFile& file_;
  Faults& faults_;
};

}  // namespace

void read_scenario_law(ScenarioReading& reading, text::TableReader& root) {
  LawReader reader(reading);
  for (const text::Node* node : root.tables("commitment")) reader.commitment(*node);
  if (const text::Node* table = root.table("agreements")) reader.agreements(*table);
  if (const text::Node* table = root.table("readings"))
    for (const text::Entry& entry : table->entries) reader.reading(entry);
}

}  // namespace entente::scenario
