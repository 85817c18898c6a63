/// A patron withholds what others depend on: which services, how fast they are missed, what
/// replaces them, and the same world with the switch thrown.
///
/// Floor 4; uses floors 0-3. A thrown world is a `Numbers` like any other, so whoever asks of draws
/// (gaps, deterrence) asks it in the same way, with the same draws.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "campaign/numbers.h"
#include "campaign/services.h"

namespace entente::campaign {

/// How fast a service is missed.
enum class Felt {
  as_tabled,  ///< As its row says: hard from the first day, slow over its days.
  hard,       ///< Every service from the first day.
  slow        ///< Every service over its days, a hard one over `slow_days`.
};

/// A switch somebody may throw.
struct Switch {
  std::vector<Symbol> suppliers;  ///< Names in rows of dependency: the patron, or a group and all
                                  ///< its members.
  std::vector<Symbol> services;   ///< Empty: all.
  Felt felt = Felt::as_tabled;
  double slow_days = 90;      ///< > 0.
  double restore_months = 0;  ///< Substitutes that take no longer are in place; 0: none are.
  bool forces_too = false;    ///< The forces of the patron stay away as well.
};

/// The state of a name on the day of the world, or a group whose members supply together. Errors:
/// `not_alive`, `unknown_state`.
[[nodiscard]] Result<Symbol> patron_named(const world::World& world, const std::string& name);

/// Everything a supplier's name stands for: itself; where it is a group its members on the day of
/// the world; and groups that hold nobody but it.
[[nodiscard]] std::vector<Symbol> suppliers_of(const world::World& world, Symbol patron);

/// One service that the switch withholds.
struct Service {
  const world::Dependency* row = nullptr;
  const world::Substitute* substitute = nullptr;  ///< Null: the library has none.
  Knob share, lapse_days;
  Knob cost, months;  ///< Of the substitute.
  int hold = -1;      ///< Index in `Situation::holds`; -1: no allocation counts it.
};

/// The services of a switch, by user, element, service and supplier. `situation` may be null; both
/// it and the library must outlive the answer. A user that is a supplier of the switch itself
/// depends on nobody here. Cost O(rows of dependency x substitutes).
[[nodiscard]] std::vector<Service> services_of(const scenario::Library& library,
                                               const Situation* situation, const Switch& thrown);

/// What a service takes in one world: a share in [0, 1] and the days it takes, 0 at once.
struct Withheld {
  double share = 0, lapse_days = 0;
};
[[nodiscard]] Withheld withheld_in(const Service& service, const Switch& thrown, const WorldId& id);

/// What is left of an element on a day where all these are withheld: the product of `left_by`.
[[nodiscard]] double left_of(const std::vector<Withheld>& services, double day);

/// The same world with the switch thrown: what `services` name is withheld for certain, of which
/// substitutes in place take nothing. With `forces_too` the suppliers send nobody.
[[nodiscard]] Numbers thrown_world(const Situation& situation, Numbers numbers,
                                   const std::vector<Service>& services, const Switch& thrown,
                                   const WorldId& id);

/// The same world with these services supplied for certain.
[[nodiscard]] Numbers supplied_world(Numbers numbers, const std::vector<Service>& services);

/// The naive reading: everything bought from the patron stops at once, shares added up (at most 1).
[[nodiscard]] Numbers naive_world(const Situation& situation, Numbers numbers,
                                  const std::vector<Service>& services);

}  // namespace entente::campaign
