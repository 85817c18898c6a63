#include "inquiry/validate/validate.h"

#include <set>

#include "base/name.h"
#include "history/store.h"
#include "inquiry/validate/case.h"

namespace entente::inquiry {
namespace {

using card::Value;

constexpr card::Field kFields[] = {history::kDataField};
constexpr card::Column kCases[] = {
    {"case", "", "Which result."},
    {"figure", "", "Which of its figures."},
    {"published", "", "As published, or as derived from what was published."},
    {"computed", "", "As this program computes it now."},
    {"tolerance", "", "Largest difference that still holds; 0: exactly."},
    {"holds", "", "Whether it does; empty where it was not run."},
    {"citation", "", "Where it stands; `citations` has it in full."},
    {"needs", "", "What it would take to run it."},
};
constexpr card::Column kCitations[] = {
    {"case", "", "Which result."},
    {"what", "", "What is reproduced."},
    {"status", "", "published, or derived by this project from what was published."},
    {"citation", "", "The publications in full."},
};
constexpr card::Column kWars[] = {
    {"prediction", "", "Who joins: those bound by a pact, nobody, or neighbours by land."},
    {"joined_predicted", "states", "Joined, as predicted; over all wars."},
    {"joined_unforeseen", "states", "Joined, and were not predicted to."},
    {"absent_predicted", "states", "Were predicted to join and did not."},
    {"absent_foreseen", "states", "Stayed out, as predicted."},
    {"precision", "share", "Of those predicted to join, that did."},
    {"recall", "share", "Of those that joined, that were predicted to."},
    {"accuracy", "share", "Of all predictions, that were right."},
};
constexpr card::Column kKept[] = {
    {"duty", "", "What was promised."},
    {"period", "", "Which years."},
    {"bound", "states", "Bound on the day before a war; over all wars."},
    {"kept", "states", "Joined the side to which they were bound."},
    {"share", "share", "kept / bound."},
    {"published", "share", "Of the promises that a paper looked at; chosen otherwise."},
    {"citation", "", "Which paper."},
};
constexpr card::TableSpec kTables[] = {
    {"cases", "Published results against computed ones.", kCases},
    {"war_participation", "Who was bound to join inter-state wars, and who joined.", kWars},
    {"promises_kept", "Promises kept in war beside published shares.", kKept},
    {"citations", "Where the published figures stand.", kCitations},
};
constexpr card::View kViews[] = {{.table = "cases"},
                                 {.table = "war_participation"},
                                 {.table = "promises_kept"},
                                 {.table = "citations"}};

std::string finding(std::size_t held, std::size_t broken, std::size_t idle,
                    const std::string& first_broken) {
  std::string text = std::to_string(held) + " of " + std::to_string(held + broken) +
                     " published figures that were computed come out";
  if (broken > 0) text += "; the first that does not is " + first_broken;
  if (idle > 0)
    text +=
        "; " + std::to_string(idle) + (idle == 1 ? " was" : " were") + " not run for want of data";
  return text + ".";
}

Result<card::Record> run(const scenario::Request& request) {
  std::vector<const Case*> chosen;
  std::vector<std::string> names;
  for (const Case* one : all_cases()) {
    names.emplace_back(one->name);
    if (request.subject.empty() || request.subject == one->name) chosen.push_back(one);
  }
  if (chosen.empty())
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "there is no case called `" + request.subject + "`",
                 did_you_mean(request.subject, names)};
  card::Record record;
  for (const card::TableSpec& table : kTables) record.table(table);
  std::size_t held = 0, broken = 0, idle = 0;
  std::string first_broken;
  std::set<std::string> inputs;
  for (const Case* one : chosen) {
    if (stopped(request.run)) throw Cancelled();
    const std::string name(one->name), cites(one->cites);
    record.tables.back().row(
        {name, std::string(one->what), std::string(one->status), std::string(one->source)});
    for (const Check& check : one->run(request, record)) {
      inputs.insert(check.inputs.begin(), check.inputs.end());
      if (!check.holds)
        ++idle;
      else if (*check.holds)
        ++held;
      else if (++broken == 1)
        first_broken = name + " (" + check.figure + ")";
      record.tables[0].row({name, check.figure, check.published, check.computed, check.tolerance,
                            check.holds ? Value(*check.holds) : Value(),
                            check.cites.empty() ? cites : check.cites, check.needs});
    }
  }
  record.holds = broken == 0;
  record.provenance.inputs.assign(inputs.begin(), inputs.end());
  record.finding = finding(held, broken, idle, first_broken);
  return record;
}

}  // namespace

const scenario::Analysis validate{
    .card = {.name = "validate",
             .question = "Do published results come out?",
             .source = "The publications that the rows cite",
             .subject = card::Subject::case_,
             .subject_optional = true,
             .subject_help = "opportunism",
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::inquiry
