/// A problem as its optimum alone needs it: what may change is copied, the rest only looked at.
///
/// Floor 4; part of campaign. The tables of the problem or of the draw that an outline was made
/// from must live as long.
#pragma once

#include <span>
#include <vector>

#include "campaign/allocation.h"
#include "campaign/terms.h"

namespace entente::campaign {

class SmallProgramme;

struct Outline {
  struct Slot {
    std::span<const double> cap, works;  ///< [period], as in a problem.
    std::size_t place = 0, first = 0;
    bool inside = false;
    std::size_t source = 0;  ///< Index among the slots of the problem, or row of the terms.
  };
  struct Limit {
    std::span<const double> all, away;  ///< [period], as in a problem.
    std::size_t begin = 0, end = 0;     ///< Its slots.
    bool inside = false;
    std::size_t source = 0;  ///< Index among the limits of the problem, or pool of the terms.
    bool chooses = false;    ///< Sending all it can is a choice even where no limit holds it back.
  };
  std::size_t places = 0, periods = 0;
  std::vector<double> net, weight;  ///< [place * periods + period]
  std::vector<Slot> slots;
  std::vector<Limit> limits;

  /// Of a slot in the limit that holds it: based inside the theatre, so free of the limit on units
  /// away.
  [[nodiscard]] static bool own(const Limit& limit, const Slot& slot) {
    return limit.inside && slot.inside;
  }
};

[[nodiscard]] Outline outline_of(const Problem& problem);

/// That of `problem_of(terms, set, element)`. A target of the set lends nothing.
[[nodiscard]] Outline outline_of(const DrawTerms& terms, std::span<const int> set, int element);
/// In the memory of another one.
void outline_of(const DrawTerms& terms, std::span<const int> set, int element, Outline& outline);

/// What a linear programme of it needs, and no more.
[[nodiscard]] Problem problem_of(const Outline& outline);

/// Takes out what needs no choice; see `reduced(Problem)`.
void reduce(Outline& outline);

/// As for a problem.
[[nodiscard]] double required(const Outline& outline);
[[nodiscard]] double unlimited(const Outline& outline);
/// In the memory of `small`, whatever it solved before. Reduces the outline.
[[nodiscard]] double least_shortfall(Outline& outline, SmallProgramme& small);
[[nodiscard]] double least_shortfall(Outline outline);

}  // namespace entente::campaign
