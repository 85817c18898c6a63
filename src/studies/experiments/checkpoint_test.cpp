#include "studies/experiments/checkpoint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>

#include "text/node.h"

namespace entente::studies {
namespace {

const std::vector<std::string> kOrigin = {"version 1.0", "seed 7", "points abc"};

class CheckpointFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("checkpoint_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    run_.checkpoint = (folder_ / "kept").string();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<Checkpoint> open(const std::vector<std::string>& origin = kOrigin) {
    return open_checkpoint(run_, origin, 2, 3);
  }
  void keep(const std::vector<Outcomes>& rows) {
    std::filesystem::remove(run_.checkpoint);
    Checkpoint one = open().value();
    one.rows = rows;
    one.close();
  }
  std::string refused(const std::vector<std::string>& origin = kOrigin) {
    const auto read = open(origin);
    return read ? "" : to_text(read.error().front());
  }
  void damage(const std::string& text) {
    ASSERT_TRUE(text::write_file(text, run_.checkpoint).empty());
  }

  entente::Run run_;
  std::filesystem::path folder_;
};

TEST_F(CheckpointFile, IsNoneWhereNoneIsNamed) {
  run_.checkpoint.clear();
  EXPECT_TRUE(open()->rows.empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(CheckpointFile, GivesBackWhatWasKept) {
  const std::vector<Outcomes> rows = {{0.1, -2}, {1e-300, 12345.678901234567}};
  keep(rows);
  EXPECT_EQ(open()->rows, rows);
}

TEST_F(CheckpointFile, ThatIsOfAnotherRunIsRefusedWithWhatDiffers) {
  keep({{1, 2}});
  EXPECT_EQ(refused({"version 1.0", "seed 8", "points abc"}),
            run_.checkpoint +
                ":3:1: this checkpoint is of another seed: 7, and 8 is asked [bad_value]\n"
                "  ask as it was begun, remove the file, or name another with --checkpoint");
  EXPECT_NE(refused({"version 1.1", "seed 7", "points abc"}).find("another version: 1.0, and 1.1"),
            std::string::npos);
}

TEST_F(CheckpointFile, ThatIsDamagedIsRefusedAtItsLine) {
  damage("hello\n");
  EXPECT_NE(refused().find(":1:1: this is no checkpoint"), std::string::npos);
  keep({{1, 2}});
  const std::string whole = text::read_file(run_.checkpoint).value();
  damage(whole + "1 x\n");
  EXPECT_NE(refused().find(":6:1:"), std::string::npos);
  damage(whole + "1 2 3\n");
  EXPECT_NE(refused().find(":6:1:"), std::string::npos);
  damage(whole + "1 2\n3 4\n5 6\n");
  EXPECT_NE(refused().find(":8:1:"), std::string::npos) << "more rows than points";
  damage(whole + "3 4");  // A line without its end was never finished.
  EXPECT_EQ(open()->rows.size(), 1u);
}

TEST_F(CheckpointFile, ThatCannotBeMadeSaysSoAtOnce) {
  run_.checkpoint = (folder_ / "no" / "such" / "folder").string();
  EXPECT_NE(refused().find("[unreadable]"), std::string::npos);
}

RC_GTEST_PROP(Checkpoint, RowsKeepEveryDigit, (double a, double b)) {
  RC_PRE(std::isfinite(a) && std::isfinite(b));
  RC_ASSERT(row_of(row_text({a, b})).value() == Outcomes({a, b}));
}

TEST(Checkpoint, RowsOfNothingAreNone) {
  EXPECT_EQ(row_text({}), "");
  EXPECT_FALSE(row_of(""));
  EXPECT_FALSE(row_of("1 "));
  EXPECT_FALSE(row_of("one"));
}

}  // namespace
}  // namespace entente::studies
