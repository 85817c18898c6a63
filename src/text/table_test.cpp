#include "text/table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

#include "text/bytes.h"

namespace entente::text {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Table, AlignsColumns) {
  const TextTable table{{"state", "n"}, {{"USA", "5"}, {"T\xC3\xBCrkiye", "12"}}, {false, true}};
  EXPECT_EQ(lay_out(table),
            "state     n\n"
            "-------  --\n"
            "USA       5\n"
            "T\xC3\xBCrkiye  12\n");
}

TEST(Table, WrapsTheWidestColumnAtSpaces) {
  const TextTable table{{"id", "text"}, {{"a", "one two three four"}, {"b", "five"}}, {}};
  EXPECT_EQ(lay_out(table, 13),
            "id  text\n"
            "--  ---------\n"
            "a   one two\n"
            "    three\n"
            "    four\n"
            "b   five\n");
}

TEST(Table, CutsAWordOnlyWhenNothingElseHelps) {
  const TextTable table{{"a"}, {{"abcdefghij kl"}}, {}};
  EXPECT_EQ(lay_out(table, 10), "a\n----------\nabcdefghij\nkl\n");
  EXPECT_EQ(lay_out(table, 4), "a\n----\nabcd\nefgh\nij\nkl\n");
}

TEST(Table, EmptyAndRagged) {
  EXPECT_EQ(lay_out({}), "\n");
  EXPECT_EQ(lay_out({{"a", "b"}, {}, {}}), "a  b\n-  -\n");
  EXPECT_EQ(lay_out({{"a"}, {{"1", "2"}, {}}, {}}), "a\n-  -\n1  2\n\n");
  EXPECT_EQ(lay_out({{}, {{"x", "y"}}, {}}), "x  y\n");
}

TEST(Table, LinesInACellStand) {
  EXPECT_EQ(lay_out({{"a", "b"}, {{"x\n  y", "1"}}, {}}), "a    b\n---  -\nx    1\n  y\n");
}

TEST(Wrap, BreaksAtSpacesAndIndents) {
  EXPECT_EQ(wrap("one two three", 7), "one two\nthree");
  EXPECT_EQ(wrap("one two three", 8, 2), "one two\n  three");
  EXPECT_EQ(wrap("", 8), "");
  EXPECT_EQ(wrap("  a   b ", 8), "a b");
  EXPECT_EQ(wrap("abcdefgh", 3), "abc\ndef\ngh");
  EXPECT_EQ(wrap("a b", 0), "a b");
  EXPECT_EQ(wrap("\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9", 5), "\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9");
}

std::string squeezed(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

rc::Gen<std::string> prose() {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc de  ")));
}

RC_GTEST_PROP(Wrap, KeepsTheWidthAndTheLetters, ()) {
  const std::string text = *prose();
  const int width = *rc::gen::inRange(1, 30);
  const int indent = *rc::gen::inRange(0, width);
  const std::string wrapped = wrap(text, width, indent);
  for (const std::string& line : lines_of(wrapped)) {
    RC_ASSERT(code_points(line) <= static_cast<std::size_t>(width));
  }
  RC_ASSERT(squeezed(wrapped) == squeezed(text));
}

RC_GTEST_PROP(Table, KeepsTheWidthAndLeavesNoTrailingSpaces, ()) {
  const auto row = [] { return std::vector<std::string>{*prose(), *prose(), *prose()}; };
  const TextTable table{{"one", "two", "three"}, {row(), row()}, {true, false}};
  const int width = *rc::gen::inRange(7, 60);  // Three columns and their gaps need seven.
  for (const std::string& line : lines_of(lay_out(table, width))) {
    RC_ASSERT(line.size() <= static_cast<std::size_t>(width));
    RC_ASSERT(!line.ends_with(' '));
  }
}

}  // namespace
}  // namespace entente::text
