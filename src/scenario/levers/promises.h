/// What the kinds of levers that make promises share.
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"
#include "scenario/promise.h"

namespace entente::scenario::levers {

/// Keys of a promise, beside who makes it.
inline constexpr ScenarioKey kDuty{
    fields::choice("duty", fields::kDuties, "What is owed.", "fight")};
inline constexpr ScenarioKey kForm{
    fields::choice("form", fields::kForms, "The legal form.", "treaty")};
inline constexpr ScenarioKey kInstitution{fields::integer(
    "institution", "", "0 none, 1 contact, 2 staff, 3 integrated command.", "0", 0, 3)};
inline constexpr ScenarioKey kNuclear{
    fields::boolean("nuclear", "Nuclear forces and sharing stand behind it.", "false")};
inline constexpr ScenarioKey kReliability{fields::number(
    "reliability", "probability", "Fixes how likely the promise is kept.", "worked out", 1)};
inline constexpr ScenarioKey kId{
    fields::text("id", "Its name as an agreement.", "that of the lever, numbered if need be")};

/// The promise that the fields describe, but for its sides. Its id is not taken yet.
[[nodiscard]] Promise promise_of(const Effect& effect, const Pulling& pulling);

/// The agreement of a field, or null.
[[nodiscard]] treaty::Agreement* agreement_of(const Effect& effect, const Pulling& pulling);

}  // namespace entente::scenario::levers
