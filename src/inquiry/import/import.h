/// Reads published data sets into the database of imported data.
///
/// Floor 6; uses history, scenario and below.
#pragma once

#include "scenario/analysis.h"

namespace entente::inquiry {

/// Exact. Writes the file of `--data`; the record depends on the files alone. Cost: that of
/// `history::import_files`, and once more the hash of each file. (`import` alone begins a line of
/// its own in C++20.)
extern const scenario::Analysis import_data;

}  // namespace entente::inquiry
