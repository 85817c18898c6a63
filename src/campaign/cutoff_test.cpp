#include "campaign/cutoff.h"

#include <gtest/gtest.h>

#include <cmath>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::reference;
using test::reference_laid;

Symbol at(std::string_view name) { return reference().world.symbols.find(name); }

Switch by(std::string_view patron) {
  Switch thrown;
  thrown.suppliers = suppliers_of(reference().world, at(patron));
  return thrown;
}

std::vector<Service> services(const Switch& thrown) {
  return services_of(reference_laid().library, &reference_laid().situation, thrown);
}

const std::string& name(Symbol symbol) { return reference().world.symbols.name(symbol); }

/// The services of one element of a user.
std::vector<Service> of(const std::vector<Service>& all, std::string_view user,
                        std::string_view element) {
  std::vector<Service> found;
  for (const Service& one : all)
    if (name(one.row->user) == user && name(one.row->element) == element) found.push_back(one);
  return found;
}

std::vector<Withheld> withheld(const std::vector<Service>& all, const Switch& thrown,
                               const WorldId& id = {}) {
  std::vector<Withheld> held;
  for (const Service& one : all) held.push_back(withheld_in(one, thrown, id));
  return held;
}

TEST(LeftBy, IsTheLawOfTheModels) {
  EXPECT_NEAR(left_by(0.8, 0, 0), 0.2, 1e-15);
  EXPECT_EQ(left_by(0.8, 90, 0), 1);
  EXPECT_NEAR(left_by(0.8, 90, 90), 1 - 0.8 * (1 - std::exp(-1.0)), 1e-15);
  EXPECT_NEAR(left_of({{0.8, 0}, {0.5, 0}}, 7), 0.1, 1e-15) << "services overlap";
}

TEST(Services, OfAPatronAreItsRowsAndShareTheNumbersOfTheLedger) {
  const Switch thrown = by("USA");
  const auto all = services(thrown);
  std::size_t rows = 0;
  for (const world::Dependency& row : reference().world.dependencies)
    rows += name(row.supplier) == "USA";
  EXPECT_EQ(all.size(), rows);
  const Situation& s = reference_laid().situation;
  const WorldId id{1, 3};
  const Numbers numbers = reference_laid().world(id);
  std::size_t counted = 0;
  for (const Service& one : all) {
    EXPECT_NE(one.substitute, nullptr) << name(one.row->user) << " " << name(one.row->service);
    const bool element = is_element_service(name(one.row->service)) ||
                         name(one.row->element) == world::kNuclearForces;
    EXPECT_EQ(one.hold < 0, element) << name(one.row->user) << " " << name(one.row->service);
    if (one.hold < 0) continue;
    ++counted;
    const auto h = static_cast<std::size_t>(one.hold);
    const Withheld held = withheld_in(one, thrown, id);
    EXPECT_EQ(held.share, numbers.hold_share[h]);
    EXPECT_EQ(held.lapse_days, s.holds[h].hard ? 0 : numbers.lapse_days[h]);
  }
  EXPECT_GT(counted, 400u);
}

TEST(Services, MayBeChosen) {
  Switch thrown = by("USA");
  thrown.services = {at("spares"), at("isr_data")};
  for (const Service& one : services(thrown))
    EXPECT_TRUE(one.row->service == at("spares") || one.row->service == at("isr_data"));
  EXPECT_LT(services(thrown).size(), services(by("USA")).size());
}

TEST(Services, OfAGroupAreThoseOfItsMembersToo) {
  const Switch thrown = by("eu_member");
  EXPECT_NE(std::ranges::find(thrown.suppliers, at("FRA")), thrown.suppliers.end());
  bool together = false, alone = false;
  for (const Service& one : services(thrown)) {
    together = together || name(one.row->supplier) == "eu_member";
    alone = alone || name(one.row->supplier) == "DEU";
    EXPECT_NE(name(one.row->user), "EST") << "a member does not cut itself off";
  }
  EXPECT_TRUE(together && alone);
  for (const Service& one : services(by("DEU"))) EXPECT_EQ(name(one.row->supplier), "DEU");
}

TEST(Withheld, OfGermanBrigadesIsWhatTheTablesSay) {
  const Switch thrown = by("USA");
  const auto held = withheld(of(services(thrown), "DEU", "heavy_brigade"), thrown);
  ASSERT_EQ(held.size(), 3u);
  EXPECT_NEAR(left_of(held, 0), 1 - 0.087, 1e-12);
  EXPECT_NEAR(
      left_of(held, 30),
      (1 - 0.025 * (1 - std::exp(-30 / 120.0))) * (1 - 0.087) * (1 - 0.15 * (1 - std::exp(-1.0))),
      1e-12);
}

TEST(Withheld, MayBeFeltAtOnceOrSlowly) {
  Switch thrown = by("USA");
  const auto brigades = of(services(thrown), "DEU", "heavy_brigade");
  thrown.felt = Felt::hard;
  EXPECT_NEAR(left_of(withheld(brigades, thrown), 0), 0.975 * 0.913 * 0.85, 1e-12);
  thrown.felt = Felt::slow;
  EXPECT_EQ(left_of(withheld(brigades, thrown), 0), 1);
  const double satcom = 1 - 0.087 * (1 - std::exp(-30 / 90.0));
  EXPECT_NEAR(
      left_of(withheld(brigades, thrown), 30),
      (1 - 0.025 * (1 - std::exp(-30 / 120.0))) * satcom * (1 - 0.15 * (1 - std::exp(-1.0))),
      1e-12);
}

TEST(Withheld, NothingIsLostWhereASubstituteIsInPlace) {
  Switch thrown = by("USA");
  const auto brigades = of(services(thrown), "DEU", "heavy_brigade");
  thrown.restore_months = 40;  // Munitions take 36 months, spares and satcom 48.
  EXPECT_NEAR(left_of(withheld(brigades, thrown), 1e6), 0.975 * 0.913, 1e-12);
  thrown.restore_months = 1200;
  EXPECT_EQ(left_of(withheld(brigades, thrown), 30), 1);
}

TEST(ThrownWorld, LeavesWhatTheLawOfTheModelsLeaves) {
  const auto& laid = reference_laid();
  const Situation& s = laid.situation;
  const Switch thrown = by("USA");
  const auto all = services(thrown);
  const Numbers cut = thrown_world(s, laid.numbers, all, thrown, {});
  const Kept kept = laid.kept();
  const std::vector<Withheld> held = withheld(of(all, "DEU", "heavy_brigade"), thrown);
  for (std::size_t place = 0; place < s.places.size(); ++place) {
    const auto shares = usable(s, cut, kept, static_cast<int>(laid.owner("DEU")),
                               laid.element("heavy_brigade"), place);
    for (std::size_t t = 0; t < s.periods(); ++t)
      EXPECT_NEAR(shares[t], left_of(held, s.days[t]), 1e-12);
    for (const double one :
         usable(s, supplied_world(laid.numbers, all), kept, static_cast<int>(laid.owner("DEU")),
                laid.element("heavy_brigade"), place))
      EXPECT_EQ(one, 1);
  }
  const auto bought = usable(s, naive_world(s, laid.numbers, all), kept,
                             static_cast<int>(laid.owner("DEU")), laid.element("heavy_brigade"), 0);
  EXPECT_NEAR(bought.front(), 1 - 0.025 - 0.087 - 0.15, 1e-12);
  EXPECT_EQ(bought.front(), bought.back());
}

TEST(ThrownWorld, NeverHelpsAndCostsMostWithoutTheForces) {
  const auto& laid = reference_laid();
  const Situation& s = laid.situation;
  Switch thrown = by("USA");
  const auto all = services(thrown);
  const std::vector<int> set{static_cast<int>(laid.place("baltic"))};
  const auto gap = [&](Numbers numbers) {
    const auto world = shared_world(s, std::move(numbers));
    return shortfall(draw_in(*world, Honour::kept), set);
  };
  const double supplied = gap(supplied_world(laid.numbers, all));
  const double cut = gap(thrown_world(s, laid.numbers, all, thrown, {}));
  const double naive = gap(naive_world(s, laid.numbers, all));
  thrown.forces_too = true;
  const double alone = gap(thrown_world(s, laid.numbers, all, thrown, {}));
  EXPECT_EQ(gap(laid.numbers), supplied) << "every promise kept, support too";
  EXPECT_LT(supplied, cut);
  EXPECT_LT(cut, naive);
  EXPECT_LT(cut, alone);
  thrown.forces_too = false;
  thrown.restore_months = 1200;
  EXPECT_EQ(gap(thrown_world(s, laid.numbers, all, thrown, {})), supplied);
}

TEST(ThrownWorld, KeepsOnlyThePatronsForcesAway) {
  const auto& laid = reference_laid();
  const Situation& s = laid.situation;
  Switch thrown = by("USA");
  thrown.forces_too = true;
  const Numbers cut = thrown_world(s, laid.numbers, services(thrown), thrown, {});
  const std::size_t cells = s.places.size() * s.elements.size();
  for (std::size_t o = 0; o < s.owners.size(); ++o)
    for (std::size_t i = o * cells; i < (o + 1) * cells; ++i)
      EXPECT_EQ(cut.share[i], s.owners[o].name == "USA" ? 0 : laid.numbers.share[i]);
}

}  // namespace
}  // namespace entente::campaign
