// Every format against the files of its publication, with the figures that were checked there by
// hand. Skipped without them.
#include "history/import.h"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "published/data.h"

namespace entente::published {
namespace {

using namespace history;
using ::testing::Contains;
using ::testing::HasSubstr;

struct Expected {
  std::string_view format, file, table, version;
  std::int64_t rows;
};

// Rows after what the cards leave out: sums of countries, cities, repeats.
constexpr Expected kFiles[] = {
    {"atop", "atop/atop5_1a.csv", "atop_alliance", "5.1", 789},
    {"atop", "atop/atop5_1aph.csv", "atop_phase", "5.1", 849},
    {"atop", "atop/atop5_1m.csv", "atop_member", "5.1", 2510},
    {"atop", "atop/atop5_1sy.csv", "atop_state_year", "5.1", 11923},
    {"atop", "atop/atop_5_1_directed_dyad_year.csv.gz", "atop_directed", "5.1", 273296},
    {"atop", "atop/atopinst5_1.csv", "atop_institution", "5.1", 849},
    {"nmc", "cow/NMC-60-abridged.csv", "nmc", "6.0", 15951},
    {"nmc", "cow/cow_nmc_v7.csv.gz", "nmc", "7.0", 17121},
    {"system", "cow/states2016_peacesciencer.csv", "system_spell", "2016", 243},
    {"system", "cow/system2016.csv", "system_year", "2016", 15951},
    {"majors", "cow/majors2016.csv", "major_spell", "2016", 14},
    {"majors", "cow/cow_majors.csv", "major_spell", "2016", 14},
    {"mid", "mid/MIDA_4.3.csv.gz", "mid_dispute", "4.3", 2315},
    {"mid", "mid/cow_mid_disps.csv.gz", "mid_dispute", "5.0", 2436},
    {"mid", "mid/MIDB_4.3.csv.gz", "mid_participant", "4.3", 5558},
    {"mid", "mid/cow_mid_ddydisps.csv.gz", "mid_dyad_year", "5.0", 10234},
    {"mid", "mid/cow_mid_dirdisps.csv.gz", "mid_dyad_dispute", "5.0", 11390},
    {"gml", "mid/gml_mid_disps.csv.gz", "gml_dispute", "2.2.1", 2174},
    {"gml", "mid/gml_part.csv.gz", "gml_participant", "2.2.1", 5217},
    {"gml", "mid/gml_mid_ddydisps.csv.gz", "gml_dyad_year", "2.2.1", 9284},
    {"gml", "mid/gml_dirdisp.csv.gz", "gml_dyad_dispute", "2.2.1", 10276},
    {"wars", "cow/Inter-StateWarData_v4.0.csv", "war_participant", "4.0", 337},
    {"wars", "cow/cow_war_inter_dyadyear.csv", "war_dyad_year", "4.0", 1932},
    {"icb", "icb/ICB_system_core.csv", "icb_crisis", "16", 512},
    {"icb", "icb/icb1v13.csv", "icb_crisis", "13", 482},
    {"icb", "icb/ICB_actor_core.csv", "icb_actor", "16", 1131},
    {"contiguity", "cow/cow_contiguity_v32_dates.csv", "contiguity_spell", "3.2", 1874},
    {"distance", "cow/cow_mindist_dyadyear.csv.gz", "distance_dyad_year", "CShapes 2.0", 952244},
    {"distance", "distance/cepii_dist_cepii.csv.gz", "cepii_dyad", "2011", 50176},
    {"distance", "distance/cepii_geo_cepii.csv", "cepii_country", "2011", 225},
    {"ideal_points", "unga/IdealpointestimatesAll_Jun2024.csv", "ideal_point", "2024-06", 11238},
    {"regime", "regime/isard_cw_democracy.csv.gz", "regime_year", "isard 0.2.0", 17706},
    {"regime", "regime/isard_gw_democracy.csv.gz", "regime_year_gw", "isard 0.2.0", 20849},
    {"trade", "trade/cow_trade_v4_directed_dyadyear.csv.gz", "trade_dyad_year", "4.0", 1347308},
    {"trade", "trade/cow_trade_v4_stateyear.csv.gz", "trade_state_year", "4.0", 14410},
    {"troops", "troops/troopdata_country_year_1950_.csv.gz", "troops_year", "kane", 14223},
    {"troops", "troops/troopdata-rebuild-country-year.csv", "troops_year", "rebuild", 13135},
    {"troops", "troops/troopdata_rebuild_long.csv.gz", "troops_report", "rebuild", 29629},
    {"dca", "dca/DCAD-v1.0-main.csv", "dca_agreement", "1.0", 1871},
    {"economy", "economy/isard_cw_gdppop.csv.gz", "economy_year", "isard 0.2.0", 16536},
    {"economy", "economy/isard_gw_gdppop.csv.gz", "economy_year_gw", "isard 0.2.0", 19667},
    {"economy", "economy/worldbank_gdp_current_usd.csv", "wb_gdp", "", 11146},
    {"economy", "economy/worldbank_population.csv", "wb_population", "", 14075},
    {"economy", "economy/maddison2020_owid.csv", "maddison_year", "2020", 21854},
    {"economy", "military/sipri_milex_1949_2020_long.csv.gz", "sipri_milex", "2021", 8123},
    {"economy", "military/sipri_milex_1949_2023_long.csv.gz", "sipri_milex", "2024", 8697},
    {"crosswalk", "ids/isard_cw_gw_panel.csv.gz", "crosswalk_year", "isard 0.2.0", 17916},
    {"crosswalk", "ids/countrycode_codelist_without_cldr.csv", "country_code", "countrycode 1.8.0",
     292},
    {"crosswalk", "ids/COW-country-codes.csv", "cow_country", "", 217},
    {"rivalry", "rivalry/td_rivalries.csv", "rivalry_spell", "thompson_dreyer_2012", 197},
    {"rivalry", "rivalry/tss_rivalries.csv", "rivalry_spell", "thompson_sakuwa_suhas_2021", 264},
};

/// One database with everything, made once.
class Published : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (folder().empty()) return;
    store_ = std::make_unique<Store>(Store::in_memory());
    for (const Expected& one : kFiles) {
      const std::vector<std::string> files = {(folder() / one.file).string()};
      const auto done =
          import_files(*store_, *find_format(one.format), files, "2026-01-01", entente::Run{});
      ASSERT_TRUE(done) << to_text(done.error().front());
      EXPECT_EQ(done->front().table, one.table) << one.file;
      EXPECT_EQ(done->front().version, one.version) << one.file;
      EXPECT_EQ(done->front().rows, one.rows) << one.file;
    }
  }
  static void TearDownTestSuite() { store_.reset(); }
  void SetUp() override {
    if (store_ == nullptr) GTEST_SKIP() << "skipped: needs the published data sets";
  }

  static double number(std::string_view table, std::string_view column, std::string_view where) {
    const auto read = store_->read(table, {column}, where);
    if (!read || read->rows != 1) {
      ADD_FAILURE() << table << " where " << where << " has not one row";
      return 0;
    }
    return read->number(column)[0];
  }
  static std::size_t count(std::string_view table, std::string_view where) {
    return store_->read(table, {"rowid"}, where).value().rows;
  }

  static std::unique_ptr<Store> store_;
};

std::unique_ptr<Store> Published::store_;

TEST_F(Published, capabilities_are_the_figures_of_the_publication) {
  EXPECT_EQ(number("nmc", "cinc", "version='7.0' and ccode=2 and year=1945"), 0.38386354);
  EXPECT_NEAR(number("nmc", "cinc", "version='7.0' and ccode=200 and year=1816"), 0.336619, 5e-7);
  EXPECT_NEAR(number("nmc", "cinc", "version='7.0' and ccode=255 and year=1938"), 0.154222, 5e-7);
  EXPECT_NEAR(number("nmc", "cinc", "version='7.0' and ccode=710 and year=2022"), 0.234097, 5e-7);
  for (const auto& [column, missing] :
       {std::pair("milex", 2217), std::pair("milper", 426), std::pair("irst", 26),
        std::pair("pec", 448), std::pair("upop", 68)})
    EXPECT_EQ(count("nmc", "version='6.0' and " + std::string(column) + " is null"),
              static_cast<std::size_t>(missing))
        << column;
}

TEST_F(Published, members_in_force_phases_and_promises_are_those_of_the_treaty) {
  // NATO: 29 members at the end of 2018; Germany under two numbers; a row a member and phase.
  const std::string nato = "atopid=3180 and censored=1";
  const auto members = store_->read("atop_member", {"member"}, nato).value();
  const std::set<std::int64_t> different(members.whole("member").begin(),
                                         members.whole("member").end());
  EXPECT_EQ(different.size(), 29U);
  EXPECT_EQ(count("atop_member", "yrexit=0"), 0U);
  EXPECT_EQ(count("atop_member", "dayent is null"), 5U);
  EXPECT_EQ(count("atop_phase", "atopid=3180"), 2U);
  EXPECT_EQ(count("atop_directed", "ccode1=2 and ccode2=740 and year=1970 and atop_defense=1"), 1U);
  EXPECT_EQ(count("atop_directed", "ccode1=740 and ccode2=2 and year=1970 and atop_defense=0"), 1U);
}

TEST_F(Published, obligations_of_state_years_follow_from_the_members) {
  // Every year in which a membership is in force for some part: 11,923 state-years, all of them.
  const auto members = store_->read("atop_member", {"atopid", "member", "yrent", "yrexit"}).value();
  std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::int64_t>> in_force;
  for (std::size_t i = 0; i < members.rows; ++i) {
    const std::int64_t last = members.whole("yrexit")[i];
    for (std::int64_t year = members.whole("yrent")[i]; year <= (last == kMissing ? 2018 : last);
         ++year)
      in_force[{members.whole("member")[i], year}].insert(members.whole("atopid")[i]);
  }
  const auto years = store_->read("atop_state_year", {"state", "year", "number"}).value();
  for (std::size_t i = 0; i < years.rows; ++i) {
    const auto& atopids = in_force[{years.whole("state")[i], years.whole("year")[i]}];
    EXPECT_EQ(static_cast<std::int64_t>(atopids.size()), years.whole("number")[i])
        << years.whole("state")[i] << " in " << years.whole("year")[i];
  }
}

TEST_F(Published, spells_wars_and_distances_are_the_figures_of_the_publication) {
  EXPECT_EQ(count("system_spell", "censored=1"), 195U);
  EXPECT_EQ(count("system_spell", "styear=1816 and stmonth=1"), 23U);
  EXPECT_EQ(count("war_participant", "warnum=106"), 15U);
  EXPECT_EQ(count("mid_participant", "ccode=325 and dispnum=258"), 2U) << "Italy came back";
  EXPECT_EQ(number("distance_dyad_year", "mindist", "ccode1=220 and ccode2=255 and year=1910"), 0);
  EXPECT_NEAR(number("cepii_dyad", "distcap", "iso_o='USA' and iso_d='JPN'"), 10918.8, 0.1);
  EXPECT_EQ(count("troops_year", "version='rebuild' and ccode=255 and year=1985 and troops=246875"),
            1U);
  EXPECT_EQ(count("dca_agreement", "censored=1"), 1202U);
  EXPECT_EQ(count("wb_gdp", "country_code='WLD'"), 0U);
}

TEST_F(Published, big_columns_are_read_whole) {
  const auto trade = store_->read("trade_dyad_year", {"ccode1", "ccode2", "year", "flow1"}).value();
  EXPECT_EQ(trade.rows, 1347308U);
  EXPECT_EQ(trade.number("flow1")[0], 612);
}

}  // namespace
}  // namespace entente::published
