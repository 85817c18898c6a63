// Trade that is kept: nothing closed, one and several contingencies, and worlds.
#include "campaign/trade/kept.h"

#include <gtest/gtest.h>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::reference;

TEST(TradeKept, ItIsAllWhereNothingIsClosed) {
  TradeKept kept(reference(), {});
  EXPECT_EQ(kept.under({}), 100);
  EXPECT_EQ(kept.under({"no such contingency"}), 100);
}

TEST(TradeKept, IsTheMeanOfOilAndContainersByHand) {
  TradeKept kept(reference(), {});
  // Taiwan keeps .9 of 40 % of containers back; the other two straits pass fewer. Oil goes round.
  EXPECT_NEAR(kept.under({"taiwan"}), (100 + 100 * (1 - 0.9 * 0.40)) / 2, 1e-6);
  // Of the Gulf's two, Bab el-Mandeb keeps more boxes back than Hormuz: .3 of 25, .8 of 3.
  const double gulf = kept.under({"gulf"}), both = kept.under({"gulf", "taiwan"});
  const double oil = 2 * gulf - 100 * (1 - 0.3 * 0.25);
  EXPECT_LT(oil, 90) << "there is no way round Hormuz";
  EXPECT_GT(oil, 30);
  EXPECT_NEAR(both, (oil + 100 * (1 - 0.3 * 0.25) * (1 - 0.9 * 0.40)) / 2, 1.0);
  EXPECT_LT(both, gulf);
}

TEST(TradeKept, MoreContingenciesNeverKeepMore) {
  for (std::uint64_t world = 0; world < 4; ++world) {
    TradeKept kept(reference(), {1, world});
    const std::vector<std::string> names = {"baltic", "gulf", "korea", "taiwan", "ukraine"};
    std::vector<std::string> so_far;
    double last = 100;
    for (const std::string& name : names) {
      so_far.push_back(name);
      const double now = kept.under(so_far);
      EXPECT_LE(now, last + 1e-9) << name;
      EXPECT_GE(now, 0);
      last = now;
    }
  }
}

}  // namespace
}  // namespace entente::campaign
