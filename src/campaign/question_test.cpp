// What a question refuses.
#include "campaign/question.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign::test {
namespace {

/// So many contingencies that come due at once, as a scenario from nothing.
std::string many(int count, bool demand = true) {
  std::string text = "[scenario]\nname = \"x\"\nempty = true\n";
  for (int i = 0; i < count; ++i) {
    text += "[[contingency]]\nid = \"c" + std::to_string(i) + "\"\nevent = \"RUS attacks EST\"\n";
    if (demand) text += "demand = [{ element = \"heavy_brigade\", day = 0, amount = 1 }]\n";
    text += "host_supply = [{ element = \"heavy_brigade\", day = 0, amount = 1 }]\n";
  }
  return text;
}

/// The first fault of asking about a scenario.
Error fault(const std::string& text) {
  const auto library = reformed(text);
  if (!library) return library.error().front();
  const auto question = read_question(*library, {});
  return question ? Error{} : question.error().front();
}

TEST(Question, SixteenContingenciesAreTheMost) {
  const auto library = reformed(many(16));
  ASSERT_TRUE(library);
  EXPECT_TRUE(read_question(*library, {}));
  const Error refused = fault(many(17));
  EXPECT_EQ(refused.code, Code::too_large);
  EXPECT_EQ(refused.message, "a set has 17 contingencies");
  EXPECT_EQ(refused.hint, "the most is 16");
}

TEST(Question, AContingencyThatAsksForNothingIsRefused) {
  const Error refused = fault(many(1, false));
  EXPECT_EQ(refused.code, Code::missing_key);
  EXPECT_EQ(refused.message, "the contingency `c0` asks for nothing");
  EXPECT_EQ(refused.hint, "write its `demand`: element, day and amount");
  EXPECT_GT(refused.where.line, 0);
}

TEST(Question, AnAttackerThatIsItsOwnTargetIsRefused) {
  std::string text = many(1);
  text.replace(text.find("RUS attacks"), 3, "EST");
  EXPECT_EQ(fault(text).code, Code::duplicate);
}

TEST(Question, ModelsNobodyHasAreRefused) {
  for (const char* purpose : {"aggressor", "adjudication", "honour"}) {
    const Error refused = fault(many(1) + "[models]\n" + purpose + " = \"nobody\"\n");
    EXPECT_EQ(refused.code, Code::unknown_name) << purpose;
  }
}

TEST(Question, ModelsOfTheScenarioAreTaken) {
  const auto library = reformed(many(1) +
                                "[models]\naggressor = \"satisficer\"\nadjudication = "
                                "\"threshold\"\n[uncertainty]\nloss = [0.5, 0.5]\n");
  ASSERT_TRUE(library);
  const auto question = read_question(*library, {});
  ASSERT_TRUE(question);
  EXPECT_EQ(question->premises.aggressor->card.name, "satisficer");
  EXPECT_EQ(question->premises.judge->card.name, "threshold");
  EXPECT_DOUBLE_EQ(stakes_of(question->premises, {1, 5}).loss, 0.5);
}

TEST(Question, AScenarioNarrowsTheAssumptionsOfEveryVerb) {
  for (const char* name : {"loss", "alpha", "crisis_rate", "gate_tax", "opinion_tax",
                           "revision_gain", "threat_felt"}) {
    const auto library = reformed(many(1) + "[uncertainty]\n" + name + " = [0.05, 0.06]\n");
    ASSERT_TRUE(library) << name;
    EXPECT_TRUE(read_question(*library, {})) << name;
  }
  const Error refused = fault(many(1) + "[uncertainty]\ngate_taxes = [0.4, 0.5]\n");
  EXPECT_EQ(refused.code, Code::unknown_name);
  EXPECT_EQ(refused.hint, "did you mean `gate_tax`?");
}

}  // namespace
}  // namespace entente::campaign::test
