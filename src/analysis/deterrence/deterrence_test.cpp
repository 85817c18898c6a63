// The record on deterrence, and what it refuses.
#include "analysis/deterrence/deterrence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "campaign/test_scenario.h"
#include "campaign/theatre.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

Result<card::Record> answer(const scenario::Library& asked, const std::string& vary,
                            card::Arguments arguments = {}, std::int64_t draws = 0,
                            int threads = 1) {
  for (const card::Field& field : deterrence.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  arguments["vary"] = {vary};
  entente::Run run;
  run.draws = draws;
  run.threads = threads;
  return deterrence.run({asked, "", arguments, run});
}

card::Record ask(const scenario::Library& asked, const std::string& vary,
                 const card::Arguments& arguments = {}, std::int64_t draws = 0) {
  auto record = answer(asked, vary, arguments, draws);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

const card::Value& cell(const card::Record& record, std::string_view table, std::size_t row,
                        std::string_view column) {
  const card::Table& found = *record.find(table);
  const auto at = std::ranges::find(found.columns, column, &card::RecordColumn::name);
  return found.rows.at(row).at(static_cast<std::size_t>(at - found.columns.begin()));
}
double number(const card::Record& record, std::string_view table, std::size_t row,
              std::string_view column) {
  return std::get<double>(cell(record, table, row, column));
}
std::string text(const card::Record& record, std::string_view table, std::size_t row,
                 std::string_view column) {
  return std::get<std::string>(cell(record, table, row, column));
}

/// Two aggressors of 80, each victim with 20 of its own, a patron with 100 for both.
std::string opportunism(const std::string& reliability = "1", const std::string& force = "100",
                        const std::string& more = "") {
  std::string text = "[scenario]\nname = \"two\"\nempty = true\nsets = [[\"a\", \"b\"]]\n";
  for (const char* who : {"q1", "q2"})
    text += "[[state]]\nid = \"" + std::string(who) + "\"\nforces = { heavy_brigade = 80 }\n";
  text += "[[state]]\nid = \"d1\"\n[[state]]\nid = \"d2\"\n";
  text += "[[state]]\nid = \"r\"\nforces = { heavy_brigade = " + force + " }\n";
  for (const char* n : {"1", "2"})
    text += std::string("[[contingency]]\nid = \"") + (*n == '1' ? "a" : "b") + "\"\nevent = \"q" +
            n + " attacks d" + n +
            "\"\ndemand = [{ element = \"heavy_brigade\", day = 0, amount = 120 }]\n"
            "host_supply = [{ element = \"heavy_brigade\", day = 0, amount = 20 }]\n"
            "[[commitment]]\npromisor = \"r\"\nbeneficiary = \"d" +
            n + "\"\nkind = \"fight\"\nreliability = " + reliability + "\n";
  return text +
         "[element_weights]\nheavy_brigade = 1\n"
         "[uncertainty]\nloss = [0, 0]\ncost = [0.45, 0.45]\ncost_patron = [0, 0]\n"
         "nuclear_cost = [0, 0]\ncontest_m = [1, 1]\ndefence_advantage = [1, 1]\n"
         "[models]\nadjudication = \"contest\"\n" +
         more;
}

TEST(Deterrence, HoldsByExpectationOnly) {
  const auto library = reformed(opportunism());
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = ask(*library, "none");
  EXPECT_TRUE(record.exact);
  EXPECT_EQ(text(record, "equilibria", 0, "least"), "none");
  EXPECT_EQ(text(record, "equilibria", 0, "greatest"), "a+b");
  EXPECT_EQ(std::get<std::int64_t>(cell(record, "equilibria", 0, "fragility")), 2);
  EXPECT_EQ(record.find("pure")->rows.size(), 2u);
  for (const std::size_t q : {0u, 1u}) {
    EXPECT_NEAR(number(record, "attack", q, "p_win"), 0.4, 1e-12);
    EXPECT_EQ(number(record, "attack", q, "p_attack"), 0);
    EXPECT_EQ(number(record, "attack", q, "p_attack_greatest"), 1);
    EXPECT_NEAR(number(record, "attack", q, "p_win_unaided"), 0.8, 1e-12);
    EXPECT_NEAR(number(record, "central", q, "gain"), -0.05, 1e-12);
  }
  EXPECT_EQ(text(record, "tipping", 0, "what"), "attack");
  EXPECT_EQ(number(record, "tipping", 0, "amount"), 1);
}

/// The same offer where the patron comes (the attacker's chance is .4) and where nobody does (.8).
TEST(Deterrence, AnOfferIsReadByTheBalance) {
  const auto library = reformed(opportunism(
      "1", "100", "[[lever]]\ncard = \"deescalate\"\ncontingencies = \"a\"\nby = -0.25\n"));
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = ask(*library, "none");
  ASSERT_EQ(record.find("pressed")->rows.size(), 3u);
  const auto expect = [&](std::size_t row, const char* balance, double chance, const char* reads) {
    const double factor = 0.75 * (1 + 0.5 * chance);
    EXPECT_EQ(text(record, "pressed", row, "balance"), balance);
    EXPECT_NEAR(number(record, "pressed", row, "p_win"), chance, 1e-12);
    EXPECT_NEAR(number(record, "pressed", row, "factor"), factor, 1e-12);
    EXPECT_NEAR(number(record, "pressed", row, "gain_without"), chance - 0.45, 1e-12);
    EXPECT_NEAR(number(record, "pressed", row, "effect"), std::log(factor) / 5, 1e-12);
    EXPECT_EQ(text(record, "pressed", row, "reads_as"), reads);
    EXPECT_NEAR(number(record, "pressed", row, "turns_at"), 2.0 / 3, 1e-12);
  };
  expect(0, "as_is", 0.4, "strength");
  expect(1, "all_come", 0.4, "strength");
  expect(2, "nobody_comes", 0.8, "weakness");
  // The decision itself is made under it; the other contingency is as it was.
  EXPECT_NEAR(number(record, "central", 0, "gain"), -0.05 + std::log(0.9) / 5, 1e-12);
  EXPECT_NEAR(number(record, "central", 1, "gain"), -0.05, 1e-12);
}

TEST(Deterrence, SanctionsCostTheAttackerOfTheirContingency) {
  const auto library =
      reformed(opportunism("1", "100",
                           "[[lever]]\ncard = \"sanction\"\ncontingencies = \"b\"\nshare = 0.05\n"
                           "years = 1\nprize = 0.5\n"));
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = ask(*library, "none");
  EXPECT_NEAR(number(record, "central", 0, "gain"), -0.05, 1e-12);
  EXPECT_NEAR(number(record, "central", 1, "gain"), -0.15, 1e-12);
  EXPECT_EQ(text(record, "equilibria", 0, "greatest"), "none");
}

/// Alone it attacks where 80 / (80 + 20 + R) > .45, so for R below 77.8.
TEST(Deterrence, ThePatronsLossThatTipsIsFound) {
  const auto library = reformed(opportunism());
  ASSERT_TRUE(library);
  const card::Record record = ask(*library, "none");
  const std::size_t last = record.find("tipping")->rows.size() - 1;
  EXPECT_EQ(text(record, "tipping", last, "who"), "r");
  EXPECT_NEAR(number(record, "tipping", last, "amount"), 1 - (80 / 0.45 - 100) / 100, 0.002);
  EXPECT_EQ(text(record, "tipping", last, "to"), "a+b");
}

TEST(Deterrence, WithBothEqualThereIsOneEquilibrium) {
  const auto weak = reformed(opportunism("1", "40"));
  ASSERT_TRUE(weak);
  const card::Record record = ask(*weak, "none");
  EXPECT_EQ(text(record, "equilibria", 0, "least"), "a+b");
  EXPECT_EQ(text(record, "equilibria", 0, "greatest"), "a+b");
}

/// With reliability one half the patron comes to one, two or none; the attacker weighs all: alone
/// it meets 100 in half of the draws, so p = (.4 + .8) / 2.
TEST(Deterrence, WeighsTheWholeDistributionOfAnswers) {
  const auto library = reformed(opportunism("0.5"));
  ASSERT_TRUE(library);
  const card::Record record = ask(*library, "honour", {}, 4096);
  EXPECT_NEAR(number(record, "central", 0, "p_win"), 0.6, 0.08);
  // Of the mean answer, 50 for certain, the chance would be 80 / 150.
  const card::Record mean = ask(*library, "none");
  EXPECT_NEAR(number(mean, "central", 0, "p_win"), 80.0 / 150, 1e-9);
}

TEST(Deterrence, NaiveAggressorSeesTheVictimAlone) {
  const auto library = reformed(opportunism());
  ASSERT_TRUE(library);
  const card::Record record = ask(*library, "none", {{"aggressor", {"ignores_allies"}}});
  EXPECT_EQ(text(record, "equilibria", 0, "least"), "a+b");
  EXPECT_EQ(number(record, "attack", 0, "p_attack_naive"), 1);
}

/// A group attacks; whoever stands behind it decides alone, and pays only where it is found out.
std::string proxy_war(const std::string& more) {
  return "[scenario]\nname = \"proxy\"\nsets = [[\"raid\"]]\n[[contingency]]\nid = \"raid\"\n"
         "event = \"houthis attacks SAU by missile_strike\"\ntheatre = \"gulf\"\n"
         "demand = [{ element = \"fighter_squadron\", day = 0, amount = 20 }]\n"
         "red_committed = [{ element = \"drones\", day = 0, amount = 1 }]\n" +
         more + "[uncertainty]\nloss = [9, 9]\ncost = [0, 0]\n";
}

TEST(Deterrence, ASponsorAttacksWhereItIsNotFoundOut) {
  const auto library = reformed(proxy_war("sponsor = \"IRN\"\nlink = 1\nattribution = 0.5\n"));
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = ask(*library, "none");
  ASSERT_EQ(record.find("sponsors")->rows.size(), 3u);
  EXPECT_EQ(text(record, "sponsors", 0, "sponsor"), "IRN");
  EXPECT_EQ(text(record, "sponsors", 0, "blame"), "hidden");
  EXPECT_EQ(number(record, "sponsors", 0, "p_attack"), 1);
  EXPECT_EQ(number(record, "sponsors", 1, "attribution"), 0.5);
  EXPECT_EQ(number(record, "sponsors", 1, "p_attack"), number(record, "attack", 0, "p_attack"));
  EXPECT_EQ(text(record, "sponsors", 2, "blame"), "named");
  EXPECT_EQ(number(record, "sponsors", 2, "p_attack"), 0);
}

TEST(Deterrence, WithoutASponsorNobodyElseIsBlamed) {
  const auto library = reformed(proxy_war(""));
  ASSERT_TRUE(library) << to_text(library.error().front());
  EXPECT_TRUE(ask(*library, "none").find("sponsors")->rows.empty());
}

TEST(Deterrence, ModelsThatNobodyHasAreRefused) {
  std::string text = opportunism();
  text.replace(text.find("\"contest\""), 9, "\"contset\"");
  const auto library = reformed(text);
  ASSERT_TRUE(library);
  const auto record = answer(*library, "none");
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().front().code, Code::unknown_name);
  EXPECT_NE(to_text(record.error().front()).find("contest"), std::string::npos);
}

TEST(Deterrence, SampledFiguresHaveIntervalsAndExactOnesNone) {
  const auto library = reformed(opportunism("0.5"));
  ASSERT_TRUE(library);
  const card::Record drawn = ask(*library, "all", {}, 64), exact = ask(*library, "none");
  const card::Record patterns = ask(*library, "honour", {}, 64);
  const std::pair<const char*, const char*> figures[] = {
      {"central", "gain"},   {"central", "p_win"}, {"central", "p_win_all"}, {"judges", "p_win"},
      {"suppliers", "gain"}, {"strikes", "now"},   {"strikes", "widened"}};
  for (const auto& [table, column] : figures) {
    const std::string low = std::string(column) + "_lo", high = std::string(column) + "_hi";
    EXPECT_LT(number(drawn, table, 0, low), number(drawn, table, 0, high)) << table << column;
    EXPECT_LE(number(drawn, table, 0, low), number(drawn, table, 0, column));
    for (const card::Record* none : {&exact, &patterns})
      EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(*none, table, 0, low)));
  }
}

/// Attacked alone, the answer is 0 or 100 with equal chance: p is .8 or .4, so of 64 draws the mean
/// has the half interval 1.645 * .4 sqrt(share (1 - share) / 63).
TEST(Deterrence, TheIntervalIsThatOfTheMeanOverHonour) {
  const auto library = reformed(opportunism("0.5"));
  ASSERT_TRUE(library);
  const card::Record record = ask(*library, "all", {}, 64);
  ASSERT_EQ(text(record, "judges", 0, "judge"), "contest");
  const double mean = number(record, "judges", 0, "p_win"), come = (0.8 - mean) / 0.4;
  const double half = 1.6448536269514722 * 0.4 * std::sqrt(come * (1 - come) / 63);
  EXPECT_NEAR(number(record, "judges", 0, "p_win_hi") - mean, half, 1e-9);
  // A prize of 1 and no loss: the gain moves with p.
  const auto above = [&](const std::string& column) {
    return number(record, "central", 0, column + "_hi") - number(record, "central", 0, column);
  };
  EXPECT_NEAR(above("gain"), above("p_win"), 1e-9);
}

TEST(Deterrence, MoreThanSixteenContingenciesAreRefused) {
  std::string text = "[scenario]\nname = \"x\"\nempty = true\nsets = [[\"c0\"]]\n";
  for (int i = 0; i < 17; ++i)
    text += "[[contingency]]\nid = \"c" + std::to_string(i) +
            "\"\nevent = \"RUS attacks EST\"\n"
            "demand = [{ element = \"heavy_brigade\", day = 0, amount = 1 }]\n"
            "host_supply = [{ element = \"heavy_brigade\", day = 0, amount = 1 }]\n";
  const auto library = reformed(text);
  ASSERT_TRUE(library);
  const auto record = answer(*library, "none");
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().front().code, Code::too_large);
  EXPECT_EQ(record.error().front().message, "the scenario has 17 contingencies");
  EXPECT_EQ(record.error().front().hint, "at most 16 can be weighed at once");
}

TEST(Deterrence, TheReferenceKeepsItsPromises) {
  const card::Record record = ask(reference(), "all", {}, 16);
  const card::Table& attack = *record.find("attack");
  ASSERT_EQ(attack.rows.size(), 6u);
  for (std::size_t q = 0; q < attack.rows.size(); ++q) {
    const double least = number(record, "attack", q, "p_attack");
    EXPECT_LE(least, number(record, "attack", q, "p_attack_greatest") + 1e-12);
    EXPECT_GE(number(record, "attack", q, "p_win_unaided") + 1e-9,
              number(record, "attack", q, "p_win"));
    for (const char* end : {"p_attack_lo", "p_attack_hi", "p_attack_p05", "p_attack_p95"}) {
      EXPECT_GE(number(record, "attack", q, end), 0);
      EXPECT_LE(number(record, "attack", q, end), 1);
    }
  }
  // Help that matters and that nobody strikes, though striking would pay if nobody answered.
  bool deterred = false;
  for (std::size_t i = 0; i < record.find("suppliers")->rows.size(); ++i)
    deterred = deterred || (!std::get<bool>(cell(record, "suppliers", i, "strikes")) &&
                            std::get<bool>(cell(record, "suppliers", i, "strikes_naive")));
  EXPECT_TRUE(deterred);
}

TEST(Deterrence, ARunThatIsStoppedKeepsWholeWorlds) {
  const auto library = reformed(opportunism("0.5"));
  ASSERT_TRUE(library);
  card::Arguments arguments;
  for (const card::Field& field : deterrence.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  int asked = 0;
  entente::Run run;
  run.draws = 1024;
  run.threads = 1;
  run.cancelled = [&] { return ++asked > 400; };
  const auto record = deterrence.run({*library, "", arguments, run});
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->partial);
  EXPECT_GE(record->provenance.draws, 16);
  EXPECT_LT(record->provenance.draws, 1024);
  EXPECT_EQ(record->find("attack")->rows.size(), 2u);
  EXPECT_TRUE(record->find("central")->rows.empty());
  EXPECT_TRUE(std::ranges::any_of(record->notices, [](const std::string& one) {
    return one.starts_with("Stopped before its end");
  }));
}

TEST(Deterrence, OfAPatronThatWithholdsTheSameDrawsAreCompared) {
  const card::Record record = ask(reference(), "all", {{"cutoff", {"USA"}}}, 16);
  ASSERT_EQ(record.find("switch")->rows.size(), 6u);
  for (std::size_t q = 0; q < 6; ++q) {
    const double more = number(record, "switch", q, "more");
    EXPECT_NEAR(more,
                number(record, "switch", q, "withheld") - number(record, "switch", q, "supplied"),
                1e-12);
    EXPECT_EQ(number(record, "switch", q, "withheld"), number(record, "attack", q, "p_attack"));
  }
  const auto nobody = answer(reference(), "none", {{"cutoff", {"USB"}}});
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().front().code, Code::unknown_state);
}

TEST(Deterrence, ThreadsDoNotMatter) {
  const auto one = answer(reference(), "all", {}, 16, 1),
             two = answer(reference(), "all", {}, 16, 2);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->find("attack")->rows, two->find("attack")->rows);
  EXPECT_EQ(one->find("equilibria")->rows, two->find("equilibria")->rows);
}

TEST(Deterrence, FewUncertainPromisesAreEnumerated) {
  const auto library = reformed(opportunism("0.5"));
  ASSERT_TRUE(library) << to_text(library.error().front());
  const card::Record record = ask(*library, "honour", {}, 64);
  EXPECT_TRUE(record.exact);
  EXPECT_EQ(record.provenance.draws, 0);
  EXPECT_TRUE(std::ranges::any_of(record.notices, [](const std::string& one) {
    return one.starts_with("Honour is not sampled but enumerated: 2 promises");
  }));
  // Both are attacked, with the patron's 100 beside 20 against 80: all of it comes, half of it, or
  // none. Two promises of .5 with rho .3 in common: both are kept 1/4 + asin(.3) / (2 pi) of the
  // time (Sheppard 1899).
  const double both = 0.25 + std::asin(0.3) / (2 * std::acos(-1.0));
  const double win = both * 80 / 150 + (0.5 - both) * 0.4 + 0.5 * 0.8;
  for (const std::size_t q : {0u, 1u}) {
    EXPECT_EQ(number(record, "attack", q, "p_attack"), 1);
    EXPECT_NEAR(number(record, "attack", q, "p_win"), win, 1e-6);
    EXPECT_NEAR(number(record, "central", q, "p_win"), win, 1e-6);
    EXPECT_NEAR(number(record, "central", q, "gain"), win - 0.45, 1e-6);
    EXPECT_NEAR(number(record, "judges", 0, "p_win"), 0.6, 1e-9);  // Attacked alone.
    for (const char* end : {"gain_lo", "gain_hi", "p_win_lo", "p_win_hi"})
      EXPECT_TRUE(std::holds_alternative<std::monostate>(cell(record, "central", q, end))) << end;
  }
  const auto three = answer(*library, "honour", {}, 64, 3);
  ASSERT_TRUE(three);
  for (const card::Table& table : record.tables)
    EXPECT_EQ(three->find(table.name)->rows, table.rows) << table.name;
}

/// Draws come to what the patterns say: of a chance to win, for every model of aggressors.
TEST(Deterrence, PatternsAreWhatDrawsComeTo) {
  const auto library = reformed(opportunism("0.7", "60"));
  ASSERT_TRUE(library);
  const auto question = campaign::read_question(*library, {});
  ASSERT_TRUE(question);
  const auto players = campaign::players_of(*question, *library);
  const auto numbers =
      campaign::numbers_of(question->situation, question->premises, library->world.symbols, {});
  const entente::Run run;
  constexpr std::size_t kDraws = 4000;
  campaign::Theatre drawn(*question, players, numbers, {.count = kDraws}, run);
  campaign::Theatre all(*question, players, numbers, {.enumerated = true}, run);
  EXPECT_EQ(all.draws(), 4u);
  const actors::Stakes stakes;
  for (const actors::AggressorModel* model : actors::aggressor::all())
    for (const solve::Acting acting : {1u, 3u}) {
      EXPECT_NEAR(drawn.gain(0, acting, *model, stakes, 0.5),
                  all.gain(0, acting, *model, stakes, 0.5), 0.08)
          << model->card.name;
      EXPECT_NEAR(drawn.win(0, acting), all.win(0, acting), 0.02);
    }
}

}  // namespace
}  // namespace entente::analysis
