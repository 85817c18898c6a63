/// The programme of a set with a name for every row and column, for other solvers.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "campaign/honour_draw.h"
#include "solve/linear_programme.h"

namespace entente::campaign {

struct NamedProgramme {
  solve::LinearProgramme lp;
  std::vector<std::string> rows, columns;
};

/// The programmes of all elements of a set as one, under the rules of the situation. Names:
/// KIND.SET.ELEMENT.dDAY.WHO, joined by dots, contingencies of the set by `+`. KIND of a column is
/// `short`, `there` or `move` (WHO ends in the places left and reached), of a row `cover`, `stay`,
/// `all`, `away` or `lift` (without an element).
[[nodiscard]] NamedProgramme named_programme(const Situation& situation, const Numbers& numbers,
                                             const Kept& kept, std::span<const int> set);

}  // namespace entente::campaign
