/// A judge: one light model of who wins, as a card.
///
/// Floor 4; part of campaign. One file a judge, named in `all.cpp`. Judges hold no randomness: what
/// is uncertain comes in `Judgement`, and points where sides give up scatter in closed form.
#pragma once

#include <span>
#include <string_view>

#include "campaign/adjudication/win.h"
#include "card/card.h"

namespace entente::campaign {

/// A battle as the judges see it.
struct Meeting {
  const Battle* battle = nullptr;
  double until = 0;                   ///< Days to the clock, > 0.
  double attacker = 0, defender = 0;  ///< Mean strength over days 0 to `until`.
  double attacker_naval = 0, defender_naval = 0;
};

struct Judge {
  card::Card card;
  bool (*applies)(const Meeting& meeting) = nullptr;
  /// Only asked where it applies and both mean strengths are above 0.
  double (*win)(const Meeting& meeting, const Judgement& numbers) = nullptr;
};

namespace adjudication {

/// Every judge, sorted by name; `ensemble` is one of them.
[[nodiscard]] std::span<const Judge* const> all();

/// A judge by name, or null.
[[nodiscard]] const Judge* find(std::string_view name);

/// The mean of the others that apply.
extern const Judge ensemble;

/// For `applies`.
[[nodiscard]] inline bool always(const Meeting&) { return true; }
[[nodiscard]] inline bool between_states(const Meeting& meeting) {
  return !meeting.battle->irregular;
}

}  // namespace adjudication
}  // namespace entente::campaign
