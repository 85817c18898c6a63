/// An analysis whose answers are known, for tests of what runs analyses; and files that go away.
///
/// Part of the tests of studies, explore and claims.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "scenario/analysis.h"

namespace entente::studies::test {

using scenario::Analysis;

inline constexpr card::Field kToyFields[] = {
    {.name = "a", .type = card::Type::number, .help = "A.", .fallback = "0.5", .low = 0, .high = 1},
    {.name = "b", .type = card::Type::number, .help = "B.", .fallback = "0.5", .low = 0, .high = 1},
    {.name = "n", .type = card::Type::integer, .help = "N.", .fallback = "2", .low = 1, .high = 4},
    {.name = "free", .type = card::Type::number, .help = "No range.", .fallback = "1"},
};
inline constexpr card::Column kToyColumns[] = {{"name", "", "Which."},
                                               {"value", "points", "Figure."}};
inline constexpr card::TableSpec kToyTables[] = {{"out", "Figures.", kToyColumns}};

/// line = 4 a - 2 b; corner = 1 where a > .5 and b < .5; doubt = mu of the first doubt.
inline Result<card::Record> toy_run(const scenario::Request& request) {
  const auto of = [&](const char* name) {
    return std::stod(card::argument(request.arguments, name));
  };
  if (of("a") > 0.999)
    return Error{Code::bad_value, {"arguments", 0, 0}, "`a` is too much for a toy", "less"};
  const auto& doubts = request.library.plan.doubts;
  const double mu = doubts.empty() ? 0 : doubts.front().mu.value;
  card::Record record;
  card::Table& table = record.table(kToyTables[0]);
  table.row({std::string("line"), 4 * of("a") - 2 * of("b")});
  table.row({std::string("corner"), of("a") > 0.5 && of("b") < 0.5 ? 1.0 : 0.0});
  table.row({std::string("doubt"), mu});
  table.row({std::string("count"), of("n")});
  table.row({std::string("cost"), mu - of("a")});
  return record;
}

inline const Analysis kToy{.card = {.name = "toy",
                                    .question = "What?",
                                    .subject = card::Subject::scenario,
                                    .subject_optional = true,
                                    .fields = kToyFields,
                                    .tables = kToyTables},
                           .run = toy_run};
inline const Analysis kOther{.card = {.name = "other", .subject = card::Subject::file},
                             .run = toy_run};
inline const Analysis* const kToys[] = {&kOther, &kToy};

inline std::span<const Analysis* const> toys() { return kToys; }
inline Result<card::Record> run_toy(const Analysis& analysis, const std::string& subject,
                                    const card::Arguments& given, const Run& run,
                                    const scenario::Library& library) {
  card::Arguments arguments = given;
  for (const card::Field& field : analysis.card.fields)
    arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  return analysis.run({library, subject, arguments, run});
}
inline constexpr scenario::Analyses kAnalyses{toys, run_toy};

/// A file that is gone afterwards.
class Folder {
 public:
  explicit Folder(const std::string& name = "entente_explored_") {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::path(testing::TempDir()) / (name + test->name());
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string put(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name) << bytes;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream in(path_ / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

inline card::Value cell(const card::Table& table, std::size_t row, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == column) return table.cell(row, i);
  ADD_FAILURE() << table.name << " has no " << column;
  return {};
}
inline double number(const card::Table& table, std::size_t row, const std::string& column) {
  const card::Value value = cell(table, row, column);
  if (std::holds_alternative<double>(value)) return std::get<double>(value);
  ADD_FAILURE() << column << " of row " << row << " is no number";
  return 0;
}
inline std::string told(const Result<card::Record>& record) {
  std::string all;
  if (record) return "no fault: " + record->finding;
  for (const Error& one : record.error()) {
    const auto name = std::filesystem::path(one.where.file).filename().string();
    all += name + ":" + std::to_string(one.where.line) + ":" + std::to_string(one.where.column) +
           " " + std::string(code_name(one.code)) + " " + one.message + " | " + one.hint + "\n";
  }
  return all;
}

}  // namespace entente::studies::test
