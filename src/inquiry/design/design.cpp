#include "inquiry/design/design.h"

#include <algorithm>
#include <array>

#include "actors/aggressor/aggressor.h"
#include "campaign/adjudication/asked.h"
#include "inquiry/design/tables.h"

namespace entente::inquiry {
namespace {

using card::Record;
using card::Value;
using scenario::Request;

constexpr std::size_t kUsualDraws = 64;  // Each portfolio is worked out in all of them.

constexpr card::Field kOwn[] = {
    {.name = "budget",
     .type = card::Type::number,
     .unit = "bn USD of 2025 a year",
     .help = "What all levers together may cost.",
     .low = 0,
     .high = 10000,
     .required = true},
    {.name = "lever",
     .type = card::Type::name_of,
     .help = "A lever that can be chosen, repeated for several; by default all of the library.",
     .of = "lever",
     .repeated = true},
    {.name = "never",
     .type = card::Type::name_of,
     .help = "A lever that politics rules out, repeated for several.",
     .of = "lever",
     .repeated = true},
    {.name = "most",
     .type = card::Type::integer,
     .unit = "levers",
     .help = "Most levers at a time.",
     .fallback = "64",
     .low = 0,
     .high = 64},
    {.name = "aim",
     .type = card::Type::choice,
     .help = "What is to be made small: the gap of the ledger, or the number of contingencies that "
             "begin, by the least equilibrium of deterrence.",
     .fallback = "gap",
     .choices = kAims},
    {.name = "set",
     .help = "Contingencies that come due at once, as the ledger names the set; by default the "
             "largest set."},
    {.name = "criterion",
     .type = card::Type::choice,
     .help = "Over worlds: the mean, the worst, the mean of the worst (cvar), or the greatest "
             "regret.",
     .fallback = "mean",
     .choices = kCriteria},
    {.name = "tail",
     .type = card::Type::number,
     .unit = "share",
     .help = "The share of worlds that cvar looks at.",
     .fallback = "0.1",
     .low = 0.001,
     .high = 1},
    {.name = "target",
     .type = card::Type::number,
     .help = "A score to reach: the cheapest portfolio that does is told.",
     .low = 0,
     .high = 1000},
    {.name = "portfolios",
     .type = card::Type::integer,
     .unit = "portfolios",
     .help = "Where the limits allow no more, every one is worked out; else so many beyond greedy "
             "steps.",
     .fallback = "128",
     .low = 1,
     .high = 1000000},
};

constexpr auto kAllFields = [] {
  std::array<card::Field, std::size(kOwn) + 1 + actors::kStakes.size() +
                              campaign::adjudication::kFields.size() + campaign::kFields.size()>
      fields{};
  std::size_t at = 0;
  for (const auto& one : kOwn) fields[at++] = one;
  fields[at++] = actors::aggressor::kField;
  for (const auto& one : actors::kStakes) fields[at++] = one.field;
  for (const auto& one : campaign::adjudication::kFields) fields[at++] = one;
  for (const auto& one : campaign::kFields) fields[at++] = one;
  return fields;
}();

Judgement judgement_of(const Request& request) {
  Judgement judgement;
  const std::string word = card::argument(request.arguments, "criterion");
  for (std::size_t i = 0; i < std::size(kCriteria); ++i)
    if (kCriteria[i] == word) judgement.criterion = static_cast<Criterion>(i);
  judgement.tail = belief::number(request.arguments, "tail", Judgement{}.tail);
  return judgement;
}

/// The best with one lever less, and with one more whatever it costs.
std::map<Portfolio, Losses> beside_best(const Found& found, std::size_t levers,
                                        Outcomes& outcomes) {
  std::vector<Portfolio> wanted;
  for (std::size_t i = 0; i < levers; ++i)
    if (const Portfolio one = found.best ^ only(i); !found.known.contains(one))
      wanted.push_back(one);
  const auto losses = outcomes.losses(wanted);
  std::map<Portfolio, Losses> beside;
  for (std::size_t i = 0; i < wanted.size(); ++i) beside.emplace(wanted[i], losses[i]);
  return beside;
}

void add_notices(Record& record, const Designed& d) {
  const std::string worlds = std::to_string(d.outcomes.worlds());
  record.notices.push_back(
      d.outcomes.worlds() > 1
          ? "Every portfolio meets the same " + worlds +
                " worlds of facts and assumptions, and the same draws of honour in each."
          : "There is one world, so all criteria but regret are the mean: facts are not varied.");
  record.notices.emplace_back(
      "Costs are the plain values of the levers; what one saves is not spent on another.");
  if (!d.found.exact && d.found.reinforcing > 0)
    record.notices.push_back(
        "No bound is told: in " + std::to_string(d.found.reinforcing) + " of " +
        std::to_string(d.found.known.size()) +
        " portfolios gains reinforce one another in some world; more --portfolios search further.");
  if (d.judgement.criterion == Criterion::cvar &&
      d.judgement.tail * static_cast<double>(d.outcomes.worlds()) < 1)
    record.notices.emplace_back(
        "The tail holds less than one world, so it is the worst: ask for more --draws.");
  if (d.outcomes.impossible() > 0)
    record.notices.push_back(std::to_string(d.outcomes.impossible()) +
                             " portfolios hold levers that cannot be pulled together.");
  if (!d.candidates.refused.empty() || !d.candidates.late.empty())
    record.notices.push_back(std::to_string(d.candidates.refused.size()) +
                             " levers of the library cannot be pulled in this scenario, and " +
                             std::to_string(d.candidates.late.size()) + " come too late.");
}

Result<Record> run(const Request& request) {
  const auto candidates = choose_candidates(request);
  if (!candidates) return candidates.error();
  auto made = Outcomes::make(request, *candidates, kUsualDraws);
  if (!made) return made.error();
  Outcomes outcomes = std::move(made).value();
  const Judgement judgement = judgement_of(request);
  const Found found =
      best_portfolio(candidates->choice, judgement,
                     static_cast<std::size_t>(belief::number(request.arguments, "portfolios", 128)),
                     [&](std::span<const Portfolio> wanted) { return outcomes.losses(wanted); });
  Designed designed{request,
                    *candidates,
                    outcomes,
                    found,
                    judgement,
                    frontier_of(found, candidates->choice, judgement),
                    beside_best(found, candidates->all.size(), outcomes),
                    {}};
  if (const std::string text = card::argument(request.arguments, "target"); !text.empty())
    designed.target = belief::number(request.arguments, "target", 0);
  const auto& sampling = outcomes.sampling();
  if (sampling.vary.facts)
    designed.movers = design_movers(request, *candidates, outcomes, found.best);
  Record record;
  record.exact = !sampling.vary.anything() && found.exact;
  if (sampling.vary.anything()) record.provenance.draws = static_cast<std::int64_t>(sampling.draws);
  record.finding = design_finding(designed);
  record.params = {{"set", {Value(outcomes.set())}},
                   {"aim", {Value(card::argument(request.arguments, "aim"))}},
                   {"criterion", {Value(card::argument(request.arguments, "criterion"))}},
                   {"budget", {Value(candidates->choice.budget)}},
                   {"vary", {Value(card::argument(request.arguments, "vary"))}}};
  add_tables(record, designed);
  add_notices(record, designed);
  return record;
}

}  // namespace

const scenario::Analysis design{
    .card = {.name = "design",
             .question = "Which levers are best under a budget, in the mean or in the worst case?",
             .source = "Dantzig (1957) and Nemhauser, Wolsey and Fisher (1978) for the choice; "
                       "Savage (1951) for regret; Rockafellar and Uryasev (2000) for the tail; "
                       "gaps and attacks as of `ledger` and `deterrence`",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "baltic_taiwan --budget 10",
             .fields = kAllFields,
             .tables = design_tables(),
             .views = design_views()},
    .run = run,
};

}  // namespace entente::inquiry
