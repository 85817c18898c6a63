#include "campaign/joint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "campaign/named_programme.h"
#include "campaign/test_problems.h"
#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::laid_out;
using test::reformed;

/// A guard far away: five light brigades of 8,000 tonnes, two units of lift, 6,500 km. A brigade
/// takes 8000 / 500 = 16 unit-days of lift.
constexpr std::string_view kFar = R"([scenario]
name = "far"
empty = true
sets = [["war"]]
[element_weights]
light_brigade = 1
[[state]]
id = "guard"
forces = { light_brigade = 5, strategic_lift = 2 }
[[state]]
id = "client"
[[state]]
id = "raider"
[[commitment]]
promisor = "guard"
beneficiary = "client"
kind = "fight"
reliability = 1
[[contingency]]
id = "war"
event = "raider attacks client"
demand = [{ element = "light_brigade", day = 0, amount = 5 }]
[[deploy]]
pool = "guard"
contingency = "war"
)";

void set_rules(Laid& laid, const Rules& rules) {
  laid.situation.move_by(rules);
  laid.numbers = laid.world({});
}

double gap(const Laid& laid, const std::vector<int>& set) {
  return test::optimum(laid, laid.kept(), set);
}

/// Within 5 days of warning two units of lift carry 10 unit-days, by day 3 16, by day 10 30; by
/// day 30 ships have come.
TEST(Joint, LiftLimitsWhatComesByAir) {
  const auto laid = laid_out(reformed(std::string(kFar) + "km = 6500\n"));
  ASSERT_NE(laid, nullptr);
  EXPECT_NEAR(gap(*laid, {0}), 0, 1e-9);
  set_rules(*laid, {.lift = true});
  EXPECT_NEAR(gap(*laid, {0}),
              (3 * (5 - 10 / 16.0) + 7 * (5 - 16 / 16.0) + 20 * (5 - 30 / 16.0)) / 90, 1e-9);
  const WorldTerms world = world_terms(laid->situation, laid->numbers);
  const DrawTerms terms = draw_terms(world, laid->kept());
  const std::vector<int> set{0};
  const SetAllocation found = allocate_set(terms, set);
  const auto k = static_cast<std::size_t>(laid->element("light_brigade"));
  const double expected[] = {5 - 10 / 16.0, 4, 5 - 30 / 16.0, 0, 0};
  for (std::size_t t = 0; t < 5; ++t)
    EXPECT_NEAR(found.best[k].shortage[t], expected[t], 1e-7) << t;
  // One more unit of lift carries 5, 8 and 15 unit-days by days 0, 3 and 10.
  const auto carrier = static_cast<std::size_t>(laid->situation.carrier);
  ASSERT_EQ(found.best[carrier].price.size(), 1u);
  EXPECT_NEAR(found.best[carrier].price[0], (3 * 5 + 7 * 8 + 20 * 15) / 16.0 / 90, 1e-6);
}

/// A made problem some of whose units need lift.
Problem lifted(int element, const auto& pick, const test::Shape& shape) {
  Problem p = test::make_problem(pick, shape).problem;
  p.element = element;
  for (Slot& slot : p.slots)
    if (!slot.inside) slot.lift = pick(0, 3);
  return p;
}

RC_GTEST_PROP(Joint, ReductionUnderLiftKeepsTheOptimum, ()) {
  const auto pick = [](int low, int high) { return *rc::gen::inRange(low, high); };
  const test::Shape shape{.some_work = true,
                          .most_periods = 2,
                          .most_places = 2,
                          .least_places = 2,
                          .one_theatre = true,
                          .some_idle = true};
  Lift lift{.carrier = 2, .until = {4, 8}, .warning_days = 1};
  lift.air = static_cast<std::size_t>(pick(1, 3));
  const Problem first = lifted(0, pick, shape), second = lifted(1, pick, shape),
                carrier = lifted(lift.carrier, pick, shape);
  RC_PRE(first.periods == second.periods && first.periods == carrier.periods);
  lift.until.resize(first.periods);
  lift.air = std::min(lift.air, first.periods);
  const Problem less = reduced_under_lift(first, lift), lesser = reduced_under_lift(second, lift);
  const Problem* const whole[] = {&first, &second, &carrier};
  const Problem* const rest[] = {&less, &lesser, &carrier};
  const double best = solve::minimum(Joint(whole, false, &lift).lp());
  RC_ASSERT(std::abs(solve::minimum(Joint(rest, false, &lift).lp()) - best) <= 1e-8);
  RC_CLASSIFY(less.slots.size() < first.slots.size(), "smaller");
}

TEST(Joint, NearUnitsNeedNoLift) {
  for (const char* km : {"km = 1000\n", ""}) {
    const auto laid = laid_out(reformed(std::string(kFar) + km));
    ASSERT_NE(laid, nullptr);
    set_rules(*laid, {.lift = true});
    EXPECT_NEAR(gap(*laid, {0}), 0, 1e-9) << km;
  }
}

TEST(Joint, TheProgrammeForOtherSolversHasTheLimit) {
  const auto laid = laid_out(reformed(std::string(kFar) + "km = 6500\n"));
  ASSERT_NE(laid, nullptr);
  set_rules(*laid, {.lift = true});
  const std::vector<int> set{0};
  const NamedProgramme named = named_programme(laid->situation, laid->numbers, laid->kept(), set);
  EXPECT_NEAR(solve::minimum(named.lp), gap(*laid, set), 1e-9);
  for (const auto* names : {&named.rows, &named.columns})
    for (const std::string& name : *names) EXPECT_FALSE(name.empty());
  EXPECT_NE(std::ranges::find(named.rows, "lift.war.d10.war"), named.rows.end());
}

/// One unit and three clients: `early` asks for it until day 10, `late` from day 30 on, `long`
/// always; weights make them worth .5, .95 and 1.
std::string three_clients() {
  std::string text = R"([scenario]
name = "swing"
empty = true
sets = [["early", "late", "long"]]
[element_weights]
heavy_brigade = 1
[[state]]
id = "guard"
forces = { heavy_brigade = 1 }
[[state]]
id = "raider"
)";
  const auto client = [&](const std::string& id, const char* weight, const std::string& demand) {
    const std::string state = id + "_state";
    text += "[[state]]\nid = \"" + state + "\"\n[[commitment]]\npromisor = \"guard\"\n" +
            "beneficiary = \"" + state + "\"\nkind = \"fight\"\nreliability = 1\n" +
            "[[contingency]]\nid = \"" + id + "\"\nevent = \"raider attacks " + state +
            "\"\nweight = " + weight + "\ndemand = [" + demand + "]\n";
  };
  const auto at = [](int day, int amount) {
    return "{ element = \"heavy_brigade\", day = " + std::to_string(day) +
           ", amount = " + std::to_string(amount) + " },";
  };
  client("early", "4.5", at(0, 1) + at(10, 0));
  client("late", "1.425", at(0, 0) + at(30, 1));
  client("long", "1", at(0, 1));
  return text;
}

TEST(Joint, UnitsMaySwingAndThenGapsNeedNotBeSupermodular) {
  const auto laid = laid_out(reformed(three_clients()));
  ASSERT_NE(laid, nullptr);
  EXPECT_NEAR(gap(*laid, {0, 1}), 0.5, 1e-9);  // Committed once: the lesser is lost.
  set_rules(*laid, {.redeploy = true});
  EXPECT_NEAR(gap(*laid, {0, 1}), 0, 1e-9);
  const double kEarly = 0.5, kLate = 0.95, kLong = 1;
  EXPECT_NEAR(gap(*laid, {0, 2}), kEarly + kLong - (kEarly + 2.0 / 3), 1e-9);
  EXPECT_NEAR(gap(*laid, {1, 2}), kLate + kLong - (kLate + 1.0 / 9), 1e-9);
  EXPECT_NEAR(gap(*laid, {0, 1, 2}), kLong, 1e-9);
  EXPECT_NEAR(gap(*laid, {0, 1, 2}) - gap(*laid, {0, 2}) - gap(*laid, {1, 2}) + gap(*laid, {2}),
              -2.0 / 9, 1e-9);
  // A swing that takes longer has to begin on day 3, and costs the first client a week.
  laid->premises.movement.redeploy_loss_days = 21;
  laid->numbers = laid->world({});
  EXPECT_NEAR(gap(*laid, {0, 1}), 4.5 * 7 / 90, 1e-9);
}

TEST(Joint, InTheReferenceLiftCostsAndSwingsHelp) {
  const auto laid = laid_out(test::reference());
  ASSERT_NE(laid, nullptr);
  const std::vector<int> pair{static_cast<int>(laid->place("korea")),
                              static_cast<int>(laid->place("taiwan"))};
  const double plain = gap(*laid, pair);
  set_rules(*laid, {.redeploy = true});
  EXPECT_LE(gap(*laid, pair), plain + 1e-9);
  const int counted = laid->situation.counted;
  set_rules(*laid, {.lift = true});
  EXPECT_EQ(laid->situation.counted, counted - 1);
  const double limited = gap(*laid, pair);
  laid->numbers.tonnes.assign(laid->numbers.tonnes.size(), 0.0);
  EXPECT_GE(limited, gap(*laid, pair) - 1e-9);
}

}  // namespace
}  // namespace entente::campaign
