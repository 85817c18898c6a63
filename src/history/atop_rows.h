/// Rows of `atop_member` as promises with days and conditions.
///
/// Floor 3; part of history, private to the room.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "base/date.h"
#include "history/store.h"

namespace entente::history {

/// The last year of the data: an alliance in force at its end is not known further, and ends there.
inline constexpr int kLastAtopYear = 2018;

/// The five promises of ATOP, in its order.
enum class Promised { defence, offence, neutrality, nonaggression, consultation };
inline constexpr std::size_t kPromises = 5;

/// What a promise is limited to.
struct Limits {
  bool adversary = false;                 ///< To certain adversaries.
  bool place = false;                     ///< To a place.
  bool ongoing = false;                   ///< To a war that is on.
  bool number = false;                    ///< To a number of adversaries.
  bool demands = false;                   ///< To certain demands.
  bool unprovoked = false;                ///< Where the partner gave no provocation.
  bool attacked = false;                  ///< Where the partner is attacked (neutrality).
  bool on_request = false;                ///< Where the partner asks (consultation).
  std::array<std::int64_t, 2> threats{};  ///< COW numbers of named adversaries, or 0.
  auto operator<=>(const Limits&) const = default;
};

/// One row: a member in one phase.
struct AtopRow {
  std::int64_t member = 0;
  Spell spell;
  bool open = false;  ///< In force when the data end.
  std::int64_t institution = 0;
  std::array<bool, kPromises> promised{};
  std::array<Limits, kPromises> limits{};
};

/// Rows by ATOP id, in the order of the file.
[[nodiscard]] Result<std::map<std::int64_t, std::vector<AtopRow>>> atop_rows(const Store& store);

/// Spells joined where one begins on the last day of another, on the day after, or before.
[[nodiscard]] std::vector<Spell> joined(std::vector<Spell> spells);

}  // namespace entente::history
