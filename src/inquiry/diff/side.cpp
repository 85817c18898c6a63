#include "inquiry/diff/side.h"

#include <algorithm>
#include <filesystem>

#include "scenario/reform.h"

namespace entente::inquiry {
namespace {

bool is_json(const std::string& name) {
  return name.ends_with(".json") || name.ends_with(".json.gz");
}

/// Forms of a record that were made for people and spreadsheets and cannot be read back.
bool is_shown(const std::string& name) { return name.ends_with(".csv") || name.ends_with(".md"); }

bool is_of_library(const std::string& name, const scenario::Library& library) {
  return std::ranges::any_of(library.scenarios, [&](const auto& one) { return one.first == name; });
}

Result<Side> record_side(const std::string& name, const text::Document& document,
                         std::span<const std::string> without) {
  if (!without.empty())
    return Error{Code::bad_argument,
                 {"arguments", 0, 0},
                 "nothing can be left out of the record `" + short_name(name) + "`",
                 "`--without` changes scenarios; run the analysis again with it"};
  auto record = records::read_record(document);
  if (!record) return std::move(record).error();
  return Side{std::nullopt, std::move(record).value()};
}

}  // namespace

std::string short_name(const std::string& name) {
  return std::filesystem::path(name).filename().string();
}

Result<Side> read_side(const std::string& name, const scenario::Library& library,
                       std::span<const std::string> without) {
  if (!is_of_library(name, library)) {
    if (is_shown(name))
      return Error{Code::bad_argument,
                   {name, 0, 0},
                   "this form of a record cannot be read back",
                   "compare records that were written with `--out FILE.json`"};
    if (is_json(name)) {
      const auto document = text::read_document(name);
      if (!document) return document.error();
      if (records::is_record(*document)) return record_side(name, *document, without);
      if (document->root.find("scenario") == nullptr)
        return Error{Code::missing_key,
                     {name, document->root.line, document->root.column},
                     "this is neither a record nor a scenario",
                     "a record has `analysis` and `tables`, a scenario has `scenario`"};
    }
  }
  auto applied = scenario::reform(library, name, without);
  if (!applied) return std::move(applied).error();
  return Side{std::move(applied).value(), std::nullopt};
}

}  // namespace entente::inquiry
