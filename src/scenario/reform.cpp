#include "scenario/reform.h"

#include <algorithm>
#include <filesystem>

#include "base/hash.h"
#include "base/name.h"
#include "scenario/scenario_file.h"
#include "treaty/read.h"

namespace entente::scenario {
namespace {

namespace fs = std::filesystem;
using treaty::Agreement;
using treaty::PartySet;

constexpr int kDeepestBase = 8;  // Scenarios that build on one another.

Symbol new_state(world::World& world, const std::string& id) {
  const Symbol symbol = world.symbols.intern(id);
  if (world.state(symbol) != nullptr) return symbol;
  world::State state;
  state.id = symbol;
  state.name = id;
  state.sourced = {"the scenario", 'C', "named only in the scenario"};
  world.states.push_back(std::move(state));
  return symbol;
}

/// An agreement of one article that says what the scenario's commitment says.
Agreement agreement_of(const ScenarioCommitment& commitment, const Library& library,
                       Symbols& symbols, Date day, std::size_t number) {
  const auto state = [&](const std::string& name) {
    const Symbol known = library.world.resolve(name, day);
    return known ? known : symbols.find(name);
  };
  const Symbol promisor = state(commitment.promisor), beneficiary = state(commitment.beneficiary);
  treaty::Article article;
  article.label = symbols.intern("promise");
  article.text = "A promise written in the scenario.";
  article.duty = commitment.duty;
  const bool breach = commitment.duty == treaty::Duty::not_attack;
  const bool neutral = commitment.duty == treaty::Duty::stay_out;
  article.trigger = breach    ? treaty::Trigger::standing
                    : neutral ? treaty::Trigger::war
                              : treaty::Trigger::armed_attack;
  article.threshold = commitment.duty == treaty::Duty::consult ? treaty::Threshold::consult
                                                               : treaty::Threshold::armed_attack;
  article.promisors = {PartySet::Who::listed, {promisor}, {}};
  article.beneficiaries = {PartySet::Who::listed, {beneficiary}, {}};
  Agreement agreement;
  agreement.id = symbols.intern("scenario_commitment_" + std::to_string(number));
  agreement.name = commitment.promisor + " to " + commitment.beneficiary + " (scenario)";
  agreement.form = commitment.form;
  agreement.rung = 1;
  agreement.institution = commitment.institution;
  agreement.reliability = commitment.reliability;
  agreement.signed_on = kAlwaysBefore;
  agreement.in_force = kAlwaysBefore;
  agreement.source = "the scenario";
  for (const Symbol party : {promisor, beneficiary}) {
    treaty::Party member;
    member.state = party;
    agreement.parties.push_back(std::move(member));
  }
  agreement.articles.push_back(std::move(article));
  return agreement;
}

/// Applies files and removals one by one to a copy of the library.
class Reformer {
 public:
  explicit Reformer(const Library& library) : original_(library), library_(library) {}

  Result<Library> run(std::string_view scenario, std::span<const std::string> without) {
    if (!scenario.empty() && scenario != kReference) apply_file(std::string(scenario), 0);
    for (const std::string& name : without) leave_out(name);
    if (!faults_.empty()) return faults_;
    library_.world.index();
    treaty::index_law(library_.law, library_.world);
    library_.hash = sha256(trail_);
    return std::move(library_);
  }

 private:
  void add(Faults faults) { faults_.insert(faults_.end(), faults.begin(), faults.end()); }

  void apply_file(const std::string& path, int depth) {
    if (!path.ends_with(".toml") && !path.ends_with(".json")) {
      faults_.push_back({Code::unknown_name,
                         {"arguments", 0, 0},
                         "there is no scenario called `" + path + "`",
                         "`" + std::string(kReference) + "`, or the path of a scenario file"});
      return;
    }
    const auto bytes = text::read_file(path);
    if (!bytes) return add(bytes.error());
    const auto document = text::read_document(path);
    if (!document) return add(document.error());
    const auto file = read_scenario(*document, original_);
    if (!file) return add(file.error());
    if (!file->base.empty() && file->base != kReference) {
      if (depth >= kDeepestBase) {
        faults_.push_back(
            {Code::bad_value,
             {path, 0, 0},
             "scenarios build on one another more than " + std::to_string(kDeepestBase) + " deep",
             ""});
        return;
      }
      apply_file((fs::path(path).parent_path() / file->base).string(), depth + 1);
    }
    trail_ += "scenario " + sha256(*bytes) + "\n";
    apply(*file, fs::path(path).parent_path());
  }

  void apply(const ScenarioFile& file, const fs::path& folder) {
    world::World& world = library_.world;
    library_.scenario = file.name;
    if (file.date) world.day = *file.date;
    if (file.empty) library_.law.agreements.clear();
    for (const std::string& id : file.states) new_state(world, id);
    world.index();
    for (const std::string& name : file.remove) remove_agreement(name);
    for (const std::string& name : file.add) add_agreement(name, folder);
    for (const ScenarioCommitment& commitment : file.commitments)
      library_.law.agreements.push_back(
          agreement_of(commitment, library_, world.symbols, world.day, ++commitments_));
    for (const auto& [reading, value] : file.readings) {
      const Symbol id = world.symbols.find(reading);
      std::erase_if(library_.readings, [&](const auto& one) { return one.first == id; });
      library_.readings.emplace_back(id, world.symbols.find(value));
    }
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
    faults_.push_back({Code::unknown_name,
                       {"arguments", 0, 0},
                       "the library has no agreement or state `" + name + "`",
                       did_you_mean(name, known)});
  }

  /// A state that is left out is in no agreement: it promises nothing and nothing is promised to
  /// it.
  void remove_state(Symbol state) {
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
  std::string trail_ = original_.hash + "\n";  // What the hash of the result is made of.
  std::size_t commitments_ = 0;
};

}  // namespace

Result<Library> reform(const Library& library, std::string_view scenario,
                       std::span<const std::string> without) {
  return Reformer(library).run(scenario, without);
}

}  // namespace entente::scenario
