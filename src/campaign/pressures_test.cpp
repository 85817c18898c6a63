// What levers press on whoever may attack, laid out and in a world.
#include "campaign/pressures.h"

#include <gtest/gtest.h>

#include <array>

namespace entente::campaign {
namespace {

using world::Uncertain;

double middle(const Knob& knob) { return knob.range.value; }

scenario::Library library() {
  scenario::Library made;
  Symbols& symbols = made.world.symbols;
  scenario::Pressure here, over, everywhere;
  here.lever = "here";
  here.contingencies = {symbols.intern("storm")};
  here.hazard = Uncertain::known(-0.2);
  over.lever = "over";
  over.states = {symbols.intern("FRA")};
  over.hazard = Uncertain::known(0.5);
  over.cost = Uncertain::known(0.1);
  over.offer = true;
  everywhere.lever = "everywhere";
  everywhere.slip = Uncertain::known(0.01);
  made.plan.pressures = {here, over, everywhere};
  made.plan.umbrellas = {{symbols.intern("USA"), {symbols.intern("FRA")}, Uncertain::known(-0.3)}};
  return made;
}

TEST(Pressures, BearOnContingenciesNamedAndOnStatesProtected) {
  const scenario::Library made = library();
  const Symbols& symbols = made.world.symbols;
  const std::array<Symbol, 1> france{symbols.find("FRA")}, america{symbols.find("USA")};
  EXPECT_EQ(pressures_on(made, symbols.find("storm"), france).size(), 3u);
  EXPECT_EQ(pressures_on(made, symbols.find("storm"), america).size(), 2u);
  const auto elsewhere = pressures_on(made, {}, america);
  ASSERT_EQ(elsewhere.size(), 1u);
  EXPECT_EQ(elsewhere[0].lever, "everywhere");
  EXPECT_EQ(umbrellas_over(made, france).size(), 1u);
  EXPECT_TRUE(umbrellas_over(made, america).empty());
}

TEST(Pressures, MultiplyHazardsAndAddTheRest) {
  const scenario::Library made = library();
  const std::array<Symbol, 1> france{made.world.symbols.find("FRA")};
  const auto all = pressures_on(made, made.world.symbols.find("storm"), france);
  const actors::Pressure one = together(all, middle, made.plan);
  EXPECT_NEAR(one.hazard, 0.8 * 1.5, 1e-12);
  EXPECT_NEAR(one.cost, 0.1, 1e-12);
  EXPECT_NEAR(one.slip, 0.01, 1e-12);
  EXPECT_TRUE(one.offer);
  EXPECT_EQ(one.reputation, 0.5);
  EXPECT_FALSE(together({}, middle, made.plan).any());
}

TEST(Pressures, TakeReputationFromALeverThatAssumesIt) {
  scenario::Library made = library();
  made.plan.assumed = {{"reputation", {0.2, 0, 0.9, true, 'C'}}};
  const auto all = pressures_on(made, made.world.symbols.find("storm"), {});
  EXPECT_NEAR(together(all, middle, made.plan).reputation, 0.2, 1e-12);
}

}  // namespace
}  // namespace entente::campaign
