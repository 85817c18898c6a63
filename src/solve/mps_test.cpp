// The text of a programme, and whether another solver reads from it what we solve.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "solve/linear_programme.h"

namespace entente::solve {
namespace {

namespace fs = std::filesystem;

bool has_glpsol() { return std::system("command -v glpsol >/dev/null") == 0; }

/// A folder of this test, removed with it.
class Mps : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("entente_mps_") + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// What glpsol makes of the file: "f 10" is an optimum of 10. GLPK's words: f feasible (here
  /// optimal), i infeasible, n no feasible point, u undefined.
  [[nodiscard]] std::string glpsol(const fs::path& file) const {
    const fs::path out = folder_ / "solution";
    const std::string line =
        "glpsol --nopresol --freemps " + file.string() + " -w " + out.string() + " >/dev/null";
    if (std::system(line.c_str()) != 0) return "glpsol could not read the file";
    std::ifstream solution(out);
    for (std::string text; std::getline(solution, text);) {
      std::istringstream words(text);
      std::string mark, kind, rows, columns, primal, dual, optimum;
      words >> mark >> kind >> rows >> columns >> primal >> dual >> optimum;
      if (mark == "s") return primal + " " + dual + " " + optimum;
    }
    return "no solution line";
  }

  [[nodiscard]] fs::path write(const std::string& text) const {
    fs::path file = folder_ / "programme.mps";
    std::ofstream(file) << text;
    return file;
  }

  fs::path folder_;
};

std::vector<std::string> names(const std::string& stem, std::size_t count) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(stem + std::to_string(i));
  return all;
}

std::string text_of(const LinearProgramme& p) {
  return to_mps(p, "test", names("row_", p.rows.size()), names("column_", p.columns.size()));
}

TEST_F(Mps, EveryKindOfRowAndBound) {
  LinearProgramme p;
  p.column(1, 0, kInfinity);
  p.column(0.1, -kInfinity, kInfinity);
  p.column(-1, -kInfinity, 5);
  p.column(0, -3, -1);
  p.column(0, 4, 4);
  p.row(1, kInfinity);
  p.row(-kInfinity, 40);
  p.row(3, 3);
  p.row(-2, 7);
  p.row(-kInfinity, kInfinity);
  p.entry(3, 0, 1);
  p.entry(0, 3, 2);  // Out of order: columns are written in theirs.
  p.entry(0, 0, -2.5);
  EXPECT_EQ(text_of(p), R"(NAME test FREE
ROWS
 N cost
 G row_0
 L row_1
 E row_2
 G row_3
 N row_4
COLUMNS
 column_0 cost 1
 column_0 row_3 1
 column_0 row_0 -2.5
 column_1 cost 0.10000000000000001
 column_2 cost -1
 column_3 row_0 2
 column_4 cost 0
RHS
 RHS row_0 1
 RHS row_1 40
 RHS row_2 3
 RHS row_3 -2
RANGES
 RANGE row_3 9
BOUNDS
 FR BOUND column_1
 MI BOUND column_2
 UP BOUND column_2 5
 LO BOUND column_3 -3
 UP BOUND column_3 -1
 FX BOUND column_4 4
ENDATA
)");
}

/// A programme of every kind of row and column with an optimum: a point is feasible by
/// construction, and prices of rows and columns with the signs of their bounds make it bounded.
class Maker {
 public:
  explicit Maker(std::uint64_t seed) : state_(seed) {}

  LinearProgramme make() {
    LinearProgramme p;
    std::vector<double> point, activity(8), cost;
    for (int j = 0; j < 12; ++j) add_column(p, point, cost);
    for (int i = 0; i < 8; ++i)
      for (int j = 0; j < 12; ++j)
        if (below(3) == 0) {
          p.entry(i, j, number());
          activity[i] += p.entries.back().value * point[j];
        }
    std::vector<double> prices;
    for (int i = 0; i < 8; ++i) prices.push_back(add_row(p, activity[i]));
    for (const auto& entry : p.entries) cost[entry.column] += prices[entry.row] * entry.value;
    for (int j = 0; j < 12; ++j) p.columns[j].cost = cost[j];
    return p;
  }

 private:
  int below(int bound) {  // Linear congruence of Knuth's MMIX.
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<unsigned>(bound));
  }
  double number() { return (below(20001) - 10000) / 1000.0; }
  double size() { return below(10001) / 1000.0; }

  void add_column(LinearProgramme& p, std::vector<double>& point, std::vector<double>& cost) {
    const double x = number();
    point.push_back(x);
    switch (below(6)) {
      case 0:  // From zero.
        p.column(0, 0, kInfinity);
        point.back() = std::abs(x);
        cost.push_back(size());
        break;
      case 1:
        p.column(0, x - size(), kInfinity);
        cost.push_back(size());
        break;
      case 2:
        p.column(0, -kInfinity, x + size());
        cost.push_back(-size());
        break;
      case 3:
        p.column(0, x - size(), x + size());
        cost.push_back(number());
        break;
      case 4:
        p.column(0, x, x);
        cost.push_back(number());
        break;
      default:
        p.column(0, -kInfinity, kInfinity);
        cost.push_back(0);
    }
  }

  /// Adds a row that holds at `activity`; its price.
  double add_row(LinearProgramme& p, double activity) {
    switch (below(5)) {
      case 0:
        p.row(activity - size(), kInfinity);
        return size();
      case 1:
        p.row(-kInfinity, activity + size());
        return -size();
      case 2:
        p.row(activity, activity);
        return number();
      case 3:
        p.row(activity - size(), activity + size());
        return number();
      default:
        p.row(-kInfinity, kInfinity);
        return 0;
    }
  }

  std::uint64_t state_;
};

TEST_F(Mps, AnotherSolverFindsTheSameOptimum) {
  if (!has_glpsol()) GTEST_SKIP() << "skipped: needs glpsol";
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    const LinearProgramme p = Maker(seed).make();
    const std::string answer = glpsol(write(text_of(p)));
    ASSERT_EQ(answer.substr(0, 4), "f f ") << "seed " << seed << ": " << answer;
    const double optimum = std::strtod(answer.c_str() + 4, nullptr);
    EXPECT_NEAR(minimum(p), optimum, 1e-9 * std::max(1.0, std::abs(optimum))) << "seed " << seed;
  }
}

TEST(MakerOfProgrammes, FreeColumnsStayNear) {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    const LinearProgramme p = Maker(seed).make();
    Simplex simplex(p);
    simplex.solve();
    // Programme 65 has a free direction at no cost, down which a made-up bound stands at 1e10.
    for (int j = 0; j < 12; ++j) EXPECT_LT(std::abs(simplex.value(j)), 1e4) << seed;
  }
}

// ---- Programmes without optimum -----------------------------------------------------------------

class MpsDeathTest : public Mps {
 protected:
  void SetUp() override {
    Mps::SetUp();
    setenv("TMPDIR", folder_.c_str(), 1);
  }
  void TearDown() override {
    unsetenv("TMPDIR");
    Mps::TearDown();
  }
  [[nodiscard]] fs::path left_behind() const { return folder_ / "entente_programme.mps"; }
};

TEST_F(MpsDeathTest, AnInfeasibleProgrammeIsLeftBehind) {
  LinearProgramme p;  // x + y >= 3 with x, y <= 1.
  p.row(3, kInfinity);
  p.entry(0, p.column(1, 0, 1), 1);
  p.entry(0, p.column(1, 0, 1), 1);
  EXPECT_DEATH((void)minimum(p), "linear programme is infeasible.*entente_programme.mps");
  ASSERT_TRUE(fs::exists(left_behind()));
  if (!has_glpsol()) GTEST_SKIP() << "skipped: needs glpsol";
  EXPECT_EQ(glpsol(left_behind()).substr(0, 1), "n");
}

TEST_F(MpsDeathTest, AnUnboundedProgrammeIsLeftBehind) {
  LinearProgramme p;  // Least 0.375 x - y with x - y >= -2.
  p.row(-2, kInfinity);
  p.entry(0, p.column(0.375, 0, kInfinity), 1);
  p.entry(0, p.column(-1, 0, kInfinity), -1);
  EXPECT_DEATH((void)minimum(p), "linear programme is unbounded.*entente_programme.mps");
  ASSERT_TRUE(fs::exists(left_behind()));
  std::ifstream file(left_behind());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, to_mps(p, "entente", names("r", 1), names("c", 2)));
  if (!has_glpsol()) GTEST_SKIP() << "skipped: needs glpsol";
  EXPECT_EQ(glpsol(left_behind()).substr(0, 3), "f n");
}

TEST_F(MpsDeathTest, ARefinementWithoutOptimumIsLeftBehind) {
  LinearProgramme p;
  p.row(1, kInfinity);
  p.entry(0, p.column(1, 0, kInfinity), 1);
  p.column(0, 0, kInfinity);
  Simplex simplex(p);
  simplex.solve();
  EXPECT_DEATH(simplex.refine(std::vector<double>{0, -1}), "linear programme is unbounded");
}

TEST_F(MpsDeathTest, AMoveOutOfReachIsLeftBehind) {
  LinearProgramme p;
  p.row(1, kInfinity);
  p.entry(0, p.column(1, 0, 2), 1);
  Simplex simplex(p);
  simplex.solve();
  const std::vector<int> rows{0};
  const std::vector<LinearProgramme::Row> bounds{{3, kInfinity}};
  EXPECT_DEATH(simplex.move_rows(rows, bounds), "linear programme is infeasible");
}

}  // namespace
}  // namespace entente::solve
