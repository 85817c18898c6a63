// Who may answer a contingency, and what is refused.
#include "campaign/answers.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::reformed;

constexpr std::string_view kStates = R"([scenario]
name = "few"
empty = true
[element_weights]
brigade = 1
[[state]]
id = "guard"
forces = { brigade = 4 }
[[state]]
id = "client"
[[state]]
id = "raider"
)";

std::string promise(const std::string& kind, const std::string& form = "treaty") {
  return "[[commitment]]\npromisor = \"guard\"\nbeneficiary = \"client\"\nkind = \"" + kind +
         "\"\nform = \"" + form + "\"\n";
}

std::string contingency(const std::string& event) {
  return "[[contingency]]\nid = \"t\"\nevent = \"" + event +
         "\"\ndemand = [{ element = \"brigade\", day = 0, amount = 3 }]\n";
}

Result<std::vector<Answer>> answered(const std::string& text) {
  const auto library = reformed(std::string(kStates) + text);
  if (!library) return library.error();
  return answers(*library);
}

const std::string kAttack = contingency("raider attacks client");
const std::string kHosts = "host_supply = [{ element = \"brigade\", day = 0, amount = 1 }]\n";

TEST(Answers, DutiesThatMoveForces) {
  for (const char* kind : {"fight", "assist", "consult"}) {
    const auto found = answered(promise(kind) + kAttack);
    ASSERT_TRUE(found) << to_text(found.error().front());
    ASSERT_EQ(found->size(), 1u);
    ASSERT_EQ(found->front().helpers.size(), 1u) << kind;
    EXPECT_EQ(word(found->front().helpers[0].duty), kind);
    EXPECT_FALSE(found->front().helpers[0].ad_hoc());
  }
}

TEST(Answers, DutiesThatMoveNone) {
  for (const char* kind : {"share", "host", "stay_out", "not_attack", "supply"}) {
    const auto found = answered(promise(kind) + kAttack + kHosts);
    ASSERT_TRUE(found) << to_text(found.error().front());
    EXPECT_TRUE(found->front().helpers.empty()) << kind;
  }
}

TEST(Answers, SupplyMovesForcesUnderAStatute) {
  const auto found = answered(promise("supply", "statute") + kAttack);
  ASSERT_TRUE(found) << to_text(found.error().front());
  ASSERT_EQ(found->front().helpers.size(), 1u);
  EXPECT_EQ(found->front().helpers[0].duty, world::Duty::supply);
}

TEST(Answers, TheStrongestOfSeveralDuties) {
  const auto found = answered(promise("consult") + promise("assist") + kAttack);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->front().helpers.size(), 1u);
  EXPECT_EQ(found->front().helpers[0].promises.size(), 2u);
  EXPECT_EQ(found->front().helpers[0].duty, world::Duty::assist);
}

TEST(Answers, NobodyDefendsIsAFaultAtTheEvent) {
  const auto found = answered(kAttack);
  ASSERT_FALSE(found);
  ASSERT_EQ(found.error().size(), 1u);
  const Error& fault = found.error().front();
  EXPECT_EQ(fault.code, Code::bad_value);
  EXPECT_GT(fault.where.line, 0);
  EXPECT_NE(fault.message.find("`t`"), std::string::npos) << fault.message;
}

TEST(Answers, OwnForcesAreDefenceEnough) {
  const auto found = answered(kAttack + kHosts);
  ASSERT_TRUE(found) << to_text(found.error().front());
  EXPECT_TRUE(found->front().helpers.empty());
}

TEST(Answers, TargetsAndAttackersAreNoHelpers) {
  const Symbols& symbols = test::reference().world.symbols;
  for (const Answer& one : test::reference_laid().situation.law) {
    EXPECT_FALSE(one.targets.empty());
    for (const Helper& helper : one.helpers) {
      EXPECT_EQ(std::ranges::find(one.targets, helper.state), one.targets.end());
      for (const char* attacker : {"RUS", "CHN", "PRK", "IRN"})
        EXPECT_NE(symbols.name(helper.state), attacker);
    }
    EXPECT_TRUE(std::ranges::is_sorted(
        one.helpers, {}, [&](const Helper& helper) { return symbols.name(helper.state); }));
  }
}

TEST(Answers, ForcesInOrNextToTheTheatreAreATripwire) {
  const test::Laid& laid = test::reference_laid();
  EXPECT_TRUE(laid.helper("USA", "baltic")->tripwire);
  EXPECT_TRUE(laid.helper("CAN", "baltic")->tripwire);
  EXPECT_FALSE(laid.helper("POL", "baltic")->tripwire);  // At home, not deployed.
  EXPECT_FALSE(laid.helper("PRT", "baltic")->tripwire);
}

}  // namespace
}  // namespace entente::campaign
