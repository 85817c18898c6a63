// Numbers as text.
#include "base/digits.h"

#include <gtest/gtest.h>

#include <limits>

namespace entente {
namespace {

TEST(Digits, TheShortestReadsBackAsTheSame) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(shortest(7), "7");
}

TEST(Digits, AFixedNumberOfDigits) {
  EXPECT_EQ(fixed(0.126, 2), "0.13");
  EXPECT_EQ(fixed(-3, 1), "-3.0");
  EXPECT_EQ(fixed(std::numeric_limits<double>::max(), 2).size(), 312u);
}

TEST(Digits, DigitsThatCount) {
  EXPECT_EQ(significant(1234567, 6), "1.23457e+06");
  EXPECT_EQ(significant(0.25, 6), "0.25");
}

}  // namespace
}  // namespace entente
