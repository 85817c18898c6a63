/// The ledger's gap with the switch thrown, beside the gap without it: the same draws.
///
/// Floor 5; part of cutoff.
#pragma once

#include "campaign/cutoff.h"
#include "campaign/draws.h"
#include "campaign/gaps.h"

namespace entente::analysis {

/// Figures of a set in a row, each in the unit of the gap.
enum class GapFigure {
  ledger,       ///< The ledger's own: the patron may or may not support, as it is drawn.
  supplied,     ///< The patron supports for certain.
  thrown,       ///< It withholds the services and sends its forces as drawn.
  alone,        ///< It withholds its forces too.
  thrown_more,  ///< `thrown` less `supplied`.
  alone_more,   ///< `alone` less `supplied`.
  naive,        ///< Everything bought stops at once, shares added up; forces come as drawn.
  naive_more    ///< `naive` less `supplied`.
};
inline constexpr std::size_t kGapFigures = 8;

[[nodiscard]] constexpr std::size_t gap_column(std::size_t set, GapFigure figure) {
  return set * kGapFigures + static_cast<std::size_t>(figure);
}

/// What is to be worked out. All are read, none is kept.
struct GapSweep {
  const campaign::Question& question;
  const Symbols& symbols;
  const std::vector<campaign::Service>& services;
  const campaign::Switch& thrown;
  campaign::Sampling sampling;
};

/// Sums of `gap_column` over the draws of the ledger with the same seed, draws and premises. Cost:
/// up to four times the gaps of a ledger. Of a run that is stopped the draws there are; throws
/// `Cancelled` where there is nothing to show.
[[nodiscard]] campaign::Drawn gap_sweep(const GapSweep& sweep, const Run& run);

}  // namespace entente::analysis
