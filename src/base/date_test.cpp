#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente {
namespace {

TEST(Date, CountsFrom1970) {
  EXPECT_EQ(make_date(1970, 1, 1)->days, 0);
  EXPECT_EQ(make_date(2000, 3, 1)->days, 11017);  // 30 x 365 + 7 leap days + 31 + 29
  EXPECT_EQ(make_date(1969, 12, 31)->days, -1);
}

TEST(Date, RefusesDaysThatAreNot) {
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(1900, 2, 29));
  EXPECT_TRUE(make_date(2000, 2, 29));
  EXPECT_FALSE(make_date(0, 1, 1));
  EXPECT_FALSE(make_date(10000, 1, 1));
  EXPECT_FALSE(make_date(2020, 13, 1));
  EXPECT_FALSE(make_date(2020, -1, 1));
  EXPECT_FALSE(make_date(2020, 4, 31));
  EXPECT_FALSE(make_date(2020, 4, 256 + 4));  // A narrow day type would take it for the 4th.
}

TEST(Date, ReadsOnlyTheIsoForm) {
  EXPECT_EQ(parse_date("1949-04-04"), make_date(1949, 4, 4));
  for (const char* bad : {"", "1949", "1949-4-4", "1949-04-04 ", " 1949-04-04", "1949/04/04",
                          "19490404", "+949-04-04", "1949-04-+4", "1949-02-30", "0000-01-01"}) {
    EXPECT_FALSE(parse_date(bad)) << bad;
  }
}

TEST(Date, PrintsExtremesAsNothing) {
  EXPECT_EQ(to_text(kAlwaysBefore), "");
  EXPECT_EQ(to_text(kAlwaysAfter), "");
  EXPECT_EQ(to_text(*make_date(476, 9, 4)), "0476-09-04");
}

TEST(Date, PrintsWhatLiesBeyondTheCalendar) {
  EXPECT_EQ(to_text(Date{make_date(9999, 12, 31)->days + 1}), "10000-01-01");
  EXPECT_EQ(to_text(Date{make_date(1, 1, 1)->days - 1}), "0000-12-31");
}

TEST(Date, ReferenceDay) { EXPECT_EQ(to_text(reference_day()), "2026-07-01"); }

TEST(Spell, BothEndsBelong) {
  const Spell spell{*make_date(1949, 8, 24), *make_date(1966, 6, 30)};
  EXPECT_TRUE(spell.holds(spell.from));
  EXPECT_TRUE(spell.holds(spell.to));
  EXPECT_FALSE(spell.holds(Date{spell.to.days + 1}));
  EXPECT_TRUE(spell.overlaps(Spell{spell.to, kAlwaysAfter}));
  EXPECT_FALSE(spell.overlaps(Spell{Date{spell.to.days + 1}, kAlwaysAfter}));
}

RC_GTEST_PROP(Date, RoundTrip, ()) {
  const int first = make_date(1, 1, 1)->days;
  const int last = make_date(9999, 12, 31)->days;
  const Date date{*rc::gen::inRange(first, last + 1)};
  RC_ASSERT(parse_date(to_text(date)) == date);
}

RC_GTEST_PROP(Date, TextKeepsTheOrder, ()) {
  const auto day = [] { return Date{*rc::gen::inRange(-700000, 2900000)}; };
  const Date a = day();
  const Date b = day();
  RC_ASSERT((a < b) == (to_text(a) < to_text(b)));
}

TEST(Date, HasItsYear) {
  EXPECT_EQ(year_of(*parse_date("1914-07-28")), 1914);
  EXPECT_EQ(year_of(*parse_date("2000-01-01")), 2000);
  EXPECT_EQ(year_of(*parse_date("1999-12-31")), 1999);
}

}  // namespace
}  // namespace entente
