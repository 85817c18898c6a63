// Names that mean a state on a day, and those that do not.
#include "world/state_named.h"

#include <gtest/gtest.h>

namespace entente::world {
namespace {

World one_state() {
  World world;
  State state;
  state.id = world.symbols.intern("prussia");
  state.alive = {*parse_date("1816-01-01"), *parse_date("1870-12-31")};
  world.states.push_back(state);
  world.index();
  return world;
}

TEST(StateNamed, FindsItWhileItLived) {
  const World world = one_state();
  const auto found = state_named(world, "prussia", *parse_date("1866-06-14"));
  ASSERT_TRUE(found);
  EXPECT_EQ(world.symbols.name(*found), "prussia");
}

TEST(StateNamed, SaysThatItDidNotLiveThen) {
  const auto found = state_named(one_state(), "prussia", *parse_date("1914-07-28"));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().front().code, Code::not_alive);
  EXPECT_EQ(found.error().front().message, "`prussia` was no state on 1914-07-28");
}

TEST(StateNamed, OffersTheNearestName) {
  const auto found = state_named(one_state(), "prusia", *parse_date("1866-06-14"));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().front().code, Code::unknown_state);
  EXPECT_EQ(found.error().front().hint, "did you mean `prussia`?");
}

}  // namespace
}  // namespace entente::world
