#include "inquiry/claims/claims.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/hash.h"
#include "base/name.h"
#include "inquiry/claims/tables.h"
#include "studies/open.h"

namespace entente::inquiry {
namespace {

using card::Record;
using studies::Exploration;

constexpr double kMost = 0.9;  // Share of the futures from which on a claim counts as robust.

constexpr card::Field kFields[] = {
    {.name = "size",
     .type = card::Type::integer,
     .unit = "points",
     .help = "Size of the design, in place of what the claim says.",
     .low = 1,
     .high = 1000000},
};

/// A claim by its name or file, read and laid out. `input`: what it was read from, for the record.
Result<Exploration> open_claim(const std::string& name, const scenario::Request& request,
                               bool buying, std::string& input) {
  const auto opened = studies::open_claim(name, request.library);
  if (!opened) return opened.error();
  auto study = studies::read_study(opened->document);
  if (!study) return study.error();
  if (!study->claim)
    return Error{Code::missing_key,
                 {study->file, 0, 0},
                 "the study `" + study->name + "` makes no claim",
                 "write [claim] and [[condition]]; docs/claims.md shows how"};
  input = "claim " + study->name + " sha256 " + sha256(opened->bytes);
  auto base = studies::scenario_of(*study, request.library);
  if (!base) return base.error();
  auto read = read_exploration(std::move(study).value(), std::move(base).value(), request, buying);
  if (read)
    if (Faults faults = unjudged_terms(*read); !faults.empty()) return faults;
  return read;
}

/// Runs one claim and adds its rows; whether all of its futures were run.
Result<bool> test(const std::string& name, const scenario::Request& request, Record& record,
                  std::set<std::string>& notices) {
  std::string input;
  const auto exploration = open_claim(name, request, true, input);
  if (!exploration) return exploration.error();
  const Exploration& e = *exploration;
  auto choice = studies::read_choice(e, request.arguments);
  if (!choice) return choice.error();
  auto points = studies::make_points(e, *choice);
  if (!points) return points.error();
  const auto plain = studies::outcomes_at(e, studies::plain_values(e).data(), request.run);
  if (!plain) return plain.error();
  Run run = request.run;
  // Of several claims each keeps a file of its own.
  if (request.subject.empty() && !run.checkpoint.empty()) run.checkpoint += "." + name;
  const auto experiments =
      studies::run_points(e, std::move(choice).value(), std::move(points).value(), run,
                          studies::origin_of(request, input));
  if (!experiments) return experiments.error();
  const auto judged = judge(e, *experiments, *plain);
  if (!judged) return judged.error();
  add_claim(record, e, *judged);
  record.provenance.draws += static_cast<std::int64_t>(experiments->rows());
  record.provenance.inputs.push_back(input);
  notices.insert(e.notices.begin(), e.notices.end());
  return experiments->rows() == experiments->wanted;
}

/// How many claims hold where, by name where there are few.
std::string finding(const card::Table& claims) {
  std::size_t robust = 0, split = 0;
  std::string weak;
  for (const auto& row : claims.rows) {
    const double share = std::get<double>(row[2]);
    if (share >= kMost) ++robust;
    if (share < kMost && share > 1 - kMost) ++split;
    if (share <= 1 - kMost) weak += (weak.empty() ? "" : ", ") + std::get<std::string>(row[0]);
  }
  const std::string all = std::to_string(claims.rows.size());
  return "Of " + all + " claims " + std::to_string(robust) +
         " hold in at least nine of ten futures, " + std::to_string(split) +
         " in some and not in others, and " +
         (weak.empty() ? "none fails nearly everywhere" : "nearly nowhere: " + weak) + ".";
}

Result<Record> run(const scenario::Request& request) {
  std::vector<std::string> names{request.subject};
  if (request.subject.empty()) {
    names.clear();
    for (const auto& [name, bytes] : request.library.claims) names.push_back(name);
  }
  Record record;
  for (const card::TableSpec& table : claim_tables()) record.table(table);
  record.exact = false;
  record.provenance.draws = 0;
  std::set<std::string> notices;
  std::size_t tested = 0;
  try {
    for (const std::string& name : names) {
      const auto whole = test(name, request, record, notices);
      if (!whole) return whole.error();
      ++tested;
      record.partial = record.partial || !*whole;
    }
  } catch (const Cancelled&) {
    if (tested == 0) throw;
    record.partial = true;
  }
  record.finding = names.size() == 1 ? std::get<std::string>(record.tables[0].rows[0][5])
                                     : finding(record.tables[0]);
  if (record.partial)
    record.notices.push_back("Stopped before its end: " + std::to_string(tested) + " of " +
                             std::to_string(names.size()) +
                             " claims; the last one perhaps with fewer futures than it asks for.");
  record.notices.emplace_back(
      "Every factor is as likely anywhere in its range: shares are of this space, no probability "
      "of what will happen.");
  for (const std::string& one : notices) record.notices.push_back(one);
  return record;
}

}  // namespace

Faults check_claim(const text::Document& document, const scenario::Request& request) {
  auto study = studies::read_study(document);
  if (!study) return study.error();
  auto base = studies::scenario_of(*study, request.library);
  if (!base) return base.error();
  const auto read = read_exploration(std::move(study).value(), std::move(base).value(), request,
                                     /*buying=*/false);
  return read ? unjudged_terms(*read) : read.error();
}

const scenario::Analysis claims{
    .card = {.name = "claims",
             .question = "Do the arguments people make about alliances hold, and where do they "
                         "fail?",
             .source = "Lempert, Popper and Bankes (2003); Bryant and Lempert (2010); each claim "
                       "its own",
             .subject = card::Subject::study,
             .subject_name = "claim",
             .subject_optional = true,
             .subject_help = "lattice_beats_hub",
             .checkpoints = true,
             .fields = kFields,
             .tables = claim_tables(),
             .views = claim_views()},
    .run = run,
};

}  // namespace entente::inquiry
