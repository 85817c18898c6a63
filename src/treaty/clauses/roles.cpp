// Whom an event makes a promise speak for.
#include <algorithm>

#include "treaty/clauses/clause.h"

namespace entente::treaty::clauses {
namespace {

bool is_bound_chain(const Article& article) {
  return std::ranges::any_of(article.conditions, [](const Requires& condition) {
    return condition.kind == Requires::Kind::bound;
  });
}

/// Beneficiaries that are neither attacked nor attacking but that the clause follows all the same:
/// an attack on a third state that they resist, or a war that another promise draws them into.
void add_followed(const Case& c, const Agreement& agreement, const Article& article,
                  Symbol promisor, Roles& roles) {
  if (article.trigger != Trigger::indirect_attack && !is_bound_chain(article)) return;
  std::vector<Symbol> states = c.membership(agreement).parties;
  for (const Symbol code : article.beneficiaries.states) titles(c.world, code, c.day(), states);
  for (const Symbol state : states)
    if (state != promisor && !c.attacks(state) && !c.is_target(state) &&
        belongs(c, agreement, article.beneficiaries, state, promisor))
      roles.found.push_back({.beneficiary = state, .attacks = false, .hit = &c.hits.front()});
}

}  // namespace

Roles towards_partner(const Case& c, const Agreement& agreement, const Article& article,
                      Symbol promisor) {
  Roles roles;
  const auto promised = [&](Symbol state) {
    return belongs(c, agreement, article.beneficiaries, state, promisor);
  };
  const bool to_victim =
      article.trigger != Trigger::own_attack && article.trigger != Trigger::indirect_attack;
  const bool to_attacker =
      article.trigger == Trigger::own_attack || article.trigger == Trigger::war;
  for (const Hit& hit : c.hits) {
    if (to_victim && promised(hit.target))
      roles.found.push_back({.beneficiary = hit.target, .attacks = false, .hit = &hit});
    else if (to_victim && c.ever_party(agreement, hit.target))
      roles.why = std::max(roles.why, NoRole::not_beneficiary);
  }
  for (const Symbol attacker : c.event.attackers) {
    if (!promised(attacker)) continue;
    if (to_attacker)
      roles.found.push_back({.beneficiary = attacker, .attacks = true, .hit = &c.hits.front()});
    else
      roles.why = NoRole::attacker_is_party;
  }
  add_followed(c, agreement, article, promisor, roles);
  return roles;
}

Roles against_partner(const Case& c, const Agreement& agreement, const Article& article,
                      Symbol promisor) {
  Roles roles;
  if (!c.attacks(promisor)) return roles;
  for (const Hit& hit : c.hits)
    if (belongs(c, agreement, article.beneficiaries, hit.target, promisor))
      roles.found.push_back({.beneficiary = hit.target, .attacks = false, .hit = &hit});
  return roles;
}

}  // namespace entente::treaty::clauses
