/// A figure of a case with the range it may lie in.
///
/// Floor 3; part of scenario.
#pragma once

namespace entente::scenario {

/// Both ends are the value where it is a fact.
struct Ranged {
  double low = 0, value = 0, high = 0;
};

}  // namespace entente::scenario
