#include "inquiry/import/import.h"

#include <chrono>

#include "base/date.h"
#include "base/name.h"
#include "history/import.h"

namespace entente::inquiry {
namespace {

using history::Imported;

constexpr card::Field kFields[] = {
    {.name = "file",
     .type = card::Type::file,
     .help = "A file as it was published, plain or gzip.",
     .repeated = true,
     .required = true},
    history::kDataField,
};

constexpr card::Column kSummary[] = {
    {"file", "", "The file that was read."},
    {"table", "", "The table it went into."},
    {"version", "", "Of the data set, by the file itself or by its columns and years."},
    {"rows", "", "Rows in the table."},
    {"from_year", "", "The first year; empty where the rows have none."},
    {"to_year", "", "The last year in which a row begins."},
    {"missing_cells", "", "Cells that are empty or hold a code for a missing value."},
    {"notes", "", "What was converted, left out or marked."},
};
constexpr card::TableSpec kTables[] = {{"summary", "What became of each file.", kSummary}};

card::Value year(std::int64_t value) {
  return value == history::kMissing ? card::Value() : card::Value(value);
}

std::string today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return to_text(Date{
      static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24)});
}

card::Record record_of(const history::Format& format, const std::vector<Imported>& done) {
  card::Record record;
  card::Table& summary = record.table(kTables[0]);
  std::int64_t rows = 0;
  std::vector<std::string> tables;
  for (const Imported& one : done) {
    summary.row({one.file, one.table, one.version, one.rows, year(one.first_year),
                 year(one.last_year), one.missing_cells, join(one.notes, "; ")});
    rows += one.rows;
    tables.push_back(one.table + (one.version.empty() ? "" : " " + one.version));
  }
  record.finding = std::string(format.title) + ": " + std::to_string(rows) +
                   (rows == 1 ? " row is" : " rows are") + " in the database now (" +
                   join(tables, ", ") + ").";
  record.notices.push_back("cite: " + std::string(format.citation));
  record.notices.push_back("terms: " + std::string(format.terms));
  return record;
}

Result<card::Record> run(const scenario::Request& request) {
  const history::Format* format = history::find_format(request.subject);
  if (format == nullptr) {
    std::vector<std::string> names;
    for (const history::Format* one : history::formats()) names.emplace_back(one->name);
    std::string hint = did_you_mean(request.subject, names);
    if (hint.empty()) hint = "known are " + join(names, ", ");
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "there is no format `" + request.subject + "`",
                 hint};
  }
  Result<history::Store> store =
      history::Store::open_to_write(history::path_of(card::argument(request.arguments, "data")));
  if (!store) return std::move(store).error();
  const auto done = history::import_files(
      store.value(), *format, request.arguments.find("file")->second, today(), request.run);
  if (!done) return done.error();
  return record_of(*format, *done);
}

}  // namespace

extern const scenario::Analysis import_data{
    .card = {.name = "import",
             .question = "What does this published data set hold, and is it read?",
             .source = "The publications that `entente list formats` names",
             .subject = card::Subject::name,
             .subject_name = "format",
             .subject_help = "nmc NMC-60-abridged.csv",
             .applies_scenarios = true,
             .fields = kFields,
             .tables = kTables},
    .run = run,
};

}  // namespace entente::inquiry
