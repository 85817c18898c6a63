/// Fields in one line each: how the tables of keys of scenario files and levers are written.
///
/// Floor 3; uses card. Private to the room.
#pragma once

#include <array>
#include <limits>
#include <span>
#include <string_view>

#include "card/card.h"

namespace entente::scenario::fields {

using card::Field;
using card::Type;

inline constexpr double kUnbounded = std::numeric_limits<double>::infinity();
inline constexpr std::string_view kShare = "share";
inline constexpr std::string_view kUnits = "units of the element";

inline constexpr std::array<std::string_view, 8> kDuties{
    "fight", "assist", "supply", "share", "host", "consult", "stay_out", "not_attack"};
inline constexpr std::array<std::string_view, 5> kForms{"treaty", "executive", "statute",
                                                        "memorandum", "declaration"};
inline constexpr std::array<std::string_view, 3> kStatuses{"published", "derived", "assumption"};
inline constexpr std::array<std::string_view, 3> kConfidences{"A", "B", "C"};

constexpr Field text(std::string_view name, std::string_view help, std::string_view fallback = "") {
  return {.name = name, .help = help, .fallback = fallback};
}

constexpr Field name_of(std::string_view name, std::string_view of, std::string_view help,
                        std::string_view fallback = "") {
  return {.name = name, .type = Type::name_of, .help = help, .fallback = fallback, .of = of};
}

constexpr Field number(std::string_view name, std::string_view unit, std::string_view help,
                       std::string_view fallback = "", double high = kUnbounded) {
  return {.name = name,
          .type = Type::number,
          .unit = unit,
          .help = help,
          .fallback = fallback,
          .low = 0,
          .high = high};
}

constexpr Field share(std::string_view name, std::string_view help,
                      std::string_view fallback = "") {
  return number(name, kShare, help, fallback, 1);
}

constexpr Field between(std::string_view name, std::string_view unit, std::string_view help,
                        std::string_view fallback, double low, double high) {
  Field field = number(name, unit, help, fallback, high);
  field.low = low;
  return field;
}

/// A relative change: -0.2 is a fifth less.
constexpr Field change(std::string_view name, std::string_view help) {
  return between(name, "relative change", help, "", -1, 100);
}

constexpr Field integer(std::string_view name, std::string_view unit, std::string_view help,
                        std::string_view fallback, double low, double high) {
  return {.name = name,
          .type = Type::integer,
          .unit = unit,
          .help = help,
          .fallback = fallback,
          .low = low,
          .high = high};
}

constexpr Field choice(std::string_view name, std::span<const std::string_view> choices,
                       std::string_view help, std::string_view fallback = "") {
  return {
      .name = name, .type = Type::choice, .help = help, .fallback = fallback, .choices = choices};
}

constexpr Field boolean(std::string_view name, std::string_view help, std::string_view fallback) {
  return {.name = name, .type = Type::boolean, .help = help, .fallback = fallback};
}

constexpr Field required(Field field) {
  field.required = true;
  return field;
}

}  // namespace entente::scenario::fields
