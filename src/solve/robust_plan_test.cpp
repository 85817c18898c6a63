// Robust plans: the toy with its threshold, what ambiguity and lead times do, and every plan tried.
#include "solve/robust_plan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace entente::solve {
namespace {

/// One programme of three years at 1 a year; attack .1 a year, loss 10 unless the patron honours
/// (belief q) or the programme stands. Models of this project, V7.1.
PlanProblem toy(const std::vector<double>& beliefs, int lead = 3) {
  PlanProblem p;
  p.programmes = {{.lead = lead}};
  p.years = 10;
  p.beliefs = beliefs.size();
  p.payoff = [beliefs](Programmes stand, Programmes running, std::size_t b) {
    const double loss = stand != 0 ? 0.0 : 0.1 * 10 * (1 - beliefs[b]);
    return YearPayoff{loss, loss, running != 0 ? 1.0 : 0.0};
  };
  return p;
}

/// The belief below which something is begun at once, by bisection.
template <class Make>
double threshold(const Make& make) {
  double low = 0, high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (robust_plan(make(middle)).begins.front() != 0 ? low : high) = middle;
  }
  return low;
}

TEST(RobustPlan, HasTheValuesAndTheThresholdOfTheToy) {
  const RobustPlan plan = robust_plan(toy({0.4, 0.5, 0.3}));
  EXPECT_NEAR(plan.value[0], -4.564, 1e-6);
  EXPECT_NEAR(plan.value[1], -4.0126, 5e-5);
  EXPECT_NEAR(plan.value[1], -0.5 * (1 - std::pow(0.95, 10)) / 0.05, 1e-12);
  EXPECT_NEAR(plan.value[2], -4.84925, 1e-6);
  std::vector<std::vector<Programmes>> begun(3);
  for (std::size_t t = 0; t < 10; ++t)
    for (std::size_t b = 0; b < 3; ++b) begun[b].push_back(plan.waited_begins[t * 3 + b]);
  EXPECT_EQ(begun[0], (std::vector<Programmes>{1, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(begun[1], std::vector<Programmes>(10, 0));
  EXPECT_EQ(begun[2], (std::vector<Programmes>{1, 1, 0, 0, 0, 0, 0, 0, 0, 0}));
  const double q = threshold([](double belief) { return toy({belief}); });
  EXPECT_NEAR(q, 0.448554, 1e-6);
  double early = 0, late = 0;
  for (int t = 0; t < 10; ++t) (t < 3 ? early : late) += std::pow(0.95, t);
  EXPECT_NEAR(q, 1 - early / late, 1e-9);
}

/// The toy where the belief is an interval.
PlanProblem doubted(double low, double high, double pessimism) {
  PlanProblem p = toy({0});
  p.pessimism = pessimism;
  p.payoff = [=](Programmes stand, Programmes running, std::size_t) {
    const double scale = stand != 0 ? 0.0 : 1.0;
    return YearPayoff{scale * (1 - low), scale * (1 - high), running != 0 ? 1.0 : 0.0};
  };
  return p;
}

TEST(RobustPlan, ThresholdRisesWithPessimism) {
  double before = 0;
  for (const double alpha : {0.0, 0.25, 0.5, 0.7, 0.85, 1.0}) {
    const double q = threshold([&](double belief) {
      return doubted(std::max(0.0, belief - 0.2), std::min(1.0, belief + 0.2), alpha);
    });
    EXPECT_GE(q, before - 1e-9) << alpha;
    before = q;
  }
  EXPECT_NEAR(before, 0.648554, 1e-6) << "the worst end decides alone";
}

TEST(RobustPlan, OfOnePointIsTheStandardOne) {
  for (const double alpha : {0.0, 0.5, 1.0})
    EXPECT_NEAR(threshold([&](double q) { return doubted(q, q, alpha); }), 0.448554, 1e-6);
}

TEST(RobustPlan, BeginsNoLaterWhenTheLeadIsLonger) {
  int before = 100;
  for (int lead = 1; lead <= 8; ++lead) {
    PlanProblem p = toy({0.2}, lead);
    p.years = 15;
    p.weight.assign(15, 5.0);
    std::fill_n(p.weight.begin(), 8, 0.0);  // The threat comes in the ninth year.
    p.payoff = [](Programmes stand, Programmes running, std::size_t) {
      const double loss = stand != 0 ? 0.0 : 0.8;
      return YearPayoff{loss, loss, (stand | running) != 0 ? 0.2 : 0.0};
    };
    const RobustPlan plan = robust_plan(p);
    const auto first = std::ranges::find_if(plan.begins, [](Programmes x) { return x != 0; });
    ASSERT_NE(first, plan.begins.end()) << lead;
    const int year = static_cast<int>(first - plan.begins.begin());
    EXPECT_EQ(year, 8 - lead) << "in time, and not before";
    EXPECT_LE(year, before);
    before = year;
  }
}

/// A problem of few programmes with a payoff by table; standing helps, being in progress never
/// does.
PlanProblem drawn() {
  const auto number = [](int low, int high) { return *rc::gen::inRange(low, high + 1); };
  PlanProblem p;
  const auto n = static_cast<std::size_t>(number(1, 3));
  for (std::size_t x = 0; x < n; ++x)
    p.programmes.push_back({number(1, 3), x > 0 ? number(-1, static_cast<int>(x) - 1) : -1,
                            static_cast<double>(number(0, 4))});
  p.years = number(1, 5);
  p.at_once = number(1, 3);
  p.discount = number(50, 100) / 100.0;
  p.pessimism = number(0, 10) / 10.0;
  p.open = static_cast<Programmes>(number(0, 7));
  if (number(0, 1) == 1) p.budget = number(0, 8);
  p.beliefs = static_cast<std::size_t>(number(1, 3));
  for (int t = 0; t < p.years; ++t) p.weight.push_back(number(0, 20) / 10.0);
  std::vector<double> spared(n), drop(n);
  for (double& one : spared) one = number(0, 90) / 100.0;
  for (double& one : drop) one = number(0, 30) / 100.0;
  const std::vector<Programme> programmes = p.programmes;
  p.payoff = [=](Programmes stand, Programmes running, std::size_t b) {
    YearPayoff year{3.0 + static_cast<double>(b), 2.0, 0};
    for (std::size_t x = 0; x < n; ++x) {
      const Programmes one = Programmes{1} << x;
      if ((stand & one) != 0) year.loss_low *= 1 - spared[x];
      if ((stand & one) != 0) year.loss_high *= 1 - spared[x] / 2;
      if (((stand | running) & one) != 0) year.loss_low += drop[x];
      if (((stand | running) & one) != 0) year.cost += programmes[x].cost / 10;
    }
    return year;
  };
  return p;
}

/// Every plan tried by recursion: what is begun each year, and which programmes in progress are
/// abandoned for good.
class Plainly {
 public:
  Plainly(const PlanProblem& problem, std::size_t belief) : p_(problem), belief_(belief) {}

  double best(int year, std::vector<int> left, Programmes stand, Programmes gone) const {
    if (year == p_.years) return 0;
    double found = -1e300;
    const Programmes all = (Programmes{1} << p_.programmes.size()) - 1;
    Programmes running = 0;
    for (std::size_t x = 0; x < left.size(); ++x)
      if (left[x] > 0) running |= Programmes{1} << x;
    for (Programmes dropped = 0; dropped <= all; ++dropped)
      for (Programmes begins = 0; begins <= all; ++begins) {
        if ((dropped & ~running) != 0 || (begins & (running | stand | gone | ~p_.open)) != 0)
          continue;
        if (begins != 0 && !allowed((running & ~dropped) | begins, stand)) continue;
        found = std::max(found, after(year, left, stand, gone, dropped, begins));
      }
    return found;
  }

 private:
  bool allowed(Programmes running, Programmes stand) const {
    double cost = 0;
    for (std::size_t x = 0; x < p_.programmes.size(); ++x)
      if (((running | stand) >> x & 1) != 0) cost += p_.programmes[x].cost;
    return std::popcount(running) <= p_.at_once && cost <= p_.budget;
  }

  double after(int year, std::vector<int> left, Programmes stand, Programmes gone,
               Programmes dropped, Programmes begins) const {
    Programmes running = 0;
    for (std::size_t x = 0; x < left.size(); ++x) {
      if ((dropped >> x & 1) != 0) left[x] = 0;
      if ((begins >> x & 1) != 0) left[x] = lead_where(p_, x, stand);
      if (left[x] > 0) running |= Programmes{1} << x;
    }
    const YearPayoff y = p_.payoff(stand, running, belief_);
    const double weight = p_.weight[static_cast<std::size_t>(year)];
    const double worse = std::min(-weight * y.loss_low, -weight * y.loss_high) - y.cost;
    const double better = std::max(-weight * y.loss_low, -weight * y.loss_high) - y.cost;
    for (std::size_t x = 0; x < left.size(); ++x)
      if (left[x] > 0 && --left[x] == 0) stand |= Programmes{1} << x;
    return p_.pessimism * worse + (1 - p_.pessimism) * better +
           p_.discount * best(year + 1, std::move(left), stand, gone | dropped);
  }

  const PlanProblem& p_;
  std::size_t belief_;
};

RC_GTEST_PROP(RobustPlan, IsTheBestOfAllPlansAlsoOfThoseThatAbandon, ()) {
  const PlanProblem p = drawn();
  const RobustPlan plan = robust_plan(p);
  for (std::size_t b = 0; b < p.beliefs; ++b) {
    const double best =
        Plainly(p, b).best(0, std::vector<int>(p.programmes.size(), 0), 0, Programmes{0});
    RC_ASSERT(std::abs(plan.value[b] - best) < 1e-9);
    std::vector<Programmes> begins;
    for (std::size_t t = 0; t < static_cast<std::size_t>(p.years); ++t)
      begins.push_back(plan.begins[t * p.beliefs + b]);
    RC_ASSERT(std::abs(value_of(p, begins)[b] - best) < 1e-9);
    double before = plan.value[b];
    for (int wait = 0; wait <= p.years; ++wait) {
      const double later = value_if_put_off(p, plan, wait)[b];
      RC_ASSERT(later <= before + 1e-9);
      before = later;
    }
  }
}

RC_GTEST_PROP(RobustPlan, IsWorthNoMoreToWhoeverFearsMore, ()) {
  PlanProblem p = drawn();
  const std::vector<double> before = robust_plan(p).value;
  p.pessimism = std::min(1.0, p.pessimism + *rc::gen::inRange(0, 11) / 10.0);
  const std::vector<double> after = robust_plan(p).value;
  for (std::size_t b = 0; b < p.beliefs; ++b) RC_ASSERT(after[b] <= before[b] + 1e-9);
  const auto twice = p.payoff;
  p.payoff = [twice](Programmes stand, Programmes running, std::size_t b) {
    YearPayoff year = twice(stand, running, b);
    year.loss_high = year.loss_low;
    return year;
  };
  const std::vector<double> known = robust_plan(p).value;
  p.pessimism = *rc::gen::inRange(0, 11) / 10.0;
  const std::vector<double> again = robust_plan(p).value;
  for (std::size_t b = 0; b < p.beliefs; ++b) RC_ASSERT(std::abs(again[b] - known[b]) < 1e-9);
}

TEST(RobustPlan, CountsAHeadStartAndWhatIsInProgress) {
  PlanProblem p = toy({0.0});
  p.programmes = {{.lead = 2}, {.lead = 5, .builds_on = 0}};
  EXPECT_EQ(lead_where(p, 1, 0), 5);
  EXPECT_EQ(lead_where(p, 1, 1), 3);
  p.left = {1, 0};
  p.payoff = [](Programmes stand, Programmes, std::size_t) {
    const double loss = stand == 3 ? 0.0 : 1.0;
    return YearPayoff{loss, loss, 0};
  };
  const RobustPlan plan = robust_plan(p);
  EXPECT_EQ(plan.begins[1], 2u) << "waits a year for the head start: stands after four, not five";
  double value = 0;
  for (int t = 0; t < 4; ++t) value -= std::pow(0.95, t);
  EXPECT_NEAR(plan.value[0], value, 1e-12);
}

}  // namespace
}  // namespace entente::solve
