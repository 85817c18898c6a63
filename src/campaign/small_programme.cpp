#include "campaign/small_programme.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "campaign/kinked_simplex.h"

namespace entente::campaign {
namespace {

constexpr double kMeet = 1e-11, kLeastShare = 1e-2;
/// The largest cost that breaks ties, of a largest weight of 1: far above rounding, so that steps
/// do not stall, and so small that the optimum is seldom lost; if it is, the bounds do not meet.
constexpr double kTie = 1e-7;
/// Below it a cap, of a largest net demand of 1, does not raise that cost further.
constexpr double kLeastCap = 1e-2;
/// How far a limit may be passed before it enters, of a largest net demand of 1.
constexpr double kBroken = 1e-11, kLeastSize = 0.1;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// The power of two next below the largest, so that scaling rounds nothing.
double unit_of(const std::vector<double>& sizes) {
  const double most = std::ranges::max(sizes);
  return most > 0 ? std::ldexp(1.0, std::ilogb(most)) : 1;
}

double slack(double size) { return size + kBroken * std::max(kLeastSize, size); }

class SmallProgramme {
 public:
  explicit SmallProgramme(const Outline& outline)
      : o_(outline),
        units_(unit_of(outline.net)),
        weights_(unit_of(outline.weight)),
        unit_(outline.slots.size() * outline.periods, kNone),
        cover_(outline.net.size(), kNone),
        all_(outline.limits.size() * outline.periods, kNone),
        away_(all_),
        stay_(unit_),
        simplex_(columns()) {
    cover();
  }

  std::optional<double> run() {
    while (simplex_.solve()) {
      if (add_limits() || add_stays()) continue;
      const Bounds bounds = bounds_of(o_, claim());
      if (!meet(bounds, required(o_))) break;
      return bounds.upper;
    }
    return std::nullopt;
  }

 private:
  KinkedSimplex columns() {
    std::vector<double> upper, tie;
    for (std::size_t j = 0; j < o_.slots.size(); ++j)
      for (std::size_t t = o_.slots[j].first; t < o_.periods; ++t) {
        unit_[j * o_.periods + t] = upper.size();
        upper.push_back(o_.slots[j].cap[t] / units_);
        tie.push_back(-kTie * kLeastCap / (kLeastCap + upper.back()));
      }
    return {upper, tie};
  }

  /// What nobody can work for has no row.
  void cover() {
    for (std::size_t j = 0; j < o_.slots.size(); ++j)
      for (std::size_t t = o_.slots[j].first; t < o_.periods; ++t) {
        const std::size_t at = o_.slots[j].place * o_.periods + t;
        if (o_.net[at] <= 0 || o_.weight[at] <= 0 || o_.slots[j].works[t] <= 0) continue;
        if (cover_[at] == kNone)
          cover_[at] = simplex_.kinked(o_.net[at] / units_, o_.weight[at] / weights_);
        simplex_.add(cover_[at], unit_[j * o_.periods + t], o_.slots[j].works[t]);
      }
    simplex_.settle();
  }

  double there(std::size_t slot, std::size_t t) const {
    const std::size_t unit = unit_[slot * o_.periods + t];
    return unit == kNone ? 0 : simplex_.value(unit);
  }

  bool add_limits() {
    bool any = false;
    for (std::size_t l = 0; l < o_.limits.size(); ++l)
      for (std::size_t t = 0; t < o_.periods; ++t) {
        const Outline::Limit& limit = o_.limits[l];
        any = add_limit(away_[l * o_.periods + t], limit, t, limit.away[t], true) || any;
        if (limit.inside)
          any = add_limit(all_[l * o_.periods + t], limit, t, limit.all[t], false) || any;
      }
    return any;
  }

  bool add_limit(std::size_t& row, const Outline::Limit& limit, std::size_t t, double most,
                 bool away_only) {
    if (row != kNone) return false;
    const auto counts = [&](std::size_t j) {
      return unit_[j * o_.periods + t] != kNone && !(away_only && Outline::own(limit, o_.slots[j]));
    };
    double sum = 0;
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      if (counts(j)) sum += there(j, t);
    if (sum <= slack(most / units_)) return false;
    row = simplex_.bounded(-kInfinity, most / units_);
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      if (counts(j)) simplex_.add(row, unit_[j * o_.periods + t], 1);
    return true;
  }

  bool add_stays() {
    bool any = false;
    for (std::size_t j = 0; j < o_.slots.size(); ++j)
      for (std::size_t t = o_.slots[j].first + 1; t < o_.periods; ++t) {
        std::size_t& row = stay_[j * o_.periods + t];
        if (row != kNone || there(j, t - 1) <= slack(there(j, t))) continue;
        row = simplex_.bounded(0, kInfinity);
        simplex_.add(row, unit_[j * o_.periods + t], 1);
        simplex_.add(row, unit_[j * o_.periods + t - 1], -1);
        any = true;
      }
    return any;
  }

  Claim claim() const {
    Claim claim;
    for (std::size_t j = 0; j < o_.slots.size(); ++j)
      for (std::size_t t = 0; t < o_.periods; ++t) claim.there.push_back(there(j, t) * units_);
    for (std::size_t i = 0; i < cover_.size(); ++i)
      claim.cover.push_back(cover_[i] != kNone ? simplex_.price(cover_[i]) * weights_
                            : o_.net[i] > 0    ? o_.weight[i]
                                               : 0);
    const auto prices = [&](const std::vector<std::size_t>& rows, double sign) {
      std::vector<double> found;
      for (const std::size_t row : rows)
        found.push_back(row == kNone ? 0 : sign * simplex_.price(row) * weights_);
      return found;
    };
    claim.all = prices(all_, -1);
    claim.away = prices(away_, -1);
    claim.stay = prices(stay_, 1);
    return claim;
  }

  const Outline& o_;
  double units_, weights_;
  std::vector<std::size_t> unit_;        ///< [slot * periods + period] column.
  std::vector<std::size_t> cover_;       ///< [place * periods + period] sum.
  std::vector<std::size_t> all_, away_;  ///< [limit * periods + period] sum.
  std::vector<std::size_t> stay_;        ///< [slot * periods + period] sum.
  KinkedSimplex simplex_;
};

}  // namespace

bool meet(const Bounds& bounds, double required) {
  return bounds.upper - bounds.lower <= kMeet * std::max(bounds.upper, kLeastShare * required);
}

std::optional<double> small_optimum(const Outline& outline) {
  return SmallProgramme(outline).run();
}

}  // namespace entente::campaign
