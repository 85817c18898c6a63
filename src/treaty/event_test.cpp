#include "treaty/event.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/name.h"
#include "treaty/test_world.h"

namespace entente::treaty {
namespace {

using test::day;

/// `COLUMN message` of the one fault of grammar.
std::string grammar(std::string_view line) {
  const auto written = parse_event(line);
  if (written) return "none";
  EXPECT_EQ(written.error().size(), 1u);
  const Error& error = written.error().front();
  EXPECT_EQ(error.code, Code::syntax);
  EXPECT_EQ(error.where.file, "event");
  EXPECT_NE(error.hint.find("ATTACKERS attacks TARGETS"), std::string::npos);
  return std::to_string(error.where.column) + " " + error.message;
}

TEST(EventGrammar, ReadsEveryPart) {
  const auto written = parse_event(
      "RUS,ITA attacks USA, GBR at hawaii by ramming hitting vessel on 2000-01-02 "
      "since 2000-01-01 after provocation killing 12");
  ASSERT_TRUE(written);
  ASSERT_EQ(written->attackers.size(), 2u);
  EXPECT_EQ(written->attackers[1].text, "ITA");
  EXPECT_EQ(written->attackers[1].where.column, 5);
  ASSERT_EQ(written->targets.size(), 2u);
  EXPECT_EQ(written->targets[1].text, "GBR");
  EXPECT_EQ(written->targets[1].where.column, 22);
  EXPECT_EQ(written->at->text, "hawaii");
  EXPECT_EQ(written->at->where.column, 29);
  EXPECT_EQ(written->by->text, "ramming");
  EXPECT_EQ(written->hitting->text, "vessel");
  EXPECT_EQ(written->on->text, "2000-01-02");
  EXPECT_EQ(written->since->text, "2000-01-01");
  EXPECT_EQ(written->killing->text, "12");
  EXPECT_TRUE(written->after_provocation);
}

TEST(EventGrammar, PartsMayBeLeftOut) {
  const auto written = parse_event("RUS attacks USA");
  ASSERT_TRUE(written);
  EXPECT_FALSE(written->at || written->by || written->hitting || written->on || written->since ||
               written->killing || written->after_provocation);
}

TEST(EventGrammar, FaultsHaveTheirColumn) {
  EXPECT_EQ(grammar(""), "1 there is no event");
  EXPECT_EQ(grammar("   "), "4 there is no event");
  EXPECT_EQ(grammar("attacks USA"), "1 expected an attacker");
  EXPECT_EQ(grammar("RUS"), "4 expected `attacks` after the attackers");
  EXPECT_EQ(grammar("RUS USA"), "5 expected `attacks` after the attackers");
  EXPECT_EQ(grammar("RUS, attacks USA"), "6 expected an attacker");
  EXPECT_EQ(grammar("RUS,,ITA attacks USA"), "5 expected an attacker");
  EXPECT_EQ(grammar("RUS attacks"), "12 expected a target");
  EXPECT_EQ(grammar("RUS attacks at narva"), "13 expected a target");
  EXPECT_EQ(grammar("RUS attacks USA GBR"), "17 `GBR` is no part of an event");
  EXPECT_EQ(grammar("RUS attacks USA at"), "19 expected a word after `at`");
  EXPECT_EQ(grammar("RUS attacks USA at by ramming"), "20 expected a word after `at`");
  EXPECT_EQ(grammar("RUS attacks USA at a at b"), "22 `at` stands twice");
  EXPECT_EQ(grammar("RUS attacks USA after lunch"), "23 expected `provocation` after `after`");
  EXPECT_EQ(grammar("RUS attacks USA attacks GBR"), "17 `attacks` is no part of an event");
  EXPECT_EQ(grammar("RUS attacks USA on 2000-01-01 on 2000-01-02"), "31 `on` stands twice");
}

RC_GTEST_PROP(EventGrammar, TheOrderOfPartsIsFree, ()) {
  std::vector<std::string> parts{"at hawaii",        "by ramming",       "hitting vessel",
                                 "on 2000-01-02",    "since 2000-01-01", "killing 12",
                                 "after provocation"};
  // A shuffle by drawn keys, so that a failing order can be shrunk.
  const auto keys = *rc::gen::container<std::vector<int>>(parts.size(), rc::gen::arbitrary<int>());
  std::vector<std::pair<int, std::string>> drawn;
  for (std::size_t i = 0; i < parts.size(); ++i) drawn.emplace_back(keys[i], parts[i]);
  std::ranges::sort(drawn);
  std::string line = "RUS attacks USA";
  for (const auto& [key, part] : drawn) line += " " + part;
  test::TestWorld w;
  RC_ASSERT(to_text(w.event(line), w.world) ==
            "RUS attacks USA at hawaii by ramming hitting vessel on 2000-01-02 since 2000-01-01 "
            "after provocation killing 12");
}

class EventTest : public testing::Test {
 protected:
  /// `COLUMN code`, one a fault.
  std::vector<std::string> faults(std::string_view line) {
    std::vector<std::string> list;
    const auto event = event_from(line, w.world);
    if (event) return list;
    for (const Error& error : event.error())
      list.push_back(std::to_string(error.where.column) + " " + std::string(code_name(error.code)));
    return list;
  }
  using List = std::vector<std::string>;

  test::TestWorld w;
};

TEST_F(EventTest, DefaultsAreTheDayOfTheLibraryAndArmedForce) {
  const Event event = w.event("RUS attacks USA");
  EXPECT_EQ(event.on, w.world.day);
  EXPECT_EQ(event.since, event.on);
  EXPECT_EQ(w.name(event.means), "armed_force");
  EXPECT_FALSE(event.at);
  EXPECT_FALSE(event.hitting);
  EXPECT_FALSE(event.provoked);
  EXPECT_EQ(event.killed, 0);
  EXPECT_TRUE(event.notices.empty());
}

TEST_F(EventTest, FaultsOfNames) {
  EXPECT_EQ(faults("RUZ attacks USA"), List{"1 unknown_state"});
  EXPECT_EQ(faults("RUS attacks USA at atlantis"), List{"20 unknown_place"});
  EXPECT_EQ(faults("RUS attacks USA by magic"), List{"20 unknown_name"});
  EXPECT_EQ(faults("RUS attacks USA hitting morale"), List{"25 bad_value"});
  EXPECT_EQ(faults("RUS attacks USA killing some"), List{"25 bad_value"});
  EXPECT_EQ(faults("RUS attacks USA killing -1"), List{"25 bad_value"});
  EXPECT_EQ(faults("RUS attacks USA killing 1.5"), List{"25 bad_value"});
  EXPECT_EQ(faults("RUS attacks USA killing 99999999999999999999"), List{"25 bad_value"});
  EXPECT_EQ(faults("RUS attacks USA on 2001-02-29"), List{"20 no_such_date"});
  EXPECT_EQ(faults("RUS attacks USA since yesterday"), List{"23 no_such_date"});
  EXPECT_EQ(faults("RUS attacks USA on 2000-01-01 since 2000-01-02"), List{"37 order_of_dates"});
  EXPECT_EQ(faults("RUS attacks USA,RUS"), List{"17 duplicate"});
  EXPECT_EQ(faults("RUS,RUS attacks USA"), List{"5 duplicate"});
  EXPECT_EQ(faults("RUS attacks USA,GBR,USA"), List{"21 duplicate"});
}

TEST_F(EventTest, FaultsComeAllAtOnce) {
  auto found =
      faults("RUZ attacks USB at atlantis by magic hitting morale on 2001-02-29 killing x");
  std::ranges::sort(found);
  List wanted{"1 unknown_state", "13 unknown_state", "20 unknown_place", "32 unknown_name",
              "46 bad_value",    "56 no_such_date",  "75 bad_value"};
  std::ranges::sort(wanted);
  EXPECT_EQ(found, wanted);
}

TEST_F(EventTest, NearMissesAreNamed) {
  const auto event = event_from("RUZ attacks USA at hawai", w.world);
  ASSERT_FALSE(event);
  ASSERT_EQ(event.error().size(), 2u);
  EXPECT_NE(event.error()[0].hint.find("RUS"), std::string::npos);
  EXPECT_NE(event.error()[1].hint.find("hawaii"), std::string::npos);
}

TEST_F(EventTest, TitlesOfTheDayComeWithANotice) {
  const Event event = w.event("DEU attacks FRA on 1914-08-04");
  EXPECT_EQ(w.names(event.attackers), "germany");
  EXPECT_EQ(event.notices, List{"DEU on 1914-08-04 is germany"});
  EXPECT_EQ(faults("DEU attacks FRA on 1947-01-01"), List{"1 not_alive"});
  EXPECT_EQ(faults("soviet_union attacks FRA"), List{"1 not_alive"});  // Never forward.
  // Two names of one state are still one state.
  EXPECT_EQ(faults("RUS,soviet_union attacks USA on 1970-01-01"), List{"5 duplicate"});
}

TEST_F(EventTest, TomlAndJsonGiveTheSameEvent) {
  const std::string line =
      "RUS,ITA attacks USA at hawaii by ramming hitting vessel on 2000-01-02 since 2000-01-01 "
      "after provocation killing 12";
  const auto toml = text::parse_toml(
      "attackers = [\"RUS\", \"ITA\"]\ntargets = \"USA\"\nat = \"hawaii\"\nby = \"ramming\"\n"
      "hitting = \"vessel\"\non = 2000-01-02\nsince = \"2000-01-01\"\nprovoked = true\nkilling = "
      "12\n",
      "event.toml");
  const auto json = text::parse_json(
      R"({"attackers": ["RUS", "ITA"], "targets": ["USA"], "at": "hawaii", "by": "ramming",)"
      R"("hitting": "vessel", "on": "2000-01-02", "since": "2000-01-01", "provoked": true,)"
      R"("killing": 12})",
      "event.json");
  ASSERT_TRUE(toml);
  ASSERT_TRUE(json);
  for (const auto* document : {&*toml, &*json}) {
    const auto written = read_event(*document);
    ASSERT_TRUE(written) << document->file;
    const auto event = resolve(*written, w.world);
    ASSERT_TRUE(event) << document->file;
    EXPECT_EQ(to_text(*event, w.world), to_text(w.event(line), w.world)) << document->file;
  }
}

TEST_F(EventTest, FaultsOfFilesHaveTheirPlace) {
  const auto document = text::parse_toml(
      "attackers = \"RUS\"\nkiling = 3\nprovoked = \"yes\"\nkilling = 1.5\n", "event.toml");
  ASSERT_TRUE(document);
  const auto written = read_event(*document);
  ASSERT_FALSE(written);
  List found;
  for (const Error& error : written.error())
    found.push_back(std::to_string(error.where.line) + " " + std::string(code_name(error.code)));
  std::ranges::sort(found);
  EXPECT_EQ(found, (List{"1 missing_key", "2 unknown_key", "3 wrong_type", "4 wrong_type"}));
}

TEST_F(EventTest, APathIsReadAsAFile) {
  const auto path = std::filesystem::path(testing::TempDir()) / "entente_event_test.toml";
  std::ofstream(path) << "attackers = \"RUS\"\ntargets = \"USA\"\n";
  const auto event = event_from(path.string(), w.world);
  std::filesystem::remove(path);
  ASSERT_TRUE(event);
  EXPECT_EQ(to_text(*event, w.world), "RUS attacks USA by armed_force on 2026-07-01");
  const auto nothing = event_from("no_such_event.json", w.world);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().front().code, Code::unreadable);
}

RC_GTEST_FIXTURE_PROP(EventTest, TextIsReadBackToTheSameEvent, ()) {
  const auto one = [&](auto... names) { return w.at(*rc::gen::element<std::string>(names...)); };
  Event event;
  event.attackers = {one("RUS", "ITA", "raiders")};
  event.targets = {one("USA", "GBR")};
  if (*rc::gen::arbitrary<bool>()) event.targets.push_back(w.at("FRA"));
  if (*rc::gen::arbitrary<bool>()) event.at = one("hawaii", "atlantic", "rock");
  event.means = one("armed_force", "ramming", "flood");
  if (*rc::gen::arbitrary<bool>())
    event.hitting =
        *rc::gen::element(Asset::territory, Asset::forces, Asset::vessel, Asset::aircraft);
  event.on = {*rc::gen::inRange(day("1992-01-01").days, day("2100-01-01").days)};
  event.since = {event.on.days - *rc::gen::inRange(0, 9000)};
  event.provoked = *rc::gen::arbitrary<bool>();
  event.killed = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
  const std::string text = to_text(event, w.world);
  const auto again = event_from(text, w.world);
  RC_ASSERT(again.has_value());
  RC_ASSERT(to_text(*again, w.world) == text);
  RC_ASSERT(again->attackers == event.attackers && again->targets == event.targets);
  RC_ASSERT(again->at == event.at && again->means == event.means);
  RC_ASSERT(again->hitting == event.hitting && again->killed == event.killed);
  RC_ASSERT(again->on == event.on && again->since == event.since);
  RC_ASSERT(again->provoked == event.provoked && again->notices.empty());
}

RC_GTEST_FIXTURE_PROP(EventTest, AnyWordsResolveOrAreFaults, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "RUS", "USA", "attacks", "at", "by", "hitting", "on", "since", "after", "provocation",
      "killing", ",", "hawaii", "ramming", "vessel", "2000-01-01", "7", "\xff"));
  const std::string line = "RUS attacks USA " + join(words, " ");
  const auto event = event_from(line, w.world);
  if (!event) {
    RC_ASSERT(!event.error().empty());
    for (const Error& error : event.error())
      RC_ASSERT(error.where.column >= 1 && error.where.column <= static_cast<int>(line.size()) + 1);
  }
}

}  // namespace
}  // namespace entente::treaty
