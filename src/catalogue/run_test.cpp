#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "catalogue/catalogue.h"

namespace entente::catalogue {
namespace {

constexpr std::string_view kChoices[] = {"table", "map"};
constexpr card::Field kFields[] = {
    {.name = "on_day", .type = card::Type::date, .fallback = "2026-07-01"},
    {.name = "level", .type = card::Type::integer, .low = 0, .high = 7},
    {.name = "share", .type = card::Type::number},
    {.name = "given", .repeated = true},
    {.name = "shown", .type = card::Type::choice, .choices = kChoices},
    {.name = "deep", .type = card::Type::boolean},
};

Result<card::Record> echo(const scenario::Request& request) {
  card::Record record;
  record.finding = request.subject + " on " + card::argument(request.arguments, "on_day");
  return record;
}

const Analysis kEcho{.card = {.name = "echo_back",
                              .question = "What was said?",
                              .source = "this test",
                              .subject = card::Subject::state,
                              .subject_help = "USA",
                              .fields = kFields},
                     .run = echo};

scenario::Library library() {
  scenario::Library made;
  made.hash = "0123456789abcdef";
  return made;
}

std::vector<Code> codes(const Faults& faults) {
  std::vector<Code> found;
  for (const Error& fault : faults) found.push_back(fault.code);
  return found;
}

TEST(Run, StampsProvenanceAndDefaults) {
  entente::Run how;
  how.seed = 7;
  how.threads = 5;
  const auto record =
      run(kEcho, "USA", {{"given", {"A at war with B"}}, {"deep", {"true"}}}, how, library());
  ASSERT_TRUE(record);
  EXPECT_EQ(record->finding, "USA on 2026-07-01");
  EXPECT_EQ(record->analysis, "echo_back");
  EXPECT_EQ(record->question, "What was said?");
  EXPECT_EQ(record->scenario_name, "reference_2026");
  EXPECT_EQ(record->scenario_hash, "0123456789abcdef");
  EXPECT_EQ(record->provenance.library, "0123456789abcdef");
  EXPECT_EQ(record->provenance.seed, 7u);
  EXPECT_EQ(record->provenance.command,
            "entente echo-back USA --given \"A at war with B\" --deep --seed 7");
  ASSERT_GE(record->params.size(), 3u);
  EXPECT_EQ(record->params[0].first, "state");
  EXPECT_EQ(record->params[1].first, "on_day");
}

TEST(Run, CollectsEveryFaultOfTheArguments) {
  const auto refused = run(kEcho, "",
                           {{"on_day", {"2026-02-30"}},
                            {"level", {"8"}},
                            {"share", {"much"}},
                            {"shown", {"tabel"}},
                            {"levle", {"1"}}},
                           entente::Run{}, library());
  ASSERT_FALSE(refused);
  EXPECT_EQ(codes(refused.error()),
            (std::vector<Code>{Code::bad_argument, Code::bad_value, Code::unknown_verb,
                               Code::no_such_date, Code::bad_argument, Code::bad_value}));
  EXPECT_NE(refused.error()[2].hint.find("level"), std::string::npos);
  EXPECT_NE(refused.error()[5].hint.find("table"), std::string::npos);
}

TEST(Run, NumbersMustBeWholeTexts) {
  for (const char* text : {"", "1x", "nan", "inf", " 1", "1e999"}) {
    EXPECT_FALSE(check_value(kFields[2], text, {}).empty()) << text;
  }
  for (const char* text : {"1", "-2.5", "1e3"}) {
    EXPECT_TRUE(check_value(kFields[2], text, {}).empty()) << text;
  }
  EXPECT_FALSE(check_value(kFields[1], "1.5", {}).empty());
}

TEST(Run, GivenTwiceIsAFaultUnlessRepeated) {
  EXPECT_EQ(codes(check_arguments(kEcho.card, "USA", {{"level", {"1", "2"}}})),
            std::vector<Code>{Code::duplicate});
  EXPECT_TRUE(check_arguments(kEcho.card, "USA", {{"given", {"a", "b"}}}).empty());
}

TEST(Run, AScenarioAsSubjectIsApplied) {
  const Analysis which{
      .card = {.name = "which", .subject = card::Subject::scenario, .subject_optional = true},
      .run = [](const scenario::Request& request) -> Result<card::Record> {
        card::Record record;
        record.finding = request.library.scenario;
        return record;
      }};
  const auto path = std::filesystem::path(testing::TempDir()) / "run_test_scenario.toml";
  std::ofstream(path) << "[scenario]\nname = \"other\"\n";
  const auto reference = run(which, "", {}, entente::Run{}, library());
  ASSERT_TRUE(reference);
  EXPECT_EQ(reference->finding, "reference_2026");
  const auto named = run(which, "reference_2026", {}, entente::Run{}, library());
  ASSERT_TRUE(named);
  EXPECT_EQ(named->scenario_hash, reference->scenario_hash);
  const auto other = run(which, path.string(), {}, entente::Run{}, library());
  ASSERT_TRUE(other);
  EXPECT_EQ(other->finding, "other");
  EXPECT_EQ(other->scenario_name, "other");
  EXPECT_EQ(other->provenance.inputs.size(), 1u);
  const auto twice =
      run(which, path.string(), {{"scenario", {"reference_2026"}}}, entente::Run{}, library());
  ASSERT_FALSE(twice);
  EXPECT_EQ(codes(twice.error()), std::vector<Code>{Code::duplicate});
}

TEST(Run, ACardThatAppliesScenariosItselfGetsTheLibraryAsItStands) {
  constexpr static card::Field kSecond[] = {
      {.name = "b", .type = card::Type::file, .help = "The second.", .required = true}};
  const Analysis both{.card = {.name = "both",
                               .subject = card::Subject::file,
                               .subject_name = "a",
                               .applies_scenarios = true,
                               .fields = kSecond},
                      .run = [](const scenario::Request& request) -> Result<card::Record> {
                        card::Record record;
                        record.finding = request.library.hash + " without " +
                                         card::argument(request.arguments, "without");
                        return record;
                      }};
  // Nothing is called so, and nothing was looked up: that is the analysis's own affair.
  const auto record =
      run(both, "one", {{"b", {"two"}}, {"without", {"nobody"}}}, entente::Run{}, library());
  ASSERT_TRUE(record);
  EXPECT_EQ(record->finding, "0123456789abcdef without nobody");
  ASSERT_FALSE(record->params.empty());
  EXPECT_EQ(record->params[0].first, "a");
  EXPECT_EQ(record->provenance.command, "entente both one --b two --without nobody");
  const auto refused =
      run(both, "one", {{"b", {"two"}}, {"scenario", {"s"}}}, entente::Run{}, library());
  ASSERT_FALSE(refused);
  EXPECT_EQ(codes(refused.error()), std::vector<Code>{Code::bad_argument});
  const auto lacking = run(both, "", {}, entente::Run{}, library());
  ASSERT_FALSE(lacking);
  EXPECT_EQ(lacking.error()[0].message, "`both` lacks its a");
}

TEST(Run, CancelledRunsStop) {
  entente::Run how;
  how.cancelled = [] { return true; };
  EXPECT_THROW((void)run(kEcho, "USA", {}, how, library()), Cancelled);
}

TEST(ShellWords, AreQuotedWhereTheyMustBe) {
  const std::vector<std::string> words = {"a", "b c", "it's", "x\"y", "$z", ""};
  EXPECT_EQ(shell_words(words), "a \"b c\" \"it's\" 'x\"y' '$z' \"\"");
}

}  // namespace
}  // namespace entente::catalogue
