#include "scenario/cases.h"

#include "base/name.h"
#include "scenario/crisis_file.h"
#include "scenario/landscape_file.h"
#include "scenario/negotiation_file.h"

namespace entente::scenario {

Faults check_landscape(const text::Document& document, const world::World& world) {
  const auto read = read_landscape(document);
  if (!read) return read.error();
  Faults faults;
  const auto& names = read->sizes.names;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!world.knows_state(names[i]))
      faults.push_back({Code::unknown_state, read->sizes.places[i],
                        "the library has no state `" + names[i] + "`",
                        did_you_mean(names[i], world.names_of("state"))});
  return faults;
}

Faults check_negotiation(const text::Document& document, const world::World&) {
  const auto read = read_negotiation(document);
  return read ? Faults{} : read.error();
}

Faults check_crisis(const text::Document& document, const world::World& world) {
  const auto read = read_crisis(document);
  if (!read) return read.error();
  return unknown_players(*read, world);
}

}  // namespace entente::scenario
