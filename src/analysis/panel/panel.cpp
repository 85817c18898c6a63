#include "analysis/panel/panel.h"

#include <algorithm>
#include <charconv>

#include "analysis/panel/rows.h"
#include "base/name.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Value;
using entente::panel::Variable;

constexpr std::string_view kUnits[] = {"state_year", "dyad_year", "alliance_year"};

constexpr card::Field kFields[] = {
    {.name = "unit",
     .type = card::Type::choice,
     .help = "What a row is: a state, a pair of states or an alliance, in a year.",
     .fallback = "state_year",
     .choices = kUnits},
    {.name = "directed",
     .type = card::Type::boolean,
     .help = "Two rows a pair: what a promises, imports from, ... b, and the other way round."},
    {.name = "from",
     .type = card::Type::integer,
     .help = "The first year.",
     .fallback = "1816",
     .low = 1816,
     .high = 2100},
    {.name = "to",
     .type = card::Type::integer,
     .help = "The last year.",
     .fallback = "2018",
     .low = 1816,
     .high = 2100},
    {.name = "variables",
     .help =
         "Names of variables, by commas; without it every one whose data set is imported, and a "
         "list of all."},
    entente::history::kDataField,
};

// What a panel holds depends on what is asked, so the card names the columns of every panel only.
constexpr card::Column kPanel[] = {{"year", "", "The year; the other columns are in `columns`."}};
constexpr card::Column kColumns[] = {
    {"name", "", "Name of the column."},
    {"unit", "", "Unit of its numbers."},
    {"help", "", "What a cell says; an empty cell is not known."},
    {"tables", "", "Tables of the database it is made from."},
    {"known", "", "How many rows have a value."},
};
constexpr card::Column kCitations[] = {
    {"dataset", "", "Table of the database."},   {"version", "", "Version of the data."},
    {"file", "", "The file that was imported."}, {"sha256", "", "Its hash."},
    {"citation", "", "What to cite."},           {"terms", "", "Terms of use, as far as known."},
};
constexpr card::Column kVariables[] = {
    {"name", "", "Name of the variable."},
    {"unit", "", "Unit of its numbers."},
    {"help", "", "What a cell says."},
    {"units", "", "Units of panels that have it."},
};
constexpr card::TableSpec kTables[] = {
    {"panel", "One row a unit and year; columns as asked.", kPanel},
    {"columns", "What each column of the panel means.", kColumns},
    {"citations", "Where the columns come from.", kCitations},
    {"variables", "Every variable; only where none is asked for.", kVariables},
};
constexpr card::View kViews[] = {{card::Mark::table, "panel", "", "", 20}};

Unit unit_of(const std::string& word) {
  if (word == "dyad_year") return Unit::dyad_year;
  return word == "alliance_year" ? Unit::alliance_year : Unit::state_year;
}

Error refuse(Code code, std::string message, std::string hint = "") {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

/// Names of the variables that a unit has.
std::vector<std::string> names_for(Unit unit) {
  std::vector<std::string> names;
  for (const Variable* variable : entente::panel::variables())
    if (way_of(*variable, unit).way != nullptr) names.emplace_back(variable->name);
  return names;
}

/// Adds the variables named in a list by commas, each once.
void read_variables(const std::string& list, PanelAsked& asked, Faults& faults) {
  const std::string unit(kUnits[static_cast<std::size_t>(asked.unit)]);
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string name = list.substr(begin, end - begin);
    begin = end + 1;
    const Variable* found = entente::panel::find_variable(name);
    if (found == nullptr) {
      std::string hint = did_you_mean(name, names_for(asked.unit));
      if (hint.empty()) hint = "`entente panel` without --variables lists them";
      faults.push_back(refuse(Code::unknown_name, "there is no variable `" + name + "`", hint));
    } else if (way_of(*found, asked.unit).way == nullptr) {
      faults.push_back(refuse(Code::bad_value, "`" + name + "` has no meaning by " + unit,
                              "by " + unit + " there are " + join(names_for(asked.unit), ", ")));
    } else if (std::ranges::find(asked.variables, found) != asked.variables.end()) {
      faults.push_back(refuse(Code::duplicate, "`" + name + "` is asked for twice"));
    } else {
      asked.variables.push_back(found);
    }
  }
}

int year_of(const std::string& text) {
  int year = 0;
  std::from_chars(text.data(), text.data() + text.size(), year);
  return year;
}

Result<PanelAsked> read_asked(const Request& request) {
  PanelAsked asked;
  asked.unit = unit_of(card::argument(request.arguments, "unit"));
  asked.directed = card::argument(request.arguments, "directed") == "true";
  asked.first = year_of(card::argument(request.arguments, "from"));
  asked.last = year_of(card::argument(request.arguments, "to"));
  Faults faults;
  if (asked.directed && asked.unit != Unit::dyad_year)
    faults.push_back(refuse(Code::bad_argument, "only pairs of states have a direction",
                            "--unit dyad_year, or leave --directed out"));
  if (asked.first > asked.last)
    faults.push_back(refuse(Code::order_of_dates, "the years end before they begin"));
  if (request.arguments.contains("variables"))
    read_variables(card::argument(request.arguments, "variables"), asked, faults);
  if (!faults.empty()) return faults;
  return asked;
}

/// Every variable of the unit that can be filled from what was imported.
void take_what_is_there(const entente::history::Store& store, PanelAsked& asked) {
  for (const Variable* variable : entente::panel::variables()) {
    const auto* way = way_of(*variable, asked.unit).way;
    if (way != nullptr &&
        std::ranges::all_of(way->tables, [&](auto table) { return store.has(table); }))
      asked.variables.push_back(variable);
  }
}

void list_variables(Record& record) {
  auto& table = record.table(kTables[3]);
  for (const Variable* variable : entente::panel::variables()) {
    std::vector<std::string> units;
    for (const Unit unit : {Unit::state_year, Unit::dyad_year, Unit::alliance_year})
      if (way_of(*variable, unit).way != nullptr)
        units.emplace_back(kUnits[static_cast<std::size_t>(unit)]);
    table.row({std::string(variable->name), std::string(variable->unit),
               std::string(variable->help), join(units, ", ")});
  }
}

std::int64_t known_in(const card::Packed& column) {
  if (const auto* whole = std::get_if<card::PackedIntegers>(&column))
    return std::ranges::count_if(
        whole->cells, [](std::int64_t cell) { return cell != card::PackedIntegers::kNone; });
  if (const auto* number = std::get_if<card::PackedNumbers>(&column))
    return std::ranges::count_if(number->cells, [](double cell) { return cell == cell; });
  return static_cast<std::int64_t>(std::get<card::PackedTexts>(column).cells.size());
}

void add_citations(const entente::history::Store& store, std::span<const std::string_view> tables,
                   Record& record) {
  auto& table = record.table(kTables[2]);
  for (const auto& one : store.datasets())
    if (std::ranges::find(tables, one.table) != tables.end())
      table.row({one.table, one.version, one.file, one.sha256, one.citation, one.terms});
}

Result<Record> run(const Request& request) {
  const bool named = request.arguments.contains("variables");
  const std::string data = card::argument(request.arguments, "data");
  auto asked = read_asked(request);
  if (!asked) return asked.error();
  if (!named) {
    const auto there = entente::history::Store::open_with(data, {});
    if (!there && !data.empty()) return there.error();
    if (there) take_what_is_there(*there, asked.value());
    if (asked->variables.empty()) {  // Nothing is imported yet: say what there could be.
      Record record;
      list_variables(record);
      record.finding = "A panel may hold " + std::to_string(record.tables.front().size()) +
                       " variables, each from a data set that you import; none is there yet.";
      return record;
    }
  }
  const auto tables = tables_of(*asked);
  const auto store = entente::history::Store::open_with(data, tables);
  if (!store) return store.error();
  const auto members = entente::panel::Members::read(*store, asked->first, asked->last);
  if (!members) return members.error();
  entente::panel::Sources sources(*store, *members, asked->directed, request.run);
  auto columns = make_columns(*asked, sources, request.library.world);
  if (!columns) return columns.error();

  Record record;
  card::Table& table = record.table({"panel", "", {}});
  std::vector<card::Packed> cells;
  for (PanelColumn& one : columns.value()) table.columns.push_back(one.column);
  card::Table dictionary{"columns", {}, {}};
  for (const auto& column : kColumns)
    dictionary.columns.push_back(
        {std::string(column.name), std::string(column.unit), std::string(column.help)});
  for (PanelColumn& one : columns.value()) {
    dictionary.row(
        {one.column.name, one.column.unit, one.column.help, one.source, known_in(one.cells)});
    cells.push_back(std::move(one.cells));
  }
  table.pack(std::move(cells));
  const std::size_t rows = table.size();
  record.tables.push_back(std::move(dictionary));
  add_citations(*store, tables, record);
  if (!named) list_variables(record);
  record.finding = std::to_string(rows) + " rows by " + card::argument(request.arguments, "unit") +
                   " from " + std::to_string(asked->first) + " to " + std::to_string(asked->last) +
                   ", " + std::to_string(asked->variables.size()) +
                   " variables; an empty cell is not known, never 0.";
  if (asked->last > members->listed_to())
    record.notices.push_back("The list of states ends with " +
                             std::to_string(members->listed_to()) +
                             "; later years have its last members.");
  record.provenance.inputs = store->inputs(tables);
  return record;
}

}  // namespace

const Analysis panel{
    .card = {.name = "panel",
             .question = "Which rows and columns does the research need?",
             .source = "Published data sets, each cited in the table `citations`; index of "
                       "capability recomputed after Singer, Bremer and Stuckey 1972",
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::analysis
