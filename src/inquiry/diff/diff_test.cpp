#include "inquiry/diff/diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "inquiry/diff/scenario_holdings.h"
#include "scenario/reform.h"

namespace entente::inquiry {
namespace {

using card::Value;

const scenario::Library& library() {
  static const scenario::Library read = [] {
    auto built = scenario::built_in_library();
    if (!built) std::abort();
    return std::move(built).value();
  }();
  return read;
}

Result<card::Record> ask(const std::string& a, const std::string& b,
                         const std::vector<std::string>& without = {}) {
  card::Arguments arguments{{"b", {b}}};
  if (!without.empty()) arguments["without"] = without;
  return diff.run({library(), a, arguments, entente::Run{}});
}

std::string text(const Value& value) {
  const auto* words = std::get_if<std::string>(&value);
  return words == nullptr ? "" : *words;
}

/// The row of this kind, name and field, or null.
const std::vector<Value>* row(const card::Record& record, const std::string& kind,
                              const std::string& name, const std::string& field) {
  const auto& rows = record.find("differences")->rows;
  const auto found = std::ranges::find_if(rows, [&](const auto& one) {
    return text(one[0]) == kind && text(one[1]) == name && text(one[2]) == field;
  });
  return found == rows.end() ? nullptr : &*found;
}

class Diff : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        std::filesystem::path(::testing::TempDir()) / (std::string("entente_diff_") + info->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string file(const std::string& name, const std::string& content) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << content;
    return path;
  }
  std::filesystem::path folder_;
};

constexpr std::string_view kChanged = R"([scenario]
name = "changed"
date = 2025-07-01
horizon = 60
sets = [["baltic"], ["narva"]]
[[contingency]]
id = "narva"
event = "RUS attacks EST at narva"
theatre = "baltic"
demand = [{ element = "heavy_brigade", day = 0, amount = 3 }]
[[contingency]]
id = "taiwan"
weight = 2
[[pool]]
owner = "USA"
base = "us_east"
element = "heavy_brigade"
amount = 1
amount_low = 0.5
amount_high = 2
[[state]]
id = "northland"
forces = { heavy_brigade = 3 }
[element_weights]
heavy_brigade = 0.25
[[commitment]]
promisor = "FRA"
beneficiary = "northland"
reliability = 0.5
[agreements]
remove = ["anzus"]
[readings]
frozen_membership = "does_not_count"
[uncertainty]
warning_days = [0, 10]
)";

TEST_F(Diff, OfAScenarioAndItselfIsEmpty) {
  for (const std::string name : {"reference_2026", "uncalibrated"}) {
    const auto record = ask(name, name);
    ASSERT_TRUE(record);
    EXPECT_TRUE(record->find("differences")->rows.empty());
    EXPECT_EQ(record->finding, name + " and " + name + " do not differ.");
    EXPECT_TRUE(record->notices.empty());
    EXPECT_TRUE(record->exact);
  }
}

TEST_F(Diff, TellsWhatAScenarioChanges) {
  const auto record = ask("reference_2026", "uncalibrated");
  ASSERT_TRUE(record);
  const auto* strike = row(*record, "pool", "USA, us_east, long_range_strike", "amount");
  ASSERT_NE(strike, nullptr);
  EXPECT_EQ((*strike)[3], Value(std::string()));
  EXPECT_EQ((*strike)[9], Value(std::string("known")));
  EXPECT_EQ((*strike)[5], Value(21.0));
  EXPECT_EQ(std::get<double>((*strike)[6]),
            std::get<double>((*strike)[5]) - std::get<double>((*strike)[4]));
  EXPECT_EQ((*strike)[7], Value(std::string("units")));
  const auto* ready = row(*record, "readiness", "general, fighter_squadron, 0", "share");
  ASSERT_NE(ready, nullptr);
  EXPECT_EQ((*ready)[5], Value(0.33));
  // Nothing else is touched by that file.
  for (const auto& one : record->find("differences")->rows)
    EXPECT_TRUE(text(one[0]) == "pool" || text(one[0]) == "readiness") << text(one[0]);
}

TEST_F(Diff, IsTheSameFromTheOtherSide) {
  const std::string changed = file("changed.toml", std::string(kChanged));
  const auto there = ask("uncalibrated", changed), back = ask(changed, "uncalibrated");
  ASSERT_TRUE(there && back);
  const auto& rows = there->find("differences")->rows;
  ASSERT_GT(rows.size(), 20u);
  EXPECT_EQ(rows.size(), back->find("differences")->rows.size());
  for (const auto& one : rows) {
    const auto* other = row(*back, text(one[0]), text(one[1]), text(one[2]));
    ASSERT_NE(other, nullptr) << text(one[0]) << " " << text(one[1]) << " " << text(one[2]);
    EXPECT_EQ(one[4], (*other)[5]);
    EXPECT_EQ(one[5], (*other)[4]);
    if (const auto* change = std::get_if<double>(&one[6])) {
      EXPECT_EQ(*change, -std::get<double>((*other)[6]));
    }
    const std::string side = text(one[3]).empty() ? "" : text(one[3]) == "a" ? "b" : "a";
    EXPECT_EQ(text((*other)[3]), side);
  }
}

TEST_F(Diff, SeesEveryKindOfChange) {
  const auto record = ask("reference_2026", file("changed.toml", std::string(kChanged)));
  ASSERT_TRUE(record) << to_text(record.error()[0]);
  const auto expect = [&](const std::string& kind, const std::string& name,
                          const std::string& field, const std::string& side, const Value& b) {
    const auto* found = row(*record, kind, name, field);
    ASSERT_NE(found, nullptr) << kind << " " << name << " " << field;
    EXPECT_EQ(text((*found)[3]), side) << kind << " " << name;
    EXPECT_EQ((*found)[5], b) << kind << " " << name << " " << field;
  };
  const auto words = [](const char* value) { return Value(std::string(value)); };
  expect("plan", "plan", "date", "", words("2025-07-01"));
  expect("plan", "plan", "horizon", "", Value(std::int64_t{60}));
  expect("set", "narva", "asked", "b", Value(true));
  expect("set", "taiwan+korea", "asked", "a", Value());
  expect("contingency", "narva", "event", "b", words("RUS attacks EST at narva"));
  expect("contingency", "taiwan", "weight", "", Value(2.0));
  expect("demand", "narva, heavy_brigade, 0", "amount", "b", Value(3.0));
  expect("pool", "USA, us_east, heavy_brigade", "amount", "", Value(1.0));
  expect("pool", "northland, northland, heavy_brigade", "amount", "b", Value(3.0));
  expect("state", "northland", "name", "b", words("northland"));
  expect("element_weight", "heavy_brigade", "weight", "b", Value(0.25));
  expect("agreement", "scenario_commitment_1", "name", "b", words("FRA to northland (scenario)"));
  expect("agreement", "anzus", "name", "a", Value());
  expect("commitment", "USA, AUS, anzus, art4", "duty", "a", Value());
  expect("reading", "frozen_membership", "value", "", words("does_not_count"));
  expect("uncertainty", "warning_days", "low", "b", Value(0.0));
}

TEST_F(Diff, LeavesOutOnBothSides) {
  const auto record = ask("reference_2026", "uncalibrated", {"USA"});
  ASSERT_TRUE(record);
  for (const auto& one : record->find("differences")->rows)
    EXPECT_EQ(text(one[0]), "readiness") << text(one[1]);
  const auto refused = ask("reference_2026", "uncalibrated", {"UAS"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), 1u);  // And not one a side.
}

TEST_F(Diff, SaysWhereHashesDifferAndNothingElse) {
  const auto record = ask("reference_2026", file("same.toml", "[scenario]\nname = \"same\"\n"));
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->find("differences")->rows.empty());
  EXPECT_EQ(record->notices.size(), 1u);
}

std::string record_json(const std::string& analysis, const std::string& gap) {
  return "{\"analysis\": \"" + analysis +
         "\",\n\"scenario\": {\"name\": \"s\", \"hash\": \"h\"}, \"params\": {\"vary\": \"all\"},\n"
         "\"tables\": {\"gap\": {\"columns\": [{\"name\": \"set\"}, {\"name\": \"gap\", \"unit\": "
         "\"%\"}], \"rows\": [[\"east\", " +
         gap + "]]}}}";
}

TEST_F(Diff, ComparesRecordsOfOneAnalysis) {
  const auto record = ask(file("a.json", record_json("ledger", "2.5")),
                          file("b.json", record_json("ledger", "4.0")));
  ASSERT_TRUE(record) << to_text(record.error()[0]);
  const auto* gap = row(*record, "gap", "east", "gap");
  ASSERT_NE(gap, nullptr);
  EXPECT_EQ((*gap)[6], Value(1.5));
  EXPECT_EQ((*gap)[7], Value(std::string("%")));
  EXPECT_EQ(record->find("differences")->rows.size(), 1u);
  EXPECT_EQ(record->finding,
            "a.json and b.json differ in 1 point (gap 1); the largest change of gap gap is that of "
            "east, from 2.5 to 4 %.");
}

TEST_F(Diff, RefusesWhatCannotBeCompared) {
  const std::string ledger = file("a.json", record_json("ledger", "2.5"));
  const auto code = [](const Result<card::Record>& refused) {
    EXPECT_FALSE(refused);
    return refused ? Code::clash : refused.error()[0].code;
  };
  const auto other = ask(ledger, file("b.json", record_json("casus", "2.5")));
  EXPECT_EQ(code(other), Code::bad_value);
  EXPECT_EQ(other.error()[0].where.line, 1);
  EXPECT_EQ(other.error()[0].where.column, 14);
  EXPECT_EQ(code(ask(ledger, "baltic")), Code::bad_argument);
  EXPECT_EQ(code(ask("baltic", ledger)), Code::bad_argument);
  EXPECT_EQ(code(ask(ledger, ledger, {"USA"})), Code::bad_argument);
  EXPECT_EQ(code(ask(ledger, file("c.csv", "set,gap\n"))), Code::bad_argument);
  EXPECT_EQ(code(ask(ledger, file("d.json", "{\"x\": 1}"))), Code::missing_key);
  EXPECT_EQ(code(ask(ledger, file("e.json", "{\"tables\": {}}"))), Code::missing_key);
  EXPECT_EQ(code(ask(ledger, file("f.json", "{"))), Code::syntax);
  EXPECT_EQ(code(ask(ledger, (folder_ / "none.json").string())), Code::unreadable);
  EXPECT_EQ(code(ask("reference_2062", "baltic")), Code::unknown_name);
  const auto both = ask("reference_2062", "blatic");
  ASSERT_FALSE(both);
  EXPECT_EQ(both.error().size(), 2u);
}

TEST_F(Diff, ReadsAScenarioInJson) {
  const auto record =
      ask("reference_2026", file("s.json", R"({"scenario": {"name": "s", "horizon": 30}})"));
  ASSERT_TRUE(record) << to_text(record.error()[0]);
  ASSERT_EQ(record->find("differences")->rows.size(), 1u);
  EXPECT_NE(row(*record, "plan", "plan", "horizon"), nullptr);
}

TEST(Holdings, AreSortedAndHaveNoNameTwice) {
  for (const ThingKind& kind : holdings_of(library())) {
    EXPECT_TRUE(std::ranges::is_sorted(kind.things, {}, &Thing::name)) << kind.name;
    const auto twice = std::ranges::adjacent_find(kind.things, {}, &Thing::name);
    EXPECT_TRUE(twice == kind.things.end()) << kind.name << " " << twice->name;
  }
}

}  // namespace
}  // namespace entente::inquiry
