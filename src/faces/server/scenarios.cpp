#include "faces/server/scenarios.h"

#include <algorithm>

#include "base/name.h"
#include "scenario/reform.h"
#include "scenario/scenario_file.h"
#include "text/node.h"

namespace entente::server {
namespace {

using scenario::Library;

/// How deep scenarios may build on one another before it must be a circle.
constexpr int kDeepest = 16;

const text::Node* under(const text::Document& document, std::string_view section,
                        std::string_view key) {
  const text::Node* table = document.root.find(section);
  return table != nullptr && table->kind == text::Kind::table ? table->find(key) : nullptr;
}

/// What names a file where a name is needed.
Faults paths_in(const text::Document& document) {
  Faults faults;
  const auto refuse = [&](const text::Node& node, std::string message, std::string hint) {
    faults.push_back({Code::bad_value,
                      {document.file, node.line, node.column},
                      std::move(message),
                      std::move(hint)});
  };
  const text::Node* base = under(document, "scenario", "base");
  if (base != nullptr && base->kind == text::Kind::text && !base->text.empty() &&
      !is_slug(base->text))
    refuse(*base, "`base` is no name: `" + base->text + "`",
           "on a server a scenario builds on another by its name, never on a file");
  const text::Node* added = under(document, "agreements", "add");
  if (added == nullptr) return faults;
  std::vector<const text::Node*> names;
  if (added->kind == text::Kind::text) names.push_back(added);
  for (const text::Node& item : added->items) names.push_back(&item);
  for (const text::Node* item : names)
    if (item->kind == text::Kind::text && !is_slug(item->text))
      refuse(*item, "`add` names no agreement: `" + item->text + "`",
             "on a server agreements are added by their names, never from a file");
  return faults;
}

std::string base_of(const text::Document& document) {
  const text::Node* base = under(document, "scenario", "base");
  if (base == nullptr || base->kind != text::Kind::text) return {};
  return base->text == scenario::kReference ? std::string() : base->text;
}

/// Adds the texts that a scenario builds on, the nearest first.
Faults collect(const std::string& name, const Where& where, const Library& library,
               const Lookup& kept, NamedTexts& texts) {
  if (name.empty() || is_of_library(library, name)) return {};
  if (std::ranges::any_of(texts, [&](const auto& one) { return one.first == name; })) return {};
  const auto text = kept(name);
  if (!is_slug(name) || !text) {
    std::vector<std::string> known{std::string(scenario::kReference)};
    for (const auto& [other, bytes] : library.scenarios) known.push_back(other);
    std::string hint = did_you_mean(name, known);
    if (!hint.empty()) hint += " ";
    return {{Code::unknown_name, where, "there is no scenario called `" + name + "`",
             hint + "GET /api/v1/scenarios names them"}};
  }
  if (texts.size() >= static_cast<std::size_t>(kDeepest))
    return {{Code::bad_value, where,
             "scenarios build on one another more than " + std::to_string(kDeepest) + " deep",
             "does one of them build on itself?"}};
  const auto document = text::parse_toml(*text, name + ".toml");
  if (!document) return document.error();
  if (Faults faults = paths_in(*document); !faults.empty()) return faults;
  texts.emplace_back(name, *text);
  const text::Node* base = under(*document, "scenario", "base");
  return collect(
      base_of(*document),
      {document->file, base == nullptr ? 0 : base->line, base == nullptr ? 0 : base->column},
      library, kept, texts);
}

/// Faults name a scenario by how it was sent, not by where the library would keep it.
Faults renamed(Faults faults, const std::string& from, std::string_view to) {
  for (Error& fault : faults)
    if (fault.where.file == from) fault.where.file = to;
  return faults;
}

}  // namespace

bool is_of_library(const Library& library, std::string_view name) {
  return name == scenario::kReference ||
         std::ranges::any_of(library.scenarios, [&](const auto& one) { return one.first == name; });
}

Library with_texts(const Library& library, const NamedTexts& texts) {
  Library more = library;
  more.scenarios.insert(more.scenarios.end(), texts.begin(), texts.end());
  std::ranges::sort(more.scenarios);
  return more;
}

Result<NamedTexts> texts_of(const std::string& name, const Where& where, const Library& library,
                            const Lookup& kept) {
  NamedTexts texts;
  if (Faults faults = collect(name, where, library, kept, texts); !faults.empty()) return faults;
  return texts;
}

Result<CheckedScenario> check_scenario(std::string_view text, std::string_view file,
                                       const Library& library, const Lookup& kept) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string_view::npos && text[first] == '{';
  const auto document = json ? text::parse_json(text, file) : text::parse_toml(text, file);
  if (!document) return document.error();
  if (Faults faults = paths_in(*document); !faults.empty()) return faults;
  const text::Node* named = under(*document, "scenario", "name");
  const bool has_name = named != nullptr && named->kind == text::Kind::text && is_slug(named->text);
  if (has_name && is_of_library(library, named->text))
    return Error{Code::duplicate,
                 {std::string(file), named->line, named->column},
                 "the library has a scenario `" + named->text + "` already",
                 "choose another name, and build on it with `base`"};
  const text::Node* base = under(*document, "scenario", "base");
  const Where where{std::string(file), base == nullptr ? 0 : base->line,
                    base == nullptr ? 0 : base->column};
  const auto below = texts_of(base_of(*document), where, library, kept);
  if (!below) return below.error();
  Library known = with_texts(library, *below);
  const auto based_on = scenario::reform(known, base_of(*document), {});
  if (!based_on) return based_on.error();
  const auto read = scenario::read_scenario(*document, library, *based_on);
  if (!read) return read.error();
  CheckedScenario checked{read->name, json ? scenario::to_toml(*read) : std::string(text)};
  // Some faults show only when it is applied.
  std::erase_if(known.scenarios, [&](const auto& one) { return one.first == checked.name; });
  known.scenarios.emplace_back(checked.name, checked.toml);
  const auto applied = scenario::reform(known, checked.name, {});
  if (!applied)
    return renamed(applied.error(), "scenarios/" + checked.name + ".toml", std::string(file));
  return checked;
}

}  // namespace entente::server
