/// What was found out about the camps, and its tables.
///
/// Floor 5; part of alignment.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/alignment/asked.h"
#include "card/mover.h"
#include "card/record.h"

namespace entente::analysis {

/// How a minimum fares where sizes differ within their confidence.
struct Firmness {
  double stable_in = 1;  ///< Share of worlds in which it is a minimum too.
  double energy_p05 = 0, energy_p95 = 0;
};

struct AlignmentFindings {
  const AlignmentAsked& asked;
  solve::Minima minima;
  bool enumerated = true;                ///< Every minimum is among them.
  std::uint64_t drawn = 0;               ///< Descents, where basins are sampled; else 0.
  std::size_t worlds = 0;                ///< Of sizes; 0: not varied.
  std::vector<Firmness> firm = {};       ///< Of the first minima.
  std::vector<card::Mover> movers = {};  ///< Of the depth of the first minimum.
};

/// Minima whose firmness and members are told; the others are only listed.
inline constexpr std::size_t kToldMinima = 16;

/// Worlds of sizes: log-normal about their value, standard deviation of the logarithm by confidence
/// (A .05, B .15, C .40), for the sizes whose file states one. Nothing where none does.
void vary_sizes(AlignmentFindings& findings, std::size_t worlds, std::uint64_t seed);

/// Each size at both ends of what its confidence leaves open, all others as they are. Cost: two
/// looks at the first minimum each.
void move_sizes(AlignmentFindings& findings);

[[nodiscard]] std::span<const card::TableSpec> alignment_tables();
[[nodiscard]] std::span<const card::View> alignment_views();
void add_tables(card::Record& record, const AlignmentFindings& findings);

/// How a minimum compares with the camps in which the states were in the end.
struct Fit {
  std::vector<std::string> wrong;  ///< Fewest, whichever camp is called which.
  double size_right = 0;           ///< Share of all size.
  double chance = 1;               ///< Of so few errors in as many splits by chance.
  std::size_t baseline = 0;        ///< Errors with all states in one camp.
};

/// Nothing where the case does not say in which of two camps every state was.
[[nodiscard]] std::optional<Fit> fit_of(const AlignmentFindings& findings, std::size_t minimum);

/// Names of a camp, in the order of the file.
[[nodiscard]] std::string members(const AlignmentAsked& asked, const solve::Camps& camps,
                                  std::size_t camp);

[[nodiscard]] std::string alignment_finding(const AlignmentFindings& findings);

}  // namespace entente::analysis
