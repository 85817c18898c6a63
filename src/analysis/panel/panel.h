/// Research tables: state-years, pairs of states by year, alliance-years.
///
/// Floor 5; uses panel and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis panel;

}  // namespace entente::analysis
