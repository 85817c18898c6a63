// What each kind of lever changes.
#include <algorithm>

#include "scenario/levers/test_levers.h"
#include "treaty/judge.h"

namespace entente::scenario {
namespace {

using test::after;
using test::expect_range;
using test::lever_library;
using test::pool;
using test::refused;
using treaty::Duty;

std::string lever(const std::string& fields) { return "[[lever]]\n" + fields; }

/// Who owes `duty` in answer to an event, as codes in order.
std::string bound(const Library& library, const std::string& event, Duty duty) {
  const auto read = treaty::event_from(event, library.world);
  if (!read) return "no event";
  std::string names;
  for (const treaty::Verdict& one :
       treaty::judge(library.law, library.world, *read, {}, library.readings).verdicts)
    if (one.duty == duty)
      names += (names.empty() ? "" : " ") + library.world.symbols.name(one.state);
  return names;
}

TEST(Buy, SharesMoneyByOutputAndTurnsItIntoUnits) {
  const Library done =
      after(lever("card = \"buy\"\nstates = [\"FRA\", \"DEU\"]\n"
                  "element = \"heavy_brigade\"\nmoney = 0.9\n"));
  // 9 bn over ten years; a unit costs 3 + 10 x 0.6 = 9, between 6 and 12.
  expect_range(pool(done, "FRA", "france")->added, 0.8, 0.8 * 9 / 12, 0.8 * 9 / 6);
  expect_range(pool(done, "DEU", "germany_north")->added, 0.2, 0.2 * 9 / 12, 0.2 * 9 / 6);
  expect_range(done.pulled[0].cost, 0.9, 0.9, 0.9);
  EXPECT_EQ(done.pulled[0].delay_months.value, 48);
}

TEST(Buy, TakesUnitsAndWorksTheMoneyOut) {
  const Library done =
      after(lever("card = \"buy\"\nstates = [\"FRA\", \"DEU\"]\nunits = 10\n"
                  "element = \"heavy_brigade\"\nshared_by = \"equal\"\n"));
  expect_range(pool(done, "FRA", "france")->added, 5, 5, 5);
  EXPECT_NEAR(done.pulled[0].cost.value, 10 * 9 / 10.0, 1e-12);
}

TEST(Buy, PaysWhatDuplicationAndPricesMakeOfIt) {
  const std::string one = lever(
      "card = \"buy\"\nstates = \"FRA\"\nelement = \"heavy_brigade\"\n"
      "money = 0.9\n");
  const Library dear = after(lever("card = \"unit_cost\"\nstates = \"FRA\"\nby = 1\n") + one);
  EXPECT_NEAR(pool(dear, "FRA", "france")->added.value, 9 / (6.0 + 6), 1e-12);
  const Library lines = after(one + "lines = 4\nkappa = 0.5\n");
  EXPECT_NEAR(pool(lines, "FRA", "france")->added.value, 9 / (3 * 2 + 6.0), 1e-12);
}

TEST(Buy, NeedsACostAndABase) {
  EXPECT_NE(refused(lever("card = \"buy\"\nstates = \"FRA\"\nelement = \"tanker\"\nmoney = 1\n"))
                .find("5:9: nothing is known of what a tanker costs [bad_value]"),
            std::string::npos);
  EXPECT_NE(refused(lever("card = \"buy\"\nstates = \"GBR\"\nelement = \"tanker\"\nunits = 1\n"))
                .find("3:10: GBR has no home base for what it buys [bad_value]"),
            std::string::npos);
}

TEST(Grow, AddsAShareOfAllForces) {
  const Library done = after(
      lever("card = \"grow\"\nstates = \"USA\"\nshare = 0.5\nshare_low = 0\nshare_high = 1\n"));
  expect_range(pool(done, "USA", "us_east")->added, 8, 0, 17);
  EXPECT_EQ(pool(done, "USA", "us_east")->amount.value, 16);
  EXPECT_EQ(pool(done, "USA", "gulf")->amount.value, 1.5);  // Forward.
  EXPECT_EQ(pool(done, "FRA", "france")->added.value, 0);
  EXPECT_NE(refused(lever("card = \"grow\"\nstates = \"ITA\"\nshare = 0.5\n")).find("ITA has no"),
            std::string::npos);
}

TEST(Prepare, AddsToWhatTheTablesSayOrTheScenarioFixed) {
  Library library = lever_library();
  const_cast<world::Pool*>(pool(library, "USA", "us_west"))->ready = 0.95;
  const Library done = after(lever("card = \"prepare\"\nstates = \"USA\"\nshare = 0.1\n"), library);
  ASSERT_TRUE(pool(done, "USA", "us_east")->readier);
  EXPECT_EQ(pool(done, "USA", "us_east")->readier->value, 0.1);
  EXPECT_EQ(pool(done, "USA", "us_west")->ready, 1.0);
  EXPECT_FALSE(pool(done, "FRA", "france")->readier);
}

TEST(Specialise, FreesUnitsAtHome) {
  const Library done = after(lever(
      "card = \"specialise\"\nstates = \"USA\"\nshare = 0.3\nshare_low = 0.2\nshare_high = 0.3\n"));
  expect_range(pool(done, "USA", "us_east")->home_defence, 0, 0, 0.2);
  EXPECT_EQ(pool(done, "USA", "gulf")->home_defence.value, 0.25);
}

TEST(Preposition, AddsSetsOrMakesThem) {
  const std::string two = lever(
      "card = \"preposition\"\nowner = \"USA\"\ntheatre = \"north\"\n"
      "element = \"heavy_brigade\"\nsets = 2\ndays = 10\n");
  const Library once = after(two);
  ASSERT_EQ(once.world.prepositioned.size(), 1u);
  EXPECT_EQ(once.world.symbols.name(once.world.prepositioned[0].from), "us_east");
  const Library twice = after(two + two);
  ASSERT_EQ(twice.world.prepositioned.size(), 1u);
  EXPECT_EQ(twice.world.prepositioned[0].sets.value, 4);
  EXPECT_EQ(twice.world.prepositioned[0].days.value, 10);
}

TEST(Station, MovesUnitsForwardAndTiesThemAsOthersAre) {
  const Library done =
      after(lever("card = \"station\"\nowner = \"USA\"\nto = \"france\"\n"
                  "element = \"heavy_brigade\"\nunits = 4\n"));
  EXPECT_EQ(pool(done, "USA", "us_east")->added.value, -4);
  const world::Pool* forward = pool(done, "USA", "france");
  ASSERT_NE(forward, nullptr);
  EXPECT_FALSE(forward->home);
  EXPECT_EQ(forward->amount.value, 4);
  expect_range(forward->home_defence, 0.25, 0.1, 0.4);  // As the one at gulf.
}

TEST(WithdrawForces, BringsTheShareHome) {
  const Library done = after(lever("card = \"withdraw_forces\"\nowner = \"USA\"\nshare = 0.75\n"));
  EXPECT_EQ(pool(done, "USA", "gulf")->amount.value, 0.25);
  EXPECT_EQ(pool(done, "USA", "us_east")->added.value, 0.75);
  EXPECT_EQ(pool(done, "USA", "us_west")->added.value, 0);
}

TEST(Pact, BindsEachToEveryOther) {
  const Library done =
      after(lever("card = \"pact\"\nstates = [\"ITA\", \"DEU\", \"FRA\"]\n"
                  "duty = \"assist\"\nid = \"new_pact\"\ninstitution = 2\n"));
  EXPECT_EQ(bound(done, "RUS attacks DEU", Duty::assist), "FRA ITA");
  EXPECT_EQ(bound(done, "RUS attacks USA", Duty::assist), "");
  EXPECT_EQ(bound(done, "RUS attacks FRA", Duty::fight), "GBR USA");  // The old pact still runs.
  const auto* made = done.law.find(done.world.symbols.find("new_pact"));
  ASSERT_NE(made, nullptr);
  EXPECT_EQ(made->institution, 2);
}

TEST(Guarantee, BindsOneSideUnlessItIsMutual) {
  const std::string one_way = lever(
      "card = \"guarantee\"\npromisors = \"USA\"\n"
      "beneficiaries = [\"DEU\", \"USA\", \"ITA\"]\n");
  const Library one = after(one_way);
  EXPECT_EQ(bound(one, "RUS attacks DEU", Duty::fight), "USA");
  EXPECT_EQ(bound(one, "RUS attacks USA", Duty::fight), "FRA GBR");
  const Library both = after(one_way + "mutual = true\n");
  EXPECT_EQ(bound(both, "RUS attacks USA", Duty::fight), "DEU FRA GBR ITA");
  EXPECT_EQ(bound(both, "RUS attacks DEU", Duty::fight), "USA");  // Not ITA: it promised the USA.
}

TEST(Join, MakesAParty) {
  const Library done = after(lever("card = \"join\"\nagreement = \"pact\"\nstates = \"DEU\"\n"));
  EXPECT_EQ(bound(done, "RUS attacks DEU", Duty::fight), "FRA GBR USA");
  EXPECT_NE(refused(lever("card = \"join\"\nagreement = \"pact\"\nstates = \"FRA\"\n"))
                .find("FRA is a party of pact already"),
            std::string::npos);
}

TEST(Leave, EndsMembershipOrTheAgreement) {
  const Library done = after(lever("card = \"leave\"\nagreement = \"pact\"\nstates = \"USA\"\n"));
  EXPECT_EQ(bound(done, "RUS attacks FRA", Duty::fight), "GBR");
  EXPECT_EQ(bound(done, "RUS attacks FRA on 2000-01-01", Duty::fight), "GBR USA");
  EXPECT_EQ(bound(done, "RUS attacks USA", Duty::fight), "");
  const Library ended = after(lever("card = \"leave\"\nagreement = \"pact\"\n"));
  EXPECT_EQ(bound(ended, "RUS attacks FRA", Duty::fight), "");
  // One that left cannot leave again.
  EXPECT_NE(refused(lever("card = \"leave\"\nagreement = \"pact\"\nstates = \"USA\"\n"), done)
                .find("USA is no party of pact"),
            std::string::npos);
}

TEST(Deepen, ChangesWhatStandsBehindAnAgreement) {
  const Library done =
      after(lever("card = \"deepen\"\nagreement = \"pact\"\ninstitution = 3\nnuclear = true\n"));
  const auto* pact = done.law.find(done.world.symbols.find("pact"));
  EXPECT_EQ(pact->institution, 3);
  EXPECT_TRUE(pact->nuclear);
}

TEST(ShareOfForce, SetsMovesOrRaisesIt) {
  const auto share = [](const Library& library, std::string_view state) {
    for (const auto& row : library.world.participations)
      if (library.world.symbols.name(row.state) == state) return row.share.value;
    return -1.0;
  };
  const auto with = [&](const std::string& field) {
    return after(
        lever("card = \"share_of_force\"\nstates = [\"GBR\", \"ITA\"]\n"
              "theatres = \"north\"\n" +
              field + "\n"));
  };
  EXPECT_EQ(share(with("share = 0.5"), "GBR"), 0.5);
  EXPECT_EQ(share(with("by = -0.25"), "GBR"), 0.75);
  EXPECT_EQ(share(with("at_least = 0.5"), "GBR"), 1);
  EXPECT_EQ(share(with("at_least = 0.5"), "ITA"), 0.5);
  EXPECT_EQ(share(with("by = 0.25"), "ITA"), 0.25);
}

TEST(Depend, CutsOrBuildsIt) {
  const Library cut = after(lever("card = \"depend\"\nusers = \"FRA\"\nby = -0.5\n"));
  expect_range(cut.world.dependencies[0].share, 0.2, 0.1, 0.25);
  const Library built =
      after(lever("card = \"depend\"\nusers = \"FRA\"\nsuppliers = [\"DEU\", \"ITA\"]\n"
                  "elements = \"heavy_brigade\"\nservices = \"spares\"\nto = 0.3\nhard = false\n"));
  ASSERT_EQ(built.world.dependencies.size(), 2u);
  const world::Dependency& made = built.world.dependencies[0];
  EXPECT_EQ(built.world.symbols.name(made.supplier), "DEU_and_ITA");
  EXPECT_NE(built.world.group(made.supplier), nullptr);
  EXPECT_EQ(made.lapse_days.value, 90);
  EXPECT_NE(
      refused(lever("card = \"depend\"\nusers = \"ITA\"\nby = -0.5\n")).find("no such dependence"),
      std::string::npos);
}

TEST(Depend, RefusesWhoSuppliesItself) {
  const std::string rest = "elements = \"heavy_brigade\"\nservices = \"spares\"\nto = 0.3\n";
  EXPECT_NE(refused(lever("card = \"depend\"\nusers = \"FRA\"\nsuppliers = \"FRA\"\n" + rest))
                .find("FRA would supply itself"),
            std::string::npos);
  EXPECT_NE(refused(lever("card = \"depend\"\nusers = \"FRA\"\nsuppliers = \"DEU\"\n" + rest) +
                    lever("card = \"depend\"\nusers = \"DEU\"\nsuppliers = \"ITA\"\n" + rest) +
                    lever("card = \"depend\"\nusers = \"ITA\"\nsuppliers = \"FRA\"\n" + rest))
                .find("ITA from FRA from DEU from ITA"),
            std::string::npos);
}

TEST(Lapse, LengthensAndNeverShortens) {
  const std::string days = "card = \"lapse\"\nusers = \"FRA\"\ndays = ";
  expect_range(after(lever(days + "120\n")).world.dependencies[0].lapse_days, 120, 120, 180);
  expect_range(after(lever(days + "10\n")).world.dependencies[0].lapse_days, 90, 30, 180);
}

TEST(Faster, ShortensTheWayOfEverybodyOrOfSome) {
  const std::string all = lever("card = \"faster\"\ntheatres = \"north\"\nby = -40\n");
  for (const auto& row : after(all).world.deployments) EXPECT_EQ(row.days.value, 0);
  const Library some =
      after(lever("card = \"faster\"\ntheatres = \"north\"\nby = -10\n"
                  "owners = \"FRA\"\n"));
  ASSERT_EQ(some.world.deployments.size(), 5u);
  for (const auto& row : some.world.deployments)
    EXPECT_EQ(row.days.value, some.world.symbols.name(row.owner) == "FRA" ? 20 : 30);
}

TEST(DenyOverflight, LengthensTheWayOfOthersThatFly) {
  const std::string words =
      "card = \"deny_overflight\"\nstates = \"FRA\"\nfrom = \"france\"\ncontingencies = "
      "\"north\"\nelements = \"heavy_brigade\"\nfactor = 1.5\n";
  const Library before = lever_library();
  const Library done = after(lever(words)), twice = after(lever(words) + lever(words));
  const auto days = [](const Library& library, const world::Deployment& row) {
    double found = -1;  // A row of an owner goes before that of everybody.
    for (const auto& one : library.world.deployments)
      if (one.base == row.base && one.theatre == row.theatre && one.element == row.element &&
          (one.owner == row.owner || (!one.owner && found < 0)))
        found = one.days.value;
    return found;
  };
  const Symbol france = before.world.symbols.find("france");
  const Symbol north = before.world.symbols.find("north");
  std::size_t longer = 0;
  for (world::Deployment row : before.world.deployments) {
    const bool over = row.base == france && row.theatre == north &&
                      row.element == before.world.symbols.find("heavy_brigade");
    const double way = row.days.value;
    EXPECT_DOUBLE_EQ(days(done, row), over ? 1.5 * way : way);
    EXPECT_DOUBLE_EQ(days(twice, row), over ? 2.25 * way : way);
    if (!over) continue;
    ++longer;
    row.owner = before.world.symbols.find("FRA");
    EXPECT_DOUBLE_EQ(days(done, row), way) << "its own airspace is open to itself";
    EXPECT_DOUBLE_EQ(days(twice, row), way);
  }
  EXPECT_GT(longer, 0u);
  // Heavy brigades go by land and sea: what flies is meant where nothing is named.
  EXPECT_NE(refused(lever("card = \"deny_overflight\"\nstates = \"FRA\"\nfrom = \"france\"\n"))
                .find("nothing that flies sets out from there for it"),
            std::string::npos);
  EXPECT_NE(refused(lever("card = \"deny_overflight\"\nstates = \"FRA\"\nfrom = \"france\"\n"
                          "factor = 0.5\n"))
                .find("factor"),
            std::string::npos);
}

TEST(HostSupply, ChangesWhatTheTargetsHave) {
  const Library done =
      after(lever("card = \"host_supply\"\ncontingencies = \"north\"\nby = 0.5\n"));
  for (const auto& one : done.world.contingencies)
    EXPECT_EQ(one.host_supply[0].units.value, done.world.symbols.name(one.id) == "north" ? 3 : 2);
}

TEST(Doubt, AddsUp) {
  const std::string one = lever(
      "card = \"doubt\"\npromisors = \"USA\"\nmu = -1\nmu_low = -2\n"
      "mu_high = 0\n");
  const Library done = after(one + one);
  ASSERT_EQ(done.plan.doubts.size(), 1u);
  expect_range(done.plan.doubts[0].mu, -2, -4, 0);
}

TEST(Assume, ReplacesWhatWasAssumed) {
  const Library done = after(lever("card = \"assume\"\nname = \"warning_days\"\nvalue = 3\n") +
                             lever("card = \"assume\"\nname = \"warning_days\"\nvalue = 9\n"));
  ASSERT_EQ(done.plan.assumed.size(), 1u);
  EXPECT_EQ(done.plan.assumed[0].value.value, 9);
  EXPECT_NE(refused(lever("card = \"assume\"\nname = \"Warning days\"\nvalue = 3\n"))
                .find("3:8: `Warning days` is no name of an assumption"),
            std::string::npos);
}

TEST(OpenBase, PutsABaseIntoATheatre) {
  const Library done =
      after(lever("card = \"open_base\"\nbase = \"gulf\"\ntheatres = \"south\"\n"
                  "relation = \"inside\"\n"));
  ASSERT_EQ(done.world.theatre_bases.size(), 1u);
  EXPECT_TRUE(done.world.theatre_bases[0].inside);
}

}  // namespace
}  // namespace entente::scenario
