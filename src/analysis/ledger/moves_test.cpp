#include "analysis/ledger/moves.h"

#include <gtest/gtest.h>

#include <set>

#include "campaign/test_scenario.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

campaign::Question question_of(const scenario::Library& library) {
  auto read = campaign::read_question(library, {{"vary", {"all"}}});
  EXPECT_TRUE(read);
  return std::move(read).value();
}

TEST(Moves, FactorsHaveNamesKeysAndNoDoubles) {
  const auto factors = factors_of(question_of(reference()));
  std::set<std::string> names;
  for (const campaign::Factor& one : factors) {
    EXPECT_TRUE(names.insert(one.name).second) << one.name;
    EXPECT_FALSE(one.keys.empty()) << one.name;
  }
  for (const char* name : {"warning_days", "rho", "forces of USA", "demand of taiwan",
                           "readiness: forward", "reliability of USA", "stake_usa_twn"})
    EXPECT_TRUE(names.contains(name)) << name;
}

TEST(Moves, ByHand) {
  const auto library = reformed(R"([scenario]
name = "warning"
empty = true
[element_weights]
brigade = 1
[[state]]
id = "guard"
[[state]]
id = "client"
[[state]]
id = "raider"
[[commitment]]
promisor = "guard"
beneficiary = "client"
kind = "fight"
reliability = 1
[[contingency]]
id = "t"
event = "raider attacks client"
demand = [{ element = "brigade", day = 0, amount = 9 }]
[[pool]]
owner = "guard"
base = "barracks"
element = "brigade"
amount = 8
amount_low = 4
amount_high = 8.8
[[deploy]]
pool = "guard/barracks"
contingency = "t"
days = 12
[uncertainty]
warning_days = [0, 30]
)");
  ASSERT_TRUE(library);
  const campaign::Question question = question_of(*library);
  const auto moves = what_moves(question, {0}, library->world.symbols, 5, 4, entente::Run{});
  ASSERT_EQ(moves.size(), 3u);
  // 9 are asked. With 4.4 or 8.72 units from day 10 on, 4.6 or 0.28 are short for 80 days of 90.
  EXPECT_EQ(moves[0].factor.name, "forces of guard");
  EXPECT_EQ(moves[1].factor.name, "forces: brigade");
  EXPECT_FALSE(moves[0].factor.assumption);
  EXPECT_NEAR(moves[0].screened, 100 * (0.28 - 4.6) * 80 / 90, 1e-6);
  // With half a day of warning 9 are short for 30 days, then 1; with 27.5 days 1 is from the first.
  const double late = 100 * (9 * 30.0 / 90 + 1 * 60.0 / 90), early = 100;
  EXPECT_EQ(moves[2].factor.name, "warning_days");
  EXPECT_TRUE(moves[2].factor.assumption);
  EXPECT_NEAR(moves[2].screened, early - late, 1e-6);
  ASSERT_TRUE(moves[2].drawn);
  EXPECT_NEAR(moves[2].drawn->mean(0), late, 1e-6);
  EXPECT_NEAR(moves[2].drawn->mean(1), early, 1e-6);
  EXPECT_NEAR(moves[2].drawn->mean(2), early - late, 1e-6);
}

}  // namespace
}  // namespace entente::analysis
