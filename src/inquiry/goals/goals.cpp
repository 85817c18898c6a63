#include "inquiry/goals/goals.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/name.h"
#include "campaign/adjudication/asked.h"
#include "inquiry/goals/tables.h"
#include "treaty/judge.h"

namespace entente::inquiry {
namespace {

using card::Record;
using card::Value;
using scenario::Request;

constexpr std::size_t kUsualDraws = 16;  // Each coalition is worked out in all of them.

constexpr std::string_view kPlayerKinds[] = {"agreements", "members", "levers"};
constexpr std::string_view kMethods[] = {"auto", "exact", "sampled"};

constexpr card::Field kOwn[] = {
    {.name = "goal",
     .type = card::Type::choice,
     .help = "A goal, repeated for several; by default all.",
     .choices = world::kGoals,
     .repeated = true},
    {.name = "players",
     .type = card::Type::choice,
     .help = "To whom goals are attributed: agreements, members or levers.",
     .fallback = "agreements",
     .choices = kPlayerKinds},
    {.name = "of",
     .help = "Of agreements: those of this state alone. Of members: those of this agreement, which "
             "they would leave; else all that have a promise, which would leave all."},
    {.name = "player",
     .help = "One that plays, repeated for several; all others stay as they are. Levers have to be "
             "named.",
     .repeated = true},
    {.name = "hub",
     .type = card::Type::name_of,
     .help = "Whose influence is measured; by default the state with most promises of defence, "
             "given or received.",
     .of = "state"},
    {.name = "method",
     .type = card::Type::choice,
     .help = "Every coalition (exact), random orders (sampled), or whichever can be had (auto). "
             "What has a closed form is exact always.",
     .fallback = "auto",
     .choices = kMethods},
    {.name = "enumerate",
     .type = card::Type::integer,
     .unit = "players",
     .help = "Up to so many are enumerated unasked.",
     .fallback = "10",
     .low = 0,
     .high = 20},
    {.name = "orders",
     .type = card::Type::integer,
     .unit = "orders",
     .help = "Most random orders, each with its reverse; fewer, but at least four, once every "
             "standard error is below 2 % of the whole.",
     .fallback = "8",
     .low = 2,
     .high = 100000},
};

constexpr auto kAllFields = [] {
  std::array<card::Field, std::size(kOwn) + std::size(kDisplacement) + 1 + actors::kStakes.size() +
                              campaign::adjudication::kFields.size() + campaign::kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const auto& one : kOwn) fields[at++] = one;
  for (const auto& one : kDisplacement) fields[at++] = one;
  fields[at++] = actors::aggressor::kField;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : campaign::adjudication::kFields) fields[at++] = one;
  for (const auto& one : campaign::kFields) fields[at++] = one;
  return fields;
}();

/// The goals that are asked for; none: all.
std::vector<std::string> goals_asked(const Request& request) {
  const auto found = request.arguments.find("goal");
  return found == request.arguments.end() ? std::vector<std::string>{} : found->second;
}

/// The state with most partners in defence, the first by name of equals; or the one that is named.
Result<std::string> hub_of(const Request& request, const std::vector<world::Commitment>& promises) {
  const world::World& world = request.library.world;
  const std::string named = card::argument(request.arguments, "hub");
  if (!named.empty()) {
    const Symbol state = world.resolve(named, world.day);
    if (state) return world.symbols.name(state);
    return Error{Code::unknown_state,
                 {"arguments", 0, 0},
                 "the library has no state `" + named + "`",
                 did_you_mean(named, world.names_of("state"))};
  }
  std::map<std::string, std::set<Symbol>> partners;
  for (const world::Commitment& one : promises) {
    if (!world::binds(one.duty) || one.promisor == one.beneficiary) continue;
    partners[world.symbols.name(one.promisor)].insert(one.beneficiary);
    partners[world.symbols.name(one.beneficiary)].insert(one.promisor);
  }
  std::string busiest;
  for (const auto& [state, others] : partners)
    if (busiest.empty() || others.size() > partners[busiest].size()) busiest = state;
  return busiest;
}

Effort effort_of(const Request& request) {
  Effort effort;
  const std::string method = card::argument(request.arguments, "method");
  if (method == "exact") effort.method = Effort::Asked::exact;
  if (method == "sampled") effort.method = Effort::Asked::sampled;
  effort.enumerate = static_cast<std::size_t>(belief::number(request.arguments, "enumerate", 10));
  effort.orders = static_cast<std::size_t>(belief::number(request.arguments, "orders", 8));
  return effort;
}

void add_notices(Record& record, const Played& played, const Attribution& attribution) {
  const auto sampled = std::ranges::any_of(
      attribution.measures, [](const Attributed& one) { return one.method == Method::sampled; });
  std::string how =
      "Exact over coalitions: what counts the best promise of each thing, in closed "
      "form.";
  for (const Attributed& one : attribution.measures)
    if (one.method == Method::enumerated) {
      how = "Exact over coalitions: in closed form or by enumeration (" +
            std::to_string(attribution.evaluated) + " coalitions were worked out).";
      break;
    }
  if (sampled)
    how += " Sampled: " + std::to_string(attribution.evaluated) +
           " coalitions along random orders and their reverses; intervals hold their error "
           "too, and pairs are told of exact goals alone.";
  record.notices.push_back(how);
  record.notices.push_back("Influence is that of " + (played.hub.empty() ? "nobody" : played.hub) +
                           ".");
  record.notices.emplace_back(
      "A coalition keeps what the law found with every agreement there; forces, partners without a "
      "promise and supplies go on without it.");
  for (const Attributed& one : attribution.measures)
    record.notices.push_back("Measure of " + std::string(one.measure->goal) + ": " +
                             std::string(one.measure->source) + ".");
}

Result<Record> run(const Request& request) {
  const auto& library = request.library;
  const auto promises =
      treaty::commitments_on(library.law, library.world, library.world.day, library.readings);
  const auto players = choose_players(request, promises);
  if (!players) return players.error();
  const auto hub = hub_of(request, promises);
  if (!hub) return hub.error();
  // Worlds are laid out each for itself: that it can be done is found out once.
  const auto tried = Stage::make(library, request.arguments, *players, promises);
  if (!tried) return tried.error();
  const Played played{request,
                      *players,
                      promises,
                      *hub,
                      campaign::read_sampling(request.arguments, request.run, kUsualDraws),
                      goals_asked(request)};
  const auto attribution = attribute(played, effort_of(request));
  if (!attribution) return attribution.error();
  const Audit audit =
      audit_of(played, *attribution,
               {belief::number(request.arguments, "displaced_below", Displacement{}.below),
                belief::number(request.arguments, "displaced_above", Displacement{}.above)});
  GoalFindings findings{played, *attribution, audit};
  if (played.sampling.vary.facts) {
    auto movers = goal_movers(played);
    if (!movers) return movers.error();
    findings.movers = std::move(movers).value();
  }
  Record record;
  record.exact = !played.sampling.vary.anything() &&
                 std::ranges::none_of(attribution->measures, [](const Attributed& one) {
                   return one.method == Method::sampled;
                 });
  if (played.sampling.vary.anything())
    record.provenance.draws = static_cast<std::int64_t>(played.sampling.draws);
  record.finding = goal_finding(findings);
  record.params = {{"players", {Value(card::argument(request.arguments, "players"))}},
                   {"hub", {Value(*hub)}},
                   {"vary", {Value(card::argument(request.arguments, "vary"))}}};
  add_tables(record, findings);
  add_notices(record, played, *attribution);
  return record;
}

}  // namespace

const scenario::Analysis goals{
    .card = {.name = "goals",
             .question = "What does each agreement, member or lever add to each goal of alliances?",
             .source = "Shapley (1953); Banzhaf (1965); Owen (1977); Grabisch and Roubens (1999); "
                       "sampling: Castro, Gomez and Tejada (2009); measures: see each",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kAllFields,
             .tables = goal_tables(),
             .views = goal_views()},
    .run = run,
};

}  // namespace entente::inquiry
