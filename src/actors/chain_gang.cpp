#include "actors/chain_gang.h"

#include <cmath>

namespace entente::actors {
namespace {

constexpr double kLeast = 1.0 / 20, kMost = 20;
constexpr int kSteps = 120;  // Of equal ratio between the two, so that no turn is stepped over.

}  // namespace

double holds(double defender, double attacker, double advantage, double decisiveness) {
  const double odds = std::pow(advantage * defender / attacker, decisiveness);
  return odds / (1 + odds);
}

double joining_over_waiting(const Alignment& at, const JoinStakes& s, double advantage) {
  const auto hold = [&](double defender, double attacker) {
    return holds(defender, attacker, advantage, s.decisiveness);
  };
  const double both = hold(at.self + at.ally, at.attacker), ally = hold(at.ally, at.attacker);
  const double alone = hold(at.self, at.attacker + s.spoils * at.ally);
  const double join = both - s.war_cost - (1 - both) * s.loss_of_ally;
  const double wait = ally + (1 - ally) * (alone - s.war_cost - s.loss_of_ally);
  return join - wait;
}

std::optional<double> crossover(const Alignment& at, const JoinStakes& stakes) {
  const auto joins = [&](double advantage) {
    return joining_over_waiting(at, stakes, advantage) > 0;
  };
  if (joins(kMost)) return kMost;
  const double ratio = std::pow(kMost / kLeast, 1.0 / kSteps);
  double high = kMost, low = high / ratio;
  for (int i = 1; i < kSteps && !joins(low); ++i) {
    high = low;
    low /= ratio;
  }
  if (!joins(low)) return std::nullopt;
  while (high - low > 1e-9) {
    const double middle = (low + high) / 2;
    (joins(middle) ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace entente::actors
