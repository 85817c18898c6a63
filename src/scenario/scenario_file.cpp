#include "scenario/scenario_file.h"

#include <algorithm>
#include <array>

#include "base/name.h"
#include "text/reader.h"

namespace entente::scenario {
namespace {

using text::TableReader;

constexpr std::array<std::string_view, 8> kDuties{"fight", "assist",  "supply",   "share",
                                                  "host",  "consult", "stay_out", "not_attack"};
constexpr std::array<std::string_view, 5> kForms{"treaty", "executive", "statute", "memorandum",
                                                 "declaration"};

/// Sections of the format that say nothing about the law.
constexpr std::array<std::string_view, 7> kOtherSections{
    "contingency", "pool", "deploy", "element_weights", "lever", "uncertainty", "models"};

class ScenarioReader {
 public:
  ScenarioReader(const text::Document& document, const Library& library)
      : document_(document),
        library_(library),
        root_(document.root, document.file, "a scenario file", faults_) {}

  Result<ScenarioFile> read() {
    header();
    for (const text::Node* node : root_.tables("state")) state(*node);
    for (const text::Node* node : root_.tables("commitment")) commitment(*node);
    agreements();
    if (const text::Node* table = root_.table("readings"))
      for (const text::Entry& entry : table->entries) reading(entry);
    for (const std::string_view section : kOtherSections) (void)root_.raw(section);
    root_.done();
    if (!faults_.empty()) {
      sort_faults(faults_);
      return faults_;
    }
    return file_;
  }

 private:
  void header() {
    const text::Node* table = root_.table("scenario");
    if (table == nullptr) {
      if (root_.raw("scenario") == nullptr)
        root_.fault(Code::missing_key, "scenario", "a scenario file needs the table `[scenario]`");
      return;
    }
    TableReader reader(*table, document_.file, "[scenario]", faults_);
    file_.name = reader.required_text("name");
    if (!file_.name.empty() && !is_slug(file_.name))
      reader.fault(Code::bad_value, "name", "`" + file_.name + "` is no name",
                   "use lower-case letters, digits and single underscores");
    file_.base = reader.text("base").value_or("");
    file_.empty = reader.boolean("empty").value_or(false);
    file_.date = reader.date("date");
    (void)reader.raw("sets");
    reader.done();
  }

  void state(const text::Node& node) {
    TableReader reader(node, document_.file, "a state", faults_);
    const std::string id = reader.required_text("id");
    if (!id.empty() && !is_slug(id) && !is_iso3(id))
      reader.fault(Code::bad_value, "id", "`" + id + "` is no name of a state",
                   "an ISO 3166 code such as `USA`, or a slug such as `austria_hungary`");
    file_.states.push_back(id);
    (void)reader.raw("forces");
    reader.done();
  }

  void known_state(TableReader& reader, std::string_view key, const std::string& name) {
    if (name.empty() || library_.world.resolve(name, file_.date.value_or(library_.world.day)) ||
        std::ranges::find(file_.states, name) != file_.states.end())
      return;
    auto known = library_.world.names_of("state");
    known.insert(known.end(), file_.states.begin(), file_.states.end());
    std::string hint = did_you_mean(name, known);
    if (hint.empty()) hint = "a state of your own needs a `[[state]]` with its id";
    reader.fault(Code::unknown_state, key, "there is no state `" + name + "`", hint);
  }

  void commitment(const text::Node& node) {
    TableReader reader(node, document_.file, "a commitment", faults_);
    ScenarioCommitment commitment;
    commitment.promisor = reader.required_text("promisor");
    commitment.beneficiary = reader.required_text("beneficiary");
    known_state(reader, "promisor", commitment.promisor);
    known_state(reader, "beneficiary", commitment.beneficiary);
    if (!commitment.promisor.empty() && commitment.promisor == commitment.beneficiary)
      reader.fault(Code::duplicate, "beneficiary",
                   "`" + commitment.promisor + "` cannot promise itself anything");
    commitment.duty = static_cast<treaty::Duty>(reader.choice("kind", kDuties).value_or(0));
    commitment.form = static_cast<treaty::Form>(reader.choice("form", kForms).value_or(0));
    if (const auto level = reader.integer("institution")) {
      if (*level < 0 || *level > 3)
        reader.fault(Code::bad_value, "institution", "`institution` lies from 0 to 3");
      else
        commitment.institution = static_cast<int>(*level);
    }
    commitment.reliability = reader.number("reliability");
    if (commitment.reliability && !(*commitment.reliability >= 0 && *commitment.reliability <= 1))
      reader.fault(Code::bad_value, "reliability", "`reliability` is a probability from 0 to 1");
    reader.done();
    file_.commitments.push_back(std::move(commitment));
  }

  void agreements() {
    const text::Node* table = root_.table("agreements");
    if (table == nullptr) return;
    TableReader reader(*table, document_.file, "[agreements]", faults_);
    file_.add = reader.texts("add");
    file_.remove = reader.texts("remove");
    std::vector<std::string> known;
    for (const auto& agreement : library_.law.agreements)
      known.push_back(library_.world.symbols.name(agreement.id));
    for (const auto& [key, names] :
         {std::pair("add", &file_.add), std::pair("remove", &file_.remove)})
      for (const std::string& name : *names)
        if (!name.ends_with(".toml") && std::ranges::find(known, name) == known.end())
          reader.fault(Code::unknown_name, key, "the library has no agreement `" + name + "`",
                       did_you_mean(name, known));
    reader.done();
  }

  void reading(const text::Entry& entry) {
    std::vector<std::string> known;
    for (const auto& one : library_.law.readings)
      known.push_back(library_.world.symbols.name(one.id));
    const Symbol id = library_.world.symbols.find(entry.key);
    const treaty::Reading* reading = id ? library_.law.reading(id) : nullptr;
    if (reading == nullptr) {
      faults_.push_back({Code::unknown_name,
                         {document_.file, entry.line, entry.column},
                         "there is no reading `" + entry.key + "`",
                         did_you_mean(entry.key, known)});
      return;
    }
    const Where where{document_.file, entry.value.line, entry.value.column};
    std::vector<std::string> values;
    for (const Symbol value : reading->values) values.push_back(library_.world.symbols.name(value));
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

  const text::Document& document_;
  const Library& library_;
  Faults faults_;
  TableReader root_;
  ScenarioFile file_;
};

}  // namespace

Result<ScenarioFile> read_scenario(const text::Document& document, const Library& library) {
  return ScenarioReader(document, library).read();
}

}  // namespace entente::scenario
