// The arguments of the library: complete, told apart, able to fail, and without a fault.
#include <gtest/gtest.h>

#include <set>

#include "catalogue/catalogue.h"
#include "conformance/common.h"
#include "studies/study_file.h"

namespace entente::conformance {
namespace {

constexpr std::size_t kLeast = 25;  // Arguments that are covered; none may get lost.

TEST(Claims, are_complete_and_told_apart) {
  std::set<std::string> sentences;
  for (const auto& [name, bytes] : library().claims) {
    const auto document = text::parse_toml(bytes, "claims/" + name + ".toml");
    ASSERT_TRUE(document) << name;
    const auto study = studies::read_study(*document);
    ASSERT_TRUE(study) << to_text(study.error().front());
    ASSERT_TRUE(study->claim) << name << " has no [claim]";
    EXPECT_EQ(study->name, name);
    const std::string& says = study->claim->says;
    EXPECT_TRUE(says.ends_with(".")) << name << " must say a sentence";
    EXPECT_TRUE(study->claim->reads.ends_with(".")) << name << " must be read in a sentence";
    EXPECT_TRUE(sentences.insert(says).second) << name << " says what another claim says";
    EXPECT_GE(study->explore->factors.size(), 3U) << name << " leaves too little to doubt";
    EXPECT_NE(bytes.find("# "), std::string::npos) << name << " does not say what it leaves out";
  }
  EXPECT_GE(library().claims.size(), kLeast);
}

TEST(Claims, run) {
  for (const auto& [name, bytes] : library().claims) {
    entente::Run run;
    const auto record = catalogue::run("claims", name, {{"size", {"2"}}}, run, library());
    ASSERT_TRUE(record) << name << ": " << to_text(record.error().front());
    ASSERT_EQ(record->find("claims")->size(), 1U) << name;
    EXPECT_EQ(std::get<std::int64_t>(record->find("claims")->cell(0, 6)), 2) << name;
  }
}

}  // namespace
}  // namespace entente::conformance
