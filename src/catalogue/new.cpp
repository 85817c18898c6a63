#include <filesystem>

#include "base/name.h"
#include "catalogue/templates.h"
#include "catalogue/verbs.h"
#include "scenario/reform.h"
#include "scenario/scenario_file.h"

namespace entente::catalogue {
namespace {

constexpr card::Field kFields[] = {
    {.name = "name",
     .help = "The name of the new thing: lower-case letters, digits and underscores.",
     .required = true},
    {.name = "from",
     .type = card::Type::file,
     .help = "The scenario to copy, a name in the library or the path of a file; paths in it stay "
             "as written."},
};

constexpr std::string_view kScenario = "scenario";

/// A scenario that is to be copied, and the folder of the paths it names.
struct Original {
  text::Document document;
  std::filesystem::path folder;
};

Result<Original> open(const std::string& from, const scenario::Library& library) {
  for (const auto& [name, bytes] : library.scenarios) {
    if (name != from) continue;
    auto document = text::parse_toml(bytes, "scenarios/" + name + ".toml");
    if (!document) return std::move(document).error();
    return Original{std::move(document).value(), {}};
  }
  // One that is neither a name nor a file is refused in the words of every other verb.
  if (auto known = scenario::reform(library, from, {}); !known) return std::move(known).error();
  auto document = text::read_document(from);
  if (!document) return std::move(document).error();
  return Original{std::move(document).value(), std::filesystem::path(from).parent_path()};
}

/// What a scenario changes, applied: by name, or a path beside it.
Result<scenario::Library> base_of(const Original& original, const scenario::Library& library) {
  const text::Node* table = original.document.root.find("scenario");
  const text::Node* base = table == nullptr ? nullptr : table->find("base");
  if (base == nullptr || base->kind != text::Kind::text) return library;
  for (const auto& [name, bytes] : library.scenarios)
    if (name == base->text) return scenario::reform(library, name, {});
  if (base->text == scenario::kReference) return library;
  return scenario::reform(library, (original.folder / base->text).string(), {});
}

/// The same scenario under another name, in the canonical layout. Comments are not kept.
Result<std::string> copied(const std::string& from, const std::string& name,
                           const scenario::Library& library) {
  const auto original = open(from, library);
  if (!original) return original.error();
  const auto base = base_of(*original, library);
  if (!base) return base.error();
  auto file = scenario::read_scenario(original->document, library, *base);
  if (!file) return std::move(file).error();
  scenario::ScenarioFile copy = std::move(file).value();
  copy.name = name;
  return scenario::to_toml(copy);
}

Result<card::Record> make(const scenario::Request& request) {
  Faults faults;
  const std::string name = card::argument(request.arguments, "name");
  if (!is_slug(name)) {
    faults.push_back({Code::bad_value,
                      {"arguments", 0, 0},
                      "`" + name + "` is no name",
                      "use lower-case letters, digits and single underscores, like `my_pact`"});
  }
  std::vector<std::string> known;
  card::Record record;
  for (const Template& one : templates()) {
    known.emplace_back(one.kind);
    if (one.kind == request.subject) record.finding = fill(one, name);
  }
  if (record.finding.empty()) {
    std::string hint = did_you_mean(request.subject, known);
    if (hint.empty()) hint = "known are " + join(known, ", ");
    faults.push_back({Code::unknown_name,
                      {"arguments", 0, 0},
                      "there is no template for `" + request.subject + "`",
                      hint});
  }
  const std::string from = card::argument(request.arguments, "from");
  if (!from.empty() && request.subject != kScenario) {
    faults.push_back(
        {Code::bad_argument,
         {"arguments", 0, 0},
         "only a scenario is made from another one, and this is `" + request.subject + "`",
         "leave --from out"});
  }
  if (!faults.empty()) return faults;
  if (from.empty()) return record;
  auto copy = copied(from, name, request.library);
  if (!copy) return std::move(copy).error();
  record.finding = std::move(copy).value();
  return record;
}

}  // namespace

extern const scenario::Analysis new_file{
    .card = {.name = "new",
             .question = "What does a file to begin with look like?",
             .source = "this project",
             .subject = card::Subject::name,
             .subject_help = "agreement my_pact",
             .fields = kFields},
    .run = make,
};

}  // namespace entente::catalogue
