/// A promise as the rest of the engine sees it: who owes what to whom, without the law behind it.
///
/// Floor 1; uses base. `treaty` writes commitments; `belief` and later rooms read them.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/symbol.h"

namespace entente::world {

/// What may be owed. The first two are what "bound" means.
enum class Duty { fight, assist, supply, share, host, consult, stay_out, not_attack, none };

/// Who decides whether and how the duty is met.
enum class Discretion { automatic, own_judgement, on_request, by_vote };

/// The legal form. Only a ratified treaty makes an ally.
enum class Form { treaty, executive, statute, memorandum, declaration };

[[nodiscard]] std::string_view word(Duty duty);
[[nodiscard]] std::string_view word(Discretion discretion);
[[nodiscard]] std::string_view word(Form form);

/// A state is bound when it owes armed force or aid.
[[nodiscard]] constexpr bool binds(Duty duty) {
  return duty == Duty::fight || duty == Duty::assist;
}

struct Commitment {
  Symbol promisor;
  Symbol beneficiary;
  Duty duty = Duty::none;
  Discretion discretion = Discretion::own_judgement;
  Form form = Form::treaty;
  int institution = 0;    ///< 0 none, 1 contact, 2 staff, 3 command.
  bool nuclear = false;   ///< Nuclear forces and sharing stand behind it.
  bool defensive = true;  ///< Answers an attack on the beneficiary (the DEF bit).
  Symbol agreement;
  Symbol article;
  Date since;  ///< First day on which both were bound.
  std::optional<double> reliability =
      {};  ///< In [0, 1]; fixed by a scenario, else left to `belief`.
};

}  // namespace entente::world
