// Exceptions: where one holds it replaces the rule it names; exceptions to it replace it in turn.
#include <algorithm>

#include "treaty/steps.h"

namespace entente::treaty {
namespace {

bool attackers_match(const Promise& p, const Adversary& adversary) {
  const auto& powers = p.role.attacks ? p.c.event.targets : p.c.event.attackers;
  return any_adversary(p.c, p.agreement, adversary, powers);
}

bool attacker_is_party(const Promise& p) {
  return std::ranges::any_of(p.c.event.attackers,
                             [&](Symbol attacker) { return p.c.in_force(p.agreement, attacker); });
}

bool holds_now(const Promise& p, const Exception& e) {
  if (!e.spell.holds(p.c.day()) || !p.c.reading_holds(e.reading)) return false;
  if (e.promisors && !belongs(p.c, p.agreement, *e.promisors, p.promisor, {})) return false;
  if (e.beneficiaries &&
      !belongs(p.c, p.agreement, *e.beneficiaries, p.role.beneficiary, p.promisor))
    return false;
  if (e.attackers && !attackers_match(p, *e.attackers)) return false;
  if (e.attacker_is_party && *e.attacker_is_party != attacker_is_party(p)) return false;
  if (e.provoked && *e.provoked != p.c.event.provoked) return false;
  if (e.non_state && *e.non_state != p.c.non_state) return false;
  if (e.side_is_attacker && *e.side_is_attacker != p.role.attacks) return false;
  if (e.area && inside(p.c, p.agreement, e.area, *p.role.hit, p.promisor) == e.outside_area)
    return false;
  return std::ranges::all_of(e.conditions,
                             [&](const Requires& condition) { return fact_holds(p, condition); });
}

const Exception* exception_to(const Promise& p, Symbol label) {
  for (const Exception& exception : p.agreement.exceptions)
    if (exception.to == label && holds_now(p, exception)) return &exception;
  return nullptr;
}

bool at_war(const Promise& p, Symbol who) {
  if (p.c.attacks(who)) return true;
  return std::ranges::any_of(p.c.facts, [&](const Fact& fact) {
    if (fact.kind != Fact::Kind::at_war) return false;
    const auto is = [&](Symbol state) { return means(p.c.world, who, state, p.c.day()); };
    const auto in_event = [&](Symbol state) { return p.c.attacks(state) || p.c.is_target(state); };
    return (is(fact.subject) && in_event(fact.object)) ||
           (is(fact.object) && in_event(fact.subject));
  });
}

}  // namespace

bool fact_holds(const Promise& p, const Requires& condition) {
  const Symbol who = condition.who ? condition.who : p.role.beneficiary;
  const auto is = [&](Symbol state) { return means(p.c.world, who, state, p.c.day()); };
  switch (condition.kind) {
    case Requires::Kind::none:
      return true;
    case Requires::Kind::assists:
      return is(p.promisor) || std::ranges::any_of(p.c.facts, [&](const Fact& fact) {
               return fact.kind == Fact::Kind::assists && is(fact.subject) &&
                      fact.object == p.role.beneficiary;
             });
    case Requires::Kind::resists:
      return std::ranges::any_of(p.c.facts, [&](const Fact& fact) {
        return fact.kind == Fact::Kind::resists && is(fact.subject);
      });
    case Requires::Kind::at_war:
      return at_war(p, who);
    case Requires::Kind::bound: {
      const Agreement* other = p.c.law.find(condition.agreement);
      return other != nullptr && p.nested < 4 && is_bound(p.c, *other, who, p.nested + 1);
    }
  }
  return false;
}

bool is_bound(const Case& c, const Agreement& agreement, Symbol state, int nested) {
  return std::ranges::any_of(agreement.articles, [&](const Article& article) {
    if (!world::binds(article.duty) || !belongs(c, agreement, article.promisors, state, {}))
      return false;
    const Outcome outcome = weigh_roles(c, agreement, article, state, false, nested);
    return outcome.owed && world::binds(outcome.duty);
  });
}

void apply_exceptions(const Promise& promise, Outcome& outcome) {
  // The checker refuses circles, so the walk ends; the bound is a second fence.
  Symbol label = promise.article.label;
  for (std::size_t step = 0; step <= promise.agreement.exceptions.size(); ++step) {
    const Exception* exception = exception_to(promise, label);
    if (exception == nullptr) return;
    label = exception->label;
    outcome.label = exception->duty == Duty::none ? promise.article.label : exception->label;
    outcome.duty = exception->duty;
    outcome.owed = exception->duty != Duty::none;
    outcome.discretion = exception->discretion;
    outcome.reason = outcome.owed ? "" : exception->reason;
    if (!promise.explain) continue;
    outcome.sentence = "exception " + promise.c.name(exception->label);
    if (!exception->text.empty()) outcome.sentence += ": " + exception->text;
    if (exception->reading.reading)
      outcome.sentence += " (reading " + promise.c.name(exception->reading.reading) + " = " +
                          promise.c.name(exception->reading.value) + ")";
  }
}

}  // namespace entente::treaty
