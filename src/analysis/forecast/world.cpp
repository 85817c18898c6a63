#include <algorithm>
#include <cmath>

#include "analysis/forecast/years.h"
#include "base/stream.h"
#include "campaign/assumed.h"
#include "solve/bisect.h"

namespace entente::analysis {
namespace {

using campaign::WorldId;

class Making {
 public:
  Making(const ForecastGround& ground, const WorldId& id, const Run& run)
      : g_(ground), id_(id), run_(run), symbols_(ground.hedge.library.world.symbols) {}

  ForecastWorld run() {
    terms();
    for (const campaign::Guarded& one : g_.guarded)
      w_.cases.push_back(campaign::case_in(g_.hedge, one, id_, run_));
    doubts();
    busy();
    ties();
    for (std::size_t i = 0; i < g_.guarded.size(); ++i) w_.spenders.push_back(spender(i));
    return std::move(w_);
  }

 private:
  void terms() {
    const scenario::Plan& plan = g_.hedge.premises.plan;
    w_.terms = campaign::all_in(actors::kForecastTerms, g_.asked.terms, plan, id_);
    w_.w0 = campaign::number_in(kSpillOver, g_.asked.w0, plan, id_);
    w_.cause = g_.hedge.premises.belief.cause;
    w_.cause.mu = 0;
    for (const belief::Assumption& one : belief::kAssumptions)
      if (one.value == &belief::Assumptions::rho)
        w_.cause.rho = campaign::number_in(one.field, w_.cause.rho, plan, id_);
  }

  void doubts() {
    w_.doubt.assign(g_.guarantors.size(), 0);
    for (std::size_t i = 0; i < g_.guarded.size(); ++i)
      w_.doubt[g_.guarantor_of[i]] = w_.cases[i].mu;
    for (const scenario::Turn& turn : g_.hedge.library.plan.turns) {
      double value = 0;
      if (turn.doubt)
        value = campaign::value_in({*turn.doubt, name_hash({"turn", std::to_string(turn.year),
                                                            symbols_.name(turn.promisor)})},
                                   id_);
      w_.turned.push_back(value);
    }
  }

  /// The theatre as others are expected to come, alone and with everybody attacking.
  void busy() {
    w_.busy.assign(g_.hedge.players.size(), 0);
    if (!g_.hedge.question) return;
    solve::Acting all = 0;
    for (std::size_t q = 0; q < g_.hedge.players.size(); ++q)
      if (!g_.hedge.players[q].grey) all |= solve::Acting{1} << q;
    const campaign::Question& question = *g_.hedge.question;
    campaign::Theatre theatre(
        question, g_.hedge.players,
        campaign::numbers_of(question.situation, question.premises, symbols_, id_),
        {campaign::Honour::expected, id_.seed, 0, 1}, run_);
    for (std::size_t q = 0; q < w_.busy.size(); ++q) {
      if (g_.hedge.players[q].grey) continue;
      const int player = static_cast<int>(q);
      w_.busy[q] =
          std::max(0.0, theatre.win(player, all) - theatre.win(player, solve::Acting{1} << q));
    }
  }

  void ties() {
    const actors::ForecastTerms& t = w_.terms;
    const std::size_t n = g_.makers.size();
    w_.worth.assign(n * n, 0);
    for (std::size_t p = 0; p < n * n; ++p)
      w_.worth[p] = t.tie_democracy * g_.pairs.democracy[p] + t.tie_regime * g_.pairs.regime[p] +
                    t.tie_trade * g_.pairs.trade[p] + t.tie_asymmetry * g_.pairs.asymmetry[p] -
                    t.tie_distance * g_.pairs.distance[p] - t.tie_cost;
    enemies();
  }

  /// How near and strong an attacker is to whom no promise of help ties: its share of the strength
  /// of both, less with the way.
  void enemies() {
    const std::size_t n = g_.makers.size();
    w_.enemy.assign(n * n, 0);
    for (std::size_t a = 0; a < g_.attackers.size(); ++a) {
      const std::size_t attacker = g_.attackers[a];
      std::vector<double> threat(n, 0);
      for (std::size_t i = 0; i < n; ++i)
        if (i != attacker && g_.ties.at(i, attacker) < kPromiseRung)
          threat[i] = g_.makers[attacker].spending /
                      (g_.makers[attacker].spending + g_.makers[i].spending) *
                      std::exp(-g_.km[a][i] / w_.terms.threat_reach);
      for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
          if (i != j) w_.enemy[i * n + j] += std::min(threat[i], threat[j]);
    }
    const double most = n == 0 ? 0 : *std::ranges::max_element(w_.enemy);
    if (most > 0)
      for (double& one : w_.enemy) one /= most;
  }

  /// Tastes that make what a state spends its best reply to what it counts on others for.
  solve::Contributor spender(std::size_t i) const {
    const std::ptrdiff_t at = g_.maker_of[i];
    if (at < 0) return {0, 0, 0};
    const TieMaker& maker = g_.makers[static_cast<std::size_t>(at)];
    const double others = counted_on(w_.cases[i], maker.spending, w_.cases[i].theta);
    const auto at_weight = [&](double weight) {
      return solve::Contributor{maker.gdp, weight * (1 - w_.terms.private_share),
                                weight * w_.terms.private_share};
    };
    const double weight = solve::root_of_falling(
        0, 1, [&](double one) { return maker.spending - best_reply(at_weight(one), others); });
    return at_weight(weight);
  }

  const ForecastGround& g_;
  const WorldId& id_;
  const Run& run_;
  const Symbols& symbols_;
  ForecastWorld w_;
};

}  // namespace

ForecastWorld forecast_world(const ForecastGround& ground, const WorldId& id, const Run& run) {
  return Making(ground, id, run).run();
}

double counted_on(const campaign::HedgeCase& one, double spending, double theta) {
  constexpr double kMost = 50;  // Where own forces are next to nothing, so is what they measure.
  const actors::hedge::Spill spill = spill_of(one.ladder);
  return spending * std::min(kMost, spill.others + theta * spill.guarantor);
}

}  // namespace entente::analysis
