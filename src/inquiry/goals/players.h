/// Who plays: the agreements, the members or the levers to which a goal is attributed.
///
/// Floor 6; part of goals.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/analysis.h"
#include "scenario/levers/lever.h"
#include "world/commitment.h"

namespace entente::inquiry {

enum class PlayerKind { agreements, members, levers };

/// Players of which all must be there; none: whatever asks for them is there anyway.
using Needs = std::vector<std::size_t>;
/// [player] 1: in the coalition.
using Members = std::vector<char>;

[[nodiscard]] bool met(const Needs& needs, const Members& members);

struct Players {
  PlayerKind kind = PlayerKind::agreements;
  std::vector<std::string> names;        ///< Sorted.
  std::vector<int> unions;               ///< [player] index of its a priori union.
  std::vector<std::string> union_names;  ///< Those that stand alone are called as they are.
  std::map<Symbol, std::size_t> number;  ///< Of an agreement or a state.
  Symbol alliance;                       ///< Of members: the one they would leave; empty: all.
  std::vector<std::vector<scenario::Lever>> levers;  ///< [player] of levers.

  /// What a promise needs to be there: its agreement, or both of its states.
  [[nodiscard]] Needs needs(const world::Commitment& promise) const;
  [[nodiscard]] std::size_t size() const { return names.size(); }
};

/// Agreements with a promise in force on the day of the scenario, of a state where `of` names one;
/// states with such a promise, of an agreement where `of` names one; or the levers named as
/// `player`. Where `player` names some, those alone. Errors: `unknown_name`, `unknown_state` (with
/// the nearest), `bad_value` (not in force; an alliance of fewer than two states; nobody to play;
/// levers that nobody named), and those of the levers.
[[nodiscard]] Result<Players> choose_players(const scenario::Request& request,
                                             const std::vector<world::Commitment>& promises);

}  // namespace entente::inquiry
