#include "solve/extensive_game.h"

#include <gtest/gtest.h>

#include <limits>

namespace entente::solve {
namespace {

GameNode end(double a, double b) { return {GameNodeKind::end, -1, {}, {}, {a, b}}; }
GameNode choice(int set, std::vector<int> children) {
  return {GameNodeKind::choice, set, std::move(children), {}, {}};
}

/// A challenges, D resists, A fights: p = .5, V = 1, costs .3, audience .2.
ExtensiveGame three_nodes() {
  return {.players = {"A", "D"},
          .nodes = {choice(0, {1, 2}), end(0, 0), choice(1, {3, 4}), end(1, -1), choice(2, {5, 6}),
                    end(-.2, 0), end(.2, -.8)},
          .sets = {{0, "challenge", {"no", "yes"}},
                   {1, "resist", {"no", "yes"}},
                   {0, "fight", {"no", "yes"}}}};
}

TEST(ExtensiveGame, ThreeNodesHaveTheClosedForm) {
  const double lambdas[] = {0, 1, 5};
  const double expected[][4] = {{.5, .5, .5, .125},
                                {.598056, .627393, .598688, .224637},
                                {.824849, .814091, .880797, .591457}};
  for (std::size_t i = 0; i < 3; ++i) {
    const QuantalResponse found = quantal_response(three_nodes(), lambdas[i]);
    EXPECT_TRUE(found.exact);
    EXPECT_NEAR(found.play[0][1], expected[i][0], 1e-6);
    EXPECT_NEAR(found.play[1][1], expected[i][1], 1e-6);
    EXPECT_NEAR(found.play[2][1], expected[i][2], 1e-6);
    EXPECT_NEAR(found.reach[6], expected[i][3], 1e-6);
  }
  const QuantalResponse pure = quantal_response(three_nodes(), 2000);
  EXPECT_NEAR(pure.reach[6], 1, 1e-12);
}

/// Asymmetric matching pennies; the second player does not see the first one's move.
ExtensiveGame pennies() {
  return {.players = {"row", "column"},
          .nodes = {choice(0, {1, 2}), choice(1, {3, 4}), choice(1, {5, 6}), end(9, 0), end(0, 1),
                    end(0, 1), end(1, 0)},
          .sets = {{0, "row", {"up", "down"}}, {1, "column", {"left", "right"}}}};
}

TEST(ExtensiveGame, PenniesGoToNashAsPrecisionGrows) {
  double last = 2;
  for (const double lambda : {10.0, 100.0, 1000.0}) {
    const QuantalResponse found = quantal_response(pennies(), lambda);
    EXPECT_FALSE(found.exact);
    EXPECT_LT(found.residual, 1e-9) << lambda;
    EXPECT_GT(found.rounds, 0);
    const double away = std::abs(found.play[0][0] - .5) + std::abs(found.play[1][0] - .1);
    EXPECT_LT(away, last) << lambda;
    last = away;
  }
  EXPECT_LT(last, .015);
}

TEST(ExtensiveGame, FlawsAreNamed) {
  EXPECT_EQ(flaw(three_nodes()), "");
  ExtensiveGame game = three_nodes();
  game.nodes[4].children = {5, 0};
  EXPECT_EQ(flaw(game), "node 4 leads to a node that does not follow it");
  game = three_nodes();
  game.nodes[3].payoffs[1] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(flaw(game), "node 3 has a payoff that is no number");
  game = three_nodes();
  game.nodes[2].children.clear();
  EXPECT_EQ(flaw(game), "node 2 leads nowhere");
  game = three_nodes();
  game.nodes[2].kind = GameNodeKind::chance;
  game.nodes[2].chances = {.5, .6};
  EXPECT_EQ(flaw(game), "node 2 has chances that do not add up to 1");
}

TEST(ExtensiveGame, ExportsInPrefixOrder) {
  EXPECT_EQ(efg(pennies(), "pennies"),
            "EFG 2 R \"pennies\" { \"row\" \"column\" }\n\"\"\n\n"
            "p \"\" 1 2 \"row\" { \"up\" \"down\" } 0\n"
            "p \"\" 2 1 \"column\" { \"left\" \"right\" } 0\n"
            "t \"\" 4 \"\" { 9 0 }\nt \"\" 5 \"\" { 0 1 }\n"
            "p \"\" 2 1 \"column\" { \"left\" \"right\" } 0\n"
            "t \"\" 6 \"\" { 0 1 }\nt \"\" 7 \"\" { 1 0 }\n");
  EXPECT_EQ(efg(pennies(), "pennies", 3), "");
}

}  // namespace
}  // namespace entente::solve
