#include "analysis/forecast/opportunities.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace entente::analysis {
namespace {

constexpr int kMostOpportunities = 64;

/// Poisson by inversion.
int poisson(double mean, double u) {
  double term = std::exp(-mean), below = term;
  int k = 0;
  while (u > below && k < kMostOpportunities) below += term *= mean / ++k;
  return k;
}

struct Opportunity {
  double time = 0;
  std::size_t actor = 0;
  double choice = 0, consent = 0;
};

}  // namespace

void pass_year(solve::ValuedTies& ties, const solve::Formation& formation, double rate,
               const std::function<Stream(std::size_t)>& stream) {
  std::vector<Opportunity> all;
  for (std::size_t i = 0; i < ties.size(); ++i) {
    Stream own = stream(i);
    const int count = poisson(rate, own.uniform());
    for (int k = 0; k < count; ++k) {
      Opportunity one;
      one.time = own.uniform();
      one.actor = i;
      one.choice = own.uniform();
      one.consent = own.uniform();
      all.push_back(one);
    }
  }
  std::ranges::stable_sort(all, {}, &Opportunity::time);
  solve::MicroSteps steps(ties, formation);
  for (const Opportunity& one : all) (void)steps.step(one.actor, one.choice, one.consent);
}

}  // namespace entente::analysis
