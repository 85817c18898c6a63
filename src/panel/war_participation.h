/// Who was bound to join each inter-state war, and who joined.
///
/// Floor 4; uses history. Exact: draws no random numbers. A back-test of promises as predictions:
/// beside them stand the prediction that nobody joins and the one that neighbours join.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "panel/members.h"

namespace entente::panel {

/// A state in a war, at its first entry.
struct Belligerent {
  std::int64_t war = 0, state = 0;
  int side = 0;
  Date start;
  bool initiator = false;
  std::string name = {};  ///< Of the war.
};

/// What one member of an alliance promised the others for a spell of days.
struct Pact {
  std::int64_t alliance = 0, member = 0;
  Spell spell = {};
  bool defence = false, offence = false;
};

/// Predicted against observed, over wars and states outside them on their first day.
struct Confusion {
  int joined_predicted = 0, joined_unforeseen = 0;
  int absent_predicted = 0;  ///< Predicted to join, and did not (or fought on the other side).
  int absent_foreseen = 0;

  [[nodiscard]] double precision() const;  ///< Of those predicted, the share that joined.
  [[nodiscard]] double recall() const;     ///< Of those that joined, the share predicted.
  [[nodiscard]] double accuracy() const;
};

struct War {
  std::int64_t number = 0;
  std::string name;
  Date start;
  std::set<std::int64_t> originals;      ///< At war on the first day.
  std::set<std::int64_t> bound, joined;  ///< Neither holds an original.
  std::set<std::int64_t> kept;           ///< Bound, and joined the side they were bound to.
};

/// How often states that were bound joined, beside a published share of promises honoured.
struct KeptRate {
  std::string_view duty, period;
  int bound = 0, kept = 0;
  double published = 0;
  std::string_view source;
};

struct WarParticipation {
  std::vector<War> wars;  ///< By number.
  Confusion pacts, nobody, neighbours;
  std::vector<KeptRate> rates;
  std::vector<std::string> left_out;  ///< Wars without an initiator on their first day.
};

/// Two states with a common border by land.
struct Border {
  std::int64_t a = 0, b = 0;
  std::int64_t first = 0, last = 0;  ///< Years.
};

/// Bound is who on the day before the first of a war shares an alliance with an original
/// belligerent, and promised defence where that one was attacked, or offence where it attacked.
/// Attackers are the original belligerents marked as initiators; targets those on the other side.
/// Conditions of treaties (adversary, place, provocation) are not read, so bound is a wide circle.
/// Cost O(wars x pacts).
[[nodiscard]] WarParticipation war_participation(std::span<const Belligerent> belligerents,
                                                 std::span<const Pact> pacts,
                                                 std::span<const Border> borders,
                                                 const Members& members);

/// The same from the tables war_participant, atop_member, system_year and contiguity_spell.
/// Errors: those of the store.
[[nodiscard]] Result<WarParticipation> war_participation(const history::Store& store);

/// The tables that takes.
[[nodiscard]] std::span<const std::string_view> tables_of_war_participation();

}  // namespace entente::panel
