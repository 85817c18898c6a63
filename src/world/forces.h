/// Forces and what is asked of them: pools, days of deployment, readiness, demand, dependence.
///
/// Floor 1; uses base. Plain data of `World`. Units of force are those of `Element`; days count
/// from the first day of a contingency.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/symbol.h"

namespace entente::world {

/// A number with what is not known about it. An assumption lies anywhere in [low, high]; a fact
/// (published or derived) is off by its confidence: A 5 %, B 15 %, C 40 %.
struct Uncertain {
  double value = 0, low = 0, high = 0;
  bool assumption = false;
  char confidence = 'A';

  /// A number that is known: what a scenario states.
  [[nodiscard]] static Uncertain known(double value) { return {value, value, value, false, 'X'}; }
  /// True where nothing can be sampled.
  [[nodiscard]] bool fixed() const {
    return assumption ? low == high : confidence == 'X' || value == 0;
  }
};

/// Units of one element of one owner at one base.
struct Pool {
  Symbol owner, base, element;
  bool home = true;                  ///< At a home base; else deployed forward.
  Uncertain amount;                  ///< Units, >= 0.
  Uncertain home_defence;            ///< Share that stays, in [0, 1].
  std::optional<double> ready;       ///< Share usable on every day; else the readiness tables say.
  std::optional<Uncertain> readier;  ///< Share of units added to what the tables say.
  /// Units acquired since the tables: unlike those of the tables they are in no host supply, so
  /// where their owner is attacked they are added to it.
  Uncertain added = Uncertain::known(0);
  std::string source;
};

/// Days from the order to being ready in the theatre.
struct Deployment {
  Symbol base, theatre, element;
  Symbol owner;  ///< Empty: of every owner.
  Uncertain days;
  Symbol source;
};

/// The way from a base to the middle of a theatre, through the air.
struct Distance {
  Symbol base, theatre;
  Uncertain km;
  Symbol source;
};

/// Sets of equipment that wait in a theatre: units of `owner` at `from` arrive sooner with one.
struct Prepositioned {
  Symbol owner, from, theatre, element;
  Uncertain sets, days;
  Symbol source;
};

/// Share of units usable so many days after the order. `kind` is `general` (of one element),
/// `forward` (based inside or next to the theatre), `frontline` or `europe_heavy`.
struct Readiness {
  Symbol kind;
  Symbol element;  ///< Empty: every element.
  int day = 0;
  Uncertain share;  ///< In [0, 1].
  Symbol source;
};

/// What an honouring state sends to a theatre, as a share of what may leave.
struct Participation {
  Symbol theatre, state;
  Symbol element;  ///< Empty: every element without a row of its own.
  Uncertain share;
  Symbol source;
};

/// A base inside or next to a theatre.
struct TheatreBase {
  Symbol theatre, base;
  bool inside = false;
};

/// A base on a state's own territory.
struct HomeBase {
  Symbol state, base;
};

/// How much more or less a state pays for what it buys.
struct PriceChange {
  Symbol state;
  Uncertain factor = Uncertain::known(1);  ///< Of the cost of purchase; > 0.
};

/// Share of an element that cannot be used once a supplier withholds a service.
struct Dependency {
  Symbol user, element, service;
  Symbol supplier;    ///< A state, or a group whose members supply together.
  Uncertain share;    ///< In [0, 1].
  bool hard = false;  ///< From the first day; else it fades with `lapse_days`.
  Uncertain lapse_days;
  Symbol source;
};

/// Units of an element from one day to the next row of the same element.
struct Amount {
  Symbol element;
  int day = 0;
  Uncertain units;  ///< >= 0.
  std::string source;
};

/// Something the alliances may have to answer: an event and what answering it takes.
struct Contingency {
  Symbol id;
  std::string name;
  std::string event;  ///< In the one-line grammar.
  Symbol theatre;     ///< Whose days, bases and shares apply: its own id by default.
  Uncertain weight = Uncertain::known(1);
  Uncertain loss_clock;  ///< Days until the aim is lost; 0 where not said.
  Symbol sponsor;        ///< The state behind attackers that are none; null: nobody.
  Uncertain link = Uncertain::known(1);                    ///< Its share in the decision, [0, 1].
  Uncertain attribution = {0.55, 0.2, 0.9, true, 'C'};     ///< That it is found out, [0, 1].
  std::vector<Amount> demand, host_supply, red_committed;  ///< By element and day.
  std::string source;
  Where where;  ///< Of `event`, for faults.
};

}  // namespace entente::world
