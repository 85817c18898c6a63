// What no answer may leave out: intervals with both ends, how often it was drawn, what moved it
// most, and a naive reading beside every model.
#include <algorithm>
#include <map>
#include <set>

#include "catalogue/catalogue.h"
#include "conformance/common.h"

namespace entente::conformance {
namespace {

/// What looks things up, judges by law, or arranges what others computed: nothing is predicted.
const std::set<std::string_view> kTells = {
    "agreements", "allies", "casus", "check",      "describe", "diff",    "import", "list",
    "network",    "new",    "panel", "similarity", "validate", "version", "why"};

/// Tables that say what moved an answer.
const std::set<std::string_view> kMovers = {"assumptions", "drivers", "factors", "indices",
                                            "moves",       "turning", "turns"};

/// Words that two analyses use of two things, each its own: what a plan may cost is a limit that
/// the user sets, what a link costs and a victor takes is counted in the coin of its game.
const std::set<std::string_view> kTwoThings = {"budget", "link_cost", "spoils"};

std::vector<const card::Card*> models() {
  std::vector<const card::Card*> found;
  for (const scenario::Analysis* one : catalogue::all())
    if (!kTells.contains(one->card.name)) found.push_back(&one->card);
  return found;
}

TEST(Honesty, every_interval_has_two_ends_and_a_figure) {
  for (const scenario::Analysis* one : catalogue::all())
    for (const card::TableSpec& table : one->card.tables) {
      std::set<std::string> names;
      for (const card::Column& column : table.columns) names.emplace(column.name);
      for (const std::string& name : names)
        for (const auto& [end, other] : {std::pair("_lo", "_hi"), std::pair("_hi", "_lo"),
                                         std::pair("_p05", "_p95"), std::pair("_p95", "_p05")})
          if (name.ends_with(end)) {
            const std::string stem = name.substr(0, name.size() - std::string(end).size());
            EXPECT_TRUE(names.contains(stem + other))
                << one->card.name << ": " << table.name << ": " << name << " stands alone";
            EXPECT_TRUE(names.contains(stem) || names.contains(stem + "_tables"))
                << one->card.name << ": " << table.name << ": " << name << " is of nothing";
          }
    }
}

TEST(Honesty, every_model_stands_beside_a_naive_reading) {
  for (const card::Card* card : models()) {
    bool naive = false;
    for (const card::TableSpec& table : card->tables) {
      naive = naive || table.name == "baseline";
      for (const card::Column& column : table.columns)
        naive = naive || column.help.find("aive") != std::string_view::npos ||
                column.help.find("aseline") != std::string_view::npos;
    }
    EXPECT_TRUE(naive) << card->name << " has no naive baseline";
  }
}

TEST(Honesty, every_record_lists_what_moved_it_most) {
  for (const card::Card* card : models()) {
    const bool listed = std::ranges::any_of(
        card->tables, [](const card::TableSpec& table) { return kMovers.contains(table.name); });
    EXPECT_TRUE(listed) << card->name << " does not say what moved it";
  }
}

TEST(Honesty, sampled_records_say_how_often_they_were_drawn) {
  const std::vector<std::pair<std::string, std::string>> questions = {
      {"alignment", "europe_1936"}, {"arsenal", "baltic"},          {"burden", ""},
      {"commerce", "gulf"},         {"crisis", "cuba_1962"},        {"cutoff", "USA"},
      {"deterrence", "baltic"},     {"entrapment", "korea"},        {"hedge", "EST"},
      {"ledger", "baltic"},         {"negotiate", "nato_accession"}};
  for (const auto& [verb, subject] : questions) {
    entente::Run run;
    run.draws = 16;
    const auto record = catalogue::run(verb, subject, {}, run, library());
    ASSERT_TRUE(record) << verb << ": " << to_text(record.error().front());
    EXPECT_TRUE(record->exact || record->provenance.draws > 0)
        << verb << " is sampled and does not say how often";
    const auto plain = catalogue::run(verb, subject, {{"vary", {"none"}}}, run, library());
    ASSERT_TRUE(plain) << verb;
    EXPECT_TRUE(plain->exact || plain->provenance.draws > 0 || verb == "crisis")
        << verb << " varies nothing and is neither exact nor drawn";
  }
}

TEST(Honesty, an_assumption_has_one_name_one_value_and_one_range) {
  std::map<std::string_view, std::pair<const card::Field*, std::string_view>> known;
  for (const scenario::Analysis* one : catalogue::all())
    for (const card::Field& field : one->card.fields) {
      if (field.type != card::Type::number || field.low == field.high ||
          kTwoThings.contains(field.name))
        continue;
      const auto [first, is_new] = known.emplace(field.name, std::pair(&field, one->card.name));
      if (is_new) continue;
      const auto& [other, where] = first->second;
      EXPECT_TRUE(other->low == field.low && other->high == field.high &&
                  other->fallback == field.fallback && other->unit == field.unit)
          << field.name << " is one thing in " << where << " and another in " << one->card.name;
    }
}

}  // namespace
}  // namespace entente::conformance
