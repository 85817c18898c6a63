#include "history/formats/all.h"

namespace entente::history {

std::span<const Format* const> formats() {
  // Sorted by the name on the card.
  static constexpr const Format* kAll[] = {
      &atop,    &contiguity, &cow_alliances, &crosswalk,         &dca,    &distance,
      &economy, &gml,        &icb,           &ideal_points,      &majors, &mid,
      &nmc,     &regime,     &rivalry,       &system_membership, &trade,  &troops,
      &wars,
  };
  return kAll;
}

const Format* find_format(std::string_view name) {
  for (const Format* format : formats())
    if (format->name == name) return format;
  return nullptr;
}

const Format* format_of(std::string_view table) {
  for (const Format* format : formats())
    for (const Layout& layout : format->layouts)
      if (layout.table == table) return format;
  return nullptr;
}

std::string meaning_of(std::string_view table) {
  for (const Format* format : formats())
    for (const Layout& layout : format->layouts)
      if (layout.table == table) return " (" + std::string(layout.meaning) + ")";
  return "";
}

std::string command_for(std::string_view table) {
  const Format* format = format_of(table);
  return "entente import " + std::string(format == nullptr ? "FORMAT" : format->name) + " FILE";
}

}  // namespace entente::history
