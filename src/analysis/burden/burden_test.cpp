// The record of a burden, and what it refuses.
#include "analysis/burden/burden.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/burden/model.h"
#include "campaign/test_scenario.h"
#include "campaign/test_stopped.h"

namespace entente::analysis {
namespace {

using campaign::test::reference;
using campaign::test::reformed;

/// Asks as the catalogue does: with the defaults of the card.
Result<card::Record> answer(card::Arguments arguments, const scenario::Library& asked,
                            const entente::Run& run) {
  for (const card::Field& field : burden.card.fields)
    if (!field.fallback.empty())
      arguments.try_emplace(std::string(field.name), std::vector{std::string(field.fallback)});
  return burden.run({asked, "", arguments, run});
}

Result<card::Record> answer(card::Arguments arguments, const scenario::Library& asked = reference(),
                            int threads = 1) {
  entente::Run run;
  run.threads = threads;
  return answer(std::move(arguments), asked, run);
}

card::Record record_of(card::Arguments arguments, const scenario::Library& asked = reference()) {
  auto record = answer(std::move(arguments), asked);
  if (!record) ADD_FAILURE() << to_text(record.error().front());
  return record ? *record : card::Record{};
}

std::string refused(card::Arguments arguments, const scenario::Library& asked = reference()) {
  const auto record = answer(std::move(arguments), asked);
  std::string all;
  if (!record)
    for (const Error& fault : record.error()) all += to_text(fault) + "\n";
  return all;
}

/// A table by what stands in its first columns.
class Read {
 public:
  Read(const card::Record& record, std::string_view table) : table_(*record.find(table)) {}

  [[nodiscard]] const card::Value& cell(const std::vector<std::string>& key,
                                        std::string_view name) const {
    static const card::Value kNone;
    const auto at = std::ranges::find(table_.columns, name, &card::RecordColumn::name);
    EXPECT_NE(at, table_.columns.end()) << name;
    for (const auto& row : table_.rows) {
      bool same = at != table_.columns.end();
      for (std::size_t i = 0; i < key.size(); ++i) same = same && shown(row[i]) == key[i];
      if (same) return row[static_cast<std::size_t>(at - table_.columns.begin())];
    }
    ADD_FAILURE() << table_.name << " has no row " << key.front();
    return kNone;
  }
  [[nodiscard]] double number(const std::vector<std::string>& key, std::string_view name) const {
    const card::Value& value = cell(key, name);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&value);
    EXPECT_NE(real, nullptr) << name;
    return real == nullptr ? std::nan("") : *real;
  }
  [[nodiscard]] std::string text(const std::vector<std::string>& key, std::string_view name) const {
    return shown(cell(key, name));
  }
  [[nodiscard]] std::size_t size() const { return table_.rows.size(); }

 private:
  static std::string shown(const card::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    return "";
  }
  const card::Table& table_;
};

const card::Arguments kPlain{{"vary", {"none"}}};

card::Arguments with(card::Arguments more) {
  more.try_emplace("vary", std::vector<std::string>{"none"});
  return more;
}

/// The answer with the facts of the tables, worked out once.
const card::Record& plain() {
  static const card::Record made = record_of(kPlain);
  return made;
}

TEST(Burden, TellsThePublishedFiguresOfTheYear) {
  const card::Record& record = plain();
  const Read burdens(record, "burden");
  EXPECT_EQ(burdens.size(), 32U);
  const std::pair<const char*, double> published[] = {{"POL", 4.48}, {"LTU", 4.00}, {"LVA", 3.73},
                                                      {"EST", 3.38}, {"NOR", 3.35}, {"USA", 3.22}};
  for (const auto& [state, percent] : published)
    EXPECT_EQ(burdens.number({state}, "spending"), percent) << state;
  double total = 0, shares = 0;
  for (const auto& row : record.find("burden")->rows) total += std::get<double>(row[5]);
  for (const auto& row : record.find("burden")->rows) shares += std::get<double>(row[10]);
  EXPECT_NEAR(total, 1600, 80) << "the report has about 1.6 tn";
  EXPECT_NEAR(shares, 100, 1e-9);
  const Read contributions(record, "contributions");
  EXPECT_NE(contributions.text({"POL", "spending"}, "source").find("August 2025"),
            std::string::npos);
}

TEST(Burden, OfTheirOwnAccordTheLargestAloneGives) {
  const card::Record& record = plain();
  const Read burdens(record, "burden"), balances(record, "equilibria");
  EXPECT_NEAR(burdens.number({"USA"}, "nash_share"), 100, 1e-12);
  EXPECT_EQ(burdens.number({"DEU"}, "nash_share"), 0);
  EXPECT_EQ(balances.number({"public_good"}, "givers"), 1);
  EXPECT_EQ(balances.number({"joint_product"}, "givers"), 32) << "for each gains by itself";
  // One taste for all: what one gives over what all would is its share of all incomes.
  EXPECT_NEAR(100 * balances.number({"public_good"}, "ratio"), burdens.number({"USA"}, "gdp_share"),
              1e-9);
  EXPECT_NEAR(burdens.number({"USA"}, "efficient_share"), burdens.number({"USA"}, "gdp_share"),
              1e-9);
  EXPECT_LE(balances.number({"public_good"}, "resource_use"), 1);
  EXPECT_LT(balances.number({"public_good"}, "ratio"), balances.number({"joint_product"}, "ratio"));
}

TEST(Burden, TheThreatAsksMoreOfTheExposed) {
  const card::Record& record = plain();
  const Read burdens(record, "burden");
  for (const char* state : {"EST", "POL", "FIN"})
    EXPECT_GT(burdens.number({state}, "efficient_threat_share"),
              burdens.number({state}, "efficient_share"))
        << state;
  EXPECT_LT(burdens.number({"USA"}, "efficient_threat_share"),
            burdens.number({"USA"}, "efficient_share"));
  const card::Record calm = record_of(with({{"threat_weight", {"0"}}}));
  EXPECT_NEAR(Read(calm, "burden").number({"EST"}, "efficient_threat_share"),
              Read(calm, "burden").number({"EST"}, "efficient_share"), 1e-12);
}

TEST(Burden, DistancesAddUpToWhatMembersLack) {
  const card::Record& record = plain();
  const Read distances(record, "distances"), riding(record, "free_riding");
  EXPECT_EQ(distances.number({"POL", "pledge_3.5"}, "due"), 3.5);
  EXPECT_NEAR(distances.number({"POL", "pledge_3.5"}, "distance"), 0.98, 1e-12);
  EXPECT_EQ(riding.number({"pledge_2"}, "members_below"), 1) << "Iceland has no forces";
  EXPECT_EQ(riding.text({"pledge_2"}, "furthest_below"), "ISL");
  EXPECT_EQ(riding.text({"nash"}, "furthest_below"), "USA")
      << "the others give more than theory lets them";
  EXPECT_NE(riding.text({"efficient"}, "furthest_below").find("DEU"), std::string::npos);
}

TEST(Burden, TheLargerBoreMoreIn1964AndIsTestedSince) {
  const card::Record& record = plain();
  const Read sizes(record, "size");
  EXPECT_EQ(sizes.number({"1964"}, "members"), 14);
  EXPECT_NEAR(sizes.number({"1964"}, "spearman"), 0.490, 1e-3);
  EXPECT_NEAR(sizes.number({"1964"}, "kendall"), 0.3846, 1e-4);
  EXPECT_EQ(sizes.text({"1964"}, "verdict"), "borne_out");
  for (const char* year : {"2014", "2020", "2024", "2025"}) {
    EXPECT_LT(sizes.number({year}, "spearman"), 0.490) << year;
    EXPECT_EQ(sizes.text({year}, "verdict"), "undecided") << year;
  }
}

TEST(Burden, WithoutPortugalTheOldTestIsStronger) {
  const BurdenFacts facts(reference().world);
  const auto* nato = reference().law.find(reference().world.symbols.find("nato"));
  ASSERT_NE(nato, nullptr);
  auto allies = spenders(facts.alliance(reference(), *nato, 1964));
  std::erase_if(allies, [](const Ally& one) { return one.name == "PRT"; });
  const RankPair ranks = rank_pair(allies, {});
  EXPECT_NEAR(ranks.spearman, 0.7253, 5e-5);
  EXPECT_NEAR(ranks.kendall, 0.5641, 5e-5);
}

TEST(Burden, TiesAreCorrectedFor) {
  const RankPair ranks = rank_pair({1, 2, 3, 4}, {1, 1, 2, 3});
  EXPECT_NEAR(ranks.kendall, 5 / std::sqrt(6.0 * 5), 1e-12);
  EXPECT_EQ(rank_pair({1, 2, 3}, {2, 2, 2}).kendall, 0);
}

TEST(Burden, FewerTypesBuyMore) {
  EXPECT_NEAR(bought_with(17, 1, 0.15), 1.53, 5e-3);
  EXPECT_NEAR(bought_with(17, 1, 0.322), 2.49, 5e-3);
  EXPECT_EQ(bought_with(2, 4, 0.15), 1) << "who keeps fewer gains nothing";
  const card::Record& record = plain();
  const Read pooled(record, "duplication");
  EXPECT_NEAR(pooled.number({"weapon_types"}, "factor"), std::pow(178.0 / 30, 0.15), 1e-12);
  EXPECT_NEAR(pooled.number({"weapon_types"}, "worth"),
              pooled.number({"weapon_types"}, "money") * (std::pow(178.0 / 30, 0.15) - 1), 1e-9);
}

TEST(Burden, EveryCapabilityHasOneUsualTechnology) {
  const card::Record& record = plain();
  const Read technologies(record, "technologies");
  EXPECT_EQ(technologies.size(), 9U * 5U);
  std::size_t usual = 0;
  double weight = 0;
  for (const auto& row : record.find("technologies")->rows)
    if (std::get<bool>(row[2])) {
      ++usual;
      weight += std::get<double>(row[4]);
    }
  EXPECT_EQ(usual, 9U);
  EXPECT_NEAR(weight, 1, 1e-9);
  EXPECT_EQ(technologies.number({"nuclear_umbrella", "best_shot"}, "givers"), 1);
  EXPECT_EQ(technologies.number({"command", "threshold"}, "provided"), 100);
  EXPECT_LT(technologies.number({"air_defence", "ces"}, "provided"),
            technologies.number({"air_defence", "sum"}, "provided"));
}

TEST(Burden, AnotherAllianceAndYear) {
  const card::Record pair =
      record_of(with({{"alliance", {"us_japan_1960"}}, {"year", {"2014"}}, {"pledge", {"1"}}}));
  const Read burdens(pair, "burden");
  EXPECT_EQ(burdens.size(), 2U);
  EXPECT_EQ(burdens.number({"JPN"}, "spending"), 1);
  EXPECT_EQ(Read(pair, "free_riding").number({"pledge_1"}, "members_below"), 0);
  const card::Record old = record_of(with({{"alliance", {"nato"}}, {"year", {"1964"}}}));
  EXPECT_EQ(Read(old, "burden").size(), 14U);
  for (const auto& row : old.find("free_riding")->rows)
    EXPECT_FALSE(std::get<std::string>(row[0]).starts_with("pledge")) << "nobody had pledged yet";
}

TEST(Burden, WhatIsLeftOutIsNoMember) {
  const auto without =
      scenario::reform(reference(), "reference_2026", std::vector<std::string>{"USA"});
  ASSERT_TRUE(without.has_value());
  const card::Record record = record_of(kPlain, *without);
  EXPECT_EQ(Read(record, "burden").size(), 31U);
}

TEST(Burden, ASpreadStandsBesideWhatIsVaried) {
  const auto record = answer({{"vary", {"facts"}}});
  ASSERT_TRUE(record.has_value());
  EXPECT_FALSE(record->exact);
  const Read burdens(*record, "burden");
  EXPECT_LT(burdens.number({"USA"}, "share_p05"), burdens.number({"USA"}, "share"));
  EXPECT_LT(burdens.number({"USA"}, "share"), burdens.number({"USA"}, "share_p95"));
  EXPECT_NE(record->finding.find("over facts"), std::string::npos);
  const auto again = answer({{"vary", {"facts"}}}, reference(), 3);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(record->finding, again->finding);
  ASSERT_EQ(record->tables.size(), again->tables.size());
  for (std::size_t t = 0; t < record->tables.size(); ++t)
    EXPECT_EQ(record->tables[t].rows, again->tables[t].rows) << record->tables[t].name;
}

TEST(Burden, ALeverMovesItsAssumptionsAsAFlagDoes) {
  const auto moved = reformed(
      "[scenario]\nname = \"willing\"\n[[lever]]\ncard = \"assume\"\nname = \"kappa\"\n"
      "value = 0.3\nvalue_low = 0.2\nvalue_high = 0.32\n");
  ASSERT_TRUE(moved) << to_text(moved.error().front());
  const card::Arguments none{{"vary", {"none"}}};
  const card::Record by_lever = record_of(none, *moved);
  const card::Record by_flag = record_of({{"vary", {"none"}}, {"kappa", {"0.3"}}});
  const card::Record usual = record_of(none);
  EXPECT_TRUE(by_lever.find("duplication")->rows == by_flag.find("duplication")->rows);
  EXPECT_FALSE(by_lever.find("duplication")->rows == usual.find("duplication")->rows);
}

TEST(Burden, BothPartsOfThePledgeOf2025AreHeldApart) {
  const card::Record record = record_of({{"vary", {"none"}}, {"resilience", {"POL:1.2", "USA:2"}}});
  const Read table(record, "resilience");
  EXPECT_EQ(table.number({"POL"}, "core"), 4.48);
  EXPECT_EQ(table.number({"POL"}, "missing_core"), 0);
  EXPECT_EQ(table.number({"POL"}, "resilience"), 1.2);
  EXPECT_NEAR(table.number({"POL"}, "total_least"), 5.68, 1e-12);
  EXPECT_GT(table.number({"POL"}, "missing_least"), 0);
  EXPECT_EQ(table.number({"POL"}, "missing_least"), table.number({"POL"}, "missing_most"));
  EXPECT_EQ(table.number({"USA"}, "missing_most"), 0) << "more than is due lacks nothing";
  EXPECT_EQ(table.number({"DEU"}, "missing_least"), 0) << "what nobody reports may be all of it";
  EXPECT_NEAR(table.number({"DEU"}, "total_most"), table.number({"DEU"}, "core") + 1.5, 1e-12);
  const Read burden(record, "burden");
  EXPECT_NEAR(table.number({"POL"}, "missing_most"), burden.number({"POL"}, "gdp") * 0.3 / 100,
              1e-9);
  const card::Record before = record_of({{"vary", {"none"}}, {"year", {"2024"}}});
  EXPECT_TRUE(before.find("resilience")->rows.empty()) << "nobody had promised it yet";
}

TEST(Burden, ResilienceOfNobodyIsRefused) {
  EXPECT_EQ(refused({{"alliance", {"us_japan_1960"}},
                     {"year", {"2014"}},
                     {"resilience", {"JPN", "JPM:1", "JPN:101", "JPN:1", "JPN:2"}}}),
            "arguments: `JPN` is no member with its spending [bad_argument]\n"
            "  write --resilience POL:1.2, in % of GDP\n"
            "arguments: `JPM` is no member of `us_japan_1960` with figures of 2014 "
            "[unknown_state]\n"
            "  did you mean `JPN`?\n"
            "arguments: `JPN:101` spends out of range on resilience [bad_value]\n"
            "  it lies from 0 to 100\n"
            "arguments: the resilience of JPN is given twice [duplicate]\n"
            "  keep one\n");
}

TEST(Burden, WhatCannotBeAnsweredIsRefused) {
  EXPECT_EQ(refused({{"alliance", {"natoo"}}}),
            "arguments: the library has no agreement `natoo` [unknown_name]\n"
            "  did you mean `nato`?\n");
  EXPECT_EQ(refused({{"alliance", {"atlantis"}}}),
            "arguments: the library has no agreement `atlantis` [unknown_name]\n"
            "  `entente list agreements` names them\n");
  EXPECT_EQ(refused({{"year", {"2022"}}}),
            "arguments: there are no figures of 2022 for any alliance [bad_value]\n"
            "  the nearest with figures: 2020, 2024 (all: 1964, 2014, 2020, 2024, 2025)\n");
  EXPECT_EQ(refused({{"alliance", {"nato"}}, {"year", {"1948"}}, {"pledge", {"x,0"}}}),
            "arguments: `x` is no pledge [bad_argument]\n"
            "  write --pledge 2,3.5\n"
            "arguments: a pledge of 0 % of GDP is out of range [bad_value]\n"
            "  it lies above 0 and up to 100\n"
            "arguments: nobody was a party of `nato` in 1948 [bad_value]\n"
            "  the nearest with figures: 1964 (all: 1964, 2014, 2020, 2024, 2025)\n");
  EXPECT_EQ(refused({{"pledge", {"1,2,3,4,5,6,7,8,9"}}}),
            "arguments: 9 pledges are too many [too_large]\n  the most is 8\n");
  const auto alone =
      scenario::reform(reference(), "reference_2026", std::vector<std::string>{"JPN"});
  ASSERT_TRUE(alone.has_value());
  EXPECT_EQ(refused({{"alliance", {"us_japan_1960"}}}, *alone),
            "arguments: `us_japan_1960` was an alliance of one in 2026, which shares no burden "
            "[bad_value]\n"
            "  no year has figures of two of its members\n");
  const auto empty = reformed("[scenario]\nname = \"none\"\nempty = true\n[[state]]\nid = \"A\"\n");
  if (empty) {
    EXPECT_EQ(refused({}, *empty),
              "arguments: the scenario has no alliance of two states with figures [bad_value]\n"
              "  name one with --alliance, or add rows to burden.csv\n");
  }
}

TEST(Burden, AGreatCircleIsAsLongAsItIs) {
  EXPECT_NEAR(great_circle_km(0, 0, 0, 180), 6371 * 3.14159265, 1);
  EXPECT_NEAR(great_circle_km(48.86, 2.35, 51.51, -0.13), 344, 5) << "Paris to London";
  EXPECT_EQ(great_circle_km(10, 20, 10, 20), 0);
}

TEST(Burden, OfARunThatIsStoppedKeepsTheWorldsThereAre) {
  const auto asked = [](const entente::Run& how) {
    auto record = answer({{"vary", {"all"}}}, reference(), how);
    EXPECT_TRUE(record);
    return record ? *record : card::Record{};
  };
  const card::Record some = campaign::test::stopped_at(0.5, {}, asked), whole = asked({});
  campaign::test::expect_stopped(some, 256);
  EXPECT_FALSE(whole.partial);
  EXPECT_TRUE(some.find("size")->rows.empty());
  // The worlds that there are, so another mean, and an interval that is wider over all.
  const card::Table &few = *some.find("burden"), &all = *whole.find("burden");
  ASSERT_EQ(few.rows.size(), all.rows.size());
  const auto wide = [](const card::Table& table) {
    const auto at = [&](std::string_view name) {
      return static_cast<std::size_t>(
          std::ranges::find(table.columns, name, &card::RecordColumn::name) -
          table.columns.begin());
    };
    const std::size_t low = at("share_lo"), high = at("share_hi");
    double sum = 0;
    for (const auto& row : table.rows)
      sum += std::get<double>(row[high]) - std::get<double>(row[low]);
    return sum;
  };
  EXPECT_GT(wide(few), 1.1 * wide(all));
}

}  // namespace
}  // namespace entente::analysis
