#include "campaign/numbers.h"

#include <algorithm>
#include <cmath>

#include "base/stream.h"
#include "belief/reliability.h"
#include "campaign/assumed.h"
#include "campaign/hindrances.h"
#include "solve/normal.h"

namespace entente::campaign {
namespace {

using world::Uncertain;

constexpr std::string_view kPurpose = "fact";

double spread(char confidence) {
  switch (confidence) {
    case 'A':
      return 0.05;
    case 'B':
      return 0.15;
    case 'C':
      return 0.40;
    default:
      return 0;
  }
}

/// Reads numbers off their streams.
class Sampler {
 public:
  Sampler(const WorldId& id, const Push* push, const std::vector<Push>* held = nullptr)
      : id_(id), push_(push), held_(held) {}

  [[nodiscard]] std::optional<double> u(std::uint64_t key) const {
    if (push_ != nullptr && std::ranges::find(push_->keys, key) != push_->keys.end())
      return push_->u;
    if (held_ != nullptr)
      for (const Push& one : *held_)
        if (std::ranges::binary_search(one.keys, key)) return one.u;
    if (!id_.number) return std::nullopt;
    return Stream(id_.seed, *id_.number, key, name_hash(kPurpose)).uniform();
  }
  [[nodiscard]] double operator()(const Uncertain& range, std::uint64_t key) const {
    if (range.fixed()) return range.value;
    const auto at = u(key);
    return at ? quantile(range, *at) : range.value;
  }
  [[nodiscard]] double operator()(const Knob& knob) const { return (*this)(knob.range, knob.key); }
  [[nodiscard]] double share(const Knob& knob) const { return std::clamp((*this)(knob), 0.0, 1.0); }

 private:
  const WorldId& id_;
  const Push* push_;
  const std::vector<Push>* held_;
};

double at(const Steps& steps, int day, const Sampler& sample) {
  const Knob* knob = steps.at(day);
  return knob == nullptr ? 0 : std::max(0.0, sample(*knob));
}

/// Samples the numbers of a list, each over its range.
template <class List, class Held>
void sample_all(const List& list, Held& held, const scenario::Plan& plan, const Sampler& sample) {
  for (const auto& one : list) {
    double& value = held.*one.value;
    value = sample(range_of(one.field, value, plan), assumption_key(one.field.name));
  }
}

/// A curve with its numbers: linear between its days, level outside them.
double at(const std::vector<std::pair<int, double>>& curve, double day) {
  if (day <= curve.front().first) return curve.front().second;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const auto& [d0, v0] = curve[i - 1];
    const auto& [d1, v1] = curve[i];
    if (day <= d1) return v0 + (v1 - v0) * (day - d0) / (d1 - d0);
  }
  return curve.back().second;
}

class Worlds {
 public:
  Worlds(const Situation& s, const Premises& premises, const Symbols& symbols, const WorldId& id,
         const Push* push)
      : s_(s), premises_(premises), symbols_(symbols), sample_(id, push, &premises.held) {}

  Numbers run() {
    for (const DisruptionCase& one : s_.disruptions)
      disruptions_.push_back({sample_.share(one.share), std::max(0.0, sample_(one.days))});
    assumptions();
    places();
    pools();
    for (std::size_t p = 0; p < s_.pools.size(); ++p)
      if (const double units = sample_(s_.pools[p].added); units != 0) add_units(n_, s_, p, units);
    attackers();
    owners();
    if (s_.rules.any()) ways();
    for (const HoldCase& hold : s_.holds) {
      n_.hold_share.push_back(sample_.share(hold.share));
      n_.lapse_days.push_back(std::max(0.0, sample_(hold.lapse_days)));
    }
    return std::move(n_);
  }

 private:
  void assumptions() {
    n_.belief = premises_.belief;
    n_.campaign = premises_.campaign;
    for (const belief::Assumption& one : belief::kAssumptions) {
      if (!sampled(one)) continue;
      double& value = n_.belief.assumptions.*one.value;
      value = sample_(range_of(one.field, value, premises_.plan), assumption_key(one.field.name));
    }
    sample_all(kAssumptions, n_.campaign, premises_.plan, sample_);
    n_.movement = premises_.movement;
    sample_all(kMovements, n_.movement, premises_.plan, sample_);
    n_.judgement = premises_.judgement;
    sample_all(kJudgements, n_.judgement, premises_.plan, sample_);
    n_.belief.cause.rho = n_.belief.assumptions.rho;
  }

  void places() {
    for (const PlaceCase& place : s_.places) {
      n_.weight.push_back(std::max(0.0, sample_(place.weight)));
      n_.pressure.push_back(together(
          place.pressures, [&](const Knob& knob) { return sample_(knob); }, premises_.plan));
      for (std::size_t k = 0; k < s_.elements.size(); ++k) {
        for (const int day : s_.days) {
          n_.demand.push_back(at(place.demand[k], day, sample_));
          n_.host.push_back(at(place.host[k], day, sample_) *
                            at_work(&DisruptionCase::places, n_.weight.size() - 1, day));
        }
        n_.demand_end.push_back(at(place.demand[k], s_.horizon, sample_));
        n_.host_end.push_back(at(place.host[k], s_.horizon, sample_));
      }
    }
  }

  void pools() {
    std::vector<std::vector<std::pair<int, double>>> curves;
    for (const Curve& curve : s_.curves) {
      auto& rows = curves.emplace_back();
      for (const auto& [day, knob] : curve.rows) rows.emplace_back(day, sample_.share(knob));
    }
    std::vector<int> all_days = s_.days;
    all_days.push_back(s_.horizon);
    for (const int day : all_days)
      n_.host_ready.push_back(
          s_.host_curve < 0 ? 1 : at(curves[static_cast<std::size_t>(s_.host_curve)], day));
    for (const PoolCase& pool : s_.pools) {
      n_.amount.push_back(std::max(0.0, sample_(pool.amount)));
      n_.home_defence.push_back(sample_.share(pool.home_defence));
      const double readier = sample_(pool.readier);
      for (const Reach& reach : pool.reach) {
        const double days = std::max(0.0, sample_(reach.days));
        n_.days.push_back(days);
        for (const int day : s_.days) {
          double ready = pool.ready.value_or(1);
          if (!pool.ready && reach.curve >= 0)
            ready = at(curves[static_cast<std::size_t>(reach.curve)], std::max(0.0, day - days));
          n_.ready.push_back(
              std::clamp(ready + readier, 0.0, 1.0) *
              at_work(&DisruptionCase::owners, static_cast<std::size_t>(pool.owner), day));
        }
      }
    }
  }

  /// The share of ready units that no disruption keeps from working, in the period from a day.
  double at_work(const std::vector<bool> DisruptionCase::*hit, std::size_t whom, int day) const {
    const auto next = std::ranges::upper_bound(s_.days, day);
    const double end = next == s_.days.end() ? s_.horizon : *next;
    return working(s_.disruptions, disruptions_, hit, whom, day, end);
  }

  /// What the tables commit, or all ready units that may leave: the attacker picks the day.
  void attackers() {
    const std::size_t periods = s_.periods();
    for (std::size_t c = 0; c < s_.places.size(); ++c) {
      const PlaceCase& place = s_.places[c];
      n_.clock.push_back(std::max(0.0, sample_(place.clock)));
      n_.proxy.push_back({sample_.share(place.link), sample_.share(place.attribution)});
      for (const Steps& steps : place.red)
        for (const int day : s_.days) n_.red.push_back(at(steps, day, sample_));
      for (const int pool : place.red_pools) {
        const auto p = static_cast<std::size_t>(pool);
        const std::size_t cell =
            c * s_.elements.size() + static_cast<std::size_t>(s_.pools[p].element);
        for (std::size_t t = 0; t < periods; ++t)
          n_.red[cell * periods + t] += n_.amount[p] * (1 - n_.home_defence[p]) *
                                        n_.ready[(p * s_.places.size() + c) * periods + t];
      }
    }
  }

  void ways() {
    const auto positive = [&](const Knob& knob) { return std::max(0.0, sample_(knob)); };
    for (const PoolCase& pool : s_.pools)
      for (const Reach& reach : pool.reach) n_.km.push_back(positive(reach.km));
    for (const Knob& knob : s_.tonnes) n_.tonnes.push_back(positive(knob));
    for (const Swing& swing : s_.swings) n_.swing.push_back(positive(swing.days));
    for (const Knob& knob : s_.swing_km) n_.swing_km.push_back(positive(knob));
  }

  void owners() {
    const double all = n_.belief.cause.mu;
    for (const Knob& doubt : s_.supplier_doubts) n_.supplier_mu.push_back(all + sample_(doubt));
    for (const OwnerCase& owner : s_.owners) {
      n_.mu.push_back(all + sample_(owner.doubt));
      for (std::size_t c = 0; c < s_.places.size(); ++c) {
        const Role& role = owner.roles[c];
        n_.umbrella_by.push_back(0);
        for (const UmbrellaCase& one : s_.places[c].umbrellas)
          if (one.guarantor == owner.state) n_.umbrella_by.back() += sample_(one.by);
        n_.theta.push_back(role.helper == nullptr ? 0 : theta(owner, *role.helper, s_.places[c]));
        for (std::size_t k = 0; k < s_.elements.size(); ++k)
          n_.share.push_back(role.helper == nullptr ? 0 : share(role, k));
      }
    }
  }

  double share(const Role& role, std::size_t k) const {
    if (role.share[k]) return sample_.share(*role.share[k]);
    if (role.helper->duty == world::Duty::fight) return n_.campaign.fight_share;
    if (role.helper->duty == world::Duty::assist) return n_.campaign.assist_share;
    return 0;
  }

  /// The largest reliability of the triggered promises, and what is not known about it.
  double theta(const OwnerCase& owner, const Helper& helper, const PlaceCase& place) const {
    if (helper.ad_hoc()) return n_.campaign.ad_hoc_theta;
    const Best best = best_promise(helper, symbols_, n_.belief.assumptions);
    const double most = best.theta;
    if (best.promise->reliability || most <= 0 || most >= 1) return most;
    const auto u = sample_.u(theta_key(owner, place));
    return u ? belief::prior(most, n_.belief.assumptions.n0).quantile(*u) : most;
  }

  const Situation& s_;
  const Premises& premises_;
  const Symbols& symbols_;
  Sampler sample_;
  std::vector<std::pair<double, double>> disruptions_;  ///< Share and days of each.
  Numbers n_;
};

}  // namespace

double value_in(const Knob& knob, const WorldId& id) { return Sampler(id, nullptr)(knob); }

double quantile(const Uncertain& range, double u) {
  if (range.fixed()) return range.value;
  if (!range.assumption)
    return range.value * std::exp(spread(range.confidence) * solve::normal_quantile(u));
  return u < 0.5 ? range.low + (range.value - range.low) * 2 * u
                 : range.value + (range.high - range.value) * (2 * u - 1);
}

void add_units(Numbers& n, const Situation& s, std::size_t pool, double units) {
  const PoolCase& one = s.pools[pool];
  n.amount[pool] = std::max(0.0, n.amount[pool] + units);
  if (!one.home) return;
  const auto k = static_cast<std::size_t>(one.element);
  for (std::size_t c = 0; c < s.places.size(); ++c) {
    if (!s.owners[static_cast<std::size_t>(one.owner)].roles[c].target) continue;
    const std::size_t cell = c * s.elements.size() + k;
    for (std::size_t t = 0; t < s.periods(); ++t) {
      double& host = n.host[cell * s.periods() + t];
      host = std::max(0.0, host + units * n.host_ready[t]);
    }
    n.host_end[cell] = std::max(0.0, n.host_end[cell] + units * n.host_ready.back());
  }
}

Best best_promise(const Helper& helper, const Symbols& symbols,
                  const belief::Assumptions& assumptions) {
  Best best;
  for (const world::Commitment& promise : helper.promises) {
    auto at = belief::circumstance_of(promise, symbols, assumptions);
    at.tripwire = std::max(at.tripwire, helper.tripwire ? 1.0 : 0.0);
    const double theta = belief::reliability(promise, at, assumptions);
    if (best.promise == nullptr || theta > best.theta) best = {&promise, theta};
  }
  return best;
}

bool sampled(const belief::Assumption& assumption) {
  using belief::Assumptions;
  return assumption.value != &Assumptions::tripwire &&
         assumption.value != &Assumptions::policy_change &&
         assumption.value != &Assumptions::cinc_change && assumption.value != &Assumptions::w0;
}

std::uint64_t theta_key(const OwnerCase& owner, const PlaceCase& place) {
  return name_hash({"theta", owner.name, place.name});
}

std::uint64_t assumption_key(std::string_view name) { return name_hash({"assumption", name}); }

Uncertain range_of(const card::Field& field, double value, const scenario::Plan& plan) {
  Uncertain range{value, std::min(field.low, value), std::max(field.high, value), true, 'C'};
  if (plan.empty) range.low = range.high = value;
  const auto narrow = [&](double low, double high) {
    range.low = low;
    range.high = high;
    range.value = std::clamp(value, low, high);
  };
  for (const auto& [name, ends] : plan.uncertainty)
    if (name == field.name) narrow(ends.first, ends.second);
  if (const Uncertain* instead = lever_on(plan, field.name)) narrow(instead->low, instead->high);
  return range;
}

actors::Stakes stakes_of(const Premises& premises, const WorldId& draw) {
  actors::Stakes stakes = premises.stakes;
  sample_all(actors::kStakes, stakes, premises.plan, Sampler(draw, nullptr, &premises.held));
  return stakes;
}

Numbers numbers_of(const Situation& situation, const Premises& premises, const Symbols& symbols,
                   const WorldId& id, const Push* push) {
  return Worlds(situation, premises, symbols, id, push).run();
}

}  // namespace entente::campaign
