// What must hold of every event, whoever attacks whom, where and when.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>

#include "conformance/common.h"

namespace entente::conformance {
namespace {

using treaty::Event;
using treaty::Judgement;
using treaty::Verdict;
using world::Duty;

template <class T>
const T& one_of(const std::vector<T>& list) {
  return list[*rc::gen::inRange<std::size_t>(0, list.size())];
}

Date any_day() {
  const int year = *rc::gen::inRange(1820, 2027);
  return make_date(year, *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)).value();
}

/// States, and seldom actors, that live on the day.
std::vector<Symbol> living(Date day) {
  const bool actors = *rc::gen::inRange(0, 8) == 7;
  std::vector<Symbol> states;
  for (const auto& state : library().world.states)
    if (state.alive.holds(day) && (!state.is_actor || actors)) states.push_back(state.id);
  return states;
}

/// Half of all events happen to parties of one agreement, or hardly any promise would be tested.
std::vector<Symbol> likely_targets(Date day, const std::vector<Symbol>& states) {
  const auto& agreement = one_of(library().law.agreements);
  const auto parties = parties_on(agreement, library().world, day, {}, library().law);
  return parties.empty() || *rc::gen::arbitrary<bool>() ? states : parties;
}

/// Moves one of `from` to a side, unless all of them have theirs.
void take_side(std::vector<Symbol> from, Event& event, std::vector<Symbol>& side) {
  std::erase_if(from, [&](Symbol state) {
    return std::ranges::find(event.attackers, state) != event.attackers.end() ||
           std::ranges::find(event.targets, state) != event.targets.end();
  });
  if (!from.empty()) side.push_back(one_of(from));
}

Event any_event() {
  const auto& world = library().world;
  Event event;
  event.on = any_day();
  event.since = event.on;
  const auto states = living(event.on);
  const auto targets = likely_targets(event.on, states);
  for (int n = *rc::gen::inRange(1, 3); n > 0; --n) take_side(targets, event, event.targets);
  for (int n = *rc::gen::inRange(1, 3); n > 0; --n) take_side(states, event, event.attackers);
  RC_PRE(!event.targets.empty() && !event.attackers.empty());
  if (*rc::gen::inRange(0, 3) == 2) event.at = one_of(world.places).id;
  event.means = one_of(world.means).id;
  if (*rc::gen::arbitrary<bool>()) event.means = world.symbols.find("armed_force");
  if (*rc::gen::inRange(0, 3) == 2)
    event.hitting = static_cast<treaty::Asset>(*rc::gen::inRange(0, 4));
  event.provoked = *rc::gen::inRange(0, 4) == 3;
  event.killed = *rc::gen::inRange(0, 2) * *rc::gen::inRange(0, 5000);
  return event;
}

std::string shown(const Event& event) { return to_text(event, library().world); }

Judgement ask(const scenario::Library& asked, const Event& event) {
  return judge(asked.law, asked.world, event, {}, {});
}

using Key = std::tuple<Symbol, Symbol, Symbol>;

std::set<Key> bound_keys(const Judgement& judgement) {
  std::set<Key> keys;
  for (const Verdict& v : judgement.verdicts)
    if (v.duty == Duty::fight || v.duty == Duty::assist)
      keys.insert({v.state, v.agreement, v.article});
  return keys;
}

std::set<std::string> lines_without(const Judgement& judgement, const std::set<Symbol>& left_out) {
  std::set<std::string> lines;
  for (const Verdict& v : judgement.verdicts)
    if (!left_out.contains(v.agreement)) lines.insert(line(v, library().world));
  return lines;
}

RC_GTEST_PROP(AnyEvent, is_written_out_and_read_back, ()) {
  const Event event = any_event();
  const auto again = treaty::event_from(shown(event), library().world);
  RC_ASSERT(again.has_value());
  RC_ASSERT(text_of(ask(library(), *again), library().world) ==
            text_of(ask(library(), event), library().world));
}

RC_GTEST_PROP(AnyEvent, leaves_nobody_both_bound_and_silent_under_one_article, ()) {
  const Event event = any_event();
  const Judgement judgement = ask(library(), event);
  const auto bound = bound_keys(judgement);
  for (const auto& silence : judgement.silent)
    if (bound.contains({silence.state, silence.agreement, silence.article}))
      RC_FAIL(shown(event) + ": " + library().world.symbols.name(silence.state) +
              " is bound and silent: " + silence.because);
}

RC_GTEST_PROP(AnyEvent, lets_attackers_and_targets_owe_nothing_but_not_to_attack, ()) {
  const Event event = any_event();
  for (const Verdict& v : ask(library(), event).verdicts) {
    const bool attacks = std::ranges::find(event.attackers, v.state) != event.attackers.end();
    const bool target = std::ranges::find(event.targets, v.state) != event.targets.end();
    if ((attacks && v.duty != Duty::not_attack) || target ||
        (v.duty == Duty::not_attack && !attacks))
      RC_FAIL(shown(event) + ": " + line(v, library().world));
  }
}

// A graver means of the same kind only ever passes more thresholds: no clause and no exception asks
// for an event to be mild.
RC_GTEST_PROP(AnyEvent, that_is_graver_binds_no_fewer, ()) {
  const auto& world = library().world;
  Event event = any_event();
  const auto* mild = world.find_means(event.means);
  std::vector<Symbol> graver;
  for (const auto& means : world.means)
    if (means.kind == mild->kind && means.severity >= mild->severity) graver.push_back(means.id);
  const auto before = bound_keys(ask(library(), event));
  const std::string mildly = shown(event);
  event.means = one_of(graver);
  const auto after = bound_keys(ask(library(), event));
  for (const Key& key : before)
    if (!after.contains(key))
      RC_FAIL(mildly + " binds " + world.symbols.name(std::get<0>(key)) + " under " +
              world.symbols.name(std::get<1>(key)) + " " + world.symbols.name(std::get<2>(key)) +
              ", but not by " + world.symbols.name(event.means));
}

/// The agreements whose clauses ask whether a promise of `id` is triggered, and so on from those.
std::set<Symbol> chained(Symbol id) {
  std::set<Symbol> chain{id};
  for (bool grown = true; grown;) {
    grown = false;
    for (const auto& agreement : library().law.agreements) {
      const auto leans = [&](const auto& clause) {
        return std::ranges::any_of(clause.conditions, [&](const treaty::Requires& condition) {
          return condition.kind == treaty::Requires::Kind::bound &&
                 chain.contains(condition.agreement);
        });
      };
      if (std::ranges::any_of(agreement.articles, leans) ||
          std::ranges::any_of(agreement.exceptions, leans))
        grown = chain.insert(agreement.id).second || grown;
    }
  }
  return chain;
}

RC_GTEST_PROP(AnyEvent, without_an_agreement_changes_only_what_leans_on_it, ()) {
  const Event event = any_event();
  const Judgement whole = ask(library(), event);
  // Most agreements have no part in an event; one that has tells more.
  const Symbol gone = whole.verdicts.empty() ? one_of(library().law.agreements).id
                                             : one_of(whole.verdicts).agreement;
  scenario::Library less;
  less.world = library().world;
  less.law = library().law;
  std::erase_if(less.law.agreements, [&](const auto& agreement) { return agreement.id == gone; });
  index_law(less.law, less.world);
  const auto chain = chained(gone);
  const Judgement rest = ask(less, event);
  if (lines_without(rest, chain) != lines_without(whole, chain))
    RC_FAIL(shown(event) + " without " + library().world.symbols.name(gone));
  for (const Verdict& v : rest.verdicts) RC_ASSERT(v.agreement != gone);
}

RC_GTEST_PROP(AnyEvent, is_judged_alike_after_a_snapshot, ()) {
  static const auto copy = scenario::from_snapshot(to_snapshot(library()));
  RC_ASSERT(copy.has_value());
  const Event event = any_event();
  RC_ASSERT(text_of(ask(*copy, event), copy->world) ==
            text_of(ask(library(), event), library().world));
}

}  // namespace
}  // namespace entente::conformance
