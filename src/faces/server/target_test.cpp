#include "faces/server/target.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace entente::server {
namespace {

using Words = std::vector<std::string>;

TEST(Target, is_taken_apart_and_decoded) {
  const auto target = read_target("/api/v1/runs/r%2B1/?after=3&x=a+b%26c&flag");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (Words{"api", "v1", "runs", "r+1"}));
  EXPECT_EQ(target->value("after"), "3");
  EXPECT_EQ(target->value("x"), "a b&c");
  EXPECT_EQ(target->value("flag"), "");
  EXPECT_EQ(target->value("none"), "");
}

TEST(Target, of_the_root_is_empty) {
  EXPECT_TRUE(read_target("/")->path.empty());
  EXPECT_TRUE(read_target("//?")->path.empty());
}

TEST(Target, that_means_another_place_is_none) {
  for (const char* text :
       {"", "api", "*", "http://other/", "/..", "/a/../b", "/%2e%2e/a", "/.", "/a%2fb", "/a\\b",
        "/a%5cb", "/a%00", "/a%0a", "/%", "/%4", "/%4g", "/a?x=%", "/a?%01=2"})
    EXPECT_FALSE(read_target(text)) << text;
}

RC_GTEST_PROP(Target, never_holds_what_leaves_its_place, (const std::string& text)) {
  const auto target = read_target("/" + text);
  if (!target) return;
  for (const std::string& segment : target->path) {
    RC_ASSERT(segment != "..");
    RC_ASSERT(segment.find_first_of(std::string("/\\\0\n", 4)) == std::string::npos);
  }
}

TEST(Accepts, reads_weights) {
  EXPECT_TRUE(accepts("gzip", "gzip"));
  EXPECT_TRUE(accepts("br;q=1.0, GZIP;q=0.5", "gzip"));
  EXPECT_TRUE(accepts("*", "gzip"));
  EXPECT_FALSE(accepts("", "gzip"));
  EXPECT_FALSE(accepts("br", "gzip"));
  EXPECT_FALSE(accepts("gzip;q=0", "gzip"));
  EXPECT_FALSE(accepts("gzip;q=0.000, *", "gzip"));
  EXPECT_FALSE(accepts("x-gzip", "gzip"));
}

TEST(Tags, are_compared_weakly) {
  EXPECT_TRUE(names_tag(R"(W/"a")", R"("a")"));
  EXPECT_TRUE(names_tag(R"("b", "a")", R"(W/"a")"));
  EXPECT_TRUE(names_tag("*", R"("a")"));
  EXPECT_FALSE(names_tag(R"("ab")", R"("a")"));
  EXPECT_FALSE(names_tag("", R"("a")"));
}

}  // namespace
}  // namespace entente::server
