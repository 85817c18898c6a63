#include "campaign/canonical.h"

#include <algorithm>

namespace entente::campaign {
namespace {

/// How far demand is lowered to find the price to the right of a kink, relative to its size; far
/// above what the bounds of a proved optimum leave open, far below any unit of force.
constexpr double kAside = 1e-5;

/// Below it a number of units is rounding.
constexpr double kRounding = 1e-9;

double clean(double units) { return units < kRounding ? 0 : units; }

// ---- Prices ------------------------------------------------------------------------------------

/// Prices of units in cells and of limits, all of the problem.
struct Prices {
  std::vector<double> cover;      ///< [place * periods + period]
  std::vector<double> all, away;  ///< [limit * periods + period]
};

/// Demand is moved aside a little, by amounts that differ so that no new tie arises.
Outline aside(const Problem& p) {
  Outline o = outline_of(p);
  for (std::size_t i = 0; i < o.net.size(); ++i) {
    const double step = kAside * std::max(1.0, o.net[i]) *
                        (1 + static_cast<double>(i + 1) / static_cast<double>(o.net.size() + 1));
    if (o.net[i] > 0) o.net[i] = std::max(0.0, o.net[i] - step);
  }
  return o;
}

/// Pools that no limit holds back do not change the prices of the rest.
std::optional<Prices> prices_aside(const Problem& p, SmallProgramme& small) {
  Outline rest = aside(p);
  reduce(rest);
  Prices prices;
  prices.all.assign(p.limits.size() * p.periods, 0.0);
  prices.away = prices.all;
  if (rest.slots.empty() || required(rest) <= 0) {
    for (std::size_t i = 0; i < rest.net.size(); ++i)
      prices.cover.push_back(rest.net[i] > 0 ? rest.weight[i] : 0);
    return prices;
  }
  if (!small.optimum(rest)) return std::nullopt;
  prices.cover = small.claim().cover;
  for (std::size_t l = 0; l < rest.limits.size(); ++l)
    for (std::size_t t = 0; t < p.periods; ++t) {
      prices.all[rest.limits[l].source * p.periods + t] = small.claim().all[l * p.periods + t];
      prices.away[rest.limits[l].source * p.periods + t] = small.claim().away[l * p.periods + t];
    }
  return prices;
}

/// What one more unit of a pool adds to the caps of a slot, each at its best.
double worth_of_slot(const Problem& p, const Prices& prices, std::size_t limit, const Slot& slot) {
  const bool own = p.limits[limit].inside && slot.inside;
  double sum = 0, stays = 0, most = 0;
  for (std::size_t t = p.periods; t-- > 0;) {
    stays += slot.works[t] * prices.cover[slot.place * p.periods + t] -
             prices.all[limit * p.periods + t] - (own ? 0 : prices.away[limit * p.periods + t]);
    most = std::max(most, stays);
    sum += (slot.unit[t] - (t > 0 ? slot.unit[t - 1] : 0)) * most;
  }
  return sum;
}

std::optional<std::vector<double>> prices_of(const Problem& p, SmallProgramme& small) {
  const auto prices = prices_aside(p, small);
  if (!prices) return std::nullopt;
  std::vector<double> found;
  for (std::size_t l = 0; l < p.limits.size(); ++l) {
    const Limit& limit = p.limits[l];
    double price = 0;
    for (std::size_t t = 0; t < p.periods; ++t)
      price += prices->all[l * p.periods + t] * limit.all_unit[t] +
               prices->away[l * p.periods + t] * limit.away_unit[t];
    for (std::size_t j = limit.begin; j < limit.end; ++j)
      price += worth_of_slot(p, *prices, l, p.slots[j]);
    found.push_back(std::max(0.0, price));
  }
  return found;
}

// ---- Units -------------------------------------------------------------------------------------

/// The further aims.
bool refine(const Problem& p, const Situation& s, SmallProgramme& small) {
  std::vector<double> days, owners;
  for (const Slot& slot : p.slots) {
    days.push_back(slot.days);
    owners.push_back(1.0 + s.pools[static_cast<std::size_t>(slot.pool)].owner +
                     static_cast<double>(slot.pool) / static_cast<double>(s.pools.size()));
  }
  return small.level(p.net, p.time) && small.minimise(days) && small.minimise(owners) &&
         small.kept();
}

/// Units of a pool that are sent come as soon as they can without delaying others.
class Hastening {
 public:
  Hastening(const Problem& p, const Limit& limit, std::vector<double>& there)
      : p_(p), limit_(limit), there_(there) {}

  void run() {
    for (std::size_t t = p_.periods - 1; t-- > 0;) {
      double all = limit_.all[t], away = limit_.away[t];
      for (std::size_t j = limit_.begin; j < limit_.end; ++j) {
        all -= at(j, t);
        if (!own(j)) away -= at(j, t);
      }
      for (std::size_t j = limit_.begin; j < limit_.end; ++j) {
        const double room = own(j) ? all : std::min(all, away);
        const double more =
            std::min({room, p_.slots[j].cap[t] - at(j, t), at(j, t + 1) - at(j, t)});
        if (more <= 0) continue;
        at(j, t) += more;
        all -= more;
        if (!own(j)) away -= more;
      }
    }
  }

 private:
  double& at(std::size_t slot, std::size_t t) { return there_[slot * p_.periods + t]; }
  bool own(std::size_t slot) const { return limit_.inside && p_.slots[slot].inside; }

  const Problem& p_;
  const Limit& limit_;
  std::vector<double>& there_;
};

}  // namespace

std::optional<Allocation> canonical(const Problem& p, const Situation& s, SmallProgramme& small) {
  auto prices = prices_of(p, small);
  if (!prices) return std::nullopt;
  Allocation result;
  result.price = std::move(*prices);
  const Outline outline = outline_of(p);
  const auto optimum = small.optimum(outline);
  if (!optimum || !refine(p, s, small)) return std::nullopt;
  result.objective = *optimum;
  for (std::size_t i = 0; i < p.net.size(); ++i) result.shortage.push_back(clean(small.lacking(i)));
  for (std::size_t j = 0; j < p.slots.size(); ++j)
    for (std::size_t t = 0; t < p.periods; ++t) result.at_work.push_back(clean(small.there(j, t)));
  for (const Limit& limit : p.limits) Hastening(p, limit, result.at_work).run();
  for (std::size_t j = 0; j < p.slots.size(); ++j) {
    result.sent.push_back(result.at_work[(j + 1) * p.periods - 1]);
    for (std::size_t t = 0; t < p.periods; ++t)
      result.at_work[j * p.periods + t] *= p.slots[j].works[t];
  }
  return result;
}

}  // namespace entente::campaign
