#include "scenario/plan.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

struct Read {
  std::vector<std::vector<Symbol>> sets;
  Faults faults;
  Symbols symbols;
};

Read read(const std::string& sets) {
  Read read;
  const auto document = text::parse_toml("sets = " + sets, "scenario.toml");
  EXPECT_TRUE(document);
  const std::vector<std::string> known{"baltic", "korea", "taiwan"};
  read.sets =
      read_sets(*document->root.find("sets"), "scenario.toml", known, read.symbols, read.faults);
  return read;
}

TEST(Sets, KeepTheOrderOfTheFile) {
  const Read found = read("[[\"taiwan\"], [\"taiwan\", \"baltic\"]]");
  EXPECT_TRUE(found.faults.empty());
  ASSERT_EQ(found.sets.size(), 2u);
  ASSERT_EQ(found.sets[1].size(), 2u);
  EXPECT_EQ(found.symbols.name(found.sets[1][0]), "taiwan");
  EXPECT_EQ(found.symbols.name(found.sets[1][1]), "baltic");
}

TEST(Sets, NameTheNearestContingency) {
  const Read found = read("[[\"baltik\"]]");
  ASSERT_EQ(found.faults.size(), 1u);
  EXPECT_EQ(found.faults[0].code, Code::unknown_name);
  EXPECT_EQ(found.faults[0].hint, "did you mean `baltic`?");
  EXPECT_EQ(found.faults[0].where.file, "scenario.toml");
  EXPECT_EQ(found.faults[0].where.column, 10);
}

TEST(Sets, StandOnceInAnyOrder) {
  const Read found = read("[[\"korea\", \"taiwan\"], [\"taiwan\", \"korea\"]]");
  EXPECT_EQ(test::shown(found.faults), "1:30 duplicate\n");
  EXPECT_EQ(found.sets.size(), 1u);
}

TEST(Sets, HoldContingenciesOnce) {
  EXPECT_EQ(test::shown(read("[[\"korea\", \"korea\"]]").faults), "1:19 duplicate\n");
  EXPECT_EQ(test::shown(read("[[]]").faults), "1:9 bad_value\n");
}

TEST(Sets, AreListsOfLists) {
  EXPECT_EQ(test::shown(read("\"korea\"").faults), "1:8 wrong_type\n");
  EXPECT_EQ(test::shown(read("[\"korea\", \"taiwan\"]").faults),
            "1:9 wrong_type\n1:18 wrong_type\n");
  EXPECT_EQ(test::shown(read("[[1]]").faults), "1:10 wrong_type\n");
}

}  // namespace
}  // namespace entente::scenario
