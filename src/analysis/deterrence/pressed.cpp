#include "analysis/deterrence/pressed.h"

#include <algorithm>
#include <cmath>

namespace entente::analysis {
namespace {

using namespace campaign;
using actors::Outcome;
using actors::Prospect;

/// The numbers of a world where whoever promised anything comes for certain.
Numbers all_come(const Situation& situation, Numbers numbers) {
  const std::size_t places = situation.places.size();
  for (std::size_t o = 0; o < situation.owners.size(); ++o)
    for (std::size_t c = 0; c < places; ++c) {
      const Helper* helper = situation.owners[o].roles[c].helper;
      if (helper != nullptr && !helper->ad_hoc()) numbers.theta[o * places + c] = 1;
    }
  return numbers;
}

Numbers without_pressure(Numbers numbers) {
  std::ranges::fill(numbers.pressure, actors::Pressure{});
  return numbers;
}

class Pressing {
 public:
  Pressing(const Asked& asked, Theatre& theatre, solve::Acting least, const actors::Stakes& stakes,
           const Run& run)
      : a_(asked),
        theatre_(theatre),
        least_(least),
        stakes_(stakes),
        strong_(asked.question, asked.players,
                all_come(asked.question.situation, theatre.numbers()), expected(), run),
        bare_(asked.question, asked.players, without_pressure(theatre.numbers()), expected(), run) {
  }

  std::vector<Pressed> run() {
    for (std::size_t q = 0; q < a_.players.size(); ++q)
      if (pressure(q).any()) player(q);
    return std::move(found_);
  }

 private:
  Draws expected() const { return {Honour::expected, a_.sampling.seed, 0, 1}; }

  const PlaceCase& place(std::size_t q) const {
    return a_.question.situation.places[static_cast<std::size_t>(a_.players[q].place)];
  }
  const actors::Pressure& pressure(std::size_t q) const {
    return theatre_.numbers().pressure[static_cast<std::size_t>(a_.players[q].place)];
  }

  void player(std::size_t q) {
    const int one = static_cast<int>(q);
    const solve::Acting acting = least_ | solve::Acting{1} << q;
    add(q, "as_is", theatre_.prospect(one, acting, 0.5));
    add(q, "all_come", strong_.prospect(one, acting, 0.5));
    const Outcome alone{theatre_.win_unaided(one), 0};
    Prospect nobody = theatre_.prospect(one, acting, 0.5);
    nobody.outcomes = std::span(&alone, 1);
    nobody.umbrella = a_.players[q].own_weapons ? 1 : 0;
    add(q, "nobody_comes", nobody);
  }

  void add(std::size_t q, std::string balance, const Prospect& seen) {
    const auto& model = *a_.question.premises.aggressor;
    const int one = static_cast<int>(q);
    Pressed made;
    made.player = q;
    for (const PressureCase& each : place(q).pressures)
      made.levers += (made.levers.empty() ? "" : "+") + each.lever;
    made.balance = std::move(balance);
    made.offer = pressure(q).offer;
    made.chance = model.sees_allies ? mean_win(seen.outcomes) : seen.win_unaided;
    made.factor = actors::hazard_factor(pressure(q), made.chance);
    made.gain = theatre_.gain(one, seen, model, stakes_);
    made.gain_without = bare_.gain(one, seen, model, stakes_);
    const double turns = actors::offer_turns_at(pressure(q));
    if (turns <= 1) made.turns_at = turns;
    found_.push_back(std::move(made));
  }

  const Asked& a_;
  Theatre& theatre_;
  solve::Acting least_;
  const actors::Stakes& stakes_;
  Theatre strong_, bare_;
  std::vector<Pressed> found_;
};

}  // namespace

std::vector<Pressed> pressed_on(const Asked& asked, Theatre& theatre, solve::Acting least,
                                const actors::Stakes& stakes, const Run& run) {
  if (std::ranges::none_of(theatre.numbers().pressure, &actors::Pressure::any)) return {};
  return Pressing(asked, theatre, least, stakes, run).run();
}

}  // namespace entente::analysis
