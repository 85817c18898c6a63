// What is shared by a world or a draw says the same as each problem alone.
#include "campaign/terms.h"

#include <gtest/gtest.h>

#include "campaign/outline.h"
#include "campaign/small_programme.h"
#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::reference_laid;

/// To the last bit.
void expect_same(const Outline& a, const Outline& b) {
  EXPECT_EQ(a.net, b.net);
  EXPECT_EQ(a.weight, b.weight);
  ASSERT_EQ(a.slots.size(), b.slots.size());
  ASSERT_EQ(a.limits.size(), b.limits.size());
  for (std::size_t j = 0; j < a.slots.size(); ++j) {
    EXPECT_TRUE(std::ranges::equal(a.slots[j].cap, b.slots[j].cap));
    EXPECT_TRUE(std::ranges::equal(a.slots[j].works, b.slots[j].works));
    EXPECT_EQ(a.slots[j].place, b.slots[j].place);
    EXPECT_EQ(a.slots[j].first, b.slots[j].first);
    EXPECT_EQ(a.slots[j].inside, b.slots[j].inside);
  }
  for (std::size_t l = 0; l < a.limits.size(); ++l) {
    EXPECT_TRUE(std::ranges::equal(a.limits[l].all, b.limits[l].all));
    EXPECT_TRUE(std::ranges::equal(a.limits[l].away, b.limits[l].away));
    EXPECT_EQ(a.limits[l].begin, b.limits[l].begin);
    EXPECT_EQ(a.limits[l].end, b.limits[l].end);
    EXPECT_EQ(a.limits[l].inside, b.limits[l].inside);
  }
}

TEST(Terms, SharedOrAloneAProblemIsTheSame) {
  const auto& laid = reference_laid();
  const Situation& s = laid.situation;
  const std::vector<std::vector<int>> sets{{0}, {1, 0}, {0, 1, 2, 3, 4, 5}};
  for (const Honour honour : {Honour::kept, Honour::expected, Honour::drawn}) {
    const Kept kept = laid.kept(honour, 3);
    const WorldTerms world = world_terms(s, laid.numbers);
    const DrawTerms draw = draw_terms(world, kept);
    SmallProgramme small;
    std::size_t slots = 0;
    for (const auto& set : sets)
      for (int k = 0; k < static_cast<int>(s.elements.size()); ++k) {
        const Problem alone = problem_of(s, laid.numbers, kept, set, k);
        const Problem shared = problem_of(draw, set, k);
        expect_same(outline_of(alone), outline_of(shared));
        expect_same(outline_of(alone), outline_of(draw, set, k));
        EXPECT_EQ(alone.required(), required(outline_of(draw, set, k)));
        EXPECT_EQ(unlimited(alone), unlimited(outline_of(draw, set, k)));
        Outline outline = outline_of(draw, set, k);
        EXPECT_EQ(least_shortfall(alone), least_shortfall(outline, small));
        slots += shared.slots.size();
      }
    EXPECT_GT(slots, 0u);
  }
}

TEST(Terms, CapsAndLimitsAreThoseOfOneUnitTimesThePool) {
  const auto& laid = reference_laid();
  const Situation& s = laid.situation;
  const std::vector<int> set{0, 1, 2};
  for (int k = 0; k < static_cast<int>(s.elements.size()); ++k) {
    const Problem p = problem_of(s, laid.numbers, laid.kept(Honour::expected), set, k);
    for (const Limit& limit : p.limits) {
      const double amount = laid.numbers.amount[static_cast<std::size_t>(limit.pool)];
      for (std::size_t t = 0; t < p.periods; ++t) {
        EXPECT_EQ(limit.all[t], limit.all_unit[t] * amount);
        EXPECT_EQ(limit.away[t], limit.away_unit[t] * amount);
        for (std::size_t j = limit.begin; j < limit.end; ++j) {
          EXPECT_EQ(p.slots[j].cap[t], p.slots[j].unit[t] * amount);
          if (t > 0) {
            EXPECT_GE(p.slots[j].cap[t], p.slots[j].cap[t - 1]);
          }
        }
      }
    }
  }
}

TEST(Terms, UsableSharesAreThoseOfTheDraw) {
  const auto& laid = reference_laid();
  const Situation& s = laid.situation;
  Kept kept = laid.kept();
  std::ranges::fill(kept.supplies, 0.25);
  const WorldTerms world = world_terms(s, laid.numbers);
  const DrawTerms draw = draw_terms(world, kept);
  std::size_t held = 0;
  for (std::size_t i = 0; i < s.pools.size(); ++i)
    for (std::size_t c = 0; c < s.places.size(); ++c) {
      if (laid.numbers.amount[i] <= 0) continue;
      const auto works = usable(s, laid.numbers, kept, s.pools[i].owner, s.pools[i].element, c);
      for (std::size_t t = 0; t < works.size(); ++t) {
        EXPECT_EQ(draw.works[draw.works_at(i, c) + t], works[t]);
        held += works[t] < 1;
      }
    }
  EXPECT_GT(held, 0u);
}

}  // namespace
}  // namespace entente::campaign
