#include "catalogue/with_history.h"

#include <algorithm>

#include "history/agreements.h"

namespace entente::catalogue {

bool asks_for_history(const card::Card& card, const card::Arguments& arguments) {
  const bool can = std::any_of(
      card.fields.begin(), card.fields.end(),
      [](const card::Field& field) { return field.name == history::kHistoryField.name; });
  return can && (card::argument(arguments, history::kHistoryField.name) == "true" ||
                 !card::argument(arguments, history::kDataField.name).empty());
}

Result<scenario::Library> with_history(const scenario::Library& library, std::string_view data,
                                       std::vector<std::string>& inputs) {
  constexpr std::string_view kTables[] = {"atop_member"};
  const auto store = history::Store::open_with(data, kTables);
  if (!store) return store.error();
  scenario::Library copy = library;
  const auto spliced = history::splice_atop(store.value(), copy.world, copy.law);
  if (!spliced) return spliced.error();
  inputs = store->inputs(kTables);
  copy.notices.push_back(
      "history: " + std::to_string(spliced->added) +
      " alliances of ATOP to 2018-12-31 beside the library, whose own text stands "
      "for " +
      std::to_string(spliced->held) + "; their days are those of signature");
  return copy;
}

}  // namespace entente::catalogue
