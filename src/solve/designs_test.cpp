// Designs: their balance, their order, and that names key them.
#include "solve/designs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace entente::solve {
namespace {

const std::vector<std::string> kThree{"a", "b", "c"};

TEST(SobolPoints, FillEveryDyadicSliceOnce) {
  const Design design = sobol_points(64, {7, kThree});
  ASSERT_EQ(design.rows(), 64U);
  for (std::size_t j = 0; j < 3; ++j) {
    std::set<int> slices;
    for (std::size_t i = 0; i < 64; ++i) slices.insert(static_cast<int>(design.at(i, j) * 64));
    EXPECT_EQ(slices.size(), 64U) << j;
  }
  // Two dimensions: each of the 8 x 8 squares holds one point of the first 64 (a (0, 6, 2)-net).
  std::set<int> squares;
  for (std::size_t i = 0; i < 64; ++i)
    squares.insert(8 * static_cast<int>(design.at(i, 0) * 8) +
                   static_cast<int>(design.at(i, 1) * 8));
  EXPECT_EQ(squares.size(), 64U);
}

TEST(SobolPoints, ShiftIsTheSameForEveryPointAndKeyedByName) {
  const Design one = sobol_points(16, {1, kThree}), other = sobol_points(16, {2, kThree});
  const auto bits = [](double x) { return static_cast<std::uint64_t>(x * 0x1p52); };
  for (std::size_t j = 0; j < 3; ++j) {
    const std::uint64_t shift = bits(one.at(0, j)) ^ bits(other.at(0, j));
    EXPECT_NE(shift, 0U);
    for (std::size_t i = 0; i < 16; ++i)
      EXPECT_EQ(bits(one.at(i, j)) ^ bits(other.at(i, j)), shift);
  }
  const std::vector<std::string> less{"a", "b"};
  const Design few = sobol_points(16, {1, less});
  for (std::size_t i = 0; i < 16; ++i) EXPECT_EQ(few.at(i, 1), one.at(i, 1));
}

TEST(Saltelli, BlocksHoldTheColumnsThatTheyShould) {
  const Design design = saltelli_design(4, true, {1, kThree});
  ASSERT_EQ(design.block, 8U);
  ASSERT_EQ(design.rows(), 32U);
  for (std::size_t n = 0; n < 4; ++n) {
    const std::size_t a = n * 8, b = a + 7;
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t j = 0; j < 3; ++j) {
        EXPECT_EQ(design.at(a + 1 + i, j), design.at(i == j ? b : a, j));
        EXPECT_EQ(design.at(a + 4 + i, j), design.at(i == j ? a : b, j));
      }
  }
  const Design plain = saltelli_design(4, false, {1, kThree});
  ASSERT_EQ(plain.block, 5U);
  EXPECT_EQ(plain.at(5, 0), design.at(8, 0));  // The same base points.
}

TEST(LatinHypercube, HasOnePointInEachSlice) {
  const Design design = latin_hypercube(50, {3, kThree});
  for (std::size_t j = 0; j < 3; ++j) {
    std::set<int> slices;
    for (std::size_t i = 0; i < 50; ++i) slices.insert(static_cast<int>(design.at(i, j) * 50));
    EXPECT_EQ(slices.size(), 50U);
  }
  EXPECT_NE(design.at(0, 0), latin_hypercube(50, {4, kThree}).at(0, 0));
}

TEST(MorrisDesign, MovesEachFactorOnceByTheStep) {
  const Design design = morris_design(20, 4, {5, kThree});
  ASSERT_EQ(design.rows(), 80U);
  for (std::size_t r = 0; r < 20; ++r) {
    std::vector<int> moved(3, 0);
    for (std::size_t row = r * 4; row + 1 < (r + 1) * 4; ++row)
      for (std::size_t j = 0; j < 3; ++j) {
        const double step = std::abs(design.at(row + 1, j) - design.at(row, j));
        if (step == 0) continue;
        ++moved[j];
        EXPECT_NEAR(step, 2.0 / 3, 1e-15);
      }
    EXPECT_EQ(moved, std::vector<int>(3, 1));
  }
  for (const double x : design.values) EXPECT_TRUE(x >= 0 && x <= 1);
}

TEST(Grid, CountsAndNamesItsPoints) {
  const std::vector<std::size_t> levels{2, 3, 1};
  EXPECT_EQ(grid_size(levels), 6);
  EXPECT_EQ(grid_point(levels, 0), (std::vector<double>{0, 0, 0.5}));
  EXPECT_EQ(grid_point(levels, 4), (std::vector<double>{1, 0.5, 0.5}));
  EXPECT_EQ(grid_point(levels, 5), (std::vector<double>{1, 1, 0.5}));
  EXPECT_TRUE(std::isinf(grid_size(std::vector<std::size_t>(400, 1000))));
}

TEST(SomeOf, TakesEachOnceAndAllAlike) {
  const auto all = some_of(10, 10, 1);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(all[i], i);
  std::vector<int> times(10, 0);
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    const auto some = some_of(10, 3, seed);
    EXPECT_EQ(std::set(some.begin(), some.end()).size(), 3U);
    for (const auto one : some) ++times[one];
  }
  for (const int one : times) EXPECT_NEAR(one, 600, 100);  // 5 standard deviations of 20.5.
}

}  // namespace
}  // namespace entente::solve
