// Movers: what is held, where, and what it then moves.
#include "campaign/movers.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::reference_laid;

/// A stake that is not known.
const auto& kStake = actors::kStakes[1];

/// Warning days and a stake as premises have them in the nominal world.
std::vector<double> read(const Laid& laid, const Premises& premises) {
  const Numbers n = numbers_of(laid.situation, premises, laid.library.world.symbols, WorldId{});
  return {n.campaign.warning_days, stakes_of(premises, {}).*kStake.value};
}

TEST(FactorEnds, HoldOneThingAtATimeAtItsEnds) {
  const Laid& laid = reference_laid();
  std::vector<Factor> factors = factors_of(laid);
  for (Factor& one : deciding_factors(laid)) factors.push_back(std::move(one));
  const auto pairs = at_both_ends(
      laid, factors, [&](const Push& push) { return read(laid, held_at(laid.premises, push)); },
      entente::Run{});
  EXPECT_LE(pairs.size(), factors.size());  // What has no range is left out.
  const auto warning = movers_of(pairs, 0);
  ASSERT_EQ(warning.size(), 1u);  // Nothing else moves it.
  EXPECT_EQ(warning[0].name, "warning_days");
  EXPECT_TRUE(warning[0].assumption);
  EXPECT_EQ(warning[0].unit, "days");
  // Half of the chance lies on either side of 5, within 0 to 30.
  EXPECT_DOUBLE_EQ(*warning[0].low, 0.5);
  EXPECT_DOUBLE_EQ(*warning[0].high, 27.5);
  EXPECT_DOUBLE_EQ(warning[0].at_low, 0.5);
  EXPECT_DOUBLE_EQ(warning[0].at_high, 27.5);
  const auto stake = movers_of(pairs, 1);
  ASSERT_EQ(stake.size(), 1u);
  EXPECT_EQ(stake[0].name, kStake.field.name);
  EXPECT_LT(stake[0].at_low, stake[0].at_high);
}

TEST(FactorEnds, OfForcesTheirKindsAreEnough) {
  const auto all = factors_of(reference_laid()), few = without_owners(all);
  const auto has = [](const std::vector<Factor>& list, std::string_view name) {
    return std::ranges::find(list, name, &Factor::name) != list.end();
  };
  EXPECT_LT(3 * few.size(), 2 * all.size());
  EXPECT_TRUE(has(all, "forces of DEU") && !has(few, "forces of DEU"));
  for (const char* name : {"forces: heavy_brigade", "reliability of USA", "warning_days"})
    EXPECT_TRUE(has(few, name)) << name;
}

TEST(FactorEnds, WhatThePremisesHoldIsHeldInEveryDrawOfStakes) {
  const Laid& laid = reference_laid();
  Premises premises = laid.premises;
  premises.held = {{{assumption_key(kStake.field.name)}, 0.5}};
  for (std::uint64_t draw = 0; draw < 5; ++draw) {
    EXPECT_EQ(stakes_of(premises, {1, draw}).*kStake.value, laid.premises.stakes.*kStake.value);
    EXPECT_NE(stakes_of(laid.premises, {1, draw}).*kStake.value,
              laid.premises.stakes.*kStake.value);
  }
}

}  // namespace
}  // namespace entente::campaign
