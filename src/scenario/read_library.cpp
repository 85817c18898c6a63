#include <algorithm>
#include <filesystem>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <system_error>

#include "base/hash.h"
#include "base/name.h"
#include "scenario/burden_facts.h"
#include "scenario/cases.h"
#include "scenario/contingency_file.h"
#include "scenario/dependence_facts.h"
#include "scenario/facts.h"
#include "scenario/force_facts.h"
#include "scenario/goal_facts.h"
#include "scenario/hedge_facts.h"
#include "scenario/levers/named.h"
#include "scenario/library.h"
#include "scenario/munition_facts.h"
#include "scenario/plan.h"
#include "scenario/pools.h"
#include "scenario/reform.h"
#include "scenario/trade_facts.h"
#include "text/node.h"
#include "text/reader.h"
#include "treaty/read.h"

namespace entente::scenario {
namespace {

namespace fs = std::filesystem;

using ReadTable = std::function<bool(std::string_view, std::string_view, world::World&, Faults&)>;
using CheckCase = std::function<Faults(const text::Document&, const world::World&)>;

std::string stem(const std::string& path) { return fs::path(path).stem().string(); }

class LibraryReader {
 public:
  explicit LibraryReader(const std::string& folder) : folder_(folder) {}

  Result<Library> read() {
    if (std::error_code failure; !fs::is_directory(folder_, failure))
      return Error{Code::unreadable,
                   {folder_, 0, 0},
                   "there is no such folder",
                   "name the folder of a library"};
    read_facts();
    library_.world.index();
    read_forces();
    read_law();
    keep("levers", library_.levers);
    keep("studies", library_.studies);
    keep("claims", library_.claims);
    keep_cases("landscapes", "landscape", check_landscape, library_.landscapes);
    keep_cases("negotiations", "negotiation", check_negotiation, library_.negotiations);
    keep_cases("crises", "crisis", check_crisis, library_.crises);
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    sort_law();
    library_.world.index();
    treaty::index_law(library_.law, library_.world);
    check_named_levers(library_, faults_);
    if (!faults_.empty()) {
      sort_faults(faults_);
      return std::move(faults_);
    }
    library_.hash = hash();
    return std::move(library_);
  }

 private:
  void add(const Faults& faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  /// Adds the faults of a later file without those that an unreadable earlier one explains.
  void add_own(const Faults& faults) {
    std::copy_if(faults.begin(), faults.end(), std::back_inserter(faults_),
                 [&](const Error& fault) { return !explained_.contains(fault.code); });
  }

  /// The bytes of a file of the library, remembered for the hash.
  std::optional<std::string> bytes(const std::string& path) {
    auto read = text::read_file((fs::path(folder_) / path).string());
    if (!read) {
      for (Error fault : read.error()) {
        fault.where.file = path;
        faults_.push_back(std::move(fault));
      }
      return std::nullopt;
    }
    digests_[path] = sha256(read.value());
    return std::move(read).value();
  }

  std::optional<text::Document> document(const std::string& path) {
    const auto content = bytes(path);
    if (!content) return std::nullopt;
    auto parsed = text::parse_toml(*content, path);
    if (parsed) return std::move(parsed).value();
    add(parsed.error());
    return std::nullopt;
  }

  bool exists(const std::string& path) const {
    std::error_code failure;
    return fs::exists(fs::path(folder_) / path, failure);
  }

  /// Paths of the files in `under` whose names end in `ending`, sorted.
  std::vector<std::string> files(const std::string& under, std::string_view ending) const {
    std::vector<std::string> found;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(fs::path(folder_) / under, failure))
      if (entry.path().extension() == ending)
        found.push_back(under + "/" + entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }

  /// Reads one table. Where that fails as a whole, later faults of `follow_on` only repeat it.
  void table(const std::string& path, const ReadTable& reader, std::set<Code> follow_on) {
    const auto content = bytes(path);
    Faults faults;
    const bool whole = content && reader(*content, path, library_.world, faults);
    add_own(faults);
    if (!whole) explained_.merge(follow_on);
  }

  void read_facts() {
    read_title();
    table("states.csv", read_states, {Code::unknown_state});
    table("actors.csv", read_actors, {Code::unknown_state});
    library_.world.index();
    table("places.csv", read_places, {Code::unknown_place});
    table("means.csv", read_means, {Code::unknown_name});
    table("groups.csv", read_groups, {Code::unknown_name, Code::unknown_state, Code::predicate});
    table("group_members.csv", read_group_members, {});
    if (exists("elements.csv")) table("elements.csv", read_elements, {Code::unknown_name});
    for (const std::string& path : files("figures", ".csv")) table(path, read_figures, {});
  }

  /// Tables of forces, each where there is one. They name contingencies, whose events name facts.
  void read_forces() {
    const std::set<Code> explained = explained_;
    read_contingencies();
    library_.world.index();
    HomeBases home_bases;
    const auto with_bases = [&](auto reader) {
      return [&home_bases, reader](std::string_view bytes, std::string_view file,
                                   world::World& world, Faults& faults) {
        return reader(bytes, file, world, home_bases, faults);
      };
    };
    const auto optional = [&](const std::string& path, const ReadTable& reader) {
      if (exists(path)) table(path, reader, {});
    };
    optional("burden.csv", read_burden);
    optional("home_bases.csv", with_bases(read_home_bases));
    optional("element_costs.csv", read_element_costs);
    optional("deployment.csv", read_deployment);
    optional("distances.csv", read_distances);
    optional("theatre_bases.csv", with_bases(read_theatre_bases));
    optional("prepositioned.csv", with_bases(read_prepositioned));
    optional("readiness.csv", read_readiness);
    optional("participation.csv", read_participation);
    if (exists("dependency.csv")) table("dependency.csv", read_dependency, {Code::unknown_name});
    optional("substitutes.csv", read_substitutes);
    if (exists("munitions.csv")) table("munitions.csv", read_munitions, {Code::unknown_name});
    optional("munition_terms.csv", read_munition_terms);
    optional("stocks.csv", read_stocks);
    optional("munition_use.csv", read_munition_use);
    optional("coproduction.csv", read_coproduction);
    optional("hedge_options.csv", read_hedge_options);
    optional("corridors.csv", read_corridors);
    optional("trade.csv", read_trade);
    optional("declared_goals.csv", [this](std::string_view content, std::string_view file,
                                          world::World& world, Faults& faults) {
      std::vector<std::string> agreements;
      for (const std::string& path : files("agreements", ".toml")) agreements.push_back(stem(path));
      return read_declared_goals(content, file, std::move(agreements), world, faults);
    });
    derive_pools(library_.world, home_bases);
    read_scenarios();
    explained_ = explained;
  }

  void read_contingencies() {
    const std::vector<std::string> paths = files("contingencies", ".toml");
    std::vector<std::string> names;
    for (const std::string& path : paths) names.push_back(stem(path));
    ContingencyRules rules;
    rules.of_library = true;
    rules.contingencies = names;
    const std::size_t before = faults_.size();
    for (const std::string& path : paths) {
      const auto file = document(path);
      if (!file) continue;
      check_file_name(*file, "id", file->root.find("id"));
      Faults faults;
      auto read = read_contingency(file->root, path, library_.world, rules, faults);
      if (read) library_.world.contingencies.push_back(std::move(*read));
      add_own(faults);
    }
    // That the tables do not know the name of a faulty file says nothing new.
    if (faults_.size() != before) explained_.insert(Code::unknown_name);
  }

  /// Scenarios are kept as they stand. What is asked where no scenario is named: the sets of the
  /// reference.
  void read_scenarios() {
    for (const std::string& path : files("scenarios", ".toml")) {
      const auto content = bytes(path);
      if (!content) continue;
      const auto parsed = text::parse_toml(*content, path);
      if (!parsed) {
        add(parsed.error());
        continue;
      }
      library_.scenarios.emplace_back(stem(path), *content);
      const text::Node* scenario = parsed->root.find("scenario");
      if (scenario == nullptr || scenario->kind != text::Kind::table) {
        faults_.push_back(
            {Code::missing_key, {path, 1, 1}, "a scenario file needs the table `[scenario]`", ""});
        continue;
      }
      check_file_name(*parsed, "name", scenario->find("name"));
      if (stem(path) == kReference) read_reference(*scenario, path);
    }
  }

  /// Files that are read when they are asked for are kept as they stand.
  void keep(const std::string& folder, std::vector<std::pair<std::string, std::string>>& kept) {
    for (const std::string& path : files(folder, ".toml"))
      if (auto content = bytes(path)) kept.emplace_back(stem(path), std::move(*content));
  }

  /// Cases are kept as they stand too, once they were found sound.
  void keep_cases(const std::string& folder, std::string_view table, const CheckCase& check,
                  std::vector<std::pair<std::string, std::string>>& kept) {
    for (const std::string& path : files(folder, ".toml")) {
      auto content = bytes(path);
      if (!content) continue;
      const auto parsed = text::parse_toml(*content, path);
      const Faults faults = parsed ? check(*parsed, library_.world) : parsed.error();
      add_own(faults);
      if (!faults.empty()) continue;
      check_file_name(*parsed, "name", parsed->root.find(table)->find("name"));
      kept.emplace_back(stem(path), std::move(*content));
    }
  }

  void read_reference(const text::Node& scenario, const std::string& path) {
    const text::Node* sets = scenario.find("sets");
    if (sets == nullptr) return;
    world::World& world = library_.world;
    Faults faults;
    library_.plan.sets =
        read_sets(*sets, path, world.names_of("contingency"), world.symbols, faults);
    add_own(faults);
  }

  void read_title() {
    const auto file = document("library.toml");
    if (!file) return;
    text::TableReader reader(file->root, file->file, "a library", faults_);
    library_.world.day = reader.required_date("day");
    library_.name = reader.required_text("name");
    library_.licence = reader.required_text("licence");
    reader.done();
  }

  void read_law() {
    auto& world = library_.world;
    auto& law = library_.law;
    // Without states an agreement has no parties, and its reader misses them.
    if (explained_.contains(Code::unknown_state)) explained_.insert(Code::missing_key);
    if (const auto file = document("readings.toml")) {
      auto read = treaty::read_readings(*file, world.symbols);
      if (read)
        law.readings = std::move(read).value();
      else
        fail(read.error(), {Code::unknown_name});
    } else {
      explained_.insert(Code::unknown_name);
    }
    if (const auto file = document("areas.toml")) {
      auto read = treaty::read_areas(*file, world);
      if (read)
        law.areas = std::move(read).value();
      else
        fail(read.error(), {Code::unknown_area, Code::unknown_name});
    } else {
      explained_.insert({Code::unknown_area, Code::unknown_name});
    }
    for (const std::string& path : files("agreements", ".toml")) read_agreement(path);
    for (const treaty::Agreement& agreement : law.agreements) check_promises(agreement);
  }

  void fail(const Faults& faults, std::set<Code> follow_on) {
    add_own(faults);
    explained_.merge(follow_on);
  }

  void read_agreement(const std::string& path) {
    const auto file = document(path);
    if (!file) return;
    auto& world = library_.world;
    check_id(*file);
    auto read = treaty::read_agreement(*file, world, library_.law.areas, library_.law.readings);
    if (!read) return add_own(read.error());
    read.value().file = path;
    library_.law.agreements.push_back(std::move(read).value());
  }

  /// The id of an agreement is the name of its file, and no other has it.
  void check_id(const text::Document& file) {
    const text::Node* id = file.root.find("id");
    if (!check_file_name(file, "id", id)) return;
    const Where where{file.file, id->line, id->column};
    const auto [first, is_new] = ids_.emplace(id->text, file.file);
    if (!is_new)
      faults_.push_back({Code::duplicate, where,
                         "the id `" + id->text + "` stands in " + first->second + " as well", ""});
  }

  /// Reports a name of what a file says that is not the name of the file. False where `name` is no
  /// text: its reader says so.
  bool check_file_name(const text::Document& file, std::string_view key, const text::Node* name) {
    if (!name || name->kind != text::Kind::text) return false;
    if (name->text != stem(file.file))
      faults_.push_back(
          {Code::bad_value,
           {file.file, name->line, name->column},
           "the " + std::string(key) + " `" + name->text + "` is not the name of its file",
           "call it `" + stem(file.file) + "` or rename the file"});
    return true;
  }

  /// `STATE bound by AGREEMENT` asks for an agreement of the library.
  void check_promises(const treaty::Agreement& agreement) {
    const auto check = [&](const auto& clause) {
      for (const treaty::Requires& condition : clause.conditions) {
        if (condition.kind != treaty::Requires::Kind::bound) continue;
        const std::string& id = library_.world.symbols.name(condition.agreement);
        if (ids_.contains(id)) continue;
        std::vector<std::string> known;
        for (const auto& [other, file] : ids_) known.push_back(other);
        faults_.push_back(
            {Code::unknown_name, clause.where,
             "the condition names the agreement `" + id + "`, which the library does not have",
             did_you_mean(id, known)});
      }
    };
    for (const treaty::Article& article : agreement.articles) check(article);
    for (const treaty::Exception& exception : agreement.exceptions) check(exception);
  }

  void sort_law() {
    const Symbols& symbols = library_.world.symbols;
    const auto by_id = [&](const auto& a, const auto& b) {
      return symbols.name(a.id) < symbols.name(b.id);
    };
    std::sort(library_.law.agreements.begin(), library_.law.agreements.end(), by_id);
    std::sort(library_.law.readings.begin(), library_.law.readings.end(), by_id);
    std::stable_sort(library_.law.areas.begin(), library_.law.areas.end(),
                     [&](const treaty::Area& a, const treaty::Area& b) {
                       if (a.id != b.id) return by_id(a, b);
                       return a.spell < b.spell;
                     });
  }

  std::string hash() const {
    std::string lines;
    for (const auto& [path, digest] : digests_) lines += path + " " + digest + "\n";
    return sha256(lines);
  }

  const std::string folder_;
  Library library_;
  Faults faults_;
  std::set<Code> explained_;                    ///< Codes that an unreadable file accounts for.
  std::map<std::string, std::string> digests_;  ///< SHA-256 by path.
  std::map<std::string, std::string> ids_;      ///< File by id of agreement.
};

}  // namespace

Result<Library> read_library(const std::string& folder) { return LibraryReader(folder).read(); }

}  // namespace entente::scenario
