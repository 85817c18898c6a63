#include "analysis/credibility/promises.h"

#include <algorithm>
#include <cmath>

#include "treaty/judge.h"

namespace entente::analysis {
namespace {

using belief::Assumptions;

double theta_of(const world::Commitment& commitment, const Symbols& symbols, const Assumptions& a) {
  return belief::reliability(commitment, belief::circumstance_of(commitment, symbols, a), a);
}

}  // namespace

std::vector<Promise> promises_on(const scenario::Library& library, Date day, Symbol patron,
                                 const Assumptions& assumptions) {
  std::vector<Promise> promises;
  const world::World& world = library.world;
  for (auto& commitment : treaty::commitments_on(library.law, world, day, library.readings)) {
    if (patron && commitment.promisor != patron) continue;
    const double theta = theta_of(commitment, world.symbols, assumptions);
    promises.push_back({commitment, theta});
  }
  return promises;
}

const Promise* median_bound(const std::vector<Promise>& promises) {
  std::vector<const Promise*> bound;
  for (const Promise& one : promises)
    if (world::binds(one.commitment.duty)) bound.push_back(&one);
  if (bound.empty()) return nullptr;
  std::ranges::stable_sort(bound, {}, &Promise::theta);
  return bound[(bound.size() - 1) / 2];
}

std::vector<Patron> patrons_of(const std::vector<Promise>& promises) {
  std::vector<Patron> patrons;
  Symbol towards;
  for (const auto& [c, theta] : promises) {  // Those of one pair stand side by side.
    if (!world::binds(c.duty)) continue;
    if (patrons.empty() || patrons.back().promisor != c.promisor) {
      patrons.push_back({c.promisor, {}});
      towards = {};
    }
    std::vector<double>& thetas = patrons.back().thetas;
    if (c.beneficiary == towards) {
      thetas.back() = std::max(thetas.back(), theta);
    } else {
      thetas.push_back(theta);
      towards = c.beneficiary;
    }
  }
  return patrons;
}

std::vector<Moved> what_moves(const std::vector<Promise>& promises, const Symbols& symbols,
                              const Assumptions& assumptions) {
  std::vector<Moved> moved;
  for (const belief::Assumption& assumption : belief::kAssumptions) {
    const double value = assumptions.*assumption.value;
    Moved row{&assumption, value, std::min(assumption.field.low, value),
              std::max(assumption.field.high, value)};
    Assumptions low = assumptions, high = assumptions;
    low.*assumption.value = row.low;
    high.*assumption.value = row.high;
    double sum = 0;
    std::size_t bound = 0;
    for (const Promise& one : promises) {
      const double change =
          theta_of(one.commitment, symbols, high) - theta_of(one.commitment, symbols, low);
      if (std::abs(change) > std::abs(row.most)) row.most = change;
      if (!world::binds(one.commitment.duty)) continue;
      sum += change;
      ++bound;
    }
    if (bound > 0) row.mean = sum / static_cast<double>(bound);
    moved.push_back(row);
  }
  std::ranges::stable_sort(moved, [](const Moved& a, const Moved& b) {
    if (std::abs(a.mean) != std::abs(b.mean)) return std::abs(a.mean) > std::abs(b.mean);
    if (std::abs(a.most) != std::abs(b.most)) return std::abs(a.most) > std::abs(b.most);
    return a.assumption->field.name < b.assumption->field.name;
  });
  return moved;
}

}  // namespace entente::analysis
