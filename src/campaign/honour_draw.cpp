#include "campaign/honour_draw.h"

#include <algorithm>

#include "campaign/services.h"

namespace entente::campaign {
namespace {

/// What is asked of a promise, apart from who made it.
struct Asking {
  const Numbers& numbers;
  Honour honour;
  std::uint64_t seed, draw;

  /// Share in [0, 1] that is kept.
  [[nodiscard]] double kept(double theta, double mu, const std::string& who,
                            const std::string& place, std::string_view purpose) const {
    if (honour == Honour::expected) return belief::shifted(theta, mu);
    belief::CommonCause cause = numbers.belief.cause;
    cause.mu = mu;
    return belief::honours(theta, cause, seed, draw, who, place, purpose) ? 1 : 0;
  }
};

/// Whether a hold is withheld whatever is drawn.
bool is_cut(const Numbers& numbers, std::size_t hold) {
  return !numbers.cut.empty() && numbers.cut[hold] != 0;
}

}  // namespace

Kept kept_in(const Situation& s, const Numbers& numbers, Honour honour, std::uint64_t seed,
             std::uint64_t draw) {
  Kept kept;
  const std::size_t places = s.places.size();
  const Asking ask{numbers, honour, seed, draw};
  const bool all = honour == Honour::kept;
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    for (std::size_t c = 0; c < places; ++c) {
      const Helper* helper = s.owners[o].roles[c].helper;
      const double theta = numbers.theta[o * places + c];
      double share = 0;
      if (helper != nullptr && all)
        share = helper->ad_hoc() ? theta : 1;
      else if (helper != nullptr)
        share =
            ask.kept(theta, numbers.mu[o], s.owners[o].name, s.places[c].name, belief::kOwnPurpose);
      kept.comes.push_back(share);
    }
  for (std::size_t i = 0; i < s.suppliers.size(); ++i) {
    const std::string& supplier = s.suppliers[i];
    const auto owner = std::ranges::find(s.owners, supplier, &OwnerCase::name);
    for (std::size_t c = 0; c < places; ++c) {
      double theta = numbers.campaign.support_theta;
      if (owner != s.owners.end())
        theta = std::max(
            theta, numbers.theta[static_cast<std::size_t>(owner - s.owners.begin()) * places + c]);
      kept.supplies.push_back(all ? 1
                                  : ask.kept(theta, numbers.supplier_mu[i], supplier,
                                             s.places[c].name, belief::kSupportPurpose));
    }
  }
  return kept;
}

std::vector<double> lefts(const Situation& s, const Numbers& numbers) {
  std::vector<double> left;
  left.reserve(s.holds.size() * s.periods());
  for (std::size_t h = 0; h < s.holds.size(); ++h)
    for (const int day : s.days)
      left.push_back(left_by(numbers.hold_share[h],
                             s.holds[h].hard && !is_cut(numbers, h) ? 0 : numbers.lapse_days[h],
                             day));
  return left;
}

void find_usable(const Situation& s, const Numbers& numbers, const std::vector<double>& lefts,
                 const Kept& kept, int owner, int element, std::size_t place,
                 std::span<double> share) {
  std::ranges::fill(share, 1.0);
  const std::size_t cell =
      static_cast<std::size_t>(owner) * s.elements.size() + static_cast<std::size_t>(element);
  for (std::size_t h = s.hold_of[cell]; h < s.hold_of[cell + 1];) {
    const int supplier = s.holds[h].supplier;
    const double withheld =
        1 - kept.supplies[static_cast<std::size_t>(supplier) * s.places.size() + place];
    const std::size_t first = h;
    while (h < s.hold_of[cell + 1] && s.holds[h].supplier == supplier) ++h;
    for (std::size_t t = 0; t < share.size(); ++t) {
      double left = 1;  // Where the supplier withholds all it holds.
      for (std::size_t one = first; one < h; ++one) {
        if (is_cut(numbers, one))
          share[t] *= lefts[one * share.size() + t];
        else if (withheld > 0 && s.holds[one].linked[place])
          left *= lefts[one * share.size() + t];
      }
      if (withheld > 0) share[t] *= 1 - withheld * (1 - left);
    }
  }
}

std::vector<double> usable(const Situation& s, const Numbers& numbers, const Kept& kept, int owner,
                           int element, std::size_t place) {
  std::vector<double> share(s.periods());
  find_usable(s, numbers, lefts(s, numbers), kept, owner, element, place, share);
  return share;
}

}  // namespace entente::campaign
