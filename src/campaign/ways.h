/// How long the way is: from bases to theatres, and from one theatre to another.
///
/// Floor 4; part of campaign.
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "campaign/situation.h"

namespace entente::campaign {

/// Points to the rows of a world.
class Ways {
 public:
  explicit Ways(const world::World& world);

  /// Days from a base to a theatre; the rows of one owner override the general ones. None where no
  /// row says so.
  [[nodiscard]] std::optional<Knob> days(Symbol base, Symbol theatre, Symbol element,
                                         Symbol owner) const;
  /// Kilometres; 0 where no row says so.
  [[nodiscard]] Knob km(Symbol base, Symbol theatre) const;

 private:
  const world::World& world_;
  std::map<std::tuple<Symbol, Symbol, Symbol, Symbol>, const world::Deployment*> days_;
  std::map<std::pair<Symbol, Symbol>, const world::Distance*> km_;
};

/// Fills the swings: from a theatre units set out as from the first base inside it, by name. In a
/// scenario from nothing, which has no bases, every swing is possible and the way takes no time.
void add_swings(const Ways& ways, const scenario::Library& library, Situation& situation);

}  // namespace entente::campaign
