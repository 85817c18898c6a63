#include "inquiry/diff/holding.h"

#include <gtest/gtest.h>

namespace entente::inquiry {
namespace {

using card::Value;

Thing thing(const std::string& name, Value amount, const std::string& unit = "units") {
  return {name, {{"amount", std::move(amount), unit}}};
}

/// A line a difference: "pool USA amount both 4 6 2 units".
std::string line(const Difference& one) {
  const auto text = [](const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value)) return std::to_string(*real).substr(0, 4);
    if (const auto* words = std::get_if<std::string>(&value)) return *words;
    return std::string("-");
  };
  const std::string side = one.held_by == HeldBy::both     ? "both"
                           : one.held_by == HeldBy::only_a ? "a"
                                                           : "b";
  return one.kind + " " + one.name + " " + one.field + " " + side + " " + text(one.a) + " " +
         text(one.b) + " " + text(one.change) + " " + one.unit +
         (one.range_a == one.range_b ? "" : " " + one.range_a + "|" + one.range_b);
}

std::vector<std::string> lines(const Comparison& comparison) {
  std::vector<std::string> all;
  for (const Difference& one : comparison.differences) all.push_back(line(one));
  return all;
}

using Lines = std::vector<std::string>;

TEST(Compare, tells_fields_that_differ_and_things_that_one_side_has) {
  const Holdings a{{"pool", "owner", {thing("FRA", 4.5), thing("POL", 2.0), thing("USA", 1.0)}}};
  const Holdings b{{"pool", "owner", {thing("DEU", 3.0), thing("FRA", 6.5), thing("USA", 1.0)}}};
  const auto found = compare(a, b);
  EXPECT_EQ(lines(found),
            (Lines{"pool FRA amount both 4.50 6.50 2.00 units", "pool POL amount a 2.00 - - units",
                   "pool DEU amount b - 3.00 - units"}));
  ASSERT_EQ(found.kinds.size(), 1u);
  EXPECT_EQ(found.kinds[0].things_a, 3u);
  EXPECT_EQ(found.kinds[0].things_b, 3u);
  EXPECT_EQ(found.kinds[0].differences, 3u);
}

TEST(Compare, finds_nothing_between_a_thing_and_itself) {
  const Holdings a{{"pool", "owner", {thing("FRA", 4.0), thing("FRA", 5.0), thing("POL", {})}}};
  EXPECT_TRUE(compare(a, a).differences.empty());
}

TEST(Compare, takes_whole_and_real_numbers_for_the_same) {
  const Holdings a{{"pool", "owner", {thing("FRA", std::int64_t{4})}}};
  const Holdings b{{"pool", "owner", {thing("FRA", 4.0)}}};
  const Holdings c{{"pool", "owner", {thing("FRA", std::int64_t{7})}}};
  EXPECT_TRUE(compare(a, b).differences.empty());
  EXPECT_EQ(lines(compare(a, c)), Lines{"pool FRA amount both 4 7 3 units"});
  EXPECT_EQ(lines(compare(c, b)), Lines{"pool FRA amount both 7 4.00 -3.0 units"});
}

TEST(Compare, gives_no_change_between_texts_or_across_units) {
  const Holdings a{{"t", "n", {thing("x", std::string("fight"), ""), thing("y", 1.0, "days")}}};
  const Holdings b{{"t", "n", {thing("x", std::string("consult"), ""), thing("y", 1.0, "years")}}};
  EXPECT_EQ(lines(compare(a, b)), (Lines{"t x amount both fight consult - ",
                                         "t y amount both 1.00 1.00 - days against years"}));
}

TEST(Compare, sees_what_is_known_better_of_the_same_number) {
  const Holdings a{{"pool", "owner", {{"FRA", {{"amount", 4.0, "units", "3 to 6"}}}}}};
  const Holdings b{{"pool", "owner", {{"FRA", {{"amount", 4.0, "units", "known"}}}}}};
  EXPECT_EQ(lines(compare(a, b)), Lines{"pool FRA amount both 4.00 4.00 0.00 units 3 to 6|known"});
}

TEST(Compare, matches_things_of_one_name_in_their_order) {
  const Holdings a{{"row", "n", {thing("x", 1.0), thing("x (2)", 2.0), thing("x", 3.0)}}};
  const Holdings b{{"row", "n", {thing("x", 1.0), thing("x (2)", 2.0), thing("x", 4.0)}}};
  EXPECT_EQ(lines(compare(a, b)), Lines{"row x (3) amount both 3.00 4.00 1.00 units"});
}

TEST(Compare, sees_a_field_and_a_kind_that_only_one_side_has) {
  Thing ready = thing("FRA", 4.0);
  ready.fields.push_back({"ready", 0.5, "share"});
  const Holdings a{{"pool", "owner", {thing("FRA", 4.0)}}};
  const Holdings b{{"pool", "owner", {ready}}, {"set", "names", {{"east", {}}}}};
  EXPECT_EQ(lines(compare(a, b)),
            (Lines{"pool FRA ready both - 0.50 - share", "set east  b - - - "}));
  EXPECT_EQ(lines(compare(b, a)),
            (Lines{"pool FRA ready both 0.50 - - share", "set east  a - - - "}));
}

TEST(Largest, is_sought_in_the_field_that_changed_first) {
  const Holdings a{{"gap", "set", {thing("east", 1.0, "%"), thing("south", 9.0, "%")}},
                   {"short", "set", {thing("east", 1.0)}}};
  const Holdings b{{"gap", "set", {thing("east", 2.0, "%"), thing("south", 6.0, "%")}},
                   {"short", "set", {thing("east", 100.0)}}};
  const auto found = compare(a, b);
  ASSERT_NE(largest(found), nullptr);
  EXPECT_EQ(line(*largest(found)), "gap south amount both 9.00 6.00 -3.0 %");
  EXPECT_EQ(largest(compare(a, a)), nullptr);
}

}  // namespace
}  // namespace entente::inquiry
