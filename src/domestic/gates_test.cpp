#include "domestic/gates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace entente::domestic {
namespace {

TEST(Gates, ThoseOfADemocracy) {
  const Gates gates;
  const auto of = [&](Decision d) { return gate(Regime::democracy, d, gates); };
  EXPECT_DOUBLE_EQ(of(Decision::send_troops), 0.45);
  EXPECT_DOUBLE_EQ(of(Decision::conscription), 0.5);
  EXPECT_DOUBLE_EQ(of(Decision::nuclear), 0.6);
  EXPECT_DOUBLE_EQ(of(Decision::tax), 0.45);
}

TEST(Gates, OneForAllElsewhere) {
  for (const Decision d : decisions()) EXPECT_DOUBLE_EQ(gate(Regime::other, d, {}), 0.2) << word(d);
}

TEST(Gates, AtTheGateIsThrough) {
  EXPECT_TRUE(passes(0.45, Regime::democracy, Decision::send_troops, {}));
  EXPECT_FALSE(passes(0.449, Regime::democracy, Decision::send_troops, {}));
  EXPECT_TRUE(passes(0.3, Regime::other, Decision::send_troops, {}));
}

TEST(Gates, WordsAreInOrderAndFound) {
  EXPECT_TRUE(std::ranges::is_sorted(decisions(), {}, [](Decision d) { return word(d); }));
  for (const Decision d : decisions()) {
    ASSERT_NE(find_decision(word(d)), nullptr) << word(d);
    EXPECT_EQ(*find_decision(word(d)), d);
  }
  EXPECT_EQ(find_decision("war"), nullptr);
}

TEST(Gates, DefaultsAreThoseOfTheFields) {
  const Gates gates;
  for (const Gate& one : kGates)
    EXPECT_DOUBLE_EQ(std::stod(std::string(one.field.fallback)), gates.*one.value)
        << one.field.name;
}

}  // namespace
}  // namespace entente::domestic
