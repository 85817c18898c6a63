#include "history/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "history/formats/format.h"

namespace entente::history {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

/// A path that is free now and removed at the end.
struct Place {
  explicit Place(const std::string& name)
      : path((fs::temp_directory_path() / ("entente_store_" + name)).string()) {
    fs::remove(path);
  }
  ~Place() { fs::remove(path); }
  std::string path;
};

const StoredColumn kColumns[] = {
    {"ccode", Held::whole}, {"cinc", Held::number}, {"end", Held::text}};

void put(Store& store, std::int64_t ccode, double cinc, std::string_view end) {
  const Cell cells[] = {ccode, cinc, end};
  ASSERT_TRUE(store.insert(cells).empty());
}

TEST(Store, reads_columns_by_their_kind_with_missing_cells) {
  Store store = Store::in_memory();
  ASSERT_TRUE(store.begin().empty());
  ASSERT_TRUE(store.make_table("spell", kColumns).empty());
  put(store, 2, 0.25, "1900-01-01");
  const Cell missing[] = {std::monostate(), std::monostate(), std::monostate()};
  ASSERT_TRUE(store.insert(missing).empty());
  ASSERT_TRUE(store.commit().empty());

  const auto columns = store.read("spell", {"ccode", "cinc", "end"});
  ASSERT_TRUE(columns);
  EXPECT_EQ(columns->rows, 2U);
  EXPECT_THAT(columns->whole("ccode"), ElementsAre(2, kMissing));
  EXPECT_EQ(columns->number("cinc")[0], 0.25);
  EXPECT_TRUE(std::isnan(columns->number("cinc")[1]));
  EXPECT_THAT(columns->text("end"), ElementsAre("1900-01-01", ""));
  EXPECT_EQ(store.read("spell", {"ccode"}, "ccode = 2")->rows, 1U);
}

TEST(Store, a_table_or_column_that_is_not_there_is_a_fault_with_the_command) {
  Store store = Store::in_memory();
  const auto table = store.read("nmc", {"ccode"});
  ASSERT_FALSE(table);
  EXPECT_THAT(table.error()[0].hint, HasSubstr("entente import nmc FILE"));
  ASSERT_TRUE(store.begin().empty());
  ASSERT_TRUE(store.make_table("spell", kColumns).empty());
  const auto column = store.read("spell", {"nothing"});
  ASSERT_FALSE(column);
  EXPECT_EQ(column.error()[0].code, Code::unknown_name);
}

TEST(Store, what_is_not_committed_is_undone) {
  const Place place("undone.sqlite");
  {
    auto store = Store::open_to_write(place.path);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store.value().begin().empty());
    ASSERT_TRUE(store.value().make_table("spell", kColumns).empty());
  }
  EXPECT_FALSE(fs::exists(place.path)) << "a file made for nothing is removed";
  {
    auto store = Store::open_to_write(place.path);
    ASSERT_TRUE(store.value().begin().empty());
    ASSERT_TRUE(store.value().make_table("spell", kColumns).empty());
    put(store.value(), 2, 0.5, "");
    ASSERT_TRUE(store.value().commit().empty());
  }
  {
    auto store = Store::open_to_write(place.path);
    ASSERT_TRUE(store.value().begin().empty());
    ASSERT_TRUE(store.value().make_table("spell", kColumns).empty());
  }
  const auto store = Store::open(place.path);
  ASSERT_TRUE(store);
  EXPECT_EQ(store->read("spell", {"ccode"})->rows, 1U);
}

TEST(Store, versions_stand_side_by_side_and_one_is_replaced_alone) {
  Store store = Store::in_memory();
  const StoredColumn columns[] = {{"version", Held::text}, {"ccode", Held::whole}};
  const auto fill = [&](std::string_view version, std::int64_t ccode) {
    ASSERT_TRUE(store.begin().empty());
    ASSERT_TRUE(store.make_table("nmc", columns, version).empty());
    const Cell cells[] = {version, ccode};
    ASSERT_TRUE(store.insert(cells).empty());
    ASSERT_TRUE(store.note({.format = "nmc", .table = "nmc", .version = std::string(version)}, true)
                    .empty());
    ASSERT_TRUE(store.commit().empty());
  };
  fill("6.0", 2);
  fill("7.0", 20);
  fill("6.0", 200);
  const auto read = store.read("nmc", {"version", "ccode"});
  ASSERT_TRUE(read);
  EXPECT_THAT(read->whole("ccode"), ElementsAre(20, 200));
  ASSERT_EQ(store.datasets().size(), 2U);
  EXPECT_EQ(store.datasets()[1].version, "7.0");
}

TEST(Store, opening_refuses_what_is_not_ours) {
  const Place place("other.sqlite");
  EXPECT_THAT(Store::open(place.path).error()[0].message, HasSubstr("no database"));
  std::ofstream(place.path) << "stateabb,ccode\nUSA,2\n";
  EXPECT_THAT(Store::open(place.path).error()[0].message, HasSubstr("no SQLite"));
  EXPECT_FALSE(Store::open_to_write(place.path)) << "a file of the user's is never overwritten";
  EXPECT_EQ(fs::file_size(place.path), 21U);
}

TEST(Store, asking_for_tables_names_their_commands) {
  const Place place("ask.sqlite");
  const std::string_view tables[] = {"atop_member", "nmc"};
  const auto none = Store::open_with(place.path, tables);
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error()[0].hint, HasSubstr("entente import atop FILE"));
  EXPECT_THAT(none.error()[0].hint, HasSubstr("entente import nmc FILE"));
}

TEST(Formats, are_sorted_and_complete) {
  std::string_view before;
  for (const Format* format : formats()) {
    EXPECT_LT(before, format->name);
    before = format->name;
    EXPECT_FALSE(format->title.empty() || format->citation.empty() || format->terms.empty())
        << format->name;
    EXPECT_FALSE(format->layouts.empty()) << format->name;
    for (const Layout& layout : format->layouts) {
      EXPECT_EQ(format_of(layout.table), format) << layout.table << " belongs to two formats";
      EXPECT_FALSE(layout.key.empty()) << layout.table;
    }
  }
  EXPECT_EQ(command_for("atop_member"), "entente import atop FILE");
}

}  // namespace
}  // namespace entente::history
