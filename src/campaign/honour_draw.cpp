#include "campaign/honour_draw.h"

#include <algorithm>
#include <cmath>

#include "base/stream.h"
#include "solve/normal.h"

namespace entente::campaign {
namespace {

double comes(const Numbers& numbers, Honour honour, const Helper& helper, double theta,
             std::uint64_t seed, std::uint64_t draw, const std::string& owner,
             const std::string& place) {
  if (honour == Honour::kept && !helper.ad_hoc()) return 1;
  if (honour == Honour::kept) return theta;
  if (honour == Honour::expected) return belief::shifted(theta, numbers.belief.cause.mu);
  return belief::honours(theta, numbers.belief.cause, seed, draw, owner, place) ? 1 : 0;
}

double supplies(const Numbers& numbers, Honour honour, double theta, std::uint64_t seed,
                std::uint64_t draw, const std::string& supplier, const std::string& place) {
  if (honour == Honour::kept) return 1;
  if (honour == Honour::expected) return belief::shifted(theta, numbers.belief.cause.mu);
  const double z = belief::common_factor(seed, draw, supplier);
  Stream own(seed, draw, name_hash({supplier, place}), name_hash("support"));
  return belief::honours(theta, numbers.belief.cause, z, solve::normal(own)) ? 1 : 0;
}

}  // namespace

Kept kept_in(const Situation& s, const Numbers& numbers, Honour honour, std::uint64_t seed,
             std::uint64_t draw) {
  Kept kept;
  const std::size_t places = s.places.size();
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    for (std::size_t c = 0; c < places; ++c) {
      const Helper* helper = s.owners[o].roles[c].helper;
      kept.comes.push_back(helper == nullptr
                               ? 0
                               : comes(numbers, honour, *helper, numbers.theta[o * places + c],
                                       seed, draw, s.owners[o].name, s.places[c].name));
    }
  for (const std::string& supplier : s.suppliers) {
    const auto owner = std::ranges::find(s.owners, supplier, &OwnerCase::name);
    for (std::size_t c = 0; c < places; ++c) {
      double theta = numbers.campaign.support_theta;
      if (owner != s.owners.end())
        theta = std::max(
            theta, numbers.theta[static_cast<std::size_t>(owner - s.owners.begin()) * places + c]);
      kept.supplies.push_back(
          supplies(numbers, honour, theta, seed, draw, supplier, s.places[c].name));
    }
  }
  return kept;
}

std::vector<double> usable(const Situation& s, const Numbers& numbers, const Kept& kept, int owner,
                           int element, std::size_t place) {
  std::vector<double> share(s.periods(), 1.0);
  const std::size_t cell =
      static_cast<std::size_t>(owner) * s.elements.size() + static_cast<std::size_t>(element);
  for (std::size_t h = s.hold_of[cell]; h < s.hold_of[cell + 1];) {
    const int supplier = s.holds[h].supplier;
    const double withheld =
        1 - kept.supplies[static_cast<std::size_t>(supplier) * s.places.size() + place];
    std::vector<double> left(s.periods(), 1.0);  // Where the supplier withholds all it holds.
    for (; h < s.hold_of[cell + 1] && s.holds[h].supplier == supplier; ++h) {
      const HoldCase& hold = s.holds[h];
      if (withheld <= 0 || !hold.linked[place]) continue;
      for (std::size_t t = 0; t < s.periods(); ++t) {
        const double lapse = numbers.lapse_days[h];
        const double active = hold.hard || lapse <= 0 ? 1 : 1 - std::exp(-s.days[t] / lapse);
        left[t] *= 1 - numbers.hold_share[h] * active;
      }
    }
    if (withheld > 0)
      for (std::size_t t = 0; t < s.periods(); ++t) share[t] *= 1 - withheld * (1 - left[t]);
  }
  return share;
}

}  // namespace entente::campaign
