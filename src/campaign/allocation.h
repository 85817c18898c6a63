/// One element in one set of contingencies: what is asked, what may come, and the best allocation.
///
/// Floor 4; uses floors 0-3. Without a common limit on lift (`joint.h` has it) the elements do not
/// share anything, so the programme of a set is the sum of one small programme an element. Source:
/// section 4.1 of the models of this project.
#pragma once

#include <span>
#include <vector>

#include "campaign/terms.h"
#include "solve/linear_programme.h"

namespace entente::campaign {

/// A pool in one contingency of the set.
struct Slot {
  int pool = 0;
  std::size_t place = 0;      ///< Index in the set.
  std::size_t first = 0;      ///< First period in which it can be there.
  std::vector<double> cap;    ///< [period] most units there by then; does not fall.
  std::vector<double> unit;   ///< [period] the same for one unit in the pool.
  std::vector<double> works;  ///< [period] share of a unit there that can be used.
  double days = 0;            ///< Of movement; 0 where it is based inside.
  bool inside = false;        ///< Based inside the theatre.
  double lift = 0;            ///< Lift that a unit takes on its way by air, in unit-days of lift.
};

/// A way from one slot of a pool to another.
struct Move {
  std::size_t from = 0, to = 0;        ///< Slots.
  std::size_t depart = 0, arrive = 0;  ///< Periods: gone from the one, there from the other on.
  double days = 0;
  double lift = 0;  ///< As of a slot.
};

/// The limits of a pool over all contingencies of the set.
struct Limit {
  int pool = 0;
  std::size_t begin = 0, end = 0;  ///< Its slots.
  std::vector<double> all, away;   ///< [period] most units anywhere; away from its own theatres.
  std::vector<double> all_unit, away_unit;
  bool inside = false;  ///< Some slot lies in a theatre of its own, so the two limits differ.
};

/// A time-phased allocation of one element: minimise sum of weight * short.
struct Problem {
  int element = 0;
  std::vector<int> set;  ///< Contingencies.
  std::size_t periods = 0;
  std::vector<double> demand;  ///< [place * periods + period] before the host's own forces.
  std::vector<double> host;    ///< The host's, as far as they work.
  std::vector<double> net;     ///< max(0, demand - host).
  std::vector<double> weight;  ///< w v share of time, for one unit short.
  std::vector<double> time;    ///< [period] share of the horizon.
  std::vector<Slot> slots;     ///< By pool, then place.
  std::vector<Limit> limits;   ///< Pools with a slot.
  std::vector<Move> moves;     ///< By `from`; where re-deployment is asked for.

  [[nodiscard]] double required() const;  ///< The objective if nothing came.
};

/// States the problem of an element in a set, a draw given. A target of the set lends nothing. Cost
/// O(pools x set x periods).
[[nodiscard]] Problem problem_of(const DrawTerms& terms, std::span<const int> set, int element);

/// The same for one problem of a draw: works the terms out for its element first, which takes
/// longer than the problem. Cost O(pools x contingencies x periods).
[[nodiscard]] Problem problem_of(const Situation& situation, const Numbers& numbers,
                                 const Kept& kept, std::span<const int> set, int element);

/// The objective if every state that comes had unlimited forces: what only time and willingness
/// keep short.
[[nodiscard]] double unlimited(const Problem& problem);

/// The problem without what needs no choice: pools that no limit holds back go where they can, and
/// lower what is asked; slots that serve nothing asked go; again, until nothing changes. Its
/// optimum is that of the problem. Most reference problems end without slots.
[[nodiscard]] Problem reduced(const Problem& problem);

/// The optimum alone: the fast way (`outline.h` has a faster one for all sets of a draw). Equal to
/// that of `allocate` up to rounding: the objective of an allocation, which a dual bound meets
/// within 1e-11, or the answer of the general solver where none does.
[[nodiscard]] double least_shortfall(const Problem& problem);

class SmallProgramme;

/// The canonical optimum.
struct Allocation {
  double objective = 0;
  std::vector<double> shortage;  ///< [place * periods + period]
  std::vector<double> sent;      ///< [slot] units there at the end; with moves, at most.
  std::vector<double> at_work;   ///< [slot * periods + period] usable units.
  std::vector<double> price;     ///< [limit] fall of the objective for one more unit in the pool.
};

/// Solves lexicographically: least weighted shortfall; least largest unmet share of a contingency;
/// least movement (unit-days on the way); earlier owners first. Units that are sent come as soon as
/// they can without delaying others. Prices are right derivatives. By the method of our own where
/// the least shortfall is proved and kept to 1e-9; else by the general solver.
[[nodiscard]] Allocation allocate(const Problem& problem, const Situation& situation);
/// In the memory of `small`, whatever it solved before.
[[nodiscard]] Allocation allocate(const Problem& problem, const Situation& situation,
                                  SmallProgramme& small);
/// By the general solver alone, which may bring units later than they could come.
[[nodiscard]] Allocation allocate_generally(const Problem& problem, const Situation& situation);

}  // namespace entente::campaign
