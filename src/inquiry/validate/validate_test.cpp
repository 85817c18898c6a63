#include "inquiry/validate/validate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "inquiry/validate/case.h"

namespace entente::inquiry {
namespace {

const scenario::Library& library() {
  static const scenario::Library made = scenario::built_in_library().value();
  return made;
}

Result<card::Record> ask(const std::string& subject) {
  const card::Arguments arguments{{"data", {testing::TempDir() + "/no_such_database"}}};
  const Run run;
  return validate.run({library(), subject, arguments, run});
}

TEST(Validate, EveryFigureThatIsComputedComesOut) {
  const auto record = ask("");
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->holds);
  const card::Table& table = record->tables.front();
  EXPECT_GT(table.rows.size(), 50u);
  for (const auto& row : table.rows) {
    const std::string name = std::get<std::string>(row[0]) + ": " + std::get<std::string>(row[1]);
    if (const bool* holds = std::get_if<bool>(&row[5])) {
      EXPECT_TRUE(*holds) << name;
      EXPECT_FALSE(std::holds_alternative<std::monostate>(row[3])) << name;
    } else {  // What was not run says what it needs.
      EXPECT_TRUE(std::holds_alternative<std::monostate>(row[3])) << name;
      EXPECT_FALSE(std::get<std::string>(row[7]).empty()) << name;
    }
  }
}

TEST(Validate, CasesAreSortedAndNamedOnce) {
  const auto cases = all_cases();
  for (std::size_t i = 1; i < cases.size(); ++i) EXPECT_LT(cases[i - 1]->name, cases[i]->name);
  for (const Case* one : cases) {
    EXPECT_FALSE(one->cites.empty() || one->source.empty()) << one->name;
    EXPECT_TRUE(one->status == "published" || one->status == "derived") << one->name;
  }
}

TEST(Validate, OneCaseAlone) {
  const auto record = ask("opportunism");
  ASSERT_TRUE(record);
  for (const auto& row : record->tables.front().rows)
    EXPECT_EQ(std::get<std::string>(row[0]), "opportunism");
}

TEST(Validate, UnknownCasesAreRefusedWithTheNearestName) {
  const auto record = ask("oportunism");
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().front().code, Code::unknown_name);
  EXPECT_EQ(record.error().front().message, "there is no case called `oportunism`");
  EXPECT_NE(record.error().front().hint.find("opportunism"), std::string::npos);
}

TEST(Validate, AFigureThatDoesNotComeOutSaysSo) {
  EXPECT_FALSE(*near("x", 1, 1.2, 0.1).holds);
  EXPECT_TRUE(*near("x", 1, 1.05, 0.1).holds);
  EXPECT_FALSE(*near("x", 1, std::nan(""), 0.1).holds);
  EXPECT_FALSE(*same("x", std::string("bound"), std::string("none")).holds);
  EXPECT_FALSE(not_run("x", 1.0, 0, "a file").holds.has_value());
}

}  // namespace
}  // namespace entente::inquiry
