#include "solve/binary_game.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <map>

namespace entente::solve {
namespace {

/// Two aggressors of 80, each against 20 of its victim and a patron's 100, halved where both
/// attack; prize 1, cost .45, contest success with m = 1 and no advantage.
double opportunism(int, Acting acting) {
  const double patron = 100.0 / std::popcount(acting);
  const double win = 80 / (80 + 20 + patron);
  return win - 0.45;
}

TEST(BinaryGame, OpportunismOfTwo) {
  EXPECT_NEAR(opportunism(0, 1) + 0.45, 0.4, 1e-12);
  EXPECT_NEAR(opportunism(0, 3) + 0.45, 0.53333333333, 1e-10);
  const Ends found = ends(2, opportunism);
  EXPECT_EQ(found.least, 0u);
  EXPECT_EQ(found.greatest, 3u);
  EXPECT_EQ(pure_equilibria(2, opportunism), (std::vector<Acting>{0, 3}));
  EXPECT_EQ(monotone(2, opportunism).violated, 0);
  EXPECT_EQ(least_shock(2, opportunism, 0, 3), Acting{1});
}

TEST(BinaryGame, NobodyPullsAnotherIn) {
  const auto alone = [](int q, Acting) { return q == 1 ? 1.0 : -1.0; };
  const Ends found = ends(3, alone);
  EXPECT_EQ(found.least, 2u);
  EXPECT_EQ(found.greatest, 2u);
  EXPECT_EQ(least_shock(3, alone, 2, 7), Acting{5});  // Nothing less than all the others.
}

TEST(BinaryGame, WhereOneScaresTheOtherThereIsNoLattice) {
  const auto chicken = [](int, Acting acting) { return acting == 3 ? -1.0 : 1.0; };
  EXPECT_EQ(pure_equilibria(2, chicken), (std::vector<Acting>{1, 2}));
  const Monotone found = monotone(2, chicken);
  EXPECT_EQ(found.tested, 2);
  EXPECT_EQ(found.violated, 2);
  EXPECT_DOUBLE_EQ(found.worst, 2);
  EXPECT_FALSE(stable(2, chicken, ends(2, chicken).least));
}

/// Gains that never fall as more act: a base a player, and what each other adds.
struct Supermodular {
  int players = 0;
  std::vector<double> base, adds;

  double operator()(int q, Acting acting) const {
    double gain = base[static_cast<std::size_t>(q)];
    for (int other = 0; other < players; ++other)
      if (other != q && (acting >> other & 1) != 0)
        gain += adds[static_cast<std::size_t>(q * players + other)];
    return gain;
  }
};

RC_GTEST_PROP(BinaryGame, PureEquilibriaLieBetweenTheEnds, ()) {
  Supermodular game;
  game.players = *rc::gen::inRange(1, 7);
  for (int i = 0; i < game.players; ++i) game.base.push_back(*rc::gen::inRange(-10, 10) / 4.0);
  for (int i = 0; i < game.players * game.players; ++i)
    game.adds.push_back(*rc::gen::inRange(0, 10) / 8.0);
  const Ends found = ends(game.players, game);
  const auto all = pure_equilibria(game.players, game);
  RC_ASSERT(monotone(game.players, game).violated == 0);
  RC_ASSERT(!all.empty());
  RC_ASSERT(stable(game.players, game, found.least));
  RC_ASSERT(stable(game.players, game, found.greatest));
  for (const Acting one : all) {
    RC_ASSERT((one & found.least) == found.least);
    RC_ASSERT((one & ~found.greatest) == 0u);
  }
}

RC_GTEST_PROP(BinaryGame, NoSmallerShockDoes, ()) {
  Supermodular game;
  game.players = *rc::gen::inRange(2, 6);
  for (int i = 0; i < game.players; ++i) game.base.push_back(*rc::gen::inRange(-10, 3) / 4.0);
  for (int i = 0; i < game.players * game.players; ++i)
    game.adds.push_back(*rc::gen::inRange(0, 10) / 8.0);
  const Ends found = ends(game.players, game);
  const auto shock = least_shock(game.players, game, found.least, found.greatest);
  RC_ASSERT(shock.has_value());
  for (Acting other = 0; other < (Acting{1} << game.players); ++other)
    if ((other & ~found.greatest) == 0 && std::popcount(other) < std::popcount(*shock))
      RC_ASSERT((upward(game.players, game, found.least | other) & found.greatest) !=
                found.greatest);
}

}  // namespace
}  // namespace entente::solve
