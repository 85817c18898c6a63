/// What crises are taken to hang on, each number a field with its range.
///
/// Floor 2; uses card. Source: models of this project, section 9; magnitudes are assumptions, signs
/// are published where the source says so.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::actors {

inline constexpr int kRungs = 8;  ///< Of the ladder of severity, 0 to 7.

/// What a rung costs whoever stands on it, in parts of its stake, and how likely one move on it
/// slips into war.
inline constexpr double kRungCost[kRungs] = {0, .01, .03, .08, .25, .6, .7, 2};
inline constexpr double kRungSlip[kRungs] = {0, .002, .01, .03, .08, .12, .2, 0};

struct CrisisTerms {
  double precision = 5, audience_cost = 0.05, rung_costs = 1, slips = 1;
  double renege_cost = 0.6, delayed_share = 0.5, decisiveness = 1, mediation_relief = 0.5;
};

using CrisisTerm = card::Assumption<CrisisTerms>;

inline constexpr std::array kCrisisTerms = {
    CrisisTerm{card::number("precision", "per stake",
                            "How sharply moves answer to what they are worth (lambda): 0 any move "
                            "alike, large the best one alone.",
                            "Logit agent quantal response, McKelvey and Palfrey (1998); value and "
                            "range: assumption",
                            "5", 2, 20),
               &CrisisTerms::precision},
    CrisisTerm{card::number("audience_cost", "share of the stake a rung",
                            "What a full democracy pays for giving way in public, for each rung it "
                            "stood on.",
                            "Sign: Fearon (1994); magnitude: assumption", "0.05", 0, 0.15),
               &CrisisTerms::audience_cost},
    CrisisTerm{card::number("rung_costs", "times",
                            "What standing on a rung costs, against table `ladder`.", card::kOurs,
                            "1", 0.5, 2),
               &CrisisTerms::rung_costs},
    CrisisTerm{
        card::number("slips", "times", "How likely a move slips into war, against table `ladder`.",
                     "Schelling (1960), the threat that leaves something to chance; "
                     "magnitude: assumption",
                     "1", 0.3, 3),
        &CrisisTerms::slips},
    CrisisTerm{card::number("renege_cost", "share of the stake",
                            "What an ally pays in belief for a promise that it breaks; half for "
                            "delay.",
                            "Assumption: about what a war on rung 5 costs; with far less, promises "
                            "are broken more often than published shares say",
                            "0.6", 0.1, 1.2),
               &CrisisTerms::renege_cost},
    CrisisTerm{card::number("delayed_share", "share",
                            "Of an ally's strength and cost that counts where it delays.",
                            card::kOurs, "0.5", 0.25, 0.75),
               &CrisisTerms::delayed_share},
    CrisisTerm{
        card::number("decisiveness", "", "Power to which strengths are raised in the contest.",
                     "Hirshleifer (1989), Skaperdas (1996); value and range: assumption", "1", 0.5,
                     3),
        &CrisisTerms::decisiveness},
    CrisisTerm{card::number("mediation_relief", "share",
                            "Of the cost of giving way that a mediator takes off.",
                            "Sign: Beardsley (2011); magnitude: assumption", "0.5", 0.2, 0.8),
               &CrisisTerms::mediation_relief},
};

}  // namespace entente::actors
