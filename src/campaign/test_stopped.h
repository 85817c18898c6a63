/// Runs that are stopped on their way, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/run.h"
#include "card/record.h"

namespace entente::campaign::test {

/// Asks once to the end, to count how often the run looks whether it is stopped, and then again to
/// be stopped after this share of that. `ask(run)` gives a record.
template <class Ask>
[[nodiscard]] card::Record stopped_at(double share, Run run, const Ask& ask) {
  int looks = 0;
  run.threads = 1;
  run.cancelled = [&] { return ++looks < 0; };
  (void)ask(run);
  const int most = static_cast<int>(share * looks);
  looks = 0;
  run.cancelled = [&] { return ++looks > most; };
  return ask(run);
}

/// That a record says that it is not whole, and shows fewer than `whole` draws.
inline void expect_stopped(const card::Record& record, std::int64_t whole) {
  EXPECT_TRUE(record.partial);
  EXPECT_GE(record.provenance.draws, 2);
  EXPECT_LT(record.provenance.draws, whole);
  const std::string begins = "Stopped before its end: " + std::to_string(record.provenance.draws);
  EXPECT_TRUE(std::ranges::any_of(record.notices, [&](const std::string& one) {
    return one.starts_with(begins + " of " + std::to_string(whole));
  })) << begins;
}

/// That tables hold the same, row by row.
inline void expect_same_tables(const card::Record& a, const card::Record& b,
                               const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    ASSERT_NE(a.find(name), nullptr) << name;
    ASSERT_NE(b.find(name), nullptr) << name;
    EXPECT_FALSE(a.find(name)->rows.empty()) << name;
    EXPECT_EQ(a.find(name)->rows, b.find(name)->rows) << name;
  }
}

}  // namespace entente::campaign::test
