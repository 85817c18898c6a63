/// The description of the interface, made from the routes and the cards.
///
/// Floor 9; uses card, catalogue and scenario.
#pragma once

#include <span>
#include <string>

#include "scenario/analysis.h"

namespace entente::server {

/// OpenAPI 3.1 as JSON: every route, and a schema of what each offered verb takes. Cost O(cards).
[[nodiscard]] std::string openapi(std::span<const scenario::Analysis* const> verbs);

}  // namespace entente::server
