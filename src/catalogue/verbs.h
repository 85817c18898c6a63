/// The verbs that look at the library itself.
///
/// Floor 7; uses scenario.
#pragma once

#include "scenario/analysis.h"

namespace entente::catalogue {

extern const scenario::Analysis check, describe, list, new_file, version;

}  // namespace entente::catalogue
