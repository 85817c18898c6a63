#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/node.h"

namespace entente::text {
namespace {

using ::testing::HasSubstr;

Document good(std::string_view bytes) {
  Result<Document> read = parse_toml(bytes, "a.toml");
  if (!read) {
    ADD_FAILURE() << to_text(read.error().front());
    return {};
  }
  return std::move(read).value();
}

Error bad(std::string_view bytes) {
  Result<Document> read = parse_toml(bytes, "a.toml");
  if (read) {
    ADD_FAILURE() << "this should not parse";
    return {};
  }
  return read.error().front();
}

TEST(Toml, EveryKindWithItsPlace) {
  const Document document = good(
      "id = \"x\"\n"
      "rung = 4\n"
      "share = 1.5\n"
      "  kept = true\n"
      "signed = 1949-04-04\n"
      "at = 1949-04-04T10:00:00Z\n"
      "list = [1, \"b\"]\n"
      "inline = { a = 1 }\n");
  const Node& root = document.root;
  EXPECT_EQ(root.kind, Kind::table);
  EXPECT_EQ(root.line, 1);
  ASSERT_EQ(root.entries.size(), 8U);
  EXPECT_EQ(root.find("id")->text, "x");
  EXPECT_EQ(root.find("id")->column, 6);
  EXPECT_EQ(root.find("rung")->integer, 4);
  EXPECT_EQ(root.find("rung")->real, 4.0);
  EXPECT_EQ(root.find("rung")->line, 2);
  EXPECT_EQ(root.find("share")->kind, Kind::real);
  EXPECT_TRUE(root.find("kept")->boolean);
  EXPECT_EQ(root.find("kept")->line, 4);
  EXPECT_EQ(root.find("kept")->column, 10);
  EXPECT_EQ(root.entries[3].column, 3);
  EXPECT_EQ(root.find("signed")->kind, Kind::date);
  EXPECT_EQ(root.find("signed")->date, *make_date(1949, 4, 4));
  EXPECT_EQ(root.find("at")->kind, Kind::text);
  EXPECT_EQ(root.find("at")->text, "1949-04-04T10:00:00Z");
  ASSERT_EQ(root.find("list")->items.size(), 2U);
  EXPECT_EQ(root.find("list")->items[1].column, 12);
  EXPECT_EQ(root.find("inline")->find("a")->integer, 1);
  EXPECT_EQ(root.find("nothing"), nullptr);
}

TEST(Toml, EntriesStandInTheOrderOfTheFile) {
  const Document document = good("zeta = 1\nalpha = 2\n[mid]\nb = 1\na = 2\n[[list]]\n[[list]]\n");
  ASSERT_EQ(document.root.entries.size(), 4U);
  EXPECT_EQ(document.root.entries[0].key, "zeta");
  EXPECT_EQ(document.root.entries[1].key, "alpha");
  EXPECT_EQ(document.root.entries[2].key, "mid");
  EXPECT_EQ(document.root.entries[2].value.entries[0].key, "b");
  const Node& list = document.root.entries[3].value;
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_EQ(list.items[0].line, 6);
  EXPECT_EQ(list.items[1].line, 7);
}

TEST(Toml, AParentMadeByADottedHeaderHasAPlace) {
  const Document document = good("a = 1\n[b.c]\nd = 1\n[e]\n");
  ASSERT_EQ(document.root.entries.size(), 3U);
  EXPECT_EQ(document.root.entries[1].key, "b");
  EXPECT_EQ(document.root.entries[1].line, 2);
}

TEST(Toml, SyntaxFaultsHaveAPlace) {
  const Error fault = bad("a = 1\nb = = 2\n");
  EXPECT_EQ(fault.code, Code::syntax);
  EXPECT_EQ(fault.where.file, "a.toml");
  EXPECT_EQ(fault.where.line, 2);
  EXPECT_GT(fault.where.column, 0);
  EXPECT_FALSE(fault.message.empty());
  EXPECT_NE(fault.message.back(), '.');
  EXPECT_EQ(bad("a = 1\na = 2\n").code, Code::syntax);
  EXPECT_EQ(bad("d = 1949-02-30\n").code, Code::syntax);
  EXPECT_EQ(bad("a = 1\n[=\n").code, Code::syntax);  // Once an assertion of the library.
  EXPECT_EQ(bad("[[,]]\n").code, Code::syntax);
  EXPECT_EQ(bad("\xC3\xA9 = 1\n").code, Code::syntax);
  EXPECT_EQ(bad("\xEF\xBB\xB7 = 1\n").code, Code::syntax);
  EXPECT_EQ(good("a = \"\"\"\\\n \xC3\xA9\"\"\"\n").root.find("a")->text, "\xC3\xA9");
}

TEST(Toml, FilesThatAreNoText) {
  EXPECT_EQ(bad(std::string_view("a = 1\n\0", 7)).code, Code::not_text);
  const Error fault = bad("a = 1\nb = \"\xFF\"\n");
  EXPECT_EQ(fault.code, Code::not_text);
  EXPECT_EQ(fault.where.line, 2);
  EXPECT_EQ(fault.where.column, 6);
  EXPECT_EQ(bad("a = \"\xED\xA0\x80\"").code, Code::not_text);  // A surrogate.
  EXPECT_EQ(bad("a = \"\xC0\xAF\"").code, Code::not_text);      // Overlong.
}

TEST(Toml, EmptyFiles) {
  for (const char* empty : {"", "  \n\t\r\n", "# only a comment", "# a\n  # b\n", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(bad(empty).code, Code::empty_file) << empty;
  }
}

TEST(Toml, TooLarge) {
  EXPECT_EQ(bad(std::string(kLargestFile + 1, ' ')).code, Code::too_large);
  EXPECT_EQ(bad(std::string(kLargestFile, ' ')).code, Code::empty_file);
}

TEST(Toml, DeepNestingIsAFaultNotACrash) {
  const std::string deep(100'000, '[');
  EXPECT_THAT(bad("a = " + deep).message, HasSubstr("nested"));
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  EXPECT_THAT(bad(dotted + " = 1").message, HasSubstr("nested"));
  EXPECT_THAT(bad("[" + dotted + "]").message, HasSubstr("nested"));
  std::string both = "1";
  for (int i = 0; i < 10; ++i) both = "{ a.b.c.d.e.f.g.h = " + both + " }";
  EXPECT_THAT(bad("a = " + both).message, HasSubstr("nested"));
}

TEST(Toml, TheNestingGuardIsNotFooledByStringsAndComments) {
  const std::string many(500, '[');
  const std::string dots(500, '.');
  good("a = \"" + many + dots + "\"\nb = '" + many + dots + "'\n# " + many + dots + "\n");
  good("a = \"\"\"\n" + many + "\"\"\"\"\"\nb = '''" + many + "\n" + dots + "''''\nc = 1\n");
  good("a = \"\\\"" + many + "\"\n");
}

TEST(Toml, NumbersThatAreNone) {
  EXPECT_EQ(good("a = inf\n").root.find("a")->kind, Kind::real);
  EXPECT_EQ(good("a = 0000-01-01\n").root.find("a")->kind, Kind::text);
  EXPECT_EQ(bad("a = 99999999999999999999\n").code, Code::syntax);
}

}  // namespace
}  // namespace entente::text
