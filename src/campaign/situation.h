/// A scenario laid out for allocation: who, what, where and when, by index, with every number still
/// uncertain.
///
/// Floor 4; uses floors 0-3. Built once a question; worlds (`numbers.h`) are sampled from it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "campaign/answers.h"
#include "campaign/knob.h"
#include "campaign/movement.h"
#include "campaign/pressures.h"

namespace entente::campaign {

/// How a pool gets to a contingency.
struct Reach {
  bool possible = false;
  bool inside = false;  ///< Based inside the theatre.
  int curve = -1;       ///< Index of its readiness there; -1: all ready.
  Knob days;
  Knob km;  ///< 0 where nobody says.
};

/// How units of an element get from one contingency to another.
struct Swing {
  bool possible = false;
  Knob days;  ///< The way alone.
};

struct PoolCase {
  int owner = 0, element = 0;
  std::string name;  ///< Base, and what sets it apart where the base does not.
  bool home = true;
  Knob amount, home_defence;
  Knob added;  ///< Units acquired since the tables, on top of `amount`.
  std::optional<double> ready;
  Knob readier;              ///< Added to the share that is ready; 0 for most.
  std::vector<Reach> reach;  ///< One a contingency.
};

/// What an owner may do in a contingency.
struct Role {
  const Helper* helper = nullptr;  ///< Null: it does not come.
  bool target = false;
  std::vector<std::optional<Knob>> share;  ///< One an element; none: the default of its duty.
};

struct OwnerCase {
  Symbol state;
  std::string name;
  std::vector<Role> roles;  ///< One a contingency.
  Knob doubt = {};          ///< Shift of all its promises, in probits; 0 for most.
};

/// A supplier's hold on an element of a user.
struct HoldCase {
  int owner = 0, element = 0;
  int supplier = 0;  ///< Index in `suppliers`.
  Symbol service;
  Knob share, lapse_days;
  bool hard = false;
  std::vector<bool> linked;  ///< One a contingency: a promise of the supplier bears on it.
};

/// A step function of the days of a contingency.
struct Steps {
  std::vector<std::pair<int, Knob>> rows;  ///< By day.

  [[nodiscard]] const Knob* at(int day) const;  ///< Null before the first.
};

struct PlaceCase {
  Symbol id;
  std::string name;
  Knob weight;
  std::vector<Steps> demand, host;           ///< One an element.
  std::vector<std::vector<int>> host_pools;  ///< By element: pools of the targets.
  std::vector<Steps> red;                    ///< What the attackers commit, one an element.
  /// Where the tables say nothing of what the attackers commit, all their pools.
  std::vector<int> red_pools;
  Knob clock;                           ///< Days until the aim is lost; 0 where not said.
  std::vector<PressureCase> pressures;  ///< On whoever may attack; by levers.
  std::vector<UmbrellaCase> umbrellas;  ///< Changes of nuclear promises to the targets.
  Symbol sponsor;                       ///< The state behind attackers that are none, or null.
  Knob link, attribution;               ///< Of a sponsor.
};

/// Units less ready for some days.
struct DisruptionCase {
  std::vector<bool> owners, places;  ///< Whose; and where the host's forces are among them.
  Knob share, days;
};

/// A curve of readiness over days since the order.
struct Curve {
  std::string name;
  std::vector<std::pair<int, Knob>> rows;
};

/// Points into itself and into the library it was laid out from: move it, never copy it, and let
/// the library live as long.
struct Situation {
  std::vector<Answer> law;  ///< The roles point into it.
  std::vector<Symbol> elements;
  std::vector<std::string> element_names;
  std::vector<OwnerCase> owners;  ///< By name.
  std::vector<PoolCase> pools;    ///< By owner, base, element.
  std::vector<HoldCase> holds;    ///< By owner, element and supplier.
  std::vector<std::size_t>
      hold_of;  ///< [owner * elements + element]: its first; one more at the end.
  std::vector<std::string> suppliers;
  std::vector<Knob> supplier_doubts;  ///< [supplier] as `OwnerCase::doubt`.
  std::vector<PlaceCase> places;      ///< Contingencies, in the order of the scenario.
  std::vector<Curve> curves;
  std::vector<DisruptionCase> disruptions;
  int host_curve = -1;    ///< Readiness of new units of a state that is attacked; -1: all ready.
  std::vector<int> days;  ///< Begin of each period; the first is 0.
  std::vector<double> share;  ///< Length of each period over the horizon; sums to 1.
  int horizon = 90;
  /// v_k: weight of an element, 1 / (net demand averaged over time, summed over all contingencies)
  /// unless the scenario gives it; 0 where nobody asks for it.
  std::vector<double> value;
  int counted = 0;  ///< |K|: elements that some contingency asks for.

  Rules rules;                 ///< None, unless `move_by` was called.
  int carrier = -1;            ///< The element that lifts others; -1: nobody has it.
  std::vector<Knob> tonnes;    ///< [element] of a unit; 0 moves itself.
  std::vector<Swing> swings;   ///< [(from * places + to) * elements + element]
  std::vector<Knob> swing_km;  ///< [from * places + to] 0 where nobody says.

  /// Sets the rules. With limited lift the element that carries is no longer asked for: it is used.
  void move_by(const Rules& chosen);

  [[nodiscard]] std::size_t periods() const { return days.size(); }
  [[nodiscard]] int place(Symbol contingency) const;  ///< -1 where there is none.
  /// A weighted shortfall as per cent of the net requirement of all contingencies.
  [[nodiscard]] double percent(double shortfall) const {
    return shortfall * 100 / std::max(1, counted);
  }
  /// `baltic+taiwan`: the contingencies of a set in its order.
  [[nodiscard]] std::string title(std::span<const int> set) const;
};

/// Lays a scenario out. Errors: those of `answers`. Cost: one judgement a contingency, and O(pools
/// x contingencies).
[[nodiscard]] Result<Situation> lay_out(const scenario::Library& library);

}  // namespace entente::campaign
