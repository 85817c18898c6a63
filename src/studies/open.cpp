#include "studies/open.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/name.h"
#include "scenario/reform.h"

namespace entente::studies {
namespace {

using scenario::Library;
using Files = std::vector<std::pair<std::string, std::string>>;

/// One of the library's files by its name, or a file of the user's. `kind`, `kinds`: what they are
/// called, and the folder they lie in.
Result<Opened> open_one(const std::string& name, const Files& files, const std::string& kind,
                        const std::string& kinds) {
  for (const auto& [known, bytes] : files) {
    if (known != name) continue;
    auto document = text::parse_toml(bytes, kinds + "/" + known + ".toml");
    if (!document) return document.error();
    return Opened{std::move(document).value(), bytes};
  }
  if (!name.ends_with(".toml") && !name.ends_with(".json")) {
    std::vector<std::string> known;
    for (const auto& [other, bytes] : files) known.push_back(other);
    std::string hint = did_you_mean(name, known);
    if (!hint.empty()) hint += " ";
    return Error{Code::unknown_name,
                 {"arguments", 0, 0},
                 "there is no " + kind + " called `" + name + "`",
                 hint + "`entente list " + kinds + "` names them; a file ends in .toml or .json"};
  }
  auto bytes = text::read_file(name);
  if (!bytes) return bytes.error();
  auto document = text::read_document(name);
  if (!document) return document.error();
  return Opened{std::move(document).value(), std::move(bytes).value()};
}

}  // namespace

Result<Opened> open_study(const std::string& name, const Library& library) {
  const bool claim =
      std::ranges::find(library.claims, name, &Files::value_type::first) != library.claims.end();
  if (claim) return open_claim(name, library);
  return open_one(name, library.studies, "study", "studies");
}

Result<Opened> open_claim(const std::string& name, const Library& library) {
  return open_one(name, library.claims, "claim", "claims");
}

Result<Library> scenario_of(const StudyFile& study, const Library& library) {
  if (study.scenario.empty()) return library;
  if (!study.scenario.ends_with(".toml") && !study.scenario.ends_with(".json"))
    return scenario::reform(library, study.scenario, {});
  const auto path = std::filesystem::path(study.file).parent_path() / study.scenario;
  return scenario::reform(library, path.string(), {});
}

}  // namespace entente::studies
