/// Which fields the snapshot holds, once for writing and reading.
///
/// Floor 3; uses floors 0-2. Part of the snapshot. Whoever adds a field to one of these types adds
/// it here and raises `kSnapshotVersion`.
#pragma once

#include <concepts>
#include <type_traits>

#include "scenario/library.h"
#include "scenario/snapshot_archive.h"
#include "treaty/agreement.h"
#include "world/world.h"

namespace entente::scenario {

/// Raised with every change of this file.
inline constexpr int kSnapshotVersion = 16;

template <>
inline constexpr auto kLast<world::Duty> = world::Duty::none;
template <>
inline constexpr auto kLast<world::Discretion> = world::Discretion::by_vote;
template <>
inline constexpr auto kLast<world::Form> = world::Form::declaration;
template <>
inline constexpr auto kLast<treaty::Trigger> = treaty::Trigger::standing;
template <>
inline constexpr auto kLast<treaty::Threshold> = treaty::Threshold::never;
template <>
inline constexpr auto kLast<treaty::NonState> = treaty::NonState::text;
template <>
inline constexpr auto kLast<treaty::PartySet::Who> = treaty::PartySet::Who::group;
template <>
inline constexpr auto kLast<treaty::Requires::Kind> = treaty::Requires::Kind::bound;
template <>
inline constexpr auto kLast<treaty::Step::Op> = treaty::Step::Op::area;
template <>
inline constexpr auto kLast<treaty::Step::Field> = treaty::Step::Field::lon;
template <>
inline constexpr auto kLast<treaty::Step::Set> = treaty::Step::Set::attacker;

}  // namespace entente::scenario

// The functions stand in the namespaces of their types, where both archives find them.
namespace entente {

/// A `T`, const while it is written.
template <class S, class T>
concept Archived = std::same_as<std::remove_const_t<S>, T>;

template <class A, Archived<Spell> S>
void fields(A& archive, S& s) {
  archive(s.from, s.to);
}

template <class A, Archived<Where> S>
void fields(A& archive, S& s) {
  archive(s.file, s.line, s.column);
}

}  // namespace entente

namespace entente::world {

template <class A, Archived<Sourced> S>
void fields(A& archive, S& s) {
  archive(s.source, s.confidence, s.note);
}

template <class A, Archived<State> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.is_actor, s.alive, s.successors, s.aliases, s.cow, s.gw, s.sourced);
}

template <class A, Archived<Place> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.kind, s.lat, s.lon, s.administered_by, s.sovereign, s.claimed_by,
          s.region, s.sea, s.continent, s.eu, s.spell, s.sourced);
}

template <class A, Archived<Means> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.kind, s.severity, s.low, s.high, s.sourced);
}

template <class A, Archived<GroupMember> S>
void fields(A& archive, S& s) {
  archive(s.state, s.spell);
}

template <class A, Archived<Group> S>
void fields(A& archive, S& s) {
  archive(s.id, s.meaning, s.complement, s.members, s.sourced);
}

template <class A, Archived<Figure> S>
void fields(A& archive, S& s) {
  archive(s.state, s.what, s.where, s.value, s.low, s.high, s.unit, s.year, s.status, s.sourced);
}

template <class A, Archived<Element> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.definition, s.unit, s.core, s.sourced, s.purchase_cost, s.annual_cost,
          s.lead_months, s.lift_tonnes);
}

template <class A, Archived<Polygon> S>
void fields(A& archive, S& s) {
  archive(s.id, s.points, s.sourced);
}

template <class A, Archived<Uncertain> S>
void fields(A& archive, S& s) {
  archive(s.value, s.low, s.high, s.assumption, s.confidence);
}

template <class A, Archived<Pool> S>
void fields(A& archive, S& s) {
  archive(s.owner, s.base, s.element, s.home, s.amount, s.home_defence, s.ready, s.readier, s.added,
          s.source);
}

template <class A, Archived<Deployment> S>
void fields(A& archive, S& s) {
  archive(s.base, s.theatre, s.element, s.owner, s.days, s.source);
}

template <class A, Archived<Distance> S>
void fields(A& archive, S& s) {
  archive(s.base, s.theatre, s.km, s.source);
}

template <class A, Archived<Prepositioned> S>
void fields(A& archive, S& s) {
  archive(s.owner, s.from, s.theatre, s.element, s.sets, s.days, s.source);
}

template <class A, Archived<Readiness> S>
void fields(A& archive, S& s) {
  archive(s.kind, s.element, s.day, s.share, s.source);
}

template <class A, Archived<Participation> S>
void fields(A& archive, S& s) {
  archive(s.theatre, s.state, s.element, s.share, s.source);
}

template <class A, Archived<TheatreBase> S>
void fields(A& archive, S& s) {
  archive(s.theatre, s.base, s.inside);
}

template <class A, Archived<HomeBase> S>
void fields(A& archive, S& s) {
  archive(s.state, s.base);
}

template <class A, Archived<PriceChange> S>
void fields(A& archive, S& s) {
  archive(s.state, s.factor);
}

template <class A, Archived<Dependency> S>
void fields(A& archive, S& s) {
  archive(s.user, s.element, s.service, s.supplier, s.share, s.hard, s.lapse_days, s.source);
}

template <class A, Archived<Substitute> S>
void fields(A& archive, S& s) {
  archive(s.user, s.element, s.service, s.supplier, s.cost, s.months, s.source);
}

template <class A, Archived<Amount> S>
void fields(A& archive, S& s) {
  archive(s.element, s.day, s.units, s.source);
}

template <class A, Archived<Contingency> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.event, s.theatre, s.weight, s.loss_clock, s.sponsor, s.link,
          s.attribution, s.demand, s.host_supply, s.red_committed, s.source, s.where);
}

template <class A, Archived<Munition> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.definition, s.unit, s.fired_by, s.bottleneck, s.source, s.confidence,
          s.unit_cost, s.lead_months, s.learning_rate, s.approval_months);
}

template <class A, Archived<Component> S>
void fields(A& archive, S& s) {
  archive(s.name, s.month, s.year, s.source);
}

template <class A, Archived<MunitionStock> S>
void fields(A& archive, S& s) {
  archive(s.holder, s.munition, s.stock, s.production, s.production_year, s.target, s.target_by,
          s.use_low, s.use_high, s.components, s.stock_source, s.production_source, s.target_source,
          s.use_source);
}

template <class A, Archived<MunitionUse> S>
void fields(A& archive, S& s) {
  archive(s.contingency, s.munition, s.per_day, s.days, s.half_life, s.source);
}

template <class A, Archived<Coproduction> S>
void fields(A& archive, S& s) {
  archive(s.from, s.to, s.munitions, s.since, s.strength, s.source);
}

template <class A, Archived<HedgeOption> S>
void fields(A& archive, S& s) {
  archive(s.state, s.option, s.cost, s.months, s.effect_on, s.effect, s.gate, s.gate_needed,
          s.democracy, s.opinion, s.sanction, s.abandonment, s.builds_on, s.available, s.members,
          s.source, s.opinion_source, s.note);
}

template <class A, Archived<DeclaredGoal> S>
void fields(A& archive, S& s) {
  archive(s.agreement, s.goal, s.article, s.words, s.source, s.confidence);
}

template <class A, Archived<Corridor> S>
void fields(A& archive, S& s) {
  archive(s.from, s.to, s.mode, s.chokepoints, s.name, s.days, s.amount, s.source);
}

template <class A, Archived<TradeFigure> S>
void fields(A& archive, S& s) {
  archive(s.of, s.field, s.at, s.value, s.source, s.year);
}

/// All but the symbols, which come before anything that uses them.
template <class A, Archived<World> S>
void fields(A& archive, S& s) {
  archive(s.day, s.states, s.places, s.means, s.groups, s.polygons, s.figures, s.elements, s.pools,
          s.deployments, s.distances, s.prepositioned, s.readiness, s.participations,
          s.theatre_bases, s.home_bases, s.price_changes, s.dependencies, s.substitutes,
          s.contingencies, s.munitions, s.munition_stocks, s.munition_uses, s.coproductions,
          s.hedge_options, s.declared_goals, s.corridors, s.trade);
}

}  // namespace entente::world

namespace entente::treaty {

template <class A, Archived<Step> S>
void fields(A& archive, S& s) {
  archive(s.op, s.field, s.set, s.names, s.number);
}

template <class A, Archived<Predicate> S>
void fields(A& archive, S& s) {
  archive(s.steps);
}

template <class A, Archived<PartySet> S>
void fields(A& archive, S& s) {
  archive(s.who, s.states, s.group);
}

template <class A, Archived<Adversary> S>
void fields(A& archive, S& s) {
  archive(s.any, s.states, s.groups, s.not_states, s.not_groups, s.third);
}

template <class A, Archived<ReadingIs> S>
void fields(A& archive, S& s) {
  archive(s.reading, s.value);
}

template <class A, Archived<Requires> S>
void fields(A& archive, S& s) {
  archive(s.kind, s.who, s.agreement);
}

template <class A, Archived<AreaOf> S>
void fields(A& archive, S& s) {
  archive(s.territory, s.forces, s.vessel, s.aircraft, s.limited);
}

template <class A, Archived<Article> S>
void fields(A& archive, S& s) {
  archive(s.label, s.text, s.duty, s.reason, s.discretion, s.trigger, s.threshold, s.promisors,
          s.beneficiaries, s.adversary, s.min_adversaries, s.max_adversaries, s.threshold_vessel,
          s.unprovoked, s.covers_older_war, s.non_state, s.kinds, s.area, s.conditions, s.spell,
          s.secret, s.reading, s.source, s.confidence, s.where);
}

template <class A, Archived<Exception> S>
void fields(A& archive, S& s) {
  archive(s.label, s.to, s.text, s.duty, s.reason, s.discretion, s.promisors, s.beneficiaries,
          s.attackers, s.attacker_is_party, s.provoked, s.non_state, s.side_is_attacker, s.area,
          s.outside_area, s.conditions, s.spell, s.reading, s.source, s.where);
}

template <class A, Archived<Area> S>
void fields(A& archive, S& s) {
  archive(s.id, s.where, s.spell, s.summary, s.source, s.at);
}

template <class A, Archived<Party> S>
void fields(A& archive, S& s) {
  archive(s.state, s.spell, s.disputed, s.frozen, s.note, s.source, s.where);
}

template <class A, Archived<Suspension> S>
void fields(A& archive, S& s) {
  archive(s.a, s.b, s.spell, s.note, s.source);
}

template <class A, Archived<Example> S>
void fields(A& archive, S& s) {
  archive(s.event, s.given, s.expect, s.why, s.where);
}

template <class A, Archived<Agreement> S>
void fields(A& archive, S& s) {
  archive(s.id, s.name, s.form, s.rung, s.institution, s.nuclear, s.publicity, s.signed_on,
          s.in_force, s.ended, s.reliability, s.kept_apart, s.atop, s.summary, s.source, s.note,
          s.confidence, s.parties, s.suspensions, s.areas, s.articles, s.exceptions, s.examples,
          s.file);
}

template <class A, Archived<Reading> S>
void fields(A& archive, S& s) {
  archive(s.id, s.question, s.values, s.meanings, s.fallback, s.source);
}

template <class A, Archived<Law> S>
void fields(A& archive, S& s) {
  archive(s.agreements, s.areas, s.readings);
}

}  // namespace entente::treaty

namespace entente::scenario {

template <class A, Archived<Doubt> S>
void fields(A& archive, S& s) {
  archive(s.promisor, s.mu);
}

template <class A, Archived<Assumed> S>
void fields(A& archive, S& s) {
  archive(s.name, s.value);
}

template <class A, Archived<Denial> S>
void fields(A& archive, S& s) {
  archive(s.host, s.theatre);
}

template <class A, Archived<Disruption> S>
void fields(A& archive, S& s) {
  archive(s.states, s.share, s.days);
}

template <class A, Archived<Turn> S>
void fields(A& archive, S& s) {
  archive(s.year, s.promisor, s.doubt, s.leaves, s.returns);
}

template <class A, Archived<Pressure> S>
void fields(A& archive, S& s) {
  archive(s.lever, s.contingencies, s.states, s.hazard, s.conceded, s.cost, s.slip, s.offer);
}

template <class A, Archived<UmbrellaChange> S>
void fields(A& archive, S& s) {
  archive(s.guarantor, s.states, s.by);
}

template <class A, Archived<Plan> S>
void fields(A& archive, S& s) {
  archive(s.empty, s.sets, s.element_weights, s.uncertainty, s.models, s.doubts, s.assumed,
          s.denials, s.disruptions, s.pressures, s.umbrellas, s.turns, s.horizon, s.after_months);
}

}  // namespace entente::scenario
