// Inputs that are wrong on purpose: each must give all of its faults at once, each in its place.
//
// A document of tests/law/bad holds `title`, `kind` (what reads the input: provoke.cpp lists the
// kinds), `input` (or `input_hex`, or `input_repeat = { text, times }`), `with` (the second file of
// a library), `expect` (every fault in order, as `code line:column words of the message`), `hint`
// (words that some hint says) and `why`. Line and column 0 mean the whole file. Command lines stand
// one word a line.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "law/provoke.h"
#include "places.h"
#include "text/reader.h"

namespace entente::law_tests {
namespace {

namespace fs = std::filesystem;

const scenario::Library& library() {
  static const scenario::Library read = [] {
    auto result = scenario::built_in_library();
    if (!result) std::abort();
    return std::move(result).value();
  }();
  return read;
}

std::vector<fs::path> documents() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(places::tree() / "tests/law/bad"))
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct BadDocument {
  Provocation input;
  std::vector<std::string> expect;
  std::string hint;
  Faults faults;  ///< Of the document itself.
};

std::string from_hex(const std::string& digits) {
  std::string bytes;
  std::string pair;
  for (const char digit : digits) {
    if (digit == ' ') continue;
    pair += digit;
    if (pair.size() < 2) continue;
    bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
    pair.clear();
  }
  return bytes;
}

/// The input as text, as hexadecimal digits, or as a text that is repeated.
std::string input_of(text::TableReader& reader, const std::string& file, Faults& faults) {
  if (const auto hex = reader.text("input_hex")) return from_hex(*hex);
  if (const text::Node* node = reader.table("input_repeat")) {
    text::TableReader repeat(*node, file, "input_repeat", faults);
    const std::string once = repeat.required_text("text");
    std::string bytes;
    for (auto left = repeat.integer("times").value_or(0); left > 0; --left) bytes += once;
    repeat.done();
    return bytes;
  }
  return reader.required_text("input");
}

BadDocument read(const fs::path& path) {
  BadDocument bad;
  const auto document = text::read_document(path.string());
  if (!document) {
    bad.faults = document.error();
    return bad;
  }
  text::TableReader reader(document->root, document->file, "a bad document", bad.faults);
  (void)reader.required_text("title");
  (void)reader.required_text("why");
  bad.input.kind = reader.required_text("kind");
  bad.input.input = input_of(reader, document->file, bad.faults);
  bad.input.with = reader.text("with").value_or("");
  bad.expect = reader.texts("expect");
  bad.hint = reader.text("hint").value_or("");
  reader.done();
  return bad;
}

std::string place(const Error& fault) {
  return std::string(code_name(fault.code)) + " " + std::to_string(fault.where.line) + ":" +
         std::to_string(fault.where.column) + " ";
}

/// `code line:column words`: the words stand in the message.
bool meets(const Error& fault, const std::string& expected) {
  const std::string start = place(fault);
  return expected.size() > start.size() && expected.starts_with(start) &&
         fault.message.find(expected.substr(start.size())) != std::string::npos;
}

std::string shown(const Faults& faults) {
  std::string text = "it gives\n";
  for (const Error& fault : faults)
    text += "  '''" + place(fault) + fault.message + "''',\n    # " + fault.hint + "\n";
  return text;
}

class BadInput : public testing::TestWithParam<fs::path> {};

TEST_P(BadInput, gives_all_its_faults_in_their_places) {
  const BadDocument bad = read(GetParam());
  for (const Error& fault : bad.faults) ADD_FAILURE() << to_text(fault);
  const Faults faults = provoke(bad.input, library());
  ASSERT_EQ(faults.size(), bad.expect.size()) << shown(faults);
  for (std::size_t i = 0; i < faults.size(); ++i) {
    EXPECT_TRUE(meets(faults[i], bad.expect[i])) << bad.expect[i] << "\n" << shown(faults);
    EXPECT_FALSE(faults[i].where.file.empty()) << "a fault says which file it stands in";
    EXPECT_FALSE(faults[i].message.ends_with('.')) << faults[i].message;
  }
  EXPECT_TRUE(std::any_of(
      faults.begin(), faults.end(),
      [&](const Error& fault) { return fault.hint.find(bad.hint) != std::string::npos; }))
      << "no hint says `" << bad.hint << "`: " << shown(faults);
}

INSTANTIATE_TEST_SUITE_P(Suite, BadInput, testing::ValuesIn(documents()),
                         [](const auto& test) { return test.param.stem().string(); });

TEST(BadInputs, reach_every_reader_and_hold_several_faults_each) {
  std::set<std::string> kinds;
  int several = 0;
  for (const auto& path : documents()) {
    const BadDocument bad = read(path);
    EXPECT_FALSE(bad.expect.empty()) << path << " expects nothing";
    kinds.insert(bad.input.kind);
    several += bad.expect.size() >= 3 ? 1 : 0;
  }
  const auto known = provocation_kinds();
  EXPECT_EQ(std::vector<std::string>(kinds.begin(), kinds.end()), known);
  EXPECT_GE(several, 10) << "faults must come all at once: these documents hold three or more";
}

}  // namespace
}  // namespace entente::law_tests
