// Who keeps its word in a draw, and what a supplier that stops leaves of a force.
#include "campaign/honour_draw.h"

#include <gtest/gtest.h>

#include <cmath>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::laid_out;
using test::reference_laid;
using test::reformed;

constexpr int kDraws = 4000;

std::size_t at(const Laid& laid, const std::string& owner, const std::string& place) {
  return laid.owner(owner) * laid.situation.places.size() + laid.place(place);
}

TEST(Honour, KeptSendsAllThatPromisedAndTheExpectedShareOfOthers) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  const Kept kept = laid.kept();
  int ad_hoc = 0;
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    for (std::size_t c = 0; c < s.places.size(); ++c) {
      const Helper* helper = s.owners[o].roles[c].helper;
      const double comes = kept.comes[o * s.places.size() + c];
      if (helper == nullptr) {
        EXPECT_EQ(comes, 0);
      } else {
        EXPECT_EQ(comes, helper->ad_hoc() ? 0.2 : 1) << s.owners[o].name;
        ad_hoc += helper->ad_hoc();
      }
    }
  EXPECT_GT(ad_hoc, 0);
  for (const double one : kept.supplies) EXPECT_EQ(one, 1);
}

TEST(Honour, ExpectedIsTheReliability) {
  const Laid& laid = reference_laid();
  const Kept kept = laid.kept(Honour::expected);
  EXPECT_EQ(kept.comes.size(), laid.numbers.theta.size());
  for (std::size_t i = 0; i < kept.comes.size(); ++i)
    EXPECT_NEAR(kept.comes[i], laid.numbers.theta[i], 1e-12);
  for (const double one : kept.supplies) EXPECT_GE(one, 0.9 - 1e-12);
}

TEST(Honour, TheSameDrawGivesTheSameAnswer) {
  const Laid& laid = reference_laid();
  EXPECT_EQ(laid.kept(Honour::drawn, 3).comes, laid.kept(Honour::drawn, 3).comes);
  EXPECT_EQ(laid.kept(Honour::drawn, 3).supplies, laid.kept(Honour::drawn, 3).supplies);
  EXPECT_NE(laid.kept(Honour::drawn, 3).comes, laid.kept(Honour::drawn, 4).comes);
}

/// A scenario with a further state, a further contingency and a further promise.
TEST(Honour, NewNamesMoveNoDrawOfOthers) {
  const Laid& laid = reference_laid();
  const auto more = laid_out(reformed(R"([scenario]
name = "more"
[[state]]
id = "aaland"
forces = { heavy_brigade = 2 }
[[state]]
id = "aland_coast"
[[commitment]]
promisor = "aaland"
beneficiary = "UKR"
kind = "fight"
[[commitment]]
promisor = "USA"
beneficiary = "aland_coast"
kind = "fight"
[[contingency]]
id = "aa_coast"
event = "RUS attacks aland_coast"
demand = [{ element = "heavy_brigade", day = 0, amount = 1 }]
)"));
  ASSERT_NE(more, nullptr);
  ASSERT_EQ(more->situation.owners.size(), laid.situation.owners.size() + 1);
  ASSERT_EQ(more->situation.places.size(), laid.situation.places.size() + 1);
  for (std::uint64_t draw = 0; draw < 50; ++draw) {
    const Kept one = laid.kept(Honour::drawn, draw), other = more->kept(Honour::drawn, draw);
    for (const OwnerCase& owner : laid.situation.owners)
      for (const PlaceCase& place : laid.situation.places)
        EXPECT_EQ(one.comes[at(laid, owner.name, place.name)],
                  other.comes[at(*more, owner.name, place.name)])
            << owner.name << " " << place.name;
    for (std::size_t i = 0; i < laid.situation.suppliers.size(); ++i)
      for (std::size_t c = 0; c < laid.situation.places.size(); ++c) {
        const auto j = static_cast<std::size_t>(
            std::ranges::find(more->situation.suppliers, laid.situation.suppliers[i]) -
            more->situation.suppliers.begin());
        EXPECT_EQ(one.supplies[i * laid.situation.places.size() + c],
                  other.supplies[j * more->situation.places.size() +
                                 more->place(laid.situation.places[c].name)]);
      }
  }
}

struct Frequencies {
  std::vector<double> comes, supplies;  ///< Shares of draws.
  double both = 0;                      ///< Of draws in which two given answers are both yes.
};

Frequencies frequencies(const Laid& laid, std::size_t first, std::size_t second) {
  Frequencies found;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const Kept kept = laid.kept(Honour::drawn, draw);
    found.comes.resize(kept.comes.size());
    found.supplies.resize(kept.supplies.size());
    for (std::size_t i = 0; i < kept.comes.size(); ++i) found.comes[i] += kept.comes[i] / kDraws;
    for (std::size_t i = 0; i < kept.supplies.size(); ++i)
      found.supplies[i] += kept.supplies[i] / kDraws;
    found.both += kept.comes[first] * kept.comes[second] / kDraws;
  }
  return found;
}

/// Five standard errors of a share: one of hundreds strays so far in a million samples.
double allowed(double theta) { return 5 * std::sqrt(theta * (1 - theta) / kDraws) + 1e-12; }

TEST(Honour, MarginalsAreTheReliabilitiesAndOnePromisorsAnswersHangTogether) {
  const Laid& laid = reference_laid();
  const std::size_t baltic = at(laid, "USA", "baltic"), taiwan = at(laid, "USA", "taiwan");
  const Frequencies found = frequencies(laid, baltic, taiwan);
  for (std::size_t i = 0; i < found.comes.size(); ++i)
    EXPECT_NEAR(found.comes[i], laid.numbers.theta[i], allowed(laid.numbers.theta[i]));
  const double a = laid.numbers.theta[baltic], b = laid.numbers.theta[taiwan];
  const double correlation = (found.both - a * b) / std::sqrt(a * (1 - a) * b * (1 - b));
  EXPECT_GT(correlation, 0.08);  // Probits with rho .3: about .15 between these answers.
  EXPECT_LT(correlation, 0.3);
  const auto usa = static_cast<std::size_t>(std::ranges::find(laid.situation.suppliers, "USA") -
                                            laid.situation.suppliers.begin());
  ASSERT_LT(usa, laid.situation.suppliers.size());
  for (std::size_t c = 0; c < laid.situation.places.size(); ++c) {
    const double theta =
        std::max(0.9, laid.numbers.theta[laid.owner("USA") * laid.situation.places.size() + c]);
    EXPECT_NEAR(found.supplies[usa * laid.situation.places.size() + c], theta, allowed(theta));
  }
}

TEST(Honour, PromisorsDoNotHangTogether) {
  const Laid& laid = reference_laid();
  const std::size_t us = at(laid, "USA", "baltic"), germany = at(laid, "DEU", "baltic");
  const Frequencies found = frequencies(laid, us, germany);
  const double a = laid.numbers.theta[us], b = laid.numbers.theta[germany];
  EXPECT_NEAR((found.both - a * b) / std::sqrt(a * (1 - a) * b * (1 - b)), 0,
              5 / std::sqrt(double{kDraws}));
}

TEST(Honour, ASupplierThatComesToFightNeedNotSupplyInTheSameDraw) {
  // Support is a draw of its own with the common factor of the supplier.
  const Laid& laid = reference_laid();
  const std::size_t comes = at(laid, "USA", "baltic");
  const auto usa = static_cast<std::size_t>(std::ranges::find(laid.situation.suppliers, "USA") -
                                            laid.situation.suppliers.begin());
  const std::size_t supplies = usa * laid.situation.places.size() + laid.place("baltic");
  int only_comes = 0, only_supplies = 0;
  for (std::uint64_t draw = 0; draw < 500; ++draw) {
    const Kept kept = laid.kept(Honour::drawn, draw);
    only_comes += kept.comes[comes] == 1 && kept.supplies[supplies] == 0;
    only_supplies += kept.comes[comes] == 0 && kept.supplies[supplies] == 1;
  }
  EXPECT_GT(only_comes, 0);
  EXPECT_GT(only_supplies, 0);
}

/// One user with two elements; the first needs a supplier, in the first of two places only.
struct Dependent {
  Situation situation;
  Numbers numbers;
  Kept kept;

  explicit Dependent(bool hard, double share, double lapse_days) {
    situation.elements.resize(2);
    situation.places.resize(2);
    situation.suppliers = {"supplier"};
    situation.days = {0, 3, 10, 30, 60};
    HoldCase hold;
    hold.hard = hard;
    hold.linked = {true, false};
    situation.holds = {hold};
    situation.hold_of = {0, 1, 1};
    numbers.hold_share = {share};
    numbers.lapse_days = {lapse_days};
    kept.supplies = {0, 0};
  }
};

TEST(Usable, AHardSwitchWorksFromTheFirstDay) {
  const Dependent one(true, 0.8, 90);
  for (const double share : usable(one.situation, one.numbers, one.kept, 0, 0, 0))
    EXPECT_NEAR(share, 0.2, 1e-15);
}

TEST(Usable, AServiceThatLapsesFadesByItsDays) {
  const Dependent one(false, 0.8, 90);
  const auto shares = usable(one.situation, one.numbers, one.kept, 0, 0, 0);
  for (std::size_t t = 0; t < shares.size(); ++t)
    EXPECT_NEAR(shares[t], 1 - 0.8 * (1 - std::exp(-one.situation.days[t] / 90.0)), 1e-15);
  EXPECT_EQ(shares[0], 1);
}

TEST(Usable, OnlyWhatIsHeldAndOnlyWhereTheSupplierIsBound) {
  const Dependent one(true, 0.8, 90);
  for (const double share : usable(one.situation, one.numbers, one.kept, 0, 1, 0))
    EXPECT_EQ(share, 1);
  for (const double share : usable(one.situation, one.numbers, one.kept, 0, 0, 1))
    EXPECT_EQ(share, 1);
}

TEST(Usable, ASupplierThatGoesOnTakesNothing) {
  Dependent one(true, 0.8, 90);
  one.kept.supplies = {1, 1};
  for (const double share : usable(one.situation, one.numbers, one.kept, 0, 0, 0))
    EXPECT_EQ(share, 1);
}

TEST(Usable, SeveralHoldsCombineByProduct) {
  Dependent one(true, 0.8, 90);
  one.situation.holds.push_back(one.situation.holds.front());
  one.situation.hold_of = {0, 2, 2};
  one.numbers.hold_share = {0.8, 0.5};
  one.numbers.lapse_days = {90, 90};
  EXPECT_NEAR(usable(one.situation, one.numbers, one.kept, 0, 0, 0)[0], 0.1, 1e-15);
}

TEST(Usable, ServicesOfOneSupplierAreWithheldTogether) {
  Dependent one(true, 0.8, 90);
  one.situation.holds.push_back(one.situation.holds.front());
  one.situation.hold_of = {0, 2, 2};
  one.numbers.hold_share = {0.8, 0.5};
  one.numbers.lapse_days = {90, 90};
  one.kept.supplies = {0.5, 0.5};  // 1 - .5 (1 - .2 x .5), not (1 - .4) (1 - .25).
  EXPECT_NEAR(usable(one.situation, one.numbers, one.kept, 0, 0, 0)[0], 0.55, 1e-15);
}

TEST(Usable, WhatIsCutIsWithheldWhateverIsDrawn) {
  Dependent one(true, 0.8, 90);
  one.kept.supplies = {1, 1};
  one.numbers.cut = {1};
  for (const std::size_t place : {0u, 1u}) {  // In the second no promise links the supplier.
    const auto shares = usable(one.situation, one.numbers, one.kept, 0, 0, place);
    for (std::size_t t = 0; t < shares.size(); ++t)
      EXPECT_NEAR(shares[t], 1 - 0.8 * (1 - std::exp(-one.situation.days[t] / 90.0)), 1e-15)
          << "by its days alone";
  }
  one.numbers.lapse_days = {0};
  EXPECT_NEAR(usable(one.situation, one.numbers, one.kept, 0, 0, 0)[0], 0.2, 1e-15);
}

TEST(Usable, WhatIsLeftOfASupplierFollowsTheDrawWhereOneServiceIsCut) {
  Dependent one(true, 0.8, 90);
  one.situation.holds.push_back(one.situation.holds.front());
  one.situation.hold_of = {0, 2, 2};
  one.numbers.hold_share = {0.8, 0.5};
  one.numbers.lapse_days = {0, 0};
  one.numbers.cut = {1, 0};
  one.kept.supplies = {0.5, 0.5};
  EXPECT_NEAR(usable(one.situation, one.numbers, one.kept, 0, 0, 0)[0], 0.2 * 0.75, 1e-15);
}

TEST(Usable, TankersAndLiftAreElementsAndNoServices) {
  std::size_t services = 0;
  for (const world::Dependency& row : test::reference().world.dependencies) {
    const std::string& service = test::reference().world.symbols.name(row.service);
    services += service != "tanker" && service != "lift" &&
                test::reference().world.symbols.name(row.element) != world::kNuclearForces;
  }
  EXPECT_EQ(reference_laid().situation.holds.size(), services);
  EXPECT_LT(services, test::reference().world.dependencies.size());
}

}  // namespace
}  // namespace entente::campaign
