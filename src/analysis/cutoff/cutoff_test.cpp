// The record of a cut-off, and what it refuses.
#include "analysis/cutoff/cutoff.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "campaign/draws.h"
#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

struct Ask {
  std::string patron = "USA";
  card::Arguments arguments = {};
  std::int64_t draws = 0;
  int threads = 0;
};

/// Asks as the catalogue does: with the defaults of the card.
Result<card::Record> answer(const scenario::Library& asked, Ask ask, entente::Run run) {
  for (const card::Field& field : cutoff.card.fields)
    if (!field.fallback.empty())
      ask.arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  return cutoff.run({asked, ask.patron, ask.arguments, run});
}

Result<card::Record> answer(const scenario::Library& asked, const Ask& ask) {
  entente::Run run;
  run.draws = ask.draws;
  run.threads = ask.threads;
  return answer(asked, ask, run);
}

card::Record record_of(const scenario::Library& asked, const Ask& ask) {
  auto record = answer(asked, ask);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

card::Record record_of(const scenario::Library& asked, const Ask& ask, const entente::Run& run) {
  auto record = answer(asked, ask, run);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

std::string refused(const Ask& ask) {
  const auto record = answer(reference(), ask);
  std::string all;
  if (!record)
    for (const Error& fault : record.error()) all += to_text(fault) + "\n";
  return all;
}

const scenario::Library& baltic() {
  static const scenario::Library made = scenario::reform(reference(), "baltic", {}).value();
  return made;
}

std::size_t column(const card::Table& table, std::string_view name) {
  const auto found = std::ranges::find(table.columns, name, &card::RecordColumn::name);
  EXPECT_NE(found, table.columns.end()) << name;
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::string text(const card::Table& table, std::size_t row, std::string_view name) {
  return std::get<std::string>(table.rows[row][column(table, name)]);
}

double number(const card::Table& table, std::size_t row, std::string_view name) {
  const auto& value = table.rows[row][column(table, name)];
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::get<double>(value);
}

bool is_empty(const card::Table& table, std::size_t row, std::string_view name) {
  return std::holds_alternative<std::monostate>(table.rows[row][column(table, name)]);
}

/// The share of a state's element on a day.
double usable(const card::Record& record, std::string_view state, std::string_view element, int day,
              std::string_view what = "share") {
  const card::Table& table = *record.find("usable");
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (text(table, i, "state") == state && text(table, i, "element") == element &&
        number(table, i, "day") == day)
      return number(table, i, what);
  ADD_FAILURE() << "no row " << state << " " << element << " " << day;
  return -1;
}

const card::Arguments kExact{{"vary", {"none"}}};

TEST(Cutoff, TellsWhatIsUsableDayByDay) {
  const card::Record record = record_of(baltic(), {.arguments = kExact});
  EXPECT_TRUE(record.exact);
  const card::Table& table = *record.find("usable");
  for (const char* name : {"state", "element", "day", "share"}) EXPECT_LT(column(table, name), 4u);
  EXPECT_NEAR(usable(record, "DEU", "heavy_brigade", 0), 0.913, 1e-12);
  EXPECT_NEAR(usable(record, "DEU", "heavy_brigade", 30),
              (1 - 0.025 * (1 - std::exp(-0.25))) * 0.913 * (1 - 0.15 * (1 - std::exp(-1.0))),
              1e-12);
  EXPECT_NEAR(usable(record, "DEU", "heavy_brigade", 0, "share_naive"), 1 - 0.262, 1e-12);
  EXPECT_NEAR(usable(record, "GBR", "nuclear", 365), 1 - 0.6 * (1 - std::exp(-0.2)), 1e-12);
  EXPECT_NEAR(usable(record, "DEU", "strategic_lift", 0), 0.7, 1e-12) << "lift is a service here";
  std::set<double> days;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    days.insert(number(table, i, "day"));
    EXPECT_TRUE(is_empty(table, i, "share_p05"));
    EXPECT_TRUE(is_empty(table, i, "share_lo"));
  }
  EXPECT_EQ(days, (std::set<double>{0, 3, 10, 30, 60, 90, 180, 365}));
}

TEST(Cutoff, NeverGetsBetterWithTheDays) {
  const card::Record record = record_of(baltic(), {.draws = 16});
  const card::Table& table = *record.find("usable");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const double share = number(table, i, "share");
    EXPECT_GE(number(table, i, "share_p95"), share - 1e-12);
    EXPECT_LE(number(table, i, "share_p05"), share + 1e-12);
    EXPECT_GE(number(table, i, "share_tables"), number(table, i, "share_worst"));
    EXPECT_LE(number(table, i, "share_tables"), number(table, i, "share_best"));
    EXPECT_GE(number(table, i, "share_tables"), number(table, i, "share_naive") - 1e-12);
    EXPECT_TRUE(share >= 0 && share <= 1);
    if (i == 0 || number(table, i, "day") == 0) continue;
    EXPECT_LE(share, number(table, i - 1, "share") + 1e-12) << text(table, i, "state");
  }
}

/// The gap as the ledger works it out: the same worlds, draws and sums.
solve::Estimate ledger_gap(const scenario::Library& library, const card::Arguments& arguments,
                           std::int64_t draws) {
  using namespace campaign;
  const Question q = read_question(library, arguments).value();
  entente::Run run;
  run.draws = draws;
  const Sampling sampling = read_sampling(arguments, run);
  const Drawn drawn = over_draws(
      sampling, 1, 1, run,
      [&](const WorldId& id) {
        return shared_world(q.situation,
                            numbers_of(q.situation, q.premises, library.world.symbols, id));
      },
      [&](const auto& world, std::uint64_t draw, bool) {
        double gap = 0;
        for (const Optimum& one :
             optima(draw_in(*world, Honour::drawn, sampling.seed, draw), q.sets[0]))
          gap += q.situation.percent(one.shortfall);
        return std::vector<double>{gap};
      });
  return drawn.heads.estimate(0);
}

TEST(Cutoff, HasTheLedgersOwnGapBesideThatWithTheSwitchThrown) {
  const card::Arguments arguments{{"vary", {"all"}}};
  const card::Record record = record_of(baltic(), {.arguments = arguments, .draws = 16});
  const solve::Estimate own = ledger_gap(baltic(), arguments, 16);
  const card::Table& gap = *record.find("gap");
  ASSERT_EQ(gap.rows.size(), 2u);
  EXPECT_EQ(number(gap, 0, "ledger"), own.mean);
  EXPECT_EQ(number(gap, 0, "ledger_lo"), std::max(0.0, own.low));
  EXPECT_EQ(number(gap, 1, "ledger_p95"), own.p95);
  EXPECT_EQ(text(gap, 0, "forces"), "come");
  EXPECT_EQ(text(gap, 1, "forces"), "withheld");
  for (const std::size_t row : {0u, 1u})
    EXPECT_NEAR(number(gap, row, "difference"),
                number(gap, row, "gap") - number(gap, row, "supplied"), 1e-9);
  EXPECT_GT(number(gap, 0, "difference"), 0);
  EXPECT_GT(number(gap, 1, "gap"), number(gap, 0, "gap"));
  EXPECT_GE(number(gap, 0, "ledger"), number(gap, 0, "supplied"));
  EXPECT_GE(number(gap, 0, "naive"), number(gap, 0, "gap"));
  EXPECT_NE(record.finding.find("over facts and assumptions"), std::string::npos) << record.finding;
}

TEST(Cutoff, IsTheSameForAnyNumberOfThreads) {
  const auto with = [&](int threads) {
    const card::Record record = record_of(baltic(), {.draws = 24, .threads = threads});
    return std::pair(record.find("gap")->rows, record.find("substitutes")->rows);
  };
  EXPECT_EQ(with(1), with(3));
}

/// The row of table `moves` of a figure and a thing, or -1.
std::ptrdiff_t mover(const card::Table& table, std::string_view figure, std::string_view name) {
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (text(table, i, "figure") == figure && text(table, i, "name") == name)
      return static_cast<std::ptrdiff_t>(i);
  return -1;
}

TEST(Cutoff, MoreDependenceLeavesLessAndALongerLapseMore) {
  const card::Record record = record_of(baltic(), {.draws = 16});
  const card::Table& moves = *record.find("moves");
  const auto at = [&](std::string_view figure, std::string_view name) {
    const std::ptrdiff_t row = mover(moves, figure, name);
    EXPECT_GE(row, 0) << name;
    return number(moves, static_cast<std::size_t>(std::max<std::ptrdiff_t>(row, 0)), "moves");
  };
  EXPECT_LT(at("usable", "dependence on spares"), 0);
  EXPECT_LT(at("usable", "dependence of DEU"), 0);
  EXPECT_GT(at("usable", "days until spares lapses"), 0);
  EXPECT_GT(at("gap", "dependence on USA"), 0);
  double last = 1e300;
  std::string figure = "usable";
  for (std::size_t i = 0; i < moves.rows.size(); ++i) {
    if (text(moves, i, "figure") != figure) last = 1e300;
    figure = text(moves, i, "figure");
    const double moved = number(moves, i, "moves");
    EXPECT_EQ(moved, number(moves, i, "at_high") - number(moves, i, "at_low"));
    EXPECT_LE(std::abs(moved), last);
    last = std::abs(moved);
  }
  EXPECT_TRUE(record_of(baltic(), {.arguments = kExact}).find("moves")->rows.empty());
}

TEST(Cutoff, RanksSubstitutesByWhatABillionBringsBack) {
  card::Arguments spares = kExact;
  spares["service"] = {"spares,munitions", "satcom"};
  const card::Record record = record_of(baltic(), {.arguments = spares});
  const card::Table &table = *record.find("substitutes"), &services = *record.find("services");
  ASSERT_GT(table.rows.size(), 100u);
  EXPECT_EQ(table.rows.size(), services.rows.size());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    EXPECT_NEAR(number(table, i, "restored_per_bn") * number(table, i, "cost"),
                number(table, i, "restored"), 1e-12);
    if (i > 0) {
      EXPECT_GE(number(table, i - 1, "restored_per_bn"), number(table, i, "restored_per_bn"));
    }
    if (text(table, i, "state") != "DEU" || text(table, i, "element") != "heavy_brigade" ||
        text(table, i, "service") != "satcom")
      continue;
    EXPECT_NEAR(number(table, i, "restored"),
                0.087 * (1 - 0.025 * (1 - std::exp(-0.75))) * (1 - 0.15 * (1 - std::exp(-3.0))),
                1e-12);
    EXPECT_EQ(number(table, i, "months"), 48);
  }
}

TEST(Cutoff, SubstitutesInPlaceBringEverythingBack) {
  card::Arguments arguments = kExact;
  arguments["restore"] = {"1200"};
  const card::Record record = record_of(baltic(), {.arguments = arguments});
  EXPECT_EQ(usable(record, "DEU", "heavy_brigade", 365), 1);
  EXPECT_NEAR(number(*record.find("gap"), 0, "difference"), 0, 1e-12);
}

TEST(Cutoff, OfAStateThatSuppliesNothingStopsNothing) {
  const card::Record record = record_of(baltic(), {.patron = "PRT", .arguments = kExact});
  EXPECT_TRUE(record.find("usable")->rows.empty());
  EXPECT_NE(record.finding.find("PRT supplies nothing"), std::string::npos) << record.finding;
}

TEST(Cutoff, OfAMemberLeavesWhatItsGroupSupplies) {
  const card::Record record = record_of(baltic(), {.patron = "DEU", .arguments = kExact});
  EXPECT_TRUE(std::ranges::any_of(record.notices, [](const std::string& notice) {
    return notice.find("eu_member") != std::string::npos;
  }));
  EXPECT_EQ(usable(record_of(baltic(), {.patron = "eu_member", .arguments = kExact}), "USA",
                   "heavy_brigade", 0),
            1);
}

TEST(Cutoff, NeedsNoContingency) {
  const auto made = reformed("[scenario]\nname = \"calm\"\nempty = true\n");
  ASSERT_TRUE(made);
  const card::Record record = record_of(*made, {.arguments = kExact});
  EXPECT_TRUE(record.find("gap")->rows.empty());
}

TEST(Cutoff, RefusesWhatItDoesNotKnow) {
  EXPECT_NE(refused({.patron = "UAS"}).find("unknown_state"), std::string::npos);
  const std::string all =
      refused({.arguments = {{"service", {"spares,spare"}}, {"days", {"0,x,-1"}}}});
  EXPECT_NE(all.find("nobody supplies a service `spare`"), std::string::npos) << all;
  EXPECT_NE(all.find("did you mean `spares`?"), std::string::npos) << all;
  EXPECT_NE(all.find("`x` is no day"), std::string::npos) << all;
  EXPECT_NE(all.find("day -1 is out of range"), std::string::npos) << all;
  EXPECT_NE(refused({.arguments = {{"days", {","}}}}).find("names no day"), std::string::npos);
}

TEST(Cutoff, OfARunThatIsStoppedKeepsTheDrawsThereAre) {
  const auto asked = [](const entente::Run& how) { return record_of(baltic(), {}, how); };
  entente::Run run;
  run.draws = 512;
  const card::Record some = campaign::test::stopped_at(0.6, run, asked);
  campaign::test::expect_stopped(some, 512);
  run.draws = some.provenance.draws;
  const card::Record whole = asked(run);
  EXPECT_FALSE(whole.partial);
  EXPECT_EQ(some.finding, whole.finding);
  campaign::test::expect_same_tables(some, whole, {"usable", "by_element", "substitutes", "gap"});
  EXPECT_LT(some.find("moves")->rows.size(), whole.find("moves")->rows.size());
  EXPECT_FALSE(some.find("moves")->rows.empty()) << "what moves the usable share comes first";
}

TEST(Cutoff, StoppedBeforeTheGapTellsWhatCanBeUsed) {
  entente::Run run;
  run.draws = 512;
  int looks = 0;
  run.threads = 1;
  run.cancelled = [&] { return ++looks > 200; };
  const card::Record some = record_of(baltic(), {}, run);
  campaign::test::expect_stopped(some, 256);
  EXPECT_FALSE(some.find("usable")->rows.empty());
  EXPECT_TRUE(some.find("gap")->rows.empty());
  EXPECT_TRUE(some.find("moves")->rows.empty());
  EXPECT_EQ(some.finding.find("the gap of the ledger grows"), std::string::npos);
}

}  // namespace
}  // namespace entente::analysis
