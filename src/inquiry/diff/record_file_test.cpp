#include "records/record_file.h"

#include <gtest/gtest.h>

#include "inquiry/diff/record_holdings.h"

namespace entente::inquiry {
namespace {

using records::is_record;
using records::read_record;

using card::Value;

/// A record of one table `t`; `columns` and `rows` as JSON.
std::string record_text(const std::string& columns, const std::string& rows) {
  return R"({"analysis": "ledger", "scenario": {"name": "s", "hash": "h"},
    "params": {"on": "2026-07-01", "sets": ["east", "west"], "event": {"place": "narva"}},
    "tables": {"t": {"columns": [)" +
         columns + R"(], "rows": [)" + rows +
         R"(]}}, "exact": true, "provenance": {"version": "1", "seed": 7, "draws": 0},
    "timing": {"wall_s": 1.5}, "of_a_later_version": 1})";
}

std::string column(const std::string& name, const std::string& unit = "") {
  return R"({"name": ")" + name + R"(", "unit": ")" + unit + R"(", "help": "Help."})";
}

Result<RecordFile> read(const std::string& json) {
  const auto document = text::parse_json(json, "a.json");
  if (!document) return document.error();
  EXPECT_TRUE(is_record(*document));
  return read_record(*document);
}

RecordFile good(const std::string& columns, const std::string& rows) {
  auto record = read(record_text(columns, rows));
  EXPECT_TRUE(record) << to_text(record.error()[0]);
  return record ? std::move(record).value() : RecordFile{};
}

const ThingKind& table_of(const Holdings& holdings) { return holdings.back(); }

std::vector<std::string> names(const ThingKind& kind) {
  std::vector<std::string> all;
  for (const Thing& thing : kind.things) all.push_back(thing.name);
  return all;
}

using Texts = std::vector<std::string>;

TEST(RecordFile, ReadsWhatIsCompared) {
  const auto record =
      good(column("set") + "," + column("gap", "%"), R"(["east", 4.0], ["west", null])");
  EXPECT_EQ(record.analysis, "ledger");
  EXPECT_EQ(record.params, (NamedValues{{"on", std::string("2026-07-01")},
                                        {"sets", std::string("east, west")},
                                        {"event.place", std::string("narva")}}));
  EXPECT_EQ(record.origin, (NamedValues{{"scenario", std::string("s")},
                                        {"scenario_hash", std::string("h")},
                                        {"exact", true},
                                        {"version", std::string("1")},
                                        {"seed", std::int64_t{7}},
                                        {"draws", std::int64_t{0}}}));
  ASSERT_EQ(record.tables.size(), 1u);
  EXPECT_EQ(record.tables[0].columns[1].unit, "%");
  EXPECT_EQ(record.tables[0].rows[0][1], Value(4.0));
  EXPECT_EQ(record.tables[0].rows[1][1], Value());
}

TEST(RecordFile, GivesEveryFaultWithItsPlace) {
  const auto refused = read(R"({"analysis": 4,
"tables": {
"a": {"columns": [{"name": "x"}], "rows": [[1],
[1, 2],
[[]],
3]},
"b": [],
"c": {"columns": []},
"d": {"columns": [{"unit": "%"}], "rows": 5}
}})");
  ASSERT_FALSE(refused);
  std::vector<std::pair<int, Code>> found;
  for (const Error& fault : refused.error()) found.emplace_back(fault.where.line, fault.code);
  EXPECT_EQ(found, (std::vector<std::pair<int, Code>>{{1, Code::missing_key},
                                                      {1, Code::wrong_type},
                                                      {4, Code::bad_value},
                                                      {5, Code::wrong_type},
                                                      {6, Code::wrong_type},
                                                      {7, Code::wrong_type},
                                                      {8, Code::missing_key},
                                                      {9, Code::missing_key},
                                                      {9, Code::wrong_type}}));
}

TEST(RecordKeys, AreAsShortAsTheyCanBe) {
  const std::string columns = column("set") + "," + column("element") + "," +
                              column("day", "days") + "," + column("short", "units") + "," +
                              column("because");
  const auto a =
      good(columns, R"(["east", "tank", 0, 1.5, "few"], ["east", "tank", 5, 2.5, "late"])");
  const auto b =
      good(columns, R"(["east", "tank", 0, 1.5, "none"], ["east", "tank", 9, 2.5, "late"])");
  const auto held = holdings_of(a, b);
  EXPECT_EQ(table_of(held.first).told_by, "set, element, day");
  EXPECT_EQ(names(table_of(held.first)), (Texts{"east, tank, 0", "east, tank, 5"}));
  EXPECT_EQ(names(table_of(held.second)), (Texts{"east, tank, 0", "east, tank, 9"}));
  // What is no part of the key is a field: figures first.
  const auto& fields = table_of(held.first).things[0].fields;
  ASSERT_EQ(fields.size(), 2u);
  EXPECT_EQ(fields[0].name, "short");
  EXPECT_EQ(fields[0].unit, "units");
  EXPECT_EQ(fields[1].name, "because");
}

TEST(RecordKeys, AreTheSameForBothRecords) {
  const std::string columns = column("state") + "," + column("agreement");
  // One column is enough for the first record, and not for the second.
  const auto a = good(columns, R"(["FRA", "nato"], ["POL", "nato"])");
  const auto b = good(columns, R"(["FRA", "nato"], ["FRA", "eu"])");
  const auto held = holdings_of(a, b);
  EXPECT_EQ(table_of(held.first).told_by, "state, agreement");
  EXPECT_EQ(table_of(held.second).told_by, "state, agreement");
  EXPECT_EQ(compare(held.first, held.second).differences.size(), 2u);
}

TEST(RecordKeys, AreNumbersOfRowsWhereThereAreOnlyFigures) {
  const auto a = good(column("x"), "[1.5], [2.5]");
  const auto held = holdings_of(a, good(column("x"), "[1.5], [3]"));
  EXPECT_EQ(names(table_of(held.first)), (Texts{"row 1", "row 2"}));
  EXPECT_EQ(compare(held.first, held.second).differences.size(), 1u);
}

TEST(RecordKeys, LeaveRowsThatAgreeInTheirOrder) {
  const auto a = good(column("state") + "," + column("x"), R"(["FRA", 1.0], ["FRA", 2.0])");
  const auto b = good(column("state") + "," + column("x"), R"(["FRA", 1.0], ["FRA", 4.0])");
  const auto held = holdings_of(a, b);
  const auto found = compare(held.first, held.second);
  ASSERT_EQ(found.differences.size(), 1u);
  EXPECT_EQ(found.differences[0].name, "FRA (2)");
  EXPECT_EQ(found.differences[0].change, Value(2.0));
}

}  // namespace
}  // namespace entente::inquiry
