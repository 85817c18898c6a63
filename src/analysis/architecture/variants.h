/// The variants that an architecture is held against: withdrawals of the hub, and pacts to come.
///
/// Floor 5; part of architecture.
#pragma once

#include <string>
#include <vector>

#include "analysis/architecture/security.h"
#include "scenario/analysis.h"
#include "world/network.h"

namespace entente::analysis {

/// A withdrawal: each promise of the hub is withdrawn with this probability.
struct Withdrawal {
  double share = 0;
  bool support = false;  ///< And what it supplies is withheld.
  std::size_t variant = 0;
};

/// A mutual pact of defence that is not there yet.
struct NextPact {
  std::string helper, state;
  double spending = 0;                 ///< Of the helper: the naive reason to choose it.
  std::size_t variant = 0, alone = 0;  ///< With the hub, and with the hub withdrawn.
};

struct Architecture {
  std::string hub;
  std::vector<Variant> variants;  ///< The first is the scenario as it is.
  std::vector<std::string> states;
  std::vector<Withdrawal> withdrawals;
  std::vector<NextPact> pacts;
};

/// The withdrawal of every promise, what is supplied left.
[[nodiscard]] const Withdrawal& whole_withdrawal(const Architecture& asked);

/// `most` pacts: for every protected state those who have forces in the scenario and no promise of
/// defence towards it, attackers and hub left out; contingencies in turn, of each the largest
/// military spending first. Errors:
/// those of the question; `unknown_state` for the hub.
[[nodiscard]] Result<Architecture> lay_out(const Request& request, const std::string& hub,
                                           const world::Network& network, std::size_t most);

}  // namespace entente::analysis
