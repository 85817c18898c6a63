#include "campaign/crisis/paths.h"

#include <queue>

#include "base/name.h"

namespace entente::campaign {
namespace {

using solve::GameNodeKind;

constexpr std::size_t kMostLooked = 100000;

/// Where the search for paths is: the same place in every profile, and how likely it is there.
struct Step {
  double p = 0;
  int at = 0;  ///< Number of the node within its profile.
  std::vector<double> by_profile;
  std::vector<std::string> words;
  bool operator<(const Step& other) const { return p < other.p; }
};

}  // namespace

CrisisPaths likely_paths(const scenario::CrisisCase& about, const CrisisGame& game,
                         const solve::QuantalResponse& play, std::size_t most) {
  CrisisPaths found;
  const auto& nodes = game.game.nodes;
  const std::size_t profiles = std::size_t{1} << game.uncertain.size();
  const std::size_t first = profiles > 1 ? 1 : 0, count = (nodes.size() - first) / profiles;
  const auto number = [&](std::size_t profile, int at) {
    return first + profile * count + static_cast<std::size_t>(at);
  };
  Step start;
  start.at = first == 0 ? 0 : nodes.front().children.front() - 1;
  for (std::size_t p = 0; p < profiles; ++p)
    start.by_profile.push_back(first == 0 ? 1 : nodes.front().chances[p]);
  start.p = 1;
  std::priority_queue<Step> queue;
  queue.push(std::move(start));
  for (std::size_t looked = 0; !queue.empty() && looked < kMostLooked; ++looked) {
    const Step now = queue.top();
    queue.pop();
    const std::size_t shown = number(0, now.at);
    if (nodes[shown].kind == GameNodeKind::end) {
      found.paths.push_back({join(now.words, "; "), now.p, game.stages[shown].at});
      found.told += now.p;
      if (found.paths.size() == most) break;
      continue;
    }
    for (std::size_t m = 0; m < nodes[shown].children.size(); ++m) {
      Step next = now;
      next.at = nodes[shown].children[m] - static_cast<int>(first);
      next.p = 0;
      for (std::size_t p = 0; p < profiles; ++p) {
        const auto& node = nodes[number(p, now.at)];
        next.by_profile[p] *= node.kind == GameNodeKind::chance
                                  ? node.chances[m]
                                  : play.play[static_cast<std::size_t>(node.set)][m];
        next.p += next.by_profile[p];
      }
      if (next.p <= 0) continue;
      if (std::string words = move_words(about, game, shown, m); !words.empty())
        next.words.push_back(std::move(words));
      queue.push(std::move(next));
    }
  }
  return found;
}

}  // namespace entente::campaign
