#include "scenario/levers/effects.h"

#include <algorithm>

namespace entente::scenario {
namespace {

using card::Type;

bool is_number(const ScenarioKey& key) {
  return key.shape == Shape::ranged || key.field.type == Type::number ||
         key.field.type == Type::integer;
}

/// The value of one key that is there; asked for in any case, so that a missing one is reported.
void take(SectionReader& reader, const ScenarioKey& key, NameCheck& names, Faults& faults,
          Effect& effect) {
  const card::Field& field = key.field;
  Setting one;
  one.name = field.name;
  if (key.shape == Shape::ranged) {
    const auto number = reader.uncertain(field.name);
    if (number) one.number = *number;
  } else if (field.type == Type::number) {
    one.number = world::Uncertain::known(reader.number(field.name).value_or(0));
  } else if (field.type == Type::integer) {
    one.number = world::Uncertain::known(reader.integer(field.name).value_or(0));
  } else if (field.type == Type::boolean) {
    one.truth = reader.boolean(field.name).value_or(false);
  } else if (field.type == Type::choice) {
    if (const auto choice = reader.choice(field.name))
      one.texts = {std::string(field.choices[*choice])};
  } else if (key.shape == Shape::list) {
    one.texts = reader.texts(field.name);
  } else if (std::string text = reader.text(field.name); !text.empty()) {
    one.texts = {std::move(text)};
  }
  if (reader.raw(field.name) == nullptr) return;
  one.where = reader.where(field.name);
  if (field.type == Type::name_of) names.check(reader, field.name, field.of, one.texts, faults);
  if (field.required && key.shape == Shape::list && one.texts.empty() &&
      reader.raw(field.name)->kind == text::Kind::array)
    reader.fault(Code::bad_value, field.name, "`" + std::string(field.name) + "` is empty");
  if (is_number(key) || field.type == Type::boolean || !one.texts.empty())
    effect.settings.push_back(std::move(one));
}

/// Of some keys exactly one is given: the others follow from it, or would contradict it.
void check_one_of(const LeverKind& kind, const std::string& what, const Effect& effect,
                  const Where& where, Faults& faults) {
  const Setting* first = nullptr;
  std::string all;
  for (const std::string_view key : kind.one_of) {
    all += (all.empty() ? "`" : " or `") + std::string(key) + "`";
    const Setting* one = effect.find(key);
    if (one != nullptr && first != nullptr)
      faults.push_back(
          {Code::bad_value, one->where,
           "`" + std::string(key) + "` stands beside `" + std::string(first->name) + "`",
           "say one of them"});
    if (first == nullptr) first = one;
  }
  if (first == nullptr && !kind.one_of.empty())
    faults.push_back({Code::missing_key, where, what + " needs " + all, ""});
}

}  // namespace

bool takes(std::span<const ScenarioKey> keys, std::string_view key) {
  return std::ranges::any_of(keys, [&](const ScenarioKey& one) {
    const std::string_view name = one.field.name;
    if (key == name) return true;
    if (one.shape != Shape::ranged || !key.starts_with(name)) return false;
    return key.substr(name.size()) == "_low" || key.substr(name.size()) == "_high";
  });
}

Effect read_effect(const LeverKind& kind, std::span<const ScenarioKey> beside,
                   const text::Node& table, std::string_view file, NameCheck& names,
                   Faults& faults) {
  std::vector<ScenarioKey> keys(beside.begin(), beside.end());
  keys.insert(keys.end(), kind.keys.begin(), kind.keys.end());
  const std::string what = "the lever `" + std::string(kind.name) + "`";
  const ScenarioSection section{kind.name, Form::tables, what, kind.help, keys};
  SectionReader reader(section, table, file, faults);
  Effect effect;
  effect.kind = &kind;
  for (const ScenarioKey& key : kind.keys) take(reader, key, names, faults, effect);
  check_one_of(kind, what, effect, reader.where(), faults);
  if (kind.check != nullptr) kind.check(effect, reader.where(), faults);
  return effect;
}

}  // namespace entente::scenario
