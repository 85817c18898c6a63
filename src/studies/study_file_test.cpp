// Study files: what is read, what is refused.
#include "studies/study_file.h"

#include <gtest/gtest.h>

#include <string>

namespace entente::studies {
namespace {

Result<StudyFile> read(const std::string& text) {
  const auto document = text::parse_toml(text, "s.toml");
  EXPECT_TRUE(document);
  return read_study(*document);
}

/// All faults, one a line.
std::string faults(const std::string& text) {
  const auto study = read(text);
  if (study) return "no fault";
  std::string all;
  for (const Error& one : study.error()) all += to_text(one) + "\n";
  return all;
}

constexpr const char* kTwo = R"([[variant]]
id = "a"
[[variant]]
id = "b"
)";

TEST(StudyFile, DefaultsAndBases) {
  const auto study = read(R"([study]
name = "s"
money = 30
[[belief]]
id = "plain"
[[variant]]
id = "a"
levers = [{ card = "one" }, { card = "two" }]
spend = { how = "pooled" }
[[variant]]
id = "b"
base = "a"
drop = ["one"]
levers = [{ card = "three" }]
[[variant]]
id = "c"
base = "b"
spend = { how = "none" }
)");
  ASSERT_TRUE(study);
  EXPECT_EQ(study->baseline, "a");
  EXPECT_EQ(study->hub, "USA");
  EXPECT_EQ(study->measures.size(), 6u);
  const StudyVariant& b = study->variants[1];
  ASSERT_EQ(b.levers.size(), 2u);
  EXPECT_EQ(b.levers[0].find("card")->text, "two");
  EXPECT_EQ(b.levers[1].find("card")->text, "three");
  EXPECT_EQ(b.spend.how, SpendHow::pooled);
  EXPECT_EQ(study->variants[2].levers.size(), 2u);
  EXPECT_EQ(study->variants[2].spend.how, SpendHow::none);
}

TEST(StudyFile, WithoutBeliefsThereIsOne) {
  const auto study = read(std::string("[study]\nname = \"s\"\n") + kTwo);
  ASSERT_TRUE(study);
  ASSERT_EQ(study->beliefs.size(), 1u);
  EXPECT_EQ(study->beliefs[0].id, "as_is");
}

TEST(StudyFileFaults, OneVariant) {
  EXPECT_EQ(faults("[study]\nname = \"s\"\n[[variant]]\nid = \"a\"\n"),
            "s.toml:1:1: a study compares variants, and this one has only one [missing_key]\n"
            "  write a second [[variant]]\n");
}

TEST(StudyFileFaults, AVariantThatNamesItself) {
  EXPECT_EQ(faults(R"([study]
name = "s"
[[variant]]
id = "a"
base = "a"
[[variant]]
id = "b"
)"),
            "s.toml:5:8: the variant `a` is built on itself [bad_value]\n"
            "  name another variant as its base, or none\n");
}

TEST(StudyFileFaults, BeliefsVariantsAndMeasuresThatNobodyDefined) {
  EXPECT_EQ(faults(R"([study]
name = "s"
baseline = "aa"
measures = ["gapp"]
[[belief]]
id = "hub_believed"
[[variant]]
id = "a"
beliefs = ["hub_beleived"]
[[variant]]
id = "b"
base = "c"
)"),
            "s.toml:3:12: there is no variant called `aa` [unknown_name]\n"
            "s.toml:4:12: there is no measure called `gapp` [unknown_name]\n"
            "  did you mean `gap`?\n"
            "s.toml:9:12: there is no belief called `hub_beleived` [unknown_name]\n"
            "  did you mean `hub_believed`?\n"
            "s.toml:12:8: there is no variant called `c` [unknown_name]\n");
}

TEST(StudyFileFaults, SpendingWithoutMoney) {
  EXPECT_EQ(faults(R"([study]
name = "s"
[[variant]]
id = "a"
spend = { how = "pooled" }
[[variant]]
id = "b"
)"),
            "s.toml:5:9: the variant spends, and nothing says how much [missing_key]\n"
            "  write `money` here or under [study], in bn USD a year\n");
}

TEST(StudyFileFaults, TwoOfOneNameWrongWordsAndKeys) {
  EXPECT_EQ(faults(R"([study]
name = "s"
mony = 3
[[variant]]
id = "a"
spend = { how = "pool", money = 5 }
[[variant]]
id = "a"
levers = "buy"
)"),
            "s.toml:3:1: [study] has no `mony` [unknown_key]\n"
            "  did you mean `money`?\n"
            "s.toml:6:17: `how` cannot be `pool` [bad_value]\n"
            "  did you mean `pooled`?\n"
            "s.toml:8:6: there are two of the variant `a` [duplicate]\n"
            "  give one of them another id\n"
            "s.toml:9:10: `levers` must be a list of tables [wrong_type]\n"
            "  as in levers = [{ card = \"doubt\", promisors = [\"USA\"], mu = -1 }]\n");
}

TEST(StudyFileFaults, TooManyVariants) {
  std::string text = "[study]\nname = \"s\"\n";
  for (int i = 0; i < 65; ++i) text += "[[variant]]\nid = \"v" + std::to_string(i) + "\"\n";
  EXPECT_EQ(faults(text), "s.toml:1:1: the study has 65 variants [too_large]\n  the most is 64\n");
}

TEST(StudyFileFaults, DroppingWhatTheBaseDoesNotPull) {
  EXPECT_EQ(faults(R"([study]
name = "s"
[[variant]]
id = "a"
levers = [{ card = "pact" }]
[[variant]]
id = "b"
base = "a"
drop = ["pakt"]
)"),
            "s.toml:9:8: there is no lever of the base called `pakt` [unknown_name]\n"
            "  did you mean `pact`?\n");
}

}  // namespace
}  // namespace entente::studies
