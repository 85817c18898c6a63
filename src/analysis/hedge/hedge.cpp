#include "analysis/hedge/hedge.h"

#include <algorithm>

#include "analysis/hedge/tables.h"
#include "campaign/stopped.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;

constexpr std::int64_t kUsualWorlds = 64, kUsualWorldsOfAll = 16;

/// Every state, or those there were when the run was stopped: whole ones, or the worlds of the
/// first. Throws `Cancelled` where there is nothing to show.
void sweep_states(HedgeFindings& findings, const std::vector<Guarded>& states, const Run& run,
                  Record& record) {
  Run quiet = run;
  if (states.size() > 1) quiet.progress = {};  // States are counted, not worlds of each.
  for (const Guarded& state : states) {
    try {
      auto swept = sweep_hedge(findings.ground, state, findings.worlds, run.seed, quiet);
      if (!swept.complete && !findings.states.empty()) return;
      findings.states.push_back(std::move(swept));
      add_state(record, findings, findings.states.back());
    } catch (const Cancelled&) {
      if (findings.states.empty()) throw;
      return;
    }
    if (!findings.states.back().complete) return;
    if (run.progress)
      run.progress(static_cast<double>(findings.states.size()) /
                   static_cast<double>(states.size()));
  }
}

Result<Record> run(const Request& request) {
  const auto asked = campaign::read_hedge(request);
  if (!asked) return asked.error();
  const auto ground = campaign::hedge_ground(request, *asked);
  if (!ground) return ground.error();
  const auto states = campaign::guarded_states(*ground);
  if (!states) return states.error();
  Faults faults;
  for (const Guarded& state : *states)
    if (Faults found = campaign::check_committed(*ground, state); !found.empty() && faults.empty())
      faults = std::move(found);
  if (!faults.empty()) return faults;

  const campaign::Sampling sampling = campaign::read_sampling(request.arguments, request.run);
  const std::int64_t usual = asked->all() ? kUsualWorldsOfAll : kUsualWorlds;
  const std::int64_t wanted = request.run.draws > 0 ? request.run.draws : usual;
  HedgeFindings findings{.ground = *ground,
                         .vary = {.honour = false, .facts = sampling.vary.facts},
                         .worlds = sampling.vary.facts
                                       ? static_cast<std::size_t>(std::max<std::int64_t>(2, wanted))
                                       : 0,
                         .states = {}};
  Record record;
  open_tables(record, findings);
  sweep_states(findings, *states, request.run, record);
  const HedgeSwept& first = findings.states.front();
  record.exact = findings.worlds == 0;
  record.provenance.draws =
      record.exact ? 0 : static_cast<std::int64_t>(std::min(findings.worlds, first.rows.size()));
  record.finding = hedge_finding(findings);
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_notices(record, findings);
  if (!first.complete) campaign::mark_stopped(record, first.rows.size(), findings.worlds, "worlds");
  if (findings.states.size() < states->size())
    campaign::mark_stopped(record, findings.states.size(), states->size(), "states");
  return record;
}

}  // namespace

const Analysis hedge{
    .card = {.name = "hedge",
             .question = "What should a protected state build, when, at which doubt in its "
                         "guarantor?",
             .source = "Robust dynamic programming (Iyengar 2005; Nilim and El Ghaoui 2005) with "
                       "alpha-maxmin (Ghirardato, Maccheroni and Marinacci 2004); hedging: Goh "
                       "(2005), Kuik (2008), Narang (2022), Bleek and Lorber (2014); the contest "
                       "of `deterrence`",
             .subject = card::Subject::state,
             .subject_help = "EST",
             .scenario_follows = true,
             .fields = campaign::kHedgeFields,
             .tables = hedge_tables(),
             .views = hedge_views()},
    .run = run,
};

}  // namespace entente::analysis
