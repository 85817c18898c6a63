#include "play/room.h"

#include <cmath>
#include <map>

#include "play/debrief.h"
#include "play/test_room.h"

namespace entente::play {
namespace {

/// Begins with some seats held by people.
Room begun(const std::string& name, const std::vector<std::string>& people,
           std::uint64_t seed = 1) {
  Room room = room_of(opening_of(name, seed));
  for (const std::string& one : people) EXPECT_EQ(words(apply(room, sits(one))), "");
  EXPECT_EQ(words(apply(room, act(ActKind::begin))), "");
  return room;
}

TEST(Room, TheEnginePlaysEveryCaseToItsEnd) {
  for (const auto& [name, text] : test_library().crises) {
    const Room room = begun(name, {});
    EXPECT_EQ(room.state, RoomState::over) << name;
    EXPECT_TRUE(room.at_end()) << name;
    EXPECT_EQ(room.lines.back().kind, "ended") << name;
  }
}

TEST(Room, TheEngineEndsAsOftenAsTheModelSays) {
  constexpr int kGames = 1500;
  std::map<std::string, int> ended;
  const Room fresh = room_of(opening_of("narva"));
  const Outlook before = outlook(fresh.model, fresh.model.prior(), fresh.place);
  Room room = fresh;
  for (int seed = 1; seed <= kGames; ++seed) {
    room = fresh;
    room.opening.seed = static_cast<std::uint64_t>(seed);
    ASSERT_TRUE(apply(room, act(ActKind::begin)).empty());
    ++ended[seen_by(room, {})["end"]["id"]];
  }
  for (std::size_t e = 0; e < before.ends.size(); ++e) {
    const double p = before.ends[e];
    const double error = std::sqrt(p * (1 - p) / kGames);
    EXPECT_NEAR(ended[fresh.model.about.ends[e].id] / double(kGames), p, 4 * error + 1e-9)
        << fresh.model.about.ends[e].id;
  }
}

TEST(Room, OptionsAreThoseOfTheModel) {
  const Room room = begun("narva", {"RUS"});
  ASSERT_EQ(room.asked(), std::vector<std::size_t>{0});
  const auto options = options_of(room.model, room.belief(0), room.place, 0);
  const std::size_t node = room.model.node(room.profile, room.place);
  const solve::GameNode& here = room.model.game.game.nodes[node];
  ASSERT_EQ(options.size(), here.children.size());
  double p = 0;
  for (std::size_t m = 0; m < options.size(); ++m) {
    EXPECT_DOUBLE_EQ(options[m].p, room.model.play.play[static_cast<std::size_t>(here.set)][m]);
    p += options[m].p;
  }
  EXPECT_NEAR(p, 1, 1e-12);
}

TEST(Room, APersonMovesInTurnOnly) {
  Room room = begun("narva", {"RUS", "EST"});
  const Room before = room;
  EXPECT_EQ(words(apply(room, moves(room, "EST", "ask the allies"))),
            "seat: it is not the turn of EST [bad_value]\n  RUS is asked");
  Act late = moves(room, "RUS", "incite a crowd in Narva");
  late.round = 7;
  EXPECT_EQ(words(apply(room, late)),
            "round: round 7 is not the one that is played [bad_value]\n  this is round 1; read the "
            "room again");
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "incite a crowd in Narwa"))),
            "move: RUS has no move `incite a crowd in Narwa` here [unknown_name]\n  did you mean "
            "`incite a "
            "crowd in Narva`?");
  EXPECT_EQ(words(apply(room, moves(room, "RSU", "wait"))),
            "seat: there is no seat `RSU` [unknown_name]\n  did you mean `RUS`?");
  EXPECT_EQ(seen_by(room, {.facilitator = true}), seen_by(before, {.facilitator = true}));
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "incite a crowd in Narva"))), "");
  EXPECT_EQ(room.steps.front().words, "RUS: incite a crowd in Narva");
}

TEST(Room, ASeatIsTakenOnceAndCanBeFreed) {
  Room room = room_of(opening_of("narva"));
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "wait"))),
            "act: the crisis has not begun [bad_value]\n  the facilitator begins it");
  EXPECT_EQ(words(apply(room, sits("EST"))), "");
  EXPECT_EQ(words(apply(room, sits("EST"))),
            "seat: the seat of EST is taken by Person of EST [duplicate]\n  the facilitator can "
            "free it");
  EXPECT_EQ(words(apply(room, act(ActKind::free, "EST"))), "");
  EXPECT_EQ(words(apply(room, sits("EST"))), "");
  EXPECT_EQ(words(apply(room, act(ActKind::leave, "POL"))),
            "seat: nobody has the seat of POL [bad_value]");
}

TEST(Room, NothingComesAfterTheEnd) {
  Room room = begun("narva", {"RUS"});
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "leave things as they are"))), "");
  EXPECT_EQ(room.state, RoomState::over);
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "leave things as they are"))),
            "act: the crisis is over [bad_value]\n  its debrief can be read");
}

/// Takes the crisis to the question that follows an occupation, with two allies at the table.
Room at_the_question() {
  Room room = begun("narva", {"RUS", "EST", "USA", "POL"});
  Act go = act(ActKind::inject);
  go.go = "occupied";
  EXPECT_EQ(words(apply(room, go)), "");
  return room;
}

TEST(Room, AnswersToAQuestionAreSealedUntilAllAreIn) {
  Room room = at_the_question();
  const auto now = seat_sees(room, "USA");
  EXPECT_EQ(now["now"]["kind"], "answer");
  EXPECT_EQ(now["choices"].size(), 3U);
  ASSERT_EQ(room.asked().size(), 4U);  // The engine has answered for Germany and Finland.
  EXPECT_EQ(words(apply(room, moves(room, "POL", "honour"))), "");
  const auto usa = seat_sees(room, "USA");
  EXPECT_EQ(usa["chosen"], nullptr);
  for (const auto& seat : usa["seats"])
    if (seat["seat"] == "POL") {
      EXPECT_EQ(seat["chosen"], true);
      EXPECT_EQ(seat["stands"], "out");
    }
  for (const auto& one : usa["promises"]) EXPECT_EQ(one["answer"], nullptr);
  EXPECT_EQ(seat_sees(room, "POL")["chosen"], "honour");
  EXPECT_EQ(words(apply(room, moves(room, "POL", "delay"))), "");  // Sealed, so it may change.
  EXPECT_EQ(seat_sees(room, "POL")["chosen"], "delay");
  EXPECT_EQ(words(apply(room, moves(room, "USA", "renege"))), "");
  std::map<std::string, std::string> stands;
  const auto after = seen_by(room, {});
  for (const auto& seat : after["seats"]) stands[seat["seat"]] = seat["stands"];
  EXPECT_EQ(stands["POL"], "delayed");
  EXPECT_EQ(stands["USA"], "reneged");
}

TEST(Room, WhatAnAllyExpectsWeighsTheSealedAnswersOfOthers) {
  Room room = at_the_question();
  const auto pol = static_cast<std::size_t>(room.model.about.player("POL"));
  const auto before = options_of(room.model, room.belief(pol), room.place, pol);
  EXPECT_EQ(words(apply(room, moves(room, "USA", "renege"))), "");
  const auto after = options_of(room.model, room.belief(pol), room.place, pol);
  for (std::size_t m = 0; m < 3; ++m) EXPECT_EQ(before[m].worth, after[m].worth);
  double p = 0;
  for (const Option& one : before) p += one.p;
  EXPECT_NEAR(p, 1, 1e-12);
}

TEST(Room, PromisesSayWhatIsOwedAndWhatItIsWorth) {
  const auto seen = seen_by(at_the_question(), {});
  int owed = 0;
  for (const auto& one : seen["promises"]) {
    if (one["at"] != "occupied") continue;
    EXPECT_EQ(one["owes"], true);
    EXPECT_EQ(one["open"], true);
    EXPECT_FALSE(one["agreement"].get<std::string>().empty());
    EXPECT_GT(one["p_honour"].get<double>(), 0);
    EXPECT_EQ(one["worth"].size(), 3U);
    ++owed;
  }
  EXPECT_EQ(owed, 4);
}

TEST(Room, TypesAreKnownToTheirOwnersAlone) {
  const Room room = begun("narva", {"RUS", "EST"});
  EXPECT_TRUE(seat_sees(room, "RUS")["you"]["firm"].is_boolean());
  EXPECT_EQ(seat_sees(room, "EST")["you"]["firm"], nullptr);
  EXPECT_FALSE(seat_sees(room, "EST")["seats"][0].contains("firm"));
  EXPECT_FALSE(seen_by(room, {})["seats"][0].contains("firm"));
  EXPECT_TRUE(seen_by(room, {.facilitator = true})["seats"][0].contains("firm"));
  EXPECT_TRUE(seen_by(room, {})["choices"].empty());
  EXPECT_FALSE(seen_by(room, {}).contains("seed"));
}

TEST(Room, WhatIsSeenMovesBelief) {
  Room room = begun("narva", {"RUS", "EST"});
  const double before = seen_by(room, {})["seats"][0]["firm_believed"];
  EXPECT_NEAR(before, 0.35, 1e-12);
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "incite a crowd in Narva"))), "");
  ASSERT_NE(room.state, RoomState::over);
  // By Bayes, with what either type would have done.
  const auto set = [&](bool firm) {
    const std::size_t node = room.model.node(firm ? 1 : 0, room.steps.front().place);
    return room.model.play.play[static_cast<std::size_t>(room.model.game.game.nodes[node].set)];
  };
  const double firm = 0.35 * set(true)[2], soft = 0.65 * set(false)[2];
  EXPECT_NEAR(seen_by(room, {})["seats"][0]["firm_believed"].get<double>(), firm / (firm + soft),
              1e-12);
}

TEST(Room, ACovertActIsItsMoversSecret) {
  // Until the debrief others read only to whom it was laid.
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    Room room = begun("narva", {"RUS", "EST"}, seed);
    EXPECT_EQ(words(apply(room, moves(room, "RUS", "cut cables, unseen"))), "");
    if (room.state == RoomState::over) continue;  // It slipped.
    const auto has = [](const nlohmann::json& seen, const std::string& text) {
      for (const auto& line : seen["log"])
        if (line["text"] == text) return true;
      return false;
    };
    EXPECT_TRUE(has(seat_sees(room, "RUS"), "RUS: cut cables, unseen"));
    EXPECT_FALSE(has(seat_sees(room, "EST"), "RUS: cut cables, unseen"));
    EXPECT_TRUE(has(seen_by(room, {.facilitator = true}), "RUS: cut cables, unseen"));
    const bool laid = has(seat_sees(room, "EST"), "cut cables, unseen: it is laid to RUS");
    EXPECT_NE(laid, has(seat_sees(room, "EST"), "cut cables, unseen: it is laid to nobody"));
    EXPECT_EQ(seat_sees(room, "EST")["now"]["at"], laid ? "laid_open" : "unseen");
  }
}

TEST(Room, TheDebriefHoldsWhatWasDone) {
  Room room = at_the_question();
  EXPECT_EQ(words(apply(room, moves(room, "USA", "honour"))), "");
  EXPECT_EQ(words(apply(room, moves(room, "POL", "honour"))), "");
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "withdraw"))), "");
  ASSERT_EQ(room.state, RoomState::over);
  const card::Record record = debrief(room);
  EXPECT_TRUE(record.finding.starts_with("It ended so: Russia withdraws before the allies."));
  const card::Table& steps = *record.find("steps");
  ASSERT_GE(steps.size(), 6U);  // The inject, four answers, the withdrawal.
  double p = 0;
  for (std::size_t i = 0; i < record.find("ends")->size(); ++i)
    p += std::get<double>(record.find("ends")->cell(i, 4));
  EXPECT_NEAR(p, 1, 1e-9);
  const auto forgone = steps.size() - 1;
  EXPECT_GE(std::get<double>(steps.cell(forgone, 11)), 0);
}

TEST(Room, TheWayThatWasPlayedIsAmongTheLikelyOnes) {
  const Room room = begun("narva", {}, 5);
  const card::Record record = debrief(room);
  double p = 1;
  for (const Step& one : room.steps) p *= one.p;
  const card::Table& paths = *record.find("paths");
  int played = 0;
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (std::get<bool>(paths.cell(i, 3))) ++played;
  EXPECT_LE(played, 1);
  EXPECT_GT(p, 0);
}

}  // namespace
}  // namespace entente::play
