/// How assumptions that are numbers are written as fields.
///
/// Floor 1; part of card.
#pragma once

#include <string_view>

#include "card/card.h"

namespace entente::card {

/// The source of a number that this project chose.
inline constexpr std::string_view kOurs = "Assumption of this project";

/// An assumption that is a number: how it is offered, and where it is kept.
template <class Held>
struct Assumption {
  Field field;
  double Held::*value = nullptr;
};

constexpr Field number(std::string_view name, std::string_view unit, std::string_view help,
                       std::string_view source, std::string_view fallback, double low,
                       double high) {
  Field field;
  field.name = name;
  field.type = Type::number;
  field.unit = unit;
  field.help = help;
  field.source = source;
  field.fallback = fallback;
  field.low = low;
  field.high = high;
  return field;
}

}  // namespace entente::card
