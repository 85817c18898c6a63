/// What the years ahead are taken to hang on, each number a field with its range.
///
/// Floor 2; uses card. Ties: covariates of a rung, standardised as the comments say. Source: models
/// of this project, sections 2, 6 and 10; magnitudes are assumptions, signs of ties are published.
#pragma once

#include <array>

#include "actors/burden_terms.h"

namespace entente::actors {

struct ForecastTerms {
  // Ties.
  double tie_cost = 1, tie_keep = 5, tie_closure = 0.4, tie_degree = 0.05;
  double tie_enemy = 0.6, tie_democracy = 0.3, tie_regime = 0.2, tie_trade = 0.1;
  double tie_asymmetry = 0.1, tie_distance = 0.5, tie_doubt = 1, opportunities = 1;
  double threat_reach = 2000;
  // Conduct and beliefs.
  double regime_hazard = 1.0 / 48, regime_spread = 0.3;
  double threat_rate = 0.03, threat_counts = 0.25, other_pact = 0.5, war_pause = 5;
  // Answers.
  double burden_speed = 0.2, private_share = 0.3, pact_help = 0.05;
};

using ForecastTerm = card::Assumption<ForecastTerms>;

static_assert(kBurdenTerms[1].field.name == "private_share");

inline constexpr std::array kForecastTerms = {
    ForecastTerm{card::number("tie_cost", "log odds",
                              "What a rung of a tie costs either side; a pact of "
                              "defence has four or five.",
                              "Assumption; forecast --calibrate says what the past makes of it",
                              "1", 0.5, 2.5),
                 &ForecastTerms::tie_cost},
    ForecastTerm{
        card::number("tie_keep", "log odds",
                     "What giving a rung up costs besides: obligations outlive their "
                     "reasons.",
                     "Assumption; that alliances last is Leeds and Savun (2007)", "5", 3, 8),
        &ForecastTerms::tie_keep},
    ForecastTerm{card::number("tie_closure", "log odds",
                              "Worth of shared partners: half of it for one, all for two or more, "
                              "nearly twice for many.",
                              "Sign: Cranmer, Desmarais and Menninga (2012), Warren (2010); "
                              "magnitude: assumption",
                              "0.4", 0, 0.8),
                 &ForecastTerms::tie_closure},
    ForecastTerm{card::number("tie_degree", "log odds",
                              "Worth of the other's partners, times the root of their number.",
                              "Sign: Kinne (2018); magnitude: assumption", "0.05", 0, 0.15),
                 &ForecastTerms::tie_degree},
    ForecastTerm{
        card::number("tie_enemy", "log odds",
                     "Worth of a common enemy as near and strong as any pair of states "
                     "has one.",
                     "Sign: Maoz (2010), Warren (2010); magnitude: assumption", "0.6", 0, 1.2),
        &ForecastTerms::tie_enemy},
    ForecastTerm{card::number("tie_democracy", "log odds", "Worth of both being democracies.",
                              "Sign: Cranmer, Desmarais and Kirkland (2012); magnitude: assumption",
                              "0.3", 0, 0.6),
                 &ForecastTerms::tie_democracy},
    ForecastTerm{card::number("tie_regime", "log odds",
                              "Worth of alike regimes: times 1 less the difference of the indices "
                              "of electoral democracy, about its mean.",
                              card::kOurs, "0.2", 0, 0.6),
                 &ForecastTerms::tie_regime},
    ForecastTerm{card::number("tie_trade", "log odds",
                              "Worth of trade, times the log of what a gravity equation expects, "
                              "about its mean.",
                              "Sign: Long and Leeds (2006); magnitude: assumption", "0.1", 0, 0.3),
                 &ForecastTerms::tie_trade},
    ForecastTerm{card::number("tie_asymmetry", "log odds",
                              "Worth of unequal strength, times the log of the ratio of military "
                              "spending, about its mean.",
                              "Morrow (1991): security is exchanged for autonomy; magnitude: "
                              "assumption",
                              "0.1", 0, 0.3),
                 &ForecastTerms::tie_asymmetry},
    ForecastTerm{
        card::number("tie_distance", "log odds", "Cost of distance, times its log about the mean.",
                     "Magnitude: assumption", "0.5", 0.2, 0.8),
        &ForecastTerms::tie_distance},
    ForecastTerm{card::number("tie_doubt", "share",
                              "How much more a common enemy counts for a state whose guarantor is "
                              "believed less than today; in proportion to what was lost.",
                              card::kOurs, "1", 0, 2),
                 &ForecastTerms::tie_doubt},
    ForecastTerm{card::number("threat_reach", "km",
                              "Over which the threat of an attacker falls by the factor e.",
                              card::kOurs, "2000", 1000, 4000),
                 &ForecastTerms::threat_reach},
    ForecastTerm{card::number("opportunities", "a year",
                              "How often a state may change one of its ties by a rung.",
                              card::kOurs, "1", 0.3, 3),
                 &ForecastTerms::opportunities},
    ForecastTerm{card::number("regime_hazard", "a month",
                              "That a guarantor's government changes in a way that matters.",
                              card::kOurs, "0.020833", 0.01, 0.04),
                 &ForecastTerms::regime_hazard},
    ForecastTerm{card::number("regime_spread", "probits",
                              "Standard deviation of the shift that such a change brings to all of "
                              "its promises.",
                              card::kOurs, "0.3", 0, 0.8),
                 &ForecastTerms::regime_spread},
    ForecastTerm{card::number("threat_rate", "a year",
                              "How often a guarantor without doubt about it threatens to leave; "
                              "more often by exp(doubt).",
                              card::kOurs, "0.03", 0, 0.15),
                 &ForecastTerms::threat_rate},
    ForecastTerm{card::number("threat_counts", "wars",
                              "What such a threat weighs against a promise broken in war.",
                              card::kOurs, "0.25", 0, 1),
                 &ForecastTerms::threat_counts},
    ForecastTerm{card::number("other_pact", "share",
                              "How alike a promise by another agreement is, where what one saw of "
                              "a promisor counts for another.",
                              card::kOurs, "0.5", 0, 1),
                 &ForecastTerms::other_pact},
    ForecastTerm{card::number("war_pause", "years", "Until an attacker may try the same again.",
                              card::kOurs, "5", 2, 15),
                 &ForecastTerms::war_pause},
    ForecastTerm{card::number("burden_speed", "a year",
                              "Share of the way to its best reply that spending goes.", card::kOurs,
                              "0.2", 0.05, 0.5),
                 &ForecastTerms::burden_speed},
    ForecastTerm{kBurdenTerms[1].field, &ForecastTerms::private_share},
    ForecastTerm{card::number("pact_help", "of own strength",
                              "What a new pact of defence adds, and one that lapses takes, to and "
                              "from what others bring.",
                              card::kOurs, "0.05", 0, 0.15),
                 &ForecastTerms::pact_help},
};

}  // namespace entente::actors
