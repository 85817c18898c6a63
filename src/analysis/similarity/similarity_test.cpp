#include "analysis/similarity/similarity.h"

#include <gmock/gmock.h>

#include "analysis/similarity/portfolio_file.h"
#include "panel/test_store.h"

namespace entente::analysis {
namespace {

using card::Value;
using ::testing::HasSubstr;

const scenario::Library& library() {
  static const scenario::Library built_in = scenario::built_in_library().value();
  return built_in;
}

/// Asked as a face asks: with the defaults of the card.
Result<card::Record> ask(const std::string& subject, card::Arguments arguments, int threads = 2) {
  for (const card::Field& field : similarity.card.fields)
    if (!field.fallback.empty() && !arguments.contains(field.name))
      arguments[std::string(field.name)] = {std::string(field.fallback)};
  Run run;
  run.threads = threads;
  return similarity.run({library(), subject, arguments, run});
}

constexpr const char* kExample =  // V12.1
    "state,weight,a,b\ns1,1,3,3\ns2,1,3,0\ns3,1,0,3\ns4,1,0,0\ns5,1,0,0\ns6,1,0,0\ns7,1,2,2\n"
    "s8,1,1,0\ns9,1,0,0\ns10,1,0,0\n";

double value(const std::vector<std::vector<Value>>& rows, const std::string& measure,
             const Value& how, const std::string& weighted) {
  for (const auto& row : rows)
    if (row[0] == Value(measure) && row[1] == how && row[2] == Value(weighted))
      return std::get<double>(row[3]);
  ADD_FAILURE() << measure;
  return 0;
}

TEST(PortfolioFile, EveryMeasureOfThePublishedExample) {
  const auto file = read_portfolios(kExample, "p.csv", "");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->states, 10);
  const auto rows = measures_of(file->both);
  EXPECT_EQ(rows.size(), 4u + 1 + 6 + 6);
  const Value absolute{std::string("absolute")}, squared{std::string("squared")};
  EXPECT_NEAR(value(rows, "S", absolute, "no"), 0.533333, 1e-6);
  EXPECT_NEAR(value(rows, "S", squared, "yes"), 0.577778, 1e-6);
  EXPECT_NEAR(value(rows, "tau_b", {}, "no"), 0.348481, 1e-6);
  EXPECT_NEAR(value(rows, "pi", absolute, "no"), 0.414226, 1e-6);
  EXPECT_NEAR(value(rows, "kappa", squared, "yes"), 0.379085, 1e-6);
}

TEST(PortfolioFile, LevelsMayBeWiderThanWhatOccurs) {
  const std::string bytes = "state,weight,a,b\nx,1,1,0\ny,1,0,0\n";
  EXPECT_NEAR(*read_portfolios(bytes, "p", "")
                   ->both.s(solve::Disagreement::absolute, solve::Counting::once),
              0, 1e-15);
  EXPECT_NEAR(*read_portfolios(bytes, "p", "0:3")
                   ->both.s(solve::Disagreement::absolute, solve::Counting::once),
              1 - 1.0 / 3, 1e-15);
}

std::vector<Code> codes(const std::string& bytes, const std::string& levels = "") {
  const auto file = read_portfolios(bytes, "p.csv", levels);
  std::vector<Code> found;
  if (!file)
    for (const Error& fault : file.error()) found.push_back(fault.code);
  return found;
}

TEST(PortfolioFile, EveryFaultAtOnceWithItsPlace) {
  using ::testing::ElementsAre;
  EXPECT_THAT(codes("state,weight,a,c\n"), ElementsAre(Code::missing_key, Code::unknown_key));
  EXPECT_THAT(codes("state,weight,a,b\n"), ElementsAre(Code::empty_file));
  EXPECT_THAT(codes("state,weight,a,b\nx,-1,0,0\n,1,x,0\nx,w,0,9\n", "0:3"),
              ElementsAre(Code::bad_value, Code::bad_value, Code::wrong_type, Code::duplicate,
                          Code::wrong_type, Code::bad_value));
  EXPECT_THAT(codes("state,weight,a,b\nx,1,0,0\n"), ElementsAre(Code::bad_value));
  EXPECT_THAT(codes("state,weight,a,b\nx,1,0,500\n"), ElementsAre(Code::bad_value));
  for (const char* levels : {"3", "3:0", "0:x", "0:101", ":", "2:2"})
    EXPECT_THAT(codes("state,weight,a,b\nx,1,0,0\n", levels),
                ::testing::Contains(Code::bad_argument))
        << levels;
  const auto refused = read_portfolios("state,weight,a,b\nx,1,0,0\ny,1,0,no\n", "p.csv", "");
  EXPECT_EQ(refused.error().front().where.line, 3);
  EXPECT_EQ(refused.error().front().where.column, 7);
}

TEST(Similarity, OfAYearFromTheDatabase) {
  const panel::TestFile file("similarity");
  {
    history::Store store = file.open();
    panel::add_small_world(store);
  }
  const auto record = ask("1900", {{"data", {file.path()}}});
  ASSERT_TRUE(record) << to_text(record.error().front());
  const card::Table& table = record->tables.front();
  ASSERT_EQ(table.size(), 6u);
  // By name: FRA, GBR, USA, germany.
  EXPECT_EQ(table.cell(0, 0), Value(std::string("FRA")));
  EXPECT_EQ(table.cell(0, 1), Value(std::string("GBR")));
  EXPECT_NEAR(std::get<double>(table.cell(0, 3)), 1 - 2 * (2.0 / 3) / 4, 1e-15);
  EXPECT_NE(table.cell(0, 4), Value());
  EXPECT_FALSE(record->provenance.inputs.empty());
  const auto plain = ask("1900", {{"data", {file.path()}}, {"weights", {"none"}}});
  EXPECT_EQ(plain->tables.front().cell(0, 4), Value());
  const auto one = ask("", {{"data", {file.path()}}, {"from", {"1900"}}, {"to", {"1900"}}}, 1);
  for (std::size_t row = 0; row < 6; ++row)
    for (std::size_t i = 0; i < 8; ++i)
      EXPECT_EQ(one->tables.front().cell(row, i), table.cell(row, i));
}

TEST(Similarity, LaterYearsComeFromTheLibrary) {
  const panel::TestFile file("similarity_later");
  {
    history::Store store = file.open();
    panel::add_small_world(store);
  }
  const auto record = ask("2026", {{"data", {file.path()}}});
  ASSERT_TRUE(record);
  EXPECT_GT(record->tables.front().size(), 10'000u);
  EXPECT_THAT(record->notices.front(), HasSubstr("from the library"));
  const auto beyond = ask("2050", {{"data", {file.path()}}});
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error().front().code, Code::bad_value);
}

TEST(Similarity, WhatIsAskedMustBeClear) {
  for (const auto& [subject, arguments] :
       std::vector<std::pair<std::string, card::Arguments>>{{"", {}},
                                                            {"soon", {}},
                                                            {"1700", {}},
                                                            {"1900", {{"from", {"1900"}}}},
                                                            {"", {{"from", {"1900"}}}},
                                                            {"1900", {{"levels", {"0:3"}}}},
                                                            {"1900", {{"portfolios", {"p.csv"}}}},
                                                            {"", {{"portfolios", {"no.csv"}}}}})
    EXPECT_FALSE(ask(subject, arguments)) << subject;
  const auto turned = ask("", {{"from", {"1901"}}, {"to", {"1900"}}});
  EXPECT_EQ(turned.error().front().code, Code::order_of_dates);
  const auto missing = ask("1900", {{"data", {"/no/such/file"}}});
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error().front().hint, HasSubstr("entente import atop FILE"));
}

}  // namespace
}  // namespace entente::analysis
