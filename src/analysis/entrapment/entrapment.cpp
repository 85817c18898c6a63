#include "analysis/entrapment/entrapment.h"

#include <algorithm>
#include <array>

#include "analysis/entrapment/tables.h"
#include "base/name.h"
#include "campaign/adjudication/asked.h"
#include "campaign/assumed.h"
#include "campaign/stopped.h"
#include "world/state_named.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr std::string_view kDemocracy = "electoral_democracy";
constexpr double kLeastDemocracy = 0.5;  // Lührmann, Tannenberg and Lindberg (2018).

constexpr std::string_view kConditions[] = {"attacked", "not_first", "unprovoked"};

constexpr card::Field kOwn[] = {
    {.name = "patron",
     .type = card::Type::name_of,
     .help = "Only promises of this state.",
     .of = "state"},
    {.name = "condition",
     .type = card::Type::choice,
     .help = "What a clause must be silent on to count as conditional: the protégé's own attack; "
             "also a blow struck back at it; also provocation.",
     .source = "Benson (2012), Constructing International Security: contingent on an attack by the "
               "adversary",
     .fallback = "attacked",
     .choices = kConditions},
};

/// What the challenger risks: of the stakes of `deterrence` those that a crisis has.
constexpr bool in_crisis(const actors::Stake& one) {
  return one.value == &actors::Stakes::cost || one.value == &actors::Stakes::nuclear_cost;
}

constexpr std::size_t kPromiseFields = [] {
  std::size_t count = 0;
  each_promise_stake(PromiseStakes{}, [&](const card::Field&, double) { ++count; });
  for (const auto& one : actors::kStakes) count += in_crisis(one) ? 1 : 0;
  return count;
}();

constexpr auto kAllFields = [] {
  std::array<card::Field,
             std::size(kOwn) + kPromiseFields + adjudication::kFields.size() + kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const auto& one : kOwn) fields[at++] = one;
  for (const auto& one : actors::kStakes)
    if (in_crisis(one)) fields[at++] = one.field;
  each_promise_stake(PromiseStakes{},
                     [&](const card::Field& field, double) { fields[at++] = field; });
  for (const auto& one : adjudication::kFields) fields[at++] = one;
  for (const auto& one : kFields) fields[at++] = one;
  return fields;
}();

Condition condition_of(const std::string& word) {
  if (word == "not_first") return Condition::not_first;
  return word == "unprovoked" ? Condition::unprovoked : Condition::attacked;
}

/// The stakes as asked, with what levers and scenario assume in their place.
PromiseStakes read_stakes(const Request& request) {
  PromiseStakes stakes;
  each_promise_stake(stakes, [&](const card::Field& field, double& value) {
    value = read_number(field, value, request.arguments, request.library.plan);
  });
  return stakes;
}

/// The regime of a promisor by the library's figure, the latest of several.
Promisor promisor_of(const scenario::Library& library, const Situation& situation,
                     std::size_t owner) {
  Promisor found{.owner = owner};
  int year = 0;
  for (const world::Figure& one : library.world.figures) {
    if (one.state != situation.owners[owner].state || one.year < year || one.what != kDemocracy)
      continue;
    year = one.year;
    found.known = true;
    found.regime =
        one.value < kLeastDemocracy ? domestic::Regime::other : domestic::Regime::democracy;
  }
  return found;
}

/// A hint that names some of those who promised something.
std::string promisors_there(std::vector<std::string> names) {
  constexpr std::size_t kMost = 8;
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const std::size_t more = names.size() - std::min(names.size(), kMost);
  names.resize(names.size() - more);
  return "those who did are " + join(names, ", ") +
         (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

/// Clauses of the patron asked for, or the fault that it has none.
Faults keep_patron(const Request& request, std::vector<Clause>& clauses) {
  const std::string patron = card::argument(request.arguments, "patron");
  const world::World& world = request.library.world;
  if (!patron.empty()) {
    const auto named = world::state_named(world, patron, world.day);
    if (!named) return named.error();
    const Symbol state = *named;
    std::vector<std::string> there;
    for (const Clause& one : clauses)
      if (!one.together()) there.push_back(one.promisor);
    std::erase_if(clauses,
                  [&](const Clause& one) { return one.promisor != world.symbols.name(state); });
    if (clauses.empty() && !there.empty())
      return {{Code::bad_value,
               {"arguments", 0, 0},
               "`" + patron + "` promised no target of `" + request.library.scenario +
                   "` to fight, assist or supply",
               promisors_there(std::move(there))}};
  }
  if (clauses.empty())
    return {{Code::missing_key,
             {request.library.scenario, 0, 0},
             "nobody in the scenario `" + request.library.scenario +
                 "` promised a target to fight, assist or supply: an alliance of one",
             "write a [[commitment]] with promisor, beneficiary and kind"}};
  return {};
}

/// Promisors as states of their own, each once a contingency.
std::vector<Pairing> pairings_of(const std::vector<Clause>& clauses) {
  std::vector<Pairing> pairings;
  for (const Clause& one : clauses) {
    if (one.together()) continue;
    const auto found = std::ranges::find_if(pairings, [&](const Pairing& other) {
      return other.place == one.place && other.owner == one.owners.front();
    });
    if (found == pairings.end())
      pairings.push_back({one.place, one.owners.front(), one.proteges});
    else if (found->proteges.size() < one.proteges.size())
      found->proteges = one.proteges;
  }
  std::ranges::sort(pairings, {},
                    [](const Pairing& one) { return std::pair(one.place, one.owner); });
  return pairings;
}

Result<Record> run(const Request& request) {
  auto read = read_question(request.library, request.arguments);
  if (!read) return read.error();
  Question& question = read.value();
  const std::vector<Player> players = players_of(question, request.library);
  auto clauses = clauses_of(request.library, question);
  if (!clauses) return clauses.error();
  if (Faults faults = keep_patron(request, clauses.value()); !faults.empty()) return faults;
  const PromiseStakes stakes = read_stakes(request);
  EntrapmentAsked asked{.library = request.library,
                        .question = question,
                        .players = players,
                        .clauses = std::move(clauses).value(),
                        .condition = condition_of(card::argument(request.arguments, "condition")),
                        .stakes = stakes,
                        .sampling = read_sampling(request.arguments, request.run)};
  asked.pairings = pairings_of(asked.clauses);
  for (std::size_t owner = 0; owner < question.situation.owners.size(); ++owner)
    if (std::ranges::find(asked.pairings, owner, &Pairing::owner) != asked.pairings.end())
      asked.promisors.push_back(promisor_of(request.library, question.situation, owner));
  const DrawnWorlds drawn = sweep(asked, request.run);
  const EntrapmentFindings findings{asked, drawn.sums};
  Record record;
  record.exact = !asked.sampling.vary.facts;
  record.provenance.draws = record.exact ? 0 : static_cast<std::int64_t>(drawn.worlds);
  record.finding = entrapment_finding(findings);
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  record.params.push_back({"condition", {Value(card::argument(request.arguments, "condition"))}});
  record.params.push_back(
      {"adjudication", {Value(std::string(question.premises.judge->card.name))}});
  add_tables(record, findings);
  add_notices(record, findings);
  if (!drawn.complete()) mark_stopped(record, drawn.worlds, drawn.wanted, "worlds");
  return record;
}

}  // namespace

const Analysis entrapment{
    .card = {.name = "entrapment",
             .question = "How firm can each promise be without inviting adventure?",
             .source = "Alliance dilemma: Snyder (1984, 1997); contracts: Benson, Meirowitz and "
                       "Ramsay (2014); classes of clauses: Benson (2011, 2012); chain gangs: "
                       "Christensen and Snyder (1990); casualties and opinion: Mueller (1973)",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kAllFields,
             .tables = entrapment_tables(),
             .views = entrapment_views()},
    .run = run,
};

}  // namespace entente::analysis
