// The numbered suite of law documents and the examples inside every agreement.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "law/expectation.h"
#include "places.h"
#include "text/reader.h"

namespace entente::law_tests {
namespace {

namespace fs = std::filesystem;

const scenario::Library& library() {
  static const scenario::Library read = [] {
    auto result = scenario::read_library(places::tree() / "library");
    if (!result) {
      for (const Error& error : result.error()) ADD_FAILURE() << to_text(error);
      std::abort();
    }
    return std::move(result).value();
  }();
  return read;
}

std::vector<fs::path> documents(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(places::tree() / "tests/law" / folder))
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void check(const std::string& where, const std::string& event,
           const std::vector<std::string>& given, const std::vector<std::string>& expect,
           const treaty::Readings& readings) {
  const auto judgement = ask(library(), event, given, readings);
  if (!judgement) {
    for (const Error& error : judgement.error()) ADD_FAILURE() << where << ": " << to_text(error);
    return;
  }
  for (const auto& text : expect) {
    const std::string missed = miss(text, *judgement, library().world);
    EXPECT_TRUE(missed.empty()) << where << "\n  " << event << "\n  " << missed;
  }
}

class Document : public testing::TestWithParam<fs::path> {};

TEST_P(Document, comes_out_as_it_says) {
  const auto document = text::read_document(GetParam().string());
  ASSERT_TRUE(document.has_value());
  Faults faults;
  text::TableReader reader(document->root, document->file, "a law document", faults);
  const std::string title = reader.required_text("title");
  const std::string event = reader.required_text("event");
  const auto given = reader.texts("given");
  const auto expect = reader.texts("expect");
  treaty::Readings readings;
  if (const text::Node* table = reader.table("readings"))
    for (const auto& entry : table->entries)
      readings.emplace_back(library().world.symbols.find(entry.key),
                            library().world.symbols.find(entry.value.text));
  (void)reader.required_text("why");
  (void)reader.required_text("source");
  (void)reader.boolean("contested");
  reader.done();
  for (const Error& fault : faults) ADD_FAILURE() << to_text(fault);
  ASSERT_FALSE(expect.empty());
  check(title, event, given, expect, readings);
}

INSTANTIATE_TEST_SUITE_P(Suite, Document, testing::ValuesIn(documents("good")),
                         [](const auto& test) { return test.param.stem().string(); });

class AgreementExamples : public testing::TestWithParam<std::size_t> {};

TEST_P(AgreementExamples, come_out_as_the_file_says) {
  const auto& agreement = library().law.agreements[GetParam()];
  EXPECT_FALSE(agreement.examples.empty()) << agreement.file << " has no [[example]]";
  for (const auto& example : agreement.examples)
    check(agreement.file + ":" + std::to_string(example.where.line), example.event, example.given,
          example.expect, {});
}

INSTANTIATE_TEST_SUITE_P(Library, AgreementExamples,
                         testing::Range(std::size_t{0}, library().law.agreements.size()),
                         [](const auto& test) {
                           return library().world.symbols.name(
                               library().law.agreements[test.param].id);
                         });

TEST(Suite, is_numbered_without_gaps_and_has_enough_negatives) {
  std::set<int> numbers;
  int all = 0, negative = 0;
  for (const std::string folder : {"good", "bad"}) {
    for (const auto& path : documents(folder)) {
      const int number = std::stoi(path.stem().string().substr(0, 4));
      EXPECT_TRUE(numbers.insert(number).second) << path << " repeats a number";
      ++all;
      if (folder == "bad") {
        ++negative;
        continue;
      }
      const auto document = text::read_document(path.string());
      ASSERT_TRUE(document.has_value()) << path;
      const auto* expect = document->root.find("expect");
      ASSERT_NE(expect, nullptr) << path;
      // Negative: nothing that is expected binds anybody.
      const bool binds =
          std::any_of(expect->items.begin(), expect->items.end(), [](const text::Node& one) {
            return one.text.find(":fight:") != std::string::npos ||
                   one.text.find(":assist:") != std::string::npos;
          });
      negative += binds ? 0 : 1;
    }
  }
  EXPECT_EQ(numbers.empty() ? 0 : *numbers.rbegin(), all) << "numbers run from 1 without gaps";
  EXPECT_GE(all, 150);
  EXPECT_GE(negative * 3, all) << "at least a third are negatives";
}

}  // namespace
}  // namespace entente::law_tests
