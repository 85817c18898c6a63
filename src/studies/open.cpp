#include "studies/open.h"

#include <filesystem>
#include <utility>

#include "base/name.h"
#include "scenario/reform.h"

namespace entente::studies {

using scenario::Library;

Result<Opened> open_study(const std::string& name, const Library& library) {
  for (const auto& [known, bytes] : library.studies) {
    if (known != name) continue;
    auto document = text::parse_toml(bytes, "studies/" + known + ".toml");
    if (!document) return document.error();
    return Opened{std::move(document).value(), bytes};
  }
  if (!name.ends_with(".toml") && !name.ends_with(".json")) {
    std::vector<std::string> known;
    for (const auto& [other, bytes] : library.studies) known.push_back(other);
    std::string hint = did_you_mean(name, known);
    if (!hint.empty()) hint += " ";
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "there is no study called `" + name + "`",
                 hint + "`entente list studies` names them; a file ends in .toml or .json"};
  }
  auto bytes = text::read_file(name);
  if (!bytes) return bytes.error();
  auto document = text::read_document(name);
  if (!document) return document.error();
  return Opened{std::move(document).value(), std::move(bytes).value()};
}

Result<Library> scenario_of(const StudyFile& study, const Library& library) {
  if (study.scenario.empty()) return library;
  if (!study.scenario.ends_with(".toml") && !study.scenario.ends_with(".json"))
    return scenario::reform(library, study.scenario, {});
  const auto path = std::filesystem::path(study.file).parent_path() / study.scenario;
  return scenario::reform(library, path.string(), {});
}

}  // namespace entente::studies
