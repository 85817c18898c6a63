#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scenario/test_library.h"
#include "scenario/toml_text.h"

namespace entente::scenario {
namespace {

using test::fault_lines;
using test::read_text;
using test::small_library;

const Library& library() {
  static const Library made = small_library();
  return made;
}

std::string again(const std::string& text) {
  const auto read = read_text(text, library());
  return read ? to_toml(*read) : fault_lines(read.error());
}

constexpr std::string_view kCanonical = R"([scenario]
name = "mine"
date = 1994-07-28
horizon = 30
after_months = 60
sets = [["north"], ["north", "east"]]

[[contingency]]
id = "east"
name = "say \"when\" \\ \u0001"
event = "RUS attacks FRA"
weight = 0.1
demand = [
  { element = "heavy_brigade", day = 0, amount = 3, low = 2, high = 4.5 },
  { element = "tanker", day = 10, amount = 1e+20 },
]
host_supply = []

[[state]]
id = "FRA"
forces = { heavy_brigade = 5, tanker = 0.25 }

[[pool]]
id = "mover"
owner = "USA"
base = "gulf"
element = "heavy_brigade"
amount = 2
ready = 0.5
home = false
moved_from = "USA/us_west"

[[readiness]]
element = "tanker"
day = 10
share = 0.5

[[deploy]]
pool = "mover"
contingency = "east"
days = 100000

[[munition_stock]]
holder = "USA"
munition = "missile"
stock = 1000
stock_low = 700
stock_high = 1900
production_month = 52

[[munition_use]]
contingency = "east"
munition = "missile"
per_day = 110
per_day_low = 85
per_day_high = 150
half_life = 5

[element_weights]
tanker = 2

[[commitment]]
promisor = "ITA"
beneficiary = "FRA"
kind = "fight"

[agreements]
remove = ["pact"]

[readings]
membership = "does_not"

[[turn]]
year = 2100
promisor = "USA"
doubt = -0.5
doubt_low = -1
doubt_high = 0
leaves = ["pact"]

[[lever]]
card = "buy"
cost = -3
cost_low = -8
cost_high = 0
excludes = ["grow"]
states = ["USA", "FRA"]
element = "tanker"
units = 2.5
units_low = 2
units_high = 3
shared_by = "equal"

[uncertainty]
rho = [-0.5, 0.5]
"odd key" = [1.5, 2]

[models]
honour = "independent"
)";

TEST(WrittenScenario, ComesBackByteForByte) {
  EXPECT_EQ(again(std::string(kCanonical)), kCanonical);
}

TEST(WrittenScenario, HasTheKeysInTheOrderOfTheTable) {
  EXPECT_EQ(again("[models]\nhonour = \"x\"\n# A remark.\n[[contingency]]\ndemand = [{day = 0, "
                  "amount = 1.0, element = \"tanker\"}]\nid = \"north\"\n[scenario]\nname = 'm'\n"),
            "[scenario]\nname = \"m\"\n\n[[contingency]]\nid = \"north\"\ndemand = [\n"
            "  { element = \"tanker\", day = 0, amount = 1 },\n]\n\n[models]\nhonour = \"x\"\n");
}

TEST(WrittenScenario, BreaksLongSets) {
  std::string sets;
  for (int i = 0; i < 2; ++i)
    sets += std::string("  [\"") + (i == 0 ? "a" : "b") + std::string(60, 'x') + "\"],\n";
  std::string text = "[scenario]\nname = \"m\"\nsets = [\n" + sets + "]\n";
  for (const char first : {'a', 'b'})
    text += "\n[[contingency]]\nid = \"" + std::string(1, first) + std::string(60, 'x') +
            "\"\nevent = \"RUS attacks FRA\"\n";
  EXPECT_EQ(again(text), text);
}

TEST(NumberText, IsShortAndExact) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(-0.0), "0");
  EXPECT_EQ(number_text(100000), "100000");
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(-2.5), "-2.5");
  EXPECT_EQ(number_text(1e300), "1e+300");
}

RC_GTEST_PROP(AnyNumber, reads_back_as_itself, (double value)) {
  RC_PRE(std::isfinite(value));
  const auto document = text::parse_toml("x = " + number_text(value), "x");
  RC_ASSERT(document.has_value());
  RC_ASSERT(document->root.find("x")->real == value);
}

RC_GTEST_PROP(AnyText, reads_back_as_itself, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
  const auto document = text::parse_toml("x = " + quoted_text(text), "x");
  RC_ASSERT(document.has_value());
  RC_ASSERT(document->root.find("x")->text == text);
}

std::string any_of(std::initializer_list<const char*> names) {
  return *rc::gen::elementOf(std::vector<std::string>(names.begin(), names.end()));
}
bool perhaps() { return *rc::gen::arbitrary<bool>(); }
double any_amount() { return *rc::gen::inRange(0, 4000) / 8.0; }
double any_share() { return *rc::gen::inRange(0, 9) / 8.0; }

template <class Make>
auto perhaps(Make make) -> std::optional<decltype(make())> {
  return perhaps() ? std::optional(make()) : std::nullopt;
}

ScenarioPool any_pool(const std::string& base) {
  ScenarioPool pool;
  pool.owner = any_of({"USA", "FRA", "GBR"});
  pool.base = base;
  pool.element = any_of({"heavy_brigade", "tanker"});
  pool.amount = any_amount();
  if (perhaps()) {
    pool.amount_low = *pool.amount / 2;
    pool.amount_high = *pool.amount * 2;
  }
  pool.ready = perhaps(any_share);
  pool.home_defence = perhaps(any_share);
  pool.home = perhaps([] { return perhaps(); });
  return pool;
}

ScenarioMunitionStock any_stock() {
  ScenarioMunitionStock made;
  made.holder = any_of({"USA", "europeans"});
  made.munition = "missile";
  const double rounds = any_amount();
  made.stock = world::Uncertain{rounds, rounds / 2, rounds * 2, true, 'C'};
  if (perhaps()) made.production = world::Uncertain::known(any_amount());
  return made;
}

/// A scenario without faults.
ScenarioFile any_scenario() {
  ScenarioFile file;
  file.name = "mine";
  file.empty = perhaps();
  if (perhaps()) file.date = make_date(*rc::gen::inRange(1950, 2026), 2, 3);
  file.horizon = perhaps([] { return *rc::gen::inRange(1, 3651); });
  if (perhaps()) file.states.push_back({"blue", {{"tanker", any_amount()}}});
  for (const std::string base : {"us_west", "us_east", "gulf"})
    if (perhaps()) file.pools.push_back(any_pool(base));
  if (!file.pools.empty() && perhaps()) file.pools.front().id = "one";
  if (perhaps()) file.readiness.push_back({"tanker", *rc::gen::inRange(0, 90), any_share()});
  if (perhaps()) file.munition_stocks.push_back(any_stock());
  if (perhaps()) file.element_weights.emplace_back("tanker", any_amount());
  if (perhaps()) {
    ScenarioCommitment promise;
    promise.promisor = "ITA";
    promise.beneficiary = "RUS";
    if (perhaps()) promise.duty = treaty::Duty(*rc::gen::inRange(0, 8));
    if (perhaps()) promise.form = treaty::Form(*rc::gen::inRange(0, 5));
    promise.institution = perhaps([] { return *rc::gen::inRange(0, 4); });
    promise.reliability = perhaps(any_share);
    file.commitments.push_back(promise);
  }
  if (perhaps()) file.remove = {"pact"};
  if (perhaps()) file.uncertainty.push_back({"rho", {-any_amount(), any_amount()}});
  if (perhaps()) file.models.emplace_back("honour", "independent");
  return file;
}

RC_GTEST_PROP(AnyScenario, is_written_and_read_back, ()) {
  const std::string text = to_toml(any_scenario());
  const auto read = read_text(text, library());
  if (!read) RC_FAIL(text + fault_lines(read.error()));
  RC_ASSERT(to_toml(*read) == text);
}

}  // namespace
}  // namespace entente::scenario
