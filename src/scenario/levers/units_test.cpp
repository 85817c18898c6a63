// What units cost, and where new ones stand.
#include <cmath>

#include "scenario/levers/test_levers.h"

namespace entente::scenario {
namespace {

using test::expect_range;
using test::lever_library;
using world::Uncertain;

class Units : public testing::Test {
 protected:
  Symbol at(std::string_view name) { return library_.world.symbols.intern(name); }
  const world::Element& brigade() {
    for (const world::Element& one : library_.world.elements)
      if (one.id == at("heavy_brigade")) return one;
    std::abort();
  }
  Library library_ = lever_library();
};

TEST_F(Units, CostPurchaseAndTenYearsAtThePricesOfTheOwner) {
  EXPECT_NEAR(unit_cost(library_.world, brigade(), at("USA")), 3 + 10 * 1, 1e-12);
  EXPECT_NEAR(unit_cost(library_.world, brigade(), at("FRA")), 3 + 10 * 0.6, 1e-12);
  expect_range(unit_cost_range(library_.world, brigade(), at("FRA")), 9, 2 + 4, 4 + 8);
  EXPECT_NEAR(unit_cost(library_.world, brigade(), at("USA"), 1), 4, 1e-12);
}

TEST_F(Units, CostMoreToBuyOnSeveralLines) {
  const double lines = std::pow(17, 0.15);  // 1.53: Wright's law, turned round.
  EXPECT_NEAR(lines, 1.53, 0.005);
  EXPECT_NEAR(unit_cost(library_.world, brigade(), at("USA"), 10, 17), 3 * lines + 10, 1e-12);
  EXPECT_NEAR(unit_cost(library_.world, brigade(), at("USA"), 10, 17, 0.32),
              3 * std::pow(17, 0.32) + 10, 1e-12);
  const Uncertain range = unit_cost_range(library_.world, brigade(), at("USA"), 10, 17);
  EXPECT_NEAR(range.low, 2 * std::pow(17, 0.05) + 10, 1e-12);
  EXPECT_NEAR(range.high, 4 * std::pow(17, 0.32) + 10, 1e-12);
}

TEST_F(Units, StandAtTheLargestHomeBaseOfTheElement) {
  const auto base = [&](std::string_view owner, std::string_view element) {
    return library_.world.symbols.name(home_base(library_, at(owner), at(element)));
  };
  EXPECT_EQ(base("USA", "heavy_brigade"), "us_east");  // Not us_west, not gulf.
  EXPECT_EQ(base("USA", "tanker"), "us_east");         // It has none: where most of its forces are.
  EXPECT_EQ(base("DEU", "heavy_brigade"), "germany_north");
  EXPECT_EQ(base("GBR", "heavy_brigade"), "");
  library_.plan.empty = true;
  EXPECT_EQ(base("GBR", "heavy_brigade"), "gbr");
}

TEST_F(Units, AreAddedBesideWhatTheTablesSay) {
  ASSERT_TRUE(add_units(library_, at("USA"), at("heavy_brigade"), Uncertain::known(2)));
  ASSERT_TRUE(add_units(library_, at("USA"), at("heavy_brigade"), Uncertain::known(1)));
  ASSERT_TRUE(add_units(library_, at("DEU"), at("tanker"), Uncertain::known(3)));
  EXPECT_FALSE(add_units(library_, at("GBR"), at("tanker"), Uncertain::known(3)));
  const world::Pool* there = test::pool(library_, "USA", "us_east");
  ASSERT_NE(there, nullptr);
  expect_range(there->amount, 16, 15, 17);
  expect_range(there->added, 3, 3, 3);
  const world::Pool* made = test::pool(library_, "DEU", "germany_north", "tanker");
  ASSERT_NE(made, nullptr);
  EXPECT_TRUE(made->home);
  expect_range(made->added, 3, 3, 3);
}

}  // namespace
}  // namespace entente::scenario
