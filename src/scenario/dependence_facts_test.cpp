#include "scenario/dependence_facts.h"

#include <gtest/gtest.h>

#include "scenario/test_forces.h"

namespace entente::scenario {
namespace {

using test::shown;

constexpr std::string_view kDependency =
    "user,element,service,supplier,share,low,high,mode,lapse_days,lapse_low,lapse_high,status,"
    "source,confidence,note\n";
constexpr std::string_view kSubstitutes =
    "user,element,service,supplier,cost,cost_low,cost_high,months,months_low,months_high,status,"
    "source,confidence,note\n";

class DependenceFacts : public testing::Test {
 protected:
  template <class Read>
  Faults faults_of(Read reader, std::string_view header, std::string_view rows) {
    Faults faults;
    EXPECT_TRUE(reader(std::string(header) + std::string(rows), "table.csv", world, faults));
    sort_faults(faults);
    return faults;
  }
  /// One row with a share of three tenths.
  static std::string row(const std::string& names) {
    return names + ",0.3,0.2,0.4,slow,90,30,360,assumption,a study,C,\n";
  }

  test::ForceWorld made;
  world::World& world = made.world;
};

TEST_F(DependenceFacts, DependencyIsOnAStateOrAGroup) {
  EXPECT_EQ(shown(faults_of(
                read_dependency, kDependency,
                "GBR,tanker,spares,USA,0.3,0.2,0.4,slow,90,30,360,assumption,a study,C,\n"
                "GBR,tanker,spares,europeans,0.3,0.2,0.4,hard,0,0,7,assumption,a study,C,\n"
                "GBR,nuclear,nuclear_umbrella,USA,0.3,0.2,0.4,hard,0,0,7,assumption,a study,C,\n")),
            "");
  ASSERT_EQ(world.dependencies.size(), 3u);
  EXPECT_FALSE(world.dependencies[0].hard);
  EXPECT_EQ(world.dependencies[0].lapse_days.low, 30);
  EXPECT_TRUE(world.dependencies[1].hard);
  EXPECT_EQ(
      shown(faults_of(read_dependency, kDependency,
                      "GBX,tanker,spares,nobody,0.3,0.2,0.4,fast,90,30,360,assumption,a study,C,\n"
                      "GBR,oars,,USA,1.3,0.2,0.4,slow,-1,30,360,assumption,a study,C,\n")),
      "2:1 unknown_state\n2:19 unknown_state\n2:38 bad_value\n3:5 unknown_name\n"
      "3:10 missing_key\n3:15 bad_value\n3:32 bad_value\n");
}

TEST_F(DependenceFacts, NobodySuppliesItself) {
  const Faults alone = faults_of(read_dependency, kDependency, row("GBR,tanker,spares,GBR"));
  ASSERT_EQ(shown(alone), "2:19 bad_value\n");
  EXPECT_EQ(alone[0].message, "`GBR` supplies itself");
  EXPECT_FALSE(alone[0].hint.empty());

  const Faults circle =
      faults_of(read_dependency, kDependency,
                row("GBR,tanker,spares,USA") + row("USA,tanker,spares,FRA") +
                    row("FRA,tanker,munitions,GBR") + row("FRA,tanker,spares,GBR"));
  ASSERT_EQ(shown(circle), "5:19 bad_value\n") << "the row that closes it";
  EXPECT_NE(circle[0].message.find("FRA from GBR from USA from FRA"), std::string::npos)
      << circle[0].message;
}

TEST_F(DependenceFacts, ASubstituteStandsForARowOfDependency) {
  (void)faults_of(read_dependency, kDependency, row("GBR,tanker,spares,USA"));
  EXPECT_EQ(shown(faults_of(read_substitutes, kSubstitutes,
                            "GBR,tanker,spares,USA,4,2,8,60,36,102,assumption,a study,C,\n")),
            "");
  ASSERT_EQ(world.substitutes.size(), 1u);
  EXPECT_EQ(world.substitutes[0].cost.high, 8);
  EXPECT_EQ(world.substitutes[0].months.value, 60);
  EXPECT_EQ(world.symbols.name(world.substitutes[0].source), "a study");
  EXPECT_EQ(shown(faults_of(read_substitutes, kSubstitutes,
                            "GBR,tanker,satcom,USA,4,2,8,60,36,102,assumption,a study,C,\n"
                            "GBR,tanker,spares,USA,-4,2,8,60,,102,assumption,a study,C,\n"
                            "GBR,tanker,spares,USA,9,2,8,60,36,102,assumption,,C,\n"
                            "GBX,tanks,spares,USB,4,2,8,60,36,102,guess,a study,C,\n")),
            "2:1 unknown_name\n3:23 bad_value\n3:33 range_missing\n4:1 duplicate\n"
            "4:25 unsourced_range\n4:50 no_source\n5:1 unknown_state\n5:5 unknown_name\n"
            "5:18 unknown_state\n5:38 bad_value\n");
}

}  // namespace
}  // namespace entente::scenario
