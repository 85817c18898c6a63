/// The numbers of a crisis: those of its case and of the model, each with its range.
///
/// Floor 4; part of campaign.
#pragma once

#include <string>
#include <vector>

#include "campaign/crisis/game.h"
#include "campaign/numbers.h"

namespace entente::campaign {

/// One number of a case or of the model, and where it sits in a world.
struct CrisisNumber {
  enum class Kind { stake, strength, democracy, firm, firm_cost, chance, share, term };

  std::string name;  ///< "stake of CHN", "precision".
  std::string unit;
  scenario::Ranged range;
  Kind kind = Kind::term;
  std::size_t at = 0, move = 0;  ///< Player, node, end or term; and the move.
  std::string source;

  [[nodiscard]] double* in(CrisisWorld& world) const;
};

/// Every number of which the range is open: the case's in its order, then the model's.
[[nodiscard]] std::vector<CrisisNumber> crisis_numbers(const scenario::CrisisCase& about,
                                                       const actors::CrisisTerms& terms,
                                                       const scenario::Plan& plan);

/// The case as it stands.
[[nodiscard]] CrisisWorld plain_world(const scenario::CrisisCase& about,
                                      const actors::CrisisTerms& terms);

/// A world: every number at a quantile of its own of what is not known.
[[nodiscard]] CrisisWorld drawn_world(CrisisWorld plain, const std::vector<CrisisNumber>& numbers,
                                      const WorldId& id);

}  // namespace entente::campaign
