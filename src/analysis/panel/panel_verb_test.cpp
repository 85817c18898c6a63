#include <gmock/gmock.h>

#include <algorithm>

#include "analysis/panel/panel.h"
#include "panel/test_store.h"

namespace entente::analysis {
namespace {

using card::Value;
using entente::panel::TestFile;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Result<card::Record> ask(card::Arguments arguments) {
  static const scenario::Library library = scenario::built_in_library().value();
  for (const card::Field& field : panel.card.fields)
    if (!field.fallback.empty() && !arguments.contains(field.name))
      arguments[std::string(field.name)] = {std::string(field.fallback)};
  return panel.run({library, "", arguments, Run{}});
}

class Panel : public ::testing::Test {
 protected:
  Panel()
      : file_("verb_" +
              std::string(::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    history::Store store = file_.open();
    entente::panel::add_small_world(store);
  }
  card::Record good(card::Arguments arguments) {
    arguments["data"] = {file_.path()};
    arguments.try_emplace("from", std::vector<std::string>{"1900"});
    arguments.try_emplace("to", std::vector<std::string>{"1901"});
    auto done = ask(arguments);
    if (done) return std::move(done).value();
    ADD_FAILURE() << to_text(done.error().front());
    return {};
  }
  std::vector<std::string> names(const card::Table& table) {
    std::vector<std::string> found;
    for (const auto& column : table.columns) found.push_back(column.name);
    return found;
  }
  TestFile file_;
};

TEST_F(Panel, OfStates) {
  const auto record = good({{"variables", {"cinc,tpop"}}});
  const card::Table& table = record.tables.front();
  EXPECT_THAT(names(table), ElementsAre("state", "ccode", "year", "cinc", "tpop"));
  ASSERT_EQ(table.size(), 7u);
  EXPECT_EQ(table.cell(3, 0), Value(std::string("germany")));
  EXPECT_EQ(table.cell(3, 1), Value(std::int64_t{255}));
  EXPECT_NE(table.cell(3, 3), Value());
  EXPECT_EQ(table.cell(4, 3), Value());  // 1901 is not in the data.
  const card::Table* columns = record.find("columns");
  ASSERT_NE(columns, nullptr);
  ASSERT_EQ(columns->rows.size(), 5u);
  EXPECT_EQ(columns->rows[3][3], Value(std::string("nmc")));
  EXPECT_EQ(columns->rows[3][4], Value(std::int64_t{4}));
  EXPECT_EQ(record.find("citations")->rows.size(), 2u);
  EXPECT_EQ(record.find("citations")->rows[0][4], Value(std::string("Cite me.")));
}

TEST_F(Panel, OfPairsHasStatesOnBothSides) {
  const auto record = good({{"unit", {"dyad_year"}}, {"variables", {"defence,cinc"}}});
  const card::Table& table = record.tables.front();
  EXPECT_THAT(names(table), ElementsAre("state_a", "state_b", "ccode_a", "ccode_b", "year",
                                        "defence", "cinc_a", "cinc_b"));
  ASSERT_EQ(table.size(), 9u);
  // 2-200, 2-220, 2-255, 200-220, ...
  EXPECT_EQ(table.cell(3, 0), Value(std::string("GBR")));
  EXPECT_EQ(table.cell(3, 1), Value(std::string("FRA")));
  EXPECT_EQ(table.cell(3, 5), Value(std::int64_t{1}));
  EXPECT_EQ(table.cell(2, 7), table.cell(5, 7));  // Germany's index, whoever is the other.
  EXPECT_EQ(good({{"unit", {"dyad_year"}}, {"directed", {"true"}}, {"variables", {"defence"}}})
                .tables.front()
                .size(),
            18u);
}

TEST_F(Panel, WithoutNamesHasWhatIsImportedAndAListOfAll) {
  const auto record = good({});
  EXPECT_EQ(record.tables.front().name, "panel");
  const auto columns = names(record.tables.front());
  EXPECT_NE(std::ranges::find(columns, "cinc"), columns.end());
  EXPECT_EQ(std::ranges::find(columns, "polity"), columns.end());
  ASSERT_NE(record.find("variables"), nullptr);
  EXPECT_GT(record.find("variables")->size(), 40u);
}

TEST_F(Panel, WithoutADatabaseTheOneNamedIsMissed) {
  const auto refused =
      ask({{"data", {file_.path() + ".gone"}}, {"from", {"1900"}}, {"to", {"1901"}}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::unreadable);
}

TEST_F(Panel, EveryFaultOfWhatIsAsked) {
  const auto refused = ask({{"data", {file_.path()}},
                            {"variables", {"cincs,distance,cinc,cinc"}},
                            {"directed", {"true"}},
                            {"from", {"1950"}},
                            {"to", {"1900"}}});
  ASSERT_FALSE(refused);
  std::vector<Code> codes;
  for (const Error& fault : refused.error()) codes.push_back(fault.code);
  EXPECT_THAT(codes, ElementsAre(Code::bad_argument, Code::order_of_dates, Code::unknown_name,
                                 Code::bad_value, Code::duplicate));
  const auto missing = ask({{"data", {file_.path()}}, {"variables", {"polity,gdp"}}});
  ASSERT_FALSE(missing);
  ASSERT_EQ(missing.error().size(), 2u);
  EXPECT_THAT(missing.error()[0].hint, HasSubstr("entente import economy FILE"));
}

}  // namespace
}  // namespace entente::analysis
