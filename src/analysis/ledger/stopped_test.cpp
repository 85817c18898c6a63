// A ledger that is stopped on its way.
#include <gtest/gtest.h>

#include "analysis/ledger/ledger.h"
#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;

TEST(StoppedLedger, KeepsTheDrawsThereAre) {
  const auto asked = [](const entente::Run& how) {
    card::Arguments arguments;
    for (const card::Field& field : ledger.card.fields)
      if (!field.fallback.empty())
        arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
    const auto library = scenario::reform(reference(), "baltic_taiwan", {});
    EXPECT_TRUE(library);
    auto record = ledger.run({*library, "", arguments, how});
    EXPECT_TRUE(record);
    return record ? *record : card::Record{};
  };
  entente::Run run;
  run.draws = 64;
  const card::Record some = campaign::test::stopped_at(0.2, run, asked);
  campaign::test::expect_stopped(some, 64);
  run.draws = some.provenance.draws;
  const card::Record whole = asked(run);
  EXPECT_FALSE(whole.partial);
  campaign::test::expect_same_tables(some, whole, {"gap", "increments", "shortfall", "prices"});
  EXPECT_TRUE(some.find("moves")->rows.empty());
}

}  // namespace
}  // namespace entente::analysis
