/// Boxes in which what is sought for is dense: the patient rule induction method.
///
/// Floor 1; standard library only.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente::solve {

/// Cases: coordinates row after row, and whether each is of interest.
struct PrimCases {
  std::size_t factors = 0;
  std::vector<double> values;  ///< [case * factors + factor]
  std::vector<char> interest;  ///< [case] 1 or 0.

  [[nodiscard]] double at(std::size_t row, std::size_t factor) const {
    return values[row * factors + factor];
  }
};

struct PrimSettings {
  double peel = 0.05;   ///< Share of the cases inside that a step takes away.
  double least = 0.05;  ///< Share of all cases below which no box goes.
};

/// A box and how well it holds what is of interest.
struct PrimBox {
  std::vector<double> low, high;  ///< [factor] Both inclusive; the ends of the cases where free.
  std::vector<char> from, to;     ///< [factor] 1: restricted at this end.
  double coverage = 0;            ///< Share of the cases of interest that lie inside.
  double density = 0;             ///< Share of the cases inside that are of interest.
  double mass = 0;                ///< Share of all cases that lie inside.

  [[nodiscard]] bool restricted(std::size_t factor) const {
    return from[factor] != 0 || to[factor] != 0;
  }
  [[nodiscard]] std::size_t restrictions() const;
};

/// The steps from all cases to the smallest box, and one of them.
struct PrimSearch {
  std::vector<PrimBox> trajectory;  ///< The first is all cases.
  PrimBox box;                      ///< The one that was chosen, pasted.
  std::vector<double> quasi_p;      ///< [factor] Of its restriction; 1 where it has none.
};

/// Peels the `peel` share of the cases at the end of a factor whose loss leaves the greatest
/// density (of equals the one that leaves most cases, then the first factor, then its lower end),
/// until fewer than `least` would be left or nothing but cases of interest is. Chosen is the step
/// with the greatest harmonic mean of coverage and density, the first of equals; it is pasted:
/// widened by the same share where density does not fall, and freed of ends that keep no case out.
/// Cases that share a value go together. The quasi-p of a restriction is the chance that as many of
/// the cases inside would be of interest if each were so with the density of the box without the
/// restriction (binomial, one-sided). REQUIRES: at least one case. Cost O(steps x factors x cases
/// log cases). Source: Friedman and Fisher (1999), Statistics and Computing 9:123; Bryant and
/// Lempert (2010), Technological Forecasting and Social Change 77:34.
[[nodiscard]] PrimSearch prim(const PrimCases& cases, const PrimSettings& settings = {});

/// The cases that lie outside a box, in their order: for the next one.
[[nodiscard]] PrimCases outside(const PrimCases& cases, const PrimBox& box);

/// P(X >= successes) of a binomial law. REQUIRES: p in [0, 1]. O(trials).
[[nodiscard]] double binomial_tail(std::size_t successes, std::size_t trials, double p);

}  // namespace entente::solve
