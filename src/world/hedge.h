/// What a protected state may do about doubt in its guarantor, with costs, effects and limits.
///
/// Floor 1; uses base. Plain data of `World`, told at the level of policy.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "world/forces.h"

namespace entente::world {

/// The rungs of the ladder in their order, and what an effect may change.
inline constexpr std::array<std::string_view, 10> kHedgeOptions = {
    "spend",   "domestic_industry", "own_c4isr",       "partners",      "conscription",
    "latency", "arsenal",           "nuclear_sharing", "accommodation", "bandwagon"};
inline constexpr std::array<std::string_view, 6> kHedgeEffects = {
    "own_force", "dependency", "dependency_isr", "extra_help", "light_brigade", "attack_hazard"};

/// One option of a state, or of a class that stands for all its members without rows of their own.
struct HedgeOption {
  Symbol state;  ///< A state, or the slug of a class.
  Symbol option;
  Uncertain cost;    ///< % of GDP a year, >= 0.
  Uncertain months;  ///< From the decision until it has its effect, > 0.
  Symbol effect_on;
  Uncertain effect;             ///< Share by which that changes once it stands; may be below 0.
  Symbol gate;                  ///< What kind of decision it is at home.
  double gate_needed = 0;       ///< Support it needs, in [0, 1].
  bool democracy = true;        ///< Who has to be won: an electorate, or those around a ruler.
  Uncertain opinion;            ///< Support it has, in [0, 1].
  Uncertain sanction;           ///< % of GDP a year that others' sanctions cost, >= 0.
  Uncertain abandonment;        ///< Share of the guarantor's reliability it costs, in [0, 1].
  Symbol builds_on;             ///< An option whose lead counts towards this one; empty: none.
  bool available = true;        ///< False: no practical option for this state; the note says why.
  std::vector<Symbol> members;  ///< Of a class.
  Symbol source, opinion_source;
  std::string note;
};

}  // namespace entente::world
