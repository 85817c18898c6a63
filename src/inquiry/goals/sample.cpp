#include "inquiry/goals/sample.h"

#include <algorithm>

#include "base/stream.h"
#include "solve/cooperative_game.h"

namespace entente::inquiry {
namespace {

class Sampler {
 public:
  Sampler(World& world, const Played& played, const std::vector<std::size_t>& players,
          std::span<const Measure* const> measures)
      : world_(world),
        played_(played),
        players_(players),
        measures_(measures),
        columns_(played.stakes() * measures.size()) {}

  /// Adds half of what each adds along an order of positions.
  void walk(const std::vector<std::size_t>& order, std::vector<double>& sums) {
    sums.resize(players_.size() * columns_, 0);
    Members members(played_.players.size(), 0);
    std::vector<double> before = world_.values(members, measures_);
    for (const std::size_t at : order) {
      members[players_[at]] = 1;
      std::vector<double> after = world_.values(members, measures_);
      add(at, before, after, sums);
      before = std::move(after);
    }
  }

  /// Adds half of what each adds to a coalition of the others.
  void toggle(Members members, std::vector<double>& sums) {
    sums.resize(players_.size() * columns_, 0);
    for (std::size_t at = 0; at < players_.size(); ++at) {
      char& there = members[players_[at]];
      const char was = there;
      there = 0;
      const std::vector<double> before = world_.values(members, measures_);
      there = 1;
      add(at, before, world_.values(members, measures_), sums);
      there = was;
    }
  }

 private:
  void add(std::size_t at, const std::vector<double>& before, const std::vector<double>& after,
           std::vector<double>& sums) const {
    for (std::size_t c = 0; c < columns_; ++c)
      sums[at * columns_ + c] += 0.5 * (after[c] - before[c]);
  }

  World& world_;
  const Played& played_;
  const std::vector<std::size_t>& players_;
  std::span<const Measure* const> measures_;
  std::size_t columns_;
};

}  // namespace

Batch sampled_batch(World& world, const Played& played, const std::vector<std::size_t>& players,
                    std::span<const Measure* const> measures, std::size_t number) {
  Sampler sampler(world, played, players, measures);
  const auto stream = [&](std::string_view purpose) {
    return Stream(played.sampling.seed, number, "goals", purpose);
  };
  Batch made;
  Stream for_shapley = stream("shapley order"), for_owen = stream("owen order"),
         for_banzhaf = stream("banzhaf coalition");
  auto order = solve::random_order(players.size(), for_shapley);
  sampler.walk(order, made.shapley);
  std::ranges::reverse(order);
  sampler.walk(order, made.shapley);
  std::vector<int> unions;
  for (const std::size_t one : players) unions.push_back(played.players.unions[one]);
  order = solve::random_order(unions, for_owen);
  sampler.walk(order, made.owen);
  std::ranges::reverse(order);
  sampler.walk(order, made.owen);
  Members members(played.players.size(), 0), others = members;
  for (const std::size_t one : players) {
    members[one] = for_banzhaf.uniform() < 0.5 ? 1 : 0;
    others[one] = members[one] != 0 ? 0 : 1;
  }
  sampler.toggle(members, made.banzhaf);
  sampler.toggle(others, made.banzhaf);
  return made;
}

}  // namespace entente::inquiry
