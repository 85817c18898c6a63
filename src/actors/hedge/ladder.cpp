#include "actors/hedge/ladder.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>

#include "actors/aggressor/aggressor.h"
#include "solve/beta.h"
#include "solve/normal.h"

namespace entente::actors::hedge {
namespace {

using solve::Programmes;

constexpr double kLowEnd = 0.1, kHighEnd = 0.9;

bool holds(Programmes set, std::size_t x) { return (set >> x & 1) != 0; }

/// Strengths against an attacker of strength 1.
struct Strengths {
  double own = 0, others = 0, guarantor = 0;
};

double strength_at(double lost, double decisiveness) {
  const double within = std::clamp(lost, 1e-6, 1 - 1e-6);
  return std::pow((1 - within) / within, 1 / decisiveness);
}

double lost_at(double strength, double decisiveness) {
  return 1 / (1 + std::pow(std::max(0.0, strength), decisiveness));
}

Strengths strengths_of(const Exposure& exposure, double decisiveness) {
  const double own = strength_at(exposure.lost_alone, decisiveness);
  const double without = std::max(own, strength_at(exposure.lost_without, decisiveness));
  const double with = std::max(without, strength_at(exposure.lost_with, decisiveness));
  return {own, without - own, with - without};
}

/// A year of a ladder, worked out from what stands and what is in progress.
class Year {
 public:
  explicit Year(const Ladder& ladder)
      : ladder_(ladder), stakes_(stakes_under(ladder.stakes, ladder.exposure.pressure)) {}

  [[nodiscard]] solve::YearPayoff payoff(const Point& belief, const War& war, double left,
                                         Programmes stand, Programmes running) const {
    const Premises& p = ladder_.premises;
    const double theta = belief.at * left;
    const double seen = theta * war.with + (1 - theta) * war.without;
    const double attack = attack_chance(theta, war, stand);
    const double defeat = p.defeat_cost * (1 - conceded(stand));
    const auto loss = [&](double reliability) {
      const double kept = reliability * left;
      return attack * (p.war_cost + defeat * (kept * war.with + (1 - kept) * war.without));
    };
    return {loss(belief.low), loss(belief.high), cost(stand, running, seen)};
  }

  [[nodiscard]] double attack_chance(double theta, const War& war, Programmes stand) const {
    const Premises& p = ladder_.premises;
    const double seen = theta * war.with + (1 - theta) * war.without;
    const Exposure& exposure = ladder_.exposure;
    const double umbrella =
        exposure.umbrella ? std::clamp(theta + exposure.umbrella_by, 0.0, 1.0) : 0;
    const double tempted =
        hazard_factor(exposure.pressure, seen) *
        solve::logistic(p.attack_sharpness * value(seen, theta, umbrella, stakes_));
    // Whoever gave way from weakness is tried again.
    const double again = conceded(stand) > 0 ? 1 + p.reputation * seen : 1;
    return std::clamp(p.crisis_rate * again * tempted * war.hazard, 0.0, 1.0);
  }

  [[nodiscard]] War war(const Strengths& now, Programmes stand) const {
    const Exposure& exposure = ladder_.exposure;
    double force = 1, help = 0, share = exposure.dependent_share, isr = exposure.dependent_isr;
    War war;
    for (std::size_t x = 0; x < ladder_.rungs.size(); ++x) {
      if (!holds(stand, x)) continue;
      const double effect = ladder_.rungs[x].effect;
      switch (ladder_.rungs[x].on) {
        case Effect::own_force:
          force += effect;
          break;
        case Effect::light_brigade:
          force += ladder_.premises.light_share * effect;
          break;
        case Effect::extra_help:
          help += effect;
          break;
        case Effect::dependency:
          share *= 1 + effect;
          break;
        case Effect::dependency_isr:
          isr *= 1 + effect;
          break;
        case Effect::attack_hazard:
          war.hazard *= std::max(0.0, 1 + effect);
          break;
      }
    }
    const double left = (1 - std::clamp(share, 0.0, 1.0)) * (1 - std::clamp(isr, 0.0, 1.0));
    const double usable = 1 - exposure.withheld * (1 - left);
    const double decisiveness = ladder_.premises.decisiveness;
    war.without = lost_at(now.own * (force * usable + help) + now.others, decisiveness);
    war.with = lost_at(now.own * (force + help) + now.others + now.guarantor, decisiveness);
    return war;
  }

 private:
  /// The share of the cost of defeat that was conceded already.
  [[nodiscard]] double conceded(Programmes stand) const {
    double share = 0;
    for (std::size_t x = 0; x < ladder_.rungs.size(); ++x)
      if (holds(stand, x) && ladder_.rungs[x].price == Price::concession)
        share += ladder_.premises.concession;
    return std::min(1.0, share);
  }

  [[nodiscard]] double cost(Programmes stand, Programmes running, double seen) const {
    const Premises& p = ladder_.premises;
    double sum = 0;
    for (std::size_t x = 0; x < ladder_.rungs.size(); ++x) {
      const Rung& rung = ladder_.rungs[x];
      if (holds(stand, x)) sum += rung.cost * (rung.whole_upkeep ? 1 : p.upkeep) + rung.sanction;
      if (!holds(running, x)) continue;
      sum += rung.cost + rung.sanction;
      // Paid once, spread over the years until it stands.
      const double years = std::max(1.0, std::ceil(rung.months / 12));
      if (rung.price == Price::concession)
        sum += std::min(1.0, 2 * seen * p.concession) * p.defeat_cost / years;
      if (rung.price == Price::autonomy) sum += p.autonomy * p.defeat_cost / years;
    }
    return sum;
  }

  const Ladder& ladder_;
  Stakes stakes_;
};

/// A ladder with what depends on sets worked out once.
class Years {
 public:
  Years(const Ladder& ladder, std::span<const Point> points)
      : ladder_(ladder), year_(ladder_), points_(points.begin(), points.end()) {
    const Programmes sets = Programmes{1} << ladder_.rungs.size();
    const Strengths now = strengths_of(ladder_.exposure, ladder_.premises.decisiveness);
    for (Programmes set = 0; set < sets; ++set) {
      wars_.push_back(year_.war(now, set));
      kept_.push_back(reliability_left(ladder_.rungs, set));
    }
  }
  Years(const Years&) = delete;  // The year points into the ladder.
  Years& operator=(const Years&) = delete;

  [[nodiscard]] solve::YearPayoff payoff(Programmes stand, Programmes running,
                                         std::size_t point) const {
    return year_.payoff(points_[point], wars_[stand], kept_[stand | running], stand, running);
  }

 private:
  Ladder ladder_;
  Year year_;
  std::vector<Point> points_;
  std::vector<War> wars_;     ///< [set of standing options]
  std::vector<double> kept_;  ///< [set of options begun]
};

}  // namespace

Point point_of(double at, double n0) {
  assert(at >= 0 && at <= 1 && n0 > 0);
  if (at <= 0 || at >= 1) return {at, at, at};
  return {at, solve::beta_quantile(at * n0, (1 - at) * n0, kLowEnd),
          solve::beta_quantile(at * n0, (1 - at) * n0, kHighEnd)};
}

double reliability_left(std::span<const Rung> rungs, Programmes begun) {
  double left = 1;
  for (std::size_t x = 0; x < rungs.size(); ++x)
    if (holds(begun, x)) left *= 1 - rungs[x].abandonment;
  return left;
}

solve::PlanProblem frame_of(const Ladder& ladder, int years) {
  solve::PlanProblem problem;
  for (const Rung& rung : ladder.rungs)
    problem.programmes.push_back(
        {.lead = std::clamp(static_cast<int>(std::ceil(rung.months / 12)), 1, solve::kMostYears),
         .builds_on = rung.builds_on,
         .cost = rung.cost});
  problem.years = years;
  problem.discount = ladder.premises.discount;
  problem.pessimism = ladder.premises.pessimism;
  double weight = 1;
  for (int t = 0; t < years; ++t, weight *= 1 + ladder.premises.threat_growth)
    problem.weight.push_back(weight);
  return problem;
}

solve::PlanProblem problem_of(const Ladder& ladder, std::span<const Point> points, int years) {
  solve::PlanProblem problem = frame_of(ladder, years);
  problem.beliefs = points.size();
  const auto all = std::make_shared<const Years>(ladder, points);
  problem.payoff = [all](Programmes stand, Programmes running, std::size_t point) {
    return all->payoff(stand, running, point);
  };
  return problem;
}

double attackers_chance(const Ladder& ladder, double belief, Programmes stand) {
  const War war = war_of(ladder, stand);
  const double theta = belief * reliability_left(ladder.rungs, stand);
  return theta * war.with + (1 - theta) * war.without;
}

solve::YearPayoff year_of(const Ladder& ladder, const War& war, const Point& belief,
                          Programmes stand, Programmes running) {
  return Year(ladder).payoff(belief, war, reliability_left(ladder.rungs, stand | running), stand,
                             running);
}

War war_of(const Ladder& ladder, Programmes stand) {
  return Year(ladder).war(strengths_of(ladder.exposure, ladder.premises.decisiveness), stand);
}

double attack_chance(const Ladder& ladder, const War& war, double theta, Programmes stand) {
  return Year(ladder).attack_chance(theta, war, stand);
}

Spill spill_of(const Ladder& ladder) {
  const Strengths now = strengths_of(ladder.exposure, ladder.premises.decisiveness);
  return {now.others / now.own, now.guarantor / now.own};
}

}  // namespace entente::actors::hedge
