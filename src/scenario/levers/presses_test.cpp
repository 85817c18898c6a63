// What the kinds of levers change that bear on munitions, on whoever may attack, and on publics.
#include <algorithm>

#include "scenario/levers/test_levers.h"

namespace entente::scenario {
namespace {

using test::after;
using test::expect_range;
using test::refused;

std::string lever(const std::string& fields) { return "[[lever]]\n" + fields; }

/// The small library, where FRA and a group of DEU and ITA hold shells, and FRA may hedge.
Library armed() {
  Library library = test::lever_library();
  world::World& world = library.world;
  const auto at = [&](std::string_view name) { return world.symbols.intern(name); };
  world::Munition shells;
  shells.id = at("shells");
  shells.unit_cost = {2, 1, 4, true, 'C'};
  shells.lead_months = {12, 6, 18, true, 'C'};
  world.munitions = {shells};
  world::Group both;
  both.id = at("both");
  both.members = {{at("DEU"), {}}, {at("ITA"), {}}};
  world.groups.push_back(both);
  const auto row = [&](std::string_view holder, double stock, double month) {
    world::MunitionStock one;
    one.holder = at(holder);
    one.munition = at("shells");
    one.stock = {stock, stock / 2, stock * 2, true, 'C'};
    one.production = {month, month, month, true, 'C'};
    one.use_low = one.use_high = world::Uncertain::known(0);
    return one;
  };
  world.munition_stocks = {row("FRA", 1000, 20), row("both", 600, 10)};
  world.munition_stocks[0].target = {50, 40, 60, true, 'C'};
  world.munition_stocks[0].components = {{at("fuses"), {25, 20, 30, true, 'C'}, 2026, at("x")}};
  world::HedgeOption option;
  option.state = at("middle_power");
  option.option = at("arsenal");
  option.opinion = {0.5, 0.4, 0.6, true, 'C'};
  option.members = {at("FRA"), at("ITA")};
  world.hedge_options = {option};
  for (world::Contingency& one : world.contingencies) one.loss_clock = {20, 10, 30, true, 'C'};
  world.index();
  return library;
}

const world::MunitionStock* shells_of(const Library& library, std::string_view holder) {
  for (const world::MunitionStock& one : library.world.munition_stocks)
    if (library.world.symbols.name(one.holder) == holder) return &one;
  return nullptr;
}

TEST(Stockpile, BuysRoundsInEqualPartsAndSaysWhatTheyCost) {
  const Library done = after(lever("card = \"stockpile\"\nholders = [\"FRA\", \"both\"]\n"
                                   "munition = \"shells\"\nrounds = 200\nyears = 4\n"),
                             armed());
  expect_range(shells_of(done, "FRA")->stock, 1100, 600, 2100);
  expect_range(shells_of(done, "both")->stock, 700, 400, 1300);
  // 200 rounds of 2 m [1, 4] over four years, in bn.
  expect_range(done.pulled[0].cost, 0.1, 0.05, 0.2);
  EXPECT_EQ(done.pulled[0].delay_months.value, 12);
}

TEST(Stockpile, RelativeChangesAreThoseOfEachRow) {
  const Library done =
      after(lever("card = \"stockpile\"\nholders = \"FRA\"\nmunition = \"shells\"\nby = -0.5\n"),
            armed());
  EXPECT_NEAR(shells_of(done, "FRA")->stock.value, 500, 1e-9);
}

TEST(Stockpile, AStateCountedWithItsGroupIsThatGroupsRow) {
  const Library done =
      after(lever("card = \"stockpile\"\nholders = \"DEU\"\nmunition = \"shells\"\n"
                  "rounds = 60\n"),
            armed());
  EXPECT_EQ(shells_of(done, "DEU"), nullptr);
  EXPECT_NEAR(shells_of(done, "both")->stock.value, 660, 1e-9);
}

TEST(Stockpile, MakesARowForAStateThatHasNone) {
  const Library done =
      after(lever("card = \"stockpile\"\nholders = \"USA\"\nmunition = \"shells\"\n"
                  "rounds = 60\n"),
            armed());
  ASSERT_NE(shells_of(done, "USA"), nullptr);
  EXPECT_EQ(shells_of(done, "USA")->stock.value, 60);
  EXPECT_EQ(shells_of(done, "USA")->production.value, 0);
}

TEST(Stockpile, IsRefusedWhereItSaysNothingOrTooMuch) {
  EXPECT_NE(
      refused(lever("card = \"stockpile\"\nholders = \"FRA\"\nmunition = \"shells\"\n"), armed())
          .find("[missing_key]"),
      std::string::npos);
  EXPECT_NE(refused(lever("card = \"stockpile\"\nholders = \"FRA\"\nmunition = \"shelss\"\n"
                          "rounds = 1\n"),
                    armed())
                .find("there is no munition `shelss`"),
            std::string::npos);
  EXPECT_NE(refused(lever("card = \"stockpile\"\nholders = \"FRA\"\nmunition = \"shells\"\n"
                          "rounds = 1\nyears = 0\n"),
                    armed())
                .find("`years` is 0"),
            std::string::npos);
}

TEST(Produce, RaisesOutputWithItsPartsAndKeepsALargerPlan) {
  const std::string more =
      lever("card = \"produce\"\nholders = \"FRA\"\nmunition = \"shells\"\nper_month = ");
  const Library some = after(more + "10\n", armed());
  EXPECT_EQ(shells_of(some, "FRA")->production.value, 30);
  EXPECT_TRUE(shells_of(some, "FRA")->target);
  EXPECT_EQ(shells_of(some, "FRA")->components[0].month.value, 35);
  // Rounds of 2 m, twelve times ten of them a year.
  EXPECT_NEAR(some.pulled[0].cost.value, 0.24, 1e-12);
  // What was planned is not counted on top.
  EXPECT_FALSE(shells_of(after(more + "30\n", armed()), "FRA")->target);
  EXPECT_EQ(
      shells_of(after(more + "10\nparts = false\n", armed()), "FRA")->components[0].month.value,
      25);
}

TEST(Produce, ControlsOnExportsCutLinesAndCostNothingHere) {
  const Library done = after(
      lever("card = \"produce\"\nholders = \"FRA\"\nmunition = \"shells\"\nby = -0.4\n"), armed());
  EXPECT_NEAR(shells_of(done, "FRA")->production.value, 12, 1e-9);
  EXPECT_FALSE(shells_of(done, "FRA")->target);
  EXPECT_EQ(done.pulled[0].cost.value, 0);
}

TEST(Coproduce, TiesEachToEveryOtherAndNeverLoosensATie) {
  const std::string tie =
      "card = \"coproduce\"\nstates = [\"FRA\", \"DEU\", \"ITA\"]\nmunitions = \"shells\"\n";
  const Library done =
      after(lever(tie + "strength = 0.5\n") + lever(tie + "strength = 0.2\n"), armed());
  ASSERT_EQ(done.world.coproductions.size(), 3u);
  for (const world::Coproduction& one : done.world.coproductions) {
    EXPECT_EQ(one.strength.value, 0.5);
    EXPECT_EQ(one.munitions.size(), 1u);
  }
  EXPECT_NE(refused(lever("card = \"coproduce\"\nstates = \"FRA\"\nmunitions = \"shells\"\n"
                          "strength = 0.5\n"),
                    armed())
                .find("it takes two"),
            std::string::npos);
}

TEST(HoldOut, MovesTheDayByWhichTheAimIsLost) {
  Library library = armed();
  const std::string name = library.world.symbols.name(library.world.contingencies[0].id);
  const std::string week =
      lever("card = \"hold_out\"\ncontingencies = \"" + name + "\"\ndays = 7\n");
  expect_range(after(week, library).world.contingencies[0].loss_clock, 27, 17, 37);
  library.world.contingencies[0].loss_clock = world::Uncertain::known(0);
  EXPECT_NE(refused(week, library).find("has no day by which it must be lost"), std::string::npos);
}

TEST(Deter, PressesWhereItSays) {
  const Library done =
      after(lever("card = \"deter\"\nstates = [\"europeans\", \"-FRA\"]\nby = -0.1\nby_low = -0.2\n"
                  "by_high = 0\n"),
            armed());
  ASSERT_EQ(done.plan.pressures.size(), 1u);
  const Pressure& one = done.plan.pressures[0];
  expect_range(*one.hazard, -0.1, -0.2, 0);
  EXPECT_FALSE(one.offer || one.conceded || one.cost || one.slip);
  EXPECT_EQ(one.states.size(), 3u);
  EXPECT_EQ(one.lever, "deter");
  EXPECT_NE(refused(lever("card = \"deter\"\nby = -0.1\n"), armed())
                .find("the lever says of no attack that it is meant"),
            std::string::npos);
}

TEST(Deescalate, IsAnOfferOfSomething) {
  const Library done =
      after(lever("card = \"deescalate\"\nstates = \"FRA\"\nby = -0.1\nconcede = 0.05\n"), armed());
  EXPECT_TRUE(done.plan.pressures[0].offer);
  EXPECT_EQ(done.plan.pressures[0].conceded->value, 0.05);
  EXPECT_NE(refused(lever("card = \"deescalate\"\nstates = \"FRA\"\n"), armed())
                .find("the offer offers nothing"),
            std::string::npos);
}

TEST(Sanction, CostsTheAttackerWhatItsPrizeIsWorth) {
  const Library done = after(lever("card = \"sanction\"\nstates = \"FRA\"\nshare = 0.04\n"
                                   "years = 2\nprize = 0.5\n"),
                             armed());
  expect_range(*done.plan.pressures[0].cost, 0.16, 0.16, 0.16);
  // What is not written is an assumption.
  const Library usual =
      after(lever("card = \"sanction\"\nstates = \"FRA\"\nshare = 0.04\n"), armed());
  expect_range(*usual.plan.pressures[0].cost, 0.24, 0.04 / 1.5, 2);
  EXPECT_TRUE(usual.plan.pressures[0].cost->assumption);
}

TEST(PublishThreshold, MovesTheLineOfDutiesAndHowIncidentsAreTaken) {
  const Library before = armed();
  const std::string id = before.world.symbols.name(before.law.agreements[0].id);
  const Library done = after(lever("card = \"publish_threshold\"\nagreement = \"" + id +
                                   "\"\nthreshold = \"sub_threshold\"\nstates = \"FRA\"\n"
                                   "slip = 0.01\n"),
                             before);
  const treaty::Agreement& after_it = done.law.agreements[0];
  for (std::size_t i = 0; i < after_it.articles.size(); ++i) {
    const treaty::Article& one = after_it.articles[i];
    EXPECT_EQ(one.threshold, world::binds(one.duty)
                                 ? treaty::Threshold::sub_threshold
                                 : before.law.agreements[0].articles[i].threshold);
  }
  EXPECT_EQ(done.plan.pressures[0].slip->value, 0.01);
  EXPECT_NE(refused(lever("card = \"publish_threshold\"\nthreshold = \"attack\"\n"), before)
                .find("a threshold is that of an `agreement`"),
            std::string::npos);
  EXPECT_NE(refused(lever("card = \"publish_threshold\"\n"), before)
                .find("the lever says nothing that changes"),
            std::string::npos);
}

TEST(Umbrella, ChangesThePromisesThatThereAre) {
  const Library done = after(
      lever("card = \"umbrella\"\nguarantor = \"USA\"\nstates = [\"FRA\"]\nby = -0.3\n"), armed());
  ASSERT_EQ(done.plan.umbrellas.size(), 1u);
  EXPECT_EQ(done.plan.umbrellas[0].by.value, -0.3);
  EXPECT_NE(refused(lever("card = \"umbrella\"\nguarantor = \"USA\"\nstates = \"ITA\"\nby = 0.1\n"),
                    armed())
                .find("USA has promised ITA nothing"),
            std::string::npos);
}

TEST(Inform, MovesSupportOfOneStateAndNotOfItsClass) {
  const Library done = after(
      lever("card = \"inform\"\nstates = \"FRA\"\noptions = \"arsenal\"\nby = 0.2\n"), armed());
  const auto& rows = done.world.hedge_options;
  ASSERT_EQ(rows.size(), 2u);
  for (const world::HedgeOption& row : rows) {
    const bool own = done.world.symbols.name(row.state) == "FRA";
    EXPECT_NEAR(row.opinion.value, own ? 0.7 : 0.5, 1e-12);
    EXPECT_EQ(row.members.size(), own ? 0u : 1u);
  }
  EXPECT_NE(refused(lever("card = \"inform\"\nstates = \"USA\"\nby = 0.2\n"), armed())
                .find("no public to win"),
            std::string::npos);
  EXPECT_NE(
      refused(lever("card = \"inform\"\nstates = \"FRA\"\noptions = \"arsenals\"\nby = 0.2\n"),
              armed())
          .find("did you mean `arsenal`?"),
      std::string::npos);
}

}  // namespace
}  // namespace entente::scenario
