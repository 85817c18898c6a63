// Scenarios and runs; the same tests over SQLite and PostgreSQL.
#include "store/store.h"

#include <atomic>
#include <thread>

#include "store/store_fixture.h"

namespace entente::store {
namespace {

INSTANTIATE_TEST_SUITE_P(Both, StoreTest, testing::Values(Kind::sqlite, Kind::postgres), kind_word);

// ---- Scenarios

TEST_P(StoreTest, versions_count_and_none_is_lost) {
  EXPECT_EQ(store().put("baltic", "one: 'quoted' :b", 0, "ann")->version, 1);
  EXPECT_EQ(store().put("baltic", "zwei — 二", 1, "bob")->version, 2);
  EXPECT_EQ(store().scenario("baltic").value()->text, "zwei — 二");
  EXPECT_EQ(store().scenario("baltic", 1).value()->text, "one: 'quoted' :b");
  EXPECT_EQ(store().scenario("baltic", 1).value()->author, "ann");
  EXPECT_FALSE(store().scenario("baltic", 3).value());
  EXPECT_EQ(store().versions("baltic")->size(), 2U);
  EXPECT_EQ(store().scenarios()->size(), 1U);
}

TEST_P(StoreTest, two_who_edit_at_once_get_a_conflict) {
  (void)store().put("baltic", "one", 0, "ann");
  EXPECT_EQ(store().put("baltic", "of ann", 1, "ann")->outcome, Outcome::done);
  const auto late = store().put("baltic", "of bob", 1, "bob");
  EXPECT_EQ(late->outcome, Outcome::stale);
  EXPECT_EQ(late->version, 2);
  EXPECT_EQ(store().put("baltic", "new", 0, "bob")->outcome, Outcome::exists);
  EXPECT_EQ(store().put("pacific", "x", 4, "bob")->outcome, Outcome::absent);
  EXPECT_EQ(store().scenario("baltic").value()->text, "of ann");
}

TEST_P(StoreTest, what_is_removed_goes_on_counting) {
  (void)store().put("baltic", "one", 0, "ann");
  EXPECT_EQ(store().remove("baltic", 7, "ann")->outcome, Outcome::stale);
  EXPECT_EQ(store().remove("baltic", 1, "ann")->version, 2);
  EXPECT_EQ(store().remove("baltic", kAnyVersion, "ann")->outcome, Outcome::absent);
  EXPECT_FALSE(store().scenario("baltic").value());
  EXPECT_TRUE(store().scenarios()->empty());
  EXPECT_EQ(store().scenario("baltic", 1).value()->text, "one");
  EXPECT_EQ(store().put("baltic", "again", 0, "ann")->version, 3);
}

TEST_P(StoreTest, many_writers_lose_nothing) {
  std::vector<std::thread> writers;
  std::atomic<int> written{0};
  for (int w = 0; w < 4; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; i < 25; ++i) {
        const auto put = store().put("shared", "text " + std::to_string(w), kAnyVersion, "ann");
        if (put && put->outcome == Outcome::done) ++written;
      }
    });
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(written, 100);
  EXPECT_EQ(store().versions("shared")->size(), 100U);
  EXPECT_TRUE(store().check()->faults.empty());
}

// ---- Runs

TEST_P(StoreTest, a_run_goes_from_the_queue_to_its_record) {
  EXPECT_EQ(accept("r1").state, State::queued);
  const auto job = take("w1");
  ASSERT_TRUE(job);
  EXPECT_EQ(job->request.body, "{\"name\":\"ledger\"}");
  EXPECT_EQ(job->attempts, 1);
  EXPECT_FALSE(take("w2"));
  EXPECT_EQ(store().renew("r1", "w1", 60000, .25, "rows").value(), Wish::go_on);
  EXPECT_DOUBLE_EQ(store().run("r1").value()->share, .25);
  EXPECT_TRUE(store().finish("r1", "w1", "{\"finding\":\"x\"}").value());
  EXPECT_EQ(store().run("r1").value()->record, "{\"finding\":\"x\"}");
  EXPECT_EQ(accept("r1").state, State::done);
  EXPECT_FALSE(store().finish("r1", "w1", "other").value());
  EXPECT_EQ(store().run("r1").value()->record, "{\"finding\":\"x\"}");
  EXPECT_EQ(store().counts()->done, 1);
}

TEST_P(StoreTest, priority_goes_first_and_then_age) {
  accept("a");
  accept("b", "ann", 5);
  accept("c", "ann", 5);
  EXPECT_EQ(take("w")->request.id, "b");
  EXPECT_EQ(take("w")->request.id, "c");
  EXPECT_EQ(take("w")->request.id, "a");
}

TEST_P(StoreTest, a_worker_takes_its_own_program_and_library_only) {
  accept("a");
  EXPECT_FALSE(store().take("w", "2.0", "abc", 1000).value());
  EXPECT_FALSE(store().take("w", "1.0", "xyz", 1000).value());
  EXPECT_EQ(store().give_up_others("2.0", "abc", "[]").value(), 1);
  EXPECT_EQ(state("a"), State::failed);
}

TEST_P(StoreTest, a_run_whose_worker_is_gone_is_taken_up_with_its_checkpoint) {
  accept("a");
  ASSERT_TRUE(take("w1", -1));  // Its lease is over at once.
  EXPECT_EQ(store().renew("a", "w1", -1, .5, "half").value(), Wish::go_on);
  const auto again = take("w2");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->checkpoint, "half");
  EXPECT_EQ(again->attempts, 2);
  EXPECT_EQ(store().renew("a", "w1", 1000, .6, "late").value(), Wish::leave);
  EXPECT_FALSE(store().finish("a", "w1", "late").value());
  EXPECT_FALSE(store().fail("a", "w1", "late").value());
  EXPECT_TRUE(store().finish("a", "w2", "right").value());
}

TEST_P(StoreTest, a_run_that_ends_every_worker_is_given_up) {
  Store strict = opened(url_, {.losses = 3});
  accept("a");
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(strict.take("w", "1.0", "abc", -1).value());
  EXPECT_FALSE(strict.take("w", "1.0", "abc", -1).value());
  EXPECT_EQ(state("a"), State::failed);
}

TEST_P(StoreTest, runs_are_cancelled_paused_and_gone_on_with) {
  accept("a");
  EXPECT_TRUE(store().pause("a", "ann").value());
  EXPECT_EQ(state("a"), State::paused);
  EXPECT_FALSE(take("w"));
  EXPECT_TRUE(store().resume("a", "ann").value());
  ASSERT_TRUE(take("w"));
  EXPECT_TRUE(store().pause("a", "ann").value());
  EXPECT_EQ(store().renew("a", "w", 1000, .1, "").value(), Wish::pause);
  EXPECT_TRUE(store().release("a", "w", Wish::pause, "kept", "").value());
  EXPECT_EQ(state("a"), State::paused);
  EXPECT_TRUE(store().resume("a", "ann").value());
  EXPECT_EQ(take("w")->checkpoint, "kept");
  EXPECT_TRUE(store().cancel("a", "ann").value());
  EXPECT_EQ(store().renew("a", "w", 1000, .1, "").value(), Wish::cancel);
  EXPECT_TRUE(store().release("a", "w", Wish::cancel, "", "{\"partial\":true}").value());
  EXPECT_EQ(state("a"), State::cancelled);
  EXPECT_EQ(store().run("a").value()->record, "{\"partial\":true}");
  EXPECT_EQ(accept("a").state, State::queued);
  EXPECT_FALSE(store().cancel("nothing", "ann").value());
}

TEST_P(StoreTest, what_was_wished_of_a_run_is_done_though_its_worker_is_gone) {
  accept("a");
  accept("b");
  ASSERT_TRUE(take("w", -1));
  ASSERT_TRUE(take("w", -1));
  (void)store().cancel("a", "ann");
  (void)store().pause("b", "ann");
  EXPECT_FALSE(take("v"));
  EXPECT_EQ(state("a"), State::cancelled);
  EXPECT_EQ(state("b"), State::paused);
}

TEST_P(StoreTest, a_quota_holds) {
  Store small = opened(url_, {.quota = 2});
  EXPECT_TRUE(small.accept(request("a")));
  EXPECT_TRUE(small.accept(request("b")));
  const auto third = small.accept(request("c"));
  ASSERT_FALSE(third);
  EXPECT_EQ(to_text(third.error().front()),
            "runs: too many runs wait already: 2, and 2 are allowed [too_large]\n"
            "  wait until some are done, or cancel some");
  EXPECT_TRUE(small.accept(request("a")));
  EXPECT_TRUE(small.accept(request("c", "bob")));
}

TEST_P(StoreTest, old_runs_are_pruned_and_no_others) {
  for (const char* id : {"a", "b", "c"}) accept(id);
  ASSERT_TRUE(take("w"));
  (void)store().finish("a", "w", "{}");
  (void)store().cancel("b", "ann");
  EXPECT_EQ(store().prune(60000, "ann").value(), 0);
  EXPECT_EQ(store().prune(-1000, "ann").value(), 2);
  EXPECT_FALSE(store().run("a").value());
  EXPECT_EQ(state("c"), State::queued);
  EXPECT_EQ(accept("a").state, State::queued);
  EXPECT_TRUE(store().check()->faults.empty());
}

TEST_P(StoreTest, many_workers_never_share_a_run) {
  constexpr int kRuns = 60;
  for (int i = 0; i < kRuns; ++i) accept("run" + std::to_string(i));
  std::atomic<int> finished{0};
  std::vector<std::thread> workers;
  for (int w = 0; w < 4; ++w)
    workers.emplace_back([&, w] {
      const std::string me = "w" + std::to_string(w);
      while (true) {
        const auto job = store().take(me, "1.0", "abc", 60000);
        if (!job || !*job) return;
        if (store().finish((*job)->request.id, me, me).value()) ++finished;
      }
    });
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(finished, kRuns);
  EXPECT_EQ(store().counts()->done, kRuns);
  const auto jobs = store().runs(1000);
  for (const Job& job : *jobs) EXPECT_EQ(job.attempts, 1);
}

}  // namespace
}  // namespace entente::store
