#include "analysis/negotiate/negotiate.h"

#include <algorithm>

#include "analysis/negotiate/findings.h"
#include "base/name.h"
#include "base/threads.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;
using scenario::NegotiationCase;

constexpr std::string_view kRules[] = {"as_written", "consensus", "qualified_majority",
                                       "two_thirds", "majority"};
constexpr std::string_view kVotes[] = {"proportional", "binary", "cubic"};
constexpr std::string_view kVictories[] = {"linear", "square", "quartic", "binary"};

constexpr card::Field kFields[] = {
    {.name = "rule",
     .type = card::Type::choice,
     .help = "How the body decides, where not as the case says.",
     .fallback = "as_written",
     .choices = kRules},
    {.name = "vote",
     .type = card::Type::choice,
     .help = "How much of its weight an actor throws behind what it prefers a little.",
     .fallback = "proportional",
     .choices = kVotes},
    {.name = "victory",
     .type = card::Type::choice,
     .help = "What a heavier coalition makes of its weight.",
     .fallback = "square",
     .choices = kVictories},
};

Result<NegotiationCase> open(const Request& request) {
  const std::string& name = request.subject;
  std::vector<std::string> known;
  for (const auto& [other, bytes] : request.library.negotiations) {
    if (other == name) {
      const auto parsed = text::parse_toml(bytes, "negotiations/" + name + ".toml");
      return parsed ? scenario::read_negotiation(*parsed) : Result<NegotiationCase>(parsed.error());
    }
    known.push_back(other);
  }
  if (name.ends_with(".toml") || name.ends_with(".json")) {
    const auto parsed = text::read_document(name);
    return parsed ? scenario::read_negotiation(*parsed) : Result<NegotiationCase>(parsed.error());
  }
  std::string hint = did_you_mean(name, known);
  if (!hint.empty()) hint += " ";
  return Error{Code::unknown_name,
               {"arguments", 0, 0},
               "there is no negotiation called `" + name + "`",
               hint + "`entente list negotiations` names them; a file ends in .toml or .json"};
}

std::size_t chosen(const Request& request, std::string_view flag,
                   std::span<const std::string_view> choices) {
  const std::string text = card::argument(request.arguments, flag);
  const auto found = std::ranges::find(choices, text);
  return found == choices.end() ? 0 : static_cast<std::size_t>(found - choices.begin());
}

/// Worlds where the user names no number: fewer where each takes long.
std::size_t worlds_of(const Request& request, std::size_t actors) {
  if (request.run.draws > 0) return static_cast<std::size_t>(request.run.draws);
  return actors <= 40 ? 400 : actors <= kMostVariedPaths ? 100 : 32;
}

void add_notices(Record& record, const NegotiateFindings& f) {
  if (!f.path.settled)
    record.notices.emplace_back("Bargains were cut off after 100 rounds; some would go on.");
  if (!f.path_varied)
    record.notices.push_back(
        "Over " + std::to_string(kMostVariedPaths) +
        " actors the bargains are worked out once, for the case as it stands.");
  if (!f.worlds.empty())
    record.notices.emplace_back(
        "Ranges are drawn evenly and need not lie evenly about their values, so a spread can leave "
        "the figure of the case as it stands out.");
  record.notices.emplace_back(
      "On published decisions of the European Union models of this kind did no better than the "
      "plain mean by capability and salience, which stands in `baseline`.");
  if (!f.about.note.empty()) record.notices.push_back(f.about.note);
  record.notices.push_back("Source: " + f.about.source + ".");
}

Result<Record> run(const Request& request) {
  auto about = open(request);
  if (!about) return about.error();
  NegotiateFindings f;
  f.about = std::move(about).value();
  const std::size_t rule = chosen(request, "rule", kRules);
  f.rule = rule == 0 ? f.about.institution.rule : static_cast<scenario::DecisionRule>(rule - 1);
  if (f.rule == scenario::DecisionRule::qualified_majority)
    for (const scenario::Negotiator& one : f.about.actors)
      if (one.votes && one.population <= 0)
        return Error{Code::bad_argument,
                     {"arguments", 0, 0},
                     "`" + one.name + "` has no population, which a qualified majority counts",
                     "give every member one in the column `population`"};
  f.base.rules.range = f.about.high - f.about.low;
  f.base.rules.vote = static_cast<solve::Vote>(chosen(request, "vote", kVotes));
  f.base.rules.victory = static_cast<solve::Victory>(chosen(request, "victory", kVictories));
  f.base = draw_assembly(f, "none", 0, 0);
  for (const solve::Chooser& one : f.base.choosers) f.options.push_back(one.ideal);
  f.options.push_back(f.about.status_quo);
  std::ranges::sort(f.options);
  f.options.erase(std::unique(f.options.begin(), f.options.end()), f.options.end());
  f.stands = static_cast<std::size_t>(std::ranges::lower_bound(f.options, f.about.status_quo) -
                                      f.options.begin());
  f.outcome = outcome_of(f, f.base, true);
  f.path = solve::bargain(f.base.choosers, f.base.rules, 100);
  f.path_varied = f.about.actors.size() <= kMostVariedPaths;
  const std::string vary = card::argument(request.arguments, "vary");
  if (vary == "facts" || vary == "all") {
    std::vector<Outcome> worlds(worlds_of(request, f.about.actors.size()));
    on_threads(worlds.size(), request.run, [&](std::size_t world) {
      worlds[world] = outcome_of(f, draw_assembly(f, vary, request.run.seed, world), f.path_varied);
    });
    f.worlds = std::move(worlds);
  }
  if (f.path_varied) f.swings = swings_of(f, request.run);
  Record record;
  record.exact = f.worlds.empty();
  record.provenance.draws = static_cast<std::int64_t>(f.worlds.size());
  record.finding = negotiate_finding(f);
  record.params.push_back({"vary", {Value(vary)}});
  record.params.push_back(
      {"rule", {Value(std::string(scenario::kDecisionRules[static_cast<std::size_t>(f.rule)]))}});
  add_tables(record, f);
  add_notices(record, f);
  return record;
}

}  // namespace

const Analysis negotiate{
    .card = {.name = "negotiate",
             .question = "What would an alliance decide?",
             .source =
                 "Spatial model of collective decision: Bueno de Mesquita (1994), in European "
                 "Community Decision Making; elections by stationary law; the plain mean: Van "
                 "den Bos (1991)",
             .subject = card::Subject::case_,
             .subject_help = "nato_spending",
             .fields = kFields,
             .tables = negotiate_tables(),
             .views = negotiate_views()},
    .run = run,
};

}  // namespace entente::analysis
