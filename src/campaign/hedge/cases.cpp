#include <algorithm>
#include <cmath>
#include <map>

#include "base/stream.h"
#include "belief/reliability.h"
#include "campaign/assumed.h"
#include "campaign/figures.h"
#include "campaign/hedge/guarded.h"
#include "campaign/trade/kept.h"
#include "domestic/opinion.h"
#include "solve/normal.h"

namespace entente::campaign {
namespace {

using actors::hedge::Effect;
using actors::hedge::Price;
using actors::hedge::Rung;
using world::HedgeOption;

constexpr std::string_view kDataServices[] = {"early_warning", "isr_data", "satcom", "satnav"};
constexpr std::string_view kOtherServices[] = {"munitions", "repair", "service", "software_keys",
                                               "spares"};

Effect effect_of(std::string_view word) {
  const auto found = std::ranges::find(world::kHedgeEffects, word);
  return static_cast<Effect>(found - world::kHedgeEffects.begin());
}

/// Samples one state's case.
class CaseInWorld {
 public:
  CaseInWorld(const HedgeGround& ground, const Guarded& state, const WorldId& id, const Run& run)
      : ground_(ground),
        state_(state),
        symbols_(ground.library.world.symbols),
        id_(id),
        run_(run) {}

  HedgeCase run() {
    premises();
    if (ground_.asked.trade) trade();
    rungs();
    belief();
    exposure();
    one_.ladder.stakes = stakes_of(ground_.premises, id_);
    one_.budget = ground_.asked.budget;
    return std::move(one_);
  }

 private:
  double in_world(const world::Uncertain& range, std::uint64_t key) const {
    return value_in({range, key}, id_);
  }

  /// An assumption that is a field.
  double assumed(const card::Field& field, double value) const {
    return number_in(field, value, ground_.premises.plan, id_);
  }

  double fact(const HedgeOption& row, std::string_view what, const world::Uncertain& range) const {
    return in_world(
        range, name_hash({"hedge", symbols_.name(state_.state), symbols_.name(row.option), what}));
  }

  void premises() {
    one_.ladder.premises =
        all_in(actors::hedge::kPremises, ground_.asked.premises, ground_.premises.plan, id_);
  }

  /// cost = share at risk x trade over GDP x GDP lost by trade x years (`commerce`).
  void trade() {
    if (state_.player < 0 || ground_.library.world.corridors.empty()) return;
    const auto& player = ground_.players[static_cast<std::size_t>(state_.player)];
    TradeKept kept(ground_.library, id_);
    const actors::CommerceTerms& terms = kept.terms();
    one_.trade_at_risk = 100 - kept.under({player.contingency});
    one_.trade_cost = one_.trade_at_risk * terms.openness * terms.trade_gdp *
                      assumed(kTradeYears, ground_.asked.trade_years);
    one_.ladder.premises.war_cost += one_.trade_cost;
  }

  void rungs() {
    domestic::Movers movers = ground_.asked.movers;
    for (const auto& one : domestic::kMovers)
      if (one.value == &domestic::Movers::threat) movers.threat = assumed(one.field, movers.threat);
    for (std::size_t x = 0; x < state_.options.size(); ++x) {
      const HedgeOption& row = *state_.options[x];
      const std::string& name = symbols_.name(row.option);
      Rung rung;
      rung.cost = std::max(0.0, fact(row, "cost", row.cost));
      rung.months = std::max(1.0, fact(row, "months", row.months));
      rung.on = effect_of(symbols_.name(row.effect_on));
      rung.effect = std::max(-1.0, fact(row, "effect", row.effect));
      rung.sanction = std::max(0.0, fact(row, "sanction", row.sanction));
      rung.abandonment = std::clamp(fact(row, "abandonment", row.abandonment), 0.0, 1.0);
      rung.whole_upkeep = name == "spend" || name == "conscription";
      if (name == "accommodation") rung.price = Price::concession;
      if (name == "bandwagon") rung.price = Price::autonomy;
      for (std::size_t y = 0; y < state_.options.size(); ++y)
        if (row.builds_on && state_.options[y]->option == row.builds_on)
          rung.builds_on = static_cast<int>(y);
      one_.ladder.rungs.push_back(rung);
      gate(row, x, movers);
    }
  }

  /// Support with the threat of the day, against the gate of the row moved as the flags move it.
  void gate(const HedgeOption& row, std::size_t x, const domestic::Movers& movers) {
    domestic::Opinion before;
    before.settled = std::clamp(fact(row, "opinion", row.opinion), 0.0, 1.0);
    const domestic::Opinion now =
        domestic::moved(before, {.threat_change = ground_.asked.threat}, movers);
    const std::string field =
        "gate_" + (row.democracy ? symbols_.name(row.gate) : std::string("other"));
    double needed = row.gate_needed;
    for (const auto& one : domestic::kGates)
      if (one.field.name == field)
        needed += assumed(one.field, ground_.asked.gates.*one.value) - domestic::Gates{}.*one.value;
    one_.opinion.push_back(now.support());
    one_.needed.push_back(std::clamp(needed, 0.0, 1.0));
    const bool through = !ground_.asked.gates_hold || one_.opinion.back() >= one_.needed.back();
    if (state_.closed[x].empty() && through) one_.open |= solve::Programmes{1} << x;
  }

  void belief() {
    belief::Assumptions a = ground_.premises.belief.assumptions;
    for (const belief::Assumption& one : belief::kAssumptions)
      if (sampled(one)) a.*one.value = assumed(one.field, a.*one.value);
    one_.n0 = a.n0;
    const Assumptions c =
        all_in(kAssumptions, ground_.premises.campaign, ground_.premises.plan, id_);
    one_.ladder.exposure.withheld = 1 - c.support_theta;
    one_.ladder.exposure.umbrella = state_.promise && state_.promise->nuclear;
    double mu = ground_.premises.belief.cause.mu;
    for (const scenario::Doubt& doubt : ground_.library.plan.doubts)
      if (doubt.promisor == state_.guarantor)
        mu += in_world(doubt.mu, name_hash({"doubt", symbols_.name(doubt.promisor)}));
    const auto reliability = [&](const world::Commitment& promise) {
      return belief::reliability(promise, belief::circumstance_of(promise, symbols_, a), a);
    };
    for (const world::Commitment& promise : state_.promises)
      one_.thetas.push_back(reliability(promise));
    one_.mu = mu;
    one_.ad_hoc = c.ad_hoc_theta;
    const double theta = state_.promise ? reliability(*state_.promise) : c.ad_hoc_theta;
    one_.theta = std::clamp(theta, 0.0, 1.0);
    if (mu != 0 && one_.theta > 0 && one_.theta < 1)
      one_.theta = solve::normal_cdf(solve::normal_quantile(one_.theta) + mu);
    if (ground_.asked.belief) one_.theta = *ground_.asked.belief;
  }

  /// The mean over elements of what the guarantor could switch off.
  double held(std::span<const std::string_view> services, double otherwise) const {
    std::map<std::string, double> left;
    for (const world::Dependency* row : state_.held) {
      const std::string& element = symbols_.name(row->element);
      if (element == world::kNuclearForces) continue;
      const double share =
          std::clamp(in_world(row->share, name_hash({"hedge", symbols_.name(row->user), element,
                                                     symbols_.name(row->service)})),
                     0.0, 1.0);
      const auto fresh = left.try_emplace(element, 1.0).first;
      if (std::ranges::find(services, symbols_.name(row->service)) != services.end())
        fresh->second *= 1 - share;
    }
    if (left.empty()) return otherwise;
    double sum = 0;
    for (const auto& [element, usable] : left) sum += 1 - usable;
    return sum / static_cast<double>(left.size());
  }

  void exposure() {
    actors::hedge::Exposure& exposure = one_.ladder.exposure;
    const actors::hedge::Premises& p = one_.ladder.premises;
    exposure.dependent_share = held(kOtherServices, p.dependent_share);
    exposure.dependent_isr = held(kDataServices, p.dependent_isr);
    pressed(exposure);
    exposure.lost_alone = p.lost_alone;
    exposure.lost_without = p.lost_without;
    exposure.lost_with = p.lost_with;
    if (state_.player >= 0 && ground_.asked.strengths_by_model) by_model(exposure);
    exposure.lost_without = std::min(exposure.lost_without, exposure.lost_alone);
    exposure.lost_with = std::min(exposure.lost_with, exposure.lost_without);
  }

  /// What levers press on its attacker, and change of the nuclear promise.
  void pressed(actors::hedge::Exposure& exposure) const {
    const Symbol state[] = {state_.state};
    const auto sample = [&](const campaign::Knob& knob) { return in_world(knob.range, knob.key); };
    Symbol contingency;
    if (state_.player >= 0) {
      const auto& player = ground_.players[static_cast<std::size_t>(state_.player)];
      contingency = symbols_.find(player.contingency);
    }
    exposure.pressure = campaign::together(
        campaign::pressures_on(ground_.library, contingency, state), sample, ground_.premises.plan);
    for (const campaign::UmbrellaCase& one : campaign::umbrellas_over(ground_.library, state))
      if (one.guarantor == state_.guarantor) exposure.umbrella_by += sample(one.by);
  }

  /// The attacker's chance in the contingency if the guarantor comes for certain, and if it does
  /// not; others as they are expected.
  void by_model(actors::hedge::Exposure& exposure) const {
    const Question& question = *ground_.question;
    const Situation& s = question.situation;
    const Player& player = ground_.players[static_cast<std::size_t>(state_.player)];
    const Numbers world = numbers_of(s, question.premises, symbols_, id_);
    const auto lost = [&](double theta) {
      Numbers numbers = world;
      for (std::size_t o = 0; o < s.owners.size(); ++o)
        if (s.owners[o].state == state_.guarantor)
          numbers.theta[o * s.places.size() + static_cast<std::size_t>(player.place)] = theta;
      Theatre theatre(question, ground_.players, std::move(numbers),
                      {Honour::expected, id_.seed, 0, 1}, run_);
      const double chance = theatre.win(state_.player, solve::Acting{1} << state_.player);
      return std::pair(chance, theatre.win_unaided(state_.player));
    };
    std::tie(exposure.lost_without, exposure.lost_alone) = lost(0);
    exposure.lost_with = lost(1).first;
  }

  const HedgeGround& ground_;
  const Guarded& state_;
  const Symbols& symbols_;
  const WorldId& id_;
  const Run& run_;
  HedgeCase one_;
};

}  // namespace

HedgeCase case_in(const HedgeGround& ground, const Guarded& state, const WorldId& id,
                  const Run& run) {
  return CaseInWorld(ground, state, id, run).run();
}

solve::PlanProblem plan_problem(const HedgeGround& ground, const Guarded& state,
                                const HedgeCase& one,
                                std::span<const actors::hedge::Point> points) {
  solve::PlanProblem problem = problem_of(one.ladder, points, ground.asked.years);
  problem.at_once = ground.asked.at_once;
  problem.budget = one.budget;
  problem.open = one.open;
  problem.left.assign(problem.programmes.size(), 0);
  const Symbols& symbols = ground.library.world.symbols;
  for (const BegunBefore& begun : ground.asked.begun)
    for (std::size_t x = 0; x < state.options.size(); ++x) {
      if (symbols.name(state.options[x]->option) != begun.option) continue;
      const int left = begun.years_left.value_or(problem.programmes[x].lead);
      problem.left[x] = left;
      if (left == 0) problem.stand |= solve::Programmes{1} << x;
    }
  return problem;
}

world::Uncertain premise_range(const HedgeGround& ground, const actors::hedge::Premise& premise) {
  return range_of(premise.field, ground.asked.premises.*premise.value, ground.premises.plan);
}

}  // namespace entente::campaign
