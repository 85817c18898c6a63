#include "history/network.h"

#include <gtest/gtest.h>

#include "treaty/test_world.h"

namespace entente::history {
namespace {

/// Two years of three states, in two versions of the capabilities.
Store small() {
  Store store = Store::in_memory();
  EXPECT_TRUE(store.begin().empty());
  const StoredColumn power[] = {
      {"ccode"}, {"year"}, {"cinc", Held::number}, {"version", Held::text}};
  EXPECT_TRUE(store.make_table("nmc", power).empty());
  const auto index = [&](std::int64_t state, std::int64_t year, Cell value,
                         std::string_view version) {
    const Cell cells[] = {state, year, value, version};
    EXPECT_TRUE(store.insert(cells).empty());
  };
  for (const std::int64_t year : {1950, 1951}) {
    index(2, year, 0.3, "6.0");
    index(220, year, 0.05, "6.0");
    index(9999, year, Cell{}, "6.0");
    index(2, year, 0.9, "5.0");
  }
  const StoredColumn ties[] = {{"ccode1"},       {"ccode2"},       {"year"},
                               {"atop_defense"}, {"atop_offense"}, {"atop_neutral"},
                               {"atop_nonagg"},  {"atop_consul"}};
  EXPECT_TRUE(store.make_table("atop_directed", ties).empty());
  const auto promise = [&](std::int64_t a, std::int64_t b, std::int64_t year, std::int64_t defense,
                           std::int64_t consult) {
    const std::int64_t none = 0;
    const Cell cells[] = {a, b, year, defense, none, none, none, consult};
    EXPECT_TRUE(store.insert(cells).empty());
  };
  promise(2, 220, 1950, 1, 1);
  promise(220, 2, 1950, 0, 1);
  promise(2, 777, 1950, 1, 0);  // Not in the capabilities.
  EXPECT_TRUE(store.commit().empty());
  return store;
}

TEST(HistoryNetwork, TakesTheNewestCapabilitiesAndTheHighestPromise) {
  treaty::test::TestWorld made;
  const Store store = small();
  const auto networks = networks_of_years(store, made.world, 1950, 1950);
  ASSERT_TRUE(networks.has_value());
  ASSERT_EQ(networks->size(), 1u);
  const world::Network& one = networks->front();
  EXPECT_EQ(one.when, "1950");
  ASSERT_EQ(one.states.size(), 3u);
  ASSERT_EQ(one.ties.size(), 2u);
  const auto strength = [&](std::size_t at) { return one.states[at].strength.value; };
  const world::Tie &a = one.ties[0], &b = one.ties[1];
  const world::Tie& defence = a.value == 3 ? a : b;
  EXPECT_EQ(a.value + b.value, 3 + 1);
  EXPECT_EQ(strength(defence.from), 0.3);
  EXPECT_EQ(strength(defence.to), 0.05);
}

TEST(HistoryNetwork, SaysWhichTableIsMissing) {
  treaty::test::TestWorld made;
  const Store store = Store::in_memory();
  const auto networks = networks_of_years(store, made.world, 1950, 1950);
  ASSERT_FALSE(networks.has_value());
  EXPECT_EQ(networks.error().size(), 2u);
}

}  // namespace
}  // namespace entente::history
