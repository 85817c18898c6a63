/// What promisors and attackers do in a year, and what everybody learns of it.
#include <algorithm>
#include <cmath>

#include "analysis/forecast/life.h"
#include "solve/normal.h"

namespace entente::analysis {
namespace {

constexpr double kMonths = 12;

}  // namespace

/// What the scenario says of this year.
void Life::turns() {
  const auto& turns = g_.hedge.library.plan.turns;
  for (std::size_t k = 0; k < turns.size(); ++k) {
    const scenario::Turn& turn = turns[k];
    if (turn.year != year_) continue;
    const auto j = static_cast<std::size_t>(std::ranges::find(g_.guarantors, turn.promisor) -
                                            g_.guarantors.begin());
    if (turn.doubt && j < doubt_.size()) doubt_[j] = w_.turned[k];
    std::vector<std::size_t> left;
    for (const Symbol agreement : turn.leaves) {
      gone_.insert({turn.promisor, agreement});
      for (std::size_t i = 0; i < g_.guarded.size(); ++i)
        if (g_.guarantor_of[i] == j &&
            std::ranges::any_of(g_.guarded[i].promises,
                                [&](const auto& one) { return one.agreement == agreement; }) &&
            std::ranges::find(left, i) == left.end())
          left.push_back(i);
    }
    if (!left.empty()) observe(j, left, false, w_.terms.threat_counts);
    for (const Symbol agreement : turn.returns) gone_.erase({turn.promisor, agreement});
    for (const AgreedRung& one : g_.agreed) {
      if (g_.makers[one.from].state != turn.promisor) continue;
      const int now = ties_.at(one.from, one.to);
      if (std::ranges::find(turn.returns, one.agreement) != turn.returns.end()) {
        ties_.set(one.from, one.to, std::max(now, one.rung));
      } else if (std::ranges::find(turn.leaves, one.agreement) != turn.leaves.end()) {
        int remains = 0;
        for (const AgreedRung& other : g_.agreed)
          if (std::minmax(other.from, other.to) == std::minmax(one.from, one.to) &&
              !gone(g_.makers[other.from].state, other.agreement) &&
              other.agreement != one.agreement)
            remains = std::max(remains, other.rung);
        ties_.set(one.from, one.to, std::min(now, remains));
      }
    }
  }
}

/// Governments of guarantors change, or threaten to leave.
void Life::governments() {
  const double changes = 1 - std::exp(-kMonths * w_.terms.regime_hazard);
  for (std::size_t j = 0; j < g_.guarantors.size(); ++j) {
    Stream government = stream(g_.guarantor_names[j], "forecast.government");
    const bool changed = government.uniform() < changes;
    const double shift = w_.terms.regime_spread * solve::normal(government);
    if (changed) shift_[j] = shift;
    const double threatens = 1 - std::exp(-w_.terms.threat_rate * std::exp(-mu(j)));
    if (stream(g_.guarantor_names[j], "forecast.threat").uniform() >= threatens) continue;
    ++threats_;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < wards_.size(); ++i)
      if (g_.guarantor_of[i] == j) all.push_back(i);
    observe(j, all, false, w_.terms.threat_counts);
  }
}

/// What those concerned saw counts whole, for others of the same guarantor by how alike their
/// promise is.
void Life::observe(std::size_t guarantor, const std::vector<std::size_t>& states, bool kept,
                   double weight) {
  for (std::size_t i = 0; i < wards_.size(); ++i) {
    if (g_.guarantor_of[i] != guarantor) continue;
    belief::Observation seen{.kept = kept};
    for (const std::size_t l : states) {
      if (l == i) {
        seen.same_beneficiary = true;
        break;
      }
      const auto &mine = g_.guarded[i].promise, &theirs = g_.guarded[l].promise;
      const bool same = mine && theirs && mine->agreement == theirs->agreement;
      seen.similarity = std::max(seen.similarity, same ? 1.0 : w_.terms.other_pact);
    }
    const belief::Belief before = wards_[i].belief;
    const belief::Belief after = updated(before, std::span(&seen, 1), w_.w0);
    wards_[i].belief = {before.alpha + weight * (after.alpha - before.alpha),
                        before.beta + weight * (after.beta - before.beta)};
  }
}

/// P(player attacks this year) where others do: the mean over the states it attacks. An attack
/// elsewhere is worth to it as much as a fall of what its targets count on.
double Life::attack_chance_of(std::size_t player, solve::Acting acting) const {
  const auto& targets = g_.targets[player];
  if (targets.empty()) return 0;
  std::size_t others = 0, all = 0;
  for (std::size_t q = 0; q < g_.targets.size(); ++q) {
    if (q == player || g_.targets[q].empty()) continue;
    ++all;
    others += acting >> q & 1;
  }
  const double elsewhere =
      all == 0 ? 0 : w_.busy[player] * static_cast<double>(others) / static_cast<double>(all);
  double sum = 0;
  for (const std::size_t i : targets) {
    const Ward& ward = wards_[i];
    const actors::hedge::War war = war_of(ward.ladder, ward.stand);
    double theta = believed(i) * reliability_left(ward.ladder.rungs, ward.begun());
    const double gap = war.without - war.with;
    if (gap > 0) theta = std::max(0.0, theta - elsewhere / gap);
    sum += attack_chance(ward.ladder, war, theta, ward.stand);
  }
  return sum / static_cast<double>(targets.size());
}

/// One game of opportunism a year: best replies from nobody acting, each attacker with one chance
/// of its own.
void Life::attackers() {
  if (g_.targets.empty()) return;
  std::vector<double> chance;
  for (std::size_t q = 0; q < g_.targets.size(); ++q)
    chance.push_back(stream(g_.hedge.players[q].contingency, "forecast.attack").uniform());
  const solve::Acting acting =
      solve::upward(static_cast<int>(g_.targets.size()), [&](int q, solve::Acting with) {
        const auto player = static_cast<std::size_t>(q);
        if (year_ < quiet_until_[player]) return -1.0;
        return attack_chance_of(player, with) - chance[player];
      });
  for (std::size_t q = 0; q < g_.targets.size(); ++q)
    if ((acting >> q & 1) != 0) attacked(q);
}

/// An attack puts the promises of all guarantors of its targets to the test.
void Life::attacked(std::size_t player) {
  ++attacks_;
  quiet_until_[player] = year_ + std::max(1, static_cast<int>(std::lround(w_.terms.war_pause)));
  std::set<std::size_t> guarantors;
  for (const std::size_t i : g_.targets[player]) guarantors.insert(g_.guarantor_of[i]);
  for (const std::size_t j : guarantors) {
    std::vector<std::size_t> states;
    for (const std::size_t i : g_.targets[player])
      if (g_.guarantor_of[i] == j) states.push_back(i);
    test(j, states, g_.hedge.players[player].contingency);
  }
}

/// One draw of honour by promisor and contingency: the likeliest promise counts. What nobody knows
/// of its reliability is one number by promisor and draw, whatever the year.
void Life::test(std::size_t guarantor, const std::vector<std::size_t>& states,
                const std::string& contingency) {
  const std::string& name = g_.guarantor_names[guarantor];
  const double u =
      Stream(seed_, draw_, name_hash(name), name_hash("forecast.reliability")).uniform();
  double theta = 0;
  for (const std::size_t i : states) {
    const campaign::HedgeCase& one = w_.cases[i];
    const double first = one.thetas.empty() ? one.ad_hoc : *std::ranges::max_element(one.thetas);
    const double truly =
        first <= 0 || first >= 1 ? first : belief::prior(first, one.n0).quantile(u);
    theta = std::max(theta, moved(i, truly));
  }
  belief::CommonCause cause = w_.cause;
  cause.mu = mu(guarantor);
  Stream common = stream(name, "forecast.common"), own = stream(contingency, "forecast.own");
  const bool kept = belief::honours(theta, cause, common, own);
  ++tested_;
  if (!kept) ++broken_;
  observe(guarantor, states, kept, 1);
}

}  // namespace entente::analysis
