#include "faces/server/attempts.h"

#include <gtest/gtest.h>

namespace entente::server {
namespace {

using namespace std::chrono_literals;

TEST(Attempts, run_out_and_come_back) {
  Attempts attempts;
  const Attempts::Rate rate{.most = 3, .a_second = .5};
  const auto now = Attempts::Clock::now();
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(attempts.take("ann", rate, now));
  EXPECT_FALSE(attempts.take("ann", rate, now));
  EXPECT_FALSE(attempts.take("ann", rate, now + 1s));
  EXPECT_TRUE(attempts.take("bob", rate, now));
  EXPECT_TRUE(attempts.take("ann", rate, now + 4s));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(attempts.take("ann", rate, now + 1000s));
  EXPECT_FALSE(attempts.take("ann", rate, now + 1000s));
}

TEST(Attempts, of_endless_names_take_no_endless_memory) {
  Attempts attempts;
  const auto now = Attempts::Clock::now();
  for (int i = 0; i < 30'000; ++i)
    EXPECT_TRUE(attempts.take(std::to_string(i), {}, now + std::chrono::milliseconds(i)));
}

}  // namespace
}  // namespace entente::server
