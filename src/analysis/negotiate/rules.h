/// Rules of decision: who carries an option and who can stop it.
///
/// Floor 5; part of negotiate.
#pragma once

#include <vector>

#include "scenario/negotiation_file.h"
#include "solve/collective_choice.h"

namespace entente::analysis {

/// -1 against, 0 silent, 1 for an option, held against what stands without a decision. A side
/// commitment that the option breaks is a vote against.
[[nodiscard]] std::vector<int> stances(const std::vector<solve::Chooser>& choosers, double option,
                                       double status_quo, const solve::ChoiceRules& rules);

/// Whether an option carries. Consensus: nobody with a vote is against. Majority: more than half of
/// all votes are for. Two thirds: at least that. Qualified majority: 55 % of members with 65 % of
/// the population, or fewer than four members not in favour (Treaty on European Union, Article
/// 16(4)).
[[nodiscard]] bool carries(const std::vector<scenario::Negotiator>& actors,
                           const std::vector<int>& stance, scenario::DecisionRule rule);

/// Members whose change of mind alone would turn the result round: those for who could stop it, or
/// the only ones against.
[[nodiscard]] std::vector<bool> pivotal(const std::vector<scenario::Negotiator>& actors,
                                        const std::vector<int>& stance,
                                        scenario::DecisionRule rule);

}  // namespace entente::analysis
