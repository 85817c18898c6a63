#include "base/name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace entente {
namespace {

using Names = std::vector<std::string>;

TEST(Name, Slugs) {
  for (const char* good : {"nato", "art5", "art4_1", "3rd", "a"}) EXPECT_TRUE(is_slug(good));
  for (const char* bad : {"", "_a", "a_", "a__b", "Nato", "a-b", "a b", "\xC3\xA9"}) {
    EXPECT_FALSE(is_slug(bad)) << bad;
  }
}

TEST(Name, Iso3) {
  EXPECT_TRUE(is_iso3("USA"));
  for (const char* bad : {"", "US", "USAA", "usa", "U5A"}) EXPECT_FALSE(is_iso3(bad)) << bad;
}

TEST(Name, NearestCountsASwapAsOneEdit) {
  const Names known{"signed", "ended", "fight"};
  EXPECT_EQ(nearest("sgined", known), "signed");
  EXPECT_EQ(nearest("figt", known), "fight");
  EXPECT_EQ(nearest("SIGNED", known), "signed");
  EXPECT_EQ(nearest("supply", known), "");
  EXPECT_EQ(nearest("", known), "");
  EXPECT_EQ(nearest("x", {}), "");
}

TEST(Name, NearestKeepsToAThirdOfTheLongerLength) {
  EXPECT_EQ(nearest("abd", Names{"abc"}), "abc");  // One edit of three.
  EXPECT_EQ(nearest("ab", Names{"ac"}), "");       // One edit of two.
  EXPECT_EQ(nearest("abxxef", Names{"abcdef"}), "abcdef");
  EXPECT_EQ(nearest("axxxef", Names{"abcdef"}), "");
}

TEST(Name, NearestTakesTheFirstOfEquals) {
  EXPECT_EQ(nearest("cat", Names{"bat", "rat"}), "bat");
  EXPECT_EQ(nearest("rat", Names{"bat", "rat"}), "rat");
}

TEST(Name, DidYouMean) {
  const Names known{"signed"};
  EXPECT_EQ(did_you_mean("sgined", known), "did you mean `signed`?");
  EXPECT_EQ(did_you_mean("zzz", known), "");
}

TEST(Name, Join) {
  EXPECT_EQ(join(Names{}, ", "), "");
  EXPECT_EQ(join(Names{"a"}, ", "), "a");
  EXPECT_EQ(join(Names{"a", "b", "c"}, ", "), "a, b, c");
}

RC_GTEST_PROP(Name, AKnownNameIsItsOwnNearest, (Names known)) {
  known.emplace_back("signed");
  const std::string text = *rc::gen::elementOf(known);
  const std::string found = nearest(text, known);
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  const bool right = text.empty()
                         ? found.empty()
                         : std::equal(text.begin(), text.end(), found.begin(), found.end(), same);
  RC_ASSERT(right);
}

RC_GTEST_PROP(Name, OneSwapIsFound, ()) {
  const std::string text = *rc::gen::container<std::string>(6, rc::gen::inRange('a', 'z'));
  const auto at = *rc::gen::inRange<std::size_t>(0, 5);
  std::string mistyped = text;
  std::swap(mistyped[at], mistyped[at + 1]);
  RC_ASSERT(nearest(mistyped, Names{"0000000000000", text}) == text);
}

}  // namespace
}  // namespace entente
