// Ties fitted on published alliances and scored on later years. Skipped without the data.
#include "analysis/forecast/backtest.h"
#include "analysis/forecast/replay.h"

#include "history/import.h"
#include "published/data.h"

namespace entente::published {
namespace {

using namespace history;

/// A database of what the back-test reads, in a file that goes with it.
class Imported {
 public:
  Imported() : path_(std::filesystem::path(testing::TempDir()) / "entente_backtest.sqlite") {
    std::filesystem::remove(path_);
    Store store = std::move(Store::open_to_write(path_.string())).value();
    for (const auto& [format, file] : {std::pair{"atop", "atop/atop_5_1_directed_dyad_year.csv.gz"},
                                       {"system", "cow/system2016.csv"},
                                       {"nmc", "cow/NMC-60-abridged.csv"},
                                       {"regime", "regime/isard_cw_democracy.csv.gz"},
                                       {"rivalry", "rivalry/tss_rivalries.csv"},
                                       {"distance", "cow/cow_mindist_dyadyear.csv.gz"}}) {
      const std::vector<std::string> files = {(folder() / file).string()};
      const auto done =
          import_files(store, *find_format(format), files, "2026-01-01", entente::Run{});
      EXPECT_TRUE(done) << to_text(done.error().front());
    }
  }
  ~Imported() { std::filesystem::remove(path_); }
  Imported(const Imported&) = delete;
  Imported& operator=(const Imported&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(PublishedForecast, ties_of_1991_to_2018_are_scored_against_no_change) {
  if (folder().empty()) GTEST_SKIP() << "skipped: needs the published data sets";
  const Imported data;
  analysis::ForecastAsked asked;
  asked.backtest = true;
  asked.data = data.path();
  const auto past = analysis::find_past(asked, entente::Run{});
  ASSERT_TRUE(past) << to_text(past.error().front());
  const auto tested = analysis::backtest(asked, *past, entente::Run{});
  ASSERT_TRUE(tested) << to_text(tested.error().front());
  ASSERT_EQ(tested->fits.size(), 2u);
  EXPECT_EQ(tested->last, 2018);
  const analysis::TieFit &formed = tested->fits[0], &lapsed = tested->fits[1];
  EXPECT_EQ(formed.pairs, 464976u);
  EXPECT_EQ(formed.happened, 890u);
  EXPECT_EQ(lapsed.pairs, 36963u);
  EXPECT_EQ(lapsed.happened, 77u);
  // Never is right in all but 890: its Brier score is that share.
  EXPECT_NEAR(formed.scores[1].scores.brier, 890.0 / 464976, 1e-12);
  EXPECT_NEAR(lapsed.scores[1].scores.brier, 77.0 / 36963, 1e-12);
  // What is printed whether or not we win: formation better on both, dissolution worse by Brier.
  EXPECT_LT(formed.scores[0].scores.brier, formed.scores[1].scores.brier);
  EXPECT_LT(formed.scores[0].scores.log_score, formed.scores[2].scores.log_score);
  EXPECT_GT(lapsed.scores[0].scores.brier, lapsed.scores[1].scores.brier);
  EXPECT_LT(lapsed.scores[0].scores.log_score, lapsed.scores[2].scores.log_score);
  // Shared partners bring pacts about, distance keeps them from coming.
  EXPECT_EQ(formed.statistics[1], "closure");
  EXPECT_GT(formed.fit.b[1], 0);
  EXPECT_EQ(formed.statistics[6], "distance");
  EXPECT_LT(formed.fit.b[6], 0);
  // What calibration counts is the same, of the years after the split and of those before it.
  const analysis::Replay replay(*past->past, asked.terms, 1);
  const auto later = replay.observed(1990, 2018), before = replay.observed(1950, 1990);
  const auto at = [](analysis::PastFigure one) { return static_cast<std::size_t>(one); };
  EXPECT_EQ(later[at(analysis::PastFigure::formed)], 890);
  EXPECT_EQ(later[at(analysis::PastFigure::lapsed)], 77);
  EXPECT_EQ(later[at(analysis::PastFigure::pacts)], 1707);
  EXPECT_EQ(before[at(analysis::PastFigure::formed)], 618);
  EXPECT_EQ(before[at(analysis::PastFigure::lapsed)], 197);
  EXPECT_EQ(replay.left_out(), std::vector<std::string>{"tie_trade"});
}

}  // namespace
}  // namespace entente::published
