/// Who attacks in one world: the least equilibrium of a theatre.
///
/// Floor 4; uses floors 0-3.
#pragma once

#include <vector>

#include "campaign/theatre.h"

namespace entente::campaign {

/// [place] 1 where a player attacks in the least equilibrium, among contingencies that are `asked`
/// ([place]). `number` names the draw of chance, and of stakes where facts are varied. Cost: a gain
/// for each player and step of the equilibrium.
[[nodiscard]] std::vector<char> least_attackers(Theatre& theatre, const Question& question,
                                                const std::vector<Player>& players,
                                                const std::vector<char>& asked,
                                                const Sampling& sampling, std::size_t number);

/// The same under premises of one's own; stakes are drawn where `stakes` has a number.
[[nodiscard]] std::vector<char> least_attackers(Theatre& theatre, const Premises& premises,
                                                const std::vector<Player>& players,
                                                const std::vector<char>& asked,
                                                const WorldId& stakes, std::size_t number);

}  // namespace entente::campaign
