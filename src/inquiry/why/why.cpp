#include "inquiry/why/why.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/digits.h"
#include "base/hash.h"
#include "base/name.h"
#include "inquiry/why/rests_on.h"
#include "scenario/reform.h"
#include "text/node.h"

namespace entente::inquiry {
namespace {

using card::Record;
using card::Value;
using records::RecordFile;
using scenario::Analysis;

constexpr card::Field kFields[] = {
    {.name = "cell",
     .help = "TABLE/ROW/COLUMN; a row by its number from 1 or by words of its cells, with commas "
             "between.",
     .required = true},
};

constexpr card::Column kRestsOn[] = {
    {"rests_on", "", "An assumption by its flag, or a group of facts."},
    {"kind", "", "assumption or facts."},
    {"moves", "of the cell", "The greater of both changes, without its sign."},
    {"cell_low", "of the cell", "The figure with it at its low end; empty where there is none."},
    {"cell_high", "of the cell", "The figure with it at its high end; empty where there is none."},
    {"low", "of `unit`", "Its low end; of facts the quantile of what is not known of them."},
    {"plain", "of `unit`", "Where the record has it."},
    {"high", "of `unit`", "Its high end."},
    {"unit", "", "Its unit."},
    {"source", "", "Where it comes from."},
};
constexpr card::Column kCell[] = {
    {"figure", "", "Which."},
    {"value", "of the cell", "Its value."},
};
constexpr card::TableSpec kTables[] = {
    {"rests_on", "What the figure rests on, most first.", kRestsOn},
    {"cell", "The figure: as the record has it, and around which it was moved.", kCell},
};
constexpr card::View kViews[] = {{.table = "cell"}, {.table = "rests_on", .most = 25}};

Error wrong(Code code, const std::string& file, std::string message, std::string hint) {
  return {code, {file, 0, 0}, std::move(message), std::move(hint)};
}

std::string text_of(const Value& value) {
  if (const auto* one = std::get_if<std::string>(&value)) return *one;
  if (const auto* one = std::get_if<bool>(&value)) return *one ? "true" : "false";
  if (const auto* one = std::get_if<std::int64_t>(&value)) return std::to_string(*one);
  if (const auto* one = std::get_if<double>(&value)) return shortest(*one);
  return "";
}

/// A list as `read_record` joins it.
std::vector<std::string> listed(std::string text) {
  std::vector<std::string> items;
  for (std::size_t at = text.find(", "); at != std::string::npos; at = text.find(", ")) {
    items.push_back(text.substr(0, at));
    text.erase(0, at + 2);
  }
  items.push_back(std::move(text));
  return items;
}

std::string named(const records::NamedValues& values, std::string_view name) {
  for (const auto& [key, value] : values)
    if (key == name) return text_of(value);
  return "";
}

/// The question as the record tells it, with nothing varied.
Result<Retracing> question_of(const RecordFile& record, const scenario::Request& request,
                              const std::string& file) {
  Retracing question;
  std::vector<std::string> known;
  for (const Analysis* one : request.analyses->all()) {
    known.emplace_back(one->card.name);
    if (one->card.name == record.analysis) question.analysis = one;
  }
  if (question.analysis == nullptr)
    return Error{Code::unknown_name, record.analysis_where,
                 "there is no analysis called `" + record.analysis + "`",
                 did_you_mean(record.analysis, known)};
  const card::Card& card = question.analysis->card;
  const bool one_scenario = !card.applies_scenarios && (card.subject == card::Subject::scenario ||
                                                        card.subject == card::Subject::state ||
                                                        card.subject == card::Subject::patron);
  if (!one_scenario)
    return Error{Code::bad_value, record.analysis_where,
                 "a record of `" + record.analysis + "` asks no question of one scenario",
                 "trace one of ledger, deterrence, arsenal, burden, hedge, ..."};
  question.library = request.library;
  const std::string scenario = named(record.origin, "scenario");
  if (request.library.scenario == scenario::kReference && scenario != scenario::kReference) {
    auto base = scenario::reform(request.library, scenario, {});
    if (!base)
      return wrong(Code::unknown_name, file,
                   "the record was made of the scenario `" + scenario + "`, which is not here",
                   "name its file with --scenario");
    question.library = std::move(base).value();
  }
  const std::string word(card::subject_name(card));
  if (card.subject != card::Subject::scenario) question.subject = named(record.params, word);
  for (const card::Field& field : card.fields) {
    const std::string text = named(record.params, field.name);
    if (text.empty()) continue;
    auto& values = question.arguments[std::string(field.name)];
    if (field.repeated)
      values = listed(text);
    else
      values = {text};
  }
  question.arguments["vary"] = {"none"};
  if (const std::string draws = named(record.origin, "draws"); !draws.empty())
    question.draws = std::atoll(draws.c_str());
  return question;
}

/// What an end changes; 0 where the cell is empty there.
double change(const RestsOn& found, const std::optional<double>& end) {
  return end ? std::abs(*end - found.now) : 0;
}

double moves(const RestsOn& found, const Moved& one) {
  return std::max(change(found, one.at_low), change(found, one.at_high));
}

bool lost(const Moved& one) { return !one.at_low || !one.at_high; }

/// A figure, or nothing.
Value cell_of(const std::optional<double>& end) { return end ? Value(*end) : Value(); }

std::string finding(const RecordCell& cell, const RestsOn& found,
                    const std::vector<const Moved*>& movers) {
  const auto brief = [](double value) { return significant(value, 3); };
  const auto end = [&](const std::optional<double>& value) {
    return value ? brief(*value) : std::string("nothing");
  };
  std::string text = cell.words + " is " + brief(found.now);
  if (!cell.gauge.unit.empty()) text += " " + cell.gauge.unit;
  if (movers.empty()) return text + ", and nothing that is not known moves it.";
  constexpr std::size_t kNamed = 3;
  text += " and rests most on ";
  const std::size_t count = std::min(kNamed, movers.size());
  for (std::size_t i = 0; i < count; ++i) {
    const Moved& one = *movers[i];
    text += (i == 0           ? ""
             : i + 1 == count ? " and "
                              : ", ") +
            found.grounds[one.ground].axis.factor.name + " (" + end(one.at_low) + " to " +
            end(one.at_high) + ")";
  }
  return text + "; " + std::to_string(movers.size()) + " of " + std::to_string(found.moved.size()) +
         " assumptions and groups of facts move it.";
}

void add_rows(Record& record, const RestsOn& found, const std::vector<const Moved*>& movers) {
  card::Table& table = record.table(kTables[0]);
  for (const Moved* one : movers) {
    const Ground& ground = found.grounds[one->ground];
    const studies::Axis& axis = ground.axis;
    const bool facts = axis.factor.sets == studies::Sets::facts;
    table.row({axis.factor.name, std::string(facts ? "facts" : "assumption"), moves(found, *one),
               cell_of(one->at_low), cell_of(one->at_high), axis.low, axis.plain, axis.high,
               axis.unit, ground.source});
  }
}

void add_notices(Record& record, const RecordCell& cell, const RestsOn& found, std::size_t blank) {
  record.notices.emplace_back(
      "One thing is moved at a time: assumptions to the ends of their ranges, facts to the .05 and "
      ".95 quantile of what is not known of them, all facts of a group alike. Groups overlap (by "
      "owner, by kind, by theatre).");
  if (cell.value != found.now)
    record.notices.push_back("The record has " + significant(cell.value, 6) +
                             ": a mean over draws, or of another version or library; figures here "
                             "are moved around " +
                             significant(found.now, 6) + ", the value at the facts of the tables.");
  if (blank > 0)
    record.notices.push_back(
        "The cell is empty at an end of " + std::to_string(blank) +
        " of them: the row does not come up there, or the question can not be asked.");
  if (record.partial)
    record.notices.push_back("Stopped before its end: " + std::to_string(found.moved.size()) +
                             " of " + std::to_string(found.grounds.size()) + " were moved.");
}

Result<Record> run(const scenario::Request& request) {
  const std::string& file = request.subject;
  const auto document = text::read_document(file);
  if (!document) return document.error();
  const auto record = records::read_record(*document);
  if (!record) return record.error();
  const auto cell = find_cell(*record, card::argument(request.arguments, "cell"));
  if (!cell) return cell.error();
  const auto question = question_of(*record, request, file);
  if (!question) return question.error();
  const auto found = rest(*question, *cell, *request.analyses, request.run);
  if (!found) return found.error();
  std::vector<const Moved*> movers;
  for (const Moved& one : found->moved)
    if (lost(one) || moves(*found, one) > 0) movers.push_back(&one);
  std::ranges::stable_sort(movers, std::greater(),
                           [&](const Moved* one) { return moves(*found, *one); });
  Record out;
  add_rows(out, *found, movers);
  card::Table& cells = out.table(kTables[1]);
  cells.row({std::string("in the record"), cell->value});
  cells.row({std::string("asked again, nothing varied"), found->now});
  out.finding = finding(*cell, *found, movers);
  out.scenario_name = question->library.scenario;
  out.scenario_hash = question->library.hash;
  out.exact = found->exact;
  out.provenance.draws = found->exact ? 0 : question->draws;
  out.partial = found->moved.size() < found->grounds.size();
  add_notices(out, *cell, *found,
              static_cast<std::size_t>(
                  std::ranges::count_if(movers, [](const Moved* one) { return lost(*one); })));
  return out;
}

}  // namespace

const scenario::Analysis why{
    .card = {.name = "why",
             .question = "What does this figure rest on, and by how much does each thing move it?",
             .source = "Saltelli et al. (2008), Global Sensitivity Analysis: one at a time",
             .subject = card::Subject::file,
             .subject_name = "record",
             .subject_help = "ledger.json gap/baltic+taiwan/gap",
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::inquiry
