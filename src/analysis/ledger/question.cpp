#include "analysis/ledger/question.h"

#include <algorithm>
#include <array>

#include "base/name.h"

namespace entente::analysis {
namespace {

using campaign::Situation;
using card::Field;

constexpr std::size_t kMostInSet = 12;

/// Draws where the user names no number: worlds times draws in each, or either alone.
constexpr std::size_t kDraws = 256, kHonourDraws = 256, kFactDraws = 64;

constexpr Field kExport[] = {
    {.name = "export_lp",
     .type = card::Type::file,
     .help = "A folder to write the programme of each set to, as free MPS, for any solver."},
};

constexpr auto kFields = [] {
  constexpr std::size_t count =
      std::size(kExport) + campaign::kAssumptions.size() + belief::kFieldCount;
  std::array<Field, count> fields{};
  std::size_t at = 0;
  for (const Field& field : kExport) fields[at++] = field;
  for (const auto& one : campaign::kAssumptions) fields[at++] = one.field;
  for (const Field& field : belief::kFields) fields[at++] = field;
  return fields;
}();

Faults check_uncertainty(const scenario::Library& library) {
  std::vector<std::string> known;
  for (const auto& one : belief::kAssumptions) known.emplace_back(one.field.name);
  for (const auto& one : campaign::kAssumptions) known.emplace_back(one.field.name);
  Faults faults;
  for (const auto& [name, range] : library.plan.uncertainty)
    if (std::ranges::find(known, name) == known.end())
      faults.push_back({Code::unknown_name,
                        {library.scenario, 0, 0},
                        "[uncertainty] names `" + name + "`, which nothing is called",
                        did_you_mean(name, known)});
  return faults;
}

Result<std::vector<std::vector<int>>> sets_of(const scenario::Library& library,
                                              const Situation& situation) {
  std::vector<std::vector<int>> sets;
  for (const auto& listed : library.plan.sets) {
    std::vector<int> set;
    for (const Symbol contingency : listed) set.push_back(situation.place(contingency));
    if (set.size() > kMostInSet)
      return Error{Code::too_large,
                   {library.scenario, 0, 0},
                   "a set has " + std::to_string(set.size()) + " contingencies",
                   "the most is " + std::to_string(kMostInSet)};
    sets.push_back(std::move(set));
  }
  return sets;
}

void read_draws(const Request& request, Question& question) {
  const std::string vary = card::argument(request.arguments, "vary");
  question.vary.honour = vary.empty() || vary == "all" || vary == "honour";
  question.vary.facts = vary.empty() || vary == "all" || vary == "facts";
  const bool both = question.vary.honour && question.vary.facts;
  if (!question.vary.honour && !question.vary.facts) {
    question.draws = 1;
  } else {
    question.draws = request.run.draws > 0 ? static_cast<std::size_t>(request.run.draws)
                     : both                ? kDraws
                     : question.vary.facts ? kFactDraws
                                           : kHonourDraws;
  }
  if (both) {  // Whole worlds.
    const std::size_t worlds = (question.draws + kDrawsPerWorld - 1) / kDrawsPerWorld;
    question.draws = std::max<std::size_t>(2, worlds) * kDrawsPerWorld;
  }
}

}  // namespace

std::string Question::title(const std::vector<int>& set) const {
  std::vector<std::string> names;
  for (const int c : set) names.push_back(situation.places[static_cast<std::size_t>(c)].name);
  return join(names, "+");
}

std::span<const Field> ledger_fields() { return kFields; }

Result<Question> read_question(const Request& request) {
  const scenario::Library& library = request.library;
  if (library.world.contingencies.empty() || library.plan.sets.empty())
    return Error{Code::missing_key,
                 {library.scenario, 0, 0},
                 "the scenario `" + library.scenario + "` has no contingency to answer",
                 "write a [[contingency]] with its event and demand"};
  if (Faults faults = check_uncertainty(library); !faults.empty()) return faults;
  auto situation = campaign::lay_out(library);
  if (!situation) return situation.error();
  Question question;
  question.situation = std::move(situation).value();
  auto sets = sets_of(library, question.situation);
  if (!sets) return sets.error();
  question.sets = std::move(sets).value();
  question.premises.belief = belief::asked(request.arguments);
  for (const auto& one : campaign::kAssumptions)
    question.premises.campaign.*one.value =
        belief::number(request.arguments, one.field.name, question.premises.campaign.*one.value);
  question.premises.plan = library.plan;
  for (const auto& [purpose, model] : library.plan.models)
    if (purpose == "honour" && belief::honour::find(model) != nullptr)
      question.premises.belief.cause.model = belief::honour::find(model);
  read_draws(request, question);
  question.export_to = card::argument(request.arguments, "export_lp");
  return question;
}

}  // namespace entente::analysis
