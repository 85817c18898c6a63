#include "campaign/arsenal/line.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace entente::campaign {
namespace {

double all(const std::vector<double>& rounds) {
  return std::accumulate(rounds.begin(), rounds.end(), 0.0);
}

TEST(Line, WithoutPlansItGoesOnAsItDoes) {
  Line line;
  line.output = 7;
  line.lead_days = 300;
  for (const double day : deliveries(line, {}, 50)) EXPECT_DOUBLE_EQ(day, 7);
}

TEST(Line, APlanIsNearlyReachedOnItsDay) {
  Line line;
  line.output = 10;
  line.target = 30;
  line.target_days = 300;
  EXPECT_DOUBLE_EQ(planned_output(line, 0), 10);
  EXPECT_NEAR(planned_output(line, 300), 30 - 20 * std::exp(-3.0), 1e-12);
  // cap' = (target - cap) / tau, by differences.
  const double slope = (planned_output(line, 100.001) - planned_output(line, 99.999)) / 0.002;
  EXPECT_NEAR(slope, (30 - planned_output(line, 100)) / 100, 1e-6);
  line.target = 5;
  EXPECT_DOUBLE_EQ(planned_output(line, 300), 10) << "no plan to make less";
}

TEST(Line, ShiftsBeginLateAndGrowTowardsTheirFactor) {
  Line line;
  line.output = 10;
  line.lead_days = 1000;
  Surge surge{2.5, 100, 20, 10, 0};
  const auto rounds = deliveries(line, surge, 400);
  EXPECT_DOUBLE_EQ(rounds[99], 10);
  EXPECT_NEAR(rounds[119], 10 * (1 + 1.5 * (1 - std::exp(-19.5 / 20))), 1e-9);
  EXPECT_NEAR(rounds[399], 25, 1e-3);
  line.lead_days = 30;  // A line that delivers within a month need not wait a quarter.
  EXPECT_GT(deliveries(line, surge, 40)[39], 10);
}

TEST(Line, TheScarcestComponentBindsAtOnceAndInSurge) {
  Line line;
  line.output = 40000;
  line.lead_days = 1000;
  line.component = 18000;  // Charges for less than half of the bodies.
  Surge surge{2.5, 0, 1, 1.25, 0};
  for (const double day : deliveries(line, {}, 5)) EXPECT_DOUBLE_EQ(day, 18000);
  EXPECT_DOUBLE_EQ(full_output(line, surge, 0), 18000);
  line.component = std::numeric_limits<double>::infinity();
  EXPECT_DOUBLE_EQ(full_output(line, surge, 0), 50000) << "headroom, not shifts";
  EXPECT_NEAR(deliveries(line, surge, 200).back(), 50000, 1);
}

TEST(Line, ShiftsBringForwardNoMoreThanIsOrdered) {
  Line line;
  line.output = 10;
  line.lead_days = 60;
  const Surge surge{3, 0, 1, 100, 0};
  const auto rounds = deliveries(line, surge, 300);
  double delivered = 0;
  for (std::size_t day = 0; day < rounds.size(); ++day) {
    delivered += rounds[day];
    EXPECT_LE(delivered, 10 * (static_cast<double>(day) + 1 + 60) + 1e-9);
  }
  EXPECT_NEAR(rounds.back(), 10, 1e-9) << "the pipeline is empty, orders go on";
  EXPECT_NEAR(all(rounds), 10 * 360, 1e-9);
}

TEST(Line, WhatIsOrderedNowComesAfterTheLeadTime) {
  Line line;
  line.output = 10;
  line.lead_days = 60;
  Surge surge{3, 0, 1, 100, 0};
  const auto before = deliveries(line, surge, 300);
  surge.extra_rounds = 500;
  const auto after = deliveries(line, surge, 300);
  for (std::size_t day = 0; day < 60; ++day) EXPECT_DOUBLE_EQ(after[day], before[day]);
  EXPECT_NEAR(all(after) - all(before), 500, 1e-9);
  line.lead_days = 400;
  surge.extra_rounds = 0;
  const double none = all(deliveries(line, surge, 300));
  surge.extra_rounds = 500;
  EXPECT_DOUBLE_EQ(all(deliveries(line, surge, 300)), none) << "not within the days looked at";
}

}  // namespace
}  // namespace entente::campaign
