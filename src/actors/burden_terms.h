/// What members of an alliance are taken to want of security, each number a field with its range.
///
/// Floor 2; uses card. Source: models of this project, section 6.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::actors {

struct BurdenTerms {
  double alpha = 0.05;         ///< Weight of security in utility, in (0, 1).
  double private_share = 0.3;  ///< Of that weight: what own forces yield to their owner alone.
  double threat_weight =
      1;            ///< Demand of the most exposed member over that of one at peace, less 1.
  double rho = -2;  ///< Of constant elasticity, below 1.
  double nuclear_share = 0.1, command_share = 0.05;  ///< Of security.
  double command_needs = 0.5;                        ///< Of what command is worth to all.
  double kappa = 0.15;  ///< n production lines cost n^kappa times as much as one.
};

using BurdenTerm = card::Assumption<BurdenTerms>;

inline constexpr std::array kBurdenTerms = {
    BurdenTerm{card::number("alpha", "weight",
                            "Weight of security in utility: alone, a state would spend this share "
                            "of its GDP.",
                            "Assumption; the range of shares that members of alliances spend",
                            "0.05", 0.03, 0.1),
               &BurdenTerms::alpha},
    BurdenTerm{
        card::number("private_share", "share",
                     "Share of that weight that own forces yield to their owner alone.",
                     "Assumption; joint products after Sandler and Forbes (1980)", "0.3", 0, 0.7),
        &BurdenTerms::private_share},
    BurdenTerm{card::number("threat_weight", "",
                            "By how much the most exposed member wants more than one without "
                            "threat, as a share.",
                            card::kOurs, "1", 0, 3),
               &BurdenTerms::threat_weight},
    BurdenTerm{card::number("ces_rho", "",
                            "How well members replace one another where gifts add up by constant "
                            "elasticity: 1 fully, far below 0 not at all.",
                            card::kOurs, "-2", -8, -0.5),
               &BurdenTerms::rho},
    BurdenTerm{
        card::number("nuclear_share", "share", "Share of security that is the nuclear umbrella.",
                     card::kOurs, "0.1", 0.03, 0.2),
        &BurdenTerms::nuclear_share},
    BurdenTerm{card::number("command_share", "share", "Share of security that is common command.",
                            card::kOurs, "0.05", 0.02, 0.1),
               &BurdenTerms::command_share},
    BurdenTerm{
        card::number("command_needs", "share",
                     "What command takes before it works at all, of what it is worth to all.",
                     card::kOurs, "0.5", 0.2, 0.9),
        &BurdenTerms::command_needs},
    BurdenTerm{card::number("kappa", "exponent",
                            "Splitting a purchase over n production lines costs n^kappa times as "
                            "much.",
                            "Range of learning rates after Wright (1936); the value is an "
                            "assumption",
                            "0.15", 0.05, 0.32),
               &BurdenTerms::kappa},
};

}  // namespace entente::actors
