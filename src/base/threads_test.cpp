#include "base/threads.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Threads, EveryTaskIsDoneOnce) {
  for (const int threads : {1, 3}) {
    entente::Run run;
    run.threads = threads;
    std::vector<std::atomic<int>> done(100);
    on_threads(done.size(), run, [&](std::size_t i) { ++done[i]; });
    for (const auto& one : done) EXPECT_EQ(one, 1);
  }
}

TEST(Threads, ATaskThatIsCancelledStopsTheOthersAndItsCaller) {
  for (const int threads : {1, 4}) {
    entente::Run run;
    run.threads = threads;
    std::atomic<int> begun = 0;
    EXPECT_THROW(on_threads(100'000, run,
                            [&](std::size_t) {
                              ++begun;
                              throw Cancelled();
                            }),
                 Cancelled);
    EXPECT_LE(begun, threads);
  }
}

TEST(Threads, WhatWasFinishedBeforeACancelledTaskIsTaken) {
  entente::Run run;
  run.threads = 1;
  std::vector<int> tasks{1, 2, 3, 4, 5, 6, 7, 8}, taken;
  const std::size_t count = in_order(
      tasks, run,
      [](const int& task) {
        if (task == 6) throw Cancelled();
      },
      [&](int task) { taken.push_back(task); });
  EXPECT_EQ(count, 5u);
  EXPECT_EQ(taken, (std::vector<int>{1, 2, 3, 4, 5}));
}

TEST(Threads, TextsOfAnyBytesAreJoinedAndSplit) {
  const std::vector<std::string> parts = {"", "a:b", std::string("\0\n", 2), "12:"};
  EXPECT_EQ(split_sized(join_sized(parts)), parts);
  EXPECT_TRUE(split_sized(join_sized({})).empty());
}

/// Ranks as threads of one process: what each hands in, all get.
class Meeting {
 public:
  explicit Meeting(int size) : size_(size), parts_(static_cast<std::size_t>(size)) {}

  std::vector<std::string> gather(int rank, const std::string& mine) {
    std::unique_lock lock(mutex_);
    const int round = round_;
    parts_[static_cast<std::size_t>(rank)] = mine;
    if (++came_ == size_) {
      came_ = 0;
      all_ = parts_;
      ++round_;
      changed_.notify_all();
    } else {
      changed_.wait(lock, [&] { return round_ != round; });
    }
    return all_;
  }

 private:
  int size_, came_ = 0, round_ = 0;
  std::vector<std::string> parts_, all_;
  std::mutex mutex_;
  std::condition_variable changed_;
};

struct Square {
  int of = 0;
  std::string is = {};
};

/// What rank `rank` of `size` takes of squares up to 100, where rank `stops` is stopped at 40.
std::vector<std::vector<std::string>> squares(int size, int stops = -1) {
  Meeting meeting(size);
  std::vector<std::vector<std::string>> taken(static_cast<std::size_t>(size));
  std::vector<std::thread> all;
  for (int rank = 0; rank < size; ++rank)
    all.emplace_back([&, rank] {
      const Ranks ranks{rank, size,
                        [&, rank](const std::string& mine) { return meeting.gather(rank, mine); }};
      entente::Run run;
      run.threads = 1 + rank;  // Not all hosts are alike.
      run.ranks = &ranks;
      std::vector<Square> tasks(100);
      for (int i = 0; i < 100; ++i) tasks[static_cast<std::size_t>(i)].of = i;
      const auto work = [&](Square& task) {
        if (rank == stops && task.of >= 40) throw Cancelled();
        task.is = std::to_string(task.of * task.of);
      };
      in_order_on_ranks(
          tasks, run, work, [](const Square& task) { return task.is; },
          [](Square& task, const std::string& text) { task.is = text; },
          [&](const Square& task) { taken[static_cast<std::size_t>(rank)].push_back(task.is); });
    });
  for (std::thread& one : all) one.join();
  return taken;
}

TEST(Threads, RanksShareTheWorkAndAllTakeAllOfIt) {
  for (const int size : {1, 2, 3, 7}) {
    const auto taken = squares(size);
    ASSERT_EQ(taken.front().size(), 100u) << size;
    EXPECT_EQ(taken.front()[9], "81");
    for (const auto& one : taken) EXPECT_EQ(one, taken.front()) << size;
  }
}

TEST(Threads, ARankThatIsStoppedStopsAllInOnePlace) {
  const auto taken = squares(3, 1);
  EXPECT_GE(taken.front().size(), 24u);
  EXPECT_LE(taken.front().size(), 42u);
  for (const auto& one : taken) EXPECT_EQ(one, taken.front());
}

}  // namespace
}  // namespace entente
