/// The promises a question is about, with their reliabilities, and what the assumptions move.
///
/// Floor 5; part of credibility.
#pragma once

#include <string>
#include <vector>

#include "belief/common_cause.h"
#include "belief/reliability.h"
#include "scenario/library.h"

namespace entente::analysis {

/// A commitment and how likely it is kept.
struct Promise {
  world::Commitment commitment;
  double theta = 0;
};

/// The promises in force on `day`, of `patron` alone unless it is empty; by promisor, beneficiary,
/// agreement and article.
[[nodiscard]] std::vector<Promise> promises_on(const scenario::Library& library, Date day,
                                               Symbol patron,
                                               const belief::Assumptions& assumptions);

/// The middle one by reliability of the promises to fight or to assist (the lower of two middle
/// ones); null where there is none.
[[nodiscard]] const Promise* median_bound(const std::vector<Promise>& promises);

/// The bound promises of one promisor taken together.
struct Patron {
  Symbol promisor;
  std::vector<double> thetas;  ///< One a beneficiary: the largest of its bound promises.
};

/// In the order of the promises.
[[nodiscard]] std::vector<Patron> patrons_of(const std::vector<Promise>& promises);

/// What one assumption moves when it runs over its range and all others stay.
struct Moved {
  const belief::Assumption* assumption = nullptr;
  double value = 0, low = 0, high = 0;
  double mean = 0;  ///< Change of the mean reliability of bound promises from low to high.
  double most = 0;  ///< The change of largest size of any one promise, bound or not.
};

/// All assumptions, those that move the mean most first; then by `most`, then by name.
[[nodiscard]] std::vector<Moved> what_moves(const std::vector<Promise>& promises,
                                            const Symbols& symbols,
                                            const belief::Assumptions& assumptions);

}  // namespace entente::analysis
