// Every kind of lever and every lever of the library works on the reference world and is
// documented.
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "conformance/common.h"
#include "places.h"
#include "scenario/levers/kind.h"
#include "scenario/levers/named.h"
#include "scenario/reform.h"

namespace entente::conformance {
namespace {

using scenario::Lever;
using scenario::LeverKind;
using scenario::Library;

std::string read(const std::string& path) {
  std::ifstream in(places::tree() / path);
  return {std::istreambuf_iterator<char>(in), {}};
}

Result<std::vector<Lever>> levers_of(const std::string& text) {
  const auto document = text::parse_toml(text, "levers.toml");
  if (!document) return document.error();
  return scenario::read_levers(document->root.find("lever")->items, "levers.toml", library());
}

/// World, law and plan as bytes: what a lever may change.
std::string bytes(Library made) {
  made.pulled.clear();
  made.notices.clear();
  return scenario::to_snapshot(made);
}

bool changes(const std::vector<Lever>& levers) {
  const auto done = scenario::pull(library(), levers);
  if (!done) {
    ADD_FAILURE() << to_text(done.error()[0]);
    return false;
  }
  static const std::string before = bytes(scenario::pull(library(), {}).value());
  return bytes(*done) != before;
}

/// The examples of a page, each with the card of its first lever.
std::vector<std::pair<std::string, std::string>> examples(const std::string& page) {
  std::vector<std::pair<std::string, std::string>> found;
  const std::regex fence("```toml\n([^`]*)```"), card("card = \"([a-z0-9_]*)\"");
  for (auto at = std::sregex_iterator(page.begin(), page.end(), fence);
       at != std::sregex_iterator(); ++at) {
    const std::string text = (*at)[1];
    std::smatch first;
    if (std::regex_search(text, first, card)) found.emplace_back(first[1], text);
  }
  return found;
}

TEST(Levers, HaveKindsSortedByNameWithASourceAndAnEffect) {
  std::string last;
  for (const LeverKind* kind : scenario::lever_kinds()) {
    const std::string name(kind->name);
    EXPECT_LT(last, name);
    last = name;
    for (const std::string_view text : {kind->help, kind->effect, kind->source})
      EXPECT_GE(text.size(), 10u) << name;
    EXPECT_TRUE(kind->help.ends_with('.') && kind->effect.ends_with('.')) << name;
    std::set<std::string_view> keys;
    for (const auto keys_of : {scenario::lever_keys(), kind->keys})
      for (const auto& key : keys_of) {
        EXPECT_TRUE(keys.insert(key.field.name).second) << name << "." << key.field.name;
        EXPECT_TRUE(key.field.help.ends_with('.')) << name << "." << key.field.name;
      }
  }
}

TEST(Levers, OfEveryKindHaveAnExampleOnTheirPageThatChangesTheWorld) {
  const std::string page = read("docs/levers.md");
  const auto shown = examples(page);
  for (const LeverKind* kind : scenario::lever_kinds()) {
    const std::string name(kind->name);
    EXPECT_NE(page.find("\n### `" + name + "`\n"), std::string::npos)
        << "docs/levers.md has no section on `" << name << "`";
    const auto own = std::ranges::find(shown, name, [](const auto& one) { return one.first; });
    ASSERT_NE(own, shown.end()) << "docs/levers.md has no example of `" << name << "`";
    const auto levers = levers_of(own->second);
    ASSERT_TRUE(levers) << own->second << to_text(levers.error()[0]);
    EXPECT_EQ(changes(*levers), name != "keep") << name;
  }
}

TEST(Levers, OfThePageAreSound) {
  for (const auto& [card, text] : examples(read("docs/levers.md"))) {
    const auto levers = levers_of(text);
    ASSERT_TRUE(levers) << text << to_text(levers.error()[0]);
    const auto done = scenario::pull(library(), *levers);
    EXPECT_TRUE(done) << text << to_text(done.error()[0]);
  }
}

TEST(Levers, OfTheLibraryAreEnoughAndEachChangesTheWorld) {
  EXPECT_GE(library().levers.size(), 24u);
  for (const auto& [name, file] : library().levers) {
    const auto named = scenario::find_named_lever(library(), name);
    ASSERT_TRUE(named) << name;
    EXPECT_FALSE(named->actor.empty() || named->source.empty()) << name;
    EXPECT_GE(named->delay_months.value, 0) << name;
    const auto levers = levers_of("[[lever]]\ncard = \"" + name + "\"\n");
    ASSERT_TRUE(levers) << name << to_text(levers.error()[0]);
    const bool keeps = levers->at(0).effects[0].kind->name == "keep";
    EXPECT_EQ(changes(*levers), !keeps) << name;
  }
}

TEST(Levers, ThatExcludeEachOtherAreRefusedInEitherOrder) {
  std::size_t pairs = 0;
  for (const auto& [name, file] : library().levers) {
    const auto named = scenario::find_named_lever(library(), name);
    for (const std::string& other : named->excludes) {
      ++pairs;
      for (const auto& [first, second] : {std::pair(name, other), std::pair(other, name)}) {
        const auto levers = levers_of("[[lever]]\ncard = \"" + first + "\"\n[[lever]]\ncard = \"" +
                                      second + "\"\n");
        ASSERT_TRUE(levers);
        const auto done = scenario::pull(library(), *levers);
        ASSERT_FALSE(done) << first << " and " << second;
        EXPECT_EQ(done.error()[0].code, Code::excluded);
      }
    }
  }
  EXPECT_GE(pairs, 4u);
}

TEST(Levers, OfABaseCountForWhatBuildsOnIt) {
  const fs::path folder = fs::path(testing::TempDir()) / "entente_levers";
  fs::create_directories(folder);
  std::ofstream(folder / "base.toml")
      << "[scenario]\nname = \"base\"\n[[lever]]\ncard = \"spokes_pacts\"\n";
  std::ofstream(folder / "on_it.toml")
      << "[scenario]\nname = \"on_it\"\nbase = \"base.toml\"\n[[lever]]\ncard = \"hub_only\"\n";
  const auto base = scenario::reform(library(), (folder / "base.toml").string(), {});
  ASSERT_TRUE(base) << to_text(base.error()[0]);
  EXPECT_EQ(base->pulled.size(), 1u);
  const auto made = scenario::reform(library(), (folder / "on_it.toml").string(), {});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error()[0].code, Code::excluded);
  EXPECT_EQ(made.error()[0].where.line, 5);
  fs::remove_all(folder);
}

TEST(Elements, HaveCostsWithRanges) {
  for (const auto& element : library().world.elements)
    for (const auto* cost : {&element.purchase_cost, &element.annual_cost, &element.lead_months}) {
      EXPECT_GT(cost->low, 0) << element.name;
      EXPECT_LT(cost->low, cost->high) << element.name;
      EXPECT_TRUE(cost->assumption) << element.name;
    }
}

}  // namespace
}  // namespace entente::conformance
