#include "inquiry/study/study.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "base/name.h"
#include "campaign/stopped.h"
#include "inquiry/study/tables.h"
#include "scenario/levers/lever.h"
#include "scenario/reform.h"
#include "studies/open.h"
#include "text/node.h"

namespace entente::inquiry {
namespace {

using namespace campaign;
using namespace studies;
using card::Record;
using card::Value;
using scenario::Library;
using scenario::Request;

constexpr std::size_t kDraws = 128;      // Where the user names no number.
constexpr std::size_t kLevelDraws = 64;  // Of further amounts of money.
constexpr std::size_t kTurns = 6;        // Factors told of each cell.

constexpr card::Field kOwnFields[] = {
    {.name = "money",
     .type = card::Type::number,
     .unit = "bn USD of 2025 a year",
     .help = "What variants spend that name no amount, in place of the study's own.",
     .low = 0.001,
     .high = 10000},
    {.name = "kappa",
     .type = card::Type::number,
     .unit = "exponent",
     .help = "A purchase split over n lines of production costs n to this power as much.",
     .source = "Wright (1936) and later progress ratios; a split run loses what learning gives",
     .fallback = "0.15",
     .low = scenario::kKappa.low,
     .high = scenario::kKappa.high},
    {.name = "lines_today",
     .type = card::Type::number,
     .unit = "lines",
     .help = "Types of an element that are bought where each goes on buying its own.",
     .source = "178 types of weapon in the European Union against 30 in the United States "
               "(European Commission 2017, as recalled): 6; main battle tanks 17",
     .fallback = "6",
     .low = 1,
     .high = 17},
    {.name = "lines_pooled",
     .type = card::Type::number,
     .unit = "lines",
     .help = "Types of an element that are bought where all buy together.",
     .source = "Assumption of this project",
     .fallback = "3",
     .low = 1,
     .high = 6},
    {.name = "plan_draws",
     .type = card::Type::integer,
     .unit = "draws",
     .help = "Draws of honour by which purchases are planned.",
     .fallback = "32",
     .low = 1,
     .high = 10000},
};

constexpr auto kAllFields = [] {
  std::array<card::Field, std::size(kOwnFields) + kFields.size()> fields{};
  std::ranges::copy(kOwnFields, fields.begin());
  std::ranges::copy(kFields, fields.begin() + std::size(kOwnFields));
  return fields;
}();

void add_notices(Record& record, const std::vector<std::unique_ptr<Cell>>& cells,
                 const std::vector<Symbol>& allies, const StudyFile& study) {
  const Cell& first = *cells.front();
  std::vector<std::string> names;
  for (const Symbol one : allies) names.push_back(first.library.world.symbols.name(one));
  record.notices.push_back("hub_allies are " + join(names, ", ") + ".");
  std::vector<std::string> told;
  for (const auto& cell : cells) {
    std::vector<std::string> remarks = cell->portfolio.left_out;
    if (cell->portfolio.unspent > 1e-6 * study.years)
      remarks.push_back(
          std::to_string(static_cast<int>(cell->portfolio.unspent / study.years * 1000)) +
          " m USD a year closed no gap and stay unspent");
    if (remarks.empty()) continue;
    std::string text = cell->variant->id + ": " + join(remarks, "; ") + ".";
    if (std::ranges::find(told, text) == told.end()) told.push_back(std::move(text));
  }
  record.notices.insert(record.notices.end(), told.begin(), told.end());
  for (const std::string& one : first.library.notices) record.notices.push_back(one);
  record.notices.emplace_back(
      "Variants share every draw, so differences are paired. Purchases are planned by draws that "
      "no figure uses, with the facts of the tables, under the belief of their own cell.");
}

/// What is looked at once the draws are done.
struct Further {
  std::vector<Level> levels;
  std::vector<Turn> turns;
  bool whole = false;  ///< False: the run was stopped before.
};

Faults look_further(const Watching& watching, const Making& making, const StudyTerms& terms,
                    bool planned, Further& further) {
  const StudyFile& study = making.study;
  const std::vector<int>& set = watching.sets[watching.largest];
  try {
    for (const double money : study.levels) {
      StudyTerms other = terms;
      other.money = money;
      auto others = make_cells(making, other);
      if (!others) return others.error();
      Watching some{*others, {set}, 0, false, watching.sampling};
      some.sampling.draws = std::min(some.sampling.draws, kLevelDraws);
      Drawn figures = watch(some, making.run);
      further.levels.push_back({money, std::move(others).value(), std::move(figures)});
    }
    if (watching.sampling.vary.facts) {
      further.turns = what_turns(watching.cells, set, study.hub, kTurns, making.run);
      if (planned) {
        const auto spending = what_terms_turn(making, terms, set);
        if (!spending) return spending.error();
        further.turns.insert(further.turns.end(), spending->begin(), spending->end());
      }
    }
    further.whole = true;
  } catch (const Cancelled&) {
  }
  std::stable_partition(further.turns.begin(), further.turns.end(),
                        [](const Turn& one) { return one.turns(); });
  return {};
}

Result<Record> run(const Request& request) {
  const auto opened = open_study(request.subject, request.library);
  if (!opened) return opened.error();
  const auto read = read_study(opened->document);
  if (!read) return read.error();
  const StudyFile& study = *read;
  if (study.variants.size() < 2)
    return Error{Code::missing_key,
                 {study.file, 0, 0},
                 "a study compares variants, and this one has only one",
                 "write a second [[variant]], or ask `entente explore`"};
  const bool named = request.library.scenario != scenario::kReference;
  auto base = named ? Result<Library>(request.library) : scenario_of(study, request.library);
  if (!base) return base.error();
  Library library = std::move(base).value();
  const auto allies = name_hub_allies(study, library);
  if (!allies) return allies.error();

  StudyTerms terms;
  terms.kappa = belief::number(request.arguments, "kappa", terms.kappa);
  terms.lines_today = belief::number(request.arguments, "lines_today", terms.lines_today);
  terms.lines_pooled = belief::number(request.arguments, "lines_pooled", terms.lines_pooled);
  terms.money = belief::number(request.arguments, "money", study.money);
  const Making making{study,
                      library,
                      request.arguments,
                      request.run.seed,
                      static_cast<std::size_t>(belief::number(request.arguments, "plan_draws", 32)),
                      request.run};
  auto made = make_cells(making, terms);
  if (!made) return made.error();
  const auto& cells = *made;

  const std::size_t largest = largest_set(cells.front()->question);
  Watching watching{cells, cells.front()->question.sets, largest, true,
                    read_sampling(request.arguments, request.run, kDraws)};
  watching.dependence = std::ranges::any_of(study.measures, [](const std::string& one) {
    return one == "dependence" || one == "hub_load";
  });
  const Drawn drawn = watch(watching, request.run, Stopped::kept);
  const bool planned = std::ranges::any_of(
      cells, [](const auto& cell) { return !cell->portfolio.purchases.empty(); });
  Further further;
  if (drawn.complete)
    if (Faults faults = look_further(watching, making, terms, planned, further); !faults.empty())
      return faults;

  const StudyFindings findings{study, cells, watching, drawn, further.levels, further.turns};
  Record record;
  record.exact = !watching.sampling.vary.anything() && !planned;  // Plans are made by draws.
  if (watching.sampling.vary.anything())
    record.provenance.draws = static_cast<std::int64_t>(drawn.draws);
  record.provenance.inputs.push_back("study " + study.name + " sha256 " + sha256(opened->bytes));
  record.finding = study_finding(findings);
  record.params.push_back({"vary", {Value(card::argument(request.arguments, "vary"))}});
  add_tables(record, findings);
  add_notices(record, cells, *allies, study);
  if (!further.whole) mark_stopped(record, drawn.draws, watching.sampling.draws);
  return record;
}

}  // namespace

Faults check_study(const text::Document& document, const Library& library) {
  const auto read = read_study(document);
  if (!read) return read.error();
  auto base = scenario_of(*read, library);
  if (!base) return base.error();
  Library reformed = std::move(base).value();
  if (const auto allies = name_hub_allies(*read, reformed); !allies) return allies.error();
  const card::Arguments arguments;
  const Run run;
  const auto cells = make_cells({*read, reformed, arguments, 1, 0, run}, {});
  return cells ? Faults{} : cells.error();
}

const scenario::Analysis study{
    .card = {.name = "study",
             .question = "How do several ways to organise the same alliances compare?",
             .source = "Time-phased allocation of forces (see ledger); paired draws; purchases by "
                       "greatest fall of the gap for the same money",
             .subject = card::Subject::study,
             .subject_help = "partners_not_protectorates",
             .fields = kAllFields,
             .tables = study_tables(),
             .views = study_views()},
    .run = run,
};

}  // namespace entente::inquiry
