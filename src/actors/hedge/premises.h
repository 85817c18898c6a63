/// What a protected state is taken to weigh, each number a field with its range.
///
/// Floor 2; uses card. Money is in per cent of a year's GDP. Source: models of this project,
/// section 7; every number is an assumption unless it says otherwise.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::actors::hedge {

/// The numbers; defaults are those of the fields.
struct Premises {
  double discount = 0.95, pessimism = 0.7;
  double crisis_rate = 0.1, attack_sharpness = 5, threat_growth = 0;
  double war_cost = 50, defeat_cost = 500, decisiveness = 1;
  double upkeep = 1, light_share = 0.2, concession = 0.1, autonomy = 0.3;
  double reputation = 0.5;
  double lost_alone = 0.75, lost_without = 0.6, lost_with = 0.2;
  double dependent_share = 0.2, dependent_isr = 0.5;
};

using Premise = card::Assumption<Premises>;

inline constexpr std::array kPremises = {
    Premise{card::number("discount", "a year", "What a year later is worth against now.",
                         card::kOurs, "0.95", 0.9, 0.99),
            &Premises::discount},
    Premise{card::number("pessimism", "share",
                         "Weight of the worse end of what is believed about the guarantor; 1 is "
                         "maxmin.",
                         "Ghirardato, Maccheroni and Marinacci (2004); value and range: assumption",
                         "0.7", 0.5, 1),
            &Premises::pessimism},
    Premise{card::number("crisis_rate", "probability a year",
                         "That an attack is weighed in earnest.", card::kOurs, "0.1", 0.02, 0.3),
            &Premises::crisis_rate},
    Premise{card::number("attack_sharpness", "per prize",
                         "How sharply the decision to attack turns on its value (logit).",
                         card::kOurs, "5", 2, 20),
            &Premises::attack_sharpness},
    Premise{card::number("threat_growth", "a year",
                         "By which share of itself the rate of crises grows each year.",
                         card::kOurs, "0", -0.05, 0.1),
            &Premises::threat_growth},
    Premise{card::number("war_cost", "% of GDP", "What an attack costs its target, lost or not.",
                         card::kOurs, "50", 10, 150),
            &Premises::war_cost},
    Premise{card::number("defeat_cost", "% of GDP", "What a lost war costs the target besides.",
                         card::kOurs, "500", 100, 1500),
            &Premises::defeat_cost},
    Premise{card::number("decisiveness", "", "Power to which strengths are raised in the contest.",
                         "Hirshleifer (1989), Skaperdas (1996); value and range: assumption", "1",
                         0.5, 3),
            &Premises::decisiveness},
    Premise{card::number("upkeep", "share",
                         "Share of its yearly cost that a programme goes on costing once it "
                         "stands; spending and conscription go on whole.",
                         card::kOurs, "1", 0.3, 1),
            &Premises::upkeep},
    Premise{card::number("light_share", "share",
                         "Light brigades and reserves as a share of the state's own strength.",
                         card::kOurs, "0.2", 0.1, 0.4),
            &Premises::light_share},
    Premise{card::number("concession", "share of the cost of defeat",
                         "What accommodation concedes where the attacker's chance is even; in "
                         "proportion to that chance.",
                         "Assumption of this project; that a challenger asks for what war would "
                         "give it is Fearon (1995)",
                         "0.1", 0.03, 0.25),
            &Premises::concession},
    Premise{card::number("reputation", "share",
                         "By how much more often crises come for good after accommodation, where "
                         "the attacker's chance is 1; in proportion to that chance.",
                         "Assumption of this project; none after Press (2005), some after "
                         "Crescenzi, Kathman, Kleinberg and Wood (2012)",
                         "0.5", 0, 1),
            &Premises::reputation},
    Premise{card::number("autonomy", "share of the cost of defeat",
                         "What bandwagoning gives up of the state's own choice.", card::kOurs,
                         "0.3", 0.1, 0.6),
            &Premises::autonomy},
    Premise{card::number("lost_alone", "probability",
                         "That a war is lost if nobody comes, where no contingency says so.",
                         card::kOurs, "0.75", 0.4, 0.95),
            &Premises::lost_alone},
    Premise{card::number("lost_without", "probability",
                         "The same if others come but not the guarantor.", card::kOurs, "0.6", 0.3,
                         0.9),
            &Premises::lost_without},
    Premise{card::number("lost_with", "probability", "The same if the guarantor comes too.",
                         card::kOurs, "0.2", 0.05, 0.4),
            &Premises::lost_with},
    Premise{card::number("dependent_share", "share",
                         "Of own strength that spares and munitions of the guarantor carry, where "
                         "no table says so.",
                         card::kOurs, "0.2", 0.05, 0.4),
            &Premises::dependent_share},
    Premise{card::number("dependent_isr", "share",
                         "Of own strength that its data, satellites and warning carry, likewise.",
                         card::kOurs, "0.5", 0.2, 0.8),
            &Premises::dependent_isr},
};

}  // namespace entente::actors::hedge
