/// Sentences of verdicts and silences, and the readings they name.
///
/// Floor 2; private to the room.
#pragma once

#include <span>
#include <string>

#include "treaty/steps.h"

namespace entente::treaty {

/// Three significant digits, as severities are written.
[[nodiscard]] std::string number(double value);

/// Names joined by commas.
[[nodiscard]] std::string names(const Case& c, std::span<const Symbol> states);

/// The id of the place that was hit.
[[nodiscard]] std::string place_of(const Promise& p);

/// The threshold that holds for what was hit.
[[nodiscard]] Threshold threshold_of(const Promise& p);

/// What set the promise off, with severity against threshold and every reading it turns on.
[[nodiscard]] std::string owed_sentence(const Promise& p, double margin);

}  // namespace entente::treaty
