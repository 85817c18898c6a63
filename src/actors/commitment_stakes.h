/// What promises are worth and cost to patron, protégé and bystander, each number with its range.
///
/// Floor 2; uses card. In prizes of the challenger, as `stakes.h`. Source: models of this project,
/// section 8; every number is an assumption. What the challenger risks comes from `stakes.h`, what
/// forces can do from the campaign.
#pragma once

#include <array>

#include "card/assumption.h"

namespace entente::actors {

/// The numbers; defaults are those of the fields.
struct CommitmentStakes {
  double war_cost_protege = 0.1, revision_gain = 0.15, value_protege = 0.5, cost_firmness = 1;
  double loss_abandoned = 0.8, loss_entrapped = 0.4, partner_wars = 0.1, loyalty_returns = 0.5;
  double war_cost_ally = 0.2, loss_of_ally = 0.5, spoils = 1;
};

using CommitmentStake = card::Assumption<CommitmentStakes>;

inline constexpr std::array kCommitmentStakes = {
    CommitmentStake{
        card::number("war_cost_protege", "prize", "What war costs the protégé, win or lose (cP).",
                     card::kOurs, "0.1", 0.02, 0.4),
        &CommitmentStakes::war_cost_protege},
    CommitmentStake{card::number("revision_gain", "prize",
                                 "What the protégé would win by a demand of its own (w); 0: it is "
                                 "content with what it has.",
                                 card::kOurs, "0.15", 0, 0.5),
                    &CommitmentStakes::revision_gain},
    CommitmentStake{
        card::number("value_protege", "prize", "What the protégé is worth to its patron (v).",
                     card::kOurs, "0.5", 0.1, 1),
        &CommitmentStakes::value_protege},
    CommitmentStake{card::number("cost_firmness", "prize per unit of probability",
                                 "What each unit of firmness costs the patron if war comes "
                                 "(kappa).",
                                 card::kOurs, "1", 0.3, 2),
                    &CommitmentStakes::cost_firmness},
    CommitmentStake{card::number("loss_abandoned", "prize",
                                 "What being left alone costs a state that has no alternative.",
                                 card::kOurs, "0.8", 0.3, 2),
                    &CommitmentStakes::loss_abandoned},
    CommitmentStake{card::number("loss_entrapped", "prize",
                                 "What a war of its partner costs a state fully committed to it.",
                                 card::kOurs, "0.4", 0.1, 1),
                    &CommitmentStakes::loss_entrapped},
    CommitmentStake{card::number("partner_wars", "probability",
                                 "That the partner goes to war for ends of its own.", card::kOurs,
                                 "0.1", 0.02, 0.3),
                    &CommitmentStakes::partner_wars},
    CommitmentStake{card::number("loyalty_returns", "share",
                                 "How much of the partner's remaining doubt full commitment "
                                 "removes.",
                                 card::kOurs, "0.5", 0.1, 1),
                    &CommitmentStakes::loyalty_returns},
    CommitmentStake{
        card::number("war_cost_ally", "prize", "What fighting costs a state that joins its ally.",
                     card::kOurs, "0.2", 0.05, 0.6),
        &CommitmentStakes::war_cost_ally},
    CommitmentStake{card::number("loss_of_ally", "prize",
                                 "What the fall of an ally costs beside the change of strengths.",
                                 card::kOurs, "0.5", 0.1, 1),
                    &CommitmentStakes::loss_of_ally},
    CommitmentStake{
        card::number("spoils", "share", "How much of a beaten ally's strength serves the victor.",
                     card::kOurs, "1", 0, 1),
        &CommitmentStakes::spoils},
};

}  // namespace entente::actors
