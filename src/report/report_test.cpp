#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

#include "report/csv.h"
#include "report/html.h"
#include "report/json.h"
#include "report/markdown.h"
#include "report/number.h"
#include "report/text.h"
#include "report/write.h"

namespace entente::report {
namespace {

using card::Value;

card::Record example() {
  card::Record record;
  record.analysis = "casus";
  record.question = "Who must do what?";
  record.finding = "Two states must \"fight\".";
  record.scenario_name = "reference_2026";
  record.scenario_hash = "abc";
  record.params = {
      {"event",
       {card::Params{{"at", {Value(std::string("narva"))}}, {"killed", {Value(std::int64_t{3})}}}}},
      {"given", {std::vector<std::string>{"a", "b"}}}};
  record.tables = {{"gap",
                    {{"state", "", "Who."}, {"gap", "%", "How much."}, {"note", "", "Why."}},
                    {{std::string("USA"), 0.1, std::string("x, y")},
                     {std::string("EST"), 4.0, std::monostate{}},
                     {std::string("FRA"), std::nan(""), true}}},
                   {"none", {{"state", "", ""}}, {}}};
  record.notices = {"EST is Estonia"};
  record.provenance = {"0.1.0", 1, 0, "0123456789abcdef", {"f.toml 12"}, "entente casus x", "cite"};
  record.wall_s = 0.25;
  return record;
}

TEST(Json, IsTheContractToTheByte) {
  EXPECT_EQ(to_json(example()), R"({
  "analysis": "casus",
  "question": "Who must do what?",
  "finding": "Two states must \"fight\".",
  "scenario": {"name": "reference_2026", "hash": "abc"},
  "params": {
    "event": {
      "at": "narva",
      "killed": 3
    },
    "given": ["a", "b"]
  },
  "tables": {
    "gap": {
      "columns": [
        {"name": "state", "unit": "", "help": "Who."},
        {"name": "gap", "unit": "%", "help": "How much."},
        {"name": "note", "unit": "", "help": "Why."}
      ],
      "rows": [
        ["USA", 0.1, "x, y"],
        ["EST", 4.0, null],
        ["FRA", null, true]
      ]
    },
    "none": {
      "columns": [
        {"name": "state", "unit": "", "help": ""}
      ],
      "rows": []
    }
  },
  "notices": [
    "EST is Estonia"
  ],
  "exact": true,
  "provenance": {
    "version": "0.1.0",
    "seed": 1,
    "draws": 0,
    "library": "0123456789abcdef",
    "inputs": ["f.toml 12"],
    "command": "entente casus x",
    "citation": "cite"
  },
  "timing": {"wall_s": 0.25}
}
)");
}

TEST(Json, BadUtf8BecomesAReplacementCharacter) {
  card::Record record;
  record.finding = "\xff";
  EXPECT_NE(to_json(record).find("\"\xEF\xBF\xBD\""), std::string::npos);
}

TEST(Json, CardHasItsFields) {
  static constexpr std::string_view kChoices[] = {"a", "b"};
  static constexpr card::Field kFields[] = {
      {.name = "k", .type = card::Type::choice, .fallback = "a", .choices = kChoices}};
  const std::string json = to_json(card::Card{.name = "x", .question = "Why?", .fields = kFields});
  EXPECT_NE(json.find(R"("choices": ["a", "b"])"), std::string::npos);
  EXPECT_NE(json.find(R"("low": null)"), std::string::npos);
}

TEST(Number, ShortestReadsBackAndSixDigitsAreForPeople) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(1e300), "1e+300");
  EXPECT_EQ(six_digits(2.0 / 3), "0.666667");
  EXPECT_EQ(six_digits(-0.0), "0");
  EXPECT_EQ(six_digits(1234567), "1.23457e+06");
  EXPECT_EQ(plain(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(exact_text(std::numeric_limits<double>::infinity()), "");
}

TEST(Csv, KeepsDigitsAndQuotes) {
  EXPECT_EQ(to_csv(example().tables[0]), "state,gap,note\nUSA,0.1,\"x, y\"\nEST,4,\nFRA,,true\n");
}

TEST(Text, BeginsWithTheFindingAndEndsWithTheCommand) {
  const std::string text = to_text(example());
  EXPECT_TRUE(text.starts_with("Two states must \"fight\".\n")) << text;
  EXPECT_TRUE(text.ends_with("exact; library 0123456789ab\nentente casus x\n")) << text;
  EXPECT_NE(text.find("gap (%)"), std::string::npos);
  EXPECT_NE(text.find("none: none"), std::string::npos);
  EXPECT_NE(text.find("note: EST is Estonia"), std::string::npos);
}

/// One record twice: its table in rows, and packed.
std::pair<card::Record, card::Record> rows_and_packed(std::size_t rows) {
  constexpr card::Column kSome[] = {{"state", "", "Who."}, {"year", "", "When."}, {"s", "", "S."}};
  card::Record plain, packed;
  card::PackedTexts states{{"USA", "a, \"b\""}, {}};
  card::PackedIntegers years;
  card::PackedNumbers values;
  card::Table& table = plain.table({"s", "S.", kSome});
  for (std::size_t i = 0; i < rows; ++i) {
    states.cells.push_back(i % 3 == 2 ? card::PackedTexts::kNone
                                      : static_cast<std::uint32_t>(i % 3));
    years.cells.push_back(i % 4 == 3 ? card::PackedIntegers::kNone : static_cast<std::int64_t>(i));
    values.cells.push_back(i % 5 == 4 ? std::nan("") : static_cast<double>(i) / 3);
    table.row({i % 3 == 2 ? card::Value() : card::Value(states.words[i % 3]),
               i % 4 == 3 ? card::Value() : card::Value(static_cast<std::int64_t>(i)),
               i % 5 == 4 ? card::Value() : card::Value(static_cast<double>(i) / 3)});
  }
  packed.table({"s", "S.", kSome}).pack({std::move(states), std::move(years), std::move(values)});
  return {std::move(plain), std::move(packed)};
}

TEST(Packed, IsWrittenLikeRows) {
  // Enough for several pieces.
  const auto [plain, packed] = rows_and_packed(9000);
  EXPECT_EQ(to_csv(plain.tables[0]), to_csv(packed.tables[0]));
  EXPECT_EQ(to_json(plain), to_json(packed));
  EXPECT_EQ(to_markdown(plain), to_markdown(packed));
}

TEST(Packed, ATerminalSeesItsFirstRows) {
  const auto [plain, packed] = rows_and_packed(30);
  const std::string text = to_text(packed);
  EXPECT_NE(text.find("... and 10 more lines; `--format csv --table s`"), std::string::npos)
      << text;
  const auto [few, few_packed] = rows_and_packed(12);
  EXPECT_EQ(to_text(few), to_text(few_packed));
  const auto none = rows_and_packed(0);
  EXPECT_EQ(to_text(none.first), to_text(none.second));
}

TEST(Text, RecordWithoutTablesIsItsFinding) {
  card::Record record;
  record.finding = "# a template\n\n[x]\n";
  EXPECT_EQ(to_text(record), record.finding);
}

TEST(Fold, RowsThatDifferInOneColumnBecomeOne) {
  card::Table table{"t", {{"state", "", ""}, {"why", "", ""}}, {}};
  for (const char* state : {"A", "B", "C"}) table.row({std::string(state), std::string("far")});
  table.row({std::string("D"), std::string("near")});
  table.row({std::string("E"), std::string("far")});
  const card::Table folded = fold(table, "state");
  ASSERT_EQ(folded.rows.size(), 2u);
  EXPECT_EQ(plain(folded.rows[0][0]), "A, B, C, E");
  EXPECT_EQ(plain(folded.rows[1][0]), "D");
  EXPECT_EQ(fold(table, "absent").rows.size(), 5u);
}

TEST(Fold, ManyValuesAreCounted) {
  card::Table table{"t", {{"state", "", ""}}, {}};
  for (int i = 0; i < 13; ++i) table.row({"S" + std::to_string(i)});
  const card::Table folded = fold(table, "state");
  ASSERT_EQ(folded.rows.size(), 1u);
  EXPECT_TRUE(plain(folded.rows[0][0]).ends_with("S12 (13)"));
}

TEST(Text, FoldsWhereAViewSaysSo) {
  card::Record record = example();
  record.tables = {{"silent", {{"state", "", ""}, {"why", "", ""}}, {}}};
  record.tables[0].row({std::string("A"), std::string("far")});
  record.tables[0].row({std::string("B"), std::string("far")});
  const card::View views[] = {{card::Mark::folded, "silent", "state", ""}};
  EXPECT_NE(to_text(record, views).find("A, B"), std::string::npos);
  EXPECT_EQ(to_text(record).find("A, B"), std::string::npos);
}

TEST(Markdown, EscapesBarsAndCarriesNoTiming) {
  card::Record record = example();
  record.tables[0].rows[0][0] = std::string("a|b");
  const std::string text = to_markdown(record);
  EXPECT_NE(text.find("| a\\|b | 0.1 |"), std::string::npos) << text;
  EXPECT_EQ(text.find("wall"), std::string::npos);
}

class Write : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        std::filesystem::path(::testing::TempDir()) / (std::string("entente_") + info->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  [[nodiscard]] static std::string bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
  }
  std::filesystem::path folder_;
};

TEST_F(Write, PicksTheFormByTheExtension) {
  EXPECT_TRUE(write(example(), path("a.json")).empty());
  EXPECT_TRUE(write(example(), path("a.csv")).empty());
  EXPECT_TRUE(write(example(), path("a.md")).empty());
  EXPECT_EQ(bytes(path("a.json")), to_json(example()));
  EXPECT_EQ(bytes(path("a.csv")), to_csv(example().tables[0]));
  EXPECT_EQ(bytes(path("a.md")), to_markdown(example()));
  EXPECT_TRUE(write(example(), path("a.html")).empty());
  EXPECT_EQ(bytes(path("a.html")), to_html(example()));
  // Nothing else is left behind.
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 4);
}

TEST_F(Write, RefusesOtherExtensions) {
  const Faults faults = write(example(), path("a.xls"));
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, Code::bad_argument);
  EXPECT_NE(faults[0].hint.find(".json, .csv, .md, .html"), std::string::npos);
  EXPECT_FALSE(write(example(), path("a")).empty());
  EXPECT_FALSE(std::filesystem::exists(path("a.xls")));
}

TEST_F(Write, BesideAPackedTableStandTheOthers) {
  card::Record record = rows_and_packed(3).second;
  record.tables.push_back({"columns", {{"name", "", "Its name."}}, {{std::string("s")}}});
  EXPECT_TRUE(write(record, path("s.csv")).empty());
  EXPECT_EQ(bytes(path("s.csv")), to_csv(record.tables[0]));
  EXPECT_EQ(bytes(path("s.columns.csv")), "name\ns\n");
  EXPECT_TRUE(write(example(), path("rows.csv")).empty());
  EXPECT_FALSE(std::filesystem::exists(path("rows.none.csv")));
}

TEST_F(Write, WithoutItsLibraryParquetIsRefusedBeforeTheWork) {
  const char* own = getenv("ENTENTE_DUCKDB");
  const std::string before = own == nullptr ? "" : own;
  setenv("ENTENTE_DUCKDB", "no_such_library.so", 1);
  const Faults faults = check_path(path("a.parquet"), true);
  unsetenv("ENTENTE_DUCKDB");
  if (!before.empty()) setenv("ENTENTE_DUCKDB", before.c_str(), 1);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, Code::bad_argument);
  EXPECT_EQ(faults[0].message, "a `.parquet` file takes the library of DuckDB, which is not there");
  EXPECT_NE(faults[0].hint.find("tools/get_parquet"), std::string::npos);
}

TEST_F(Write, ParquetHoldsTheTableAndNothingElseIsLeft) {
  if (!check_path(path("a.parquet"), true).empty())
    GTEST_SKIP() << "skipped: needs libduckdb.so (tools/get_parquet)";
  const card::Record record = rows_and_packed(3).second;
  ASSERT_TRUE(write(record, path("s.parquet")).empty());
  const std::string written = bytes(path("s.parquet"));
  EXPECT_EQ(written.substr(0, 4), "PAR1");
  EXPECT_EQ(written.substr(written.size() - 4), "PAR1");
  for (const auto& column : record.tables[0].columns)
    EXPECT_NE(written.find(column.name), std::string::npos) << column.name;
  EXPECT_TRUE(write(example(), path("rows.parquet")).empty());
  EXPECT_FALSE(std::filesystem::exists(path("s.parquet.rows.csv")));
  EXPECT_FALSE(std::filesystem::exists(path("s.parquet.part")));
}

TEST_F(Write, TemplatesMayBeToml) {
  card::Record record;
  record.finding = "x = 1\n";
  EXPECT_TRUE(write(record, path("a.toml")).empty());
  EXPECT_EQ(bytes(path("a.toml")), "x = 1\n");
  EXPECT_FALSE(write(example(), path("b.toml")).empty());
  EXPECT_FALSE(write(record, path("b.csv")).empty());
}

TEST_F(Write, AFolderThatIsNotThereIsTheUsersFault) {
  const Faults faults = write(example(), path("absent/a.json"));
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, Code::unreadable);
}

}  // namespace
}  // namespace entente::report
