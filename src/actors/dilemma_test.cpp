#include "actors/dilemma.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente::actors {
namespace {

TEST(AllianceDilemma, FearsMeetWhereTheirMarginsDo) {
  const Dilemma one{.reliability = 0.6,
                    .loyalty_returns = 0.5,
                    .dependence = 0.25,
                    .loss_abandoned = 0.8,
                    .loss_entrapped = 0.4,
                    .partner_wars = 0.1};
  EXPECT_NEAR(balanced_commitment(one), 0.04 / 0.08, 1e-12);
}

TEST(AllianceDilemma, Corners) {
  const Dilemma safe{.reliability = 1,
                     .loyalty_returns = 1,
                     .dependence = 1,
                     .loss_abandoned = 1,
                     .loss_entrapped = 1,
                     .partner_wars = 0.5};
  EXPECT_DOUBLE_EQ(balanced_commitment(safe), 0);
  Dilemma alone = safe;
  alone.reliability = 0;
  alone.partner_wars = 0;
  EXPECT_DOUBLE_EQ(balanced_commitment(alone), 1);
}

TEST(AllianceDilemma, AlternativesLowerDependence) {
  EXPECT_DOUBLE_EQ(dependence(0.6, 0), 0.6);
  EXPECT_DOUBLE_EQ(dependence(0.6, 1), 0.3);
  EXPECT_DOUBLE_EQ(dependence(0, 0), 0);
}

RC_GTEST_PROP(AllianceDilemmaLaw, NoOtherCommitmentIsWorthMore, ()) {
  const auto any = [] { return *rc::gen::inRange(0, 1001) / 1000.0; };
  const Dilemma one{any(), any(), any(), any(), any(), any()};
  RC_ASSERT(dilemma_value(one, balanced_commitment(one)) >= dilemma_value(one, any()) - 1e-12);
}

}  // namespace
}  // namespace entente::actors
