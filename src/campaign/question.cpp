#include "campaign/question.h"

#include <algorithm>
#include <map>

#include "actors/burden_terms.h"
#include "actors/commitment_stakes.h"
#include "actors/forecast_terms.h"
#include "actors/hedge/premises.h"
#include "base/name.h"
#include "campaign/adjudication/asked.h"
#include "campaign/arsenal/assumptions.h"
#include "campaign/assumed.h"
#include "campaign/factors.h"
#include "domestic/gates.h"
#include "domestic/mood.h"
#include "domestic/movers.h"

namespace entente::campaign {
namespace {

constexpr std::size_t kMostInSet = 16;
constexpr std::size_t kFactDraws = 64;  // Each a world of its own, every state sending its share.

/// Names of the cards in a list.
template <class List>
std::vector<std::string> names_of(const List& list) {
  std::vector<std::string> names;
  for (const auto* one : list) names.emplace_back(one->card.name);
  return names;
}

/// Models that the scenario names must be among those there are.
void check_models(const scenario::Library& library, Faults& faults) {
  const std::map<std::string, std::vector<std::string>> known{
      {"honour", names_of(belief::honour::all())},
      {"aggressor", names_of(actors::aggressor::all())},
      {"adjudication", names_of(adjudication::all())}};
  for (const auto& [purpose, model] : library.plan.models) {
    const auto found = known.find(purpose);
    if (found == known.end() || std::ranges::find(found->second, model) != found->second.end())
      continue;
    faults.push_back(
        {Code::unknown_name,
         {library.scenario, 0, 0},
         "[models] names `" + model + "` for " + purpose + ", which no model is called",
         did_you_mean(model, found->second)});
  }
}

/// Names in ranges and in what the scenario assumes.
Faults check_names(const scenario::Library& library) {
  const std::vector<std::string> known = known_assumptions();
  Faults faults;
  const auto check = [&](const std::string& name, const std::string& where) {
    if (std::ranges::find(known, name) == known.end())
      faults.push_back({Code::unknown_name,
                        {library.scenario, 0, 0},
                        where + " names `" + name + "`, which nothing is called",
                        did_you_mean(name, known)});
  };
  for (const auto& [name, range] : library.plan.uncertainty) check(name, "[uncertainty]");
  for (const scenario::Assumed& one : library.plan.assumed) check(one.name, "a lever");
  check_models(library, faults);
  return faults;
}

/// Numbers of belief, campaign, movement, judges and stakes.
void read_numbers(const scenario::Plan& plan, const card::Arguments& arguments,
                  Premises& premises) {
  premises.belief = belief::asked(arguments);
  assume_all(belief::kAssumptions, premises.belief.assumptions, plan);
  if (const world::Uncertain* rho = lever_on(plan, "rho")) premises.belief.cause.rho = rho->value;
  read_all(kAssumptions, premises.campaign, arguments, plan);
  read_all(kMovements, premises.movement, arguments, plan);
  const adjudication::Asked judged = adjudication::asked(arguments);
  premises.judge = judged.judge;
  premises.judgement = judged.numbers;
  assume_all(kJudgements, premises.judgement, plan);
  read_all(actors::kStakes, premises.stakes, arguments, plan);
}

/// The aggressor asked for, and the models that the scenario names, which go before those asked
/// for. REQUIRES: names that `check_models` passed.
void choose_models(const scenario::Library& library, const card::Arguments& arguments,
                   Premises& premises) {
  premises.aggressor = actors::aggressor::find(card::argument(arguments, "aggressor"));
  if (premises.aggressor == nullptr)
    premises.aggressor = actors::aggressor::find(actors::aggressor::kField.fallback);
  for (const auto& [purpose, model] : library.plan.models) {
    if (purpose == "honour") premises.belief.cause.model = belief::honour::find(model);
    if (purpose == "aggressor") premises.aggressor = actors::aggressor::find(model);
    if (purpose == "adjudication") premises.judge = adjudication::find(model);
  }
}

/// Finds the streams of the groups of facts that the plan holds.
Faults hold_facts(const scenario::Library& library, Question& question) {
  if (library.plan.facts_at.empty()) return {};
  const std::vector<Factor> factors = factors_of(question);
  Faults faults;
  for (const auto& [name, u] : library.plan.facts_at) {
    const auto found = std::ranges::find(factors, name, &Factor::name);
    if (found != factors.end()) {
      question.premises.held.push_back({found->keys, u});
      continue;
    }
    std::vector<std::string> known;
    for (const Factor& one : factors) known.push_back(one.name);
    faults.push_back({Code::unknown_name,
                      {library.scenario, 0, 0},
                      "there is no group of facts called `" + name + "`",
                      did_you_mean(name, known)});
  }
  return faults;
}

/// A contingency that asks for nothing cannot be answered.
Faults check_demand(const scenario::Library& library) {
  Faults faults;
  for (const world::Contingency& one : library.world.contingencies)
    if (one.demand.empty())
      faults.push_back(
          {Code::missing_key, one.where,
           "the contingency `" + library.world.symbols.name(one.id) + "` asks for nothing",
           "write its `demand`: element, day and amount"});
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

}  // namespace

std::vector<std::string> known_assumptions() {
  std::vector<std::string> known;
  Premises premises;
  each_assumption(premises,
                  [&](const card::Field& field, double&) { known.emplace_back(field.name); });
  const auto add = [&](const auto& list) {
    for (const auto& one : list) known.emplace_back(one.field.name);
  };
  add(kArsenalAssumptions);
  add(actors::kCommitmentStakes);
  add(actors::kBurdenTerms);
  add(actors::hedge::kPremises);
  add(actors::kForecastTerms);
  add(domestic::kGates);
  add(domestic::kMovers);
  add(domestic::kMoods);
  return known;
}

std::size_t Sampling::per_world() const {
  if (!vary.facts) return draws;
  return vary.honour ? kDrawsPerWorld : 1;
}

Sampling read_sampling(const card::Arguments& arguments, const Run& run, std::size_t usual) {
  const std::string word = card::argument(arguments, "vary");
  Sampling sampling;
  sampling.seed = run.seed;
  sampling.vary.honour = word.empty() || word == "all" || word == "honour";
  sampling.vary.facts = word.empty() || word == "all" || word == "facts";
  if (!sampling.vary.anything()) return sampling;
  sampling.draws = run.draws > 0          ? static_cast<std::size_t>(run.draws)
                   : sampling.vary.honour ? usual
                                          : kFactDraws;
  if (sampling.vary.honour && sampling.vary.facts) {
    const std::size_t worlds = (sampling.draws + kDrawsPerWorld - 1) / kDrawsPerWorld;
    sampling.draws = std::max<std::size_t>(2, worlds) * kDrawsPerWorld;
  }
  return sampling;
}

Premises read_premises(const scenario::Library& library, const card::Arguments& arguments) {
  Premises premises;
  premises.plan = library.plan;
  read_numbers(library.plan, arguments, premises);
  choose_models(library, arguments, premises);
  return premises;
}

Result<Question> read_question(const scenario::Library& library, const card::Arguments& arguments) {
  if (library.world.contingencies.empty() || library.plan.sets.empty())
    return Error{Code::missing_key,
                 {library.scenario, 0, 0},
                 "the scenario `" + library.scenario + "` has no contingency to answer",
                 "write a [[contingency]] with its event and demand"};
  if (Faults faults = check_names(library); !faults.empty()) return faults;
  if (Faults faults = check_demand(library); !faults.empty()) return faults;
  auto situation = lay_out(library);
  if (!situation) return situation.error();
  Question question;
  question.situation = std::move(situation).value();
  auto sets = sets_of(library, question.situation);
  if (!sets) return sets.error();
  question.sets = std::move(sets).value();
  question.premises = read_premises(library, arguments);
  question.situation.move_by({.lift = card::argument(arguments, "lift") == "true",
                              .redeploy = card::argument(arguments, "redeploy") == "true"});
  if (Faults faults = hold_facts(library, question); !faults.empty()) return faults;
  return question;
}

std::size_t largest_set(const Question& question) {
  const auto most = std::ranges::max_element(
      question.sets, {}, [](const std::vector<int>& set) { return set.size(); });
  return static_cast<std::size_t>(most - question.sets.begin());
}

}  // namespace entente::campaign
