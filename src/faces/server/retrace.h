/// Questions about the record of a run that the store keeps.
///
/// Floor 9; uses base, card, scenario, catalogue, text and store.
#pragma once

#include "card/record.h"
#include "faces/server/ask.h"
#include "store/store.h"

namespace entente::server {

/// Carries out a question whose subject is the id of a run, with the scenarios of that run. The
/// record names the run, never the file that held it meanwhile. Errors: `unknown_name` where there
/// is no such run, `bad_value` where it has no record, those of the analysis.
[[nodiscard]] Result<card::Record> ask_of_record(const Ask& ask, const Run& run,
                                                 const scenario::Library& library,
                                                 store::Store& store,
                                                 std::span<const scenario::Analysis* const> verbs);

}  // namespace entente::server
