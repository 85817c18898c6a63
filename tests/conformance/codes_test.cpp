// Every kind of fault has a document that provokes it.
#include <set>

#include "base/error.h"
#include "conformance/common.h"

namespace entente::conformance {
namespace {

/// The codes that the documents of tests/law/bad expect: the first word of each expectation.
std::set<std::string> provoked() {
  std::set<std::string> codes;
  for (const auto& path : files("tests/law/bad", ".toml")) {
    const auto document = text::read_document(path.string());
    EXPECT_TRUE(document.has_value()) << path;
    if (!document) continue;
    const text::Node* expect = document->root.find("expect");
    if (expect == nullptr) continue;
    for (const text::Node& one : expect->items)
      codes.insert(one.text.substr(0, one.text.find(' ')));
  }
  return codes;
}

TEST(Codes, are_all_provoked) {
  const auto seen = provoked();
  for (const CodeEntry& entry : code_table())
    EXPECT_TRUE(seen.contains(std::string(entry.name)))
        << "nothing provokes `" << entry.name << "` (" << entry.meaning
        << "): write tests/law/bad/NNNN_" << entry.name
        << ".toml with an input that gives it and expect = [\"" << entry.name
        << " LINE:COLUMN words\"]";
}

TEST(Codes, that_are_provoked_exist) {
  for (const std::string& code : provoked())
    EXPECT_TRUE(std::ranges::any_of(code_table(),
                                    [&](const CodeEntry& entry) { return entry.name == code; }))
        << "a document of tests/law/bad expects `" << code << "`, which is no code";
}

TEST(Codes, say_what_they_mean_in_a_sentence) {
  for (const CodeEntry& entry : code_table()) {
    EXPECT_GE(std::ranges::count(entry.meaning, ' '), 2) << entry.name << ": " << entry.meaning;
    EXPECT_FALSE(entry.meaning.ends_with('.')) << entry.name << ": " << entry.meaning;
    EXPECT_EQ(code_name(entry.code), entry.name);
  }
}

}  // namespace
}  // namespace entente::conformance
