/// What a kind of lever is: a card and a function. Each stands in a file of its own and in one list
/// (`all.cpp`).
///
/// Floor 3; uses floors 0-2. Part of the levers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "scenario/levers/lever.h"
#include "scenario/scenario_fields.h"

namespace entente::scenario {

/// A lever being pulled. `cost` and `delay_months` are filled by kinds that work them out.
struct Pulling {
  Library& library;
  const Lever& lever;
  Faults& faults;

  [[nodiscard]] world::World& world() const { return library.world; }
  void fault(const Where& where, std::string message, std::string hint = "",
             Code code = Code::bad_value) const;
};

/// What a kind says of the cost and the delay of an effect where the lever says nothing.
struct Terms {
  world::Uncertain cost;  ///< bn USD of 2025 a year.
  world::Uncertain delay_months;
};

/// A kind. All texts have static storage.
struct LeverKind {
  std::string_view name;    ///< snake_case.
  std::string_view help;    ///< One sentence: what a government does.
  std::string_view effect;  ///< One sentence: what changes in the world, in which unit.
  std::string_view source;  ///< Where the rule comes from.
  std::span<const ScenarioKey> keys;
  std::span<const std::string_view> one_of;  ///< Keys of which exactly one is given; or none.
  /// Changes the library. Names were known when the lever was read; what it cannot do is a fault.
  void (*apply)(const Effect&, Pulling&) = nullptr;
  /// Faults among the fields of one effect; may be null.
  void (*check)(const Effect&, const Where& where, Faults&) = nullptr;
  /// Cost and delay that follow from the fields; may be null: none and at once.
  Terms (*terms)(const Effect&, Pulling&) = nullptr;
};

/// All kinds, sorted by name.
[[nodiscard]] std::span<const LeverKind* const> lever_kinds();

/// The kind of this name, or null.
[[nodiscard]] const LeverKind* find_kind(std::string_view name);

/// The fields that a lever of any kind takes: card, cost, delay_months, excludes.
[[nodiscard]] std::span<const ScenarioKey> lever_keys();

}  // namespace entente::scenario
