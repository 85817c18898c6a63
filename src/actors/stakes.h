/// What an attack is worth and costs to whoever thinks of it, with ranges.
///
/// Floor 2; uses card. All in units of the prize. Source: models of this project, section 3.1,
/// after the contest models of Hirshleifer (1989) and Skaperdas (1996); every number is an
/// assumption.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::actors {

/// The numbers; defaults are those of the fields.
struct Stakes {
  double prize = 1, loss = 0.8, cost = 0.2, cost_patron = 0.3, nuclear_cost = 0.1;
  double status_quo = 0;
  double loss_aversion = 2.25, aspiration = 0.6;
  double base_rate_attack = 0.02, hazard_ratio = 0.82;
  double incidents_month = 2.5, step_incident = 0.02, slip_incident = 0.01, cost_incident = 0.002;
};

using Stake = card::Assumption<Stakes>;

inline constexpr std::array kStakes = {
    Stake{card::number("prize", "prize", "What winning is worth; the unit of the others.",
                       "By definition", "1", 1, 1),
          &Stakes::prize},
    Stake{card::number("loss", "prize", "What being beaten costs the attacker.", card::kOurs, "0.8",
                       0.3, 2),
          &Stakes::loss},
    Stake{card::number("cost", "prize", "What fighting costs the attacker, win or lose.",
                       card::kOurs, "0.2", 0.05, 0.6),
          &Stakes::cost},
    Stake{card::number("cost_patron", "prize",
                       "What it costs the attacker besides if the patron fights.", card::kOurs,
                       "0.3", 0, 0.8),
          &Stakes::cost_patron},
    Stake{card::number("nuclear_cost", "prize",
                       "What the risk of nuclear war costs under an umbrella that is certain.",
                       card::kOurs, "0.1", 0, 0.5),
          &Stakes::nuclear_cost},
    Stake{card::number("status_quo", "prize",
                       "What leaving things as they are is worth to the attacker.", card::kOurs,
                       "0", -0.2, 0.2),
          &Stakes::status_quo},
    Stake{
        card::number("loss_aversion", "", "How much heavier losses weigh than gains (loss_averse).",
                     "Tversky and Kahneman (1992), 2.25; range: assumption", "2.25", 1.5, 3),
        &Stakes::loss_aversion},
    Stake{card::number("aspiration", "probability",
                       "Chance of a good outcome that is good enough to attack (satisficer).",
                       "Assumption of this project; the rule is that of Simon (1955)", "0.6", 0.5,
                       0.9),
          &Stakes::aspiration},
    Stake{card::number("base_rate_attack", "probability a year",
                       "How often such an attack begins in a year without a defence pact "
                       "(empirical_hazard).",
                       card::kOurs, "0.02", 0.005, 0.06),
          &Stakes::base_rate_attack},
    Stake{card::number(
              "hazard_ratio", "",
              "What a defence pact of the target multiplies that by (empirical_hazard).",
              "Structural alternatives .72 (after Leeds 2003), .82 (after Benson 2012), 1.1 (after "
              "Kenwick, Vasquez and Powers 2015); magnitudes recalled, not re-read",
              "0.82", 0.72, 1.1),
          &Stakes::hazard_ratio},
    Stake{
        card::number("incidents_month", "a month",
                     "Incidents of a campaign below the threshold of armed attack.",
                     "Assumption of this project; 1 to 4 seen at Second Thomas Shoal", "2.5", 1, 4),
        &Stakes::incidents_month},
    Stake{card::number("step_incident", "share of the prize",
                       "What is left of the prize that a successful incident takes.", card::kOurs,
                       "0.02", 0.005, 0.05),
          &Stakes::step_incident},
    Stake{card::number("slip_incident", "probability",
                       "That an incident kills and is taken for an armed attack.",
                       "Assumption of this project: hazard of escalation at rungs 2 to 3", "0.01",
                       0.002, 0.03),
          &Stakes::slip_incident},
    Stake{card::number("cost_incident", "prize", "What an incident costs the attacker.",
                       card::kOurs, "0.002", 0, 0.01),
          &Stakes::cost_incident},
};

}  // namespace entente::actors
