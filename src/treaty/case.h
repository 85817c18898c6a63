/// One event made ready for judging: what was hit, who stands on which side, how severe it is.
///
/// Floor 2; private to the room.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "treaty/judge.h"

namespace entente::treaty {

/// What was hit of one target.
struct Hit {
  Symbol target;
  world::PlaceOnDay place;  ///< `place.place` is null where the library knows no homeland.
  Asset asset = Asset::territory;
  Symbol asset_name;
};

struct Case {
  const Law& law;
  const world::World& world;
  const Event& event;
  std::span<const Fact> facts;
  const Readings& readings;

  std::vector<Hit> hits;                ///< One a target, in the order of the event.
  std::vector<Symbol> against_targets;  ///< Attackers, then those given to be at war with a target.
  std::vector<Symbol> against_attackers;  ///< Targets, then those at war with an attacker.
  Symbol kind;                            ///< Of the means.
  double severity = 0;
  bool non_state = false;    ///< No attacker is a state.
  bool threat_only = false;  ///< The means is a threat, not an attack.

  /// Worked out once a case; a case belongs to one thread.
  mutable std::unordered_map<const Agreement*, Membership> members{};

  [[nodiscard]] Date day() const { return event.on; }
  [[nodiscard]] const Membership& membership(const Agreement& agreement) const;
  [[nodiscard]] Standing standing(const Agreement& agreement, Symbol state) const;
  [[nodiscard]] bool in_force(const Agreement& agreement, Symbol state) const {
    return standing(agreement, state) == Standing::in_force;
  }
  /// True where some spell of membership, on any day, means `state`.
  [[nodiscard]] bool ever_party(const Agreement& agreement, Symbol state) const {
    return membership(agreement).find(state) != nullptr;
  }
  [[nodiscard]] bool attacks(Symbol state) const;
  [[nodiscard]] bool is_target(Symbol state) const;
  [[nodiscard]] const std::string& name(Symbol symbol) const { return world.symbols.name(symbol); }
  [[nodiscard]] bool reading_is(std::string_view reading, std::string_view value) const;
  [[nodiscard]] bool reading_holds(const ReadingIs& reading) const;
};

/// Makes the case. Severity: that of the means, raised by deaths to min(5, 3.7 + 0.15 log10 N)
/// (docs/agreements.md, severity).
[[nodiscard]] Case make_case(const Law& law, const world::World& world, const Event& event,
                             std::span<const Fact> facts, const Readings& readings);

/// True where the code, as a treaty writes it, means `state` on `day`: the state itself, the title
/// it holds, or a person whose title it took over.
[[nodiscard]] bool means(const world::World& world, Symbol code, Symbol state, Date day);

/// The living states that `code` means on `day`: itself, else the holder of its title, else its
/// heirs.
void titles(const world::World& world, Symbol code, Date day, std::vector<Symbol>& into);

/// The living states that the set lists or that its group holds, each once; "all" and "others" add
/// none.
void listed(const Case& c, const PartySet& set, std::vector<Symbol>& into);

/// True where the agreement as a whole is in force on the day of the case.
[[nodiscard]] bool runs(const Case& c, const Agreement& agreement);

/// True where `state` is in the set, apart from whether its membership runs on the day.
/// `self` is left out of "others".
[[nodiscard]] bool belongs(const Case& c, const Agreement& agreement, const PartySet& set,
                           Symbol state, Symbol self);

/// True where one of the powers is an adversary of the rule. Attackers that are parties count only
/// where the rule does not leave parties out.
[[nodiscard]] bool any_adversary(const Case& c, const Agreement& agreement,
                                 const Adversary& adversary, std::span<const Symbol> powers);

/// How many of the powers are adversaries of the rule.
[[nodiscard]] int count_adversaries(const Case& c, const Agreement& agreement,
                                    const Adversary& adversary, std::span<const Symbol> powers);

/// True where the hit lies in the area. An empty name is anywhere.
[[nodiscard]] bool inside(const Case& c, const Agreement& agreement, Symbol area, const Hit& hit,
                          Symbol promisor);

/// True where the leg between the two is suspended on the day (and readings let that count).
[[nodiscard]] bool leg_suspended(const Case& c, const Agreement& agreement, Symbol a, Symbol b);

/// The first day of the membership of `state` that runs on the day of the case.
[[nodiscard]] Date joined(const Case& c, const Agreement& agreement, Symbol state);

/// The first day on which the two were bound to each other by the membership that runs.
[[nodiscard]] Date bound_since(const Case& c, const Agreement& agreement, Symbol a, Symbol b);

/// The value in force for a reading: the scenario's, else the default.
[[nodiscard]] Symbol reading_value(const Law& law, const Readings& readings, Symbol reading);

}  // namespace entente::treaty
