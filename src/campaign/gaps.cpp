#include "campaign/gaps.h"

#include <algorithm>
#include <utility>

#include "campaign/outline.h"
#include "campaign/small_programme.h"

namespace entente::campaign {

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
