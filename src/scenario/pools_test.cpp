#include "scenario/pools.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

class Pools : public testing::Test {
 protected:
  void figure(const std::string& what, const std::string& where, double value, double low,
              double high, const std::string& status = "assumption", int year = 2026) {
    world.figures.push_back({made.at("USA"),
                             what,
                             where,
                             value,
                             low,
                             high,
                             "units",
                             year,
                             status,
                             {"a study", 'B', ""}});
  }

  const world::Pool* pool(std::string_view base, std::string_view element) {
    for (const world::Pool& one : world.pools)
      if (one.base == made.at(base) && one.element == made.at(element)) return &one;
    return nullptr;
  }

  test::ForceWorld made;
  world::World& world = made.world;
};

TEST_F(Pools, AreFiguresNamedAfterElements) {
  figure("heavy_brigade_home_defence", "home", 0.1, 0, 0.25);
  figure("tanker", "port", 3, 2, 4, "derived");
  figure("gdp", "", 30000, 29000, 31000);
  derive_pools(world, {{made.at("USA"), made.at("home")}});
  ASSERT_EQ(world.pools.size(), 2u);
  const world::Pool* brigades = pool("home", "heavy_brigade");
  ASSERT_NE(brigades, nullptr);
  EXPECT_TRUE(brigades->home);
  EXPECT_EQ(brigades->owner, made.at("USA"));
  EXPECT_EQ(brigades->amount.value, 16);
  EXPECT_EQ(brigades->amount.low, 12);
  EXPECT_TRUE(brigades->amount.assumption);
  EXPECT_EQ(brigades->home_defence.high, 0.25);
  EXPECT_EQ(brigades->source, "a study");
  EXPECT_FALSE(brigades->ready);
  const world::Pool* tankers = pool("port", "tanker");
  ASSERT_NE(tankers, nullptr);
  EXPECT_FALSE(tankers->home);
  EXPECT_FALSE(tankers->amount.assumption);
  EXPECT_EQ(tankers->amount.confidence, 'B');
  EXPECT_EQ(tankers->home_defence.value, 0);
  EXPECT_TRUE(tankers->home_defence.fixed()) << "no figure: nothing stays";
}

TEST_F(Pools, TakeTheLatestYear) {
  figure("heavy_brigade", "home", 18, 15, 20, "derived", 2027);
  figure("heavy_brigade", "home", 20, 15, 25, "derived", 2020);
  derive_pools(world, {});
  ASSERT_EQ(world.pools.size(), 1u);
  EXPECT_EQ(world.pools[0].amount.value, 18);
}

TEST_F(Pools, ReplaceThoseThatWereThere) {
  derive_pools(world, {});
  derive_pools(world, {});
  EXPECT_EQ(world.pools.size(), 1u);
}

TEST_F(Pools, AreSortedWithTheWorld) {
  figure("tanker", "alpha", 1, 1, 1, "derived");
  figure("heavy_brigade", "alpha", 1, 1, 1, "derived");
  derive_pools(world, {});
  world.index();
  ASSERT_EQ(world.pools.size(), 3u);
  EXPECT_EQ(world.pools[0].base, made.at("alpha"));
  EXPECT_EQ(world.pools[0].element, made.at("heavy_brigade"));
  EXPECT_EQ(world.pools[1].element, made.at("tanker"));
  EXPECT_EQ(world.pools[2].base, made.at("home"));
}

}  // namespace
}  // namespace entente::scenario
