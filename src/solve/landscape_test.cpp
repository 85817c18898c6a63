#include "solve/landscape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "solve/growth_strings.h"

namespace entente::solve {
namespace {

/// Weights of a drawn landscape, small so that ties are common.
Landscape drawn(std::size_t states, std::int64_t most = 3) {
  Landscape made{states, std::vector<std::int64_t>(states * states, 0)};
  for (std::size_t i = 0; i < states; ++i)
    for (std::size_t j = 0; j < i; ++j)
      made.weights[i * states + j] = made.weights[j * states + i] =
          *rc::gen::inRange<std::int64_t>(-most, most + 1);
  return made;
}

std::vector<std::string> names_of(std::size_t states) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < states; ++i) names.push_back("state_" + std::to_string(i));
  return names;
}

/// All minima by the definition, one configuration after another.
std::vector<Minimum> plainly(const Landscape& landscape, const Sought& sought) {
  const GrowthStrings strings(landscape.states, sought.camps);
  const auto count = static_cast<std::uint64_t>(strings.count());
  std::map<Camps, std::uint64_t> ends;
  for (std::uint64_t i = 0; i < count; ++i) ++ends[descend(landscape, strings.at(i), sought.camps)];
  std::vector<Minimum> found;
  for (std::uint64_t i = 0; i < count; ++i) {
    const Camps camps = strings.at(i);
    if (is_minimum(landscape, camps, sought.camps, sought.ties))
      found.push_back({camps, energy(landscape, camps), ends[camps]});
  }
  std::sort(found.begin(), found.end(), [](const Minimum& a, const Minimum& b) {
    return a.energy != b.energy ? a.energy < b.energy : a.camps < b.camps;
  });
  return found;
}

RC_GTEST_PROP(Landscape, EnergyFallsByWhatAMoveSaysAndIsTheSameForTheComplement, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(2, 9);
  const Landscape landscape = drawn(n, 1000);
  Camps camps(n);
  for (std::uint8_t& camp : camps) camp = *rc::gen::inRange<std::uint8_t>(0, 2);
  Camps other = camps;
  for (std::uint8_t& camp : other) camp = static_cast<std::uint8_t>(1 - camp);
  RC_ASSERT(energy(landscape, camps) == energy(landscape, other));
  RC_ASSERT(energy(landscape, Camps(n, 0)) == 0);
  // A state that feels less frustrated on the other side lowers the energy by crossing.
  const auto i = *rc::gen::inRange<std::size_t>(0, n);
  std::int64_t here = 0, there = 0;
  for (std::size_t j = 0; j < n; ++j)
    (camps[j] == camps[i] ? there : here) += landscape.weight(i, j);
  const std::int64_t before = energy(landscape, camps);
  camps[i] = static_cast<std::uint8_t>(1 - camps[i]);
  RC_ASSERT(energy(landscape, camps) - before == 2 * (there - here));
  if (there < here) RC_ASSERT(energy(landscape, camps) < before);
}

RC_GTEST_PROP(Landscape, EnumerationFindsWhatTheDefinitionFinds, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 8);
  Sought sought;
  sought.camps = *rc::gen::inRange(2, 5);
  sought.ties = *rc::gen::element(Ties::weak, Ties::strict);
  sought.most_listed = 100000;
  const Landscape landscape = drawn(n);
  entente::Run run;
  run.threads = *rc::gen::inRange(1, 4);
  const Minima minima = all_minima(landscape, sought, run);
  const auto expected = plainly(landscape, sought);
  RC_ASSERT(minima.count == expected.size());
  RC_ASSERT(minima.found.size() == expected.size());
  std::uint64_t reached = minima.restless;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    RC_ASSERT(minima.found[i].camps == expected[i].camps);
    RC_ASSERT(minima.found[i].energy == expected[i].energy);
    RC_ASSERT(minima.found[i].basin == expected[i].basin);
    reached += minima.found[i].basin;
  }
  RC_ASSERT(reached == minima.checked);
}

RC_GTEST_PROP(Landscape, SamplesDescendToMinima, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 12);
  Sought sought;
  sought.camps = *rc::gen::inRange(2, 4);
  const Landscape landscape = drawn(n, 50);
  const auto names = names_of(n);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const Minima all = all_minima(landscape, sought, {});
  const Minima some = sampled_minima(landscape, sought, views, 200, true, {});
  RC_ASSERT(some.count <= all.count);
  RC_ASSERT(some.found.front().energy == all.found.front().energy);
  std::uint64_t draws = 0;
  for (const Minimum& one : some.found) {
    RC_ASSERT(is_minimum(landscape, one.camps, sought.camps, Ties::weak));
    draws += one.basin;
  }
  RC_ASSERT(draws == 200u);
}

RC_GTEST_PROP(GrowthStrings, AreNumberedInTheirOrder, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(1, 9);
  const GrowthStrings strings(n, *rc::gen::inRange(2, 6));
  const auto number =
      *rc::gen::inRange<std::uint64_t>(0, static_cast<std::uint64_t>(strings.count()));
  RC_ASSERT(strings.number(strings.at(number)) == number);
  if (number > 0) RC_ASSERT(strings.at(number - 1) < strings.at(number));
}

TEST(Landscape, ManyCampsAreCountedByStirlingNumbers) {
  EXPECT_EQ(configurations(17, 2), 65536);       // 2^16
  EXPECT_EQ(configurations(5, 3), 1 + 15 + 25);  // S(5,1) + S(5,2) + S(5,3)
  EXPECT_EQ(configurations(8, 8), 4140);         // Bell number of 8
}

TEST(Landscape, SeventeenPowersEachAgainstAll) {
  // Sizes of Axelrod and Bennett (1993), table 1, in hundredths; every propensity is -1. They
  // report 209 stable configurations; with two decimals 226, or 195 where a tie is not stable.
  const std::vector<std::int64_t> size{745, 532, 1149, 403, 1501, 115, 20, 35, 45,
                                       59,  183, 78,   6,   19,   13,  10, 27};
  Landscape landscape{size.size(), std::vector<std::int64_t>(size.size() * size.size(), 0)};
  for (std::size_t i = 0; i < size.size(); ++i)
    for (std::size_t j = 0; j < size.size(); ++j)
      if (i != j) landscape.weights[i * size.size() + j] = -size[i] * size[j];
  EXPECT_EQ(all_minima(landscape, {2, Ties::weak, 1000}, {}).count, 226u);
  const Minima strict = all_minima(landscape, {2, Ties::strict, 5}, {});
  EXPECT_EQ(strict.count, 195u);
  EXPECT_EQ(strict.found.size(), 5u);
  EXPECT_GT(strict.restless, 0u);
}

TEST(Landscape, TheAnswerIsThatOfAnyNumberOfThreads) {
  const std::size_t n = 21;
  Landscape landscape{n, std::vector<std::int64_t>(n * n, 0)};
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j)
      landscape.weights[i * n + j] = landscape.weights[j * n + i] =
          static_cast<std::int64_t>((i * 37 + j * 101) % 23) - 11;
  entente::Run one, three;
  one.threads = 1;
  three.threads = 3;
  const Minima a = all_minima(landscape, {}, one), b = all_minima(landscape, {}, three);
  ASSERT_EQ(a.found.size(), b.found.size());
  for (std::size_t i = 0; i < a.found.size(); ++i) {
    EXPECT_EQ(a.found[i].camps, b.found[i].camps);
    EXPECT_EQ(a.found[i].basin, b.found[i].basin);
  }
}

TEST(Landscape, CanBeStopped) {
  Landscape landscape{22, std::vector<std::int64_t>(22 * 22, 0)};
  entente::Run run;
  run.cancelled = [] { return true; };
  EXPECT_THROW((void)all_minima(landscape, {}, run), Cancelled);
}

}  // namespace
}  // namespace entente::solve
