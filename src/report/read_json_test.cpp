#include <gtest/gtest.h>

#include "report/json.h"

namespace entente::report {
namespace {

card::Record sample() {
  card::Record record;
  record.analysis = "ledger";
  record.question = "Can \"it\" be kept?";
  record.finding = "No — 二.";
  record.scenario_name = "reference_2026";
  record.params = {{"one", card::Param(card::Value(std::int64_t{4}))},
                   {"list", card::Param(std::vector<std::string>{"a", "b"})},
                   {"group", card::Param(card::Params{{"x", card::Param(card::Value(4.0))}})}};
  card::Table table{.name = "t", .columns = {{"a", "share", "A."}, {"b", "", "B."}}, .rows = {}};
  table.row({std::monostate(), true});
  table.row({0.1, std::string("text\n")});
  table.row({4.0, std::int64_t{-7}});
  record.tables = {table, {.name = "empty", .columns = {{"a", "", ""}}, .rows = {}}};
  record.notices = {"one", "two"};
  record.exact = false;
  record.provenance.seed = 18'000'000'000'000'000'000U;
  record.wall_s = .25;
  return record;
}

TEST(RecordsFromJson, written_again_have_the_same_bytes) {
  card::Record record = sample();
  EXPECT_EQ(to_json(from_json(to_json(record)).value()), to_json(record));
  record.partial = true;
  EXPECT_EQ(to_json(from_json(to_json(record)).value()), to_json(record));
}

TEST(RecordsFromJson, no_part_of_one_is_a_record) {
  const std::string whole = to_json(sample());
  for (std::size_t end = 0; end + 2 < whole.size(); ++end)
    EXPECT_FALSE(from_json(std::string_view(whole).substr(0, end))) << end;
  for (const char* other : {"", "null", "[]", "{}", "{\"analysis\": 3}", "4"})
    EXPECT_FALSE(from_json(other)) << other;
}

}  // namespace
}  // namespace entente::report
