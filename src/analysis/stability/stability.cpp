#include "analysis/stability/stability.h"

#include <algorithm>

#include "analysis/stability/worlds.h"
#include "base/name.h"
#include "base/threads.h"
#include "history/store.h"
#include "scenario/network.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Type;
using card::Value;

constexpr std::string_view kCoalitions[] = {"clique", "neighbours"};
constexpr std::string_view kLinks[] = {"either", "mutual"};
constexpr std::string_view kOurs = "Assumption of this project";

constexpr card::Field kFields[] = {
    {.name = "strengths",
     .type = Type::file,
     .help = "A table of strengths: lines state,strength."},
    {.name = "graph", .type = Type::file, .help = "Alliances: lines state,state."},
    {.name = "gamma",
     .type = Type::number,
     .unit = "ratio",
     .help = "Attackers win where they are more than this many times as strong as defenders.",
     .source = kOurs,
     .fallback = "1",
     .low = 0.01,
     .high = 100},
    {.name = "coalition",
     .type = Type::choice,
     .help = "Who may attack together: a state and any of its allies, or allies of one another.",
     .source = "Jackson and Nei (2015); clique: its drafts",
     .fallback = "neighbours",
     .choices = kCoalitions},
    {.name = "link",
     .type = Type::choice,
     .help = "Whether a promise of defence in either direction makes a link, or only a mutual one.",
     .fallback = "either",
     .choices = kLinks},
    {.name = "strength",
     .type = Type::choice,
     .help = "The figure that counts as the strength of a state of the library.",
     .fallback = "military_spending",
     .choices = scenario::kStrengths},
    {.name = "on",
     .type = Type::date,
     .help = "The day of the network; by default the one the library describes."},
    {.name = "year",
     .type = Type::integer,
     .help = "The network of a year of imported history.",
     .low = 1816,
     .high = 2100},
    {.name = "from",
     .type = Type::integer,
     .help = "Networks of all years from this one.",
     .low = 1816,
     .high = 2100},
    {.name = "to", .type = Type::integer, .help = "To this one.", .low = 1816, .high = 2100},
    history::kDataField,
    {.name = "trade", .type = Type::boolean, .help = "Asks for war-and-trade-stability as well."},
    {.name = "trade_value",
     .type = Type::number,
     .unit = "utility",
     .help = "What the first partner is worth.",
     .source = kOurs,
     .fallback = "1",
     .low = 0,
     .high = 1000},
    {.name = "trade_decline",
     .type = Type::number,
     .unit = "share",
     .help = "What each further partner is worth, of the one before.",
     .source = kOurs,
     .fallback = "0.5",
     .low = 0.01,
     .high = 0.99},
    {.name = "link_cost",
     .type = Type::number,
     .unit = "utility",
     .help = "What a link costs each end.",
     .source = kOurs,
     .fallback = "0.1",
     .low = 0,
     .high = 1000},
    {.name = "spoils",
     .type = Type::number,
     .unit = "utility",
     .help = "What attackers take from a state that they beat.",
     .source = kOurs,
     .fallback = "0.1",
     .low = 0,
     .high = 1000},
    {.name = "split_spoils",
     .type = Type::boolean,
     .help = "Attackers share the spoils equally; else each takes as much."},
};

/// Whether the strongest other state beats each, were there no alliances.
std::vector<bool> beaten_alone(const solve::Alliances& alliances) {
  std::vector<std::int64_t> strengths;
  for (std::size_t i = 0; i < alliances.size(); ++i) strengths.push_back(alliances.strength(i));
  const solve::Alliances apart(strengths, alliances.gamma());
  const auto attackers = attackers_of(apart, solve::Coalition::neighbours);
  std::vector<bool> beaten;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    const auto attack = strongest_attack(apart, i, *attackers);
    beaten.push_back(attack && wins(apart, *attack));
  }
  return beaten;
}

Error too_many_cliques() {
  return {Code::too_large,
          {"arguments", 0, 0},
          "the network has more than " + std::to_string(solve::kMostCliques) + " cliques",
          "ask with --coalition neighbours"};
}

void add_notices(Record& record, const StabilityAsked& asked) {
  if (!asked.left_out.empty())
    record.notices.push_back(std::to_string(asked.left_out.size()) +
                             " states have no figure for their strength and are left out: " +
                             join(asked.left_out, ", ") + ".");
  record.notices.emplace_back(
      "With constant gamma no network with a link is war-stable (Jackson and Nei 2015, theorem 1); "
      "what tells networks apart is who is vulnerable in them.");
  if (asked.with_trade)
    record.notices.emplace_back(
        "f(d) = value (1 - decline^d) / (1 - decline) and the spoils are assumptions; so is the "
        "reading of theorem 2, whose bounds were not checked against the paper.");
}

Result<Record> run(const Request& request) {
  const auto asked = read_stability(request);
  if (!asked) return asked.error();
  const std::string word = card::argument(request.arguments, "vary");
  const bool varied = word != "none" && word != "honour";
  std::vector<NetworkFindings> findings;
  for (const AskedNetwork& network : asked->networks) findings.push_back({network, {}});
  std::vector<char> failed(findings.size(), 0);
  on_threads(findings.size(), request.run, [&](std::size_t i) {
    NetworkFindings& f = findings[i];
    auto found = war_stability(f.network.alliances, asked->coalition, request.run);
    failed[i] = found ? 0 : 1;
    if (!found) return;
    f.stability = std::move(*found);
    f.alone = beaten_alone(f.network.alliances);
    if (asked->with_trade)
      f.with_trade = trade_stability(f.network.alliances, asked->trade, request.run);
    if (!varied || asked->by_year) return;
    vary_strengths(f, asked->coalition, request.run.seed);
    move_strengths(f, asked->coalition);
  });
  if (std::ranges::find(failed, 1) != failed.end()) return too_many_cliques();
  Record record;
  record.finding = stability_finding(*asked, findings);
  record.params.push_back({"vary", {Value(word)}});
  record.provenance.inputs = asked->inputs;
  add_tables(record, *asked, findings);
  add_notices(record, *asked);
  return record;
}

}  // namespace

const Analysis stability{
    .card = {.name = "stability",
             .question = "Which states are vulnerable, and is the network of alliances war-stable?",
             .source = "Jackson and Nei (2015), Networks of military alliances, wars, and "
                       "international trade, PNAS 112",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kFields,
             .tables = stability_tables(),
             .views = stability_views()},
    .run = run,
};

}  // namespace entente::analysis
