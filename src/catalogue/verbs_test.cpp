#include "catalogue/verbs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/name.h"
#include "catalogue/catalogue.h"
#include "catalogue/kinds.h"
#include "catalogue/schema.h"
#include "catalogue/templates.h"
#include "text/node.h"

namespace entente::catalogue {
namespace {

/// Two states, a place in two usages, a means, a group, a reading and an agreement.
scenario::Library library() {
  scenario::Library made;
  made.hash = std::string(64, 'a');
  world::World& world = made.world;
  Symbols& symbols = world.symbols;
  world.day = *make_date(2026, 7, 1);
  const world::Sourced sourced{"a gazetteer", 'A', ""};
  for (const auto& [id, name] : {std::pair("FRA", "France"), std::pair("POL", "Poland")}) {
    world::State state;
    state.id = symbols.intern(id);
    state.name = name;
    state.aliases = {name};
    state.sourced = sourced;
    world.states.push_back(state);
  }
  world::Place place;
  place.id = symbols.intern("dokdo");
  place.name = "Takeshima / Dokdo";
  place.kind = symbols.intern("disputed");
  place.sourced = sourced;
  world.places.push_back(place);
  world::Means means;
  means.id = symbols.intern("armed_force");
  means.name = "armed force";
  means.severity = 5;
  world.means.push_back(means);
  world.figures.push_back({symbols.intern("FRA"), "gdp_nom", "", 3000, 2900, 3100, "bn USD", 2025,
                           "published", sourced});
  treaty::Reading reading;
  reading.id = symbols.intern("bosnia");
  reading.values = {symbols.intern("yes"), symbols.intern("no")};
  reading.meanings = {"it does", "it does not"};
  reading.fallback = reading.values[0];
  reading.question = "Does it count?";
  made.law.readings.push_back(reading);
  treaty::Agreement pact;
  pact.id = symbols.intern("pact");
  pact.name = "The Pact";
  pact.in_force = *make_date(1990, 1, 1);
  treaty::Party party;
  party.state = symbols.intern("FRA");
  pact.parties.push_back(party);
  treaty::Article article;
  article.label = symbols.intern("art1");
  article.duty = treaty::Duty::fight;
  article.text = "They fight.";
  pact.articles.push_back(article);
  made.law.agreements.push_back(pact);
  world.index();
  return made;
}

Result<card::Record> ask(const scenario::Analysis& verb, const std::string& subject,
                         const card::Arguments& arguments = {},
                         const scenario::Library& known = library()) {
  return run(verb, subject, arguments, entente::Run{}, known);
}

TEST(List, CountsKindsAndNamesEach) {
  const auto kinds_of = ask(list, "");
  ASSERT_TRUE(kinds_of);
  EXPECT_EQ(kinds_of->tables[0].rows.size(), kinds().size());
  const auto states = ask(list, "states");
  ASSERT_TRUE(states);
  EXPECT_EQ(states->tables[0].rows.size(), 2u);
  EXPECT_EQ(states->finding, "The library holds 2 states.");
  EXPECT_TRUE(ask(list, "state"));
}

TEST(List, UnknownKindOffersTheNearest) {
  const auto refused = ask(list, "agrements");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].code, Code::unknown_name);
  EXPECT_NE(refused.error()[0].hint.find("agreements"), std::string::npos);
}

TEST(Describe, ShowsEveryKind) {
  const auto state = ask(describe, "FRA");
  ASSERT_TRUE(state);
  ASSERT_NE(state->find("figures"), nullptr);
  EXPECT_EQ(state->find("figures")->rows.size(), 1u);
  EXPECT_EQ(state->find("agreements")->rows.size(), 1u);
  const auto pact = ask(describe, "pact");
  ASSERT_TRUE(pact);
  EXPECT_EQ(pact->find("articles")->rows.size(), 1u);
  EXPECT_EQ(pact->find("parties")->rows.size(), 1u);
  const auto place = ask(describe, "dokdo");
  ASSERT_TRUE(place);
  EXPECT_NE(place->finding.find("Takeshima / Dokdo"), std::string::npos);
  EXPECT_TRUE(ask(describe, "armed_force"));
  EXPECT_TRUE(ask(describe, "gdp_nom"));
  EXPECT_EQ(ask(describe, "bosnia")->find("values")->rows.size(), 2u);
  EXPECT_NE(ask(describe, "casus")->find("returns"), nullptr);
  EXPECT_EQ(ask(describe, "scenario")->find("schema")->rows.size(), scenario_schema().size());
}

TEST(Describe, UnknownNameOffersTheNearest) {
  const auto refused = ask(describe, "armed_farce");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].code, Code::unknown_name);
  EXPECT_NE(refused.error()[0].hint.find("armed_force"), std::string::npos);
}

TEST(Version, SaysWhichLibrary) {
  const auto record = ask(version, "");
  ASSERT_TRUE(record);
  EXPECT_TRUE(record->tables.empty());
  EXPECT_NE(record->finding.find("aaaaaaaaaaaa"), std::string::npos);
}

TEST(New, FillsTheNameInAndRefusesBadOnes) {
  const auto record = ask(new_file, "agreement", {{"name", {"my_pact"}}});
  ASSERT_TRUE(record);
  EXPECT_NE(record->finding.find("id = \"my_pact\""), std::string::npos);
  EXPECT_EQ(record->finding.find("@NAME@"), std::string::npos);
  const auto refused = ask(new_file, "agrement", {{"name", {"My Pact"}}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), 2u);
  EXPECT_FALSE(ask(new_file, "agreement"));
}

/// What `new scenario NAME --from FROM` prints.
std::string copy_of(const scenario::Library& of, const std::string& from, const std::string& name) {
  const auto record =
      run(new_file, "scenario", {{"name", {name}}, {"from", {from}}}, entente::Run{}, of);
  EXPECT_TRUE(record) << from << ": " << to_text(record.error()[0]);
  return record ? record->finding : "";
}

TEST(New, CopiesEveryScenarioOfTheLibrary) {
  const auto of = scenario::built_in_library();
  ASSERT_TRUE(of);
  const std::string path = (std::filesystem::path(::testing::TempDir()) / "my_copy.toml").string();
  ASSERT_GE(of->scenarios.size(), 8u);
  for (const auto& [name, bytes] : of->scenarios) {
    const std::string copy = copy_of(*of, name, "my_copy");
    EXPECT_NE(copy.find("name = \"my_copy\""), std::string::npos) << name;
    std::ofstream(path) << copy;
    // Hashes are made of bytes and so differ; what is held must not.
    const auto record = run("diff", name, {{"b", {path}}}, entente::Run{}, *of);
    ASSERT_TRUE(record) << name << ": " << to_text(record.error()[0]);
    EXPECT_TRUE(record->find("differences")->rows.empty()) << name;
    // A copy of the copy under the first name is the first in the canonical layout.
    EXPECT_EQ(copy_of(*of, path, name), copy_of(*of, name, name)) << name;
  }
  std::filesystem::remove(path);
}

TEST(New, CopiesAFileWhoseBaseStandsBesideIt) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "entente_new_from";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "base.toml") << "[scenario]\nname = \"base\"\nempty = true\n"
                                         "[[state]]\nid = \"north\"\n";
  std::ofstream(folder / "mine.toml") << "[scenario]\nname = \"mine\"\nbase = \"base.toml\"\n"
                                         "[[commitment]]\npromisor = \"north\"\n"
                                         "beneficiary = \"FRA\"\n";
  const std::string copy = copy_of(library(), (folder / "mine.toml").string(), "other");
  EXPECT_EQ(copy,
            "[scenario]\nname = \"other\"\nbase = \"base.toml\"\n\n"
            "[[commitment]]\npromisor = \"north\"\nbeneficiary = \"FRA\"\n");
  std::filesystem::remove_all(folder);
}

TEST(New, RefusesToCopyWhatIsNoScenario) {
  const auto agreement = ask(new_file, "agreement", {{"name", {"x"}}, {"from", {"y"}}});
  ASSERT_FALSE(agreement);
  EXPECT_EQ(agreement.error()[0].code, Code::bad_argument);
  const auto unknown = ask(new_file, "scenario", {{"name", {"x"}}, {"from", {"y"}}});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error()[0].code, Code::unknown_name);
}

class Check : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(::testing::TempDir()) /
              (std::string("entente_check_") + info->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  Result<card::Record> check_text(const std::string& name, const std::string& text) {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << text;
    return ask(check, path);
  }
  std::filesystem::path folder_;
};

TEST_F(Check, AcceptsEveryTemplate) {
  for (const Template& one : templates()) {
    const std::string path = (folder_ / "mine.toml").string();
    std::ofstream(path) << fill(one, "mine");
    const auto record = ask(check, path, {}, scenario::built_in_library().value());
    EXPECT_TRUE(record) << one.kind << ": " << to_text(record.error()[0]);
    if (!record) continue;
    EXPECT_TRUE(record->find("faults")->rows.empty());
    ASSERT_EQ(record->provenance.inputs.size(), 1u);
    EXPECT_TRUE(record->provenance.inputs[0].starts_with("mine.toml "));
    EXPECT_EQ(record->provenance.command, "entente check mine.toml");
  }
}

TEST_F(Check, ScenarioFaultsComeAllAtOnceWithTheirPlaces) {
  const auto refused = check_text("bad.toml", R"([scenario]
nme = "x"
[[commitment]]
promisor = "FRA"
beneficiary = "Not A State"
kind = "fihgt"
institution = 9
reliability = 1.5
[agreements]
remove = ["pcat"]
[readings]
bosnia = "maybe"
bosnai = "yes"
)");
  ASSERT_FALSE(refused);
  std::vector<int> lines;
  for (const Error& fault : refused.error()) lines.push_back(fault.where.line);
  EXPECT_EQ(lines, (std::vector<int>{1, 2, 5, 6, 7, 8, 10, 12, 13}));
}

TEST_F(Check, TheIdMustBeTheNameOfTheFile) {
  const auto refused = check_text("other.toml", fill(templates()[0], "mine"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].code, Code::bad_value);
  EXPECT_GT(refused.error()[0].where.line, 0);
}

TEST_F(Check, WithoutAPathCountsTheLibrary) {
  const auto record = ask(check, "");
  ASSERT_TRUE(record);
  // Analyses and formats are of the program, not of the library.
  EXPECT_EQ(record->find("counts")->rows.size(), kinds().size() - 2);
}

TEST(Catalogue, IsSortedAndEveryCardIsComplete) {
  std::string last;
  for (const Analysis* analysis : all()) {
    const card::Card& card = analysis->card;
    EXPECT_LT(last, card.name);
    last = card.name;
    EXPECT_TRUE(card.question.ends_with('?')) << card.name;
    EXPECT_FALSE(card.source.empty()) << card.name;
    for (const card::Field& field : card.fields) {
      EXPECT_TRUE(is_slug(field.name)) << card.name;
      EXPECT_FALSE(field.help.empty()) << card.name << " " << field.name;
      if (!field.fallback.empty()) {
        EXPECT_TRUE(check_value(field, field.fallback, {}).empty())
            << card.name << " " << field.name;
      }
    }
    for (const card::View& view : card.views) {
      const auto promised = [&](const card::TableSpec& table) { return table.name == view.table; };
      EXPECT_TRUE(std::any_of(card.tables.begin(), card.tables.end(), promised)) << card.name;
    }
    EXPECT_EQ(find(card.name), analysis);
  }
}

}  // namespace
}  // namespace entente::catalogue
