// Every pattern of honour, against hand and against draws.
#include "campaign/honour_patterns.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "campaign/test_scenario.h"

namespace entente::campaign {
namespace {

using test::Laid;
using test::laid_out;
using test::reference_laid;
using test::reformed;

/// As many guards as reliabilities, each with a promise to the one victim.
std::unique_ptr<Laid> guards(const std::vector<std::string>& reliabilities) {
  std::string text =
      "[scenario]\nname = \"g\"\nempty = true\n[[state]]\nid = \"victim\"\n[[state]]\nid = "
      "\"raider\"\n[[contingency]]\nid = \"war\"\nevent = \"raider attacks victim\"\ndemand = [{ "
      "element = \"brigade\", day = 0, amount = 9 }]\n";
  for (std::size_t i = 0; i < reliabilities.size(); ++i) {
    const std::string name = std::string("guard_") + static_cast<char>('a' + i);
    text += "[[state]]\nid = \"" + name +
            "\"\nforces = { brigade = 3 }\n[[commitment]]\npromisor = \"" + name +
            "\"\nbeneficiary = \"victim\"\nkind = \"fight\"\nreliability = " + reliabilities[i] +
            "\n";
  }
  return laid_out(reformed(text));
}

TEST(HonourPatterns, ByHandAndOnlyWhatIsUncertain) {
  const auto laid = guards({"0.6", "1", "0", "0.25"});
  ASSERT_NE(laid, nullptr);
  const auto all = honour_patterns(laid->situation, laid->numbers);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->uncertain, 2u);
  EXPECT_FALSE(all->integrated);
  ASSERT_EQ(all->kept.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto comes = [&](const char* who) { return all->kept[i].comes[laid->owner(who)]; };
    EXPECT_EQ(comes("guard_b"), 1);
    EXPECT_EQ(comes("guard_c"), 0);
    EXPECT_NEAR(all->probability[i],
                (comes("guard_a") == 1 ? 0.6 : 0.4) * (comes("guard_d") == 1 ? 0.25 : 0.75), 1e-15);
  }
  EXPECT_EQ(notice_of(*all),
            "Honour is not sampled but enumerated: 2 promises are neither certain nor impossible, "
            "and the 4 patterns of what is kept and broken are weighed by probability; draws have "
            "no bearing on it.");
}

TEST(HonourPatterns, TwelveButNotThirteen) {
  const auto most = guards(std::vector<std::string>(kMostUncertain, "0.5"));
  ASSERT_NE(most, nullptr);
  const auto all = honour_patterns(most->situation, most->numbers);
  ASSERT_TRUE(all);
  EXPECT_EQ(all->kept.size(), 4096u);
  EXPECT_NEAR(std::accumulate(all->probability.begin(), all->probability.end(), 0.0), 1, 1e-12);
  const auto more = guards(std::vector<std::string>(kMostUncertain + 1, "0.5"));
  ASSERT_NE(more, nullptr);
  EXPECT_FALSE(honour_patterns(more->situation, more->numbers));
  EXPECT_TRUE(honour_patterns(more->situation, more->numbers, {false}));  // Nothing is asked of it.
}

TEST(HonourPatterns, WithoutPrecisionThereIsNone) {
  const Laid& laid = reference_laid();
  Numbers numbers = laid.numbers;
  std::ranges::fill(numbers.theta, 1.0);
  numbers.campaign.support_theta = 1;
  const std::size_t usa = laid.owner("USA") * laid.situation.places.size();
  numbers.theta[usa] = numbers.theta[usa + 1] = 0.5;
  EXPECT_TRUE(honour_patterns(laid.situation, numbers));
  numbers.belief.cause.rho = 0.9;
  EXPECT_FALSE(honour_patterns(laid.situation, numbers));
  numbers.belief.cause.model = belief::honour::find("independent");
  EXPECT_TRUE(honour_patterns(laid.situation, numbers));
}

/// A promise and support of one state share their cause: as often as draws have it.
TEST(HonourPatterns, AreWhatDrawsComeTo) {
  const Laid& laid = reference_laid();
  const Situation& s = laid.situation;
  Numbers numbers = laid.numbers;
  std::ranges::fill(numbers.theta, 1.0);
  numbers.campaign.support_theta = 0.7;
  numbers.mu[laid.owner("USA")] = -0.1;
  const std::size_t place = laid.place("baltic"), usa = laid.owner("USA") * s.places.size() + place;
  numbers.theta[usa] = 0.5;
  const auto supplier =
      static_cast<std::size_t>(std::ranges::find(s.suppliers, "USA") - s.suppliers.begin());
  ASSERT_LT(supplier, s.suppliers.size());
  const std::size_t support = supplier * s.places.size() + place;
  std::vector<bool> places(s.places.size(), false);
  places[place] = true;
  const auto all = honour_patterns(s, numbers, places);
  ASSERT_TRUE(all);
  ASSERT_GE(all->uncertain, 2u);
  EXPECT_TRUE(all->integrated);
  using Pair = std::pair<double, double>;
  std::map<Pair, double> law, often;
  for (std::size_t i = 0; i < all->kept.size(); ++i)
    law[{all->kept[i].comes[usa], all->kept[i].supplies[support]}] += all->probability[i];
  constexpr int kDraws = 4000;
  for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
    const Kept kept = kept_in(s, numbers, Honour::drawn, 1, draw);
    often[{kept.comes[usa], kept.supplies[support]}] += 1.0 / kDraws;
  }
  ASSERT_EQ(law.size(), 4u);
  double apart = 0;
  for (const auto& [pair, probability] : law)
    EXPECT_NEAR(often[pair], probability, 4 * 0.5 / std::sqrt(kDraws));
  const double comes = law[Pair{1, 0}] + law[Pair{1, 1}],
               goes_on = law[Pair{0, 1}] + law[Pair{1, 1}];
  apart = law[Pair{1, 1}] - comes * goes_on;
  EXPECT_GT(apart, 0.02) << "a good year keeps both";
}

}  // namespace
}  // namespace entente::campaign
