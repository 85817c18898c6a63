#include "scenario/levers/named.h"

#include <algorithm>

#include "base/name.h"
#include "scenario/levers/effects.h"
#include "scenario/make_fields.h"

namespace entente::scenario {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(text("id", "Its name, that of the file."))},
    {required(text("name", "What is done, in a few words."))},
    {required(text("actor", "Who does it."))},
    {required(between("cost", "bn USD of 2025 a year", "What it costs; below 0 it saves.", "", -1e5,
                      1e5)),
     Shape::ranged},
    {required(number("delay_months", "months", "Until it is in effect.")), Shape::ranged},
    {name_of("excludes", "lever", "Levers that do not go together with it.", "none"), Shape::list},
    {required(integer("year", "", "Which its figures describe.", "", 1, 9999))},
    {required(text("source", "Where its figures come from."))},
    {required(choice("status", kStatuses, "How they are known."))},
    {required(choice("confidence", kConfidences, "How sure they are."))},
    {text("note", "What else a reader should know.")},
    {required(name_of("effect", "kind of lever",
                      "Tables with `card`, a kind, and its fields; applied in this order.")),
     Shape::rows},
};

constexpr ScenarioSection kSection{"lever file", Form::table, "a lever of the library",
                                   "A lever of the library.", kKeys};

/// A cost or delay with the status of its file: no assumption where it was published or derived.
world::Uncertain with_status(world::Uncertain number, const NamedLever& lever) {
  if (number.confidence == 'X') return number;
  number.assumption = lever.status == "assumption";
  number.confidence = lever.confidence;
  return number;
}

std::string stem(const std::string& path) {
  const std::size_t from = path.find_last_of('/') + 1;
  return path.substr(from, path.rfind(".toml") - from);
}

void check_effects(const NamedLever& lever, const std::string& file, NameCheck& names,
                   Faults& faults) {
  static constexpr ScenarioKey kCard[] = {{required(text("card", "A kind of lever."))}};
  for (const text::Node& table : lever.effects) {
    const text::Node* card = table.find("card");
    const bool named = card != nullptr && card->kind == text::Kind::text;
    const LeverKind* kind = named ? find_kind(card->text) : nullptr;
    if (kind != nullptr) {
      (void)read_effect(*kind, kCard, table, file, names, faults);
      continue;
    }
    std::vector<std::string> known;
    for (const LeverKind* one : lever_kinds()) known.emplace_back(one->name);
    const text::Node& at = named ? *card : table;
    faults.push_back({named ? Code::unknown_name : Code::missing_key,
                      {file, at.line, at.column},
                      named ? "there is no kind of lever `" + card->text + "`"
                            : "an effect needs `card`, a kind of lever",
                      named ? did_you_mean(card->text, known) : ""});
  }
}

/// What of the file can be read.
NamedLever read_keys(const text::Document& document, NameCheck* names, Faults& faults) {
  SectionReader reader(kSection, document.root, document.file, faults);
  NamedLever lever;
  lever.id = reader.text("id");
  lever.name = reader.text("name");
  lever.actor = reader.text("actor");
  lever.note = reader.text("note");
  lever.source = reader.text("source");
  lever.year = reader.integer("year").value_or(0);
  if (const auto status = reader.choice("status")) lever.status = kStatuses[*status];
  if (const auto sure = reader.choice("confidence")) lever.confidence = kConfidences[*sure][0];
  if (const auto cost = reader.uncertain("cost")) lever.cost = with_status(*cost, lever);
  if (const auto delay = reader.uncertain("delay_months"))
    lever.delay_months = with_status(*delay, lever);
  lever.excludes = reader.texts("excludes");
  if (names != nullptr) names->check(reader, "excludes", "lever", lever.excludes, faults);
  const text::Node* effects = reader.raw("effect");
  if (effects == nullptr || effects->kind != text::Kind::array || effects->items.empty())
    reader.fault(Code::missing_key, "effect", "a lever of the library needs an `[[effect]]`",
                 "with `card`, a kind of lever, and its fields");
  else
    lever.effects = effects->items;
  if (!lever.id.empty() && lever.id != stem(document.file))
    reader.fault(Code::bad_value, "id", "the id `" + lever.id + "` is not the name of its file",
                 "call it `" + stem(document.file) + "` or rename the file");
  if (find_kind(lever.id) != nullptr)
    reader.fault(Code::duplicate, "id", "a kind of lever is called `" + lever.id + "` already");
  return lever;
}

}  // namespace

std::optional<NamedLever> read_named_lever(const text::Document& document, Faults& faults) {
  const std::size_t before = faults.size();
  NamedLever lever = read_keys(document, nullptr, faults);
  if (faults.size() != before) return std::nullopt;
  return lever;
}

std::optional<NamedLever> find_named_lever(const Library& library, std::string_view name) {
  const auto found =
      std::ranges::find_if(library.levers, [&](const auto& one) { return one.first == name; });
  if (found == library.levers.end()) return std::nullopt;
  const auto document = text::parse_toml(found->second, "levers/" + found->first + ".toml");
  if (!document) return std::nullopt;
  Faults ignored;  // Its file was checked when the library was read.
  return read_named_lever(*document, ignored);
}

void check_named_levers(const Library& library, Faults& faults) {
  NameCheck names(library);
  for (const auto& [name, bytes] : library.levers) {
    const std::string file = "levers/" + name + ".toml";
    const auto document = text::parse_toml(bytes, file);
    if (!document) {
      faults.insert(faults.end(), document.error().begin(), document.error().end());
      continue;
    }
    check_effects(read_keys(*document, &names, faults), file, names, faults);
  }
}

}  // namespace entente::scenario
