/// What moves the figures of a question: everything that is not known, one at a time, held at its
/// low and at its high quantile.
///
/// Floor 4; uses floors 0-3. Facts are those of the tables and every state sends its probability's
/// share, so a figure costs one world at each end; whoever asks says what it draws besides, the
/// same at both ends.
#pragma once

#include <functional>
#include <vector>

#include "base/run.h"
#include "campaign/factors.h"
#include "card/mover.h"

namespace entente::campaign {

/// A factor and the figures with it at either end.
struct FactorEnds {
  Factor factor;
  std::optional<world::Uncertain> range = {};  ///< Of an assumption.
  std::string unit = {};                       ///< Likewise.
  std::vector<double> low = {}, high = {};
};

/// What is assumed of those who decide and judge: stakes, judges, and movement where it is asked
/// for. `factors_of` has everything else.
[[nodiscard]] std::vector<Factor> deciding_factors(const Question& question);

/// The same premises with a factor held, whatever else holds it.
[[nodiscard]] Premises held_at(Premises premises, const Push& push);

/// Figures with a factor held; called from several threads.
using FiguresUnder = std::function<std::vector<double>(const Push&)>;

/// Without the forces of single owners, which are many and little each: they stay with their kind.
[[nodiscard]] std::vector<Factor> without_owners(std::vector<Factor> factors);

/// Every factor at both ends. Cost: two calls a factor. Throws `Cancelled`.
[[nodiscard]] std::vector<FactorEnds> at_both_ends(const Question& question,
                                                   std::vector<Factor> factors,
                                                   const FiguresUnder& figures, const Run& run);

/// One figure of them, what moves it most first.
[[nodiscard]] std::vector<card::Mover> movers_of(const std::vector<FactorEnds>& pairs,
                                                 std::size_t figure);

}  // namespace entente::campaign
