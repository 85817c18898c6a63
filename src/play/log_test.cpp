#include "play/log.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "play/test_room.h"

namespace entente::play {
namespace {

TEST(RoomLog, AnActComesBackAsItWas) {
  Act made = act(ActKind::inject, "RUS");
  made.text = "A \"fisherman\"\nis shot.";
  made.to = {"EST", "POL"};
  made.numbers = {{"stake of RUS", 1.25}, {"slips", 0.1}};
  made.go = "men";
  made.key = "k";
  made.round = 3;
  made.name = "Ana";
  made.move = "wait";
  const auto read = read_act(to_json(made, true), "act");
  ASSERT_TRUE(read.has_value()) << words(read.error());
  EXPECT_EQ(*read, made);
  EXPECT_EQ(to_json(made, false).find("key"), std::string::npos);
}

TEST(RoomLog, EveryFaultOfAnActShows) {
  const auto read =
      read_act(R"({"act": "mvoe", "round": -1, "numbers": {"a": "b"}, "seet": 1})", "act");
  ASSERT_FALSE(read.has_value());
  std::string all;
  for (const Error& one : read.error()) all += to_text(one) + "\n";
  EXPECT_NE(all.find("did you mean `move`?"), std::string::npos) << all;
  EXPECT_NE(all.find("`round` is -1"), std::string::npos) << all;
  EXPECT_NE(all.find("`b`") == std::string::npos ? all.find("not a number") : 0, std::string::npos);
  EXPECT_NE(all.find("seet"), std::string::npos) << all;
}

TEST(RoomLog, AnOpeningKeepsItsBounds) {
  const auto read =
      read_opening(R"({"text": "", "precision": 2000, "clock": 100000, "seed": -3})", "opening");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().size(), 3U);
}

TEST(RoomLog, WhatIsNoGameIsRefused) {
  EXPECT_EQ(words(load(R"({"format": "chess"})", "save").error()),
            "save:1:1: `opening` is missing [missing_key]");
  EXPECT_FALSE(load("[]", "save").has_value());
  EXPECT_FALSE(load("{", "save").has_value());
}

/// All that can be seen of a room.
std::string all_of(const Room& room) {
  return view(room, test_library().world, {.facilitator = true}, room.opening.at + 1'000'000);
}

/// People do things, some of them nonsense; what is refused changes nothing.
std::pair<Log, std::string> played(std::uint64_t seed, const std::vector<std::uint8_t>& wishes) {
  Log log{opening_of(seed % 2 == 0 ? "narva" : "scarborough", seed), {}};
  log.opening.clock = seed % 3 == 0 ? 60 : 0;
  static const Room narva = room_of(opening_of("narva")),
                    shoal = room_of(opening_of("scarborough"));
  Room room = seed % 2 == 0 ? narva : shoal;
  room.opening = log.opening;
  Milliseconds at = log.opening.at;
  for (const std::uint8_t wish : wishes) {
    at += 1000;
    const auto& players = room.model.about.players;
    const std::string seat = players[wish % players.size()].id;
    Act made = act(static_cast<ActKind>(wish % 10), seat);
    if (made.kind == ActKind::close && wish < 200) made.kind = ActKind::begin;
    made.at = at;
    made.round = room.round;
    if (made.kind == ActKind::sit) made.key = "k";
    const auto asked = room.asked();
    if (made.kind == ActKind::move && !asked.empty()) {
      made.seat = players[asked[wish / 10 % asked.size()]].id;
      const auto player = asked[wish / 10 % asked.size()];
      const auto options = options_of(room.model, room.belief(player), room.place, player);
      made.move = options[wish / 7 % options.size()].name;
    }
    if (made.kind == ActKind::inject) made.text = "news";
    if (made.kind == ActKind::expire) made.at = at += 61'000;
    const Room before = room;
    if (apply(room, made).empty())
      log.acts.push_back(made);
    else if (all_of(room) != all_of(before))
      ADD_FAILURE() << "a refused act changed the room: " << to_json(made, true);
  }
  return {log, all_of(room)};
}

RC_GTEST_PROP(RoomLog, TheSameLogIsTheSameRoom, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1000);
  const auto wishes =
      *rc::gen::container<std::vector<std::uint8_t>>(40, rc::gen::arbitrary<std::uint8_t>());
  const auto [log, seen] = played(seed, wishes);
  const std::string saved = save(log);
  const auto loaded = load(saved, "save");
  RC_ASSERT(loaded.has_value());
  RC_ASSERT(save(*loaded) == saved);
  const auto again = replay(*loaded, test_library());
  RC_ASSERT(again.has_value());
  RC_ASSERT(all_of(*again) == seen);
}

TEST(RoomLog, TheClockMovesForWhoIsLate) {
  Opening opening = opening_of("narva");
  opening.clock = 60;
  Room room = room_of(opening);
  EXPECT_EQ(words(apply(room, sits("RUS"))), "");
  EXPECT_EQ(words(apply(room, act(ActKind::begin))), "");
  Act late = act(ActKind::expire);
  EXPECT_EQ(words(apply(room, late)), "act: the clock of this round has not run out [bad_value]");
  EXPECT_DOUBLE_EQ(seen_by(room, {}, late.at + 20'000)["remaining"].get<double>(), 40);
  Act rest = act(ActKind::pause);
  rest.at += 20'000;
  EXPECT_EQ(words(apply(room, rest)), "");
  EXPECT_EQ(words(apply(room, moves(room, "RUS", "leave things as they are"))),
            "act: the room rests [bad_value]\n  wait until the facilitator goes on");
  EXPECT_EQ(seen_by(room, {}, late.at + 500'000)["remaining"], nullptr);
  Act on = act(ActKind::resume);
  on.at += 500'000;
  EXPECT_EQ(words(apply(room, on)), "");
  late.at += 539'000;
  EXPECT_FALSE(apply(room, late).empty());
  late.at += 1'000;
  EXPECT_EQ(words(apply(room, late)), "");
  EXPECT_GT(room.round, 1);
  EXPECT_TRUE(room.steps.front().engine);
}

TEST(RoomLog, InjectsTellChangeAndMove) {
  Room room = room_of(opening_of("narva"));
  for (const char* seat : {"RUS", "EST"}) EXPECT_EQ(words(apply(room, sits(seat))), "");
  EXPECT_EQ(
      words(apply(room, act(ActKind::inject))),
      "inject: the inject says and changes nothing [missing_key]\n  it needs a text, numbers, "
      "or a node to go to");
  EXPECT_EQ(words(apply(room, act(ActKind::begin))), "");
  Act news = act(ActKind::inject);
  news.text = "The cable was insured.";
  news.to = {"EST"};
  EXPECT_EQ(words(apply(room, news)), "");
  EXPECT_EQ(seat_sees(room, "EST")["log"].back()["text"], news.text);
  EXPECT_NE(seat_sees(room, "RUS")["log"].back()["text"], news.text);
  const double before = seen_by(room, {})["odds"]["war"];
  Act numbers = act(ActKind::inject);
  numbers.numbers = {{"stake of RUS", 3}};
  EXPECT_EQ(words(apply(room, numbers)), "");
  EXPECT_NE(seen_by(room, {})["odds"]["war"].get<double>(), before);
  numbers.numbers = {{"stake of RSU", 3}, {"RUS is firm", 2}};
  const Faults faults = apply(room, numbers);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(to_text(faults[0]),
            "numbers: the case has no number called `stake of RSU` [unknown_name]\n  did you mean "
            "`stake of RUS`?");
  EXPECT_EQ(to_text(faults[1]),
            "numbers: `RUS is firm` cannot be 2.000000 [bad_value]\n  it lies in [0, 1]");
  Act go = act(ActKind::inject);
  go.go = "men";
  EXPECT_EQ(words(apply(room, go)), "");
  EXPECT_EQ(seen_by(room, {})["now"]["at"], "men");
  go.go = "abandoned";
  EXPECT_EQ(words(apply(room, go)),
            "go: play cannot come to `abandoned` from where the allies stand now [bad_value]\n  no "
            "way through the case leads there with the same allies in");
  go.go = "abandonned";
  EXPECT_EQ(words(apply(room, go)),
            "go: the case has no node `abandonned` [unknown_name]\n  did you mean `abandoned`?");
}

TEST(RoomLog, WhatIsTooMuchIsRefused) {
  Room room = room_of(opening_of("narva"));
  Act numbers = act(ActKind::inject);
  numbers.numbers = {{"slips", 1}};
  for (int i = 0; i < kMostChanges; ++i) ASSERT_EQ(words(apply(room, numbers)), "");
  EXPECT_EQ(words(apply(room, numbers)),
            "numbers: numbers were changed 100 times already [too_large]\n  open another room with "
            "the numbers in its case");
  Act news = act(ActKind::inject);
  news.text = "news";
  while (static_cast<std::size_t>(room.acts) < kMostActs) {
    room.lines.clear();  // The test need not keep them.
    ASSERT_EQ(words(apply(room, news)), "");
  }
  EXPECT_EQ(words(apply(room, news)),
            "act: the room has seen 5000 acts [too_large]\n  open another one");
}

TEST(RoomLog, ACaseTooLargeForARoomIsRefused) {
  // Nine allies who are asked twice have 9 statuses each to bring along.
  Opening opening = opening_of("narva");
  std::string& text = opening.text;
  const std::size_t at = text.find("[[node]]");
  std::string more;
  for (const char* id : {"GBR", "FRA", "NOR", "LTU", "LVA"})
    more += std::string("[[player]]\nid = \"") + id +
            "\"\nside = \"defender\"\nally = true\nstake = [1, 1, 1]\nstrength = [1, 1, 1]\n"
            "democracy = [1, 1, 1]\n\n";
  text.insert(at, more);
  const auto made = open(opening, test_library());
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().front().code, Code::too_large);
  EXPECT_NE(made.error().front().message.find("too many for a room"), std::string::npos)
      << made.error().front().message;
}

TEST(RoomLog, ACaseOfOnesOwnHasToBeSound) {
  Opening opening = opening_of("narva");
  opening.text.replace(opening.text.find("to = \"quiet\""), 12, "to = \"queit\"");
  const auto made = open(opening, test_library());
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().front().code, Code::unknown_name);
  EXPECT_EQ(made.error().front().where.file, "narva.toml");
}

}  // namespace
}  // namespace entente::play
