#include "faces/server/runs.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "report/json.h"

namespace entente::server {
namespace {

using namespace std::chrono_literals;
using How = entente::Run;  // Inside a test the short name is another.
using store::State;

/// A verb of its own: these tests stand without the catalogue, so that they can be run apart.
const scenario::Analysis& verb() {
  static const scenario::Analysis one = [] {
    scenario::Analysis made{};
    made.card.name = "patience";
    made.card.checkpoints = true;
    return made;
  }();
  return one;
}

Ask question(std::uint64_t seed) {
  Ask ask;
  ask.analysis = &verb();
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

/// Reads what `kept_form` wrote of a question.
Result<Ask> read(const std::string& body) {
  const std::string_view key = "\"seed\":";
  return question(std::strtoull(body.c_str() + body.find(key) + key.size(), nullptr, 10));
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

Result<card::Record> at_once(const Ask&, const How&) { return record(); }

class RunsTest : public testing::Test {
 protected:
  Runs& runs(Runs::Work work, RunLimits limits = {}) {
    limits.tick_ms = 20;
    runs_ = std::make_unique<Runs>(store_, Program{"1", "lib", "w" + std::to_string(++number_)},
                                   read, std::move(work), limits);
    return *runs_;
  }

  std::string add(std::uint64_t seed) { return runs_->add(question(seed), "ann").value().id; }

  State state(const std::string& id) { return runs_->find(id).value()->state; }

  bool reaches(const std::string& id, State wanted) {
    return eventually([&] { return state(id) == wanted; });
  }

  store::Store store_ = store::open("memory").value();
  std::unique_ptr<Runs> runs_;
  int number_ = 0;
};

TEST_F(RunsTest, tell_their_progress_and_their_end) {
  runs([](const Ask&, const How& run) -> Result<card::Record> {
    for (const double share : {0.25, 0.251, 1.0, 0.5}) run.progress(share);
    return record();
  });
  const std::string id = add(1);
  ASSERT_TRUE(eventually([&] { return runs_->events(id, 0).ended; }));
  EXPECT_EQ(runs_->events(id, 1).bytes,
            "id: 2\nevent: progress\ndata: {\"stage\":1,\"share\":0.00}\n\n"
            "id: 3\nevent: progress\ndata: {\"stage\":1,\"share\":0.25}\n\n"
            "id: 4\nevent: progress\ndata: {\"stage\":1,\"share\":1.00}\n\n"
            "id: 5\nevent: progress\ndata: {\"stage\":2,\"share\":0.50}\n\n"
            "id: 6\nevent: done\ndata: {\"status\":\"done\",\"finding\":\"found\"}\n\n");
  EXPECT_TRUE(runs_->events(id, 6).bytes.empty());
  EXPECT_TRUE(runs_->events(id, 6).ended);
  EXPECT_EQ(runs_->events(id, 600).last, 600U);
  EXPECT_TRUE(runs_->events("none", 0).ended);
}

TEST_F(RunsTest, of_one_question_are_one_run) {
  std::atomic<int> carried{0};
  runs([&](const Ask&, const How&) -> Result<card::Record> {
    ++carried;
    return record();
  });
  const std::string first = add(1);
  ASSERT_TRUE(reaches(first, State::done));
  EXPECT_EQ(add(1), first);
  EXPECT_EQ(report::from_json(runs_->find(first).value()->record)->finding, "found");
  const std::string other = add(2);
  ASSERT_TRUE(reaches(other, State::done));
  EXPECT_EQ(carried, 2);
  EXPECT_EQ(runs_->counts()->done, 2);
}

TEST_F(RunsTest, that_fail_keep_their_faults_and_are_asked_anew) {
  std::atomic<int> carried{0};
  runs([&](const Ask&, const How&) -> Result<card::Record> {
    ++carried;
    return Error{Code::unknown_state, {"event", 1, 3}, "no such state", "hint"};
  });
  const std::string id = add(1);
  ASSERT_TRUE(reaches(id, State::failed));
  EXPECT_NE(runs_->find(id).value()->problem.find("no such state"), std::string::npos);
  EXPECT_NE(runs_->events(id, 0).bytes.find("\"detail\":\"no such state\""), std::string::npos);
  EXPECT_EQ(add(1), id);
  ASSERT_TRUE(eventually([&] { return carried == 2; }));
  EXPECT_TRUE(reaches(id, State::failed));
}

TEST_F(RunsTest, are_cancelled_while_they_wait_and_while_they_run) {
  runs(endless);
  const std::string working = add(1);
  const std::string waiting = add(2);
  ASSERT_TRUE(eventually(
      [&] { return runs_->events(working, 0).bytes.find("progress") != std::string::npos; }));
  std::atomic<int> woken{0};
  const std::uint64_t token = runs_->watch(working, [&] { ++woken; });
  EXPECT_TRUE(runs_->order(waiting, Runs::Order::cancel, "ann").value());
  EXPECT_EQ(state(waiting), State::cancelled);
  EXPECT_TRUE(runs_->order(working, Runs::Order::cancel, "ann").value());
  ASSERT_TRUE(eventually([&] { return runs_->events(working, 0).ended; }));
  EXPECT_EQ(state(working), State::cancelled);
  EXPECT_EQ(woken, 1);
  runs_->unwatch(working, token);
  EXPECT_FALSE(runs_->order("none", Runs::Order::cancel, "ann").value());
  EXPECT_EQ(runs_->counts()->cancelled, 2);
}

TEST_F(RunsTest, rest_and_go_on) {
  std::atomic<bool> quick{false};
  runs([&](const Ask& ask, const How& run) -> Result<card::Record> {
    if (quick) return record();
    return endless(ask, run);
  });
  const std::string id = add(1);
  ASSERT_TRUE(reaches(id, State::running));
  EXPECT_TRUE(runs_->order(id, Runs::Order::pause, "ann").value());
  ASSERT_TRUE(reaches(id, State::paused));
  EXPECT_FALSE(runs_->events(id, 0).ended);
  quick = true;
  EXPECT_TRUE(runs_->order(id, Runs::Order::resume, "ann").value());
  EXPECT_TRUE(reaches(id, State::done));
}

TEST_F(RunsTest, that_were_not_done_are_taken_up_by_the_next_process) {
  runs(endless);
  const std::string id = add(1);
  const std::string waiting = add(2);
  ASSERT_TRUE(reaches(id, State::running));
  EXPECT_TRUE(runs_->stop(5));
  EXPECT_EQ(store_.run(id).value()->state, State::queued);
  const std::uint64_t seen = runs_->events(id, 0).last;
  runs(at_once);
  EXPECT_TRUE(reaches(id, State::done));
  EXPECT_TRUE(reaches(waiting, State::done));
  // Who followed it before hears of its end.
  EXPECT_NE(runs_->events(id, seen).bytes.find("event: done"), std::string::npos);
}

TEST_F(RunsTest, of_other_workers_are_followed) {
  runs(at_once, {.workers = 0});
  const std::string id = add(1);
  std::atomic<int> woken{0};
  const std::uint64_t token = runs_->watch(id, [&] { ++woken; });
  {
    Runs other(store_, {"1", "lib", "other"}, read, at_once, {.tick_ms = 20});
    ASSERT_TRUE(eventually([&] { return runs_->events(id, 0).ended; }));
  }
  EXPECT_NE(runs_->events(id, 0).bytes.find("\"finding\":\"found\""), std::string::npos);
  EXPECT_GE(woken, 1);
  runs_->unwatch(id, token);
}

TEST_F(RunsTest, hand_on_what_is_done_of_them) {
  std::atomic<bool> written{false};
  runs([&](const Ask& asked, const How& run) -> Result<card::Record> {
    std::ofstream(run.checkpoint) << "half\n";
    written = true;
    return endless(asked, run);
  });
  const std::string id = add(1);
  ASSERT_TRUE(eventually([&] { return written.load(); }));
  EXPECT_TRUE(runs_->stop(5));
  std::string found;
  runs([&](const Ask&, const How& run) -> Result<card::Record> {
    std::ifstream file(run.checkpoint);
    std::getline(file, found);
    return record();
  });
  ASSERT_TRUE(reaches(id, State::done));
  EXPECT_EQ(found, "half");
}

TEST_F(RunsTest, from_many_threads_at_once_all_end) {
  runs(at_once, {.workers = 3});
  std::vector<std::thread> askers;
  for (std::uint64_t who = 0; who < 4; ++who)
    askers.emplace_back([this, who] {
      for (std::uint64_t i = 0; i < 50; ++i) {
        const auto run = runs_->add(question(who * 100 + i % 20), "ann");
        if (run && i % 7 == 0) (void)runs_->order(run->id, Runs::Order::cancel, "ann");
      }
    });
  for (std::thread& asker : askers) asker.join();
  EXPECT_TRUE(eventually([&] {
    const auto now = runs_->counts();
    return now->queued + now->running == 0;
  }));
  EXPECT_EQ(runs_->counts()->done + runs_->counts()->cancelled, 80);
}

}  // namespace
}  // namespace entente::server
