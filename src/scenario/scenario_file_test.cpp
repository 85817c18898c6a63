#include "scenario/scenario_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "scenario/scenario_fields.h"
#include "scenario/test_library.h"

namespace entente::scenario {
namespace {

using test::fault_lines;
using test::read_text;
using test::shown;
using test::small_library;

constexpr std::string_view kHead = "[scenario]\nname = \"mine\"\n";
constexpr std::string_view kEmpty = "[scenario]\nname = \"mine\"\nempty = true\n";

Faults faults_of(const std::string& text) {
  const auto read = read_text(text, small_library());
  return read ? Faults{} : read.error();
}

std::string after_head(const std::string& text) {
  return shown(faults_of(std::string(kHead) + text));
}

TEST(ScenarioFile, IsReadWithEverySection) {
  const auto read = read_text(R"(
[scenario]
name = "mine"
base = "reference_2026"
date = 2026-01-01
horizon = 30
sets = [["north", "east"]]
[[contingency]]
id = "east"
event = "RUS attacks blue"
weight = 2
demand = [{ element = "heavy_brigade", day = 0, amount = 3 }]
[[state]]
id = "blue"
forces = { heavy_brigade = 2, tanker = 1.5 }
[[pool]]
id = "mover"
owner = "USA"
base = "gulf"
element = "heavy_brigade"
amount = 2
moved_from = "USA/us_west"
[[pool]]
owner = "France"
base = "france"
element = "heavy_brigade"
amount = 5
amount_low = 4
amount_high = 6
ready = 0.5
home_defence = 0.3
home_defence_low = 0.2
home_defence_high = 0.4
home = true
[[readiness]]
element = "tanker"
day = 10
share = 0.5
[[deploy]]
pool = "mover"
contingency = "east"
days = 4
[element_weights]
heavy_brigade = 1
[[commitment]]
promisor = "ITA"
beneficiary = "blue"
kind = "assist"
[agreements]
remove = ["pact"]
[readings]
membership = "does_not"
[[lever]]
card = "grow"
states = ["USA"]
share = 0.5
[uncertainty]
rho = [-0.5, 0.5]
[models]
honour = "independent"
)",
                              small_library());
  ASSERT_TRUE(read) << fault_lines(read.error());
  EXPECT_EQ(read->horizon, 30);
  EXPECT_EQ(read->sets, (std::vector<std::vector<std::string>>{{"north", "east"}}));
  ASSERT_EQ(read->states.size(), 1u);
  EXPECT_EQ(read->states[0].forces[1].first, "tanker");
  EXPECT_EQ(read->states[0].forces[1].second, 1.5);
  ASSERT_EQ(read->pools.size(), 2u);
  EXPECT_EQ(read->pools[0].moved_from, "USA/us_west");
  EXPECT_FALSE(read->pools[0].home);
  EXPECT_EQ(read->pools[1].home_defence_high, 0.4);
  EXPECT_EQ(read->readiness[0].day, 10);
  EXPECT_EQ(read->deployments[0].days, 4);
  EXPECT_EQ(read->commitments[0].duty, treaty::Duty::assist);
  EXPECT_FALSE(read->commitments[0].form);
  EXPECT_EQ(read->levers.size(), 1u);
  EXPECT_EQ(read->uncertainty[0].second, std::pair(-0.5, 0.5));
  EXPECT_EQ(read->models[0], std::pair(std::string("honour"), std::string("independent")));
}

TEST(ScenarioFile, JsonSaysTheSame) {
  const auto document = text::parse_json(
      R"({"scenario": {"name": "mine", "date": "2026-01-01", "sets": [["north"]]},
          "pool": [{"owner": "USA", "base": "gulf", "element": "heavy_brigade", "amount": 2}]})",
      "file.json");
  ASSERT_TRUE(document);
  const auto read = read_scenario(*document, small_library());
  ASSERT_TRUE(read) << fault_lines(read.error());
  EXPECT_EQ(
      to_toml(*read),
      "[scenario]\nname = \"mine\"\ndate = 2026-01-01\nsets = [[\"north\"]]\n\n"
      "[[pool]]\nowner = \"USA\"\nbase = \"gulf\"\nelement = \"heavy_brigade\"\namount = 2\n");
}

TEST(ScenarioFile, HorizonLiesFromOneDayToTenYears) {
  for (const std::string good : {"1", "90", "3650"})
    EXPECT_EQ(after_head("horizon = " + good), "") << good;
  for (const std::string bad : {"0", "-1", "3651", "10000"})
    EXPECT_EQ(after_head("horizon = " + bad), "3:11 bad_value\n") << bad;
  EXPECT_EQ(after_head("horizon = 1.5"), "3:11 wrong_type\n");
}

TEST(ScenarioFile, SharesLieFromZeroToOne) {
  const auto ready = [](const std::string& value) {
    return after_head(
        "[[pool]]\nowner = \"USA\"\nbase = \"gulf\"\nelement = \"heavy_brigade\"\nready = " +
        value);
  };
  EXPECT_EQ(ready("0"), "");
  EXPECT_EQ(ready("1"), "");
  EXPECT_EQ(ready("1.01"), "7:9 bad_value\n");
  EXPECT_EQ(ready("-0.01"), "7:9 bad_value\n");
  EXPECT_EQ(ready("\"half\""), "7:9 wrong_type\n");
}

TEST(ScenarioFile, RangesHaveTwoEndsAroundTheirValue) {
  const auto pool = [](const std::string& keys) {
    return after_head("[[pool]]\nowner = \"USA\"\nbase = \"gulf\"\nelement = \"heavy_brigade\"\n" +
                      keys);
  };
  EXPECT_EQ(pool("amount = 2\namount_low = 1\namount_high = 3"), "");
  EXPECT_EQ(pool("amount = 2\namount_low = 1"), "8:14 range_missing\n");
  EXPECT_EQ(pool("amount = 2\namount_low = 3\namount_high = 1"), "8:14 bad_value\n");
  EXPECT_EQ(pool("amount = 9\namount_low = 1\namount_high = 3"), "7:10 unsourced_range\n");
  EXPECT_EQ(pool("amount_low = 1\namount_high = 3"), "7:14 missing_key\n");
}

TEST(ScenarioFile, NamesAreHeldAgainstTheLibraryAndTheFile) {
  const Faults faults = faults_of(std::string(kHead) + R"([[pool]]
owner = "atlantis"
base = "gulf"
element = "hevy_brigade"
amount = 1
[[pool]]
owner = "USA"
base = "us_wets"
element = "heavy_brigade"
amount = 1
[[deploy]]
pool = "USA/gulff"
contingency = "nroth"
days = -1
[[readiness]]
element = "tankers"
day = 0
share = 0.5
)");
  EXPECT_EQ(shown(faults),
            "4:9 unknown_state\n6:11 unknown_name\n10:8 unknown_name\n14:8 unknown_name\n"
            "15:15 unknown_name\n16:8 bad_value\n18:11 unknown_name\n");
  EXPECT_EQ(faults[1].hint, "did you mean `heavy_brigade`?");
  EXPECT_EQ(faults[2].hint, "did you mean `us_west`?");
  EXPECT_EQ(faults[3].hint, "did you mean `USA/gulf`?");
  EXPECT_EQ(faults[4].hint, "did you mean `north`?");
}

TEST(ScenarioFile, ABaseOfOnesOwnNeedsDays) {
  const std::string pool =
      "[[pool]]\nowner = \"USA\"\nbase = \"moon\"\nelement = \"tanker\"\namount = 1\n";
  EXPECT_EQ(after_head(pool), "5:8 unknown_name\n");
  EXPECT_EQ(after_head(pool + "[[deploy]]\npool = \"moon\"\ncontingency = \"north\"\ndays = 9"),
            "");
}

TEST(ScenarioFile, AnEmptyOneHasElementsOfItsOwn) {
  const std::string pool =
      "[[pool]]\nowner = \"USA\"\nbase = \"x\"\nelement = \"BCT\"\namount = 1\n";
  EXPECT_EQ(after_head(pool), "5:8 unknown_name\n6:11 unknown_name\n");
  EXPECT_EQ(shown(faults_of(std::string(kEmpty) + pool)), "");
  // One letter from a known one: a slip, unless a weight says that it is meant.
  const std::string near =
      "[[pool]]\nowner = \"USA\"\nbase = \"x\"\nelement = \"tankers\"\namount = 1\n";
  EXPECT_EQ(shown(faults_of(std::string(kEmpty) + near)), "7:11 unknown_name\n");
  EXPECT_EQ(shown(faults_of(std::string(kEmpty) + near + "[element_weights]\ntankers = 1")), "");
  // What is asked for must be somebody's or have a weight.
  const std::string demand =
      "[[contingency]]\nid = \"x\"\nevent = \"RUS attacks FRA\"\n"
      "demand = [{ element = \"BCT\", day = 0, amount = 1 }]\n";
  EXPECT_EQ(shown(faults_of(std::string(kEmpty) + demand)), "7:23 unknown_name\n");
  EXPECT_EQ(shown(faults_of(std::string(kEmpty) + demand + pool)), "");
}

TEST(ScenarioFile, AnEmptyOneHasNoContingencyOfTheLibrary) {
  const std::string empty = "[scenario]\nname = \"mine\"\nempty = true\nsets = [[\"north\"]]\n";
  EXPECT_EQ(shown(faults_of(empty)), "4:10 unknown_name\n");
}

TEST(ScenarioFile, DaysOfADeploymentMayOnlyBeLeftOutOfAnEmptyOne) {
  const std::string deploy = "[[deploy]]\npool = \"FRA\"\ncontingency = \"north\"\n";
  EXPECT_EQ(after_head(deploy), "3:1 missing_key\n");
  EXPECT_EQ(shown(faults_of(std::string(kEmpty) +
                            "[[contingency]]\nid = \"north\"\nevent = \"RUS attacks FRA\"\n"
                            "[[state]]\nid = \"FRA\"\nforces = { tanker = 1 }\n" +
                            deploy)),
            "");
}

TEST(ScenarioFile, NothingStandsTwice) {
  EXPECT_EQ(after_head("[[state]]\nid = \"blue\"\n[[state]]\nid = \"blue\"\n"), "6:6 duplicate\n");
  const std::string pool =
      "[[pool]]\nid = \"a\"\nowner = \"USA\"\nbase = \"gulf\"\nelement = \"heavy_brigade\"\n";
  EXPECT_EQ(after_head(pool + pool), "9:6 duplicate\n11:8 duplicate\n");
  const std::string row = "[[readiness]]\nelement = \"tanker\"\nday = 0\nshare = 1\n";
  EXPECT_EQ(after_head(row + row), "9:7 duplicate\n");
  const std::string change = "[[contingency]]\nid = \"north\"\nweight = 2\n";
  EXPECT_EQ(after_head(change + change), "7:6 duplicate\n");
}

TEST(ScenarioFile, NothingRequiredIsEmpty) {
  EXPECT_EQ(shown(faults_of("[scenario]\nname = \"\"\n")), "2:8 bad_value\n");
  EXPECT_EQ(after_head("[[state]]\nid = \"\"\n"), "4:6 bad_value\n");
  EXPECT_EQ(after_head("[[contingency]]\nid = \"\"\nevent = \"RUS attacks FRA\"\n"),
            "4:6 bad_value\n");
  EXPECT_EQ(after_head("[[deploy]]\npool = \"\"\ncontingency = \"north\"\ndays = 1\n"),
            "4:8 bad_value\n");
}

TEST(ScenarioFile, OfModelsOnlyKnownPurposesAreChosen) {
  EXPECT_EQ(after_head("[models]\nhonor = \"independent\"\n"), "4:1 unknown_key\n");
}

TEST(ScenarioFile, RangesOfAssumptionsArePairs) {
  EXPECT_EQ(after_head("[uncertainty]\na = [1, 2]\nb = [2, 1]\nc = [1]\nd = 1\ne = [1, \"2\"]\n"),
            "5:5 bad_value\n6:5 wrong_type\n7:5 wrong_type\n8:9 wrong_type\n");
}

TEST(ScenarioFile, AnEmptyOneHasNoBase) {
  EXPECT_EQ(shown(faults_of("[scenario]\nname = \"m\"\nempty = true\nbase = \"calm\"\n")),
            "4:8 bad_value\n");
  EXPECT_EQ(shown(faults_of("[scenario]\nname = \"m\"\nempty = true\nbase = \"reference_2026\"\n")),
            "");
}

TEST(ScenarioFields, HaveUniqueNamesAndHelp) {
  for (const ScenarioSection& section : scenario_sections()) {
    EXPECT_TRUE(section.help.ends_with('.')) << section.name;
    EXPECT_EQ(&scenario_section(section.name), &section);
    for (const ScenarioKey& key : section.keys) {
      EXPECT_TRUE(key.field.help.ends_with('.')) << section.name << "." << key.field.name;
      EXPECT_EQ(std::ranges::count_if(
                    section.keys,
                    [&](const ScenarioKey& other) { return other.field.name == key.field.name; }),
                1)
          << section.name << "." << key.field.name;
      EXPECT_TRUE(key.shape != Shape::rows || scenario_section(key.field.of).form == Form::rows);
    }
  }
}

/// Something that may stand under a key of a contingency.
std::string sample(const ScenarioKey& key) {
  if (key.shape == Shape::rows)
    return "[{ element = \"tanker\", day = 0, amount = 2, low = 1, high = 3, status = "
           "\"assumption\", confidence = \"C\", source = \"a study\" }]";
  if (!key.field.choices.empty()) return "\"" + std::string(key.field.choices.back()) + "\"";
  if (key.field.type == card::Type::number) {
    const std::string_view name = key.field.name;
    if (key.field.unit == "share" || key.field.unit == "probability") return "0.5";
    return name.ends_with("_low") ? "1" : name.ends_with("_high") ? "3" : "2";
  }
  if (key.field.name == "event") return "\"raiders attacks FRA\"";
  if (key.field.name == "sponsor") return "\"RUS\"";
  return "\"north\"";
}

TEST(ScenarioFields, OfContingenciesAreThoseOfTheirReader) {
  std::string every(kHead);
  every += "[[contingency]]\n";
  for (const ScenarioKey& key : scenario_section("contingency").keys)
    every += std::string(key.field.name) + " = " + sample(key) + "\n";
  EXPECT_EQ(shown(faults_of(every)), "");
  // Each key by itself is known, and none beside them.
  EXPECT_EQ(shown(faults_of(every + "cause = \"x\"\n")), "33:1 unknown_key\n");
}

}  // namespace
}  // namespace entente::scenario
