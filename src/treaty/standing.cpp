// Who is in an agreement on a day, and which promises run.
#include <algorithm>

#include "treaty/case.h"
#include "treaty/judge.h"

namespace entente::treaty {
namespace {

using world::Commitment;
using world::World;

bool is_reading(const Law& law, const Readings& readings, const World& world, std::string_view id,
                std::string_view value) {
  return reading_value(law, readings, world.symbols.find(id)) == world.symbols.find(value);
}

Standing spell_standing(const Party& party, const World& world, const Readings& readings, const Law& law) {
  if (party.frozen && is_reading(law, readings, world, "frozen_membership", "does_not_count"))
    return Standing::frozen;
  if (party.disputed.reading && reading_value(law, readings, party.disputed.reading) != party.disputed.value)
    return Standing::disputed;
  return Standing::in_force;
}

}  // namespace

Standing standing(const Agreement& agreement, const World& world, Symbol state, Date day,
                  const Readings& readings, const Law& law) {
  Standing best = Standing::never;
  for (const Party& party : agreement.parties) {
    if (!means(world, party.state, state, day)) continue;
    if (party.spell.holds(day)) {
      const Standing now = spell_standing(party, world, readings, law);
      if (now == Standing::in_force) return now;
      best = now;
    } else if (best == Standing::never || best == Standing::not_yet) {
      best = party.spell.from > day ? Standing::not_yet : Standing::withdrawn;
    }
  }
  if (best == Standing::never || best == Standing::frozen || best == Standing::disputed) return best;
  if (!agreement.in_force) return Standing::not_in_force;
  if (agreement.ended && day > *agreement.ended) return Standing::ended;
  if (day < *agreement.in_force) return Standing::not_in_force;
  return best;
}

std::vector<Symbol> parties_on(const Agreement& agreement, const World& world, Date day,
                               const Readings& readings, const Law& law) {
  std::vector<Symbol> parties;
  for (const Party& party : agreement.parties)
    if (party.spell.holds(day) && spell_standing(party, world, readings, law) == Standing::in_force)
      titles(world, party.state, day, parties);
  std::ranges::sort(parties);
  return parties;
}

std::vector<Commitment> commitments_on(const Law& law, const World& world, Date day, const Readings& readings) {
  std::vector<Commitment> commitments;
  const Event nothing{.attackers = {}, .targets = {}, .at = {}, .means = {}, .hitting = {}, .on = day,
                      .since = day, .provoked = false, .killed = 0, .notices = {}};
  const Case c = make_case(law, world, nothing, {}, readings);
  for (const Agreement& agreement : law.agreements) {
    if (agreement.kept_apart || !agreement.in_force || day < *agreement.in_force ||
        (agreement.ended && day > *agreement.ended))
      continue;
    const auto parties = parties_on(agreement, world, day, readings, law);
    for (const Article& article : agreement.articles) {
      if (article.duty == Duty::none || !article.spell.holds(day) || !c.reading_holds(article.reading)) continue;
      std::vector<Symbol> protected_states = parties;
      for (const Symbol code : article.beneficiaries.states) titles(world, code, day, protected_states);
      for (const Symbol promisor : parties) {
        if (!belongs(c, agreement, article.promisors, promisor, {})) continue;
        for (const Symbol beneficiary : protected_states) {
          if (beneficiary == promisor || !belongs(c, agreement, article.beneficiaries, beneficiary, promisor) ||
              leg_suspended(c, agreement, promisor, beneficiary))
            continue;
          commitments.push_back({promisor, beneficiary, article.duty, article.discretion, agreement.form,
                                 agreement.institution, agreement.nuclear,
                                 article.trigger != Trigger::own_attack, agreement.id, article.label,
                                 bound_since(c, agreement, promisor, beneficiary), agreement.reliability});
        }
      }
    }
  }
  std::ranges::sort(commitments, {}, [&](const Commitment& one) {
    return std::tuple(world.symbols.name(one.promisor), world.symbols.name(one.beneficiary),
                      world.symbols.name(one.agreement), world.symbols.name(one.article));
  });
  return commitments;
}

bool leg_suspended(const Case& c, const Agreement& agreement, Symbol a, Symbol b) {
  if (c.reading_is("suspended_legs", "count")) return false;
  return std::ranges::any_of(agreement.suspensions, [&](const Suspension& suspension) {
    if (!suspension.spell.holds(c.day())) return false;
    const auto is = [&](Symbol code, Symbol state) { return means(c.world, code, state, c.day()); };
    return (is(suspension.a, a) && is(suspension.b, b)) || (is(suspension.a, b) && is(suspension.b, a));
  });
}

Date joined(const Case& c, const Agreement& agreement, Symbol state) {
  for (const Party& party : agreement.parties)
    if (party.spell.holds(c.day()) && means(c.world, party.state, state, c.day())) return party.spell.from;
  return agreement.in_force.value_or(kAlwaysAfter);
}

Date bound_since(const Case& c, const Agreement& agreement, Symbol a, Symbol b) {
  return std::max({joined(c, agreement, a), joined(c, agreement, b),
                   agreement.in_force.value_or(kAlwaysAfter)});
}

}  // namespace entente::treaty
