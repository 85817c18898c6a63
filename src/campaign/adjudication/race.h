/// Which side gives up first, where the points at which sides give up are not known.
///
/// Floor 4; part of campaign. The path of a battle is the same wherever sides give up, so one path
/// gives the whole probability: the sum over steps of P(the defender gives up in this step) times
/// P(the attacker has not by then). In one step together, the attacker has lost.
#pragma once

#include <algorithm>

namespace entente::campaign::adjudication {

/// P(point <= x) of a point uniform on middle (1 - scatter) to middle (1 + scatter).
[[nodiscard]] inline double reached(double x, double middle, double scatter) {
  const double low = middle * (1 - scatter), width = 2 * middle * scatter;
  if (width <= 0) return x >= low ? 1 : 0;
  return std::clamp((x - low) / width, 0.0, 1.0);
}

/// The same for losses as a share: one who has lost everything has given up.
[[nodiscard]] inline double broken(double loss, double middle, double scatter) {
  return loss >= 1 ? 1 : reached(loss, middle, scatter);
}

class Race {
 public:
  /// Probabilities that the sides have given up by the end of a step; neither ever falls.
  void step(double attacker, double defender) {
    won_ += std::max(0.0, defender - defender_) * (1 - attacker);
    attacker_ = attacker;
    defender_ = defender;
  }
  /// Whether further steps can change nothing.
  [[nodiscard]] bool over() const { return attacker_ >= 1 || defender_ >= 1; }
  [[nodiscard]] double won() const { return won_; }

 private:
  double attacker_ = 0, defender_ = 0, won_ = 0;
};

}  // namespace entente::campaign::adjudication
