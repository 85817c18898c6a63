#include "campaign/ways.h"

#include <algorithm>

#include "base/stream.h"

namespace entente::campaign {

using world::Uncertain;

Ways::Ways(const world::World& world) : world_(world) {
  for (const world::Deployment& row : world.deployments)
    days_[{row.base, row.theatre, row.element, row.owner}] = &row;
  for (const world::Distance& row : world.distances) km_[{row.base, row.theatre}] = &row;
}

std::optional<Knob> Ways::days(Symbol base, Symbol theatre, Symbol element, Symbol owner) const {
  auto row = days_.find({base, theatre, element, owner});
  if (row == days_.end()) row = days_.find({base, theatre, element, Symbol{}});
  if (row == days_.end()) return std::nullopt;
  const auto name = [&](Symbol symbol) { return world_.symbols.name(symbol); };
  return Knob{row->second->days, name_hash({"days", name(base), name(theatre), name(element),
                                            name(row->second->owner)})};
}

Knob Ways::km(Symbol base, Symbol theatre) const {
  const auto row = km_.find({base, theatre});
  return {row == km_.end() ? Uncertain::known(0) : row->second->km,
          name_hash({"km", world_.symbols.name(base), world_.symbols.name(theatre)})};
}

void add_swings(const Ways& ways, const scenario::Library& library, Situation& s) {
  for (const Answer& from : s.law) {
    const auto& bases = library.world.theatre_bases;
    const auto base = std::ranges::find_if(bases, [&](const world::TheatreBase& one) {
      return one.inside && one.theatre == from.contingency->theatre;
    });
    const Symbol start = base == bases.end() ? Symbol{} : base->base;
    for (const Answer& to : s.law) {
      const Symbol theatre = to.contingency->theatre;
      s.swing_km.push_back(ways.km(start, theatre));
      for (const Symbol element : s.elements) {
        const auto days = ways.days(start, theatre, element, Symbol{});
        s.swings.push_back({days || library.plan.empty, days.value_or(Knob{})});
      }
    }
  }
}

}  // namespace entente::campaign
