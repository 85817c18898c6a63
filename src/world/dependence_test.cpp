#include "world/dependence.h"

#include <gtest/gtest.h>

#include "world/world.h"

namespace entente::world {
namespace {

class SupplyCircle : public testing::Test {
 protected:
  Dependency row(std::string_view user, std::string_view supplier, double share = 0.5,
                 std::string_view service = "spares") {
    Dependency one;
    one.user = world.symbols.intern(user);
    one.element = world.symbols.intern("tanker");
    one.service = world.symbols.intern(service);
    one.supplier = world.symbols.intern(supplier);
    one.share = Uncertain::known(share);
    return one;
  }
  std::string closed(const Dependency& last) const {
    std::string words;
    for (const Symbol one : supply_circle(world, world.dependencies, last))
      words += (words.empty() ? "" : " ") + world.symbols.name(one);
    return words;
  }

  World world;
};

TEST_F(SupplyCircle, IsClosedByTheRowThatLeadsBack) {
  world.dependencies = {row("GBR", "USA"), row("USA", "JPN"), row("FRA", "GBR")};
  EXPECT_EQ(closed(row("JPN", "GBR")), "JPN GBR USA JPN");
  EXPECT_EQ(closed(row("JPN", "FRA")), "JPN FRA GBR USA JPN");
  EXPECT_EQ(closed(row("JPN", "DEU")), "");
  EXPECT_EQ(closed(row("FRA", "USA")), "") << "two ways to one supplier are no circle";
}

TEST_F(SupplyCircle, OfOneStateIsSelfSupply) { EXPECT_EQ(closed(row("GBR", "GBR")), "GBR GBR"); }

TEST_F(SupplyCircle, NeedsOneServiceAndElementAndAShare) {
  world.dependencies = {row("GBR", "USA"), row("GBR", "FRA", 0)};
  EXPECT_EQ(closed(row("USA", "GBR")), "USA GBR USA");
  EXPECT_EQ(closed(row("USA", "GBR", 0.5, "munitions")), "");
  EXPECT_EQ(closed(row("USA", "GBR", 0)), "");
  EXPECT_EQ(closed(row("FRA", "GBR")), "");
}

TEST_F(SupplyCircle, GoesThroughAGroupOnlyWhereItIsOneState) {
  Group alone, several;
  alone.id = world.symbols.intern("alone");
  alone.members = {{world.symbols.intern("GBR"), {}}};
  several.id = world.symbols.intern("several");
  several.members = {{world.symbols.intern("GBR"), {}}, {world.symbols.intern("FRA"), {}}};
  world.groups = {alone, several};
  EXPECT_EQ(closed(row("GBR", "alone")), "GBR GBR");
  EXPECT_EQ(closed(row("GBR", "several")), "") << "the others of it supply";
}

}  // namespace
}  // namespace entente::world
