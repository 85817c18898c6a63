#include <cmath>

#include "inquiry/validate/cases/list.h"
#include "solve/binary_game.h"

namespace entente::inquiry {
namespace {

/// Two aggressors of strength 80, victims of 20, a patron of 100 that goes whole to a single
/// theatre and half to each of two; contest 80 / (80 + defence), prize 1, cost .45.
double win(int acting) { return 80.0 / (80 + 20 + 100.0 / acting); }

std::vector<Check> run(const scenario::Request&, card::Record&) {
  const solve::Gain gain = [](int, solve::Acting acting) {
    return win(acting == 0b11 ? 2 : 1) - 0.45;
  };
  const solve::Ends ends = solve::ends(2, gain);
  const auto title = [](solve::Acting acting) -> std::string {
    return acting == 0 ? "(0, 0)" : acting == 0b11 ? "(1, 1)" : "one";
  };
  return {near("p alone", 0.4, win(1), 1e-6), near("p together", 0.533333333, win(2), 1e-6),
          same("least", std::string("(0, 0)"), title(ends.least)),
          same("greatest", std::string("(1, 1)"), title(ends.greatest)),
          same("pure equilibria", std::int64_t{2},
               static_cast<std::int64_t>(solve::pure_equilibria(2, gain).size()))};
}

}  // namespace

const Case opportunism_case{
    "opportunism",
    "Deterrence that holds by expectation alone: two aggressors and one patron.",
    "Milgrom and Roberts 1990",
    "Topkis (1979); Milgrom and Roberts (1990), Econometrica 58; contest success after Hirshleifer "
    "(1989)",
    "derived",
    run};

}  // namespace entente::inquiry
