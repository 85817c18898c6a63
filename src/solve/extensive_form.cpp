#include <cmath>

#include "solve/extensive_game.h"

namespace entente::solve {

std::string flaw(const ExtensiveGame& game) {
  if (game.players.empty() || game.nodes.empty()) return "it has no players or no nodes";
  for (std::size_t i = 0; i < game.nodes.size(); ++i) {
    const GameNode& node = game.nodes[i];
    const std::string at = "node " + std::to_string(i);
    for (const int child : node.children)
      if (child <= static_cast<int>(i) || child >= static_cast<int>(game.nodes.size()))
        return at + " leads to a node that does not follow it";
    if (node.kind == GameNodeKind::end) {
      if (node.payoffs.size() != game.players.size()) return at + " lacks payoffs";
      for (const double payoff : node.payoffs)
        if (!std::isfinite(payoff)) return at + " has a payoff that is no number";
      continue;
    }
    if (node.children.empty()) return at + " leads nowhere";
    if (node.kind == GameNodeKind::choice) {
      if (node.set < 0 || node.set >= static_cast<int>(game.sets.size()))
        return at + " has no information set";
      if (game.sets[static_cast<std::size_t>(node.set)].moves.size() != node.children.size())
        return at + " offers other moves than its information set";
      continue;
    }
    double sum = 0;
    for (const double chance : node.chances) sum += chance >= 0 ? chance : 9;
    if (node.chances.size() != node.children.size() || !(std::abs(sum - 1) < 1e-9))
      return at + " has chances that do not add up to 1";
  }
  return "";
}

std::vector<std::vector<double>> even_play(const ExtensiveGame& game) {
  std::vector<std::vector<double>> play;
  for (const InformationSet& set : game.sets)
    play.emplace_back(set.moves.size(), 1 / static_cast<double>(set.moves.size()));
  return play;
}

}  // namespace entente::solve
