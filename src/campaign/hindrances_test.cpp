#include "campaign/hindrances.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign::test {
namespace {

TEST(Hindrances, ClosedBasesLetOthersNotSetOut) {
  const std::string lever =
      "[scenario]\nname = \"x\"\n[[lever]]\ncard = \"deny_access\"\nhosts = [\"JPN\"]\n"
      "contingencies = [\"taiwan\"]\n";
  const auto laid = laid_out(reformed(lever));
  ASSERT_NE(laid, nullptr);
  const Laid& before = reference_laid();
  std::size_t closed = 0;
  for (std::size_t p = 0; p < laid->situation.pools.size(); ++p) {
    const PoolCase &one = laid->situation.pools[p], &was = before.situation.pools[p];
    const bool japanese = laid->situation.owners[static_cast<std::size_t>(one.owner)].name == "JPN";
    EXPECT_EQ(one.reach[before.place("korea")].possible, was.reach[before.place("korea")].possible);
    const std::size_t taiwan = before.place("taiwan");
    if (one.reach[taiwan].possible == was.reach[taiwan].possible) continue;
    EXPECT_FALSE(japanese);
    EXPECT_EQ(one.name.rfind("japan", 0), 0u) << one.name;
    ++closed;
  }
  EXPECT_GT(closed, 0u);
}

TEST(Hindrances, ClosedAirspaceLengthensTheWayAndNeverHelps) {
  const std::string lever =
      "[scenario]\nname = \"x\"\n[[lever]]\ncard = \"deny_overflight\"\nstates = [\"IDN\"]\n"
      "from = [\"australia\"]\ncontingencies = [\"scs_gray_zone\", \"taiwan\"]\nfactor = 1.4\n";
  const auto laid = laid_out(reformed(lever));
  ASSERT_NE(laid, nullptr);
  const Laid& before = reference_laid();
  const std::size_t taiwan = before.place("taiwan"), korea = before.place("korea");
  std::size_t longer = 0;
  for (std::size_t p = 0; p < laid->situation.pools.size(); ++p) {
    const PoolCase &one = laid->situation.pools[p], &was = before.situation.pools[p];
    const double days = one.reach[taiwan].days.range.value;
    EXPECT_EQ(one.reach[korea].days.range.value, was.reach[korea].days.range.value);
    if (days == was.reach[taiwan].days.range.value) continue;
    EXPECT_NEAR(days, 1.4 * was.reach[taiwan].days.range.value, 1e-9);
    EXPECT_EQ(one.name.rfind("australia", 0), 0u) << one.name;
    const std::string& element =
        before.situation.element_names[static_cast<std::size_t>(one.element)];
    EXPECT_TRUE(element != "heavy_brigade" && element != "surface_combatant") << element;
    ++longer;
  }
  EXPECT_GT(longer, 2u);
  const std::vector<int> set{static_cast<int>(taiwan)};
  EXPECT_GE(optimum(*laid, laid->kept(), set), optimum(before, before.kept(), set) - 1e-12);
}

TEST(Hindrances, DisruptionTakesItsShareForItsDays) {
  const std::string lever =
      "[scenario]\nname = \"x\"\n[[lever]]\ncard = \"disrupt\"\nstates = [\"USA\", \"EST\"]\n"
      "share = 0.2\ndays = 5\n";
  const auto laid = laid_out(reformed(lever));
  ASSERT_NE(laid, nullptr);
  const Laid& before = reference_laid();
  const std::size_t periods = before.situation.periods(), places = before.situation.places.size();
  const std::size_t baltic = before.place("baltic"), korea = before.place("korea");
  for (std::size_t p = 0; p < laid->situation.pools.size(); ++p) {
    const std::string& owner =
        laid->situation.owners[static_cast<std::size_t>(laid->situation.pools[p].owner)].name;
    const bool hit = owner == "USA" || owner == "EST";
    const auto ready = [&](const Numbers& n, std::size_t t) {
      return n.ready[(p * places + baltic) * periods + t];
    };
    // Days 0 to 3 in full, two of the seven from day 3, none after.
    EXPECT_NEAR(ready(laid->numbers, 0), ready(before.numbers, 0) * (hit ? 0.8 : 1), 1e-12);
    EXPECT_NEAR(ready(laid->numbers, 1), ready(before.numbers, 1) * (hit ? 1 - 0.2 * 2 / 7 : 1),
                1e-12);
    EXPECT_DOUBLE_EQ(ready(laid->numbers, 2), ready(before.numbers, 2));
  }
  const auto host = [&](const Numbers& n, std::size_t place) {
    return n.host[(place * before.situation.elements.size() +
                   static_cast<std::size_t>(before.element("light_brigade"))) *
                  periods];
  };
  EXPECT_NEAR(host(laid->numbers, baltic), 0.8 * host(before.numbers, baltic), 1e-12);
  EXPECT_DOUBLE_EQ(host(laid->numbers, korea), host(before.numbers, korea));
  EXPECT_GT(host(before.numbers, korea), 0);
}

}  // namespace
}  // namespace entente::campaign::test
