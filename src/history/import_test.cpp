#include "history/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace entente::history {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Files of a test, by name.
std::map<std::string, std::string>& files() {
  static std::map<std::string, std::string> held;
  return held;
}

Result<text::ByteStream> from_memory(const std::string& file) {
  return text::ByteStream::of(files().at(file), file);
}

class Import : public ::testing::Test {
 protected:
  void TearDown() override { files().clear(); }

  Result<std::vector<Imported>> import(std::string_view format, const std::string& bytes) {
    files()["a.csv"] = bytes;
    const std::vector<std::string> names = {"a.csv"};
    return import_files(store_, *find_format(format), names, "2026-01-01", entente::Run{},
                        from_memory);
  }

  Imported good(std::string_view format, const std::string& bytes) {
    auto done = import(format, bytes);
    if (!done) {
      ADD_FAILURE() << to_text(done.error().front());
      return {};
    }
    return done->front();
  }

  Faults bad(std::string_view format, const std::string& bytes) {
    const auto done = import(format, bytes);
    if (!done) return done.error();
    ADD_FAILURE() << "this should not be read";
    return {Error{}};
  }

  Columns::Whole whole(std::string_view table, std::string_view column) {
    return store_.read(table, {column}).value().whole(column);
  }
  Columns::Number number(std::string_view table, std::string_view column) {
    return store_.read(table, {column}).value().number(column);
  }
  Columns::Text text(std::string_view table, std::string_view column) {
    return store_.read(table, {column}).value().text(column);
  }

  Store store_ = Store::in_memory();
};

const std::string kNmc = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n";
const std::string kMember =
    "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,phase,defense,offense,neutral,"
    "nonagg,consul\n";

TEST_F(Import, in_force_at_the_end_of_the_data_is_no_year_zero) {
  const Imported done = good("atop", kMember +
                                         "3180,2,1949,4,4,0,0,0,1,2,1,0,0,1,1\n"
                                         "3180,220,1949,4,4,1966,3,,0,2,1,0,0,1,1\n");
  EXPECT_EQ(done.table, "atop_member");
  EXPECT_THAT(whole("atop_member", "yrexit"), ElementsAre(kMissing, 1966));
  EXPECT_THAT(whole("atop_member", "dayexit"), ElementsAre(kMissing, kMissing));
  EXPECT_THAT(whole("atop_member", "censored"), ElementsAre(1, 0));
  EXPECT_THAT(done.notes, Contains(HasSubstr("1 rows in force when the data end")));
  EXPECT_THAT(done.notes, Contains(HasSubstr("days of signature")));
  // Year 0 of a pact that is not in force is no day at all.
  EXPECT_EQ(bad("atop", kMember + "3180,2,1949,4,4,0,0,0,0,2,1,0,0,1,1\n")[0].code,
            Code::no_such_date);
}

TEST_F(Import, a_member_has_a_row_a_phase_and_promises_may_differ) {
  good("atop", kMember +
                   "3220,2,1951,9,8,1960,1,19,0,0,1,0,0,0,0\n"
                   "3220,740,1951,9,8,1960,1,19,0,0,0,0,0,0,0\n"
                   "3180,2,1949,4,4,1951,10,22,0,1,1,0,0,1,1\n"
                   "3180,2,1951,10,22,0,0,0,1,2,1,0,0,1,1\n");
  EXPECT_THAT(whole("atop_member", "defense"), ElementsAre(1, 0, 1, 1));
  EXPECT_THAT(whole("atop_member", "phase"), ElementsAre(0, 0, 1, 2));
}

TEST_F(Import, versions_of_capabilities_are_told_by_column_or_by_year_and_stand_side_by_side) {
  EXPECT_EQ(good("nmc",
                 "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
                 "USA,2,1816,3823,17,80,254,8659,101,.0397,2021\n"
                 "USA,2,1817,-9,-9,80,254,8659,101,.0397,2021\n")
                .version,
            "6.0");
  EXPECT_EQ(good("nmc", kNmc + "2,2016,1,1,1,1,1,1,\n").version, "6.0")
      << "by its last year: it replaces the rows before";
  EXPECT_EQ(good("nmc", kNmc + "2,2022,1,,1,1,1,1,0.12\n").version, "7.0");
  EXPECT_THAT(text("nmc", "version"), ElementsAre("6.0", "7.0"));
  EXPECT_TRUE(std::isnan(number("nmc", "milper")[1]));
  EXPECT_TRUE(std::isnan(number("nmc", "cinc")[0]));
  ASSERT_EQ(store_.datasets().size(), 2U);
  EXPECT_EQ(store_.datasets()[0].imported_on, "2026-01-01");
  EXPECT_THAT(store_.datasets()[0].citation, HasSubstr("Singer"));
  EXPECT_THAT(store_.datasets()[0].path, HasSubstr("/a.csv"));
  EXPECT_EQ(store_.datasets()[0].file, "a.csv");
  EXPECT_EQ(store_.datasets()[0].sha256.size(), 64U);
}

TEST_F(Import, several_spells_of_a_state_and_the_three_germanies_are_kept) {
  const Imported done =
      good("system",
           "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
           "GMY,255,Germany,1816,1,1,1945,5,8,2016\nGMY,255,Germany,1990,10,3,2016,12,31,2016\n"
           "GFR,260,German Federal Republic,1955,5,5,1990,10,2,2016\n"
           "GDR,265,German Democratic Republic,1954,3,25,1990,10,2,2016\n");
  EXPECT_THAT(whole("system_spell", "ccode"), ElementsAre(255, 255, 260, 265));
  EXPECT_THAT(whole("system_spell", "censored"), ElementsAre(0, 1, 0, 0));
  EXPECT_EQ(done.version, "2016");
}

TEST_F(Import, a_state_that_came_back_into_a_dispute_has_two_rows) {
  const std::string header =
      "dispnum3,dispnum4,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,"
      "revtype1,revtype2,fatality,fatalpre,hiact,hostlev,orig,version\n";
  good("mid", header +
                  "258,-9,ITA,325,-9,6,1940,8,9,1943,1,1,1,-9,6,-9,20,5,0,4.3\n"
                  "258,-9,ITA,325,13,10,1943,7,5,1945,0,1,1,-9,6,-9,20,5,0,4.3\n");
  EXPECT_THAT(whole("mid_participant", "stday"), ElementsAre(kMissing, 13));
  EXPECT_THAT(whole("mid_participant", "dispnum"), ElementsAre(258, 258));
  const Faults faults =
      bad("mid", header +
                     "258,-9,ITA,325,-9,6,1940,8,9,1943,1,1,1,-9,6,-9,20,5,0,4.3\n"
                     "258,-9,ITA,325,-9,6,1940,7,5,1945,0,1,1,-9,6,-9,20,5,0,4.3\n");
  EXPECT_EQ(faults[0].code, Code::duplicate);
  EXPECT_EQ(faults[0].where.line, 3);
  EXPECT_THAT(faults[0].message, HasSubstr("as line 2"));
}

TEST_F(Import, wars_have_codes_for_nothing_second_spells_and_latin1_names) {
  const Imported done = good(
      "wars",
      "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,"
      "EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,"
      "WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\r"
      "1,Franco-Spanish War,1,230,Espa\xF1"
      "a,2,4,7,1823,11,13,1823,-8,-8,-8,-8,-8,-8,503,2,2,2,-8,"
      "600,4\r"
      "139,World War II,1,220,France,2,9,3,1939,6,22,1940,10,23,1944,5,7,1945,-8,2,2,1,-8,-9,4\r");
  EXPECT_THAT(text("war_participant", "statename"), ElementsAre("Espa\xC3\xB1"
                                                                "a",
                                                                "France"));
  EXPECT_THAT(whole("war_participant", "startyear2"), ElementsAre(kMissing, 1944));
  EXPECT_THAT(whole("war_participant", "batdeath"), ElementsAre(600, kMissing));
  EXPECT_THAT(done.notes, Contains(HasSubstr("1 cells were Latin-1")));
  EXPECT_EQ(done.version, "4.0");
}

TEST_F(Import, agreements_that_end_with_the_data_are_marked) {
  const std::string header =
      "ccode1,cowName1,ccode2,cowName2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear,type,"
      "span,terminated,endYearEstimate,asymmetry,DCAid\n";
  const Imported done = good("dca", header +
                                        "2,USA,20,CAN,1,4,1984,,,,sector,-77,0,2010,1,A1\n"
                                        "2,USA,20,CAN,-88,,1985,,,,general,-88,1,1990,0,A2\n");
  EXPECT_THAT(whole("dca_agreement", "censored"), ElementsAre(1, 0));
  EXPECT_THAT(whole("dca_agreement", "span"), ElementsAre(kMissing, kMissing));
  EXPECT_THAT(whole("dca_agreement", "signday"), ElementsAre(1, kMissing));
  EXPECT_THAT(done.notes, Contains(HasSubstr("1 rows end in 2010")));
}

TEST_F(Import, sums_of_countries_are_left_out_and_values_tell_product_from_population) {
  const std::string header = "Country Name,Country Code,Year,Value\n";
  const Imported gdp = good("economy", header + "World,WLD,2000,3.4e13\nFrance,FRA,2000,1.4e12\n");
  EXPECT_EQ(gdp.table, "wb_gdp");
  EXPECT_EQ(gdp.rows, 1);
  EXPECT_THAT(gdp.notes, Contains(HasSubstr("1 rows of regions")));
  EXPECT_EQ(good("economy", header + "World,WLD,2000,6.1e9\nFrance,FRA,2000,60912500\n").table,
            "wb_population");
  EXPECT_THAT(text("wb_population", "country_code"), ElementsAre("FRA"));
}

TEST_F(Import, of_several_cities_the_capital_names_the_country) {
  const Imported done =
      good("distance",
           "iso2,iso3,cnum,country,area,dis_int,landlocked,continent,city_en,lat,lon,cap,citynum\n"
           "AU,AUS,36,Australia,7687,1,0,Pacific,Sydney,-33.9,151.2,0,1\n"
           "AU,AUS,36,Australia,7687,1,0,Pacific,Canberra,-35.3,149.1,1,2\n");
  EXPECT_THAT(text("cepii_country", "city_en"), ElementsAre("Canberra"));
  EXPECT_THAT(done.notes, Contains(HasSubstr("1 rows of cities that are no capital left out")));
}

TEST_F(Import, files_of_the_user_alone_give_cow_alliances) {
  good("cow_alliances",
       "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
       "all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
       "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version\n"
       "1,200,United Kingdom,1,1,1816,,,,Type I: Defense Pact,1,1,1816,,,,1,1,1,0,0,0,4.1\n");
  EXPECT_THAT(whole("cow_alliance_member", "censored"), ElementsAre(1));
  good("cow_alliances",
       "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
       "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,"
       "nonaggression,entente,asymmetric,year,version\n"
       "1,200,United Kingdom,235,Portugal,1,1,1816,,,,1,1,1,0,1,0,0,1816,4.1\n");
  EXPECT_THAT(whole("cow_alliance_dyad_year", "year"), ElementsAre(1816));
}

TEST_F(Import, the_wrong_file_says_which_it_looks_like) {
  const Faults faults = bad("atop", kNmc + "2,1816,1,1,1,1,1,1,0.1\n");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code, Code::wrong_type);
  EXPECT_THAT(faults[0].message, HasSubstr("looks like `nmc`"));
  EXPECT_EQ(faults[0].hint, "entente import nmc a.csv");
  EXPECT_THAT(bad("atop", "a,b\n1,2\n")[0].message, HasSubstr("nor of any other format"));
}

TEST_F(Import, a_missing_or_renamed_column_is_named_with_the_nearest) {
  const Faults faults =
      bad("nmc", "ccode,year,milexx,milper,irst,pec,tpop,cinc\n2,1816,1,1,1,1,1,0.1\n");
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].code, Code::missing_key);
  EXPECT_THAT(faults[0].message, HasSubstr("`milex` of nmc is missing"));
  EXPECT_THAT(faults[0].hint, HasSubstr("`milexx`"));
  EXPECT_THAT(faults[1].message, HasSubstr("`upop`"));
}

TEST_F(Import, every_bad_row_is_listed_and_the_database_stays_as_it_was) {
  good("nmc", kNmc + "2,2022,5,1,1,1,1,1,0.12\n");
  const Faults faults = bad("nmc", kNmc +
                                       "2,2022,6,1,1,1,1,1,0.12\n"
                                       "20,18160,1,1,1,1,1,1,0.1\n"
                                       "20,2021,many,1,1,1,1,1,0.1\n"
                                       "20,2021,1,1\n"
                                       ",2021,1,1,1,1,1,1,0.1\n"
                                       "2,2022,7,1,1,1,1,1,0.12\n");
  std::vector<std::pair<int, Code>> found;
  for (const Error& fault : faults) found.emplace_back(fault.where.line, fault.code);
  EXPECT_THAT(found, ElementsAre(std::pair(3, Code::bad_value), std::pair(4, Code::wrong_type),
                                 std::pair(5, Code::syntax), std::pair(6, Code::missing_key),
                                 std::pair(7, Code::duplicate)));
  EXPECT_THAT(number("nmc", "milex"), ElementsAre(5));
  EXPECT_EQ(store_.datasets().size(), 1U);
}

TEST_F(Import, impossible_days_and_spells_that_end_before_they_begin_are_faults) {
  const Faults faults = bad("atop", kMember +
                                        "3180,2,1949,2,30,1950,1,1,0,2,1,0,0,1,1\n"
                                        "3180,20,1949,13,1,1950,1,1,0,2,1,0,0,1,1\n"
                                        "3180,200,1950,1,2,1950,1,1,0,2,1,0,0,1,1\n"
                                        "3180,220,1950,1,,1950,1,1,0,2,1,0,0,1,1\n");
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_THAT(faults[0].message, HasSubstr("1949-2-30"));
  EXPECT_EQ(faults[1].code, Code::no_such_date);
  EXPECT_EQ(faults[2].code, Code::order_of_dates);
  const Faults date =
      bad("contiguity", "ccode1,ccode2,conttype,stdate,enddate\n2,20,1,1920-02-31,2016-12-01\n");
  EXPECT_EQ(date[0].code, Code::no_such_date);
}

TEST_F(Import, of_several_files_all_are_read_or_none) {
  files()["good.csv"] = kNmc + "2,2022,5,1,1,1,1,1,0.12\n";
  files()["bad.csv"] = kNmc + "2,2016,-5,1,1,1,1,1,0.12\n";
  const std::vector<std::string> both = {"good.csv", "bad.csv"};
  const auto refused =
      import_files(store_, *find_format("nmc"), both, "2026-01-01", entente::Run{}, from_memory);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error()[0].hint, HasSubstr("-9"));
  EXPECT_FALSE(store_.has("nmc"));
  const std::vector<std::string> twice = {"good.csv", "good.csv"};
  EXPECT_EQ(
      import_files(store_, *find_format("nmc"), twice, "2026-01-01", entente::Run{}, from_memory)
          .error()[0]
          .code,
      Code::duplicate);
  EXPECT_EQ(bad("nmc", kNmc)[0].code, Code::empty_file);
}

TEST_F(Import, an_import_that_is_stopped_leaves_nothing) {
  std::string rows = kNmc;
  for (int i = 0; i < 70000; ++i) rows += "2,2000,1,1,1,1,1,1,0.1\n";
  files()["a.csv"] = rows;
  const std::vector<std::string> names = {"a.csv"};
  entente::Run run;
  run.cancelled = [] { return true; };
  EXPECT_THROW((void)import_files(store_, *find_format("nmc"), names, "", run, from_memory),
               Cancelled);
}

}  // namespace
}  // namespace entente::history
