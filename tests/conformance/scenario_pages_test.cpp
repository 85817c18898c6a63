// The page and the schema of scenario files say what the reader does.
#include <fstream>
#include <iterator>
#include <regex>

#include "catalogue/schema.h"
#include "conformance/common.h"
#include "places.h"
#include "scenario/scenario_fields.h"
#include "scenario/scenario_file.h"

namespace entente::conformance {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(places::tree() / path);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ScenarioSchema, is_up_to_date) {
  EXPECT_EQ(read("docs/scenario.schema.json"), catalogue::scenario_json_schema() + "\n")
      << "`./dev docs` writes it";
}

TEST(ScenarioSchema, holds_every_section_and_key) {
  const auto document =
      text::parse_json(catalogue::scenario_json_schema(), "docs/scenario.schema.json");
  ASSERT_TRUE(document) << to_text(document.error()[0]);
  const text::Node* sections = document->root.find("properties");
  const text::Node* parts = document->root.find("$defs");
  ASSERT_TRUE(sections != nullptr && parts != nullptr);
  for (const auto& section : scenario::scenario_sections()) {
    const bool row = section.form == scenario::Form::rows;
    const text::Node* found = (row ? parts : sections)->find(section.name);
    ASSERT_NE(found, nullptr) << section.name;
    if (section.form == scenario::Form::tables) found = found->find("items");
    if (section.free) continue;
    for (const auto& key : section.keys)
      EXPECT_NE(found->find("properties")->find(key.field.name), nullptr)
          << section.name << "." << key.field.name;
  }
}

TEST(ScenarioPage, shows_sound_examples_of_every_section) {
  const std::string page = read("docs/scenarios.md");
  const std::regex fence("```toml\n([^`]*)```");
  std::string all;
  for (auto at = std::sregex_iterator(page.begin(), page.end(), fence);
       at != std::sregex_iterator(); ++at) {
    const std::string example = (*at)[1];
    all += example;
    const bool whole = example.find("[scenario]") != std::string::npos;
    const auto document = text::parse_toml(
        whole ? example : example + "\n[scenario]\nname = \"example\"\n", "docs/scenarios.md");
    ASSERT_TRUE(document) << example << to_text(document.error()[0]);
    const auto file = scenario::read_scenario(*document, library());
    EXPECT_TRUE(file) << example << to_text(file.error()[0]);
  }
  for (const auto& section : scenario::scenario_sections()) {
    if (section.form == scenario::Form::rows || section.open) continue;
    const std::string head = std::string(opening(section.form)) + std::string(section.name) +
                             std::string(closing(section.form));
    EXPECT_NE(all.find(head + "\n"), std::string::npos) << "no example shows " << head;
  }
}

}  // namespace
}  // namespace entente::conformance
