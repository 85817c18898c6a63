#include "analysis/ledger/ledger.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "analysis/ledger/tables.h"
#include "campaign/named_programme.h"
#include "text/node.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Value;

constexpr std::size_t kMovingDraws = 64;  // Where forces are coupled, which takes longer.
constexpr std::size_t kMovesDrawn = 5;    // Named with draws of honour; the rest are screened.
constexpr std::size_t kMoveDraws = 32;
constexpr std::size_t kTableDraws = 128;  // Of honour, with the facts of the tables.

constexpr card::Field kOwn[] = {
    {.name = "export_lp",
     .type = card::Type::file,
     .help = "A folder to write the programme of each set to, as free MPS, for any solver."},
    {.name = "weights",
     .type = card::Type::choice,
     .help = "What contingencies weigh: as the scenario says, or half of it by the trade at sea "
             "that each puts at risk.",
     .fallback = "scenario",
     .choices = kWeightWords},
};

constexpr auto kAllFields = [] {
  constexpr std::size_t kRules = std::size(kOwn) + kRuleFields.size();
  std::array<card::Field, kRules + kFields.size() + kMovements.size()> fields{};
  auto next = std::ranges::copy(kOwn, fields.begin()).out;
  next = std::ranges::copy(kRuleFields, next).out;
  next = std::ranges::copy(kFields, next).out;
  for (const auto& one : kMovements) *next++ = one.field;
  return fields;
}();

/// The gap of each set over draws of honour, where facts are varied in a sweep of its own.
std::vector<solve::Estimate> at_tables(const Sweep& sweep, const Columns& columns,
                                       const solve::Sums& heads,
                                       const std::vector<double>& expected, const Run& run) {
  const Vary& vary = sweep.sampling.vary;
  std::vector<solve::Estimate> gaps;
  const auto read = [&](const auto& gap) {
    for (std::size_t i = 0; i < sweep.question.sets.size(); ++i)
      gaps.push_back(gap(columns.gap(i)));
  };
  if (sweep.patterns != nullptr) {
    read([&](std::size_t at) { return heads.estimate(at); });
  } else if (!vary.honour) {
    read([&](std::size_t at) {
      return solve::Estimate{expected[at], expected[at], expected[at], expected[at], expected[at]};
    });
  } else if (!vary.facts) {
    read([&](std::size_t at) { return heads.estimate(at); });
  } else {
    const solve::Sums own =
        head_sweep(sweep, columns, std::min(sweep.sampling.draws, kTableDraws), run);
    read([&](std::size_t at) { return own.estimate(at); });
  }
  return gaps;
}

/// What each owner is wanted for: the contingencies of a set one by one, every promise kept.
std::vector<std::vector<std::pair<double, double>>> wanted_twice(const Question& q,
                                                                 const DrawTerms& terms,
                                                                 const Columns& columns,
                                                                 const std::vector<double>& row) {
  const Situation& s = q.situation;
  const std::size_t elements = s.elements.size();
  std::vector<std::vector<double>> alone;  // [place][owner * elements + element]
  for (std::size_t c = 0; c < s.places.size(); ++c) {
    auto& units = alone.emplace_back(s.owners.size() * elements, 0.0);
    const std::vector<int> set{static_cast<int>(c)};
    const SetAllocation found = allocate_set(terms, set);
    for (std::size_t k = 0; k < elements; ++k)
      for (std::size_t j = 0; j < found.problems[k].slots.size(); ++j) {
        const auto pool = static_cast<std::size_t>(found.problems[k].slots[j].pool);
        units[static_cast<std::size_t>(s.pools[pool].owner) * elements + k] +=
            found.best[k].sent[j];
      }
  }
  std::vector<std::vector<std::pair<double, double>>> all;
  for (std::size_t i = 0; i < q.sets.size(); ++i) {
    auto& pairs = all.emplace_back(s.owners.size() * elements, std::pair(0.0, 0.0));
    for (std::size_t o = 0; o < s.owners.size(); ++o)
      for (std::size_t k = 0; k < elements; ++k)
        for (std::size_t c = 0; c < q.sets[i].size(); ++c) {
          auto& [wanted, sent] = pairs[o * elements + k];
          wanted += alone[static_cast<std::size_t>(q.sets[i][c])][o * elements + k];
          sent += row[columns.sent(i, c, k, o)];
        }
  }
  return all;
}

std::vector<std::pair<double, std::string>> reasons_of(const Situation& s, const Numbers& numbers,
                                                       const Symbols& symbols) {
  std::vector<std::pair<double, std::string>> reasons;
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    for (std::size_t c = 0; c < s.places.size(); ++c) {
      const Helper* helper = s.owners[o].roles[c].helper;
      auto& [theta, agreement] = reasons.emplace_back(numbers.theta[o * s.places.size() + c], "");
      if (helper == nullptr || helper->ad_hoc()) continue;
      agreement = symbols.name(
          best_promise(*helper, symbols, numbers.belief.assumptions).promise->agreement);
    }
  return reasons;
}

/// Writes the expected-honour programme of each set. Faults: `unreadable`.
Result<std::vector<std::string>> export_programmes(const Question& q, const Numbers& numbers,
                                                   const std::string& folder) {
  std::vector<std::string> files;
  const Kept kept = kept_in(q.situation, numbers, Honour::expected, 0, 0);
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  for (const auto& set : q.sets) {
    const std::string title = q.situation.title(set);
    const NamedProgramme named = named_programme(q.situation, numbers, kept, set);
    files.push_back(title + ".mps");
    const std::string bytes = solve::to_mps(named.lp, title, named.rows, named.columns);
    const std::string path = (std::filesystem::path(folder) / files.back()).string();
    if (Faults faults = text::write_file(bytes, path); !faults.empty()) return faults;
  }
  return files;
}

void add_notices(Record& record, const Question& q, const scenario::Library& library) {
  std::string ad_hoc;
  for (std::size_t c = 0; c < q.situation.places.size(); ++c) {
    std::string names;
    for (const OwnerCase& owner : q.situation.owners)
      if (const Helper* helper = owner.roles[c].helper; helper != nullptr && helper->ad_hoc())
        names += (names.empty() ? "" : ", ") + owner.name;
    if (!names.empty())
      ad_hoc += (ad_hoc.empty() ? "" : "; ") + q.situation.places[c].name + ": " + names;
  }
  if (!ad_hoc.empty())
    record.notices.push_back("Partners that promised nothing and may come ad hoc: " + ad_hoc + ".");
  if (!library.plan.empty && library.scenario != "uncalibrated")
    record.notices.emplace_back(
        "The reference forces are calibrated: assumptions were set so that pairs of contingencies "
        "show gaps. They do not prove overstretch; compare `ledger uncalibrated`, and read the "
        "spread rather than the middle.");
  const Rules& rules = q.situation.rules;
  record.notices.push_back(
      "Figures are a requirement set against what arrives in time, no forecast of a battle. " +
      std::string(rules.redeploy ? "Units may swing from one contingency to another"
                                 : "Forces are committed once (--redeploy lets them swing)") +
      (rules.lift ? "; what comes by air is limited by the lift of those that come."
                  : "; lift sets no limit (--lift makes it one)."));
}

/// What takes further draws. False where the run was stopped meanwhile.
bool look_further(const Sweep& sweep, Findings& findings, const Run& run) {
  const Question& q = sweep.question;
  try {
    findings.at_tables = at_tables(sweep, findings.columns, findings.heads, findings.expected, run);
    if (sweep.sampling.vary.facts)
      findings.moves =
          what_moves(q, q.sets[largest_set(q)], sweep.symbols, kMovesDrawn, kMoveDraws, run);
    return true;
  } catch (const Cancelled&) {
    return false;
  }
}

/// The contingencies of all sets, [place].
std::vector<bool> places_of(const Question& q) {
  std::vector<bool> asked(q.situation.places.size(), false);
  for (const auto& set : q.sets)
    for (const int place : set) asked[static_cast<std::size_t>(place)] = true;
  return asked;
}

Result<Record> run(const Request& request) {
  auto read = read_question(request.library, request.arguments);
  if (!read) return read.error();
  auto weights =
      weigh(read.value(), request.library, card::argument(request.arguments, "weights") == "trade");
  if (!weights) return weights.error();
  const Question& q = *read;
  const Symbols& symbols = request.library.world.symbols;
  const std::size_t usual = q.situation.rules.any() ? kMovingDraws : kUsualDraws;
  Sweep sweep{q, symbols, read_sampling(request.arguments, request.run, usual)};
  const Vary& vary = sweep.sampling.vary;
  const Columns columns(q);
  const auto world = shared_world(q.situation, numbers_of(q.situation, q.premises, symbols, {}));
  const Numbers& numbers = world->numbers;
  std::optional<HonourPatterns> patterns;
  if (vary.honour && !vary.facts) patterns = honour_patterns(q.situation, numbers, places_of(q));
  if (patterns) {
    sweep.patterns = &*patterns;
    sweep.sampling.vary.honour = false;
  }
  std::vector<std::string> files;
  if (const std::string folder = card::argument(request.arguments, "export_lp"); !folder.empty()) {
    auto written = export_programmes(q, numbers, folder);
    if (!written) return written.error();
    files = std::move(written).value();
  }
  // What is worked out once comes first, so that a run that is stopped later can show it.
  const DrawTerms all_kept = draw_in(*world, Honour::kept);
  const std::vector<double> kept = row_of(q, columns, all_kept, request.run);
  const Structure structure = structure_of(q, all_kept, request.run);
  const auto twice = wanted_twice(q, all_kept, columns, kept);
  const std::vector<double> expected =
      head_of(q, columns, draw_in(*world, Honour::expected), request.run);
  const Drawn drawn = run_sweep(sweep, columns, request.run);
  Findings findings{.question = q,
                    .sampling = sweep.sampling,
                    .columns = columns,
                    .heads = drawn.heads,
                    .details = drawn.details,
                    .kept = kept,
                    .expected = expected,
                    .twice = twice,
                    .structure = structure,
                    .reasons = reasons_of(q.situation, numbers, symbols),
                    .files = std::move(files),
                    .weights = std::move(weights).value()};
  for (std::size_t i = 0; i < q.sets.size(); ++i) {
    findings.head_count.push_back(head_count_gap(q.situation, numbers, q.sets[i]));
    findings.objectives.push_back(findings.expected[columns.gap(i)] / q.situation.percent(1));
  }
  Record record;
  record.exact = !vary.anything();
  record.partial = !drawn.complete || !look_further(sweep, findings, request.run);
  record.provenance.draws = record.exact ? 0 : static_cast<std::int64_t>(drawn.draws);
  if (record.partial)
    record.notices.push_back("Stopped before its end: " + std::to_string(drawn.draws) + " of " +
                             std::to_string(sweep.sampling.draws) +
                             " draws; what would have come after them is left out.");
  record.finding = ledger_finding(findings);
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_tables(record, findings);
  add_notices(record, q, request.library);
  if (patterns) record.notices.push_back(notice_of(*patterns));
  if (findings.weights.by_trade)
    record.notices.emplace_back(
        "Contingencies weigh half as the scenario says and half by the trade at sea that they put "
        "at risk (--weights trade): table `weights`. Gaps compare only with runs that weigh "
        "alike.");
  return record;
}

}  // namespace

const Analysis ledger{
    .card = {.name = "ledger",
             .question = "Can the promises be kept when several contingencies come due at once?",
             .source = "Time-phased allocation of forces by linear programming; one-factor honour "
                       "(Vasicek 1987); contingencies and demand: see the library",
             .subject = card::Subject::scenario,
             .subject_optional = true,
             .subject_help = "reference_2026",
             .fields = kAllFields,
             .tables = ledger_tables(),
             .views = ledger_views()},
    .run = run,
};

}  // namespace entente::analysis
