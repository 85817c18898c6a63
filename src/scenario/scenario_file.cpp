#include "scenario/scenario_file.h"

#include <algorithm>

#include "base/name.h"
#include "scenario/levers/effects.h"
#include "scenario/plan.h"
#include "scenario/reform.h"
#include "scenario/reform_forces.h"
#include "scenario/scenario_parts.h"

namespace entente::scenario {
namespace {

class ScenarioReader {
 public:
  ScenarioReader(const text::Document& document, const Library& library, const Library& based_on)
      : reading_{library, based_on, file_, faults_},
        root_(document.root, document.file, "a scenario file", faults_) {
    file_.file = document.file;
  }

  Result<ScenarioFile> read() {
    header();
    reading_.empty = file_.empty || reading_.based_on.plan.empty;
    read_scenario_states(reading_, root_.tables("state"));
    contingencies();
    read_scenario_forces(reading_, root_);
    read_scenario_munitions(reading_, root_);
    read_scenario_law(reading_, root_);
    read_scenario_turns(reading_, root_);
    for (const text::Node* node : root_.tables("lever")) file_.levers.push_back(*node);
    uncertainty();
    models();
    sets();
    for (const ScenarioSection& section : scenario_sections())
      if (section.form != Form::rows) (void)root_.raw(section.name);
    root_.done();
    try_on();
    if (faults_.empty()) return std::move(file_);
    sort_faults(faults_);
    return faults_;
  }

 private:
  void header() {
    const text::Node* table = root_.table("scenario");
    if (table == nullptr) {
      if (root_.raw("scenario") == nullptr)
        root_.fault(Code::missing_key, "scenario", "a scenario file needs the table `[scenario]`");
      return;
    }
    SectionReader reader("scenario", *table, file_.file, faults_);
    file_.name = reader.text("name");
    if (!file_.name.empty() && !is_slug(file_.name))
      reader.fault(Code::bad_value, "name", "`" + file_.name + "` is no name",
                   "use lower-case letters, digits and single underscores");
    file_.base = reader.text("base");
    file_.empty = reader.boolean("empty").value_or(false);
    if (file_.empty && !file_.base.empty() && file_.base != kReference)
      reader.fault(Code::bad_value, "base", "an empty scenario has no base",
                   "leave out `base` or `empty`");
    file_.date = reader.date("date");
    file_.horizon = reader.integer("horizon");
    file_.after_months = reader.integer("after_months");
    sets_ = reader.raw("sets");
  }

  /// Only the ids: the tables are read once states and elements are there.
  void contingencies() {
    for (const text::Node* node : root_.tables("contingency")) {
      const text::Node* id = node->find("id");
      const bool named = id != nullptr && id->kind == text::Kind::text;
      file_.contingencies.push_back({named ? id->text : "", *node});
      const auto same = std::ranges::count(file_.contingencies, file_.contingencies.back().id,
                                           &ScenarioContingency::id);
      if (named && id->text.empty())
        faults_.push_back(
            {Code::bad_value, {file_.file, id->line, id->column}, "`id` is empty", ""});
      else if (named && same > 1)
        faults_.push_back({Code::duplicate,
                           {file_.file, id->line, id->column},
                           "the contingency `" + id->text + "` stands here twice",
                           ""});
    }
  }

  void sets() {
    if (sets_ == nullptr) return;
    std::vector<std::string> known;
    if (!file_.empty) known = reading_.based_on.world.names_of("contingency");
    for (const ScenarioContingency& one : file_.contingencies) known.push_back(one.id);
    Symbols symbols;
    const std::size_t before = faults_.size();
    for (const auto& set : read_sets(*sets_, file_.file, known, symbols, faults_)) {
      auto& names = file_.sets.emplace_back();
      for (const Symbol id : set) names.push_back(symbols.name(id));
    }
    if (file_.sets.empty() && faults_.size() == before)
      faults_.push_back({Code::bad_value,
                         {file_.file, sets_->line, sets_->column},
                         "`sets` holds no set",
                         "leave it out to have the usual ones"});
  }

  void uncertainty() {
    const text::Node* table = root_.table("uncertainty");
    if (table == nullptr) return;
    SectionReader reader("uncertainty", *table, file_.file, faults_);
    const card::Field& field = scenario_section("uncertainty").keys[0].field;
    for (const text::Entry& entry : table->entries) {
      const text::Node& node = entry.value;
      if (node.kind != text::Kind::array || node.items.size() != 2) {
        reader.fault(Code::wrong_type, entry.key, "`" + entry.key + "` must be a range",
                     "as in [0.2, 0.5]: the least value, then the greatest");
        continue;
      }
      const std::size_t before = faults_.size();
      const double low = reader.number(field, entry.key, node.items[0]);
      const double high = reader.number(field, entry.key, node.items[1]);
      if (low > high && faults_.size() == before)
        reader.fault(Code::bad_value, entry.key, "the range of `" + entry.key + "` is upside down",
                     "write the least value first");
      file_.uncertainty.push_back({entry.key, {low, high}});
    }
  }

  void models() {
    const text::Node* table = root_.table("models");
    if (table == nullptr) return;
    SectionReader reader("models", *table, file_.file, faults_);
    for (const ScenarioKey& key : scenario_section("models").keys)
      if (std::string card = reader.text(key.field.name); !card.empty())
        file_.models.emplace_back(key.field.name, std::move(card));
  }

  /// Applies the forces to a copy of the world, which finds what only the result shows.
  void try_on() {
    if (!file_.levers.empty()) return try_levers();
    world::World world = reading_.based_on.world;
    Plan plan = reading_.based_on.plan;
    begin_scenario(file_, world, plan);
    apply_forces(file_, world, plan, faults_);
  }

  /// The same with the law, which levers change too. Agreement files are known by their names: what
  /// they say is read when the scenario is applied.
  void try_levers() {
    Library tried = reading_.based_on;
    begin_scenario(file_, tried.world, tried.plan);
    apply_forces(file_, tried.world, tried.plan, faults_);
    auto& agreements = tried.law.agreements;
    if (file_.empty) agreements.clear();
    const auto is = [&](const std::string& name) {
      const Symbol id = tried.world.symbols.find(name);
      return [id](const treaty::Agreement& one) { return id && one.id == id; };
    };
    for (const std::string& name : file_.remove) std::erase_if(agreements, is(name));
    for (const std::string& name : file_.add) {
      const auto& known = reading_.library.law.agreements;
      const auto found = std::ranges::find_if(known, is(name));
      if (found != known.end())
        agreements.push_back(*found);
      else if (name.ends_with(".toml"))
        agreements.emplace_back().id = tried.world.symbols.intern(stem(name));
    }
    tried.world.index();
    const LeversRead read = read_what_levers(file_.levers, file_.file, tried);
    add(read.faults);
    if (const auto pulled = pull(std::move(tried), read.levers); !pulled) add(pulled.error());
  }

  static std::string stem(const std::string& path) {
    const std::size_t from = path.find_last_of('/') + 1;  // 0 where there is no folder.
    return path.substr(from, path.size() - from - std::string_view(".toml").size());
  }

  void add(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  Faults faults_;
  ScenarioFile file_;
  ScenarioReading reading_;
  text::TableReader root_;
  const text::Node* sets_ = nullptr;
};

}  // namespace

void ScenarioReading::known_state(SectionReader& reader, std::string_view key,
                                  const std::string& name) {
  const world::World& world = based_on.world;
  if (name.empty() || world.resolve(name, file.date.value_or(world.day)) ||
      std::ranges::find(file.states, name, &ScenarioState::id) != file.states.end())
    return;
  auto known = world.names_of("state");
  for (const ScenarioState& state : file.states) known.push_back(state.id);
  std::string hint = did_you_mean(name, known);
  if (hint.empty()) hint = "a state of your own needs a `[[state]]` with its id";
  reader.fault(Code::unknown_state, key, "there is no state `" + name + "`", hint);
}

Result<ScenarioFile> read_scenario(const text::Document& document, const Library& library,
                                   const Library& based_on) {
  return ScenarioReader(document, library, based_on).read();
}

Result<ScenarioFile> read_scenario(const text::Document& document, const Library& library) {
  return read_scenario(document, library, library);
}

}  // namespace entente::scenario
