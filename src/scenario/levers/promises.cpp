#include "scenario/levers/promises.h"

#include <algorithm>

namespace entente::scenario::levers {
namespace {

template <class Choices>
std::size_t position(const Choices& choices, const std::string& word) {
  const auto found = std::ranges::find(choices, word);
  return found == choices.end() ? 0 : static_cast<std::size_t>(found - choices.begin());
}

bool taken(const Library& library, const std::string& id) {
  const Symbol symbol = library.world.symbols.find(id);
  return symbol && std::ranges::find(library.law.agreements, symbol, &treaty::Agreement::id) !=
                       library.law.agreements.end();
}

}  // namespace

Promise promise_of(const Effect& effect, const Pulling& pulling) {
  Promise promise;
  const std::string wanted =
      text_of(effect, "id").empty() ? pulling.lever.card : text_of(effect, "id");
  promise.id = wanted;
  for (int i = 2; taken(pulling.library, promise.id); ++i)
    promise.id = wanted + "_" + std::to_string(i);
  const bool of_library = find_kind(pulling.lever.card) == nullptr;
  promise.name = (of_library ? pulling.lever.name : promise.id) + " (lever)";
  promise.source = "a lever";
  promise.text = "A promise made by a lever.";
  // The choices stand in the order of the enumerations.
  promise.duty = treaty::Duty(position(fields::kDuties, text_of(effect, "duty")));
  promise.form = treaty::Form(position(fields::kForms, text_of(effect, "form")));
  promise.institution =
      static_cast<int>(number_of(effect, "institution", world::Uncertain::known(0)).value);
  promise.nuclear = truth_of(effect, "nuclear", false);
  if (const auto fixed = number_of(effect, "reliability")) promise.reliability = fixed->value;
  return promise;
}

treaty::Agreement* agreement_of(const Effect& effect, const Pulling& pulling) {
  auto& all = pulling.library.law.agreements;
  const Symbol id = pulling.world().symbols.find(text_of(effect, "agreement"));
  const auto found = std::ranges::find(all, id, &treaty::Agreement::id);
  return !id || found == all.end() ? nullptr : &*found;
}

}  // namespace entente::scenario::levers
