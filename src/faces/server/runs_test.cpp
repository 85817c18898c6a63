#include "faces/server/runs.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace entente::server {
namespace {

using namespace std::chrono_literals;
using How = entente::Run;  // Inside a test the short name is another.

Ask question(std::uint64_t seed) {
  Ask ask;
  ask.analysis = catalogue::find("version");
  ask.run.seed = seed;
  return ask;
}

/// Waits until `done`, for at most ten seconds.
template <class Done>
bool eventually(const Done& done) {
  for (int i = 0; i < 2000; ++i) {
    if (done()) return true;
    std::this_thread::sleep_for(5ms);
  }
  return false;
}

bool ended(const Runs& runs, const std::string& id) {
  const auto view = runs.find(id);
  return view && view->status != Status::queued && view->status != Status::running;
}

card::Record record() {
  card::Record made;
  made.finding = "found";
  return made;
}

/// Work that goes on until it is told to stop.
Result<card::Record> endless(const Ask&, const How& run) {
  while (!stopped(run)) std::this_thread::sleep_for(1ms);
  throw Cancelled();
}

TEST(Runs, tell_their_progress_and_their_end) {
  Runs runs(
      [](const Ask&, const How& run) -> Result<card::Record> {
        for (const double share : {0.25, 0.251, 1.0, 0.5}) run.progress(share);
        return record();
      },
      {});
  const std::string id = runs.add(question(1)).value();
  ASSERT_TRUE(eventually([&] { return ended(runs, id); }));
  EXPECT_EQ(runs.events(id, 1).bytes,
            "id: 2\nevent: progress\ndata: {\"stage\":1,\"share\":0.00}\n\n"
            "id: 3\nevent: progress\ndata: {\"stage\":1,\"share\":0.25}\n\n"
            "id: 4\nevent: progress\ndata: {\"stage\":1,\"share\":1.00}\n\n"
            "id: 5\nevent: progress\ndata: {\"stage\":2,\"share\":0.50}\n\n"
            "id: 6\nevent: done\ndata: {\"status\":\"done\",\"finding\":\"found\"}\n\n");
  EXPECT_TRUE(runs.events(id, 6).bytes.empty());
  EXPECT_TRUE(runs.events(id, 6).ended);
  EXPECT_EQ(runs.events(id, 600).last, 600U);
  EXPECT_TRUE(runs.events("none", 0).ended);
}

TEST(Runs, of_one_question_are_carried_out_once) {
  std::atomic<int> carried{0};
  Runs runs(
      [&](const Ask&, const How&) -> Result<card::Record> {
        ++carried;
        return record();
      },
      {});
  const std::string first = runs.add(question(1)).value();
  ASSERT_TRUE(eventually([&] { return ended(runs, first); }));
  const std::string again = runs.add(question(1)).value();
  EXPECT_TRUE(ended(runs, again));
  EXPECT_NE(first, again);
  EXPECT_EQ(runs.find(again)->record, runs.find(first)->record);
  const std::string other = runs.add(question(2)).value();
  ASSERT_TRUE(eventually([&] { return ended(runs, other); }));
  EXPECT_EQ(carried, 2);
  EXPECT_EQ(runs.counts().done, 3);
}

TEST(Runs, that_fail_keep_their_faults_and_are_asked_anew) {
  Runs runs(
      [](const Ask&, const How&) -> Result<card::Record> {
        return Error{Code::unknown_state, {"event", 1, 3}, "no such state", "hint"};
      },
      {});
  const std::string id = runs.add(question(1)).value();
  ASSERT_TRUE(eventually([&] { return ended(runs, id); }));
  EXPECT_EQ(runs.find(id)->status, Status::failed);
  EXPECT_EQ(runs.find(id)->faults.front().message, "no such state");
  const std::string again = runs.add(question(1)).value();
  ASSERT_TRUE(eventually([&] { return ended(runs, again); }));
  EXPECT_EQ(runs.counts().failed, 2);
}

TEST(Runs, are_cancelled_while_they_wait_and_while_they_run) {
  Runs runs(endless, {});
  const std::string working = runs.add(question(1)).value();
  const std::string waiting = runs.add(question(2)).value();
  ASSERT_TRUE(eventually([&] { return runs.counts().running == 1; }));
  std::atomic<int> woken{0};
  const std::uint64_t token = runs.watch(working, [&] { ++woken; });
  EXPECT_TRUE(runs.cancel(waiting));
  EXPECT_EQ(runs.find(waiting)->status, Status::cancelled);
  EXPECT_TRUE(runs.cancel(working));
  ASSERT_TRUE(eventually([&] { return ended(runs, working); }));
  EXPECT_EQ(runs.find(working)->status, Status::cancelled);
  EXPECT_EQ(woken, 1);
  runs.unwatch(working, token);
  EXPECT_FALSE(runs.cancel("none"));
  EXPECT_EQ(runs.counts().cancelled, 2);
  EXPECT_EQ(runs.counts().queued, 0);
}

TEST(Runs, beyond_the_limit_are_refused) {
  Runs runs(endless, {.workers = 1, .waiting = 2});
  (void)runs.add(question(1));
  ASSERT_TRUE(eventually([&] { return runs.counts().running == 1; }));
  EXPECT_TRUE(runs.add(question(2)));
  EXPECT_TRUE(runs.add(question(3)));
  EXPECT_FALSE(runs.add(question(4)));
  EXPECT_TRUE(runs.stop(5));
  EXPECT_EQ(runs.counts().cancelled, 3);
  EXPECT_FALSE(runs.add(question(5)));
}

TEST(Runs, that_ended_long_ago_are_forgotten) {
  Runs runs([](const Ask&, const How&) -> Result<card::Record> { return record(); },
            {.workers = 2, .kept = 3});
  std::vector<std::string> ids;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    ids.push_back(runs.add(question(seed)).value());
    ASSERT_TRUE(eventually([&] { return runs.counts().done == static_cast<int>(seed) + 1; }));
  }
  EXPECT_FALSE(runs.find(ids[0]));
  EXPECT_TRUE(runs.find(ids[19]));
  EXPECT_EQ(runs.list(100).size(), 3U);
  EXPECT_EQ(runs.list(100).front().id, ids[19]);
}

TEST(Runs, from_many_threads_at_once_all_end) {
  Runs runs([](const Ask&, const How&) -> Result<card::Record> { return record(); },
            {.workers = 3});
  std::vector<std::thread> askers;
  for (std::uint64_t who = 0; who < 4; ++who)
    askers.emplace_back([&runs, who] {
      for (std::uint64_t i = 0; i < 50; ++i) {
        const auto id = runs.add(question(who * 100 + i % 20));
        if (id && i % 7 == 0) (void)runs.cancel(*id);
      }
    });
  for (std::thread& asker : askers) asker.join();
  EXPECT_TRUE(eventually([&] {
    const RunCounts now = runs.counts();
    return now.done + now.cancelled + now.failed == 200;
  }));
  EXPECT_EQ(runs.counts().queued + runs.counts().running, 0);
}

}  // namespace
}  // namespace entente::server
