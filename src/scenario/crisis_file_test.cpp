#include "scenario/crisis_file.h"

#include <gtest/gtest.h>

namespace entente::scenario {
namespace {

constexpr const char* kSound = R"([crisis]
name = "reef"
title = "A reef"
source = "invented"
confidence = "C"
accident = "war"
[[player]]
id = "CHN"
side = "challenger"
stake = [0.5, 1, 2]
strength = [0.5, 1, 2]
democracy = [0, 0, 0.2]
[[player]]
id = "PHL"
side = "defender"
stake = [0.5, 1, 2]
strength = [0.05, 0.1, 0.2]
democracy = [0.5, 0.8, 1]
[[node]]
id = "start"
mover = "CHN"
rung = 0
moves = [{name = "hold", to = "peace"}, {name = "block", to = "answer"}]
[[node]]
id = "answer"
mover = "PHL"
rung = 1
moves = [{name = "leave", to = "peace"}, {name = "stay", to = "war"}]
[[end]]
id = "peace"
title = "as it was"
rung = 0
share = [0, 0, 0]
[[end]]
id = "war"
title = "war"
rung = 5
war = true
)";

std::string changed(std::string from, std::string to) {
  std::string bytes = kSound;
  bytes.replace(bytes.find(from), from.size(), to);
  return bytes;
}

/// All faults of a text, one a line, without hints.
std::string faults(const std::string& bytes) {
  const auto document = text::parse_toml(bytes, "reef.toml");
  EXPECT_TRUE(document.has_value());
  const auto read = read_crisis(*document);
  std::string all;
  if (!read)
    for (const Error& one : read.error())
      all += std::to_string(one.where.line) + " " + std::string(code_name(one.code)) + ": " +
             one.message + "\n";
  return all;
}

TEST(CrisisFile, IsRead) {
  const auto document = text::parse_toml(kSound, "reef.toml");
  const auto read = read_crisis(*document);
  ASSERT_TRUE(read.has_value()) << faults(kSound);
  EXPECT_EQ(read->players.size(), 2u);
  EXPECT_EQ(read->player("PHL"), 1);
  EXPECT_EQ(read->node("answer")->moves[1].to, "war");
  EXPECT_TRUE(read->end("war")->war);
  EXPECT_EQ(read->players[0].stake.high, 2);
}

TEST(CrisisFile, FaultsAreNamed) {
  EXPECT_EQ(
      faults(changed("{name = \"leave\", to = \"peace\"}", "{name = \"leave\", to = \"start\"}")),
      "28 bad_value: the crisis comes back from `answer` to `start`: it would never end\n");
  EXPECT_EQ(faults(changed("moves = [{name = \"hold\", to = \"peace\"}, {name = \"block\", to = "
                           "\"answer\"}]",
                           "moves = []")),
            "20 bad_value: `CHN` has no move at `start`\n");
  EXPECT_EQ(faults(changed("share = [0, 0, 0]", "share = [0, \"much\", 1]")),
            "33 wrong_type: `share` is not three numbers\n");
  EXPECT_EQ(faults(changed("share = [0, 0, 0]", "share = [0, nan, 1]")),
            "33 wrong_type: `share` is not three numbers\n");
  EXPECT_EQ(faults(changed("share = [0, 0, 0]", "share = 0.5")),
            "33 range_missing: `share` has no range\n");
  EXPECT_EQ(faults(changed("stake = [0.5, 1, 2]", "stake = [0.5, 3, 2]")),
            "10 unsourced_range: the value of `stake` lies outside its range\n");
  EXPECT_EQ(faults(changed("rung = 5", "rung = 8")), "37 bad_value: there is no such rung\n");
  EXPECT_EQ(faults(changed("to = \"war\"", "to = \"wars\"")),
            "28 unknown_name: there is no node or end `wars` in this crisis\n");
  EXPECT_EQ(faults(changed("mover = \"PHL\"", "mover = \"PLH\"")),
            "26 unknown_name: there is no player `PLH` in this crisis\n");
}

TEST(CrisisFile, ChancesAndJoiningAreNamed) {
  const std::string stay = "{name = \"stay\", to = \"war\"}";
  EXPECT_EQ(faults(changed(stay, "{name = \"stay\", to = \"war\", attributed = [0.1, 0.5, 0.9]}")),
            "28 missing_key: a move needs `unseen`\n");
  EXPECT_EQ(faults(changed(stay,
                           "{name = \"stay\", to = \"war\", succeeds = [0.1, 0.5, 1.9], "
                           "otherwise = \"peace\"}")),
            "28 bad_value: `succeeds` leaves what it may be\n");
  EXPECT_EQ(faults(changed(stay,
                           "{name = \"stay\", to = \"war\", attributed = [0.1, 0.5, 0.9], "
                           "succeeds = [0.1, 0.5, 0.9], unseen = \"peace\"}")),
            "28 bad_value: `stay` has two chances, `attributed` and `succeeds`\n");
  EXPECT_EQ(faults(changed(stay, "{name = \"stay\", to = \"war\", joins = true}")),
            "28 bad_value: `PHL` is in from the start and cannot join\n");
}

TEST(CrisisFile, AtMostFourMayHideTheirResolve) {
  std::string bytes = kSound;
  for (const char* id : {"USA", "JPN", "AUS", "KOR", "FRA"})
    bytes += "[[player]]\nid = \"" + std::string(id) +
             "\"\nside = \"defender\"\nstake = [1, 1, 1]\nstrength = [1, 1, 1]\n"
             "democracy = [1, 1, 1]\nfirm = [0, 0.5, 1]\nfirm_cost = [0, 0.5, 1]\n";
  EXPECT_EQ(faults(bytes), "1 too_large: the resolve of 5 players is private\n");
}

TEST(CrisisFile, AllFaultsAtOnce) {
  std::string bytes = changed("rung = 5", "rung = 8");
  bytes.replace(bytes.find("id = \"PHL\""), 10, "id = \"CHN\"");
  EXPECT_EQ(faults(bytes),
            "14 duplicate: `CHN` stands in line 8 as well\n"
            "26 unknown_name: there is no player `PHL` in this crisis\n"
            "37 bad_value: there is no such rung\n");
}

}  // namespace
}  // namespace entente::scenario
