#include "scenario/contingency_file.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

using test::shown;

constexpr std::string_view kWhole =
    "id = \"rock\"\n"
    "name = \"An attack on the rock\"\n"
    "event = \"RUS attacks GBR at rock\"\n"
    "weight = 1\nweight_low = 0.5\nweight_high = 2\n"
    "loss_clock = 3\nloss_clock_status = \"published\"\nloss_clock_confidence = \"A\"\n"
    "source = \"a study\"\n"
    "demand = [\n"
    "  { element = \"tanker\", day = 0, amount = 2, low = 1, high = 3, status = \"assumption\", "
    "confidence = \"C\" },\n"
    "  { element = \"heavy_brigade\", day = 10, amount = 4, low = 3, high = 5, status = "
    "\"assumption\", confidence = \"C\" },\n"
    "  { element = \"heavy_brigade\", day = 0, amount = 1, status = \"published\", confidence = "
    "\"B\", source = \"a table\" },\n"
    "]\n";

class ContingencyFile : public testing::Test {
 protected:
  std::optional<world::Contingency> read(std::string_view text) {
    const auto document = text::parse_toml(text, "rock.toml");
    EXPECT_TRUE(document);
    faults.clear();
    if (!document) return std::nullopt;
    return read_contingency(document->root, "rock.toml", made.world, rules, faults);
  }

  /// The whole file with one text in place of another.
  std::string with(std::string_view from, std::string_view to) {
    std::string text(kWhole);
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
  }

  std::string faults_with(std::string_view from, std::string_view to) {
    EXPECT_FALSE(read(with(from, to)));
    return shown(faults);
  }

  test::ForceWorld made;
  ContingencyRules rules{true, {}, {}};
  Faults faults;
};

TEST_F(ContingencyFile, ReadsAWholeOne) {
  const auto found = read(kWhole);
  ASSERT_TRUE(found) << shown(faults);
  EXPECT_EQ(found->id, made.at("rock"));
  EXPECT_EQ(found->theatre, made.at("rock"));
  EXPECT_EQ(found->event, "RUS attacks GBR at rock");
  EXPECT_EQ(found->where.line, 3);
  EXPECT_EQ(found->where.file, "rock.toml");
  EXPECT_TRUE(found->weight.assumption);
  EXPECT_EQ(found->weight.high, 2);
  EXPECT_FALSE(found->loss_clock.assumption);
  EXPECT_EQ(found->loss_clock.confidence, 'A');
  ASSERT_EQ(found->demand.size(), 3u);
  EXPECT_EQ(found->demand[0].element, made.at("heavy_brigade")) << "by element and day";
  EXPECT_EQ(found->demand[0].day, 0);
  EXPECT_EQ(found->demand[0].source, "a table");
  EXPECT_FALSE(found->demand[0].units.assumption);
  EXPECT_EQ(found->demand[1].day, 10);
  EXPECT_EQ(found->demand[1].units.high, 5);
  EXPECT_EQ(found->demand[1].source, "");
  EXPECT_TRUE(found->host_supply.empty());
}

TEST_F(ContingencyFile, NeedsWhatMakesItWhole) {
  EXPECT_FALSE(read("theatre = \"north\"\n"));
  std::set<std::string> missing;
  for (const Error& fault : faults) missing.insert(std::string(code_name(fault.code)));
  EXPECT_EQ(missing, (std::set<std::string>{"missing_key", "no_source"}));
  EXPECT_EQ(faults.size(), 5u) << "id, name, source, event, demand";
  EXPECT_EQ(faults_with("id = \"rock\"", "id = \"Rock\""), "1:6 bad_value\n");
  EXPECT_EQ(faults_with("weight_low = 0.5\n", ""), "4:10 range_missing\n");
  EXPECT_EQ(faults_with("loss_clock_status = \"published\"\n", ""), "7:14 missing_key\n");
  EXPECT_EQ(faults_with("source = \"a study\"", "sauce = \"a study\""),
            "1:1 no_source\n10:1 unknown_key\n");
}

TEST_F(ContingencyFile, GroupsHaveSponsors) {
  const std::string group = with("RUS attacks GBR at rock", "raiders attacks GBR at rock");
  const auto read_with = [&](const std::string& more) {
    std::string text = group;
    return read(text.insert(text.find("source"), more));
  };
  const auto found = read_with(
      "sponsor = \"RUS\"\nlink = 0.4\nlink_low = 0.1\nlink_high = 0.8\n"
      "link_status = \"assumption\"\nlink_confidence = \"C\"\n");
  ASSERT_TRUE(found) << shown(faults);
  EXPECT_EQ(found->sponsor, made.at("RUS"));
  EXPECT_EQ(found->link.value, 0.4);
  EXPECT_EQ(found->attribution.high, 0.9) << "an assumption where nothing is said";
  EXPECT_FALSE(read_with("sponsor = \"GBR\"\n"));
  EXPECT_EQ(faults[0].message, "`GBR` would have itself attacked");
  EXPECT_FALSE(read_with("sponsor = \"raiders\"\n"));
  EXPECT_EQ(faults[0].message, "`raiders` is no state");
  EXPECT_FALSE(read_with("sponsor = \"RSU\"\n"));
  EXPECT_EQ(shown(faults), "10:11 unknown_state\n");
  EXPECT_FALSE(read_with("link = 1.5\nlink_status = \"published\"\nlink_confidence = \"A\"\n"));
  EXPECT_EQ(faults[0].message, "`link` is a share of 1");
  EXPECT_EQ(faults_with("source", "sponsor = \"GBR\"\nsource"), "10:11 bad_value\n");
  EXPECT_EQ(faults[0].message, "only attackers that are no states have a sponsor");
}

TEST_F(ContingencyFile, ReportsAnEventWhereItStands) {
  EXPECT_EQ(faults_with("RUS attacks GBR", "RUS attacks XXX"), "3:9 unknown_state\n");
  EXPECT_EQ(faults_with("RUS attacks GBR at rock", "RUS and GBR"), "3:9 syntax\n");
  EXPECT_EQ(faults_with("GBR at rock", "GBR at rok"), "3:9 unknown_place\n");
  EXPECT_EQ(faults[0].where.file, "rock.toml");
  EXPECT_EQ(faults[0].hint, "did you mean `rock`?");
}

TEST_F(ContingencyFile, ChecksEveryAmount) {
  EXPECT_EQ(faults_with("\"tanker\"", "\"tankers\""), "12:15 unknown_name\n");
  EXPECT_EQ(faults[0].hint, "did you mean `tanker`?");
  EXPECT_EQ(faults_with("amount = 2, low = 1", "amount = -2, low = -3"), "12:43 bad_value\n");
  EXPECT_EQ(faults[0].message, "a demand cannot be negative");
  EXPECT_EQ(faults_with("day = 0, amount = 2", "day = -1, amount = 2"), "12:31 bad_value\n");
  EXPECT_EQ(faults_with("day = 0, amount = 2", "day = 0.5, amount = 2"), "12:31 wrong_type\n");
  EXPECT_EQ(faults_with("day = 0, amount = 2", "amount = 2"), "12:3 missing_key\n");
  EXPECT_EQ(faults_with("amount = 2, ", ""), "12:3 missing_key\n");
  EXPECT_EQ(faults_with("low = 1, ", ""), "12:43 range_missing\n");
  EXPECT_EQ(faults_with("amount = 2", "amount = 4"), "12:52 unsourced_range\n");
  EXPECT_EQ(faults_with("low = 1, high = 3", "low = 3, high = 1"), "12:52 bad_value\n");
  EXPECT_EQ(faults_with("status = \"assumption\", confidence = \"C\" },\n  { element = \"heavy",
                        "confidence = \"C\" },\n  { element = \"heavy"),
            "12:43 missing_key\n");
  EXPECT_EQ(faults_with("day = 10", "day = 0"), "14:15 duplicate\n");
}

TEST_F(ContingencyFile, KnowsTheTheatreOfAnother) {
  const auto found = read(std::string("theatre = \"north\"\n") + std::string(kWhole));
  ASSERT_TRUE(found) << shown(faults);
  EXPECT_EQ(found->theatre, made.at("north"));
  EXPECT_FALSE(read(std::string("theatre = \"nort\"\n") + std::string(kWhole)));
  EXPECT_EQ(shown(faults), "1:11 unknown_name\n");
}

TEST_F(ContingencyFile, OfAScenarioMayBePlain) {
  rules.of_library = false;
  const std::vector<std::string> more{"mule"};
  rules.elements = more;
  const auto found = read(
      "id = \"east\"\nevent = \"RUS attacks FRA\"\nweight = 3\n"
      "demand = [{ element = \"mule\", day = 0, amount = 12 }]\n");
  ASSERT_TRUE(found) << shown(faults);
  EXPECT_EQ(found->name, "east");
  EXPECT_EQ(found->source, "the scenario");
  EXPECT_EQ(found->weight.value, 3);
  EXPECT_TRUE(found->weight.fixed());
  EXPECT_EQ(found->demand.at(0).units.value, 12);
  EXPECT_TRUE(found->demand.at(0).units.fixed());
  EXPECT_FALSE(read("id = \"east\"\nevent = \"RUS attacks FRA\"\nweight = -3\n"));
  EXPECT_EQ(shown(faults), "3:10 bad_value\n");
  EXPECT_FALSE(read("id = \"east\"\n"));
  EXPECT_EQ(shown(faults), "1:1 missing_key\n") << "a new one needs its event";
}

TEST_F(ContingencyFile, OfAScenarioMayHaveRanges) {
  rules.of_library = false;
  const auto found = read(
      "id = \"east\"\nevent = \"RUS attacks FRA\"\n"
      "demand = [{ element = \"tanker\", day = 0, amount = 12, low = 10, high = 13 }]\n");
  ASSERT_TRUE(found) << shown(faults);
  EXPECT_TRUE(found->demand.at(0).units.assumption);
  EXPECT_FALSE(found->demand.at(0).units.fixed());
}

TEST_F(ContingencyFile, OfAScenarioChangesThatOfTheWorld) {
  made.world.contingencies.push_back(read(kWhole).value());
  made.world.index();
  rules.of_library = false;
  const auto found = read("id = \"rock\"\nweight = 3\n");
  ASSERT_TRUE(found) << shown(faults);
  EXPECT_EQ(found->weight.value, 3);
  EXPECT_EQ(found->event, "RUS attacks GBR at rock");
  EXPECT_EQ(found->demand.size(), 3u);
  const auto smaller =
      read("id = \"rock\"\ndemand = [{ element = \"tanker\", day = 0, amount = 1 }]\n");
  ASSERT_TRUE(smaller);
  EXPECT_EQ(smaller->demand.size(), 1u) << "a list that is written takes the place of the other";
  EXPECT_EQ(smaller->weight.high, 2);
}

}  // namespace
}  // namespace entente::scenario
