/// Promises without a text: those of `[[commitment]]` and of levers, as agreements of one article.
///
/// Floor 3; uses floors 0-2. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "treaty/agreement.h"

namespace entente::scenario {

/// What is promised by whom to whom, always and everywhere.
struct Promise {
  std::string id, name, source;
  std::string text = "A promise written in the scenario.";
  std::vector<Symbol> promisors;
  std::vector<Symbol> beneficiaries;  ///< Empty: the other promisors.
  bool mutual = false;                ///< Beneficiaries promise the promisors the same.
  treaty::Duty duty = treaty::Duty::fight;
  treaty::Form form = treaty::Form::treaty;
  int institution = 0;  ///< 0 to 3.
  bool nuclear = false;
  std::optional<double> reliability;  ///< In [0, 1].
};

/// The agreement that says so, in force always.
[[nodiscard]] treaty::Agreement agreement_of(const Promise& promise, Symbols& symbols);

}  // namespace entente::scenario
