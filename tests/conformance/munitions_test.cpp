// What every munition, stock, use and tie of the library must carry.
#include <set>

#include "conformance/common.h"

namespace entente::conformance {
namespace {

void check(const world::Uncertain& value, const std::string& what, double most = 1e9) {
  EXPECT_LE(value.low, value.value) << what;
  EXPECT_LE(value.value, value.high) << what;
  EXPECT_GE(value.low, 0) << what;
  EXPECT_LE(value.high, most) << what;
  EXPECT_TRUE(!value.assumption || value.low < value.high || value.high == 0)
      << what << " is an assumption without a range";
}

TEST(Munitions, say_what_fires_them_and_what_they_cost) {
  const auto& world = library().world;
  EXPECT_EQ(world.munitions.size(), 13U);
  for (const world::Munition& one : world.munitions) {
    EXPECT_FALSE(one.definition.empty()) << one.name;
    EXPECT_FALSE(one.fired_by.empty()) << one.name;
    EXPECT_FALSE(one.bottleneck.empty()) << one.name;
    EXPECT_FALSE(one.source.empty()) << one.name;
    check(one.unit_cost, one.name + " unit cost");
    check(one.lead_months, one.name + " lead time");
    check(one.learning_rate, one.name + " learning", 1);
    check(one.approval_months, one.name + " approval");
    EXPECT_GT(one.unit_cost.value, 0) << one.name;
    EXPECT_GT(one.lead_months.value, 0) << one.name;
  }
}

TEST(Munitions, are_counted_for_every_holder) {
  const auto& world = library().world;
  std::set<Symbol> holders;
  for (const world::MunitionStock& one : world.munition_stocks) {
    const std::string what =
        world.symbols.name(one.holder) + " " + world.symbols.name(one.munition);
    holders.insert(one.holder);
    EXPECT_TRUE(world.state(one.holder) != nullptr || world.group(one.holder) != nullptr) << what;
    check(one.stock, what);
    check(one.production, what + " output");
    if (one.target) check(*one.target, what + " target");
    check(one.use_low, what + " low use");
    check(one.use_high, what + " high use");
    EXPECT_LE(one.use_low.value, one.use_high.value) << what;
    EXPECT_TRUE(one.stock_source && one.production_source) << what << " has no source";
  }
  EXPECT_EQ(holders.size(), 14U);
  EXPECT_EQ(world.munition_stocks.size(), holders.size() * world.munitions.size());
}

TEST(Munitions, are_used_and_made_together) {
  const auto& world = library().world;
  std::set<Symbol> places;
  for (const world::MunitionUse& one : world.munition_uses) {
    const std::string what =
        world.symbols.name(one.contingency) + " " + world.symbols.name(one.munition);
    places.insert(one.contingency);
    check(one.per_day, what);
    if (one.days) check(*one.days, what + " days");
    if (one.half_life) check(*one.half_life, what + " half-life");
    EXPECT_TRUE(one.source) << what;
  }
  EXPECT_EQ(places.size(), 5U) << "all but the grey zone";
  EXPECT_EQ(world.munition_uses.size(), 14U);
  for (const world::Coproduction& one : world.coproductions) {
    const std::string what = world.symbols.name(one.from) + " " + world.symbols.name(one.to);
    EXPECT_FALSE(one.munitions.empty()) << what;
    check(one.strength, what, 1);
    EXPECT_TRUE(one.source) << what;
  }
  EXPECT_GE(world.coproductions.size(), 10U);
}

}  // namespace
}  // namespace entente::conformance
