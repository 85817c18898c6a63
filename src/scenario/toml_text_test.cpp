#include "scenario/toml_text.h"

#include <gtest/gtest.h>

namespace entente::scenario {
namespace {

TEST(TomlText, WritesAnyValueOnOneLine) {
  const auto document = text::parse_toml(
      "a = [1, { deep = true, on = 2026-01-01 }]\n\"odd key\" = { x = 1.5, y = \"\\\"z\\\"\" }\n",
      "f");
  ASSERT_TRUE(document);
  EXPECT_EQ(value_text(*document->root.find("a")), "[1, { deep = true, on = 2026-01-01 }]");
  EXPECT_EQ(value_text(*document->root.find("odd key")), "{ x = 1.5, y = \"\\\"z\\\"\" }");
  EXPECT_EQ(key_text("odd key"), "\"odd key\"");
  EXPECT_EQ(key_text("plain_key"), "plain_key");
}

}  // namespace
}  // namespace entente::scenario
