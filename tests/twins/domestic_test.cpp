// Holds domestic to the figures of its Python twin (domestic_twin.py), kept in domestic.json.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "domestic/election.h"
#include "domestic/opinion.h"
#include "domestic/spending.h"
#include "twins/vectors.h"

namespace entente::domestic {
namespace {

using nlohmann::json;

Happening happening(const json& row) {
  return {.days = row.value("days", 0.0),
          .threat_change = row.value("threat_change", 0.0),
          .casualties = row.value("casualties", 0.0),
          .tax_change = row.value("tax_change", 0.0),
          .reach = row.value("reach", 0.0),
          .resilience = row.value("resilience", 0.0),
          .rally = row.value("rally", 0.0)};
}

TEST(DomesticTwin, SameHistories) {
  const json all = vectors("domestic");
  ASSERT_GT(all["histories"].size(), 5u);
  for (const json& row : all["histories"]) {
    Opinion now;
    now.settled = row["start"];
    std::size_t at = 0;
    for (const json& step : row["steps"]) {
      now = moved(now, happening(step), {});
      EXPECT_NEAR(now.support(), row["support"][at++], 1e-11) << row.dump();
    }
  }
}

TEST(DomesticTwin, SameGreatestRises) {
  const json all = vectors("domestic");
  for (const json& row : all["rises"]) {
    const json& paid = row["funding"];
    const double rise = greatest_rise(row["support"], Regime::democracy,
                                      {paid[0], paid[1], paid[2]}, {}, {}, row["most"]);
    EXPECT_NEAR(rise, row["rise"], 5e-5) << row.dump();
  }
}

TEST(DomesticTwin, SameTurnover) {
  const json all = vectors("domestic");
  for (const json& row : all["turnover"])
    EXPECT_NEAR(turnover(row["support"], Regime::democracy, {}), row["lost"], 1e-11) << row.dump();
}

}  // namespace
}  // namespace entente::domestic
