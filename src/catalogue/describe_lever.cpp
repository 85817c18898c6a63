/// What the library says of levers: kinds with their fields, and measures with what they do.
#include "catalogue/describe.h"
#include "catalogue/schema.h"
#include "scenario/levers/named.h"
#include "scenario/toml_text.h"

namespace entente::catalogue {
namespace {

using card::Column;
using card::TableSpec;
using scenario::number_text;
using world::Uncertain;

constexpr Column kFieldColumns[] = {
    {"key", "", "As written in `[[lever]]`."},
    {"type", "", "What it holds."},
    {"unit", "", "Its unit or range."},
    {"default", "", "Its value where absent."},
    {"help", "", "What it means."},
};
constexpr TableSpec kFields{"fields", "What a lever of the kind takes, beside its card.",
                            kFieldColumns};

constexpr Column kEffectColumns[] = {
    {"effect", "", "A kind of lever; in the order in which they are applied."},
    {"key", "", "A field of it."},
    {"value", "", "What the lever sets it to."},
};
constexpr TableSpec kEffects{"effects", "What the lever does.", kEffectColumns};

std::string with_range(const Uncertain& value) {
  if (value.low == value.high) return number_text(value.value);
  return number_text(value.value) + " (" + number_text(value.low) + " to " +
         number_text(value.high) + ")";
}

void describe_kind(Description& out, const scenario::LeverKind& kind) {
  out.found.emplace_back("a kind of lever");
  out.say("lever", "what it does", std::string(kind.help));
  out.say("lever", "effect", std::string(kind.effect));
  out.say("lever", "source", std::string(kind.source));
  out.say("lever", "also takes", "cost, delay_months, excludes");
  card::Table& fields = out.record.table(kFields);
  for (const SchemaKey& key : lever_schema(kind))
    fields.row({key.key, key.type, key.unit, key.fallback, key.help});
}

}  // namespace

void describe_lever(Description& out) {
  if (const scenario::LeverKind* kind = scenario::find_kind(out.name)) describe_kind(out, *kind);
  const auto lever = scenario::find_named_lever(out.library, out.name);
  if (!lever) return;
  out.found.push_back("a lever: " + lever->name);
  out.say("lever", "name", lever->name);
  out.say("lever", "actor", lever->actor);
  out.say("lever", "cost", with_range(lever->cost), "bn USD of 2025 a year");
  out.say("lever", "delay", with_range(lever->delay_months), "months");
  for (const std::string& other : lever->excludes) out.say("lever", "excludes", other);
  out.say("lever", "year", std::to_string(lever->year));
  out.say("lever", "status", lever->status);
  out.say_source("lever", {lever->source, lever->confidence, lever->note});
  card::Table& effects = out.record.table(kEffects);
  for (const text::Node& effect : lever->effects) {
    const text::Node* card = effect.find("card");
    for (const text::Entry& entry : effect.entries)
      if (entry.key != "card")
        effects.row(
            {card == nullptr ? "" : card->text, entry.key, scenario::value_text(entry.value)});
  }
}

}  // namespace entente::catalogue
