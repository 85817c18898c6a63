/// Games in extensive form and their agent quantal response equilibrium.
///
/// Floor 1; uses base. Nodes form a graph without cycles: one that several moves lead to stands
/// once, since what comes after it does not hang on how it was reached. Mathematics only.
#pragma once

#include <string>
#include <vector>

namespace entente::solve {

/// What a node is.
enum class GameNodeKind { end, chance, choice };

/// One node. Children have higher numbers than their node, and the root is node 0.
struct GameNode {
  GameNodeKind kind = GameNodeKind::end;
  int set = -1;                 ///< Information set, of a choice.
  std::vector<int> children;    ///< By move; none at an end.
  std::vector<double> chances;  ///< Of a chance node; they add up to 1.
  std::vector<double> payoffs;  ///< By player, of an end.
};

/// Nodes that their mover cannot tell apart; each offers the same moves.
struct InformationSet {
  int player = 0;
  std::string name;
  std::vector<std::string> moves;
};

struct ExtensiveGame {
  std::vector<std::string> players;
  std::vector<GameNode> nodes;
  std::vector<InformationSet> sets;
};

/// How players answer, and what comes of it.
struct QuantalResponse {
  std::vector<std::vector<double>> play;    ///< [set][move], probabilities.
  std::vector<std::vector<double>> values;  ///< [node][player], expected payoffs.
  std::vector<double> reach;                ///< [node], probability that play comes there.
  double residual = 0;  ///< Largest |play - logit answer|; 0 where the recursion is exact.
  int rounds = 0;       ///< Of the fixed point; 0 where the recursion is exact.
  bool exact = false;   ///< Every information set is one node.
};

/// A reason why `game` is none, in words; empty where it is one: children that do not follow their
/// node, chances that do not add up to 1 within 1e-9, payoffs that are no finite numbers, a set
/// whose nodes offer other moves. Cost O(nodes x players).
[[nodiscard]] std::string flaw(const ExtensiveGame& game);

/// The logit agent quantal response equilibrium: at each set P(a) is proportional to
/// exp(lambda EU(a)), EU given that the set was reached. One backward pass where every set is one
/// node; else a fixed point, followed from lambda 0 upwards by backward passes that believe what
/// the last one led to, where these circle by damped steps and at last by Newton's method, with its
/// residual. REQUIRES: `flaw(game)` is empty, lambda >= 0.
/// Cost O(nodes x players) a pass. Source: McKelvey and Palfrey (1998), Experimental Economics 1:
/// 9-41.
[[nodiscard]] QuantalResponse quantal_response(const ExtensiveGame& game, double lambda);

/// Values and reach where players play as `play` says.
[[nodiscard]] QuantalResponse played(const ExtensiveGame& game,
                                     std::vector<std::vector<double>> play);

/// Every move equally likely: what play comes to without any thought.
[[nodiscard]] std::vector<std::vector<double>> even_play(const ExtensiveGame& game);

/// The tree as Gambit reads it (.efg), a node that several moves lead to written once a way. Nodes
/// of one set that are alone in it get sets of their own each. Empty where the tree has more than
/// `most` nodes. Source: Gambit's file formats, extensive games.
[[nodiscard]] std::string efg(const ExtensiveGame& game, const std::string& title,
                              std::size_t most = 200000);

}  // namespace entente::solve
