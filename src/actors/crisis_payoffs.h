/// What an end of a crisis is worth to whom.
///
/// Floor 2; uses card. Source: Fearon (1994, 1995); models of this project, section 9.
#pragma once

#include <vector>

#include "actors/crisis_terms.h"

namespace entente::actors {

enum class CrisisCamp { challenger, defender, neutral };

/// Where an ally stands. Those that are no allies are always in.
enum class AllyStatus : unsigned char { out, in, delayed, reneged };

/// A player as numbers.
struct CrisisSeat {
  CrisisCamp camp = CrisisCamp::neutral;
  double stake = 1, strength = 0, democracy = 0;
  double cost = 1;  ///< Of war, against others: below 1 for a type that bears it more easily.
  AllyStatus status = AllyStatus::in;
};

/// How a crisis ended.
struct CrisisOutcome {
  int rung = 0;      ///< Where it ended.
  int stood = 0;     ///< The rung from which it came there.
  bool war = false;  ///< Strengths decide; else `share` of the prize goes to the challenger.
  double share = 0;
  bool mediated = false;
  std::vector<char> backed;  ///< By seat: gave way in public.
};

/// P(the challenger's camp wins): strengths of those in, of the delayed in part, raised to
/// `decisiveness`, over both; 1/2 where nobody has any.
[[nodiscard]] double crisis_odds(const std::vector<CrisisSeat>& seats, const CrisisTerms& terms);

/// What both sides would rather take than fight for: [low, high] of the challenger's share.
struct BargainingRange {
  double odds = 0, low = 0, high = 0;
};

/// (p - c_A, p + c_D) for war on `rung`, of the first challenger and the first defender that are no
/// allies. Source: Fearon (1995), International Organization 49.
[[nodiscard]] BargainingRange bargaining_range(const std::vector<CrisisSeat>& seats, int rung,
                                               const CrisisTerms& terms);

/// Payoffs by seat, in units of the prize at stake 1: the challenger's camp gains stake x share,
/// the defender's loses it; whoever is in pays stake x cost of the rung, neutrals too; who gave way
/// pays stake x audience cost x democracy x the rung it stood on; a promise broken costs its ally.
[[nodiscard]] std::vector<double> crisis_payoffs(const std::vector<CrisisSeat>& seats,
                                                 const CrisisOutcome& outcome,
                                                 const CrisisTerms& terms);

}  // namespace entente::actors
