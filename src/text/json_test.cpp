#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "text/node.h"

namespace entente::text {
namespace {

using ::testing::HasSubstr;

Document good(std::string_view bytes) {
  Result<Document> read = parse_json(bytes, "a.json");
  if (!read) {
    ADD_FAILURE() << to_text(read.error().front());
    return {};
  }
  return std::move(read).value();
}

Faults bad(std::string_view bytes) {
  Result<Document> read = parse_json(bytes, "a.json");
  if (read) {
    ADD_FAILURE() << "this should not parse: " << bytes.substr(0, 80);
    return {Error{}};
  }
  return read.error();
}

/// The value of a file `{"v": VALUE}`.
Node value(const std::string& text) {
  const Document document = good("{\"v\": " + text + "}");
  const Node* node = document.root.find("v");
  return node == nullptr ? Node{} : *node;
}

TEST(Json, EveryKindWithItsPlace) {
  const Document document = good(
      "{\n"
      "  \"name\": \"\xC3\xA9t\xC3\xA9\", \"rung\": 4,\n"
      "  \"list\": [true, false, null, -1.5e2],\n"
      "  \"empty\": {}, \"none\": []\n"
      "}\n");
  const Node& root = document.root;
  EXPECT_EQ(root.line, 1);
  ASSERT_EQ(root.entries.size(), 5U);
  EXPECT_EQ(root.entries[0].key, "name");
  EXPECT_EQ(root.entries[0].line, 2);
  EXPECT_EQ(root.entries[0].column, 3);
  EXPECT_EQ(root.find("name")->text, "\xC3\xA9t\xC3\xA9");
  EXPECT_EQ(root.find("name")->column, 11);
  EXPECT_EQ(root.find("rung")->integer, 4);
  EXPECT_EQ(root.find("rung")->real, 4.0);
  EXPECT_EQ(root.find("rung")->column, 26);  // Columns count code points.
  const Node& list = *root.find("list");
  ASSERT_EQ(list.items.size(), 4U);
  EXPECT_TRUE(list.items[0].boolean);
  EXPECT_EQ(list.items[1].kind, Kind::boolean);
  EXPECT_EQ(list.items[2].kind, Kind::null);
  EXPECT_EQ(list.items[3].kind, Kind::real);
  EXPECT_EQ(list.items[3].real, -150.0);
  EXPECT_EQ(list.items[3].line, 3);
  EXPECT_EQ(root.find("empty")->kind, Kind::table);
  EXPECT_EQ(root.find("none")->kind, Kind::array);
}

TEST(Json, Escapes) {
  EXPECT_EQ(value(R"("\"\\\/\b\f\n\r\t")").text, "\"\\/\b\f\n\r\t");
  EXPECT_EQ(value(R"("\u0041\u00e9\u20AC\uD83D\uDE00")").text,
            "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  EXPECT_EQ(value(R"("\u0000")").text, std::string(1, '\0'));
  for (const char* text : {R"("\x")", R"("\u12")", R"("\u12G4")", R"("\u+123")", R"("\uD83D")",
                           R"("\uDE00")", R"("\uD83Dx")", R"("\uD83D\u0041")", R"("\)"}) {
    EXPECT_EQ(bad(std::string("{\"v\":") + text + "}")[0].code, Code::syntax) << text;
  }
}

TEST(Json, Numbers) {
  EXPECT_EQ(value("0").integer, 0);
  EXPECT_EQ(value("-7").integer, -7);
  EXPECT_EQ(value("9223372036854775807").kind, Kind::integer);
  EXPECT_EQ(value("9223372036854775808").kind, Kind::real);
  EXPECT_EQ(value("1E+2").real, 100.0);
  for (const char* text : {"01", "+1", ".5", "1.", "1e", "1e+", "-", "--1", "NaN", "Infinity",
                           "0x10", "1e999", "1_0"}) {
    EXPECT_EQ(bad(std::string("{\"v\":") + text + "}")[0].code, Code::syntax) << text;
  }
}

TEST(Json, RefusesWhatTheGrammarRefuses) {
  for (const char* text : {"{",
                           "}",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{'a':1}",
                           "{\"a\":[1,]}",
                           "{\"a\":[1 2]}",
                           "{\"a\":1}}",
                           "{\"a\":tru}",
                           "{,}",
                           "{\"a\":1 // x\n}",
                           "{\"a\":\"\n\"}",
                           "{\"a\":\"\t\"}",
                           "{\"a\":\"x",
                           "{\"a\":[",
                           "[1]",
                           "3",
                           "\"x\"",
                           "null",
                           "{\"a\":1} {\"b\":1}"}) {
    const Faults faults = bad(text);
    EXPECT_EQ(faults[0].code, Code::syntax) << text;
    EXPECT_GT(faults[0].where.line, 0) << text;
    EXPECT_GT(faults[0].where.column, 0) << text;
  }
}

TEST(Json, AnOpenBraceIsReportedWhereItStands) {
  const Faults faults = bad("{\n  \"a\": {\n    \"b\": 1\n");
  EXPECT_EQ(faults[0].where.line, 2);
  EXPECT_EQ(faults[0].where.column, 8);
}

TEST(Json, EveryRepeatedKeyIsReported) {
  const Faults faults = bad("{\"a\": 1,\n \"a\": 2,\n \"b\": {\"c\": 1, \"c\": 2}}");
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].where.line, 2);
  EXPECT_EQ(faults[0].where.column, 2);
  EXPECT_THAT(faults[1].message, HasSubstr("`c`"));
}

TEST(Json, FilesThatAreNone) {
  EXPECT_EQ(bad("")[0].code, Code::empty_file);
  EXPECT_EQ(bad(" \n\t")[0].code, Code::empty_file);
  EXPECT_EQ(bad("{\"a\":\"\xFF\"}")[0].code, Code::not_text);
  EXPECT_EQ(bad(std::string_view("{}\0", 3))[0].code, Code::not_text);
  EXPECT_EQ(bad(std::string(kLargestFile + 1, ' '))[0].code, Code::too_large);
  good("\xEF\xBB\xBF{}");
}

TEST(Json, DepthLimit) {
  const auto nested = [](std::size_t levels) {
    return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
  };
  good(nested(64));
  EXPECT_THAT(bad(nested(100))[0].message, HasSubstr("nested"));
  bad("{\"a\":" + std::string(1'000'000, '['));
}

TEST(Json, ManyValuesAreRefusedBeforeTheMemoryEnds) {
  std::string text = "{\"a\":[0";
  for (int i = 0; i < 1'100'000; ++i) text += ",0";
  EXPECT_EQ(bad(text + "]}")[0].code, Code::too_large);
}

RC_GTEST_PROP(Json, IntegersComeBack, (std::int64_t number)) {
  RC_ASSERT(value(std::to_string(number)).integer == number);
}

RC_GTEST_PROP(Json, AnyBytesGiveAValueOrFaultsWithAPlace, ()) {
  const std::string text = *rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("{}[]\":,\\u0019eE+-.tfn al\n\t")));
  const Result<Document> read = parse_json(text, "a.json");
  // In brackets of its own: RC_ASSERT takes the sides of a bare `||` apart and evaluates both.
  RC_ASSERT((read.has_value() || !read.error().empty()));
}

}  // namespace
}  // namespace entente::text
