/// Who fires what in a draw, and how long it lasts.
///
/// Floor 4; uses floors 0-3. Targets and the states that come fire their own stocks, the targets
/// first; partners that stay away give part of theirs.
#pragma once

#include <vector>

#include "campaign/arsenal/armoury.h"
#include "campaign/honour_draw.h"

namespace entente::campaign {

/// One draw: what is known in it.
struct FiringDraw {
  const Situation& situation;
  const Armoury& armoury;
  const ArmouryNumbers& numbers;
  const Kept& kept;
};

/// One thing that is otherwise than in the draw; -1 and 0: nothing.
struct Change {
  int without_stock = -1, without_line = -1;  ///< Index in `Armoury::stocks`.
  int without_tie = -1;                       ///< Index in `Armoury::ties`.
  bool without_surge = false, without_approval = false;
  int buyer = -1;            ///< Index in `Armoury::stocks`.
  double bought_before = 0;  ///< Rounds more in its stock on day 0.
  double bought_now = 0;     ///< Rounds it orders on day 0.
};

/// What became of one munition in one set of contingencies.
struct Outcome {
  double day = 0;  ///< On which use is first not met; the days looked at where it always is.
  bool lasts = true;
  double fired = 0;                        ///< Rounds.
  double refill_now = 0, refill_full = 0;  ///< Months to restore what those that fired are short.
};

/// The most months that restoring a stock is said to take: longer is never.
inline constexpr double kMostMonths = 1200;

/// Contingencies of a set that use a munition: their indices in `Armoury::uses`.
[[nodiscard]] std::vector<int> uses_in(const Armoury& armoury, const std::vector<int>& set,
                                       int munition);

/// Whether a holder is attacked, or may come, in any of these uses.
[[nodiscard]] bool may_fire(const Situation& situation, const Armoury& armoury,
                            const HolderCase& holder, const std::vector<int>& uses);

/// Runs the stocks of a munition down under these uses. A holder fires where it is attacked or
/// comes (by the share that comes, where shares come). One that does neither gives, unless it
/// attacks in one of the contingencies: to those that might have hoped for it (a triggered promise,
/// a declared share) and to those with whom it makes the munition. It gives
/// `transfer_share` of its stock above the floor at once and `output_share` of its output
/// (over a tie at least the strength of the tie), after `transfer_days`, and after the approval of
/// the export unless a tie joins it to one that fires. With `Until::first_shortage` only `day` and
/// `lasts` are worked out. Cost O(days x holders x uses).
[[nodiscard]] Outcome fire(const FiringDraw& draw, const std::vector<int>& uses,
                           const Change& change = {}, Until until = Until::end);

/// Days that one stock and its output meet all these uses alone, whoever comes; the days looked at
/// where they last.
[[nodiscard]] double days_alone(const ArmouryNumbers& numbers, int stock,
                                const std::vector<int>& uses);

/// Rounds of the munition of stock `buyer` that `budget` (m USD) buys, its partners' output
/// counted.
[[nodiscard]] double rounds_bought(const Armoury& armoury, const ArmouryNumbers& numbers, int buyer,
                                   double budget);

}  // namespace entente::campaign
