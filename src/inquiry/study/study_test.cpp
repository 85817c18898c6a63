// Studies by hand: what money buys, what variants differ by, what turns a comparison.
#include "inquiry/study/study.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "campaign/test_scenario.h"
#include "inquiry/study/measures.h"
#include "inquiry/study/turning.h"
#include "scenario/levers/lever.h"

namespace entente::inquiry {
namespace {

using campaign::test::reference;
using namespace studies;

/// A hub with two allies, one of which is attacked; drones weigh as much as brigades.
constexpr const char* kWorld = R"([scenario]
name = "small"
empty = true
[element_weights]
heavy_brigade = 1
drones = 1
[[contingency]]
id = "attack"
event = "RUS attacks POL"
demand = [
  { element = "heavy_brigade", day = 0, amount = 10 },
  { element = "drones", day = 0, amount = 4 },
]
host_supply = [{ element = "heavy_brigade", day = 0, amount = 2 }]
[[pool]]
owner = "USA"
base = "us"
element = "heavy_brigade"
amount = 3
[[pool]]
owner = "DEU"
base = "germany"
element = "heavy_brigade"
amount = 1
[[pool]]
owner = "POL"
base = "poland"
element = "heavy_brigade"
amount = 2
[[commitment]]
promisor = "USA"
beneficiary = "POL"
reliability = 1
[[commitment]]
promisor = "USA"
beneficiary = "DEU"
reliability = 1
[[commitment]]
promisor = "DEU"
beneficiary = "POL"
reliability = 1
)";

/// A study over that world, in files of its own.
class Files {
 public:
  explicit Files(const std::string& study, const std::string& world = kWorld) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        std::filesystem::path(testing::TempDir()) / (std::string("entente_study_") + test->name());
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "world.toml") << world;
    std::ofstream(folder_ / "study.toml") << "[study]\nname = \"s\"\nscenario = \"world.toml\"\n"
                                          << study;
  }
  ~Files() { std::filesystem::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  [[nodiscard]] Result<card::Record> run(const std::string& vary, std::int64_t draws = 16,
                                         int threads = 0, card::Arguments arguments = {}) const {
    for (const card::Field& field : study.card.fields)
      if (!field.fallback.empty())
        arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
    arguments["vary"] = {vary};
    Run how;
    how.draws = draws;
    how.threads = threads;
    return study.run({reference(), (folder_ / "study.toml").string(), arguments, how});
  }

 private:
  std::filesystem::path folder_;
};

double number(const card::Table& table, std::size_t row, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == column) return std::get<double>(table.rows[row][i]);
  ADD_FAILURE() << column;
  return 0;
}
std::string text(const card::Table& table, std::size_t row, const std::string& column) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == column) return std::get<std::string>(table.rows[row][i]);
  return "";
}

double price(const char* state, const char* element, double lines) {
  const world::World& world = reference().world;
  for (const world::Element& one : world.elements)
    if (one.id == world.symbols.find(element))
      return scenario::unit_cost(world, one, world.symbols.find(state), 10, lines, 0.15);
  return 0;
}

constexpr const char* kTwoWays = R"(money = 2
[[variant]]
id = "today"
[[variant]]
id = "mix"
spend = { how = "present_mix" }
[[variant]]
id = "pool"
spend = { how = "pooled" }
)";

TEST(Study, CostOfAUnitByTheFormula) {
  // Purchase 3.5, 10 years of annual cost at .6 of the prices of the United States.
  const world::World& world = reference().world;
  const auto& brigade =
      *std::ranges::find(world.elements, world.symbols.find("heavy_brigade"), &world::Element::id);
  const double expected =
      brigade.purchase_cost.value * std::pow(6, 0.15) + 10 * 0.6 * brigade.annual_cost.value;
  EXPECT_NEAR(price("DEU", "heavy_brigade", 6), expected, 1e-12);
  EXPECT_DOUBLE_EQ(brigade.purchase_cost.value, 3.5);
}

TEST(Study, GapsByHandAndTheMixOfToday) {
  const Files files(kTwoWays);
  const auto record = files.run("none");
  ASSERT_TRUE(record) << to_text(record.error().front());
  const auto& headline = *record->find("headline");
  ASSERT_EQ(headline.rows.size(), 3u);
  // Of 8 brigades beside the host's 2 come 4, and no drones: 4 + 4 short, of two elements.
  EXPECT_NEAR(number(headline, 0, "gap"), 100 * (4 + 4) / 2.0, 1e-9);
  // Germany and Poland share 20 bn over ten years by GDP and buy brigades only.
  const world::World& world = reference().world;
  const double germany = scenario::gdp_of(world, world.symbols.find("DEU"));
  const double poland = scenario::gdp_of(world, world.symbols.find("POL"));
  const double bought = 20 / price("DEU", "heavy_brigade", 6);
  const auto& purchases = *record->find("purchases");
  double units = 0;
  for (std::size_t i = 0; i < purchases.rows.size(); ++i) {
    if (text(purchases, i, "variant") != "mix") continue;
    EXPECT_EQ(text(purchases, i, "element"), "heavy_brigade");
    const double share =
        (text(purchases, i, "state") == "DEU" ? germany : poland) / (germany + poland);
    EXPECT_NEAR(number(purchases, i, "units"), bought * share, 1e-9);
    units += number(purchases, i, "units");
  }
  EXPECT_NEAR(units, bought, 1e-9);
  // Germany's come; Poland's stand in its own host supply.
  EXPECT_NEAR(number(headline, 1, "gap"), 100 * (4 - bought + 4) / 2.0, 1e-6);
  EXPECT_NEAR(number(headline, 1, "diff"), -100 * bought / 2.0, 1e-6);
  EXPECT_NEAR(number(headline, 1, "cost"), 2, 1e-9);
}

TEST(Study, ThePoolBuysWhatClosesMostForTheMoney) {
  const Files files(kTwoWays);
  const auto record = files.run("none");
  ASSERT_TRUE(record);
  // One drone unit is cheaper than one brigade and counts as much: 4 of them first, if the money
  // lasts, then brigades; shared by GDP, all of which come.
  const double drones = price("DEU", "drones", 3), brigade = price("DEU", "heavy_brigade", 3);
  ASSERT_LT(drones, brigade);
  const double step = 0.4;                                    // 2 % of 20 bn.
  const double wanted = std::ceil(4 * drones / step) * step;  // Whole steps.
  const double money = std::min(20.0, wanted);
  const double short_now = std::max(0.0, 4 - money / drones) + 4 - (20 - money) / brigade;
  EXPECT_NEAR(number(*record->find("headline"), 2, "gap"), 100 * short_now / 2, 1e-6);
}

TEST(Study, AChangedAssumptionChangesItAsTheFormulaSays) {
  const Files files(kTwoWays);
  const auto usual = files.run("none"), dear = files.run("none", 16, 0, {{"kappa", {"0.32"}}});
  ASSERT_TRUE(usual && dear);
  const double purchase = 3.5, running = price("DEU", "heavy_brigade", 1) - purchase;
  const double ratio =
      (purchase * std::pow(6, 0.15) + running) / (purchase * std::pow(6, 0.32) + running);
  const auto& before = *usual->find("headline");
  const auto& after = *dear->find("headline");
  EXPECT_NEAR(number(after, 1, "diff"), ratio * number(before, 1, "diff"), 1e-6);
  EXPECT_DOUBLE_EQ(number(after, 0, "gap"), number(before, 0, "gap"));
  EXPECT_GT(number(after, 2, "gap"), number(before, 2, "gap"));
}

TEST(Study, AloneEachBuysForItselfBlindToTheOthers) {
  // Two allies each see 4 drones missing, and each may buy all of them: with enough money twice
  // what is needed is bought.
  const Files files(R"(money = 20
[[variant]]
id = "today"
[[variant]]
id = "alone"
spend = { how = "each_alone" }
)");
  const auto record = files.run("none");
  ASSERT_TRUE(record);
  const auto& purchases = *record->find("purchases");
  double drones = 0;
  for (std::size_t i = 0; i < purchases.rows.size(); ++i)
    if (text(purchases, i, "element") == "drones") drones += number(purchases, i, "units");
  EXPECT_GT(drones, 7.9);
  const auto& headline = *record->find("headline");
  EXPECT_LT(number(headline, 1, "cost"), 20);  // Money that closes no gap is not spent.
  EXPECT_NEAR(number(headline, 1, "gap"), 0, 1e-6);
}

TEST(Study, DifferencesArePairedDrawByDraw) {
  const Files files(R"(money = 2
[[belief]]
id = "doubt"
levers = [{ card = "doubt", promisors = ["DEU"], mu = -1, mu_low = -2, mu_high = 0 }]
[[variant]]
id = "today"
[[variant]]
id = "pool"
spend = { how = "pooled" }
)");
  const auto record = files.run("all", 64);
  ASSERT_TRUE(record);
  const auto& table = *record->find("headline");
  EXPECT_NEAR(number(table, 1, "gap") - number(table, 0, "gap"), number(table, 1, "diff"), 1e-9);
  const double apart = number(table, 1, "gap_hi") - number(table, 1, "gap_lo");
  EXPECT_LT(number(table, 1, "diff_hi") - number(table, 1, "diff_lo"), apart + 1e-9);
  EXPECT_LE(number(table, 1, "diff_p05"), number(table, 1, "diff_p95"));
}

TEST(Study, AnyNumberOfThreadsGivesTheSameRecord) {
  const Files files(kTwoWays);
  const auto one = files.run("all", 32, 1), two = files.run("all", 32, 2);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->finding, two->finding);
  ASSERT_EQ(one->tables.size(), two->tables.size());
  for (std::size_t i = 0; i < one->tables.size(); ++i)
    EXPECT_EQ(one->tables[i].rows, two->tables[i].rows) << one->tables[i].name;
}

TEST(Study, WhatTurnsAComparisonIsFoundByItsValue) {
  // A promise of Germany that is doubted against one brigade at the host's: with 3 units from
  // Germany at reliability Phi(mu), both are equal at Phi(mu) = 1/3.
  const std::string world = R"([scenario]
name = "small"
empty = true
[element_weights]
heavy_brigade = 1
[[contingency]]
id = "attack"
event = "RUS attacks POL"
demand = [{ element = "heavy_brigade", day = 0, amount = 10 }]
host_supply = [{ element = "heavy_brigade", day = 0, amount = 1 }]
[[pool]]
owner = "DEU"
base = "germany"
element = "heavy_brigade"
amount = 3
[[pool]]
owner = "FRA"
base = "france"
element = "heavy_brigade"
amount = 1
)";
  const Files files(R"([[belief]]
id = "doubt"
levers = [{ card = "doubt", promisors = ["DEU"], mu = 0.5, mu_low = -2, mu_high = 1 }]
[[variant]]
id = "france"
levers = [{ card = "guarantee", promisors = ["FRA"], beneficiaries = ["POL"], reliability = 1 }]
[[variant]]
id = "germany"
levers = [{ card = "guarantee", promisors = ["DEU"], beneficiaries = ["POL"], reliability = 0.5 }]
)",
                    world);
  const auto record = files.run("all", 16);
  ASSERT_TRUE(record) << to_text(record.error().front());
  const auto& turning = *record->find("turning");
  ASSERT_FALSE(turning.rows.empty());
  EXPECT_EQ(text(turning, 0, "name"), "doubt about DEU");
  // Below the middle mu runs evenly from -2 to .5; Phi^-1(.5) = 0 and Phi^-1(1/3) = -.4307.
  const double u = 0.5 * (-0.430727 + 2) / 2.5;
  EXPECT_NEAR(number(turning, 0, "at_quantile"), u, 1e-3);
  EXPECT_LT(number(turning, 0, "diff"), 0);
}

TEST(Study, WithNoLeverItIsTheLedger) {
  const campaign::test::Laid& laid = campaign::test::reference_laid();
  const auto world = campaign::shared_world(laid.situation, laid.numbers);
  const std::vector<int> set{0, 1};
  const double gap = laid.situation.percent(
      campaign::shortfall(campaign::draw_in(*world, campaign::Honour::drawn, 1, 3), set));
  StudyFile file;
  file.name = "s";
  file.baseline = "a";
  file.beliefs = {{"as_is", "as it is", {}}};
  StudyVariant a, b;
  a.id = "a";
  b.id = "b";
  file.variants = {a, b};
  const card::Arguments arguments;
  const entente::Run run;
  scenario::Library library = reference();
  ASSERT_TRUE(name_hub_allies(file, library));
  const auto cells = make_cells({file, library, arguments, 1, 4, run}, {});
  ASSERT_TRUE(cells);
  const Watching watching{*cells, {set}, 0, true, {{true, false}, 1, 4}};
  const auto drawn = watch(watching, run);
  EXPECT_EQ(cells->at(1)->baseline, 0);
  const Figures figures = figures_of(watching);
  EXPECT_DOUBLE_EQ(drawn.heads.mean(figures.difference(figures.gap(1, 0))), 0);
  const HubShare share =
      hub_share(*cells->at(0), campaign::draw_in(*world, campaign::Honour::kept), set);
  EXPECT_GT(share.needs, share.sends);
  EXPECT_LT(share.needs, 1);
  EXPECT_GT(gap, 0);
}

TEST(Study, LinesOfProductionTurnAMixAgainstAnother) {
  // Two variants buy the same brigades; what differs is lines: those given, 9, against 6 of today.
  const Files files(R"(money = 2
[[variant]]
id = "nine"
spend = { how = "present_mix", lines = 9 }
[[variant]]
id = "today"
spend = { how = "present_mix" }
)");
  const auto record = files.run("all", 16);
  ASSERT_TRUE(record) << to_text(record.error().front());
  const auto& turning = *record->find("turning");
  ASSERT_FALSE(turning.rows.empty());
  EXPECT_EQ(text(turning, 0, "name"), "lines_today");
  EXPECT_LT(number(turning, 0, "diff"), 0);
  EXPECT_LT(number(turning, 0, "diff_low"), number(turning, 0, "diff"));
  EXPECT_GT(number(turning, 0, "diff_high"), 0);
  // Interpolated between 6 and 17; equal at 9 lines on a curve that flattens.
  EXPECT_GT(number(turning, 0, "turns_at"), 8);
  EXPECT_LT(number(turning, 0, "turns_at"), 12);
}

std::string refusal(const std::string& study) {
  const Files files(study);
  const auto record = files.run("none");
  if (record) return "not refused";
  std::string all;
  for (const Error& one : record.error()) all += to_text(one) + "\n";
  return all;
}

TEST(StudyFaults, LeversThatExcludeEachOther) {
  const std::string all = refusal(R"([[variant]]
id = "a"
levers = [
  { card = "doubt", promisors = ["DEU"], mu = -1, excludes = ["pact"] },
  { card = "pact", states = ["DEU", "POL"] },
]
[[variant]]
id = "b"
)");
  EXPECT_NE(all.find("[excluded]"), std::string::npos) << all;
}

TEST(StudyFaults, ALeverWithoutMoney) {
  EXPECT_NE(refusal(R"([[variant]]
id = "a"
levers = [{ card = "buy", states = ["DEU"], element = "drones" }]
[[variant]]
id = "b"
)")
                .find("money"),
            std::string::npos);
}

TEST(StudyFaults, AnUnknownHubAndUnknownSpenders) {
  EXPECT_NE(refusal("hub = \"UAS\"\n[[variant]]\nid = \"a\"\n[[variant]]\nid = \"b\"\n")
                .find("there is no state called `UAS`"),
            std::string::npos);
  EXPECT_NE(refusal(R"([[variant]]
id = "a"
spend = { how = "pooled", money = 3, states = ["hub_alies"] }
[[variant]]
id = "b"
)")
                .find("did you mean `hub_allies`?"),
            std::string::npos);
}

}  // namespace
}  // namespace entente::inquiry
