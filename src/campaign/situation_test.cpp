// Who may come, what arrives when, and what stays at home.
#include "campaign/situation.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::laid_out;
using test::reference;
using test::reference_laid;
using test::reformed;
using world::Duty;

bool has_pool_of(const Laid& laid, const Problem& p, const std::string& state) {
  return std::ranges::any_of(p.limits, [&](const Limit& limit) {
    const PoolCase& pool = laid.situation.pools[static_cast<std::size_t>(limit.pool)];
    return laid.situation.owners[static_cast<std::size_t>(pool.owner)].name == state;
  });
}

TEST(Situation, PeriodsFillTheHorizon) {
  const Situation& s = reference_laid().situation;
  EXPECT_EQ(s.days, (std::vector{0, 3, 10, 30, 60}));
  EXPECT_EQ(s.share.size(), s.periods());
  EXPECT_NEAR(std::accumulate(s.share.begin(), s.share.end(), 0.0), 1, 1e-15);
  EXPECT_EQ(s.counted, 14);
}

/// Element weights are such that what all contingencies ask adds up to 1 an element.
TEST(Situation, ElementsCountAlike) {
  const Laid& laid = reference_laid();
  std::vector<int> all(laid.situation.places.size());
  std::iota(all.begin(), all.end(), 0);
  for (std::size_t k = 0; k < laid.situation.elements.size(); ++k)
    EXPECT_NEAR(laid.problem(all, static_cast<int>(k)).required(), 1, 1e-12)
        << laid.situation.element_names[k];
}

TEST(Situation, NothingCountsBeforeItIsThere) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  std::size_t seen = 0;
  for (int c = 0; c < static_cast<int>(s.places.size()); ++c)
    for (std::size_t k = 0; k < s.elements.size(); ++k) {
      const Problem p = laid.problem({c}, static_cast<int>(k));
      for (const Slot& slot : p.slots) {
        const auto row =
            static_cast<std::size_t>(slot.pool) * s.places.size() + static_cast<std::size_t>(c);
        const double there = std::max(0.0, laid.numbers.days[row] - 5);
        EXPECT_GE(s.days[slot.first], there);
        if (slot.first > 0) {
          EXPECT_LT(s.days[slot.first - 1], there);
        }
        for (std::size_t t = 0; t < slot.first; ++t) EXPECT_EQ(slot.cap[t], 0);
        EXPECT_GT(slot.cap.back(), 0);
        ++seen;
      }
    }
  EXPECT_GT(seen, 1000u);
}

/// A guard with a base of its own choosing, days away from the client.
std::string guard(const std::string& more) {
  return R"([scenario]
name = "guard"
empty = true
sets = [["t"]]
[element_weights]
brigade = 1
[[state]]
id = "guard"
[[state]]
id = "client"
[[state]]
id = "raider"
[[commitment]]
promisor = "guard"
beneficiary = "client"
kind = "fight"
[[contingency]]
id = "t"
event = "raider attacks client"
demand = [{ element = "brigade", day = 0, amount = 9 }]
[[pool]]
owner = "guard"
base = "barracks"
element = "brigade"
amount = 8
)" + more;
}

TEST(Situation, WarningSetsForcesOutEarlier) {
  const auto laid =
      laid_out(reformed(guard("[[deploy]]\npool = \"guard/barracks\"\ncontingency = \"t\"\n"
                              "days = 12\n")));
  ASSERT_NE(laid, nullptr);
  const auto shortage = [&](double warning) {
    laid->premises.campaign.warning_days = warning;
    laid->numbers = laid->world({});
    return allocate(laid->problem({0}, laid->element("brigade")), laid->situation).shortage;
  };
  // Periods begin on days 0, 3, 10, 30 and 60.
  EXPECT_EQ(shortage(0), (std::vector<double>{9, 9, 9, 1, 1}));
  EXPECT_EQ(shortage(5), (std::vector<double>{9, 9, 1, 1, 1}));
  EXPECT_EQ(shortage(12), (std::vector<double>{1, 1, 1, 1, 1}));
  EXPECT_EQ(shortage(30), (std::vector<double>{1, 1, 1, 1, 1}));
}

TEST(Situation, SomeStayAtHome) {
  const auto laid = laid_out(reformed(guard("home_defence = 0.25\nready = 0.5\n")));
  ASSERT_NE(laid, nullptr);
  const Problem p = laid->problem({0}, laid->element("brigade"));
  ASSERT_EQ(p.slots.size(), 1u);
  EXPECT_DOUBLE_EQ(p.slots[0].cap[0], 8 * 0.5 * 0.75);
  EXPECT_DOUBLE_EQ(p.limits[0].all[0], 8 * 0.5);
  EXPECT_DOUBLE_EQ(p.limits[0].away[0], 8 * 0.5 * 0.75);
}

TEST(Situation, ForwardForcesAreFreeInTheirOwnTheatreOnly) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  const std::vector<double> comes = laid.kept().comes;
  int forward_inside = 0, home_inside = 0, forward_outside = 0;
  for (std::size_t c = 0; c < s.places.size(); ++c)
    for (std::size_t k = 0; k < s.elements.size(); ++k) {
      const Problem p = laid.problem({static_cast<int>(c)}, static_cast<int>(k));
      for (const Slot& slot : p.slots) {
        const auto pool = static_cast<std::size_t>(slot.pool);
        const PoolCase& one = s.pools[pool];
        const std::size_t row = pool * s.places.size() + c, last = s.periods() - 1;
        const std::size_t pair = static_cast<std::size_t>(one.owner) * s.places.size() + c;
        const double share = comes[pair] * laid.numbers.share[pair * s.elements.size() + k];
        const double sent = slot.unit[last] / laid.numbers.ready[row * s.periods() + last] / share;
        const bool free = !one.home && one.reach[c].inside;
        EXPECT_NEAR(sent, free ? 1 : 1 - laid.numbers.home_defence[pool], 1e-12) << one.name;
        if (laid.numbers.home_defence[pool] == 0) continue;
        forward_inside += free;
        home_inside += one.home && one.reach[c].inside;
        forward_outside += !one.home && !one.reach[c].inside;
      }
    }
  EXPECT_GT(forward_inside, 0);
  EXPECT_GT(home_inside, 0);
  EXPECT_GT(forward_outside, 0);
}

TEST(Situation, SetsOfEquipmentSplitAPoolWithoutAddingToIt) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  double units = 0, low = 0;
  int parts = 0;
  for (std::size_t p = 0; p < s.pools.size(); ++p) {
    if (!s.pools[p].name.starts_with("us_east") ||
        s.pools[p].element != laid.element("heavy_brigade"))
      continue;
    ++parts;
    units += laid.numbers.amount[p];
    low += s.pools[p].amount.range.low;
    EXPECT_EQ(s.pools[p].amount.key,
              s.pools[laid.pool("USA", "us_east", "heavy_brigade")].amount.key);
  }
  EXPECT_EQ(parts, 4);  // Three sets and the rest.
  EXPECT_NEAR(units, 16, 1e-12);
  EXPECT_NEAR(low, 13.6, 1e-12);
  const std::size_t sets = laid.pool("USA", "us_east.sets_baltic", "heavy_brigade"),
                    rest = laid.pool("USA", "us_east", "heavy_brigade");
  ASSERT_LT(sets, s.pools.size());
  EXPECT_NEAR(laid.numbers.amount[sets], 2, 1e-12);
  const auto days = [&](std::size_t pool, const char* place) {
    return laid.numbers.days[pool * s.places.size() + laid.place(place)];
  };
  EXPECT_EQ(days(sets, "baltic"), 13);
  EXPECT_EQ(days(rest, "baltic"), 32.9);
  EXPECT_EQ(days(sets, "taiwan"), days(rest, "taiwan"));
}

TEST(Situation, ReadinessOfTheMostSpecificClass) {
  const Laid& laid = reference_laid();
  const auto curve = [&](const char* owner, const char* base, const char* element,
                         const char* place) {
    const std::size_t pool = laid.pool(owner, base, element);
    EXPECT_LT(pool, laid.situation.pools.size()) << owner << " " << base;
    const int at = laid.situation.pools[pool].reach[laid.place(place)].curve;
    return laid.situation.curves[static_cast<std::size_t>(at)].name;
  };
  EXPECT_EQ(curve("USA", "europe_east", "heavy_brigade", "baltic"), "forward");
  EXPECT_EQ(curve("POL", "europe_east", "heavy_brigade", "baltic"), "forward");
  EXPECT_EQ(curve("POL", "europe_east", "heavy_brigade", "taiwan"), "frontline");
  EXPECT_EQ(curve("DEU", "europe_west", "heavy_brigade", "baltic"), "europe_heavy");
  EXPECT_EQ(curve("DEU", "europe_west", "fighter_squadron", "baltic"), "general.fighter_squadron");
  EXPECT_EQ(curve("USA", "us_east", "heavy_brigade", "baltic"), "general.heavy_brigade");
}

TEST(Situation, TargetsLendNothing) {
  const Laid& laid = reference_laid();
  const int taiwan = static_cast<int>(laid.place("taiwan")),
            shoal = static_cast<int>(laid.place("scs_gray_zone")),
            squadron = laid.element("fighter_squadron");
  EXPECT_TRUE(has_pool_of(laid, laid.problem({taiwan}, squadron), "PHL"));
  EXPECT_FALSE(has_pool_of(laid, laid.problem({taiwan, shoal}, squadron), "PHL"));
  EXPECT_FALSE(has_pool_of(laid, laid.problem({taiwan}, squadron), "TWN"));
  EXPECT_FALSE(has_pool_of(laid, laid.problem({taiwan}, squadron), "CHN"));
}

TEST(Situation, PartnersThatPromisedNothingAreNamedAndOutliveTreaties) {
  const Laid& laid = reference_laid();
  const Helper* japan = laid.helper("JPN", "taiwan");
  ASSERT_NE(japan, nullptr);
  EXPECT_TRUE(japan->ad_hoc());
  EXPECT_EQ(
      laid.numbers.theta[laid.owner("JPN") * laid.situation.places.size() + laid.place("taiwan")],
      0.2);
  EXPECT_FALSE(laid.helper("USA", "taiwan")->ad_hoc());  // Bound to supply by statute.
  EXPECT_EQ(laid.helper("USA", "taiwan")->duty, Duty::supply);
  const auto fewer =
      laid_out(scenario::reform(reference(), "", std::vector<std::string>{"us_japan_1960"}));
  ASSERT_NE(fewer, nullptr);
  ASSERT_NE(fewer->helper("JPN", "taiwan"), nullptr);
  EXPECT_TRUE(fewer->helper("JPN", "taiwan")->ad_hoc());
}

TEST(Situation, WithoutTheTreatyItsMembersComeByOtherPromisesOrAdHoc) {
  const auto laid = laid_out(scenario::reform(reference(), "", std::vector<std::string>{"nato"}));
  ASSERT_NE(laid, nullptr);
  const Symbol union_treaty = laid->library.world.symbols.find("eu_42_7");
  for (const Helper& one : laid->situation.law[laid->place("baltic")].helpers) {
    if (one.ad_hoc()) continue;
    EXPECT_EQ(one.duty, Duty::assist);
    for (const auto& promise : one.promises) EXPECT_EQ(promise.agreement, union_treaty);
  }
  ASSERT_NE(laid->helper("POL", "baltic"), nullptr);
  EXPECT_FALSE(laid->helper("POL", "baltic")->ad_hoc());
  for (const char* state : {"USA", "CAN", "GBR", "NOR", "TUR"}) {
    ASSERT_NE(laid->helper(state, "baltic"), nullptr) << state;
    EXPECT_TRUE(laid->helper(state, "baltic")->ad_hoc()) << state;
  }
  EXPECT_EQ(laid->helper("ALB", "baltic"), nullptr);  // Nothing declared, nothing promised.
}

TEST(Situation, WhatIsSentWithoutARowOfItsOwnGoesByDuty) {
  const auto promise = [](const std::string& promisor, const std::string& kind) {
    return "[[commitment]]\npromisor = \"" + promisor + "\"\nbeneficiary = \"UKR\"\nkind = \"" +
           kind + "\"\n";
  };
  const auto made = laid_out(reformed("[scenario]\nname = \"promises\"\n" +
                                      promise("IND", "fight") + promise("KOR", "assist")));
  ASSERT_NE(made, nullptr);
  const Laid& laid = *made;
  const Situation& s = laid.situation;
  std::map<Duty, int> seen;
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    for (std::size_t c = 0; c < s.places.size(); ++c) {
      const Role& role = s.owners[o].roles[c];
      if (role.helper == nullptr) continue;
      for (std::size_t k = 0; k < s.elements.size(); ++k) {
        const double share = laid.numbers.share[(o * s.places.size() + c) * s.elements.size() + k];
        if (role.share[k]) {
          EXPECT_EQ(share, role.share[k]->range.value);
          continue;
        }
        ++seen[role.helper->duty];
        const Duty duty = role.helper->duty;
        EXPECT_EQ(share, duty == Duty::fight ? 1 : duty == Duty::assist ? 0.5 : 0);
      }
    }
  for (const Duty duty : {Duty::fight, Duty::assist, Duty::consult, Duty::none})
    EXPECT_GT(seen[duty], 0) << world::word(duty);
}

TEST(Situation, ARowOfOneElementOverridesThatOfAll) {
  const Laid& laid = reference_laid();
  const auto share = [&](const char* state, const char* place, const char* element) {
    const Situation& s = laid.situation;
    return laid.numbers
        .share[(laid.owner(state) * s.places.size() + laid.place(place)) * s.elements.size() +
               static_cast<std::size_t>(laid.element(element))];
  };
  EXPECT_EQ(share("JPN", "taiwan", "heavy_brigade"), 0);
  EXPECT_EQ(share("JPN", "taiwan", "light_brigade"), 0.3);
  EXPECT_EQ(share("JPN", "taiwan", "fighter_squadron"), 1);
  EXPECT_EQ(share("TUR", "baltic", "surface_combatant"), 0.2);
  EXPECT_EQ(share("TUR", "baltic", "tanker"), 0.4);
  EXPECT_EQ(share("DEU", "gulf", "surface_combatant"), 0.2);
  EXPECT_EQ(share("DEU", "gulf", "fighter_squadron"), 0);
}

TEST(Situation, SevenBrigadesInPlaceBringTheFirstGapToZero) {
  const auto shortage = [](const Laid& laid, const char* element) {
    const Problem p = laid.problem({static_cast<int>(laid.place("baltic"))}, laid.element(element));
    return allocate(p, laid.situation).shortage;
  };
  EXPECT_GT(shortage(reference_laid(), "heavy_brigade")[1], 0.5);
  const auto pool = [](const std::string& element, int units) {
    return "[[pool]]\nowner = \"USA\"\nbase = \"baltics\"\nelement = \"" + element +
           "\"\namount = " + std::to_string(units) + "\nready = 1\n";
  };
  const auto laid = laid_out(reformed("[scenario]\nname = \"seven\"\n" + pool("heavy_brigade", 3) +
                                      pool("light_brigade", 4)));
  ASSERT_NE(laid, nullptr);
  for (const char* element : {"heavy_brigade", "light_brigade"})
    for (const std::size_t t : {0u, 1u}) EXPECT_NEAR(shortage(*laid, element)[t], 0, 1e-9);
}

}  // namespace
}  // namespace entente::campaign
