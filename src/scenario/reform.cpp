#include "scenario/reform.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/hash.h"
#include "base/name.h"
#include "scenario/levers/lever.h"
#include "scenario/pool_names.h"
#include "scenario/promise.h"
#include "scenario/reform_forces.h"
#include "scenario/scenario_file.h"
#include "treaty/read.h"

namespace entente::scenario {
namespace {

namespace fs = std::filesystem;
using treaty::Agreement;
using treaty::PartySet;

constexpr int kDeepestBase = 8;  // Scenarios that build on one another.

/// An agreement of one article that says what the scenario's commitment says.
Agreement written(const ScenarioCommitment& commitment, world::World& world, std::size_t number) {
  Promise promise;
  promise.id = "scenario_commitment_" + std::to_string(number);
  promise.name = commitment.promisor + " to " + commitment.beneficiary + " (scenario)";
  promise.source = "the scenario";
  promise.promisors = {state_named(world, commitment.promisor)};
  promise.beneficiaries = {state_named(world, commitment.beneficiary)};
  promise.duty = commitment.duty.value_or(treaty::Duty::fight);
  promise.form = commitment.form.value_or(treaty::Form::treaty);
  promise.institution = commitment.institution.value_or(0);
  promise.reliability = commitment.reliability;
  return agreement_of(promise, world.symbols);
}

/// A scenario file, open.
struct Opened {
  text::Document document;
  std::string bytes;
  fs::path folder;  ///< Of the paths it names.
};

bool looks_like_a_file(const std::string& name) {
  std::error_code ignored;
  return name.ends_with(".toml") || name.ends_with(".json") || name.ends_with(".gz") ||
         fs::is_regular_file(name, ignored);
}

/// What `[scenario] base` says, and where; read before the rest of the file.
std::pair<std::string, Where> base_of(const text::Document& document) {
  const text::Node* table = document.root.find("scenario");
  const text::Node* base =
      table != nullptr && table->kind == text::Kind::table ? table->find("base") : nullptr;
  if (base == nullptr || base->kind != text::Kind::text || base->text == kReference) return {};
  return {base->text, {document.file, base->line, base->column}};
}

/// Applies files and removals one by one to a copy of the library.
class Reformer {
 public:
  explicit Reformer(const Library& library) : original_(library), library_(library) {}

  Result<Library> run(std::string_view scenario, std::span<const std::string> without) {
    if (!scenario.empty() && scenario != kReference)
      apply_file(std::string(scenario), {"arguments", 0, 0}, {}, 0);
    for (const std::string& name : without) leave_out(name);
    if (!faults_.empty()) return faults_;
    library_.world.index();
    treaty::index_law(library_.law, library_.world);
    if (!trail_.empty()) library_.hash = sha256(original_.hash + "\n" + trail_);
    return std::move(library_);
  }

 private:
  void add(Faults faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  /// The file of this name: one of the library's scenarios, or a path beside `folder`.
  Result<Opened> open(const std::string& name, const Where& where, const fs::path& folder) const {
    for (const auto& [known, bytes] : library_.scenarios) {
      if (known != name) continue;
      auto document = text::parse_toml(bytes, "scenarios/" + known + ".toml");
      if (!document) return document.error();
      return Opened{std::move(document).value(), bytes, {}};
    }
    const std::string path = (folder / name).string();
    if (!looks_like_a_file(path)) return unknown(name, where);
    auto bytes = text::read_file(path);
    if (!bytes) return bytes.error();
    auto document = text::read_document(path);
    if (!document) return document.error();
    return Opened{std::move(document).value(), std::move(bytes).value(),
                  fs::path(path).parent_path()};
  }

  Error unknown(const std::string& name, const Where& where) const {
    std::vector<std::string> known{std::string(kReference)};
    for (const auto& [other, bytes] : library_.scenarios) known.push_back(other);
    std::string hint = did_you_mean(name, known);
    if (!hint.empty()) hint += " ";
    return {Code::unknown_name, where, "there is no scenario called `" + name + "`",
            hint + "`entente list scenarios` names them; a file ends in .toml or .json"};
  }

  void apply_file(const std::string& name, const Where& where, const fs::path& folder, int depth) {
    const auto opened = open(name, where, folder);
    if (!opened) return add(opened.error());
    if (const auto& [base, base_where] = base_of(opened->document); !base.empty()) {
      if (depth >= kDeepestBase) {
        faults_.push_back(
            {Code::bad_value, base_where,
             "scenarios build on one another more than " + std::to_string(kDeepestBase) + " deep",
             "does one of them build on itself?"});
        return;
      }
      apply_file(base, base_where, opened->folder, depth + 1);
      if (!faults_.empty()) return;  // What the file changes is not known.
    }
    const auto file = read_scenario(opened->document, original_, library_);
    if (!file) return add(file.error());
    trail_ += "scenario " + sha256(opened->bytes) + "\n";
    apply(*file, opened->folder);
  }

  void apply(const ScenarioFile& file, const fs::path& folder) {
    world::World& world = library_.world;
    library_.scenario = file.name;
    begin_scenario(file, world, library_.plan);
    if (file.empty) {
      library_.law.agreements.clear();
      library_.readings.clear();
    }
    for (const std::string& name : file.remove) remove_agreement(name);
    for (const std::string& name : file.add) add_agreement(name, folder);
    for (const ScenarioCommitment& commitment : file.commitments)
      library_.law.agreements.push_back(written(commitment, world, ++commitments_));
    for (const auto& [reading, value] : file.readings) {
      const Symbol id = world.symbols.find(reading);
      std::erase_if(library_.readings, [&](const auto& one) { return one.first == id; });
      library_.readings.emplace_back(id, world.symbols.find(value));
    }
    apply_turns(file, world, library_.plan);
    apply_forces(file, world, library_.plan, faults_);
    world.index();
    pull_levers(file);
  }

  /// Levers come last: they change the world as the rest of the file has it.
  void pull_levers(const ScenarioFile& file) {
    if (file.levers.empty() || !faults_.empty()) return;
    const auto levers = read_levers(file.levers, file.file, library_);
    if (!levers) return add(levers.error());
    auto pulled = pull(std::move(library_), *levers);
    if (!pulled) return add(pulled.error());
    library_ = std::move(pulled).value();
  }

  bool remove_agreement(const std::string& name) {
    const Symbol id = library_.world.symbols.find(name);
    return id && std::erase_if(library_.law.agreements,
                               [&](const Agreement& one) { return one.id == id; }) > 0;
  }

  void add_agreement(const std::string& name, const fs::path& folder) {
    if (!name.ends_with(".toml")) {
      const Agreement* known = original_.law.find(original_.world.symbols.find(name));
      if (known != nullptr && library_.law.find(known->id) == nullptr)
        library_.law.agreements.push_back(*known);
      return;
    }
    const std::string path = (folder / name).string();
    const auto document = text::read_document(path);
    if (!document) return add(document.error());
    auto read = treaty::read_agreement(*document, library_.world, library_.law.areas,
                                       library_.law.readings);
    if (!read) return add(read.error());
    if (library_.law.find(read->id) != nullptr) {
      faults_.push_back(
          {Code::duplicate,
           {path, 0, 0},
           "the library has an agreement `" + library_.world.symbols.name(read->id) + "` already",
           "remove it first under [agreements]"});
      return;
    }
    if (const auto bytes = text::read_file(path)) trail_ += "agreement " + sha256(*bytes) + "\n";
    library_.law.agreements.push_back(std::move(read).value());
  }

  void leave_out(const std::string& name) {
    trail_ += "without " + name + "\n";
    if (remove_agreement(name)) return;
    const world::World& world = library_.world;
    Symbol state = world.symbols.find(name);
    if (world.state(state) == nullptr) state = world.resolve(name, world.day);
    if (state) return remove_state(state);
    auto known = world.names_of("state");
    for (const Agreement& agreement : library_.law.agreements)
      known.push_back(world.symbols.name(agreement.id));
    const std::string near = did_you_mean(name, known);
    faults_.push_back(
        {Code::unknown_name,
         {"arguments", 0, 0},
         "the library has no agreement or state `" + name + "`",
         near.empty() ? "`entente list agreements` and `entente list states` name them" : near});
  }

  /// A state that is left out is in no agreement: it promises nothing and nothing is promised to
  /// it. It sends no forces either, whether it promised any or only declared them.
  void remove_state(Symbol state) {
    world::World& world = library_.world;
    std::erase_if(world.pools, [&](const world::Pool& pool) { return pool.owner == state; });
    std::erase_if(world.participations,
                  [&](const world::Participation& one) { return one.state == state; });
    std::erase_if(world.munition_stocks,
                  [&](const world::MunitionStock& one) { return one.holder == state; });
    std::erase_if(world.coproductions, [&](const world::Coproduction& one) {
      return one.from == state || one.to == state;
    });
    const auto strip = [&](PartySet& set) { std::erase(set.states, state); };
    for (Agreement& agreement : library_.law.agreements) {
      std::erase_if(agreement.parties,
                    [&](const treaty::Party& party) { return party.state == state; });
      for (treaty::Article& article : agreement.articles) {
        strip(article.promisors);
        strip(article.beneficiaries);
      }
    }
    std::erase_if(library_.law.agreements,
                  [](const Agreement& one) { return one.parties.empty(); });
  }

  const Library& original_;
  Library library_;
  Faults faults_;
  std::string trail_;  // What was changed: with the hash of the library, the hash of the result.
  std::size_t commitments_ = 0;
};

}  // namespace

Result<Library> reform(const Library& library, std::string_view scenario,
                       std::span<const std::string> without) {
  return Reformer(library).run(scenario, without);
}

}  // namespace entente::scenario
