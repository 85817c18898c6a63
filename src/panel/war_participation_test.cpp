#include "panel/war_participation.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>

namespace entente::panel {
namespace {

using ::testing::ElementsAre;

Date day(int year, int month, int at) { return make_date(year, month, at).value(); }

/// Six states in 1900: 1 attacks 2 on 1 May. 3 defends 2 and joins; 4 defends 2 and stays out; 5
/// has an offence pact with 1 and joins the other side; 6 is bound by nothing, and joins.
struct Small {
  std::vector<Belligerent> war = {{7, 1, 1, day(1900, 5, 1), true, "Small War"},
                                  {7, 2, 2, day(1900, 5, 1)},
                                  {7, 3, 2, day(1900, 5, 9)},
                                  {7, 5, 2, day(1900, 6, 1)},
                                  {7, 6, 1, day(1900, 7, 1)}};
  std::vector<Pact> pacts = {{1, 2, {day(1890, 1, 1)}, true, false},
                             {1, 3, {day(1890, 1, 1)}, true, false},
                             {1, 4, {day(1890, 1, 1)}, true, false},
                             {2, 1, {day(1895, 1, 1)}, false, true},
                             {2, 5, {day(1895, 1, 1)}, false, true},
                             // Signed on the day of the war: it came too late to foretell anything.
                             {3, 2, {day(1900, 5, 1)}, true, true},
                             {3, 6, {day(1900, 5, 1)}, true, true},
                             // Offence is not owed to a state that was attacked.
                             {4, 2, {day(1880, 1, 1)}, false, true},
                             {4, 6, {day(1880, 1, 1)}, false, true}};
  std::vector<Border> borders = {{1, 6, 1816, 2016}, {2, 4, 1816, 1850}, {2, 4, 1899, 2016}};
  Members members{std::array<std::int64_t, 6>{1, 2, 3, 4, 5, 6},
                  std::array<std::int64_t, 6>{1900, 1900, 1900, 1900, 1900, 1900}, 1900, 1900};
};

TEST(WarParticipation, OfASmallWarByHand) {
  const Small small;
  const auto all = war_participation(small.war, small.pacts, small.borders, small.members);
  ASSERT_EQ(all.wars.size(), 1u);
  const War& war = all.wars.front();
  EXPECT_THAT(war.originals, ElementsAre(1, 2));
  EXPECT_THAT(war.bound, ElementsAre(3, 4, 5));
  EXPECT_THAT(war.joined, ElementsAre(3, 5, 6));
  EXPECT_THAT(war.kept, ElementsAre(3));
  EXPECT_EQ(all.pacts.joined_predicted, 1);
  EXPECT_EQ(all.pacts.absent_predicted, 2);   // 4, and 5 on the wrong side.
  EXPECT_EQ(all.pacts.joined_unforeseen, 1);  // 6.
  EXPECT_EQ(all.pacts.absent_foreseen, 0);
  EXPECT_NEAR(all.pacts.precision(), 1.0 / 3, 1e-15);
  EXPECT_EQ(all.nobody.joined_unforeseen, 3);
  EXPECT_EQ(all.nobody.absent_foreseen, 1);
  EXPECT_EQ(all.neighbours.joined_predicted, 1);  // 6.
  EXPECT_EQ(all.neighbours.absent_predicted, 1);  // 4.
  const auto rate = [&](std::string_view duty, std::string_view period) {
    const auto found = std::ranges::find_if(
        all.rates, [&](const KeptRate& one) { return one.duty == duty && one.period == period; });
    return std::pair(found->bound, found->kept);
  };
  EXPECT_EQ(rate("any", "all"), std::pair(3, 1));
  EXPECT_EQ(rate("any", "from 1945"), std::pair(0, 0));
  EXPECT_EQ(rate("defence", "all"), std::pair(2, 1));
  EXPECT_EQ(rate("offence", "all"), std::pair(1, 0));
}

TEST(WarParticipation, WarsWithoutAnInitiatorAreNamedAndLeftOut) {
  Small small;
  small.war[0].initiator = false;
  const auto all = war_participation(small.war, small.pacts, small.borders, small.members);
  EXPECT_TRUE(all.wars.empty());
  EXPECT_THAT(all.left_out, ElementsAre("Small War"));
}

}  // namespace
}  // namespace entente::panel
