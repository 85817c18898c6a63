/// The variants of a study as worlds that can be explored.
///
/// Floor 5; part of studies.
#pragma once

#include "studies/experiments/exploration.h"

namespace entente::studies {

struct Plans {
  std::vector<Option> options;
  std::vector<std::string> notices;
};

/// Every variant under the belief that is explored, its levers pulled. Money is spent once, by
/// draws of honour at the facts of the tables: a plan is made before anybody knows how things turn
/// out. Errors: those of levers, of `name_hub_allies` and of `make_cells`; `bad_value` where no
/// variant is looked at under the belief.
/// `buying`: false to check a file, which buys nothing.
[[nodiscard]] Result<Plans> make_plans(const StudyFile& study, scenario::Library library,
                                       const scenario::Request& request, bool buying);

}  // namespace entente::studies
