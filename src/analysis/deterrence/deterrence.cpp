#include "analysis/deterrence/deterrence.h"

#include <algorithm>
#include <array>

#include "analysis/deterrence/tables.h"
#include "campaign/adjudication/asked.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr std::size_t kUsualDraws = 1024;
constexpr std::size_t kMostPlayers = 16;

constexpr auto kAllFields = [] {
  std::array<card::Field,
             1 + actors::kStakes.size() + adjudication::kFields.size() + kFields.size()>
      fields{};
  std::size_t at = 0;
  fields[at++] = actors::aggressor::kField;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : adjudication::kFields) fields[at++] = one;
  for (const auto& one : kFields) fields[at++] = one;
  return fields;
}();

Result<Record> run(const Request& request) {
  auto read = read_question(request.library, request.arguments);
  if (!read) return read.error();
  const Question& question = *read;
  const std::vector<Player> players = players_of(question, request.library);
  if (players.size() > kMostPlayers)
    return Error{Code::too_large,
                 {request.library.scenario, 0, 0},
                 "the scenario has " + std::to_string(players.size()) + " contingencies",
                 "at most " + std::to_string(kMostPlayers) + " can be weighed at once"};
  const Asked asked{question, players, request.library.world.symbols,
                    read_sampling(request.arguments, request.run, kUsualDraws)};
  const Swept swept = sweep(asked, request.run);
  DeterrenceFindings findings{.asked = asked, .swept = swept};
  Record record;
  record.partial = !swept.complete();
  try {
    if (!record.partial) {
      findings.central = look(asked, request.run);
      auto struck = strikes(asked, request.library, request.run);
      if (!struck) return struck.error();
      findings.strikes = std::move(struck).value();
    }
  } catch (const Cancelled&) {
    record.partial = true;
  }
  record.exact = !asked.sampling.vary.anything();
  record.provenance.draws = record.exact ? 0 : static_cast<std::int64_t>(swept.draws());
  record.finding = deterrence_finding(findings);
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  record.params.push_back(
      {"aggressor", {Value(std::string(question.premises.aggressor->card.name))}});
  record.params.push_back(
      {"adjudication", {Value(std::string(question.premises.judge->card.name))}});
  add_tables(record, findings);
  add_notices(record, findings);
  if (record.partial && findings.central.looked())
    record.notices.emplace_back("Stopped before its end: `suppliers` is left out.");
  return record;
}

}  // namespace

const Analysis deterrence{
    .card = {.name = "deterrence",
             .question = "Who attacks, when others do too?",
             .source = "Contest success functions (Hirshleifer 1989; Skaperdas 1996); opportunism "
                       "as a supermodular game (Topkis 1979; Milgrom and Roberts 1990; Vives "
                       "1990); evidence: Huth and Russett (1984), Leeds (2003), Kenwick, Vasquez "
                       "and Powers (2015)",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kAllFields,
             .tables = deterrence_tables(),
             .views = deterrence_views()},
    .run = run,
};

}  // namespace entente::analysis
