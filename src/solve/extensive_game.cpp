#include "solve/extensive_game.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {
namespace {

using Play = std::vector<std::vector<double>>;

constexpr double kClose = 1e-12;  // Residual at which a fixed point is found.
constexpr int kMostRounds = 100;
constexpr int kMostNewton = 50;
constexpr double kShift = 1e-7;
constexpr int kSteps = 20;  // From lambda 0 to the one asked.

/// P(a) proportional to exp(lambda u_a), the largest taken out so that nothing overflows.
std::vector<double> logit(const std::vector<double>& values, double lambda) {
  const double most = *std::max_element(values.begin(), values.end());
  std::vector<double> shares;
  double sum = 0;
  for (const double value : values) sum += shares.emplace_back(std::exp(lambda * (value - most)));
  for (double& share : shares) share /= sum;
  return shares;
}

class Solver {
 public:
  explicit Solver(const ExtensiveGame& game) : game_(game), members_(game.sets.size()) {
    for (std::size_t i = 0; i < game.nodes.size(); ++i)
      if (game.nodes[i].kind == GameNodeKind::choice)
        members_[static_cast<std::size_t>(game.nodes[i].set)].push_back(i);
  }

  [[nodiscard]] bool perfect() const {
    return std::ranges::all_of(members_, [](const auto& nodes) { return nodes.size() <= 1; });
  }

  [[nodiscard]] QuantalResponse backwards(double lambda) const {
    QuantalResponse made;
    made.play = even_play(game_);
    made.values.assign(game_.nodes.size(), std::vector<double>(game_.players.size(), 0));
    for (std::size_t i = game_.nodes.size(); i-- > 0;) {
      const GameNode& node = game_.nodes[i];
      if (node.kind == GameNodeKind::choice) {
        const auto set = static_cast<std::size_t>(node.set);
        made.play[set] = logit(move_values(made, node), lambda);
      }
      value(made, i);
    }
    reach(made);
    made.exact = true;
    return made;
  }

  [[nodiscard]] QuantalResponse evaluate(Play play) const {
    QuantalResponse made;
    made.play = std::move(play);
    made.values.assign(game_.nodes.size(), std::vector<double>(game_.players.size(), 0));
    for (std::size_t i = game_.nodes.size(); i-- > 0;) value(made, i);
    reach(made);
    return made;
  }

  /// The logit answer to what `now` says of play elsewhere, by set.
  [[nodiscard]] Play answer(const QuantalResponse& now, double lambda) const {
    Play made;
    for (std::size_t set = 0; set < members_.size(); ++set) {
      std::vector<double> sums(game_.sets[set].moves.size(), 0);
      double all = 0;
      for (const std::size_t i : members_[set]) all += now.reach[i];
      for (const std::size_t i : members_[set]) {
        // A set that play never reaches is believed evenly.
        const double weight = all > 0 ? now.reach[i] / all : 1 / double(members_[set].size());
        const std::vector<double> values = move_values(now, game_.nodes[i]);
        for (std::size_t a = 0; a < sums.size(); ++a) sums[a] += weight * values[a];
      }
      made.push_back(logit(sums, lambda));
    }
    return made;
  }

 private:
  [[nodiscard]] std::vector<double> move_values(const QuantalResponse& now,
                                                const GameNode& node) const {
    const auto player =
        static_cast<std::size_t>(game_.sets[static_cast<std::size_t>(node.set)].player);
    std::vector<double> values;
    for (const int child : node.children)
      values.push_back(now.values[static_cast<std::size_t>(child)][player]);
    return values;
  }

  [[nodiscard]] const std::vector<double>& shares(const QuantalResponse& now,
                                                  const GameNode& node) const {
    return node.kind == GameNodeKind::chance ? node.chances
                                             : now.play[static_cast<std::size_t>(node.set)];
  }

  void value(QuantalResponse& now, std::size_t i) const {
    const GameNode& node = game_.nodes[i];
    if (node.kind == GameNodeKind::end) {
      now.values[i] = node.payoffs;
      return;
    }
    const std::vector<double>& weights = shares(now, node);
    std::vector<double> sums(game_.players.size(), 0);
    for (std::size_t a = 0; a < node.children.size(); ++a) {
      const auto& child = now.values[static_cast<std::size_t>(node.children[a])];
      for (std::size_t p = 0; p < sums.size(); ++p) sums[p] += weights[a] * child[p];
    }
    now.values[i] = std::move(sums);
  }

  void reach(QuantalResponse& now) const {
    now.reach.assign(game_.nodes.size(), 0);
    now.reach[0] = 1;
    for (std::size_t i = 0; i < game_.nodes.size(); ++i) {
      const GameNode& node = game_.nodes[i];
      if (node.kind == GameNodeKind::end) continue;
      const std::vector<double>& weights = shares(now, node);
      for (std::size_t a = 0; a < node.children.size(); ++a)
        now.reach[static_cast<std::size_t>(node.children[a])] += now.reach[i] * weights[a];
    }
  }

  const ExtensiveGame& game_;
  std::vector<std::vector<std::size_t>> members_;
};

double apart(const Play& a, const Play& b) {
  double most = 0;
  for (std::size_t s = 0; s < a.size(); ++s)
    for (std::size_t m = 0; m < a[s].size(); ++m)
      most = std::max(most, std::abs(a[s][m] - b[s][m]));
  return most;
}

/// Log odds of every move but the first of its set.
std::vector<double> odds(const Play& play) {
  std::vector<double> z;
  for (const auto& set : play)
    for (std::size_t m = 1; m < set.size(); ++m) z.push_back(std::log(set[m]) - std::log(set[0]));
  return z;
}

Play from_odds(const std::vector<double>& z, const Play& shape) {
  Play play;
  std::size_t at = 0;
  for (const auto& set : shape) {
    std::vector<double> values(1, 0);
    while (values.size() < set.size()) values.push_back(z[at++]);
    play.push_back(logit(values, 1));
  }
  return play;
}

/// What is left of z = log odds of the answer to z.
std::vector<double> rest(const Solver& solver, const std::vector<double>& z, const Play& shape,
                         double lambda) {
  std::vector<double> left = odds(solver.answer(solver.evaluate(from_odds(z, shape)), lambda));
  for (std::size_t i = 0; i < z.size(); ++i) left[i] = z[i] - left[i];
  return left;
}

double square(const std::vector<double>& v) {
  double sum = 0;
  for (const double x : v) sum += x * x;
  return sum;
}

/// Solves columns x = right by elimination with pivots; false where it is singular.
bool eliminate(std::vector<std::vector<double>>& rows, std::vector<double>& right) {
  const std::size_t n = right.size();
  for (std::size_t c = 0; c < n; ++c) {
    std::size_t best = c;
    for (std::size_t r = c + 1; r < n; ++r)
      if (std::abs(rows[r][c]) > std::abs(rows[best][c])) best = r;
    if (std::abs(rows[best][c]) < 1e-14) return false;
    std::swap(rows[c], rows[best]);
    std::swap(right[c], right[best]);
    for (std::size_t r = c + 1; r < n; ++r) {
      const double factor = rows[r][c] / rows[c][c];
      for (std::size_t k = c; k < n; ++k) rows[r][k] -= factor * rows[c][k];
      right[r] -= factor * right[c];
    }
  }
  for (std::size_t c = n; c-- > 0;) {
    for (std::size_t k = c + 1; k < n; ++k) right[c] -= rows[c][k] * right[k];
    right[c] /= rows[c][c];
  }
  return true;
}

/// Newton's method in log odds, differences by 1e-7, the step halved until it leads nearer: for
/// play that circles, which no step towards the answer settles.
QuantalResponse newton(const Solver& solver, const QuantalResponse& from, double lambda) {
  const Play& shape = from.play;
  std::vector<double> z = odds(shape);
  std::vector<double> left = rest(solver, z, shape, lambda);
  int rounds = 0;
  for (; rounds < kMostNewton && square(left) > kClose * kClose; ++rounds) {
    const std::size_t n = z.size();
    std::vector<std::vector<double>> rows(n, std::vector<double>(n, 0));
    for (std::size_t k = 0; k < n; ++k) {
      std::vector<double> moved = z;
      moved[k] += kShift;
      const std::vector<double> then = rest(solver, moved, shape, lambda);
      for (std::size_t r = 0; r < n; ++r) rows[r][k] = (then[r] - left[r]) / kShift;
    }
    std::vector<double> step = left;
    if (!eliminate(rows, step)) break;
    double share = 1;
    std::vector<double> tried, after;
    for (; share > 1e-4; share /= 2) {
      tried = z;
      for (std::size_t k = 0; k < n; ++k) tried[k] -= share * step[k];
      after = rest(solver, tried, shape, lambda);
      if (square(after) < square(left)) break;
    }
    if (share <= 1e-4) break;
    z = tried;
    left = after;
  }
  QuantalResponse now = solver.evaluate(from_odds(z, shape));
  now.residual = apart(now.play, solver.answer(now, lambda));
  now.rounds = rounds;
  return now;
}

/// Goes half the way towards the answer again and again; where that does not settle, Newton.
QuantalResponse settle(const Solver& solver, Play play, double lambda) {
  QuantalResponse now = solver.evaluate(std::move(play));
  const QuantalResponse start = now;  // Of a lambda nearby: nearer than what circles.
  int rounds = 0;
  for (; rounds < kMostRounds; ++rounds) {
    const Play towards = solver.answer(now, lambda);
    now.residual = apart(now.play, towards);
    if (now.residual <= kClose) break;
    Play next = now.play;
    for (std::size_t s = 0; s < next.size(); ++s)
      for (std::size_t m = 0; m < next[s].size(); ++m)
        next[s][m] += 0.5 * (towards[s][m] - next[s][m]);
    now = solver.evaluate(std::move(next));
    now.residual = 1;  // Until it is looked at.
  }
  if (now.residual > kClose) {
    QuantalResponse exact = newton(solver, start, lambda);
    rounds += exact.rounds;
    if (exact.residual < now.residual) now = std::move(exact);
  }
  now.rounds = rounds;
  return now;
}

}  // namespace

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

QuantalResponse played(const ExtensiveGame& game, std::vector<std::vector<double>> play) {
  return Solver(game).evaluate(std::move(play));
}

QuantalResponse quantal_response(const ExtensiveGame& game, double lambda) {
  assert(flaw(game).empty() && lambda >= 0);
  const Solver solver(game);
  if (solver.perfect()) return solver.backwards(lambda);
  QuantalResponse now = solver.evaluate(even_play(game));
  int rounds = 0;
  for (int step = 1; step <= kSteps; ++step) {
    now = settle(solver, std::move(now.play), lambda * step / kSteps);
    rounds += now.rounds;
  }
  now.rounds = rounds;
  return now;
}

}  // namespace entente::solve
