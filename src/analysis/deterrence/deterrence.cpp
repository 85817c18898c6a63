#include "analysis/deterrence/deterrence.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "analysis/deterrence/tables.h"
#include "campaign/adjudication/asked.h"
#include "campaign/cutoff.h"
#include "campaign/honour_patterns.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr std::size_t kUsualDraws = 1024;
constexpr std::size_t kMostPlayers = 16;

constexpr card::Field kSwitch[] = {
    {.name = "cutoff",
     .type = card::Type::text,
     .help = "A state or group that withholds for certain all that it supplies; see `cutoff`."},
    {.name = "forces_too",
     .type = card::Type::boolean,
     .help = "Its forces stay away as well.",
     .fallback = "false"},
    {.name = "export_nfg",
     .type = card::Type::file,
     .help = "A folder for deterrence.nfg: the game with the facts of the tables, for Gambit."},
};

constexpr auto kAllFields = [] {
  std::array<card::Field, std::size(kSwitch) + 1 + actors::kStakes.size() +
                              adjudication::kFields.size() + kFields.size()>
      fields{};
  std::size_t at = 0;
  fields[at++] = actors::aggressor::kField;
  for (const auto& one : kSwitch) fields[at++] = one;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : adjudication::kFields) fields[at++] = one;
  for (const auto& one : kFields) fields[at++] = one;
  return fields;
}();

/// The switch that is thrown; without suppliers where none is.
Result<Switch> read_switch(const Request& request) {
  Switch thrown;
  const std::string name = card::argument(request.arguments, "cutoff");
  if (name.empty()) return thrown;
  const auto patron = patron_named(request.library.world, name);
  if (!patron) return patron.error();
  thrown.suppliers = suppliers_of(request.library.world, *patron);
  thrown.forces_too = card::argument(request.arguments, "forces_too") == "true";
  return thrown;
}

/// Writes the game where a folder is named.
Faults export_game(const Central& central, const std::string& folder) {
  if (folder.empty()) return {};
  if (central.nfg.empty())
    return {{Code::too_large,
             {"arguments", 0, 0},
             "the game has too many players to be written down",
             "the most is " + std::to_string(solve::kMostPlayers)}};
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  return text::write_file(central.nfg, (std::filesystem::path(folder) / "deterrence.nfg").string());
}

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
  const Symbols& symbols = request.library.world.symbols;
  Asked asked{question, players, symbols,
              read_sampling(request.arguments, request.run, kUsualDraws), [&](const WorldId& id) {
                return numbers_of(question.situation, question.premises, symbols, id);
              }};
  std::optional<HonourPatterns> patterns;
  if (asked.sampling.vary.honour && !asked.sampling.vary.facts)
    patterns = honour_patterns(question.situation, asked.world({request.run.seed, {}}));
  if (patterns) {
    asked.enumerated = true;
    asked.sampling.vary.honour = false;
  }
  const auto thrown = read_switch(request);
  if (!thrown) return thrown.error();
  std::vector<Swept> supplied;
  std::vector<Service> services;
  if (!thrown->suppliers.empty()) {
    supplied.push_back(sweep(asked, request.run));
    if (!supplied.front().complete()) throw Cancelled();
    services = services_of(request.library, &question.situation, *thrown);
    asked.world = [&, world = asked.world](const WorldId& id) {
      return thrown_world(question.situation, world(id), services, *thrown, id);
    };
  }
  const Swept swept = sweep(asked, request.run);
  DeterrenceFindings findings{.asked = asked,
                              .swept = swept,
                              .cut_off = card::argument(request.arguments, "cutoff"),
                              .supplied = std::move(supplied)};
  Record record;
  record.partial = !swept.complete();
  const std::string folder = card::argument(request.arguments, "export_nfg");
  try {
    if (!record.partial) {
      findings.central = look(asked, request.run);
      if (Faults faults = export_game(findings.central, folder); !faults.empty()) return faults;
      auto struck = strikes(asked, request.library, request.run);
      if (!struck) return struck.error();
      findings.strikes = std::move(struck).value();
      auto behind = sponsored(asked, request.library);
      if (!behind) return behind.error();
      findings.sponsored = std::move(behind).value();
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
  if (patterns) record.notices.push_back(notice_of(*patterns));
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
