#include "analysis/forecast/life.h"

#include <algorithm>
#include <cmath>

#include "solve/normal.h"

namespace entente::analysis {
namespace {

using actors::hedge::Effect;
using actors::hedge::Rung;
using solve::Programmes;

constexpr double kWithin = 1e-4;  // Of a probability from 0 and 1, where its log odds are taken.

double odds(double p) { return solve::logit(std::clamp(p, kWithin, 1 - kWithin)); }

Ward ward_of(const campaign::HedgeCase& one, const ForecastGround& ground) {
  Ward ward;
  ward.belief = belief::prior(
      std::clamp(one.thetas.empty() ? one.ad_hoc : *std::ranges::max_element(one.thetas), kWithin,
                 1 - kWithin),
      one.n0);
  ward.ladder = one.ladder;
  ward.options = one.ladder.rungs.size();
  for (const Effect on : {Effect::own_force, Effect::extra_help}) {
    ward.stand |= Programmes{1} << ward.ladder.rungs.size();
    Rung rung;
    rung.on = on;
    ward.ladder.rungs.push_back(rung);
  }
  ward.frame = frame_of(ward.ladder, ground.asked.hedge.years);
  ward.left.assign(ward.ladder.rungs.size(), 0);
  return ward;
}

}  // namespace

Programmes Ward::running() const {
  Programmes set = 0;
  for (std::size_t x = 0; x < options; ++x)
    if (left[x] > 0) set |= Programmes{1} << x;
  return set;
}

Programmes Ward::begun() const { return (stand & ((Programmes{1} << options) - 1)) | running(); }

Life::Life(const ForecastGround& ground, const ForecastWorld& world, std::uint64_t seed,
           std::size_t draw)
    : g_(ground),
      w_(world),
      seed_(seed),
      draw_(draw),
      year_(ground.asked.from),
      doubt_(world.doubt),
      shift_(ground.guarantors.size(), 0.0),
      quiet_until_(ground.hedge.players.size(), 0),
      ties_(ground.ties) {
  for (std::size_t i = 0; i < g_.guarded.size(); ++i) {
    wards_.push_back(ward_of(w_.cases[i], g_));
    if (const std::ptrdiff_t at = g_.maker_of[i]; at >= 0)
      wards_.back().spending = g_.makers[static_cast<std::size_t>(at)].spending;
  }
}

Stream Life::stream(std::string_view who, std::string_view purpose) const {
  return {seed_, draw_, name_hash({"forecast", std::to_string(year_), who}), name_hash(purpose)};
}

bool Life::gone(Symbol promisor, Symbol agreement) const {
  return gone_.contains({promisor, agreement});
}

double Life::promised(std::size_t ward) const {
  const campaign::Guarded& state = g_.guarded[ward];
  const campaign::HedgeCase& one = w_.cases[ward];
  const std::ptrdiff_t at = g_.maker_of[ward];
  const auto guarantor = std::ranges::find(g_.makers, state.guarantor, &TieMaker::state);
  if (at >= 0 && guarantor != g_.makers.end()) {
    // A tie that has lapsed below a promise of help took the promise with it.
    const auto i = static_cast<std::size_t>(at);
    const auto j = static_cast<std::size_t>(guarantor - g_.makers.begin());
    if (ties_.at(i, j) < kPromiseRung && g_.ties.at(i, j) >= kPromiseRung) return one.ad_hoc;
  }
  double most = 0;
  for (std::size_t k = 0; k < state.promises.size(); ++k)
    if (!gone(state.guarantor, state.promises[k].agreement)) most = std::max(most, one.thetas[k]);
  return most > 0 ? most : one.ad_hoc;
}

/// A reliability of the promise of the first day, as that of what binds now.
double Life::moved(std::size_t ward, double theta) const {
  const campaign::HedgeCase& one = w_.cases[ward];
  const double first = one.thetas.empty() ? one.ad_hoc : *std::ranges::max_element(one.thetas);
  const double now = promised(ward);
  return now == first ? theta : solve::logistic(odds(theta) + odds(now) - odds(first));
}

double Life::believed(std::size_t ward) const {
  return belief::shifted(moved(ward, wards_[ward].belief.mean()), mu(g_.guarantor_of[ward]));
}

void Life::set_extra_rungs(std::size_t i) {
  Ward& ward = wards_[i];
  const std::ptrdiff_t at = g_.maker_of[i];
  if (at < 0) return;
  const auto me = static_cast<std::size_t>(at);
  ward.ladder.rungs[ward.options].effect = ward.spending / g_.makers[me].spending - 1;
  int pacts = 0;
  for (std::size_t j = 0; j < g_.makers.size(); ++j)
    if (j != me && g_.makers[j].state != g_.guarded[i].guarantor)
      pacts += (ties_.at(me, j) >= kPactRung ? 1 : 0) - (g_.ties.at(me, j) >= kPactRung ? 1 : 0);
  ward.ladder.rungs[ward.options + 1].effect = std::clamp(w_.terms.pact_help * pacts, -0.5, 0.5);
}

void Life::go_to(int year) {
  year_ = year;
  attacks_ = tested_ = broken_ = threats_ = 0;
  turns();
  governments();
  attackers();
  spend();
  plan();
  make_ties();
}

YearSeen Life::seen() const {
  YearSeen seen;
  seen.attacks = attacks_;
  seen.tested = tested_;
  seen.broken = broken_;
  seen.threats = threats_;
  if (year_ == g_.asked.from) {
    for (std::size_t q = 0; q < g_.targets.size(); ++q) seen.attacks += attack_chance_of(q, 0);
    for (std::size_t j = 0; j < g_.guarantors.size(); ++j)
      seen.threats += 1 - std::exp(-w_.terms.threat_rate * std::exp(-mu(j)));
  }
  const solve::Neighbours pacts = solve::partners(ties_, kPactRung);
  for (const auto& row : pacts) seen.pacts += static_cast<double>(row.size()) / 2;
  seen.transitivity = solve::transitivity(pacts);
  for (std::size_t i = 0; i < wards_.size(); ++i) {
    const Ward& ward = wards_[i];
    const Programmes begun = ward.begun();
    const double theta = believed(i) * reliability_left(ward.ladder.rungs, begun);
    const actors::hedge::War war = war_of(ward.ladder, ward.stand);
    const auto lost = [&](double reliability) {
      const double tempted = attack_chance(ward.ladder, war, reliability, ward.stand) /
                             std::max(1e-12, ward.ladder.premises.crisis_rate);
      return std::min(1.0, tempted) * (reliability * war.with + (1 - reliability) * war.without);
    };
    seen.belief.push_back(theta);
    seen.lost.push_back(lost(theta));
    seen.lost_alone.push_back(lost(0));
    seen.begun.push_back(begun);
    seen.stands.push_back(ward.stand);
    const std::ptrdiff_t at = g_.maker_of[i];
    seen.spending.push_back(
        at < 0
            ? std::nan("")
            : 100 * ward.spending / g_.makers[static_cast<std::size_t>(at)].gdp + option_costs(i));
  }
  return seen;
}

std::vector<YearSeen> live(const ForecastGround& ground, const ForecastWorld& world,
                           std::uint64_t seed, std::size_t draw) {
  Life life(ground, world, seed, draw);
  std::vector<YearSeen> years{life.seen()};
  for (int year = ground.asked.from + 1; year <= ground.asked.until; ++year) {
    life.go_to(year);
    years.push_back(life.seen());
  }
  return years;
}

}  // namespace entente::analysis
