#include "inquiry/design/search.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <numeric>

namespace entente::inquiry {
namespace {

constexpr double kSlack = 1e-9;  // Below it two scores, or cost and budget, are equal.

/// All that is allowed, in the order of their numbers; stops once there are more than `most`.
void list_allowed(const Choice& choice, std::size_t next, Portfolio taken, std::size_t most,
                  std::vector<Portfolio>& out) {
  if (out.size() > most) return;
  if (next == choice.cost.size()) {
    out.push_back(taken);
    return;
  }
  list_allowed(choice, next + 1, taken, most, out);
  // Costs are not below 0, so what is not allowed stays so with more in it.
  if (const Portfolio with = taken | only(next); choice.allows(with))
    list_allowed(choice, next + 1, with, most, out);
}

class Search {
 public:
  Search(const Choice& choice, const Judgement& judgement, std::size_t most_known,
         const LossesOf& losses_of)
      : choice_(choice), judgement_(judgement), most_(most_known), losses_of_(losses_of) {}

  Found run() {
    std::vector<Portfolio> all;
    list_allowed(choice_, 0, 0, most_, all);
    found_.exact = all.size() <= most_;
    learn({0});
    std::vector<Portfolio> alone;
    for (std::size_t i = 0; i < choice_.cost.size(); ++i)
      if (choice_.allows(only(i))) alone.push_back(only(i));
    learn(alone);
    name_one_by_one();
    if (found_.exact) {
      learn(all);
    } else {
      learn({found_.one_by_one});
      const Portfolio by_gain = greedy(false), by_price = greedy(true);
      improve(better(by_price, by_gain) ? by_price : by_gain);
    }
    found_.best = 0;
    for (const auto& [one, losses] : found_.known)
      if (better(one, found_.best)) found_.best = one;
    bound();
    return std::move(found_);
  }

 private:
  double score(Portfolio all) const { return found_.score(judgement_, all); }

  /// Less, or equal and cheaper.
  bool better(Portfolio a, Portfolio b) const {
    const double difference = score(a) - score(b);
    if (std::abs(difference) > kSlack) return difference < 0;
    return choice_.cost_of(a) < choice_.cost_of(b) - kSlack;
  }

  void learn(const std::vector<Portfolio>& wanted) {
    std::vector<Portfolio> fresh;
    for (const Portfolio one : wanted)
      if (!found_.known.contains(one) && std::ranges::find(fresh, one) == fresh.end())
        fresh.push_back(one);
    if (fresh.empty()) return;
    std::vector<Losses> losses = losses_of_(fresh);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      auto& best = found_.best_known;
      if (best.empty()) best = losses[i];
      for (std::size_t w = 0; w < best.size(); ++w) best[w] = std::min(best[w], losses[i][w]);
      found_.known.emplace(fresh[i], std::move(losses[i]));
    }
  }

  /// What planners do with a list: the best ratio first, as long as the money lasts.
  void name_one_by_one() {
    std::vector<std::pair<double, std::size_t>> ratios;
    for (std::size_t i = 0; i < choice_.cost.size(); ++i) {
      if (!found_.known.contains(only(i))) continue;
      const double gain = score(0) - score(only(i));
      if (gain > kSlack) ratios.emplace_back(-gain / std::max(choice_.cost[i], kSlack), i);
    }
    std::ranges::sort(ratios);
    for (const auto& [ratio, i] : ratios)
      if (choice_.allows(found_.one_by_one | only(i))) found_.one_by_one |= only(i);
  }

  std::vector<Portfolio> additions(Portfolio to) const {
    std::vector<Portfolio> all;
    for (std::size_t i = 0; i < choice_.cost.size(); ++i)
      if (!has(to, i) && choice_.allows(to | only(i))) all.push_back(to | only(i));
    return all;
  }

  Portfolio greedy(bool by_price) {
    Portfolio at = 0;
    for (;;) {
      const std::vector<Portfolio> next = additions(at);
      learn(next);
      Portfolio chosen = at;
      double most = kSlack;
      for (const Portfolio one : next) {
        double gain = score(at) - score(one);
        if (gain <= kSlack) continue;
        if (by_price) gain /= std::max(choice_.cost_of(one) - choice_.cost_of(at), kSlack);
        if (gain > most) {
          most = gain;
          chosen = one;
        }
      }
      if (chosen == at) return at;
      at = chosen;
    }
  }

  void improve(Portfolio at) {
    const std::size_t least = found_.known.size();
    for (;;) {
      std::vector<Portfolio> next = additions(at);
      for (std::size_t i = 0; i < choice_.cost.size(); ++i) {
        if (!has(at, i)) continue;
        const Portfolio without = at & ~only(i);
        next.push_back(without);
        for (const Portfolio one : additions(without))
          if (one != at) next.push_back(one);
      }
      std::size_t fresh = 0;
      for (const Portfolio one : next) fresh += found_.known.contains(one) ? 0 : 1;
      if (found_.known.size() + fresh > least + most_) return;
      learn(next);
      const Portfolio before = at;
      for (const Portfolio one : next)
        if (better(one, at)) at = one;
      if (at == before) return;
    }
  }

  void bound() {
    const Losses& nothing = found_.known.at(0);
    Losses least = nothing;
    for (std::size_t w = 0; w < nothing.size(); ++w) {
      std::vector<std::pair<double, std::size_t>> ratios;
      for (std::size_t i = 0; i < choice_.cost.size(); ++i) {
        const auto alone = found_.known.find(only(i));
        if (alone == found_.known.end()) continue;
        const double gain = nothing[w] - alone->second[w];
        if (gain > 0) ratios.emplace_back(-gain / std::max(choice_.cost[i], kSlack), i);
      }
      std::ranges::sort(ratios);
      double left = choice_.budget;
      for (const auto& [ratio, i] : ratios) {
        const double part =
            choice_.cost[i] <= kSlack ? 1 : std::clamp(left / choice_.cost[i], 0.0, 1.0);
        least[w] -= part * (nothing[w] - found_.known.at(only(i))[w]);
        left -= part * choice_.cost[i];
      }
      least[w] = std::max(0.0, least[w]);
    }
    found_.bound = judgement_.criterion == Criterion::regret
                       ? 0
                       : score_of(judgement_, least, found_.best_known);
    for (const auto& [one, losses] : found_.known) found_.reinforcing += reinforces(one, losses);
  }

  bool reinforces(Portfolio all, const Losses& losses) const {
    if (std::popcount(all) < 2) return false;
    const Losses& nothing = found_.known.at(0);
    for (std::size_t w = 0; w < losses.size(); ++w) {
      double sum = 0;
      for (std::size_t i = 0; i < choice_.cost.size(); ++i)
        if (has(all, i)) sum += std::max(0.0, nothing[w] - found_.known.at(only(i))[w]);
      if (nothing[w] - losses[w] > sum + kSlack) return true;
    }
    return false;
  }

  const Choice& choice_;
  const Judgement& judgement_;
  std::size_t most_;
  const LossesOf& losses_of_;
  Found found_;
};

}  // namespace

double Choice::cost_of(Portfolio all) const {
  double sum = 0;
  for (std::size_t i = 0; i < cost.size(); ++i)
    if (has(all, i)) sum += cost[i];
  return sum;
}

bool Choice::allows(Portfolio all) const {
  if (static_cast<std::size_t>(std::popcount(all)) > most) return false;
  for (std::size_t i = 0; i < cost.size(); ++i)
    if (has(all, i) && (excludes[i] & all) != 0) return false;
  return cost_of(all) <= budget + kSlack;
}

double Found::score(const Judgement& judgement, Portfolio all) const {
  return score_of(judgement, known.at(all), best_known);
}

Found best_portfolio(const Choice& choice, const Judgement& judgement, std::size_t most_known,
                     const LossesOf& losses_of) {
  assert(choice.cost.size() <= kMostThings && choice.excludes.size() == choice.cost.size());
  return Search(choice, judgement, most_known, losses_of).run();
}

std::vector<FrontierPoint> frontier_of(const Found& found, const Choice& choice,
                                       const Judgement& judgement) {
  std::vector<FrontierPoint> all, kept;
  for (const auto& [one, losses] : found.known)
    all.push_back({one, choice.cost_of(one), found.score(judgement, one)});
  std::ranges::stable_sort(all, [](const FrontierPoint& a, const FrontierPoint& b) {
    if (a.cost != b.cost) return a.cost < b.cost;
    return a.score < b.score;
  });
  for (const FrontierPoint& one : all)
    if (kept.empty() || one.score < kept.back().score - kSlack) kept.push_back(one);
  return kept;
}

}  // namespace entente::inquiry
