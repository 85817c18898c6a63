#include "solve/extensive_game.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace entente::solve {
namespace {

using Play = std::vector<std::vector<double>>;

constexpr double kClose = 1e-12;    // Residual at which a fixed point is found.
constexpr double kOnTheWay = 1e-6;  // At a lambda below the one asked.
constexpr int kMostRounds = 100;
constexpr int kMostPasses = 60;
constexpr int kMostNewton = 50;
constexpr double kShift = 1e-7;
constexpr int kSteps = 8;  // From lambda 0 to the one asked.

/// P(a) proportional to exp(lambda u_a), the largest taken out so that nothing overflows.
std::vector<double> logit(const std::vector<double>& values, double lambda) {
  const double most = *std::max_element(values.begin(), values.end());
  std::vector<double> shares;
  double sum = 0;
  for (const double value : values) sum += shares.emplace_back(std::exp(lambda * (value - most)));
  for (double& share : shares) share /= sum;
  return shares;
}

/// Play, and what follows from it.
struct Now {
  Play play;
  std::vector<double> values;  ///< [node x player]
  std::vector<double> reach;   ///< [node]
  double residual = 0;
  int rounds = 0;
};

class Solver {
 public:
  explicit Solver(const ExtensiveGame& game)
      : game_(game), players_(game.players.size()), members_(game.sets.size()) {
    for (std::size_t i = 0; i < game.nodes.size(); ++i)
      if (game.nodes[i].kind == GameNodeKind::choice)
        members_[static_cast<std::size_t>(game.nodes[i].set)].push_back(i);
    arrange();
  }

  [[nodiscard]] bool perfect() const {
    return std::ranges::all_of(members_, [](const auto& nodes) { return nodes.size() <= 1; });
  }

  /// Whether no two sets each come before the other, so that a backward pass settles each in turn.
  [[nodiscard]] bool orderly() const { return orderly_; }

  [[nodiscard]] Now evaluate(Play play) const {
    Now made;
    made.play = std::move(play);
    made.values.assign(game_.nodes.size() * players_, 0);
    for (std::size_t i = game_.nodes.size(); i-- > 0;) value(made, i);
    reach(made);
    return made;
  }

  /// One pass backwards: every set answers what comes after it, believing where it is by `beliefs`
  /// (weights of its nodes). REQUIRES: `orderly()`. Exact where every set is one node.
  void backwards(Now& now, const std::vector<double>& beliefs, double lambda) const {
    now.values.assign(game_.nodes.size() * players_, 0);
    for (const int step : order_) {
      if (step >= 0) {
        value(now, static_cast<std::size_t>(step));
        continue;
      }
      const auto set = static_cast<std::size_t>(-step - 1);
      now.play[set] = logit(move_values(now, set, beliefs), lambda);
      for (const std::size_t i : members_[set]) value(now, i);
    }
    reach(now);
  }

  /// Where each node's set believes to be, by what reaches it; evenly where nothing does.
  void believe(const Now& now, std::vector<double>& beliefs) const {
    beliefs.assign(game_.nodes.size(), 0);
    for (const auto& nodes : members_) {
      double all = 0;
      for (const std::size_t i : nodes) all += now.reach[i];
      for (const std::size_t i : nodes)
        beliefs[i] = all > 0 ? now.reach[i] / all : 1 / static_cast<double>(nodes.size());
    }
  }

  /// The logit answer to what `now` says of play elsewhere, by set.
  [[nodiscard]] Play answer(const Now& now, double lambda) const {
    std::vector<double> beliefs;
    believe(now, beliefs);
    Play made;
    for (std::size_t set = 0; set < members_.size(); ++set)
      made.push_back(logit(move_values(now, set, beliefs), lambda));
    return made;
  }

  [[nodiscard]] QuantalResponse told(Now now) const {
    QuantalResponse made;
    for (std::size_t i = 0; i < game_.nodes.size(); ++i)
      made.values.emplace_back(
          now.values.begin() + static_cast<std::ptrdiff_t>(i * players_),
          now.values.begin() + static_cast<std::ptrdiff_t>((i + 1) * players_));
    made.play = std::move(now.play);
    made.reach = std::move(now.reach);
    made.residual = now.residual;
    made.rounds = now.rounds;
    return made;
  }

 private:
  /// What each move of a set is worth to its mover.
  [[nodiscard]] std::vector<double> move_values(const Now& now, std::size_t set,
                                                const std::vector<double>& beliefs) const {
    const InformationSet& known = game_.sets[set];
    const auto player = static_cast<std::size_t>(known.player);
    std::vector<double> sums(known.moves.size(), 0);
    for (const std::size_t i : members_[set])
      for (std::size_t a = 0; a < sums.size(); ++a)
        sums[a] +=
            beliefs[i] *
            now.values[static_cast<std::size_t>(game_.nodes[i].children[a]) * players_ + player];
    return sums;
  }

  [[nodiscard]] const std::vector<double>& shares(const Now& now, const GameNode& node) const {
    return node.kind == GameNodeKind::chance ? node.chances
                                             : now.play[static_cast<std::size_t>(node.set)];
  }

  void value(Now& now, std::size_t i) const {
    const GameNode& node = game_.nodes[i];
    double* const mine = &now.values[i * players_];
    if (node.kind == GameNodeKind::end) {
      std::ranges::copy(node.payoffs, mine);
      return;
    }
    const std::vector<double>& weights = shares(now, node);
    for (std::size_t a = 0; a < node.children.size(); ++a) {
      const double* const child =
          &now.values[static_cast<std::size_t>(node.children[a]) * players_];
      for (std::size_t p = 0; p < players_; ++p)
        mine[p] = (a == 0 ? 0 : mine[p]) + weights[a] * child[p];
    }
  }

  void reach(Now& now) const {
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

  /// An order in which every step follows all that comes after it in play; a step is a node, or
  /// -1 - set for all nodes of a set.
  void arrange() {
    const int nodes = static_cast<int>(game_.nodes.size());
    const auto step_of = [&](int i) {
      const GameNode& node = game_.nodes[static_cast<std::size_t>(i)];
      return node.kind == GameNodeKind::choice ? nodes + node.set : i;
    };
    std::vector<int> open(game_.nodes.size() + members_.size(), 0);  // Children not yet settled.
    std::vector<std::vector<int>> above(open.size());
    for (int i = 0; i < nodes; ++i)
      for (const int child : game_.nodes[static_cast<std::size_t>(i)].children) {
        ++open[static_cast<std::size_t>(step_of(i))];
        above[static_cast<std::size_t>(step_of(child))].push_back(step_of(i));
      }
    std::vector<int> ready;
    for (int i = nodes; i-- > 0;)
      if (game_.nodes[static_cast<std::size_t>(i)].kind == GameNodeKind::end) ready.push_back(i);
    for (std::size_t next = 0; next < ready.size(); ++next) {
      const int step = ready[next];
      order_.push_back(step < nodes ? step : -1 - (step - nodes));
      for (const int parent : above[static_cast<std::size_t>(step)])
        if (--open[static_cast<std::size_t>(parent)] == 0) ready.push_back(parent);
    }
    orderly_ = std::ranges::all_of(open, [](int left) { return left == 0; });
  }

  const ExtensiveGame& game_;
  std::size_t players_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<int> order_;
  bool orderly_ = false;
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
Now newton(const Solver& solver, const Now& from, double lambda) {
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
  Now now = solver.evaluate(from_odds(z, shape));
  now.residual = apart(now.play, solver.answer(now, lambda));
  now.rounds = rounds;
  return now;
}

/// Passes backwards, each believing what the one before led to: soon done where sets hide types
/// alone. True where it settled.
bool settle_beliefs(const Solver& solver, Now& now, double lambda, double close) {
  std::vector<double> beliefs;
  for (int round = 1; round <= kMostPasses; ++round) {
    solver.believe(now, beliefs);
    solver.backwards(now, beliefs, lambda);
    now.residual = apart(now.play, solver.answer(now, lambda));
    now.rounds = round;
    if (now.residual <= close) return true;
  }
  return false;
}

/// Goes half the way towards the answer again and again; where that does not settle, Newton.
Now settle(const Solver& solver, const Now& start, double lambda, double close) {
  Now now = start;
  if (solver.orderly() && settle_beliefs(solver, now, lambda, close)) return now;
  int rounds = now.rounds;
  now = start;  // Of a lambda nearby: nearer than what circles.
  for (int round = 0; round < kMostRounds; ++round, ++rounds) {
    const Play towards = solver.answer(now, lambda);
    now.residual = apart(now.play, towards);
    if (now.residual <= close) break;
    Play next = now.play;
    for (std::size_t s = 0; s < next.size(); ++s)
      for (std::size_t m = 0; m < next[s].size(); ++m)
        next[s][m] += 0.5 * (towards[s][m] - next[s][m]);
    now = solver.evaluate(std::move(next));
    now.residual = 1;  // Until it is looked at.
  }
  if (now.residual > close) {
    Now exact = newton(solver, start, lambda);
    rounds += exact.rounds;
    if (exact.residual < now.residual) now = std::move(exact);
  }
  now.rounds = rounds;
  return now;
}

}  // namespace

QuantalResponse played(const ExtensiveGame& game, std::vector<std::vector<double>> play) {
  const Solver solver(game);
  return solver.told(solver.evaluate(std::move(play)));
}

QuantalResponse quantal_response(const ExtensiveGame& game, double lambda) {
  assert(flaw(game).empty() && lambda >= 0);
  const Solver solver(game);
  Now now = solver.evaluate(even_play(game));
  if (solver.perfect()) {
    std::vector<double> beliefs;
    solver.believe(now, beliefs);
    solver.backwards(now, beliefs, lambda);
    QuantalResponse exact = solver.told(std::move(now));
    exact.exact = true;
    return exact;
  }
  int rounds = 0;
  for (int step = 1; step <= kSteps; ++step) {
    now = settle(solver, now, lambda * step / kSteps, step == kSteps ? kClose : kOnTheWay);
    rounds += now.rounds;
  }
  now.rounds = rounds;
  return solver.told(std::move(now));
}

}  // namespace entente::solve
