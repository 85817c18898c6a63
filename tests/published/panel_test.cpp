// Indices of capability and portfolios against the files of their publications. Skipped without
// them.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "history/import.h"
#include "panel/portfolios.h"
#include "panel/variable.h"
#include "panel/war_participation.h"
#include "published/data.h"

namespace entente::published {
namespace {

using namespace history;

void import(Store& store, std::string_view format, const std::string& file) {
  const std::vector<std::string> files = {(folder() / file).string()};
  const auto done = import_files(store, *find_format(format), files, "2026-01-01", entente::Run{});
  ASSERT_TRUE(done) << to_text(done.error().front());
}

/// The largest distance of a recomputed index from the published one, and how many were compared.
std::pair<double, std::size_t> worst_index(const std::string& file) {
  Store store = Store::in_memory();
  import(store, "nmc", file);
  const auto rows = store.read(
      "nmc", {"ccode", "year", "milex", "milper", "irst", "pec", "tpop", "upop", "cinc"});
  std::array<std::vector<double>, 6> components;
  for (std::size_t c = 0; c < 6; ++c) components[c] = rows->number(panel::kComponents[c]);
  const auto index = panel::index_of_capability(rows->whole("year"), components);
  double worst = 0;
  std::size_t compared = 0;
  for (std::size_t row = 0; row < rows->rows; ++row) {
    const double published = rows->number("cinc")[row];
    if (std::isnan(published)) continue;
    ++compared;
    worst = std::max(worst, std::abs(index[row] - published));
  }
  return {worst, compared};
}

TEST(PublishedPanel, every_index_of_capability_is_recomputed) {
  if (folder().empty()) GTEST_SKIP() << "skipped: needs the published data sets";
  const auto [six, of_six] = worst_index("cow/NMC-60-abridged.csv");
  EXPECT_EQ(of_six, 15951u);
  EXPECT_LE(six, 2.5e-8);
  const auto [seven, of_seven] = worst_index("cow/cow_nmc_v7.csv.gz");
  EXPECT_EQ(of_seven, 17121u);
  EXPECT_LE(seven, 2.5e-8);
}

TEST(PublishedPanel, promises_and_portfolios_of_the_day) {
  if (folder().empty()) GTEST_SKIP() << "skipped: needs the published data sets";
  Store store = Store::in_memory();
  import(store, "atop", "atop/atop_5_1_directed_dyad_year.csv.gz");
  import(store, "system", "cow/system2016.csv");
  import(store, "nmc", "cow/cow_nmc_v7.csv.gz");
  const auto members = panel::Members::read(store, 1816, 2018);
  ASSERT_TRUE(members);
  EXPECT_EQ(members->in(1816).size(), 23u);
  EXPECT_EQ(members->in(2018).size(), 195u);
  EXPECT_EQ(members->pairs(false), 994005u);
  const entente::Run run;
  panel::Sources sources(store, *members, true, run);
  const auto defence = panel::find_variable("defence")->pairs.fill(sources);
  ASSERT_TRUE(defence);
  const auto at = [&](int year, int a, int b) {
    return (*defence)[static_cast<std::size_t>(members->pair_row(year, a, b, true))];
  };
  EXPECT_EQ(at(1985, 2, 740), 1);  // The United States defend Japan, not the other way round.
  EXPECT_EQ(at(1985, 740, 2), 0);
  EXPECT_EQ(at(2018, 2, 220), 1);

  const auto strengths = panel::Capabilities::read(store, *members);
  ASSERT_TRUE(strengths);
  const auto index = [&](int year, int state) {
    return strengths->cinc[static_cast<std::size_t>(members->state_row(year, state))];
  };
  EXPECT_NEAR(index(1945, 2), 0.383864, 1e-6);
  EXPECT_NEAR(index(1816, 200), 0.336619, 1e-6);
  EXPECT_NEAR(index(1938, 255), 0.154222, 1e-6);

  const auto promises = panel::AtopPromises::read(store, 1816, 2018);
  ASSERT_TRUE(promises);
  EXPECT_EQ(promises->last(), panel::kLastOfAtop);
  panel::YearTies ties = promises->ties(1985, *members, panel::Ordering::atop);
  ties.names.resize(members->in(1985).size());
  ties.weights.assign(ties.names.size(), 1);
  const auto alike = panel::compare(ties, {});
  const auto of = [&](int a, int b) {
    return alike[static_cast<std::size_t>(members->pair_row(1985, a, b, false) -
                                          members->pair_row(1985, 2, 20, false))];
  };
  // France is nearer to Britain than to Poland, and beyond chance.
  EXPECT_GT(of(200, 220).s, of(220, 290).s);
  EXPECT_GT(of(200, 220).kappa, of(220, 290).kappa);
}

TEST(PublishedPanel, participation_in_every_inter_state_war) {
  if (folder().empty()) GTEST_SKIP() << "skipped: needs the published data sets";
  Store store = Store::in_memory();
  import(store, "atop", "atop/atop5_1m.csv");
  import(store, "system", "cow/system2016.csv");
  import(store, "wars", "cow/Inter-StateWarData_v4.0.csv");
  import(store, "contiguity", "cow/cow_contiguity_v32_dates.csv");
  const auto all = panel::war_participation(store);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->wars.size() + all->left_out.size(), 95u);
  EXPECT_TRUE(all->left_out.empty());
  const auto cells = [](const panel::Confusion& c) {
    return std::array{c.joined_predicted, c.joined_unforeseen, c.absent_predicted,
                      c.absent_foreseen};
  };
  // 97 joined a war that had begun; three of them had promised help to the other side.
  EXPECT_THAT(cells(all->pacts), ::testing::ElementsAre(18, 76, 236, 7409));
  EXPECT_THAT(cells(all->nobody), ::testing::ElementsAre(0, 97, 0, 7642));
  EXPECT_THAT(cells(all->neighbours), ::testing::ElementsAre(38, 59, 582, 7060));
  for (const panel::KeptRate& rate : all->rates) EXPECT_LT(rate.kept, rate.bound) << rate.duty;
  EXPECT_EQ(std::pair(all->rates[1].bound, all->rates[1].kept), std::pair(259, 18));
}

}  // namespace
}  // namespace entente::published
