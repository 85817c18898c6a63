#include "scenario/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/hash.h"

namespace entente::scenario {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPact =
    "id = \"pact\"\nname = \"The Pact\"\nform = \"treaty\"\nrung = 4\nsigned = 1949-04-04\n"
    "in_force = 1949-08-24\nsource = \"its text\"\nconfidence = \"A\"\nsummary = \"Mutual "
    "defence.\"\n"
    "[[party]]\nstate = [\"USA\", \"FRA\"]\n"
    "[[article]]\nlabel = \"art5\"\ntext = \"An attack on one is met by all.\"\nduty = \"fight\"\n";

/// A sound library on disk, which a test spoils one line at a time.
class LibraryTest : public testing::Test {
 protected:
  LibraryTest() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder = fs::path(testing::TempDir()) / (std::string("entente_library_") + test->name());
    fs::remove_all(folder);
    files["library.toml"] = "day = 2026-07-01\nname = \"Test\"\nlicence = \"CC0\"\n";
    files["states.csv"] =
        "id,name,kind,from,to,successors,aliases,cow,gw,note,source,confidence\n"
        "USA,United States,iso3,1783-09-03,,,united_states;america,2,2,,Correlates of War,A\n"
        "FRA,France,iso3,,,,,220,220,,Correlates of War,A\n"
        "RUS,Russia,iso3,1991-12-26,,,russia,365,365,,Correlates of War,A\n"
        "soviet_union,Soviet Union,historical,1917-11-07,1991-12-25,RUS,russia,365,365,,Correlates "
        "of War,A\n";
    files["actors.csv"] =
        "id,name,from,to,aliases,note,source,confidence\n"
        "wagner,Wagner,2014-05-01,,,,press,C\n";
    files["places.csv"] =
        "id,name,kind,lat,lon,administered_by,sovereign,claimed_by,region,sea,continent,eu,from,to,"
        "note,source,confidence\n"
        "homeland_usa,United "
        "States,homeland,39.8,-98.6,USA,USA,,north_america,,north_america,no,,,,gazetteer,A\n"
        "rock,Rock,disputed,10,20,none,none,FRA;USA,,pacific,oceania,no,1900-01-01,1950-01-01,,"
        "gazetteer,B\n"
        "rock,Rock,disputed,10,20,FRA,none,USA,,pacific,oceania,no,1950-01-02,,\"note, "
        "quoted\",gazetteer,B\n";
    files["means.csv"] =
        "id,name,kind,severity,low,high,note,source,confidence\n"
        "armed_force,Armed force,attack,5,4,6,,project assumption,B\n";
    files["groups.csv"] =
        "id,meaning,complement,source,confidence,note\n"
        "russians,Russia whatever its name,no,project,B,\n"
        "others,Everybody else,yes,project,B,\n";
    files["group_members.csv"] = "group,member,from,to,note\nrussians,RUS,,,\nothers,russians,,,\n";
    files["figures/gdp.csv"] =
        "state,what,where,value,low,high,unit,year,status,source,confidence,note\n"
        "USA,gdp_nom,,30507,,,billion 2025 USD,2025,published,World Bank,A,\n"
        "FRA,heavy_brigade,,4,3,5,brigades,2026,assumption,project,C,\n";
    files["elements.csv"] =
        "id,name,definition,unit,core,source,confidence\n"
        "heavy_brigade,Heavy brigade,Tanks and such,brigades,yes,project,B\n";
    files["readings.toml"] = "";
    files["areas.toml"] = "";
    files["readings.toml"] =
        "[[reading]]\nid = \"frozen_membership\"\nquestion = \"Does a frozen membership count?\"\n"
        "values = [\"counts\", \"does_not\"]\nmeanings = [\"It counts.\", \"It does not.\"]\n"
        "default = \"counts\"\nsource = \"project\"\n";
    files["areas.toml"] =
        "[[area]]\nid = \"far_north\"\nwhere = \"lat > 66\"\nsummary = \"The Arctic.\"\nsource = "
        "\"project\"\n";
    files["agreements/pact.toml"] = kPact;
  }
  ~LibraryTest() override { fs::remove_all(folder); }

  /// The tables of forces, which a library may have.
  void add_forces() {
    files["contingencies/storm.toml"] =
        "id = \"storm\"\nname = \"A storm\"\nevent = \"RUS attacks FRA at rock\"\nweight = 1\n"
        "weight_low = 0.5\nweight_high = 2\nsource = \"project\"\n"
        "demand = [{ element = \"heavy_brigade\", day = 0, amount = 3, low = 2, high = 4, status = "
        "\"assumption\", confidence = \"C\" }]\n";
    files["home_bases.csv"] = "state,base,source,confidence\nFRA,france,a map,A\n";
    files["deployment.csv"] =
        "base,theatre,element,days,low,high,status,source,confidence,note\n"
        "france,storm,heavy_brigade,9,7,12,assumption,project,C,\n";
    files["theatre_bases.csv"] =
        "theatre,base,relation,note,source,confidence\nstorm,france,inside,,a map,A\n";
    files["prepositioned.csv"] =
        "owner,from,theatre,element,sets,sets_low,sets_high,days,days_low,days_high,status,source,"
        "confidence,note\nUSA,france,storm,heavy_brigade,2,1,2,13,10,16,assumption,project,B,\n";
    files["readiness.csv"] =
        "kind,element,day,share,low,high,status,source,confidence,note\n"
        "general,heavy_brigade,0,0.3,0.2,0.5,assumption,project,C,\n";
    files["participation.csv"] =
        "theatre,state,element,share,low,high,status,source,confidence,note\n"
        "storm,USA,,1,0.5,1,assumption,project,C,\n";
    files["dependency.csv"] =
        "user,element,service,supplier,share,low,high,mode,lapse_days,lapse_low,lapse_high,status,"
        "source,confidence,note\n"
        "FRA,heavy_brigade,spares,USA,0.3,0.2,0.4,slow,90,30,360,assumption,project,C,\n";
    files["scenarios/reference_2026.toml"] =
        "[scenario]\nname = \"reference_2026\"\nsets = [[\"storm\"]]\n";
    files["scenarios/calm.toml"] = "[scenario]\nname = \"calm\"\nbase = \"reference_2026\"\n";
    spoil("figures/gdp.csv", "FRA,heavy_brigade,,", "FRA,heavy_brigade,france,");
  }

  /// Munitions on top of the forces.
  void add_munitions() {
    add_forces();
    files["munitions.csv"] =
        "id,name,definition,unit,fired_by,bottleneck,source,confidence,note\n"
        "shell,Shell,a round,rounds,heavy_brigade,charges,project,B,\n";
    files["munition_terms.csv"] =
        "munition,what,value,low,high,status,source,confidence,note\n"
        "shell,learning_rate,0.1,0.05,0.2,assumption,project,C,\n";
    files["stocks.csv"] =
        "holder,munition,what,component,value,low,high,year,by,status,source,confidence,note\n"
        "FRA,shell,stock,,1000,700,1900,2026,,assumption,project,C,\n"
        "FRA,shell,component_month,charges,40,30,50,2025,,published,project,B,\n"
        "russians,shell,production_target_month,,9,5,12,2026,2030-12-31,derived,project,B,\n";
    files["munition_use.csv"] =
        "contingency,munition,per_day,low,high,days,days_low,days_high,half_life,half_life_low,"
        "half_life_high,status,source,confidence,note\n"
        "storm,shell,110,85,150,7,4,14,5,3,9,assumption,project,B,\n";
    files["coproduction.csv"] =
        "from,to,munitions,since,strength,low,high,status,source,confidence,note\n"
        "USA,FRA,shell,2024-01-01,0.5,0.25,0.75,assumption,project,A,\n";
  }

  Result<Library> read() {
    for (const auto& [path, text] : files) {
      fs::create_directories((folder / path).parent_path());
      std::ofstream(folder / path, std::ios::binary) << text;
    }
    return read_library(folder.string());
  }

  void spoil(const std::string& path, std::string_view from, std::string_view to) {
    auto& text = files[path];
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  }

  /// The faults as `file:line:column code`, one a line.
  std::string faults() {
    const auto library = read();
    std::string lines;
    if (library) return "none";
    for (const Error& fault : library.error())
      lines += fault.where.file + ":" + std::to_string(fault.where.line) + ":" +
               std::to_string(fault.where.column) + " " + std::string(code_name(fault.code)) + "\n";
    return lines;
  }

  fs::path folder;
  std::map<std::string, std::string> files;
};

TEST_F(LibraryTest, ReadsASoundLibrary) {
  ASSERT_EQ(faults(), "none");
  const Library library = read().value();
  const world::World& world = library.world;
  EXPECT_EQ(to_text(world.day), "2026-07-01");
  EXPECT_EQ(library.licence, "CC0");
  EXPECT_EQ(world.states.size(), 5u);
  EXPECT_EQ(world.figures.size(), 2u);
  EXPECT_TRUE(world.elements.at(0).core);
  const auto find = [&](std::string_view name) { return world.symbols.find(name); };
  EXPECT_TRUE(world.state(find("wagner"))->is_actor);
  EXPECT_EQ(world.place(find("rock")).size(), 2u);
  EXPECT_EQ(world.place(find("rock"))[1].sourced.note, "note, quoted");
  const Date cold_war = parse_date("1970-01-01").value();
  EXPECT_TRUE(world.in_group(*world.group(find("russians")), find("soviet_union"), cold_war));
  EXPECT_FALSE(world.in_group(*world.group(find("others")), find("soviet_union"), cold_war));
  ASSERT_EQ(library.law.agreements.size(), 1u);
  EXPECT_EQ(library.law.agreements[0].file, "agreements/pact.toml");
  EXPECT_EQ(library.law.agreements[0].parties.size(), 2u);
}

TEST_F(LibraryTest, ReadsForces) {
  add_forces();
  ASSERT_EQ(faults(), "none");
  const Library library = read().value();
  const world::World& world = library.world;
  ASSERT_EQ(world.contingencies.size(), 1u);
  EXPECT_EQ(world.contingencies[0].demand.size(), 1u);
  EXPECT_EQ(world.contingencies[0].where.file, "contingencies/storm.toml");
  ASSERT_EQ(world.pools.size(), 1u);
  EXPECT_TRUE(world.pools[0].home);
  EXPECT_EQ(world.pools[0].amount.value, 4);
  EXPECT_EQ(world.deployments.size(), 1u);
  EXPECT_EQ(world.theatre_bases.size(), 1u);
  EXPECT_EQ(world.prepositioned.size(), 1u);
  EXPECT_EQ(world.readiness.size(), 1u);
  EXPECT_EQ(world.participations.size(), 1u);
  EXPECT_EQ(world.dependencies.size(), 1u);
  ASSERT_EQ(library.scenarios.size(), 2u);
  EXPECT_EQ(library.scenarios[0].first, "calm");
  EXPECT_EQ(library.scenarios[1].second, files["scenarios/reference_2026.toml"]);
  ASSERT_EQ(library.plan.sets.size(), 1u);
  EXPECT_EQ(world.symbols.name(library.plan.sets[0].at(0)), "storm");
}

TEST_F(LibraryTest, ReadsMunitionsAndPacksThem) {
  add_munitions();
  const std::string bytes = to_snapshot(read().value());
  const auto back = from_snapshot(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(to_snapshot(*back), bytes);
  const auto& world = back->world;
  EXPECT_EQ(world.munition_stocks.at(0).components.at(0).month.value, 40);
  EXPECT_EQ(to_text(world.munition_stocks.at(1).target_by), "2030-12-31");
  EXPECT_EQ(world.munition_uses.at(0).half_life->high, 9);
}

TEST_F(LibraryTest, ReportsTheFaultsOfMunitions) {
  add_munitions();
  spoil("munitions.csv", "heavy_brigade", "heavy_bigrade");
  spoil("stocks.csv", "FRA,shell,stock,,1000", "FRA,shell,stock,,-1000");
  spoil("coproduction.csv", "0.5,0.25,0.75", "0.5,0.75,0.25");
  EXPECT_EQ(faults(),
            "coproduction.csv:2:30 bad_value\n"
            "munitions.csv:2:28 unknown_name\n"
            "stocks.csv:2:18 bad_value\n");
}

TEST_F(LibraryTest, ReportsTheFaultsOfForces) {
  add_forces();
  spoil("figures/gdp.csv", "4,3,5", "4,-3,5");
  spoil("deployment.csv", "france,storm,heavy", "france,storms,heavy");
  spoil("theatre_bases.csv", "storm,france", "storm,frence");
  spoil("participation.csv", "storm,USA", "storm,USB");
  spoil("scenarios/reference_2026.toml", "[\"storm\"]", "[\"strom\"]");
  spoil("scenarios/calm.toml", "name = \"calm\"", "name = \"clam\"");
  EXPECT_EQ(faults(),
            "deployment.csv:2:8 unknown_name\n"
            "figures/gdp.csv:3:28 bad_value\n"
            "participation.csv:2:7 unknown_state\n"
            "scenarios/calm.toml:2:8 bad_value\n"
            "scenarios/reference_2026.toml:3:10 unknown_name\n"
            "theatre_bases.csv:2:7 unknown_name\n");
}

TEST_F(LibraryTest, AFaultyContingencyIsReportedOnce) {
  add_forces();
  spoil("contingencies/storm.toml", "at rock", "at rick");
  EXPECT_EQ(faults(), "contingencies/storm.toml:3:9 unknown_place\n");
  spoil("contingencies/storm.toml", "at rick", "at rock");
  spoil("contingencies/storm.toml", "id = \"storm\"", "id = \"strom\"");
  EXPECT_EQ(faults(), "contingencies/storm.toml:1:6 bad_value\n");
}

TEST_F(LibraryTest, TheHashIsThatOfTheSortedFiles) {
  std::string lines;
  for (const auto& [path, text] : files) lines += path + " " + sha256(text) + "\n";
  EXPECT_EQ(read().value().hash, sha256(lines));
}

TEST_F(LibraryTest, ReportsTheFaultsOfAllFilesAtOnce) {
  spoil("states.csv", "1991-12-25", "1917-11-06");
  spoil("places.csv", "39.8", "93.8");
  spoil("places.csv", "-98.6", "west");
  spoil("places.csv", "1950-01-02", "1950-01-01");
  spoil("places.csv", "none,none,FRA;USA", "none,none,FRB;USA");
  spoil("means.csv", "5,4,6", "7.5,4,6");
  spoil("figures/gdp.csv", "World Bank", " ");
  spoil("figures/gdp.csv", "4,3,5", "4,3,");
  spoil("groups.csv", ",B,\nothers", ",D,\nothers");
  spoil("agreements/pact.toml", "id = \"pact\"", "id = \"pakt\"");
  EXPECT_EQ(faults(),
            "agreements/pact.toml:1:6 bad_value\n"
            "figures/gdp.csv:2:54 no_source\n"
            "figures/gdp.csv:3:24 range_missing\n"
            "groups.csv:2:46 bad_value\n"
            "means.csv:2:32 bad_value\n"
            "places.csv:2:37 bad_value\n"
            "places.csv:2:42 wrong_type\n"
            "places.csv:3:36 unknown_state\n"
            "places.csv:4:59 overlap\n"
            "states.csv:5:49 order_of_dates\n");
}

TEST_F(LibraryTest, AnUnknownStateComesWithTheNearest) {
  spoil("figures/gdp.csv", "FRA,", "soviet_onion,");
  const auto library = read();
  ASSERT_FALSE(library);
  ASSERT_EQ(library.error().size(), 1u);
  EXPECT_EQ(library.error()[0].code, Code::unknown_state);
  EXPECT_NE(library.error()[0].hint.find("soviet_union"), std::string::npos);
}

TEST_F(LibraryTest, ChecksColumns) {
  spoil("means.csv", "severity", "severty");
  EXPECT_EQ(faults(), "means.csv:1:1 missing_key\nmeans.csv:1:14 unknown_key\n");
}

TEST_F(LibraryTest, RefusesRepeatedNames) {
  spoil("actors.csv", "wagner", "soviet_union");
  spoil("means.csv", "project assumption,B\n",
        "project,B\narmed_force,Again,attack,5,4,6,,project,B\n");
  spoil("states.csv", "FRA,France", "USA,France");
  const std::string found = faults();
  EXPECT_NE(found.find("actors.csv:2:1 duplicate"), std::string::npos) << found;
  EXPECT_NE(found.find("means.csv:3:1 duplicate"), std::string::npos) << found;
  EXPECT_NE(found.find("states.csv:3:1 duplicate"), std::string::npos) << found;
}

TEST_F(LibraryTest, RefusesTwoAgreementsOfOneName) {
  files["agreements/again.toml"] = kPact;
  EXPECT_EQ(faults(), "agreements/again.toml:1:6 bad_value\nagreements/pact.toml:1:6 duplicate\n");
}

TEST_F(LibraryTest, RefusesCirclesOfGroups) {
  files["group_members.csv"] += "russians,others,,,\n";
  EXPECT_EQ(faults(), "group_members.csv:3:8 bad_value\n");
}

TEST_F(LibraryTest, RangesAreKept) {
  spoil("figures/gdp.csv", "4,3,5", "6,3,5");
  spoil("means.csv", "5,4,6", "5,5.5,6");
  EXPECT_EQ(faults(), "figures/gdp.csv:3:22 unsourced_range\nmeans.csv:2:34 unsourced_range\n");
}

TEST_F(LibraryTest, AMissingTableIsOneFault) {
  files.erase("states.csv");
  EXPECT_EQ(faults(), "states.csv:0:0 unreadable\n");
}

TEST_F(LibraryTest, AMissingFolderIsAFault) {
  const auto library = read_library((folder / "nowhere").string());
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error()[0].code, Code::unreadable);
}

TEST_F(LibraryTest, TheSnapshotHoldsForces) {
  add_forces();
  const Library library = read().value();
  const auto again = from_snapshot(to_snapshot(library));
  ASSERT_TRUE(again);
  EXPECT_EQ(to_snapshot(again.value()), to_snapshot(library));
  const world::World& world = again.value().world;
  ASSERT_EQ(world.contingencies.size(), 1u);
  EXPECT_EQ(world.contingencies[0].event, "RUS attacks FRA at rock");
  EXPECT_EQ(world.contingencies[0].demand.at(0).units.high, 4);
  EXPECT_EQ(world.pools.at(0).amount.low, 3);
  EXPECT_EQ(world.dependencies.at(0).lapse_days.high, 360);
  EXPECT_EQ(again.value().plan.sets, library.plan.sets);
  EXPECT_EQ(again.value().scenarios, library.scenarios);
}

TEST_F(LibraryTest, TheSnapshotIsTheLibrary) {
  const Library library = read().value();
  const std::string bytes = to_snapshot(library);
  const auto again = from_snapshot(bytes);
  ASSERT_TRUE(again);
  EXPECT_EQ(to_snapshot(again.value()), bytes);
  EXPECT_EQ(again.value().hash, library.hash);
  EXPECT_EQ(again.value().world.symbols.names(), library.world.symbols.names());
  EXPECT_EQ(again.value().law.agreements[0].articles[0].text,
            library.law.agreements[0].articles[0].text);
  const Symbol russia = again.value().world.symbols.find("RUS");
  EXPECT_TRUE(again.value().world.holder(russia, parse_date("1970-01-01").value()));
}

TEST_F(LibraryTest, ASpoiltSnapshotIsRefused) {
  const std::string bytes = to_snapshot(read().value());
  for (std::size_t i = 0; i < bytes.size(); i += i < 200 || i + 200 > bytes.size() ? 1 : 97) {
    std::string spoilt = bytes;
    spoilt[i] = static_cast<char>(spoilt[i] ^ 1);
    const auto library = from_snapshot(spoilt);
    ASSERT_FALSE(library) << i;
    EXPECT_EQ(library.error()[0].code, Code::not_text);
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{80}, bytes.size() - 1})
    EXPECT_FALSE(from_snapshot(bytes.substr(0, size)));
}

TEST_F(LibraryTest, AHostileSnapshotWithAGoodHashIsSafe) {
  add_forces();
  const std::string bytes = to_snapshot(read().value());
  const std::size_t body = bytes.size() - 64;
  std::size_t refused = 0;
  for (std::size_t i = 20; i < body; ++i) {
    std::string hostile = bytes.substr(0, body);
    hostile[i] = static_cast<char>(0xff);
    hostile += sha256(hostile);
    // A changed letter of a text is a sound snapshot of another library; a changed length is not.
    if (!from_snapshot(hostile)) ++refused;
  }
  EXPECT_GT(refused, body / 10);
}

}  // namespace
}  // namespace entente::scenario
