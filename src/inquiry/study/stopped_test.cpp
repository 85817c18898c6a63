// A study that is stopped on its way.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"
#include "inquiry/study/study.h"

namespace entente::inquiry {
namespace {

constexpr const char* kWorld = R"([scenario]
name = "small"
empty = true
[[contingency]]
id = "attack"
event = "RUS attacks POL"
demand = [{ element = "heavy_brigade", day = 0, amount = 10 }]
host_supply = [{ element = "heavy_brigade", day = 0, amount = 2 }]
[[pool]]
owner = "USA"
base = "us"
element = "heavy_brigade"
amount = 3
[[pool]]
owner = "DEU"
base = "germany"
element = "heavy_brigade"
amount = 1
[[commitment]]
promisor = "USA"
beneficiary = "POL"
reliability = 0.6
[[commitment]]
promisor = "DEU"
beneficiary = "POL"
reliability = 0.7
)";
constexpr const char* kStudy = R"([study]
name = "s"
scenario = "world.toml"
[[variant]]
id = "today"
[[variant]]
id = "more"
spend = { how = "present_mix", states = ["DEU"], money = 1 }
)";

class StoppedStudy : public testing::Test {
 protected:
  StoppedStudy() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("entente_stopped_") + test->name());
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "world.toml") << kWorld;
    std::ofstream(folder_ / "study.toml") << kStudy;
  }
  ~StoppedStudy() override { std::filesystem::remove_all(folder_); }

  [[nodiscard]] card::Record ask(const entente::Run& how) const {
    card::Arguments arguments;
    for (const card::Field& field : study.card.fields)
      if (!field.fallback.empty())
        arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
    arguments["vary"] = {"all"};
    const auto record =
        study.run({campaign::test::reference(), (folder_ / "study.toml").string(), arguments, how});
    if (!record) ADD_FAILURE() << to_text(record.error().front());
    return record ? *record : card::Record{};
  }
  [[nodiscard]] card::Record stopped_at(double share, const entente::Run& how) const {
    return campaign::test::stopped_at(share, how,
                                      [&](const entente::Run& run) { return ask(run); });
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(StoppedStudy, KeepsTheDrawsThereAre) {
  entente::Run run;
  run.draws = 512;
  const card::Record some = stopped_at(0.5, run);
  campaign::test::expect_stopped(some, 512);
  ASSERT_NE(some.find("turning"), nullptr);
  EXPECT_TRUE(some.find("turning")->rows.empty());
  run.draws = some.provenance.draws;
  const card::Record whole = ask(run);
  EXPECT_FALSE(whole.partial);
  campaign::test::expect_same_tables(some, whole, {"headline", "comparison"});
}

TEST_F(StoppedStudy, KeepsAllDrawsWhereItIsStoppedAfterThem) {
  entente::Run run;
  run.draws = 16;
  const card::Record some = stopped_at(0.95, run), whole = ask(run);
  EXPECT_TRUE(some.partial);
  EXPECT_EQ(some.provenance.draws, 16);
  ASSERT_NE(some.find("turning"), nullptr);
  ASSERT_NE(whole.find("turning"), nullptr);
  EXPECT_LT(some.find("turning")->rows.size(), whole.find("turning")->rows.size());
  campaign::test::expect_same_tables(some, whole, {"headline"});
}

TEST_F(StoppedStudy, BeforeAnyDrawLeavesNothing) {
  entente::Run run;
  run.cancelled = [] { return true; };
  EXPECT_THROW((void)ask(run), Cancelled);
}

}  // namespace
}  // namespace entente::inquiry
