// What must hold of every answer: silences have reasons, duties have articles, and asking again
// agrees.
#include <regex>
#include <set>

#include "conformance/common.h"
#include "law/program.h"

namespace entente::conformance {
namespace {

/// True where the agreement has a rule or an exception of this label.
bool has_label(const treaty::Agreement& agreement, Symbol label) {
  const auto is = [&](const auto& clause) { return clause.label == label; };
  return std::ranges::any_of(agreement.articles, is) ||
         std::ranges::any_of(agreement.exceptions, is);
}

TEST(Answers, cite_articles_that_exist_and_say_why_the_others_are_silent) {
  const auto& [world, law] = std::tie(library().world, library().law);
  for (const Asked& asked : asked_events()) {
    const auto judgement = judged(asked);
    for (const auto& verdict : judgement.verdicts) {
      const auto* agreement = law.find(verdict.agreement);
      ASSERT_NE(agreement, nullptr) << asked.event;
      EXPECT_TRUE(has_label(*agreement, verdict.article))
          << asked.event << ": " << line(verdict, world);
      EXPECT_NE(verdict.duty, world::Duty::none) << asked.event << ": " << line(verdict, world);
      EXPECT_FALSE(verdict.because.empty()) << asked.event << ": " << line(verdict, world);
      EXPECT_TRUE(verdict.towards && verdict.against)
          << asked.event << ": " << line(verdict, world);
    }
    for (const auto& silence : judgement.silent) {
      EXPECT_FALSE(silence.reason.empty()) << asked.event;
      EXPECT_TRUE(silence.because.starts_with(silence.reason + ":") ||
                  silence.because.find("(" + silence.reason + ")") != std::string::npos)
          << asked.event << ": " << silence.reason << " / " << silence.because;
      const auto* agreement = silence.agreement ? law.find(silence.agreement) : nullptr;
      EXPECT_TRUE(!silence.article ||
                  (agreement != nullptr && has_label(*agreement, silence.article)))
          << asked.event << ": " << world.symbols.name(silence.state) << " " << silence.because;
    }
  }
}

TEST(Answers, are_the_same_when_asked_twice) {
  for (const Asked& asked : asked_events())
    EXPECT_EQ(text_of(judged(asked), library().world), text_of(judged(asked), library().world))
        << asked.event;
}

TEST(Answers, are_the_same_bytes_with_any_number_of_threads) {
  const std::regex timing(R"(,?\s*"timing"\s*:\s*\{[^{}]*\})");
  const std::vector<std::vector<std::string>> questions{
      {"casus", "RUS attacks EST at narva"},
      {"casus", "austria_hungary attacks serbia on 1914-07-28"},
      {"casus", "al_qaeda attacks USA at new_york by hijacked_aircraft on 2001-09-11"},
      {"allies", "USA", "--on", "1985-01-01"},
      {"agreements", "--on", "1912-01-01"},
      {"list", "states"},
      {"describe", "nato"},
  };
  for (auto words : questions) {
    std::set<std::string> answers;
    for (const std::string threads : {"1", "2", "7"}) {
      auto asked = words;
      asked.insert(asked.end(), {"--format", "json", "--threads", threads});
      const auto ended = law_tests::run_program(asked);
      EXPECT_EQ(ended.status, 0) << words.front() << ": " << ended.err;
      answers.insert(std::regex_replace(ended.out, timing, ""));
    }
    EXPECT_EQ(answers.size(), 1U) << words.front() << " differs with the number of threads";
  }
}

}  // namespace
}  // namespace entente::conformance
