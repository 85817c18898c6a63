/// The network of promises of a day or year, also as files that other programs read.
///
/// Floor 5; uses floors 0-4.
#pragma once

#include "scenario/analysis.h"

namespace entente::analysis {

extern const Analysis network;

}  // namespace entente::analysis
