/// What the conformance tests share: the built-in library, the events of the suite, judgements as
/// text.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "places.h"
#include "scenario/library.h"
#include "text/node.h"
#include "treaty/judge.h"

namespace entente::conformance {

namespace fs = std::filesystem;

/// The library inside the program, read once.
inline const scenario::Library& library() {
  static const scenario::Library read = [] {
    auto result = scenario::built_in_library();
    if (!result) std::abort();
    return std::move(result).value();
  }();
  return read;
}

/// Files with this ending in a folder of the tree, sorted.
inline std::vector<fs::path> files(const std::string& folder, const std::string& ending) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(places::tree() / folder))
    if (entry.path().extension() == ending) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// An event of the suite with the facts that stand beside it.
struct Asked {
  std::string event;
  std::vector<std::string> given, expect;
};

/// The events of all good documents and of the examples inside the agreements.
inline std::vector<Asked> asked_events() {
  std::vector<Asked> all;
  for (const auto& path : files("tests/law/good", ".toml")) {
    const auto document = text::read_document(path.string());
    if (!document) continue;
    Asked one;
    if (const text::Node* event = document->root.find("event")) one.event = event->text;
    const auto texts = [&](std::string_view key, std::vector<std::string>& into) {
      if (const text::Node* list = document->root.find(key))
        for (const text::Node& item : list->items) into.push_back(item.text);
    };
    texts("given", one.given);
    texts("expect", one.expect);
    all.push_back(std::move(one));
  }
  for (const auto& agreement : library().law.agreements)
    for (const auto& example : agreement.examples)
      all.push_back({example.event, example.given, example.expect});
  return all;
}

/// The judgement of one event of the suite.
inline treaty::Judgement judged(const Asked& asked) {
  const auto event = treaty::event_from(asked.event, library().world);
  EXPECT_TRUE(event.has_value()) << asked.event;
  if (!event) return {};
  std::vector<treaty::Fact> facts;
  for (const auto& text : asked.given)
    if (auto fact = treaty::fact_from(text, library().world, event->on)) facts.push_back(*fact);
  return judge(library().law, library().world, *event, facts, {});
}

/// One verdict in a line.
inline std::string line(const treaty::Verdict& v, const world::World& world) {
  const auto name = [&](Symbol symbol) { return world.symbols.name(symbol); };
  return name(v.state) + " " + std::string(word(v.duty)) + " " + name(v.agreement) + " " +
         name(v.article) + " " + std::string(word(v.discretion)) + " to " + name(v.towards) +
         " against " + name(v.against) + ": " + v.because;
}

/// A judgement as text: equal texts are equal judgements.
inline std::string text_of(const treaty::Judgement& judgement, const world::World& world) {
  const auto name = [&](Symbol symbol) { return world.symbols.name(symbol); };
  std::ostringstream out;
  for (const auto& v : judgement.verdicts) out << line(v, world) << " " << v.margin << "\n";
  for (const auto& s : judgement.silent)
    out << name(s.state) << " silent " << name(s.agreement) << " " << name(s.article) << " "
        << s.depth << " " << s.reason << " " << s.because << "\n";
  for (const auto& c : judgement.conflicts)
    out << name(c.state) << " torn " << name(c.agreement_a) << " " << name(c.agreement_b) << " "
        << c.because << "\n";
  for (const auto& notice : judgement.notices) out << notice << "\n";
  return out.str();
}

}  // namespace entente::conformance
