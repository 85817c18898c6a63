/// The support that a decision needs before a government can take it.
///
/// Floor 2; part of domestic. Democracies have a gate of their own for each decision; elsewhere one
/// lower gate stands for all, the support of those without whom the ruler cannot act. Source:
/// models of this project, sections 7 and 16; every gate is an assumption.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "card/assumption.h"

namespace entente::domestic {

/// Who has to be won: an electorate, or those around a ruler.
enum class Regime { democracy, other };

/// What a gate stands before. `tax` is a rise of one per cent of GDP.
enum class Decision {
  budget,
  concession,
  conscription,
  nuclear,
  nuclear_hosting,
  pact,
  send_troops,
  tax
};

/// The words of both, as files and tables write them.
[[nodiscard]] std::string_view word(Regime regime);
[[nodiscard]] std::string_view word(Decision decision);

/// All decisions in order of their words.
[[nodiscard]] std::span<const Decision> decisions();

/// The decision of a word, or null.
[[nodiscard]] const Decision* find_decision(std::string_view word);

/// The numbers; defaults are those of the fields.
struct Gates {
  double budget = 0.4, concession = 0.5, conscription = 0.5, nuclear = 0.6;
  double nuclear_hosting = 0.5, pact = 0.4, send_troops = 0.45, tax = 0.45;
  double other = 0.2;  ///< Every decision of a state that is no democracy.
};

using Gate = card::Assumption<Gates>;

inline constexpr std::array kGates = {
    Gate{card::number("gate_budget", "share",
                      "Support that money for arms of one's own making needs.", card::kOurs, "0.4",
                      0.3, 0.5),
         &Gates::budget},
    Gate{card::number("gate_concession", "share", "Support that a concession to a rival needs.",
                      card::kOurs, "0.5", 0.4, 0.6),
         &Gates::concession},
    Gate{card::number("gate_conscription", "share", "Support that conscription needs.", card::kOurs,
                      "0.5", 0.4, 0.6),
         &Gates::conscription},
    Gate{card::number("gate_nuclear", "share", "Support that nuclear weapons of one's own need.",
                      card::kOurs, "0.6", 0.5, 0.7),
         &Gates::nuclear},
    Gate{card::number("gate_nuclear_hosting", "share",
                      "Support that another's nuclear weapons on one's soil need.", card::kOurs,
                      "0.5", 0.4, 0.6),
         &Gates::nuclear_hosting},
    Gate{card::number("gate_pact", "share", "Support that a new agreement needs.", card::kOurs,
                      "0.4", 0.3, 0.5),
         &Gates::pact},
    Gate{card::number("gate_send_troops", "share", "Support that sending troops needs.",
                      card::kOurs, "0.45", 0.35, 0.55),
         &Gates::send_troops},
    Gate{card::number("gate_tax", "share", "Support that a tax of one per cent of GDP needs.",
                      card::kOurs, "0.45", 0.35, 0.55),
         &Gates::tax},
    Gate{card::number("gate_other", "share",
                      "Support that any of these needs where the state is no democracy.",
                      card::kOurs, "0.2", 0.1, 0.35),
         &Gates::other},
};

/// The support a decision needs, in [0, 1].
[[nodiscard]] double gate(Regime regime, Decision decision, const Gates& gates);

/// Whether support reaches the gate: at it counts as through.
[[nodiscard]] bool passes(double support, Regime regime, Decision decision, const Gates& gates);

}  // namespace entente::domestic
