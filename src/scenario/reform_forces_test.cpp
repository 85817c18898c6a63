#include "scenario/reform_forces.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "scenario/test_library.h"

namespace entente::scenario {
namespace {

namespace fs = std::filesystem;
using test::fault_lines;
using test::shown;
using test::small_library;

constexpr std::string_view kHead = "[scenario]\nname = \"mine\"\n";
constexpr std::string_view kEmpty = "[scenario]\nname = \"mine\"\nempty = true\n";

class Reform : public testing::Test {
 protected:
  Reform() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("entente_reform_") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Reform() override { fs::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }

  Library applied(const std::string& text) {
    auto made = reform(library_, file("mine.toml", text), {});
    EXPECT_TRUE(made) << fault_lines(made.error());
    return made ? std::move(made).value() : Library{};
  }

  Faults refused(const std::string& text) {
    const auto made = reform(library_, file("mine.toml", text), {});
    return made ? Faults{} : made.error();
  }

  static const world::Pool* pool(const Library& library, const std::string& owner,
                                 const std::string& base, const std::string& element) {
    const Symbols& symbols = library.world.symbols;
    for (const world::Pool& one : library.world.pools)
      if (symbols.name(one.owner) == owner && symbols.name(one.base) == base &&
          symbols.name(one.element) == element)
        return &one;
    return nullptr;
  }

  static std::string sets(const Library& library) {
    std::string text;
    for (const auto& set : library.plan.sets) {
      std::string names;
      for (const Symbol one : set)
        names += (names.empty() ? "" : "+") + library.world.symbols.name(one);
      text += names + " ";
    }
    return text;
  }

  const Library library_ = small_library();
  fs::path folder_;
};

TEST_F(Reform, OfTheReferenceChangesNothing) {
  for (const std::string_view name : {"", "reference_2026"}) {
    const auto made = reform(library_, name, {});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->hash, library_.hash);
    EXPECT_EQ(made->scenario, "reference_2026");
    EXPECT_EQ(made->world.pools.size(), library_.world.pools.size());
    EXPECT_EQ(made->plan.sets, library_.plan.sets);
  }
}

TEST_F(Reform, FindsScenariosByNameAndByPath) {
  const auto named = reform(library_, "calm", {});
  ASSERT_TRUE(named);
  EXPECT_EQ(named->scenario, "calm");
  EXPECT_EQ(sets(*named), "south ");
  const auto by_path = reform(library_, file("calm.toml", library_.scenarios[0].second), {});
  ASSERT_TRUE(by_path);
  EXPECT_EQ(by_path->hash, named->hash);
  EXPECT_NE(named->hash, library_.hash);
  const auto unknown = reform(library_, "clam", {});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error()[0].code, Code::unknown_name);
  EXPECT_NE(unknown.error()[0].hint.find("did you mean `calm`?"), std::string::npos);
}

TEST_F(Reform, BuildsOnABaseByNameOrBeside) {
  const Library on_named = applied("[scenario]\nname = \"mine\"\nbase = \"calm\"\nhorizon = 9\n");
  EXPECT_EQ(sets(on_named), "south ");
  EXPECT_EQ(on_named.plan.horizon, 9);
  file("below.toml", std::string(kHead) + "[[state]]\nid = \"blue\"\nforces = { tanker = 3 }\n");
  const Library on_file = applied(
      "[scenario]\nname = \"mine\"\nbase = \"below.toml\"\n[[pool]]\nowner = \"blue\"\nbase = "
      "\"blue\"\nelement = \"tanker\"\nready = 0.5\n");
  ASSERT_NE(pool(on_file, "blue", "blue", "tanker"), nullptr);
  EXPECT_EQ(pool(on_file, "blue", "blue", "tanker")->amount.value, 3);
  EXPECT_EQ(pool(on_file, "blue", "blue", "tanker")->ready, 0.5);
  EXPECT_EQ(shown(refused("[scenario]\nname = \"mine\"\nbase = \"clam\"\n")), "3:8 unknown_name\n");
  EXPECT_EQ(shown(refused("[scenario]\nname = \"mine\"\nbase = \"mine.toml\"\n")),
            "3:8 bad_value\n");
}

TEST_F(Reform, PoolsChangeInTheKeysGiven) {
  const Library made = applied(std::string(kHead) + R"([[pool]]
owner = "USA"
base = "us_west"
element = "heavy_brigade"
home_defence = 0.5
[[pool]]
owner = "USA"
base = "gulf"
element = "heavy_brigade"
amount = 2
amount_low = 1
amount_high = 4
[[pool]]
owner = "USA"
base = "gulf"
element = "tanker"
amount = 7
[[pool]]
owner = "USA"
base = "us_east"
element = "tanker"
amount = 8
)");
  const auto* west = pool(made, "USA", "us_west", "heavy_brigade");
  EXPECT_EQ(west->amount.value, 3);
  EXPECT_EQ(west->amount.low, 2);
  EXPECT_EQ(west->home_defence.value, 0.5);
  EXPECT_TRUE(west->home_defence.fixed());
  EXPECT_TRUE(west->home);
  const auto* gulf = pool(made, "USA", "gulf", "heavy_brigade");
  EXPECT_EQ(gulf->amount.high, 4);
  EXPECT_TRUE(gulf->amount.assumption);
  EXPECT_EQ(gulf->home_defence.value, 0.25);
  EXPECT_FALSE(gulf->home);
  // A new pool is at home where its owner is.
  EXPECT_FALSE(pool(made, "USA", "gulf", "tanker")->home);
  EXPECT_TRUE(pool(made, "USA", "us_east", "tanker")->home);
  EXPECT_TRUE(pool(made, "USA", "us_east", "tanker")->amount.fixed());
  EXPECT_FALSE(pool(made, "USA", "us_east", "tanker")->ready);
}

TEST_F(Reform, ANewPoolNeedsAnAmount) {
  EXPECT_EQ(shown(refused(std::string(kHead) +
                          "[[pool]]\nowner = \"GBR\"\nbase = \"gulf\"\nelement = \"tanker\"\n")),
            "3:1 missing_key\n");
}

std::string move(const std::string& from, const std::string& units) {
  return std::string(kHead) + "[[pool]]\nowner = \"USA\"\nbase = \"gulf\"\n" +
         "element = \"heavy_brigade\"\namount = " + units + "\nmoved_from = \"" + from + "\"\n";
}

TEST_F(Reform, UnitsAreMoved) {
  const Library made = applied(move("USA/us_west", "2"));
  EXPECT_EQ(pool(made, "USA", "us_west", "heavy_brigade")->amount.value, 1);
  EXPECT_EQ(pool(made, "USA", "us_west", "heavy_brigade")->amount.low, 0);
  EXPECT_EQ(pool(made, "USA", "us_west", "heavy_brigade")->amount.high, 2);
  EXPECT_EQ(pool(made, "USA", "gulf", "heavy_brigade")->amount.value, 3);
  EXPECT_EQ(pool(made, "USA", "gulf", "heavy_brigade")->amount.high, 4);
  EXPECT_FALSE(pool(made, "USA", "gulf", "heavy_brigade")->home);
  const Library whole = applied(move("us_west", "3"));
  EXPECT_EQ(pool(whole, "USA", "us_west", "heavy_brigade")->amount.value, 0);
}

TEST_F(Reform, NoMoreUnitsAreMovedThanThereAre) {
  const Faults many = refused(move("USA/us_west", "5"));
  ASSERT_EQ(shown(many), "7:10 bad_value\n");
  EXPECT_EQ(many[0].message, "USA has only 3 heavy_brigade at us_west, 5 are moved");
  EXPECT_EQ(shown(refused(move("FRA/france", "1"))), "8:14 bad_value\n");
  EXPECT_EQ(shown(refused(move("USA/gulf", "1"))), "8:14 bad_value\n");
  const Faults nowhere = refused(move("USA/us_wets", "1"));
  ASSERT_EQ(shown(nowhere), "8:14 unknown_name\n");
  EXPECT_EQ(nowhere[0].hint, "did you mean `us_west`?");
  // Two moves take from one pool, one after the other.
  const std::string once = move("USA/us_west", "2");
  const std::string twice = once + once.substr(kHead.size());
  EXPECT_EQ(shown(refused(twice)), "13:10 bad_value\n");
}

TEST_F(Reform, ForcesOfAStateStandAtItsFirstHomeBase) {
  const Library made = applied(std::string(kHead) + R"([[state]]
id = "USA"
forces = { heavy_brigade = 10, tanker = 4 }
[[state]]
id = "ITA"
forces = { tanker = 2 }
)");
  EXPECT_EQ(pool(made, "USA", "us_west", "heavy_brigade"), nullptr);
  EXPECT_EQ(pool(made, "USA", "gulf", "heavy_brigade"), nullptr);
  const auto* east = pool(made, "USA", "us_east", "heavy_brigade");
  ASSERT_NE(east, nullptr);
  EXPECT_EQ(east->amount.value, 10);
  EXPECT_TRUE(east->home);
  EXPECT_EQ(east->home_defence.value, 0.25);  // As it was there.
  EXPECT_NE(pool(made, "USA", "us_east", "tanker"), nullptr);
  EXPECT_NE(pool(made, "ITA", "ita", "tanker"), nullptr);
  EXPECT_NE(pool(made, "FRA", "france", "heavy_brigade"), nullptr);
}

TEST_F(Reform, ReadinessOfAnElementIsReplacedAsAWhole) {
  const Library made = applied(std::string(kHead) +
                               "[[readiness]]\nelement = \"heavy_brigade\"\nday = 5\nshare = 1\n");
  ASSERT_EQ(made.world.readiness.size(), 1u);
  EXPECT_EQ(made.world.readiness[0].day, 5);
  EXPECT_EQ(made.world.symbols.name(made.world.readiness[0].kind), "general");
}

TEST_F(Reform, DeploymentsAreOfEveryPoolThatFits) {
  const auto days = [&](const std::string& name) {
    const Library made = applied(std::string(kHead) + "[[deploy]]\npool = \"" + name +
                                 "\"\ncontingency = \"north\"\ndays = 4\n");
    std::string bases;
    for (const world::Deployment& row : made.world.deployments) {
      if (!row.owner) continue;
      EXPECT_EQ(row.days.value, 4);
      bases += made.world.symbols.name(row.base) + " ";
    }
    EXPECT_GE(made.world.deployments.size(), library_.world.deployments.size());
    return bases;
  };
  EXPECT_EQ(days("USA"), "gulf us_east us_west ");
  EXPECT_EQ(days("united states"), "gulf us_east us_west ");
  EXPECT_EQ(days("gulf"), "gulf ");
  EXPECT_EQ(days("USA/gulf"), "gulf ");
  EXPECT_EQ(days("USA.gulf.heavy_brigade"), "gulf ");
  EXPECT_EQ(shown(refused(std::string(kHead) +
                          "[[deploy]]\npool = \"FRA/gulf\"\ncontingency = \"north\"\ndays = 4\n")),
            "4:8 unknown_name\n");
}

TEST_F(Reform, DeploymentsGoToTheTheatreOfTheContingency) {
  const Library made = applied(std::string(kHead) +
                               "[[contingency]]\nid = \"east\"\nevent = \"RUS attacks FRA\"\n"
                               "theatre = \"north\"\n"
                               "[[deploy]]\npool = \"FRA\"\ncontingency = \"east\"\ndays = 1.5\n");
  const auto& rows = made.world.deployments;
  const auto own =
      std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.owner; });
  ASSERT_NE(own, rows.end());
  EXPECT_EQ(made.world.symbols.name(own->theatre), "north");
  EXPECT_EQ(own->days.value, 1.5);
}

TEST_F(Reform, SetsAreThoseOfTheBaseUnlessContingenciesAreNew) {
  EXPECT_EQ(sets(applied(std::string(kHead))), "north north+south ");
  EXPECT_EQ(sets(applied(std::string(kHead) + "[[contingency]]\nid = \"north\"\nweight = 2\n")),
            "north north+south ");
  const std::string east = "[[contingency]]\nid = \"east\"\nevent = \"RUS attacks FRA\"\n";
  const std::string west = "[[contingency]]\nid = \"west\"\nevent = \"RUS attacks FRA\"\n";
  EXPECT_EQ(sets(applied(std::string(kHead) + east)), "east ");
  EXPECT_EQ(sets(applied(std::string(kHead) + west + east)), "west east west+east ");
  EXPECT_EQ(sets(applied(std::string(kEmpty) + west + east)), "west+east ");
  EXPECT_EQ(sets(applied("[scenario]\nname = \"m\"\nsets = [[\"south\", \"east\"]]\n" + east)),
            "south+east ");
}

TEST_F(Reform, AnEmptyScenarioKeepsNamesOnly) {
  const Library made = applied(std::string(kEmpty) + R"([[state]]
id = "blue"
forces = { heavy_brigade = 2, BCT = 4 }
[[readiness]]
element = "BCT"
day = 0
share = 0.5
[[pool]]
owner = "USA"
base = "moon"
element = "tanker"
amount = 7
[element_weights]
fsq = 2
)");
  const world::World& world = made.world;
  EXPECT_TRUE(made.plan.empty);
  EXPECT_TRUE(made.law.agreements.empty());
  EXPECT_TRUE(world.deployments.empty());
  EXPECT_TRUE(world.participations.empty());
  EXPECT_TRUE(world.contingencies.empty());
  EXPECT_TRUE(made.plan.sets.empty());
  EXPECT_EQ(world.readiness.size(), 1u);
  ASSERT_EQ(world.pools.size(), 3u);
  const auto* heavy = pool(made, "blue", "blue", "heavy_brigade");
  EXPECT_EQ(heavy->ready, 1);
  EXPECT_EQ(heavy->home_defence.value, 0);
  EXPECT_TRUE(heavy->home);
  // Where readiness is given by days, it is not fixed.
  EXPECT_FALSE(pool(made, "blue", "blue", "BCT")->ready);
  EXPECT_TRUE(pool(made, "USA", "moon", "tanker")->home);
  EXPECT_EQ(world.elements.size(), 4u);
  EXPECT_EQ(made.plan.element_weights.size(), 1u);
  EXPECT_EQ(world.states.size(), library_.world.states.size() + 1);
  // What builds on it goes by the same rules.
  file("below.toml", std::string(kEmpty));
  const Library child = applied(
      "[scenario]\nname = \"m\"\nbase = \"below.toml\"\n[[pool]]\nowner = \"USA\"\nbase = "
      "\"moon\"\nelement = \"BCT\"\namount = 7\n");
  EXPECT_TRUE(child.plan.empty);
  EXPECT_EQ(pool(child, "USA", "moon", "BCT")->ready, 1);
}

TEST_F(Reform, WhatIsAskedIsAddedToThatOfTheBase) {
  file("below.toml", std::string(kHead) +
                         "[element_weights]\ntanker = 1\nheavy_brigade = 2\n[uncertainty]\na = [0, "
                         "1]\nb = [0, 1]\n[models]\nhonour = \"x\"\n");
  const Library made = applied(
      "[scenario]\nname = \"m\"\nbase = \"below.toml\"\n[element_weights]\ntanker = 5\n"
      "[uncertainty]\nb = [2, 3]\n[models]\naggressor = \"y\"\n");
  ASSERT_EQ(made.plan.element_weights.size(), 2u);
  EXPECT_EQ(made.plan.element_weights[0].second, 5);
  EXPECT_EQ(made.plan.uncertainty[1].second, std::pair(2.0, 3.0));
  EXPECT_EQ(made.plan.models.size(), 2u);
}

TEST_F(Reform, AStateLeftOutSendsNothing) {
  const std::vector<std::string> without{"USA", "GBR"};
  const auto made = reform(library_, "", without);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->world.pools.size(), 1u);
  EXPECT_TRUE(made->world.participations.empty());
  EXPECT_NE(made->hash, library_.hash);
}

}  // namespace
}  // namespace entente::scenario
