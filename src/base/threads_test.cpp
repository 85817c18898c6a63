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

}  // namespace
}  // namespace entente
