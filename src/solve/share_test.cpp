#include "solve/share.h"

#include <gtest/gtest.h>

namespace entente::solve {
namespace {

TEST(Share, IntervalOfWilson) {
  const double zz = 1.6448536269514722 * 1.6448536269514722;
  const Share none = share_of(0, 10), all = share_of(10, 10), half = share_of(5, 10);
  EXPECT_EQ(none.value, 0);
  EXPECT_NEAR(none.low, 0, 1e-15);
  EXPECT_NEAR(none.high, zz / (10 + zz), 1e-12);
  EXPECT_EQ(all.high, 1);
  EXPECT_NEAR(all.low, 10 / (10 + zz), 1e-12);
  EXPECT_DOUBLE_EQ(half.value, 0.5);
  EXPECT_NEAR(half.low + half.high, 1, 1e-15);
}

}  // namespace
}  // namespace entente::solve
