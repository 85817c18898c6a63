#include "faces/server/own_file.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/name.h"
#include "text/node.h"

namespace entente::server {
namespace {

using scenario::Library;
using text::Node;
using Files = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kFile = "subject";

/// Where a verb's files stand in the library, and the table that names one.
struct Kind {
  std::string_view verb, section;
  Files Library::*files;
};

constexpr std::array kKinds = {Kind{"alignment", "landscape", &Library::landscapes},
                               Kind{"claims", "study", &Library::claims},
                               Kind{"crisis", "crisis", &Library::crises},
                               Kind{"explore", "study", &Library::studies},
                               Kind{"negotiate", "negotiation", &Library::negotiations},
                               Kind{"study", "study", &Library::studies}};

const Kind* kind_of(std::string_view verb) {
  const auto found = std::ranges::find(kKinds, verb, &Kind::verb);
  return found == kKinds.end() ? nullptr : &*found;
}

bool names_a_file(std::string_view text) {
  return text.find(' ') == text.npos && (text.ends_with(".toml") || text.ends_with(".json") ||
                                         text.ends_with(".csv") || text.ends_with(".gz"));
}

Where at(const Node& node) { return {std::string(kFile), node.line, node.column}; }

/// Every text in the file that the readers might take for a path.
void refuse_files(const Node& node, Faults& faults) {
  if (node.kind == text::Kind::text && names_a_file(node.text))
    faults.push_back({Code::bad_value, at(node), "`" + node.text + "` names a file of the machine",
                      "on a server scenarios and agreements are named"});
  for (const Node& item : node.items) refuse_files(item, faults);
  for (const text::Entry& entry : node.entries) refuse_files(entry.value, faults);
}

std::string text_under(const Node& table, std::string_view key) {
  const Node* found = table.find(key);
  return found != nullptr && found->kind == text::Kind::text ? found->text : std::string();
}

}  // namespace

bool takes_own_file(std::string_view verb) { return kind_of(verb) != nullptr; }

Result<OwnFile> read_own_file(std::string_view verb, std::string_view text,
                              const Library& library) {
  const Kind& kind = *kind_of(verb);
  const auto document = text::parse_toml(text, kFile);
  if (!document) return document.error();
  Faults faults;
  const std::string section(kind.section);
  const Node* table = document->root.find(section);
  if (table == nullptr || table->kind != text::Kind::table)
    return Error{Code::missing_key,
                 {std::string(kFile), 1, 1},
                 "the file needs the table `[" + section + "]`",
                 ""};
  const Node* named = table->find("name");
  OwnFile made{std::string(verb), text_under(*table, "name"), std::string(text),
               text_under(*table, "scenario")};
  if (named == nullptr)
    faults.push_back({Code::missing_key, at(*table), "`name` is missing", "name = \"...\""});
  else if (!is_slug(made.name))
    faults.push_back({Code::bad_value, at(*named), "`" + made.name + "` is no name",
                      "lower-case letters, digits and single underscores"});
  const bool known = std::ranges::any_of(kKinds, [&](const Kind& one) {
    return one.section == kind.section &&
           std::ranges::any_of(library.*one.files,
                               [&](const auto& file) { return file.first == made.name; });
  });
  if (known)
    faults.push_back({Code::duplicate, at(*named),
                      "the library has a file `" + made.name + "` of this kind already",
                      "choose another name"});
  refuse_files(document->root, faults);
  if (!faults.empty()) return faults;
  return made;
}

Library with_own_file(const Library& library, const OwnFile& file) {
  Library more = library;
  Files& files = more.*kind_of(file.verb)->files;
  files.emplace_back(file.name, file.text);
  std::ranges::sort(files);
  return more;
}

}  // namespace entente::server
