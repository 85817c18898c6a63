#include "analysis/entrapment/sweep.h"

#include <algorithm>
#include <map>

#include "actors/chain_gang.h"
#include "actors/contract.h"
#include "actors/dilemma.h"
#include "campaign/assumed.h"
#include "domestic/opinion.h"

namespace entente::analysis {
namespace {

using namespace campaign;

constexpr double kHalfYear = 182.625;  // Days until publics are asked again.

PromiseStakes stakes_in(const EntrapmentAsked& asked, const WorldId& id) {
  PromiseStakes stakes = asked.stakes;
  each_promise_stake(stakes, [&](const card::Field& field, double& value) {
    value = number_in(field, value, asked.question.premises.plan, id);
  });
  return stakes;
}

/// A battle with its defenders' mean strength and the chance that the attacker has its aim.
struct Fought {
  double win = 0, defender = 0, attacker = 0;
};

/// One world.
class Weighing {
 public:
  Weighing(const EntrapmentAsked& asked, const WorldId& id)
      : a_(asked),
        s_(asked.question.situation),
        stakes_(stakes_in(asked, id)),
        challenger_(stakes_of(asked.question.premises, id)),
        world_(shared_world(
            s_, numbers_of(s_, asked.question.premises, asked.library.world.symbols, id))),
        expected_(kept_in(s_, world_->numbers, Honour::expected, id.seed, 0)),
        columns_(columns_of(asked)),
        row_(columns_.size(), 0.0) {}

  std::vector<double> run() {
    for (std::size_t i = 0; i < a_.clauses.size(); ++i) clause(i);
    for (std::size_t i = 0; i < a_.pairings.size(); ++i) pairing(i);
    for (std::size_t i = 0; i < a_.promisors.size(); ++i) promisor(i);
    return std::move(row_);
  }

 private:
  double mean(const std::vector<double>& strength) const {
    double sum = 0;
    for (std::size_t t = 0; t < strength.size(); ++t) sum += s_.share[t] * strength[t];
    return sum;
  }

  /// The battle of a place where some owners come with this share of what they would send; below 0:
  /// each as likely as believed.
  const Fought& fought(std::size_t place, const std::vector<std::size_t>& owners, double comes) {
    const auto [found, fresh] = known_.try_emplace({place, owners, comes});
    if (!fresh) return found->second;
    Kept kept = expected_;
    for (const std::size_t owner : owners) kept.comes[owner * s_.places.size() + place] = comes;
    const int one = static_cast<int>(place);
    const Battle battle = battles(draw_terms(world_->terms, kept), std::span(&one, 1)).front();
    found->second = {campaign::win(*a_.question.premises.judge, battle, world_->numbers.judgement),
                     mean(battle.defender.strength), mean(battle.attacker.strength)};
    return found->second;
  }
  const Fought& believed(std::size_t place) { return fought(place, {}, -1); }

  /// What a crisis costs the challenger, with what it has without one since levers press on it.
  double crisis_cost(std::size_t place) {
    const actors::Stakes pressed =
        actors::pressed(challenger_, world_->numbers.pressure[place], believed(place).win);
    const double umbrella = umbrella_over(s_, world_->numbers, a_.players[place]);
    return std::max(0.0, pressed.cost + pressed.nuclear_cost * umbrella +
                             (pressed.status_quo - challenger_.status_quo));
  }

  void clause(std::size_t i) {
    const Clause& one = a_.clauses[i];
    const double without = 1 - fought(one.place, one.owners, 0).win;
    const actors::CommitmentStakes& c = stakes_.commitment;
    const actors::Contract contract{.alone = without,
                                    .war_cost_protege = c.war_cost_protege,
                                    .crisis_cost = crisis_cost(one.place),
                                    .revision_gain = c.revision_gain,
                                    .value = c.value_protege,
                                    .cost_firmness = c.cost_firmness};
    const bool conditional = one.conditional(a_.condition);
    const actors::Window found = actors::window(contract, conditional);
    const double now = 1 - believed(one.place).win - without;
    const double full = 1 - fought(one.place, one.owners, 1).win - without;
    const auto put = [&](OfClause figure, double value) { row_[columns_.of(i, figure)] = value; };
    const auto bound = [](double value) { return std::clamp(value, -1.0, 1.0); };
    put(OfClause::from, bound(found.low));
    put(OfClause::to, bound(found.high));
    put(OfClause::opens, found.opens);
    put(OfClause::attains, found.opens && full >= found.low);
    put(OfClause::opens_unconditional, actors::window(contract, false).opens);
    put(OfClause::now, now);
    put(OfClause::full, full);
    put(OfClause::now_deters, now >= found.deters);
    put(OfClause::now_frees, actors::frees(found, now, conditional));
    put(OfClause::firm_deters, full >= found.deters);
    put(OfClause::firm_frees, actors::frees(found, full, conditional));
    put(OfClause::alone, without);
    put(OfClause::deters, bound(found.deters));
    put(OfClause::emboldens, bound(found.emboldens));
    put(OfClause::credible, bound(found.credible));
  }

  /// What defence takes in a place, and what of it the targets have themselves.
  std::pair<double, double> asked_and_own(std::size_t place) const {
    const WorldTerms& w = world_->terms;
    double asked = 0, own = 0;
    for (std::size_t k = 0; k < w.elements; ++k)
      for (std::size_t t = 0; t < w.periods; ++t) {
        const std::size_t cell = (place * w.elements + k) * w.periods + t;
        const double weight = s_.value[k] * s_.share[t], need = world_->numbers.demand[cell];
        asked += weight * need;
        own += weight * std::min(need, world_->numbers.host[cell]);
      }
    return {asked, own};
  }

  void pairing(std::size_t i) {
    const Pairing& one = a_.pairings[i];
    const std::vector<std::size_t> self{one.owner};
    const Fought &without = fought(one.place, self, 0), &with = fought(one.place, self, 1);
    const auto [asked, own] = asked_and_own(one.place);
    const int place = static_cast<int>(one.place);
    const double host = mean(campaign::unaided(world_->terms, place).defender.strength);
    const double missing = asked - own;
    const double need = asked > 0 ? missing / asked : 0;
    const double others = missing > 0 ? std::max(0.0, without.defender - host) / missing : 0;
    const auto put = [&](OfPairing figure, double value) { row_[columns_.of(i, figure)] = value; };
    const actors::CommitmentStakes& c = stakes_.commitment;
    const actors::Dilemma dilemma{
        .reliability = expected_.comes[one.owner * s_.places.size() + one.place],
        .loyalty_returns = c.loyalty_returns,
        .dependence = actors::dependence(need, others),
        .loss_abandoned = c.loss_abandoned,
        .loss_entrapped = c.loss_entrapped,
        .partner_wars = c.partner_wars};
    put(OfPairing::need, need);
    put(OfPairing::others, others);
    put(OfPairing::depends, dilemma.dependence);
    put(OfPairing::reliability, dilemma.reliability);
    put(OfPairing::commitment, actors::balanced_commitment(dilemma));
    join(i, {with.defender - without.defender, without.defender, without.attacker});
  }

  /// Whether the promisor, as a bystander, would join at once or wait.
  void join(std::size_t i, const actors::Alignment& at) {
    const Judgement& judgement = world_->numbers.judgement;
    const actors::CommitmentStakes& c = stakes_.commitment;
    const actors::JoinStakes stakes{c.war_cost_ally, c.loss_of_ally, c.spoils, judgement.contest_m};
    row_[columns_.of(i, OfPairing::perceived)] = judgement.defence_advantage;
    if (at.self <= 0 || at.ally <= 0 || at.attacker <= 0) return;  // Nobody to join, or join with.
    row_[columns_.of(i, OfPairing::crossover)] = actors::crossover(at, stakes).value_or(0);
    row_[columns_.of(i, OfPairing::joins)] =
        actors::joining_over_waiting(at, stakes, judgement.defence_advantage) > 0;
  }

  void promisor(std::size_t i) {
    domestic::Opinion opinion;
    opinion.settled = stakes_.mood.support;
    const domestic::Opinion before = domestic::moved(
        opinion, {.threat_change = stakes_.mood.threat, .rally = 1}, stakes_.movers);
    const domestic::Opinion after = domestic::moved(
        before, {.days = kHalfYear, .casualties = stakes_.mood.casualties}, stakes_.movers);
    const domestic::Regime regime = a_.promisors[i].regime;
    const auto sends = [&](const domestic::Opinion& one) {
      return domestic::passes(one.support(), regime, domestic::Decision::send_troops,
                              stakes_.gates);
    };
    const auto put = [&](OfPromisor figure, double value) { row_[columns_.of(i, figure)] = value; };
    put(OfPromisor::before, before.support());
    put(OfPromisor::gate, domestic::gate(regime, domestic::Decision::send_troops, stakes_.gates));
    put(OfPromisor::sends, sends(before));
    put(OfPromisor::after, after.support());
    put(OfPromisor::stays, sends(after));
  }

  using Key = std::tuple<std::size_t, std::vector<std::size_t>, double>;
  const EntrapmentAsked& a_;
  const Situation& s_;
  PromiseStakes stakes_;
  actors::Stakes challenger_;
  std::unique_ptr<const SharedWorld> world_;
  Kept expected_;
  EntrapmentColumns columns_;
  std::vector<double> row_;
  std::map<Key, Fought> known_;
};

}  // namespace

EntrapmentColumns columns_of(const EntrapmentAsked& asked) {
  return {asked.clauses.size(), asked.pairings.size(), asked.promisors.size()};
}

DrawnWorlds sweep(const EntrapmentAsked& asked, const Run& run) {
  const std::size_t worlds = asked.sampling.vary.facts ? asked.sampling.draws : 1;
  return over_so_many_worlds(asked.sampling, worlds, columns_of(asked).size(), run,
                             [&](const WorldId& id) { return Weighing(asked, id).run(); });
}

}  // namespace entente::analysis
