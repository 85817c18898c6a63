/// A sound agreement file that tests add lines to. Only for tests.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "treaty/read.h"
#include "treaty/test_world.h"

namespace entente::treaty::test {

inline constexpr std::string_view kTop =
    "id = \"pact\"\nname = \"The Pact\"\nform = \"treaty\"\nsigned = 1949-04-04\n"
    "in_force = 1949-08-24\nsource = \"its text\"\nconfidence = \"A\"\n";
inline constexpr std::string_view kParty = "[[party]]\nstate = [\"USA\", \"GBR\"]\n";
inline constexpr std::string_view kArticle = "[[article]]\nlabel = \"art5\"\nduty = \"fight\"\n";

class ReadTest : public testing::Test {
 protected:
  Result<Agreement> read(const std::string& text) {
    const auto document = text::parse_toml(text, "pact.toml");
    EXPECT_TRUE(document) << text;
    if (!document) return document.error();
    return read_agreement(*document, w.world, shared, w.law.readings);
  }
  Agreement good(const std::string& text) {
    auto agreement = read(text);
    if (!agreement) {
      for (const Error& error : agreement.error()) ADD_FAILURE() << to_text(error);
      return {};
    }
    return std::move(agreement).value();
  }
  /// The whole file: top, parties, article, and these further lines.
  Agreement with(const std::string& lines) {
    return good(std::string(kTop) + std::string(kParty) + std::string(kArticle) + lines);
  }
  /// `LINE code` of the faults, with a comma between, of a sound file and further lines. The first
  /// of these is line 13.
  std::string faults(const std::string& lines) {
    return all_faults(std::string(kTop) + std::string(kParty) + std::string(kArticle) + lines);
  }
  std::string all_faults(const std::string& text) {
    const auto agreement = read(text);
    std::string list;
    if (agreement) return list;
    for (const Error& error : agreement.error())
      list += (list.empty() ? "" : ", ") + std::to_string(error.where.line) + " " +
              std::string(code_name(error.code));
    return list;
  }

  TestWorld w;
  std::vector<Area> shared;
};

class ReadFaults : public ReadTest {};

}  // namespace entente::treaty::test
