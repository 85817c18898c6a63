/// What makes one portfolio better than another, over the worlds in which both are seen.
///
/// Floor 6; part of design. Losses: less is better.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace entente::inquiry {

enum class Criterion { mean, worst, cvar, regret };
inline constexpr std::string_view kCriteria[] = {"mean", "worst", "cvar", "regret"};

/// [world] losses.
using Losses = std::vector<double>;

/// REQUIRES: at least one world.
[[nodiscard]] double mean_of(std::span<const double> losses);
[[nodiscard]] double worst_of(std::span<const double> losses);
/// Conditional value at risk: the mean of the worst `tail` of the worlds, the last of them in part.
/// `tail` in (0, 1]. Source: Rockafellar and Uryasev (2000).
[[nodiscard]] double cvar_of(std::span<const double> losses, double tail);
/// The greatest loss over what the best portfolio of each world has there. Source: Savage (1951).
[[nodiscard]] double regret_of(std::span<const double> losses, std::span<const double> best);

struct Judgement {
  Criterion criterion = Criterion::mean;
  double tail = 0.1;
};

/// What is to be made small. `best`: [world] the least loss known, for regret.
[[nodiscard]] double score_of(const Judgement& judgement, std::span<const double> losses,
                              std::span<const double> best);

}  // namespace entente::inquiry
