// What must hold of everything that has a card, and of the lists that name them.
#include <fstream>
#include <iterator>
#include <set>

#include "base/name.h"
#include "catalogue/catalogue.h"
#include "conformance/common.h"
#include "places.h"
#include "treaty/clauses/clause.h"

namespace entente::conformance {
namespace {

using card::Card;

std::string read(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

void check_card(const Card& card) {
  EXPECT_TRUE(is_slug(card.name)) << card.name << " is no snake_case";
  EXPECT_TRUE(card.question.ends_with('?')) << card.name << ": " << card.question;
  EXPECT_FALSE(card.source.empty()) << card.name << " names no source";
  for (const card::Field& field : card.fields) {
    EXPECT_TRUE(is_slug(field.name)) << card.name << ": " << field.name;
    EXPECT_TRUE(field.help.ends_with('.'))
        << card.name << ": " << field.name << " needs a sentence of help";
    EXPECT_TRUE(field.type != card::Type::choice || !field.choices.empty())
        << card.name << ": " << field.name;
    EXPECT_LE(field.low, field.high) << card.name << ": " << field.name;
  }
}

void check_tables(const Card& card) {
  std::set<std::string_view> tables;
  for (const card::TableSpec& table : card.tables) {
    EXPECT_TRUE(is_slug(table.name) && tables.insert(table.name).second)
        << card.name << ": " << table.name;
    EXPECT_FALSE(table.help.empty()) << card.name << ": " << table.name << " has no help";
    EXPECT_FALSE(table.columns.empty()) << card.name << ": " << table.name << " has no columns";
    std::set<std::string_view> columns;
    for (const card::Column& column : table.columns) {
      EXPECT_TRUE(is_slug(column.name) && columns.insert(column.name).second)
          << card.name << ": " << table.name << ": " << column.name;
      EXPECT_FALSE(column.help.empty())
          << card.name << ": " << table.name << ": " << column.name << " has no help";
    }
  }
  for (const card::View& view : card.views)
    EXPECT_TRUE(tables.contains(view.table))
        << card.name << " shows a table `" << view.table << "` it does not return";
}

TEST(Cards, of_analyses_are_complete_and_sorted) {
  std::string_view before;
  for (const auto* analysis : catalogue::all()) {
    check_card(analysis->card);
    check_tables(analysis->card);
    const std::string page = "docs/reference/" + std::string(analysis->card.name) + ".md";
    EXPECT_TRUE(fs::exists(places::tree() / page)) << page << " is missing: `./dev docs` writes it";
    EXPECT_LT(before, analysis->card.name) << "src/catalogue/all.cpp is sorted by name";
    before = analysis->card.name;
    EXPECT_NE(analysis->run, nullptr);
  }
}

TEST(Cards, of_clauses_are_complete_and_in_the_order_of_duties) {
  std::size_t duty = 0;
  for (const auto* kind : treaty::clauses::all()) {
    check_card(kind->card);
    EXPECT_EQ(static_cast<std::size_t>(kind->duty), duty) << kind->card.name;
    EXPECT_EQ(kind->card.name, word(kind->duty)) << "a clause is called as its duty";
    EXPECT_EQ(&treaty::clauses::of(kind->duty), kind);
    EXPECT_NE(kind->roles, nullptr);
    ++duty;
  }
  EXPECT_EQ(duty, static_cast<std::size_t>(world::Duty::none) + 1);
}

TEST(Cards, of_clauses_are_used_by_the_library_and_set_off_by_some_document) {
  std::set<std::string> used, fired;
  for (const auto& agreement : library().law.agreements)
    for (const auto& article : agreement.articles) used.insert(std::string(word(article.duty)));
  for (const Asked& asked : asked_events())
    for (const std::string& expected : asked.expect) {
      const auto start = expected.find(':') + 1;
      fired.insert(expected.substr(start, expected.find(':', start) - start));
    }
  for (const auto* kind : treaty::clauses::all()) {
    const std::string name(kind->card.name);
    EXPECT_TRUE(used.contains(name))
        << "no agreement of the library has an article with duty = \"" << name << '"';
    EXPECT_TRUE(fired.contains(name))
        << "no document of tests/law/good and no [[example]] expects STATE:" << name
        << ":AGREEMENT:ARTICLE: write one";
  }
}

TEST(Lists, name_every_clause_file) {
  const std::set<std::string> others{"all", "roles"};  // The list itself, and what clauses share.
  const std::string list = read(places::tree() / "src/treaty/clauses/all.cpp");
  for (const auto& path : files("src/treaty/clauses", ".cpp")) {
    const std::string name = path.stem().string();
    if (others.contains(name) || name.ends_with("_test")) continue;
    const bool declared = list.find("    " + name + ",") != std::string::npos ||
                          list.find("    " + name + ";") != std::string::npos;
    EXPECT_TRUE(declared && list.find("&" + name + ",") != std::string::npos)
        << "src/treaty/clauses/" << name
        << ".cpp is in no list; add to src/treaty/clauses/all.cpp:\n    " << name
        << ",      (below `extern const ClauseKind`)\n      &" << name << ",   (in `kAll`)";
  }
}

TEST(Lists, name_every_analysis_folder) {
  const std::string list = read(places::tree() / "src/catalogue/all.cpp");
  for (const std::string room : {"analysis", "inquiry"})
    for (const auto& entry : fs::directory_iterator(places::tree() / "src" / room)) {
      if (!entry.is_directory()) continue;
      const std::string name = entry.path().filename().string();
      const std::string include = "#include \"" + room + "/" + name + "/" + name + ".h\"";
      const std::string item = "&" + room + "::" + name + ",";
      EXPECT_TRUE(list.find(include) != std::string::npos && list.find(item) != std::string::npos)
          << "src/" << room << "/" << name << " is in no list; add to src/catalogue/all.cpp:\n"
          << include << "\n      " << item;
    }
}

}  // namespace
}  // namespace entente::conformance
