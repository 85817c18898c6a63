#include "inquiry/explore/explore.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "inquiry/explore/export.h"
#include "inquiry/explore/tables.h"
#include "scenario/reform.h"
#include "studies/open.h"
#include "studies/study_fields.h"

namespace entente::inquiry {
namespace {

using card::Record;
using card::Value;

constexpr card::Field kFields[] = {
    {.name = "design",
     .type = card::Type::choice,
     .help = "How points are chosen, in place of what the study says.",
     .choices = studies::kDesignNames},
    {.name = "size",
     .type = card::Type::integer,
     .help = "Base points of sobol, points of latin_hypercube, trajectories of morris, levels of "
             "factorial.",
     .low = 1,
     .high = 1000000},
    {.name = "second_order",
     .type = card::Type::boolean,
     .help = "Whether sobol tells pairs of factors apart: N (2 k + 2) points, not N (k + 2)."},
    {.name = "sample",
     .type = card::Type::integer,
     .unit = "points",
     .help = "Runs so many points of a grid or of an own design, chosen at random.",
     .low = 1,
     .high = 1000000},
    {.name = "experiments",
     .type = card::Type::file,
     .help = "An own design: a CSV file with a column a factor."},
    {.name = "tipping",
     .type = card::Type::boolean,
     .help = "Whether factors are moved one at a time to find where an answer turns.",
     .fallback = "true"},
    {.name = "export",
     .type = card::Type::file,
     .help = "A folder for experiments.csv, outcomes.csv and problem.json, as EMA Workbench and "
             "SALib lay them out."},
};

Result<Exploration> open(const scenario::Request& request, std::string& input) {
  const auto opened = studies::open_study(request.subject, request.library);
  if (!opened) return opened.error();
  auto study = studies::read_study(opened->document);
  if (!study) return study.error();
  input = "study " + study->name + " sha256 " + sha256(opened->bytes);
  const bool named = request.library.scenario != scenario::kReference;
  auto base = named ? Result<scenario::Library>(request.library)
                    : studies::scenario_of(*study, request.library);
  if (!base) return base.error();
  return read_exploration(std::move(study).value(), std::move(base).value(), request, true);
}

/// Factors that moved no measure of any plan.
std::vector<std::string> idle(const Findings& f) {
  std::vector<std::string> found;
  const Exploration& e = f.exploration;
  for (std::size_t j = 0; j < e.axes.size(); ++j) {
    const auto moves = [&](const Seen& seen) {
      if (seen.sobol) return seen.sobol->total[j].value != 0;
      if (!seen.screening.empty()) return seen.screening[j].mu_star.value != 0;
      return true;
    };
    if (std::ranges::none_of(
            f.seen, [&](const auto& by_gauge) { return std::ranges::any_of(by_gauge, moves); }))
      found.push_back(e.axes[j].id());
  }
  return found;
}

std::string count(std::size_t number, const char* what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

void add_notices(Record& record, const Findings& f) {
  const Exploration& e = f.exploration;
  const Experiments& x = f.experiments;
  record.notices = e.notices;
  const std::size_t runs = x.rows() * e.options.size() * e.askings.size();
  std::string text = count(x.rows(), "point") + " of a " + x.choice.kind + " design, " +
                     count(e.options.size(), "plan") + ": " + count(runs, "run") +
                     " of the analyses themselves, no surrogate.";
  if (x.choice.kind == "sobol")
    text +=
        x.choice.second_order ? " Pairs take N (2 k + 2) points, N = " : " N (k + 2) points, N = ";
  if (x.choice.kind == "sobol") text += std::to_string(x.choice.size) + ".";
  record.notices.push_back(std::move(text));
  if (x.choice.kind == "sobol" && (x.choice.size & (x.choice.size - 1)) != 0)
    record.notices.emplace_back("Sobol' points are balanced where their number is a power of two.");
  if (x.choice.kind == "sobol" || x.choice.kind == "morris")
    record.notices.push_back("Futures: " + count(x.ensemble.size(), "point") +
                             (x.choice.kind == "sobol"
                                  ? " that are made from no others."
                                  : ", each next to another, so intervals are too narrow."));
  record.notices.emplace_back(
      "Every factor is as likely anywhere in its range: shares are of this space, no probability "
      "of what will happen.");
  for (const std::string& one : idle(f))
    record.notices.push_back("`" + one + "` moves no measure; is it one that the analysis reads?");
  for (const std::string& one : e.options.front().library.notices) record.notices.push_back(one);
}

Result<Record> run(const scenario::Request& request) {
  std::string input;
  auto exploration = open(request, input);
  if (!exploration) return exploration.error();
  const Exploration& e = *exploration;
  auto choice = read_choice(e, request.arguments);
  if (!choice) return choice.error();
  auto points = make_points(e, *choice);
  if (!points) return points.error();
  // One point says what is wrong with the measures before a thousand are run.
  const auto plain = outcomes_at(e, plain_values(e).data(), request.run);
  if (!plain) return plain.error();
  auto experiments = run_points(e, std::move(choice).value(), std::move(points).value(),
                                request.run, studies::origin_of(request, input));
  if (!experiments) return experiments.error();
  Findings found = look(e, *experiments);
  Record record;
  record.partial = experiments->rows() < experiments->wanted;
  if (!record.partial && card::argument(request.arguments, "tipping") == "true") try {
      auto tips = find_tips(e, request.run);
      if (!tips) return tips.error();
      found.tips = std::move(tips).value();
    } catch (const Cancelled&) {
      record.partial = true;
    }
  record.exact = false;
  record.provenance.draws = static_cast<std::int64_t>(experiments->rows());
  record.provenance.inputs.push_back(input);
  record.finding = explore_finding(found);
  record.params.push_back({"design", {Value(experiments->choice.kind)}});
  record.params.push_back({"size", {Value(static_cast<std::int64_t>(experiments->choice.size))}});
  record.params.push_back({"second_order", {Value(experiments->choice.second_order)}});
  add_notices(record, found);
  if (record.partial)
    record.notices.push_back("Stopped before its end: " + std::to_string(experiments->rows()) +
                             " of " + std::to_string(experiments->wanted) +
                             " points, whole blocks only; no tipping values.");
  add_tables(record, found);
  if (const std::string folder = card::argument(request.arguments, "export"); !folder.empty())
    if (Faults faults = export_experiments(found, folder); !faults.empty()) return faults;
  return record;
}

}  // namespace

Faults check_explore(const text::Document& document, const scenario::Request& request) {
  auto study = studies::read_study(document);
  if (!study) return study.error();
  auto base = studies::scenario_of(*study, request.library);
  if (!base) return base.error();
  const auto read =
      read_exploration(std::move(study).value(), std::move(base).value(), request, false);
  return read ? Faults{} : read.error();
}

const scenario::Analysis explore{
    .card = {.name = "explore",
             .question = "Which uncertainties drive the answer, and where does a plan fail?",
             .source =
                 "Saltelli et al. (2010); Morris (1991); Friedman and Fisher (1999); Lempert, "
                 "Popper and Bankes (2003); Herman et al. (2015)",
             .subject = card::Subject::study,
             .subject_help = "what_breaks_partners",
             .checkpoints = true,
             .fields = kFields,
             .tables = explore_tables(),
             .views = explore_views()},
    .run = run,
};

}  // namespace entente::inquiry
