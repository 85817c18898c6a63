/// Munitions: what there is of them, what is made, what a contingency uses, and who makes them
/// together.
///
/// Floor 1; uses base. Plain data of `World`. Rounds are those of `Munition::unit`; a month is a
/// twelfth of 365.25 days. A holder is a state, or a group whose members hold together and are
/// taken to hold equal parts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "world/forces.h"

namespace entente::world {

/// A class of munitions that replace one another, with what holds of it whoever makes it.
struct Munition {
  Symbol id;
  std::string name, definition, unit;
  std::vector<Symbol> fired_by;  ///< Elements.
  std::string bottleneck;        ///< The components that are hardest to get, in words.
  std::string source;
  char confidence = 'C';
  Uncertain unit_cost;        ///< m USD of 2025 a round.
  Uncertain lead_months;      ///< From the order to the round.
  Uncertain learning_rate;    ///< Fall of cost with each doubling of output, in [0, 1].
  Uncertain approval_months;  ///< Until an export is approved.
};

/// A component of which so many rounds can be made, however many the line could assemble.
struct Component {
  Symbol name;
  Uncertain month;  ///< For so many rounds a month, >= 0.
  int year = 0;     ///< Of the figure; one older than the output itself no longer binds.
  Symbol source;
};

/// What a holder has and makes of a munition.
struct MunitionStock {
  Symbol holder, munition;
  Uncertain stock;                    ///< Rounds, >= 0.
  Uncertain production;               ///< Rounds a month, >= 0.
  int production_year = 0;            ///< Of the figure.
  std::optional<Uncertain> target;    ///< Rounds a month, by `target_by`.
  Date target_by;                     ///< Only with a target.
  Uncertain use_low, use_high;        ///< Rounds a day at low and at high intensity; 0: not said.
  std::vector<Component> components;  ///< By name.
  Symbol stock_source, production_source, target_source, use_source;
};

/// What answering a contingency uses of a munition.
struct MunitionUse {
  Symbol contingency, munition;
  Uncertain per_day;                   ///< Rounds a day from the first, >= 0.
  std::optional<Uncertain> days;       ///< The rate is said to hold so long.
  std::optional<Uncertain> half_life;  ///< Days in which the use then halves.
  Symbol source;
};

/// Two states that make munitions together.
struct Coproduction {
  Symbol from, to;
  std::vector<Symbol> munitions;
  Date since;
  Uncertain strength;  ///< Share of its output that either side may send the other, in [0, 1].
  Symbol source;
};

}  // namespace entente::world
