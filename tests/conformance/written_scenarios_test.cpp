// Every scenario of the library, read and written again.
#include <gtest/gtest.h>

#include "conformance/common.h"
#include "scenario/scenario_file.h"
#include "scenario/toml_text.h"

namespace entente::conformance {
namespace {

TEST(Scenarios, come_back_as_written_but_for_comments) {
  int seen = 0;
  for (const auto& [name, bytes] : library().scenarios) {
    std::string bare;  // Without comments, and with one blank line before each section.
    std::size_t at = 0;
    while (at < bytes.size()) {
      const std::size_t end = bytes.find('\n', at);
      const std::string line = bytes.substr(at, end - at);
      at = end + 1;
      if (line.empty() || line[0] == '#') continue;
      if (line[0] == '[' && !bare.empty()) bare += "\n";
      bare += line + "\n";
    }
    const auto document = text::parse_toml(bytes, name);
    ASSERT_TRUE(document);
    const auto read = scenario::read_scenario(*document, library());
    ASSERT_TRUE(read) << to_text(read.error().front());
    EXPECT_EQ(scenario::to_toml(*read), bare) << name;
    ++seen;
  }
  EXPECT_GE(seen, 2);
}

}  // namespace
}  // namespace entente::conformance
