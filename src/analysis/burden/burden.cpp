#include "analysis/burden/burden.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analysis/burden/tables.h"
#include "base/digits.h"
#include "base/name.h"
#include "campaign/stopped.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;

constexpr auto kFields = [] {
  std::array<card::Field, kBurdenFields.size() + actors::kBurdenTerms.size()> fields{};
  std::ranges::copy(kBurdenFields, fields.begin());
  std::size_t at = kBurdenFields.size();
  for (const actors::BurdenTerm& one : actors::kBurdenTerms) fields[at++] = one.field;
  return fields;
}();

/// The alliance in every year of which there are figures, but for members that spend nothing.
std::vector<Alliance> years_of(const scenario::Library& library, const BurdenFacts& facts,
                               const treaty::Agreement& agreement) {
  std::vector<Alliance> found;
  for (const int year : facts.years(library, agreement)) {
    Alliance one = facts.alliance(library, agreement, year);
    one.allies = spenders(one);
    if (one.allies.size() >= kLeastRanked) found.push_back(std::move(one));
  }
  return found;
}

void notice_of_members(Record& record, const BurdenAsked& asked, const Holdings& held) {
  const Alliance& alliance = asked.alliance;
  if (!asked.chosen_alliance)
    record.notices.push_back("Of the agreements to fight or to assist `" + alliance.id +
                             "` is the one whose members spend most; name another with "
                             "--alliance.");
  if (!asked.chosen_year)
    record.notices.push_back("Figures are of " + std::to_string(alliance.year) +
                             ", the last year that has some; membership of " +
                             to_text(alliance.on) + ".");
  if (!alliance.unknown.empty())
    record.notices.push_back("No figures of " + std::to_string(alliance.year) + " for " +
                             join(alliance.unknown, ", ") + ", which are left out.");
  if (!held.known)
    record.notices.emplace_back(
        "Pools are those of the scenario's day, so forces and bases are not told of that year, and "
        "capabilities weigh as they do today.");
}

void notice_of_terms(Record& record, const BurdenFindings& f) {
  const Benefits& known = f.burden.benefits;
  if (known.adversaries.empty())
    record.notices.emplace_back(
        "No adversary is known (the scenario has no contingency, or the year is over 15 years from "
        "the library's), so nothing is told of threat and exposure.");
  else
    record.notices.push_back("Exposure is to " + join(known.adversary_names, ", ") +
                             ": military spending over distance between homelands, summed; people, "
                             "places and adversaries are those of the library's day.");
  if (known.population.empty())
    record.notices.emplace_back(
        "People are not counted for every member in or near that year, so nothing is divided by "
        "population, and capabilities cover all members alike.");
  record.notices.push_back(
      "Theory says how a burden is divided, the weight alpha how large it is: every yardstick but "
      "the pledges divides what the alliance spends in fact." +
      std::string(f.fitting_alpha > 0 ? " As much as that would be given freely at alpha = " +
                                            fixed(f.fitting_alpha, 4) + "."
                                      : ""));
  record.notices.emplace_back(
      "Spending is what a state spends on all its defence, wherever; whoever has interests beyond "
      "the alliance carries less for it than its share says.");
  if (std::ranges::find(f.burden.asked.pledges, kCorePledge) != f.burden.asked.pledges.end())
    record.notices.emplace_back(
        "Of the 5 % promised in 2025 for 2035 the tables hold the 3.5 % core; nobody reports the "
        "1.5 % for resilience and infrastructure by one rule yet. Table resilience says what can "
        "be lacking; --resilience takes figures of your own.");
}

Result<Record> run(const Request& request) {
  const scenario::Library& library = request.library;
  const BurdenFacts facts(library.world);
  const auto asked = read_burden_question(request, facts);
  if (!asked) return asked.error();
  const Alliance& alliance = asked->alliance;
  auto benefits = benefits_of(library, facts, alliance);
  if (!benefits) return benefits.error();
  auto holdings = holdings_of(library, alliance);
  if (!holdings) return holdings.error();
  const BurdenCase read{*asked,
                        library.plan,
                        std::move(benefits).value(),
                        std::move(holdings).value(),
                        duplication_of(library, facts, alliance),
                        years_of(library, facts, *alliance.agreement)};
  const BurdenModel model(read);
  const campaign::Sampling sampling = campaign::read_sampling(request.arguments, request.run);
  const campaign::DrawnWorlds drawn = burden_sweep(model, sampling, request.run);
  BurdenFindings findings{library, facts, read, model, sampling, drawn.sums, {}};
  for (const Alliance& year : read.years) {
    if (stopped(request.run)) break;
    findings.sizes.push_back(size_test(year.allies, request.run.seed));
  }
  double spent = 0;
  for (const Ally& one : alliance.allies)
    spent += one.gdp.range.value * one.spending.range.value / 100;
  findings.fitting_alpha = fitting_alpha(model.contributors(kVariants[0], asked->terms, {}), spent);
  Record record;
  record.exact = !sampling.vary.facts;
  const std::size_t draws = drawn.complete() ? sampling.draws : drawn.worlds;
  record.provenance.draws = record.exact ? 0 : static_cast<std::int64_t>(draws);
  record.finding = burden_finding(findings);
  record.params = {{"alliance", {Value(alliance.id)}},
                   {"year", {Value(static_cast<std::int64_t>(alliance.year))}},
                   {"vary", {Value(card::argument(request.arguments, "vary"))}}};
  add_carried(record, findings);
  add_contributions(record, findings);
  add_resilience(record, findings);
  add_benchmarks(record, findings);
  notice_of_members(record, *asked, read.holdings);
  notice_of_terms(record, findings);
  if (!drawn.complete())
    campaign::mark_stopped(record, drawn.worlds, drawn.wanted, "worlds");
  else if (findings.sizes.size() < read.years.size())
    campaign::mark_stopped(record, findings.sizes.size(), read.years.size(),
                           "years of the test of size");
  return record;
}

}  // namespace

const Analysis burden{
    .card = {.name = "burden",
             .question = "Who carries what in an alliance, and who less than theory, pledges or "
                         "benefits would have it?",
             .source = "Olson and Zeckhauser (1966); Lindahl (1919); Sandler and Forbes (1980); "
                       "Hirshleifer (1983); Andreoni and McGuire (1993); figures: see the library",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kFields,
             .tables = burden_tables(),
             .views = burden_views()},
    .run = run,
};

}  // namespace entente::analysis
