#include "history/import.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <unordered_set>

#include "base/name.h"
#include "history/plan.h"
#include "history/row_reader.h"
#include "history/sqlite.h"

namespace entente::history {
namespace {

/// Stands for the version of rows while their file is read.
constexpr std::string_view kReading = "(reading)";

struct KeyAt {
  std::uint64_t key = 0;
  std::int64_t line = 0;
};

std::string value_after(std::string_view pairs, std::string_view name) {
  for (const std::string& pair : words(pairs)) {
    const std::size_t equals = pair.find('=');
    if (std::string_view(pair).substr(0, equals) == name) return pair.substr(equals + 1);
  }
  return "";
}

/// One file on its way into its table.
class FileImport {
 public:
  FileImport(Store& store, const Format& format, const std::string& file, const Run& run,
             Opener open)
      : store_(store), format_(format), file_(file), run_(run), open_(open) {
    done_.file = std::filesystem::path(file).filename().string();
  }

  /// The faults, or none; then `done` says what was read.
  Faults read(const std::string& today) {
    if (Faults faults = choose_plan(); !faults.empty()) return faults;
    Result<text::CsvStream> opened = stream();
    if (!opened) return std::move(opened).error();
    text::CsvStream& rows = opened.value();
    const Layout& layout = *plan_.layout;
    if (Faults faults =
            store_.make_table(layout.table, plan_.stored(), layout.kept_by_version ? kReading : "");
        !faults.empty())
      return faults;
    RowReader reader(plan_, file_, rows.faults());
    if (Faults faults = read_rows(rows, reader); !faults.empty()) return faults;
    find_twins(rows.faults());
    if (!rows.faults().empty()) return std::move(rows.faults()).take(file_);
    if (done_.rows == 0)
      return {{Code::empty_file, {file_, 0, 0}, "the file has a header and no rows", ""}};
    settle_version(reader);
    tell(rows, reader);
    return keep(today);
  }

  [[nodiscard]] Imported& done() { return done_; }

 private:
  Result<text::CsvStream> stream() {
    Result<text::ByteStream> bytes =
        open_ == nullptr ? text::ByteStream::open(file_) : open_(file_);
    if (!bytes) return std::move(bytes).error();
    return text::CsvStream::open(std::move(bytes).value());
  }

  /// Reads the header and, where headers are equal, the values that tell the layouts apart.
  Faults choose_plan() {
    Result<text::CsvStream> opened = stream();
    if (!opened) return std::move(opened).error();
    Result<std::vector<Plan>> plans = recognise(opened->header(), format_, file_);
    if (!plans) return std::move(plans).error();
    std::vector<Plan>& fitting = plans.value();
    const Telling& telling = fitting.front().layout->telling;
    if (fitting.size() > 1 && !telling.column.empty()) {
      const double most = largest(opened.value(), fitting.front(), telling.column);
      const auto fits = [&](const Plan& plan) {
        return plan.layout->telling.low <= most && most < plan.layout->telling.high;
      };
      if (const auto found = std::ranges::find_if(fitting, fits); found != fitting.end())
        std::iter_swap(fitting.begin(), found);
    }
    plan_ = std::move(fitting.front());
    done_.table = plan_.layout->table;
    return {};
  }

  static double largest(text::CsvStream& rows, const Plan& plan, std::string_view name) {
    const int position = plan.columns[static_cast<std::size_t>(plan.column(name))].position;
    double most = -std::numeric_limits<double>::infinity();
    text::CsvRow row;
    while (rows.next(row)) {
      const std::string cell(row.cells[static_cast<std::size_t>(position)]);
      char* end = nullptr;
      const double value = std::strtod(cell.c_str(), &end);
      if (end != cell.c_str()) most = std::max(most, value);
    }
    return most;
  }

  Faults read_rows(text::CsvStream& rows, RowReader& reader) {
    text::CsvRow row;
    std::unordered_set<std::uint64_t> seen;
    while (rows.next(row)) {
      if (++read_ % 65536 == 0 && stopped(run_)) throw Cancelled();
      if (done_.version.empty() && plan_.version_at >= 0)
        done_.version = row.cells[static_cast<std::size_t>(plan_.version_at)];
      if (reader.read(row) != RowReader::Got::row) continue;
      const std::uint64_t key = reader.key();
      if (plan_.layout->repeats_dropped && !seen.insert(key).second) {
        ++repeats_;
        continue;
      }
      keys_.push_back({key, row.line});
      ++done_.rows;
      // After the first fault nothing will be kept: the rest is read for its faults alone.
      if (!rows.faults().empty()) continue;
      if (plan_.layout->kept_by_version) reader.set_version(kReading);
      if (Faults faults = store_.insert(reader.cells()); !faults.empty()) return faults;
    }
    return {};
  }

  /// Reports keys that stand twice. Sorting is quicker and smaller than an index of the database.
  void find_twins(text::FaultList& faults) {
    std::ranges::sort(keys_, {}, [](const KeyAt& one) { return std::pair(one.key, one.line); });
    std::vector<std::pair<std::int64_t, std::int64_t>> twins;
    for (std::size_t i = 1; i < keys_.size(); ++i)
      if (keys_[i].key == keys_[i - 1].key) twins.emplace_back(keys_[i].line, keys_[i - 1].line);
    std::ranges::sort(twins);
    const std::string names = join(words(plan_.layout->key), ", ");
    for (const auto& [line, before] : twins)
      faults.add({Code::duplicate,
                  {file_, static_cast<int>(line), 0},
                  "this row has the same " + names + " as line " + std::to_string(before),
                  ""});
  }

  void settle_version(const RowReader& reader) {
    const Layout& layout = *plan_.layout;
    if (!done_.version.empty()) {
      const std::string name = value_after(layout.version_names, done_.version);
      if (!name.empty()) done_.version = name;
    } else if (!layout.version.empty()) {
      done_.version = layout.version;
    } else if (reader.last_year() != kMissing) {
      // A file that ends in the last year of a version or before it is at most of that version.
      for (const std::string& pair : words(layout.version_by_year)) {
        const std::size_t equals = pair.find('=');
        if (reader.last_year() > std::stoi(pair.substr(0, equals))) continue;
        done_.version = pair.substr(equals + 1);
        break;
      }
    }
    if (layout.kept_by_version && done_.version.empty()) done_.version = "unknown";
    done_.first_year = reader.first_year();
    done_.last_year = reader.last_year();
    done_.missing_cells = reader.missing_cells();
  }

  void tell(const text::CsvStream& rows, const RowReader& reader) {
    const Layout& layout = *plan_.layout;
    const auto note = [&](std::int64_t count, std::string_view what) {
      if (count > 0) done_.notes.push_back(std::to_string(count) + " " + std::string(what));
    };
    done_.sha256 = rows.sha256();
    note(rows.latin1_cells(), "cells were Latin-1 and are UTF-8 now");
    for (std::size_t i = 0; i < layout.filters.size(); ++i)
      note(reader.filtered()[i], "rows " + std::string(layout.filters[i].meaning) + " left out");
    for (std::size_t i = 0; i < layout.censoring.size(); ++i)
      note(reader.censored()[i], "rows " + std::string(layout.censoring[i].meaning));
    note(repeats_, "rows that repeat an earlier one left out");
    constexpr std::size_t kMostNames = 8;
    std::vector<std::string> names = plan_.not_kept;
    if (names.size() > kMostNames) {
      const std::size_t more = names.size() - kMostNames;
      names.resize(kMostNames);
      names.push_back(std::to_string(more) + " more");
    }
    if (!names.empty()) done_.notes.push_back("columns not kept: " + join(names, ", "));
    if (!layout.remark.empty()) done_.notes.emplace_back(layout.remark);
  }

  /// Names the version and sets the provenance.
  Faults keep(const std::string& today) {
    const bool by_version = plan_.layout->kept_by_version;
    if (by_version) {
      const std::string table = sql_name(done_.table), version = sql_text(done_.version);
      for (const std::string& statement : {"DELETE FROM " + table + " WHERE version=" + version,
                                           "UPDATE " + table + " SET version=" + version +
                                               " WHERE version=" + sql_text(kReading)}) {
        if (Faults faults = store_.run(statement); !faults.empty()) return faults;
      }
    }
    return store_.note({.format = std::string(format_.name),
                        .table = done_.table,
                        .version = done_.version,
                        .file = done_.file,
                        .sha256 = done_.sha256,
                        .rows = done_.rows,
                        .imported_on = today,
                        .citation = std::string(format_.citation),
                        .terms = std::string(format_.terms),
                        .path = std::filesystem::absolute(file_).lexically_normal().string()},
                       by_version);
  }

  Store& store_;
  const Format& format_;
  const std::string& file_;
  const Run& run_;
  Opener open_;
  Plan plan_;
  Imported done_;
  std::vector<KeyAt> keys_;
  std::int64_t read_ = 0, repeats_ = 0;
};

}  // namespace

Result<std::vector<Imported>> import_files(Store& store, const Format& format,
                                           std::span<const std::string> files,
                                           const std::string& today, const Run& run, Opener open) {
  if (Faults faults = store.begin(); !faults.empty()) return faults;
  Faults faults;
  std::vector<Imported> done;
  for (const std::string& file : files) {
    FileImport one(store, format, file, run, open);
    Faults wrong = one.read(today);
    const auto twin = std::ranges::find_if(done, [&](const Imported& other) {
      return other.table == one.done().table && other.version == one.done().version;
    });
    if (wrong.empty() && twin != done.end())
      wrong.push_back({Code::duplicate,
                       {file, 0, 0},
                       "this file and " + twin->file + " both hold the table `" + twin->table + "`",
                       "import one of them"});
    faults.insert(faults.end(), wrong.begin(), wrong.end());
    if (wrong.empty()) done.push_back(std::move(one.done()));
  }
  if (faults.empty()) faults = store.commit();
  if (!faults.empty()) {
    store.roll_back();
    return faults;
  }
  return done;
}

}  // namespace entente::history
