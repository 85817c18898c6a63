/// Help, made from the cards.
///
/// Floor 9; uses card and catalogue.
#pragma once

#include <span>
#include <string>

#include "catalogue/catalogue.h"

namespace entente::cli {

/// All verbs with the questions they answer.
[[nodiscard]] std::string overview(std::span<const scenario::Analysis* const> verbs);

/// Usage, subject, flags, tables and source of one verb.
[[nodiscard]] std::string help(const card::Card& card);

}  // namespace entente::cli
