#include "scenario/force_facts.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

using test::shown;

constexpr std::string_view kDeployment =
    "base,theatre,element,days,low,high,status,source,confidence,note\n";
constexpr std::string_view kReadiness =
    "kind,element,day,share,low,high,status,source,confidence,note\n";
constexpr std::string_view kParticipation =
    "theatre,state,element,share,low,high,status,source,confidence,note\n";
constexpr std::string_view kPrepositioned =
    "owner,from,theatre,element,sets,sets_low,sets_high,days,days_low,days_high,status,source,"
    "confidence,note\n";
constexpr std::string_view kTheatreBases = "theatre,base,relation,note,source,confidence\n";
constexpr std::string_view kHomeBases = "state,base,source,confidence\n";

class ForceFacts : public testing::Test {
 protected:
  template <class Read>
  std::string read(Read reader, std::string_view header, std::string_view rows) {
    Faults faults;
    EXPECT_TRUE(reader(std::string(header) + std::string(rows), "table.csv", world, faults));
    return shown(faults);
  }

  template <class Read>
  std::string read_with_bases(Read reader, std::string_view header, std::string_view rows) {
    return read([&](auto bytes, auto file, world::World& into,
                    Faults& faults) { return reader(bytes, file, into, home_bases, faults); },
                header, rows);
  }

  test::ForceWorld made;
  world::World& world = made.world;
  HomeBases home_bases;
};

TEST_F(ForceFacts, DaysOfDeploymentKeepTheirRangeAndSource) {
  EXPECT_EQ(read(read_deployment, kDeployment,
                 "home,north,tanker,4,3,6,assumption,a study,C,\n"
                 "home,north,heavy_brigade,30,,,published,a plan,A,\n"),
            "");
  ASSERT_EQ(world.deployments.size(), 2u);
  const world::Deployment& tanker = world.deployments[0];
  EXPECT_EQ(tanker.base, made.at("home"));
  EXPECT_EQ(tanker.theatre, made.at("north"));
  EXPECT_EQ(tanker.days.value, 4);
  EXPECT_EQ(tanker.days.low, 3);
  EXPECT_EQ(tanker.days.high, 6);
  EXPECT_TRUE(tanker.days.assumption);
  EXPECT_EQ(world.symbols.name(tanker.source), "a study");
  EXPECT_FALSE(world.deployments[1].days.assumption);
  EXPECT_EQ(world.deployments[1].days.high, 30);
  EXPECT_EQ(world.deployments[1].days.confidence, 'A');
  world.index();
  EXPECT_EQ(world.deployments[0].element, made.at("heavy_brigade")) << "sorted by name";
}

TEST_F(ForceFacts, DaysOfDeploymentNameWhatIsWrong) {
  EXPECT_EQ(read(read_deployment, kDeployment,
                 "home,norht,tanker,4,3,6,assumption,a study,C,\n"
                 "home,north,tankers,4,3,6,assumption,a study,C,\n"
                 "home,north,tanker,-4,-5,6,assumption,a study,C,\n"
                 "home,south,tanker,4,,6,assumption,a study,C,\n"
                 "home,south,tanker,9,3,6,assumption,,C,\n"
                 "home,south,heavy_brigade,4,7,6,derived,a study,C,\n"),
            "2:6 unknown_name\n3:12 unknown_name\n4:19 bad_value\n4:22 bad_value\n"
            "5:21 range_missing\n6:1 duplicate\n6:21 unsourced_range\n6:36 no_source\n"
            "7:28 bad_value\n");
}

TEST_F(ForceFacts, AWrongColumnIsNoTable) {
  Faults faults;
  EXPECT_FALSE(read_deployment("base,theatre\nhome,north\n", "table.csv", world, faults));
  EXPECT_EQ(faults.size(), 8u);
}

TEST_F(ForceFacts, ReadinessIsOfOneElementOrOfAll) {
  EXPECT_EQ(read(read_readiness, kReadiness,
                 "general,tanker,0,0.4,0.3,0.5,assumption,a study,C,\n"
                 "forward,,10,0.7,0.6,0.8,assumption,a study,C,\n"),
            "");
  ASSERT_EQ(world.readiness.size(), 2u);
  EXPECT_EQ(world.readiness[1].day, 10);
  EXPECT_FALSE(world.readiness[1].element);
  EXPECT_EQ(read(read_readiness, kReadiness,
                 "general,,0,0.4,0.3,0.5,assumption,a study,C,\n"
                 "forward,tanker,0,0.4,0.3,0.5,assumption,a study,C,\n"
                 "backward,,0,0.4,0.3,0.5,assumption,a study,C,\n"
                 "frontline,,1.5,0.4,0.3,0.5,assumption,a study,C,\n"
                 "frontline,,30,0.4,0.3,1.5,assumption,a study,C,\n"
                 "frontline,,30,0.4,0.3,0.5,assumption,a study,C,\n"),
            "2:9 missing_key\n3:9 bad_value\n4:1 bad_value\n5:12 bad_value\n6:23 bad_value\n"
            "7:1 duplicate\n");
}

TEST_F(ForceFacts, ParticipationIsByStateAndTheatre) {
  EXPECT_EQ(read(read_participation, kParticipation,
                 "north,GBR,,1,0.5,1,assumption,a study,C,\n"
                 "north,GBR,tanker,0,0,0,assumption,a study,C,\n"),
            "");
  ASSERT_EQ(world.participations.size(), 2u);
  EXPECT_EQ(world.participations[1].element, made.at("tanker"));
  EXPECT_EQ(read(read_participation, kParticipation,
                 "north,GBX,,1,0.5,1,assumption,a study,C,\n"
                 "east,GBR,,1,0.5,1,assumption,a study,C,\n"
                 "south,GBR,,2,0.5,1,assumption,a study,C,\n"
                 "south,GBR,,1,0.5,1,assumption,a study,C,\n"),
            "2:7 unknown_state\n3:1 unknown_name\n4:12 bad_value\n5:1 duplicate\n");
}

TEST_F(ForceFacts, BasesOfATheatreAreKnownFromForcesDeploymentOrHome) {
  EXPECT_EQ(read(read_deployment, kDeployment, "port,north,tanker,4,3,6,assumption,a study,C,\n"),
            "");
  home_bases.emplace(made.at("GBR"), made.at("island"));
  EXPECT_EQ(read_with_bases(read_theatre_bases, kTheatreBases,
                            "north,home,inside,,a map,A\nnorth,port,next,,a map,A\n"
                            "north,island,next,,a map,A\n"),
            "");
  ASSERT_EQ(world.theatre_bases.size(), 3u);
  EXPECT_TRUE(world.theatre_bases[0].inside);
  EXPECT_FALSE(world.theatre_bases[1].inside);
  EXPECT_EQ(read_with_bases(read_theatre_bases, kTheatreBases,
                            "north,moon,inside,,a map,A\nnorth,port,near,,a map,A\n"
                            "north,port,next,,,A\n"),
            "2:7 unknown_name\n3:12 bad_value\n4:1 duplicate\n4:18 no_source\n");
}

TEST_F(ForceFacts, SetsWaitForTheirOwner) {
  EXPECT_EQ(read_with_bases(read_prepositioned, kPrepositioned,
                            "USA,home,north,heavy_brigade,2,1,2,13,10,16,assumption,a study,B,\n"),
            "");
  ASSERT_EQ(world.prepositioned.size(), 1u);
  EXPECT_EQ(world.prepositioned[0].sets.value, 2);
  EXPECT_EQ(world.prepositioned[0].days.high, 16);
  EXPECT_EQ(read_with_bases(read_prepositioned, kPrepositioned,
                            "USB,moon,nort,heavy,-2,1,2,13,,16,assumption,a study,B,\n"),
            "2:1 unknown_state\n2:5 unknown_name\n2:10 unknown_name\n2:15 unknown_name\n"
            "2:21 bad_value\n2:31 range_missing\n");
}

TEST_F(ForceFacts, HomeBasesAreOfStates) {
  EXPECT_EQ(read_with_bases(read_home_bases, kHomeBases, "USA,home,a map,A\n"), "");
  EXPECT_TRUE(home_bases.contains({made.at("USA"), made.at("home")}));
  EXPECT_EQ(read_with_bases(read_home_bases, kHomeBases,
                            "USB,home,a map,A\nUSA,Home,a map,A\nUSA,port,a map,D\n"
                            "USA,port,a map,A\n"),
            "2:1 unknown_state\n3:5 bad_value\n4:16 bad_value\n5:1 duplicate\n");
}

TEST_F(ForceFacts, AHintNamesTheNearest) {
  Faults faults;
  (void)read_deployment(
      std::string(kDeployment) + "home,north,heavy_brigades,4,3,6,assumption,a study,C,\n",
      "table.csv", world, faults);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].hint, "did you mean `heavy_brigade`?");
}

}  // namespace
}  // namespace entente::scenario
