#include "analysis/cutoff/cutoff.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/cutoff/moves.h"
#include "analysis/cutoff/tables.h"
#include "base/name.h"
#include "campaign/stopped.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr auto kAllFields = [] {
  std::array<card::Field, kCutoffFields.size() + kFields.size()> fields{};
  std::ranges::copy(kCutoffFields, fields.begin());
  std::ranges::copy(kFields, fields.begin() + kCutoffFields.size());
  return fields;
}();

void add_notices(Record& record, const CutoffFindings& f) {
  const auto& services = f.dependents.services();
  const auto some = [&](auto one) { return std::ranges::any_of(services, one); };
  if (!f.asked.goes_on_in.empty())
    record.notices.push_back(f.asked.patron + " is one of " + join(f.asked.goes_on_in, ", ") +
                             ", which supply together: their other members go on, so that is not "
                             "withheld. Name the group to withhold all of it.");
  if (some([&](const Service& one) {
        return is_element_service(f.world.symbols.name(one.row->service));
      }))
    record.notices.emplace_back(
        "`usable` counts the services tanker and lift; the ledger, and so `gap`, leaves them out, "
        "as tankers and lift are elements there.");
  if (some([&](const Service& one) {
        return f.world.symbols.name(one.row->element) == world::kNuclearForces;
      }))
    record.notices.emplace_back(
        "Nuclear forces are told at the level of policy only; no allocation counts them.");
  if (f.question == nullptr)
    record.notices.push_back(
        "The scenario has no contingency to answer, so there is no gap to tell of.");
  record.notices.emplace_back(
      "Shares are assumptions about fleets and enabling links; nobody has published a proof of a "
      "literal switch. What is withheld differs by contingency in the ledger, where support is a "
      "draw; here it is withheld in all of them.");
}

/// What comes after the shares that can be used. False where the run was stopped meanwhile.
bool look_further(CutoffFindings& f, const Run& run) {
  try {
    if (f.sampling.vary.facts) f.usable_movers = usable_movers(f.dependents, f.world, run);
    if (f.question == nullptr || f.dependents.services().empty()) return true;
    const GapSweep sweep{*f.question, f.world.symbols, f.dependents.services(), f.asked.thrown,
                         f.sampling};
    f.gaps = gap_sweep(sweep, run);
    if (!f.gaps->complete) return false;
    if (f.sampling.vary.facts) f.gap_movers = gap_movers(sweep, run);
    return true;
  } catch (const Cancelled&) {
    return false;
  }
}

/// Those of the gap; of a run that was stopped before it, the worlds of what can be used.
std::size_t draws_of(const CutoffFindings& f, const DrawnWorlds& shares, bool whole) {
  if (f.gaps) return f.gaps->draws;
  return whole ? f.sampling.draws : shares.worlds;
}

void tell_stopped(Record& record, const CutoffFindings& f, const DrawnWorlds& shares) {
  if (f.gaps) return mark_stopped(record, f.gaps->draws, f.sampling.draws, "draws of the gap");
  mark_stopped(record, shares.worlds, shares.wanted, "worlds of what can be used");
}

Result<Record> run(const Request& request) {
  const auto asked = read_cutoff(request);
  if (!asked) return asked.error();
  const scenario::Library& library = request.library;
  const Sampling sampling = read_sampling(request.arguments, request.run);
  std::optional<Question> question;
  if (!library.world.contingencies.empty() && !library.plan.sets.empty()) {
    auto read = read_question(library, request.arguments);
    if (!read) return read.error();
    question = std::move(read).value();
  }
  const Situation* situation = question ? &question->situation : nullptr;
  const Dependents dependents(library, services_of(library, situation, asked->thrown), *asked);
  const DrawnWorlds shares = share_sweep(dependents, sampling, request.run);
  CutoffFindings findings{.asked = *asked,
                          .world = library.world,
                          .sampling = sampling,
                          .dependents = dependents,
                          .shares = shares.sums,
                          .at_tables = dependents.row({}),
                          .worst = dependents.end_row(true),
                          .best = dependents.end_row(false),
                          .naive = dependents.naive_row(),
                          .question = question ? &*question : nullptr};
  const bool whole = shares.complete() && look_further(findings, request.run);
  Record record;
  record.exact = !sampling.vary.anything();
  if (!record.exact)
    record.provenance.draws = static_cast<std::int64_t>(draws_of(findings, shares, whole));
  record.finding = cutoff_finding(findings);
  record.params.push_back({"patron", {Value(asked->patron)}});
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_tables(record, findings);
  add_notices(record, findings);
  if (!whole) tell_stopped(record, findings, shares);
  return record;
}

}  // namespace

const Analysis cutoff{
    .card = {.name = "cutoff",
             .question = "What still works if the patron withholds its support?",
             .source = "Usable share as a product over services withheld, hard or lapsing "
                       "exponentially; allocation and draws of the ledger; dependence: see the "
                       "library",
             .subject = card::Subject::patron,
             .subject_help = "USA",
             .scenario_follows = true,
             .fields = kAllFields,
             .tables = cutoff_tables(),
             .views = cutoff_views()},
    .run = run,
};

}  // namespace entente::analysis
