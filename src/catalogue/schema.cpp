#include "catalogue/schema.h"

#include <algorithm>
#include <set>

#include "base/name.h"
#include "text/reader.h"

namespace entente::catalogue {
namespace {

using scenario::Library;
using text::TableReader;

constexpr SchemaKey kSchema[] = {
    {"[scenario]", "name", "name", "", "", "The name of the scenario; required."},
    {"[scenario]", "base", "name", "", "reference_2026", "The scenario this one changes."},
    {"[scenario]", "empty", "true or false", "", "false",
     "Starts from nothing: only what is written in the file holds."},
    {"[scenario]", "date", "date", "", "2026-07-01", "The day the scenario describes."},
    {"[[commitment]]", "promisor", "state", "", "", "Who promises; required."},
    {"[[commitment]]", "beneficiary", "state", "", "", "To whom; required."},
    {"[[commitment]]", "kind", "choice", "", "fight",
     "The duty: fight, assist, supply, share, host, consult, stay_out or not_attack."},
    {"[[commitment]]", "form", "choice", "", "treaty",
     "The legal form: treaty, executive, statute, memorandum or declaration."},
    {"[[commitment]]", "institution", "whole number", "0 to 3", "0",
     "0 none, 1 contact, 2 staff, 3 integrated command."},
    {"[[commitment]]", "reliability", "number", "probability", "",
     "Fixes how likely the promise is kept; worked out where absent."},
    {"[[state]]", "id", "name", "", "", "A state of the scenario's own; needs no more than an id."},
    {"[agreements]", "add", "list of agreements", "", "",
     "Agreements taken into an empty scenario by id, or agreement files by path."},
    {"[agreements]", "remove", "list of agreements", "", "", "Agreements left out, by id."},
    {"[readings]", "READING", "name", "", "",
     "The value of a reading of disputed law; `entente list readings` names them."},
};

std::vector<std::string> agreement_names(const Library& library) {
  std::vector<std::string> names;
  for (const auto& agreement : library.law.agreements) {
    names.push_back(library.world.symbols.name(agreement.id));
  }
  return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Reports every text under `key` that is no agreement (and, where `states`, no state) of the
/// library.
void check_names(TableReader& reader, std::string_view key, const Library& library, bool states) {
  const auto agreements = agreement_names(library);
  for (const std::string& name : reader.texts(key)) {
    if (contains(agreements, name)) continue;
    if (states && library.world.resolve(name, library.world.day)) continue;
    auto known = agreements;
    if (states) {
      const auto more = library.world.names_of("state");
      known.insert(known.end(), more.begin(), more.end());
    }
    reader.fault(Code::unknown_name, key, "the library holds no `" + name + "`",
                 did_you_mean(name, known));
  }
}

void check_slug(TableReader& reader, std::string_view key, const std::string& name) {
  if (name.empty() || is_slug(name)) return;
  reader.fault(Code::bad_value, key, "`" + name + "` is no name",
               "use lower-case letters, digits and single underscores");
}

/// The table under `key`, which the file must have.
const text::Node* required_table(TableReader& root, std::string_view key) {
  const text::Node* table = root.table(key);
  if (table == nullptr && root.raw(key) == nullptr) {
    root.fault(Code::missing_key, key, "there is no table `[" + std::string(key) + "]`");
  }
  return table;
}

}  // namespace

std::span<const SchemaKey> scenario_schema() { return kSchema; }

Faults check_study(const text::Document& document, const Library& library) {
  Faults faults;
  TableReader root(document.root, document.file, "a study file", faults);
  if (const auto* table = required_table(root, "study")) {
    TableReader study(*table, document.file, "[study]", faults);
    check_slug(study, "name", study.required_text("name"));
    (void)study.required_text("scenario");
    (void)study.texts("measures");
    study.done();
  }
  std::set<std::string> seen;
  for (const text::Node* node : root.tables("variant")) {
    TableReader variant(*node, document.file, "a variant", faults);
    const std::string name = variant.required_text("name");
    check_slug(variant, "name", name);
    if (!name.empty() && !seen.insert(name).second) {
      variant.fault(Code::duplicate, "name", "there are two variants `" + name + "`");
    }
    check_names(variant, "without", library, true);
    variant.done();
  }
  root.done();
  sort_faults(faults);
  return faults;
}

}  // namespace entente::catalogue
