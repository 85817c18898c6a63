#include "faces/server/rooms.h"

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <thread>

#include "scenario/library.h"

namespace entente::server {
namespace {

using play::Act;
using play::ActKind;
using Json = nlohmann::json;

const scenario::Library& library() {
  static const auto built_in = scenario::built_in_library();
  return built_in.value();
}

play::Log narva(std::int64_t clock = 0) {
  play::Log log;
  log.opening.name = "narva";
  log.opening.clock = clock;
  for (const auto& [name, bytes] : library().crises)
    if (name == "narva") log.opening.text = bytes;
  return log;
}

Act news(const std::string& text) { return {.kind = ActKind::inject, .text = text}; }

class RoomsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = store::open("memory");
    ASSERT_TRUE(opened);
    store_.emplace(std::move(opened).value());
  }

  std::optional<store::Store> store_;
};

TEST_F(RoomsTest, two_servers_play_one_room) {
  Rooms here(*store_, library()), there(*store_, library());
  const auto room = here.open(narva(), "ann");
  ASSERT_TRUE(room);
  const auto seat = there.sit(room->id, "RUS", "Ana");
  ASSERT_EQ(seat.outcome, Rooms::Outcome::done);
  EXPECT_EQ(here.act(room->id, room->secret, {.kind = ActKind::begin}).outcome,
            Rooms::Outcome::done);
  const Act quiet{.kind = ActKind::move, .round = 1, .move = "leave things as they are"};
  const auto over = there.act(room->id, seat.text, quiet);
  ASSERT_EQ(over.outcome, Rooms::Outcome::done);
  EXPECT_EQ(Json::parse(over.text)["state"], "over");
  EXPECT_EQ(here.view(room->id, "").text, there.view(room->id, "").text);
  Rooms later(*store_, library());  // A server that was started again.
  EXPECT_EQ(later.view(room->id, seat.text).text, over.text);
  EXPECT_EQ(later.save(room->id, "").text, here.save(room->id, room->secret).text);
}

TEST_F(RoomsTest, a_secret_gives_its_own_right_only) {
  Rooms rooms(*store_, library());
  const auto room = rooms.open(narva(), "ann");
  const auto seat = rooms.sit(room->id, "RUS", "Ana");
  const auto begin = [&](const std::string& secret) {
    return rooms.act(room->id, secret, {.kind = ActKind::begin}).outcome;
  };
  EXPECT_EQ(begin(""), Rooms::Outcome::forbidden);
  EXPECT_EQ(begin(seat.text), Rooms::Outcome::forbidden);
  EXPECT_EQ(begin(room->secret + "x"), Rooms::Outcome::forbidden);
  EXPECT_EQ(begin(room->secret), Rooms::Outcome::done);
  const Act wait{.kind = ActKind::move, .round = 1, .move = "leave things as they are"};
  EXPECT_EQ(rooms.act(room->id, room->secret, wait).outcome, Rooms::Outcome::forbidden);
  EXPECT_EQ(rooms.save(room->id, seat.text).outcome, Rooms::Outcome::forbidden);
  EXPECT_EQ(rooms.save(room->id, room->secret).outcome, Rooms::Outcome::done);
  EXPECT_EQ(rooms.view("nowhere", "").outcome, Rooms::Outcome::absent);
  EXPECT_EQ(rooms.remove(room->id, seat.text, "", false).outcome, Rooms::Outcome::forbidden);
  EXPECT_EQ(rooms.remove(room->id, room->secret, "", false).outcome, Rooms::Outcome::done);
  EXPECT_EQ(rooms.view(room->id, "").outcome, Rooms::Outcome::absent);
}

TEST_F(RoomsTest, no_secret_leaves_the_room) {
  Rooms rooms(*store_, library());
  const auto room = rooms.open(narva(), "ann");
  const auto seat = rooms.sit(room->id, "RUS", "Ana");
  const std::string saved = rooms.save(room->id, room->secret).text;
  EXPECT_EQ(saved.find("key"), std::string::npos);
  const auto all = store_->room_acts(room->id, 0);
  for (const std::string& one : *all) EXPECT_EQ(one.find(seat.text), std::string::npos);
}

TEST_F(RoomsTest, many_write_at_once_and_nothing_is_lost) {
  constexpr int kThreads = 6, kEach = 15;
  Rooms here(*store_, library()), there(*store_, library());
  const auto room = here.open(narva(), "ann");
  std::atomic<int> done = 0;
  {
    std::vector<std::thread> all;
    for (int t = 0; t < kThreads; ++t)
      all.emplace_back([&, t] {
        Rooms& rooms = t % 2 == 0 ? here : there;
        for (int i = 0; i < kEach; ++i) {
          const auto answer =
              rooms.act(room->id, room->secret, news(std::to_string(t * kEach + i)));
          if (answer.outcome == Rooms::Outcome::done) ++done;
        }
      });
    for (std::thread& one : all) one.join();
  }
  const auto acts = store_->room_acts(room->id, 0);
  EXPECT_EQ(static_cast<int>(acts->size()), done);
  EXPECT_GT(done, kThreads * kEach / 2);
  std::set<std::string> told;
  for (const std::string& one : *acts) told.insert(Json::parse(one)["text"]);
  EXPECT_EQ(static_cast<int>(told.size()), done);
}

TEST_F(RoomsTest, who_follows_hears_of_every_act_and_of_the_clock) {
  Rooms here(*store_, library()), there(*store_, library());
  const auto room = here.open(narva(1), "ann");
  const auto seat = here.sit(room->id, "RUS", "Ana");
  std::atomic<int> woken = 0;
  const auto token = there.watch(room->id, [&] { ++woken; });
  const auto first = there.events(room->id, 0);
  EXPECT_EQ(first.last, 2U);
  EXPECT_EQ(first.bytes, "id: 2\nevent: step\ndata: {\"step\":2,\"state\":\"open\"}\n\n");
  EXPECT_TRUE(there.events(room->id, 2).bytes.empty());
  ASSERT_EQ(here.act(room->id, room->secret, {.kind = ActKind::begin}).outcome,
            Rooms::Outcome::done);
  // Nobody moves: the other server sees the clock run out.
  for (int i = 0; i < 100 && there.events(room->id, 3).last < 4; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_GE(there.events(room->id, 3).last, 4U);
  EXPECT_GT(woken, 0);
  there.unwatch(room->id, token);
  EXPECT_TRUE(there.events("nowhere", 0).ended);
}

TEST_F(RoomsTest, a_saved_game_rests_until_somebody_goes_on) {
  Rooms rooms(*store_, library());
  const auto room = rooms.open(narva(60), "ann");
  const auto seat = rooms.sit(room->id, "RUS", "Ana");
  ASSERT_EQ(rooms.act(room->id, room->secret, {.kind = ActKind::begin}).outcome,
            Rooms::Outcome::done);
  const auto log = play::load(rooms.save(room->id, room->secret).text, "save");
  ASSERT_TRUE(log);
  const auto again = rooms.open(*log, "ann");
  ASSERT_TRUE(again);
  EXPECT_EQ(Json::parse(rooms.view(again->id, "").text)["state"], "paused");
  EXPECT_EQ(rooms.sit(again->id, "RUS", "Ana").outcome, Rooms::Outcome::done);
  EXPECT_EQ(rooms.sit(again->id, "RUS", "Bob").outcome, Rooms::Outcome::refused);
}

}  // namespace
}  // namespace entente::server
