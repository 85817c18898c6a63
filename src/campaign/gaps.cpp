#include "campaign/gaps.h"

#include <algorithm>
#include <utility>

#include "campaign/joint.h"
#include "campaign/outline.h"
#include "campaign/small_programme.h"

namespace entente::campaign {
namespace {

/// The elements of a set, under any rules of movement: all of them, or those that are wanted where
/// none shares anything.
class Moving {
 public:
  Moving(const DrawTerms& terms, std::span<const int> set, const std::vector<bool>& wanted = {})
      : situation_(*terms.world->situation), lift_(lift_of(*terms.world)) {
    const bool limited = situation_.rules.lift && situation_.carrier >= 0;
    for (std::size_t k = 0; !set.empty() && k < terms.world->elements; ++k)
      if (limited || wanted.empty() || wanted[k])
        problems_.push_back(problem_of(terms, set, static_cast<int>(k)));
    if (!limited || set.empty()) return;
    const auto carrier = static_cast<std::size_t>(situation_.carrier);
    for (std::size_t k = 0; k < problems_.size(); ++k)
      if (k != carrier && problems_[k].required() > 0 && needs_lift(problems_[k], lift_))
        shared_.push_back(k);
    if (!shared_.empty()) shared_.push_back(carrier);
    for (const std::size_t k : shared_) joined_.push_back(&problems_[k]);
  }

  [[nodiscard]] double shortfall() const {
    double sum = 0;
    for (std::size_t k = 0; k < problems_.size(); ++k)
      if (!shares(k)) sum += least_shortfall(problems_[k]);
    return shared_.empty() ? sum : sum + together();
  }

  [[nodiscard]] Optimum optimum() const {
    Optimum sum{shortfall(), 0, 0};
    for (const Problem& one : problems_) {
      sum.required += one.required();
      sum.unlimited += unlimited(one);
    }
    return sum;
  }

  [[nodiscard]] SetAllocation allocate() {
    SetAllocation found;
    SmallProgramme small;
    std::vector<Allocation> together;
    if (!shared_.empty()) together = allocate_jointly(Joint(joined_, true, &lift_), situation_);
    for (std::size_t k = 0; k < problems_.size(); ++k) {
      const auto at = std::ranges::find(shared_, k);
      found.best.push_back(
          at == shared_.end()
              ? campaign::allocate(problems_[k], situation_, small)
              : std::move(together[static_cast<std::size_t>(at - shared_.begin())]));
    }
    found.problems = std::move(problems_);
    return found;
  }

 private:
  /// The least shortfall of those that share lift; what lift does not touch is taken out first.
  [[nodiscard]] double together() const {
    if (situation_.rules.redeploy) return solve::minimum(Joint(joined_, false, &lift_).lp());
    std::vector<Problem> rest;
    double asked = 0;
    for (const Problem* one : joined_) {
      if (one == joined_.back()) {
        rest.push_back(*one);
        continue;
      }
      Problem left = reduced_under_lift(*one, lift_);
      if (left.slots.empty())
        asked += left.required();
      else
        rest.push_back(std::move(left));
    }
    std::vector<const Problem*> joined;
    for (const Problem& one : rest) joined.push_back(&one);
    return asked + solve::minimum(Joint(joined, false, &lift_).lp());
  }

  [[nodiscard]] bool shares(std::size_t k) const {
    return std::ranges::find(shared_, k) != shared_.end();
  }

  const Situation& situation_;
  Lift lift_;
  std::vector<Problem> problems_;
  std::vector<std::size_t> shared_;  ///< Those that share lift, the carrier last.
  std::vector<const Problem*> joined_;
};

}  // namespace

std::unique_ptr<const SharedWorld> shared_world(const Situation& situation, Numbers numbers) {
  auto world = std::make_unique<SharedWorld>();
  world->numbers = std::move(numbers);
  world->terms = world_terms(situation, world->numbers);
  return world;
}

DrawTerms draw_in(const SharedWorld& world, Honour honour, std::uint64_t seed, std::uint64_t draw) {
  return draw_terms(world.terms,
                    kept_in(*world.terms.situation, world.numbers, honour, seed, draw));
}

std::vector<Optimum> optima(const DrawTerms& terms, std::span<const int> set,
                            const std::vector<bool>& wanted) {
  std::vector<Optimum> all(terms.world->elements);
  SmallProgramme small;
  Outline outline;
  for (std::size_t k = 0; !set.empty() && k < all.size(); ++k) {
    if (!wanted.empty() && !wanted[k]) continue;
    outline_of(terms, set, static_cast<int>(k), outline);
    all[k].required = required(outline);
    all[k].unlimited = unlimited(outline);
    all[k].shortfall = least_shortfall(outline, small);
  }
  return all;
}

double shortfall(const DrawTerms& terms, std::span<const int> set,
                 const std::vector<bool>& wanted) {
  if (terms.world->situation->rules.any()) return Moving(terms, set, wanted).shortfall();
  double sum = 0;
  SmallProgramme small;
  Outline outline;
  for (std::size_t k = 0; !set.empty() && k < terms.world->elements; ++k) {
    if (!wanted.empty() && !wanted[k]) continue;
    outline_of(terms, set, static_cast<int>(k), outline);
    sum += least_shortfall(outline, small);
  }
  return sum;
}

Optimum optimum(const DrawTerms& terms, std::span<const int> set) {
  if (terms.world->situation->rules.any()) return Moving(terms, set).optimum();
  Optimum sum;
  for (const Optimum& one : optima(terms, set)) {
    sum.shortfall += one.shortfall;
    sum.required += one.required;
    sum.unlimited += one.unlimited;
  }
  return sum;
}

SetAllocation allocate_set(const DrawTerms& terms, std::span<const int> set) {
  return Moving(terms, set).allocate();
}

double head_count_gap(const Situation& s, const Numbers& numbers, std::span<const int> set) {
  double gap = 0;
  for (std::size_t k = 0; k < s.elements.size(); ++k) {
    double units = 0;
    for (std::size_t p = 0; p < s.pools.size(); ++p) {
      const OwnerCase& owner = s.owners[static_cast<std::size_t>(s.pools[p].owner)];
      bool comes = false, target = false;
      for (const int c : set) {
        const Role& role = owner.roles[static_cast<std::size_t>(c)];
        comes = comes || role.helper != nullptr;
        target = target || role.target;
      }
      if (comes && !target && static_cast<std::size_t>(s.pools[p].element) == k)
        units += numbers.amount[p];
    }
    for (std::size_t t = 0; t < s.periods(); ++t) {
      std::vector<std::pair<double, double>> asked;  // Weight and net demand.
      double missing = -units;
      for (const int c : set) {
        const auto place = static_cast<std::size_t>(c);
        const std::size_t at = (place * s.elements.size() + k) * s.periods() + t;
        asked.emplace_back(numbers.weight[place],
                           std::max(0.0, numbers.demand[at] - numbers.host[at]));
        missing += asked.back().second;
      }
      std::ranges::sort(asked);  // What is missing is missing where it weighs least.
      for (const auto& [weight, net] : asked) {
        const double part = std::clamp(missing, 0.0, net);
        gap += s.value[k] * s.share[t] * weight * part;
        missing -= part;
      }
    }
  }
  return s.percent(gap);
}

}  // namespace entente::campaign
