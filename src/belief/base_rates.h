/// How often alliance promises were kept in war: the published counts, and the rates taken from
/// them.
///
/// Floor 2; uses base, card, world. Facts of the literature, each with its source.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "world/commitment.h"

namespace entente::belief {

/// Types of obligation for which rates are published (ATOP: DEF, OFF, NEU, NAG, CON).
enum class Type { defence, offence, neutrality, non_aggression, consultation };

[[nodiscard]] std::string_view word(Type type);

/// The type whose rate a promise takes: fight is defence, or offence where it answers an attack by
/// the beneficiary; assist, supply, share and host count as defence; stay_out is neutrality,
/// not_attack non-aggression, consult consultation. REQUIRES: a duty other than none.
[[nodiscard]] Type type_of(const world::Commitment& commitment);

/// One published count. `kept` and `all` are 0 where only the share was published.
struct Count {
  std::string_view type;  ///< snake_case.
  int kept = 0, all = 0;
  double share = 0;  ///< kept / all, or the published share.
  std::string_view source;
};

/// All counts, whole before parts.
[[nodiscard]] std::span<const Count> counts();

/// The share of a count. REQUIRES: a type that is in the list.
[[nodiscard]] double share(std::string_view type);

/// The weight w of the first part in whole = w first + (1 - w) second. REQUIRES: first != second.
[[nodiscard]] double mixture_weight(double whole, double first, double second);

/// A choice of base rates: one rate a type.
struct BaseRates {
  std::string_view name;  ///< snake_case, a choice of the field `base_rate`.
  std::string_view meaning;
  std::string_view source;
  double rate[5];  ///< In the order of `Type`.

  [[nodiscard]] double of(Type type) const { return rate[static_cast<int>(type)]; }
};

/// The choices, sorted by name:
/// `berkemeier_fuhrmann`: the exact counts of 1816-2003 by type (defence 42/102).
/// `hierarchical`: the default: the same rates, rounded (defence .41), as the mean of a weak
/// prior, over which the structure of a promise and what was observed of it have their say.
/// `leeds_long_mitchell`: the 74.5 % of 1816-1944 for every type, since it was published for all
/// types together: the optimists' structural alternative.
[[nodiscard]] std::span<const BaseRates> base_rates();

/// A choice by name, or null.
[[nodiscard]] const BaseRates* find_base_rates(std::string_view name);

}  // namespace entente::belief
