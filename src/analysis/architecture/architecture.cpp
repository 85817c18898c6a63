#include "analysis/architecture/architecture.h"

#include <algorithm>
#include <array>

#include "actors/stakes.h"
#include "analysis/architecture/tables.h"
#include "campaign/adjudication/asked.h"
#include "scenario/network.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr std::size_t kUsualDraws = 64;

constexpr card::Field kOwn[] = {
    {.name = "hub",
     .type = card::Type::name_of,
     .help = "The hub; by default the state with most promises of defence, given or received.",
     .of = "state"},
    {.name = "pacts",
     .type = card::Type::integer,
     .unit = "pacts",
     .help = "How many possible next pacts are looked at: contingencies in turn, largest spenders "
             "first.",
     .fallback = "6",
     .low = 0,
     .high = 200},
    {.name = "link_worth",
     .type = card::Type::number,
     .unit = "share",
     .help = "What a link is worth in the comparison of designs; of a path, its power.",
     .source = "Jackson and Wolinsky (1996), delta; the value is an assumption of this project",
     .fallback = "0.5",
     .low = 0.01,
     .high = 0.99},
    {.name = "link_cost",
     .type = card::Type::number,
     .unit = "share",
     .help = "What a link costs each of its ends there.",
     .source = "Jackson and Wolinsky (1996), c; the value is an assumption of this project",
     .fallback = "0.3",
     .low = 0,
     .high = 10},
};

constexpr auto kAllFields = [] {
  std::array<card::Field, std::size(kOwn) + 1 + actors::kStakes.size() +
                              adjudication::kFields.size() + kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const auto& one : kOwn) fields[at++] = one;
  fields[at++] = actors::aggressor::kField;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : adjudication::kFields) fields[at++] = one;
  for (const auto& one : kFields) fields[at++] = one;
  return fields;
}();

/// The state with most links, the first by name of equals.
std::string busiest(const world::Network& network, const solve::Neighbours& graph) {
  std::size_t most = 0;
  for (std::size_t i = 1; i < graph.size(); ++i)
    if (graph[i].size() > graph[most].size()) most = i;
  return network.states.empty() ? "" : network.states[most].name;
}

void add_notices(Record& record, const Architecture& asked) {
  if (std::ranges::any_of(asked.variants.front().players,
                          [](const Player& one) { return one.grey; }))
    record.notices.emplace_back(
        "Campaigns below the threshold of armed attack are played but count for no state's "
        "security.");
  record.notices.emplace_back(
      "A withdrawal leaves the promises of others as they are. What the hub supplies goes on "
      "unless "
      "the row says that it is withheld.");
  record.notices.emplace_back(
      "`designs` compares shapes alone, by the connections model: neither strengths nor promises "
      "of "
      "the scenario enter.");
}

Result<Record> run(const Request& request) {
  const world::Network network =
      scenario::network_on(request.library, request.library.world.day, "military_spending");
  const solve::Neighbours graph = defence_links(network);
  std::string hub = card::argument(request.arguments, "hub");
  if (hub.empty()) hub = busiest(network, graph);
  if (hub.empty())
    return Error{Code::bad_value,
                 {request.library.scenario, 0, 0},
                 "the scenario has no promises of defence, so it has no hub",
                 "name one with --hub"};
  const auto asked =
      lay_out(request, hub, network,
              static_cast<std::size_t>(belief::number(request.arguments, "pacts", 6)));
  if (!asked) return asked.error();
  const Sampling sampling = read_sampling(request.arguments, request.run, kUsualDraws);
  const solve::Sums sums = security_of(asked->variants, asked->states, sampling, request.run);
  ArchitectureFindings findings{*asked,
                                sums,
                                sampling,
                                network,
                                graph,
                                {belief::number(request.arguments, "link_worth", 0.5),
                                 belief::number(request.arguments, "link_cost", 0.3)}};
  if (sampling.vary.facts && !asked->states.empty())
    findings.movers = security_movers(asked->variants, asked->states,
                                      whole_withdrawal(*asked).variant, sampling, request.run);
  Record record;
  record.exact = !sampling.vary.anything();
  record.provenance.draws = record.exact ? 0 : static_cast<std::int64_t>(sampling.draws);
  record.finding = architecture_finding(findings);
  record.params.push_back({"hub", {Value(asked->hub)}});
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_tables(record, findings);
  add_notices(record, *asked);
  return record;
}

}  // namespace

const Analysis architecture{
    .card = {.name = "architecture",
             .question =
                 "Hub, lattice, or neither: who depends on the hub, and which pact is next?",
             .source = "Functional dependence through the opportunism game of `deterrence`; shape: "
                       "Freeman (1977, 1979), Bonacich (1972), Seidman (1983), Clauset, Newman and "
                       "Moore (2004); connections model: Jackson and Wolinsky (1996)",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kAllFields,
             .tables = architecture_tables(),
             .views = architecture_views()},
    .run = run,
};

}  // namespace entente::analysis
