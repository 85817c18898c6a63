#include "text/decimal.h"

#include <gtest/gtest.h>

namespace entente::text {
namespace {

TEST(Decimal, KeepsWhatIsWritten) {
  EXPECT_EQ(parse_decimal("-12.50"), (Decimal{-125, 1}));
  EXPECT_EQ(parse_decimal("0.0000"), (Decimal{0, 0}));
  EXPECT_EQ(parse_decimal("-0"), (Decimal{0, 0}));
  EXPECT_EQ(parse_decimal(".5"), (Decimal{5, 1}));
  EXPECT_EQ(parse_decimal("1e-05"), (Decimal{1, 5}));
  EXPECT_EQ(parse_decimal("1.5E+2"), (Decimal{150, 0}));
  EXPECT_EQ(parse_decimal("0.1"), parse_decimal("0.1000"));
  EXPECT_EQ(parse_decimal("0.30000000000000004"), (Decimal{30000000000000004, 17}));
}

TEST(Decimal, RefusesWhatIsNoneOrTooLong) {
  for (const char* const text : {"", "-", ".", "1.2.3", "1,5", "one", "1e", "1 ", "nan", "inf",
                                 "12345678901234567890", "1e-30", "1e60"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Decimal, ScalesWithoutLoss) {
  EXPECT_EQ(scaled({-125, 1}, 4), -125000);
  EXPECT_EQ(scaled({125, 2}, 1), std::nullopt);
  EXPECT_EQ(scaled({123456789012345678, 0}, 2), std::nullopt);
  EXPECT_EQ(value({-125, 1}), -12.5);
  EXPECT_EQ(value({1, 1}), 0.1);
}

}  // namespace
}  // namespace entente::text
