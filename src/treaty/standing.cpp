// Who is in an agreement on a day, and which promises run.
#include <algorithm>
#include <tuple>

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

Standing spell_standing(const Party& party, const World& world, const Readings& readings,
                        const Law& law) {
  if (party.frozen && is_reading(law, readings, world, "frozen_membership", "does_not_count"))
    return Standing::frozen;
  if (party.disputed.reading &&
      reading_value(law, readings, party.disputed.reading) != party.disputed.value)
    return Standing::disputed;
  return Standing::in_force;
}

/// The living states an article may protect: the parties, and those that it lists or that its group
/// holds.
std::vector<Symbol> protected_by(const Case& c, const Agreement& agreement,
                                 const Article& article) {
  std::vector<Symbol> states = c.membership(agreement).parties;
  listed(c, article.beneficiaries, states);
  return states;
}

}  // namespace

const Seat* Membership::find(Symbol state) const {
  const auto found = std::ranges::find(seats, state, &Seat::state);
  return found == seats.end() ? nullptr : &*found;
}

Membership membership_on(const Agreement& agreement, const World& world, Date day,
                         const Readings& readings, const Law& law) {
  // Whether the agreement runs at all comes before what any spell says.
  const bool ended = agreement.ended && day > *agreement.ended;
  const bool running = agreement.in_force && *agreement.in_force <= day && !ended;
  Membership membership;
  std::vector<Symbol> states;
  for (const Party& party : agreement.parties) {
    states.clear();
    titles(world, party.state, day, states);
    const bool now = party.spell.holds(day);
    Standing standing = party.spell.from > day ? Standing::not_yet : Standing::withdrawn;
    if (now) standing = spell_standing(party, world, readings, law);
    for (const Symbol state : states) {
      auto seat = std::ranges::find(membership.seats, state, &Seat::state);
      if (seat == membership.seats.end()) {
        membership.seats.push_back({state, standing, party.spell.from});
      } else if (now || seat->standing == Standing::not_yet) {
        *seat = {state, standing,
                 party.spell.from};  // A spell that holds speaks; else the one that is over.
      }
    }
  }
  for (Seat& seat : membership.seats) {
    const bool in = seat.standing == Standing::in_force;
    if (in && running) membership.parties.push_back(seat.state);
    if (!running &&
        (in || seat.standing == Standing::not_yet || seat.standing == Standing::withdrawn))
      seat.standing = ended ? Standing::ended : Standing::not_in_force;
  }
  std::ranges::sort(membership.parties);
  return membership;
}

Standing standing(const Agreement& agreement, const World& world, Symbol state, Date day,
                  const Readings& readings, const Law& law) {
  const Membership membership = membership_on(agreement, world, day, readings, law);
  const Seat* seat = membership.find(state);
  return seat != nullptr ? seat->standing : Standing::never;
}

std::vector<Symbol> parties_on(const Agreement& agreement, const World& world, Date day,
                               const Readings& readings, const Law& law) {
  return membership_on(agreement, world, day, readings, law).parties;
}

std::vector<Commitment> commitments_on(const Law& law, const World& world, Date day,
                                       const Readings& readings) {
  std::vector<Commitment> commitments;
  const Event nothing{.attackers = {},
                      .targets = {},
                      .at = {},
                      .means = {},
                      .hitting = {},
                      .on = day,
                      .since = day,
                      .provoked = false,
                      .killed = 0,
                      .notices = {}};
  const Case c = make_case(law, world, nothing, {}, readings);
  for (const Agreement& agreement : law.agreements) {
    if (agreement.kept_apart) continue;
    const auto& parties = c.membership(agreement).parties;
    for (const Article& article : agreement.articles) {
      if (article.duty == Duty::none || !article.spell.holds(day) ||
          !c.reading_holds(article.reading))
        continue;
      if (article.secret && c.reading_is("secret_clauses", "ignored")) continue;
      for (const Symbol promisor : parties) {
        if (!belongs(c, agreement, article.promisors, promisor, {})) continue;
        for (const Symbol beneficiary : protected_by(c, agreement, article))
          if (beneficiary != promisor &&
              belongs(c, agreement, article.beneficiaries, beneficiary, promisor) &&
              !leg_suspended(c, agreement, promisor, beneficiary))
            commitments.push_back(
                {promisor, beneficiary, article.duty, article.discretion, agreement.form,
                 agreement.institution, agreement.nuclear, article.trigger != Trigger::own_attack,
                 agreement.id, article.label,
                 std::max(bound_since(c, agreement, promisor, beneficiary), article.spell.from),
                 agreement.reliability});
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
    return (is(suspension.a, a) && is(suspension.b, b)) ||
           (is(suspension.a, b) && is(suspension.b, a));
  });
}

Date joined(const Case& c, const Agreement& agreement, Symbol state) {
  // Somebody whom a promise protects without a seat is protected from its first day.
  const Seat* seat = c.membership(agreement).find(state);
  return seat != nullptr && seat->standing == Standing::in_force
             ? seat->from
             : agreement.in_force.value_or(kAlwaysAfter);
}

Date bound_since(const Case& c, const Agreement& agreement, Symbol a, Symbol b) {
  return std::max({joined(c, agreement, a), joined(c, agreement, b),
                   agreement.in_force.value_or(kAlwaysAfter)});
}

}  // namespace entente::treaty
