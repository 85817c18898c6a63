#include "analysis/crisis/crisis.h"

#include <algorithm>
#include <array>

#include "analysis/crisis/findings.h"
#include "base/name.h"
#include "base/threads.h"
#include "campaign/assumed.h"
#include "campaign/question.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;
using scenario::CrisisCase;

constexpr card::Field kExport{.name = "export",
                              .type = card::Type::file,
                              .help = "A file for the game as Gambit reads it (.efg)."};

constexpr auto kFields = [] {
  std::array<card::Field, 1 + actors::kCrisisTerms.size()> fields{};
  fields[0] = kExport;
  std::size_t at = 1;
  for (const actors::CrisisTerm& one : actors::kCrisisTerms) fields[at++] = one.field;
  return fields;
}();

constexpr std::size_t kUsualWorlds = 200;

Result<CrisisCase> open(const Request& request) {
  const std::string& name = request.subject;
  std::vector<std::string> known;
  for (const auto& [other, bytes] : request.library.crises) {
    if (other == name) {
      const auto parsed = text::parse_toml(bytes, "crises/" + name + ".toml");
      return parsed ? scenario::read_crisis(*parsed) : Result<CrisisCase>(parsed.error());
    }
    known.push_back(other);
  }
  if (name.ends_with(".toml") || name.ends_with(".json")) {
    const auto parsed = text::read_document(name);
    return parsed ? scenario::read_crisis(*parsed) : Result<CrisisCase>(parsed.error());
  }
  std::string hint = did_you_mean(name, known);
  if (!hint.empty()) hint += " ";
  return Error{Code::unknown_name,
               {"arguments", 0, 0},
               "there is no crisis called `" + name + "`",
               hint + "`entente list crises` names them; a file ends in .toml or .json"};
}

Faults write_game(const CrisisFindings& f, const std::string& path) {
  const std::string bytes = solve::efg(f.game.game, f.about.title);
  if (bytes.empty())
    return {{Code::too_large,
             {"arguments", 0, 0},
             "as a tree the game has more than 200000 nodes",
             "ask fewer allies at once"}};
  return text::write_file(bytes, path);
}

void sweep(CrisisFindings& f, const campaign::Sampling& sampling, const Run& run) {
  f.swings.resize(f.numbers.size());
  on_threads(2 * f.numbers.size(), run, [&](std::size_t task) {
    const std::size_t i = task / 2;
    campaign::CrisisWorld world = f.plain;
    *f.numbers[i].in(world) = task % 2 == 0 ? f.numbers[i].range.low : f.numbers[i].range.high;
    (task % 2 == 0 ? f.swings[i].first : f.swings[i].second) =
        ending_of(f.about, f.triggers, world).war;
  });
  if (!sampling.vary.facts) return;
  f.worlds.resize(sampling.draws);
  on_threads(f.worlds.size(), run, [&](std::size_t draw) {
    f.worlds[draw] = ending_of(f.about, f.triggers,
                               campaign::drawn_world(f.plain, f.numbers, {sampling.seed, draw}));
  });
}

void add_notices(Record& record, const CrisisFindings& f) {
  double residual = f.play.residual;
  for (const CrisisEnding& one : f.worlds) residual = std::max(residual, one.residual);
  if (residual > 1e-9)
    record.notices.push_back("The fixed point did not settle everywhere: the largest residual is " +
                             std::to_string(residual) + ".");
  if (f.paths.size() == kMostPaths)
    record.notices.push_back(
        "The " + std::to_string(kMostPaths) + " likeliest paths are told; they hold " +
        std::to_string(static_cast<int>(100 * f.told)) + " % of all that may happen.");
  record.notices.emplace_back(
      "Stakes, costs and slips are assumptions: read what a move or a number changes, not how "
      "likely "
      "war is.");
  if (!f.about.note.empty()) record.notices.push_back(f.about.note);
  record.notices.push_back("Source: " + f.about.source + ".");
}

Result<Record> run(const Request& request) {
  const auto about = open(request);
  if (!about) return about.error();
  auto triggers = campaign::triggers_of(*about, request.library);
  if (!triggers) return triggers.error();
  actors::CrisisTerms terms;
  campaign::read_all(actors::kCrisisTerms, terms, request.arguments, request.library.plan);
  CrisisFindings f{*about,
                   std::move(triggers).value(),
                   campaign::crisis_numbers(*about, terms, request.library.plan),
                   campaign::plain_world(*about, terms),
                   {},
                   {},
                   {},
                   {},
                   {},
                   {},
                   0,
                   {},
                   {}};
  auto game = campaign::crisis_game(*about, f.triggers, f.plain);
  if (!game) return game.error();
  f.game = std::move(game).value();
  f.play = solve::quantal_response(f.game.game, terms.precision);
  f.now = ending_of(*about, f.game, f.play);
  f.even = ending_of(*about, f.game, solve::played(f.game.game, solve::even_play(f.game.game)));
  if (const std::string path = card::argument(request.arguments, "export"); !path.empty())
    if (Faults faults = write_game(f, path); !faults.empty()) return faults;
  f.moves = moves_of(f);
  auto paths = campaign::likely_paths(*about, f.game, f.play, kMostPaths);
  f.paths = std::move(paths.paths);
  f.told = paths.told;
  const auto sampling = campaign::read_sampling(request.arguments, request.run, kUsualWorlds);
  sweep(f, sampling, request.run);
  Record record;
  record.exact = f.worlds.empty() && f.play.exact;
  record.provenance.draws = static_cast<std::int64_t>(f.worlds.size());
  record.finding = crisis_finding(f);
  record.params = {{"case", {Value(about->name)}},
                   {"vary", {Value(card::argument(request.arguments, "vary"))}}};
  add_tables(record, f);
  add_notices(record, f);
  return record;
}

}  // namespace

const Analysis crisis{
    .card = {.name = "crisis",
             .question = "How does a crisis climb and end, and who is bound on the way?",
             .source = "Strategic choice: Signorino (1999); agent quantal response: McKelvey and "
                       "Palfrey (1998); audience costs and the bargaining range: Fearon (1994, "
                       "1995); slips: Schelling (1960)",
             .subject = card::Subject::case_,
             .subject_help = "scarborough",
             .fields = kFields,
             .tables = crisis_tables(),
             .views = crisis_views()},
    .run = run,
};

}  // namespace entente::analysis
