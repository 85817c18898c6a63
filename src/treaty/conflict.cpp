// Duties of one state that cannot both be kept.
#include <algorithm>
#include <set>
#include <tuple>

#include "treaty/silence.h"

namespace entente::treaty {
namespace {

/// A promise of `state` not to attack `partner` that runs on the day, or null.
const Agreement* peace_between(const Case& c, Symbol state, Symbol partner) {
  if (state.index >= c.law.by_state.size()) return nullptr;
  for (const std::uint32_t index : c.law.by_state[state.index]) {
    const Agreement& agreement = c.law.agreements[index];
    if (agreement.kept_apart) continue;
    const bool promised = std::ranges::any_of(agreement.articles, [&](const Article& article) {
      return article.duty == Duty::not_attack && article.spell.holds(c.day()) &&
             c.reading_holds(article.reading) &&
             belongs(c, agreement, article.promisors, state, {}) &&
             belongs(c, agreement, article.beneficiaries, partner, state);
    });
    if (promised && c.in_force(agreement, state) && c.in_force(agreement, partner))
      return &agreement;
  }
  return nullptr;
}

}  // namespace

std::vector<Conflict> conflicts(const Case& c, std::span<const Verdict> verdicts) {
  std::vector<Conflict> list;
  std::set<std::tuple<Symbol, Symbol, Symbol, Symbol, Symbol>> seen;
  const auto add = [&](const Verdict& verdict, Symbol towards, Symbol agreement,
                       std::string because) {
    if (seen.emplace(verdict.state, verdict.towards, verdict.agreement, towards, agreement).second)
      list.push_back({verdict.state, verdict.towards, verdict.agreement, towards, agreement,
                      std::move(because)});
  };
  for (const Verdict& bound : verdicts) {
    if (!world::binds(bound.duty)) continue;
    const bool with_attackers = c.attacks(bound.towards);
    for (const Verdict& other : verdicts) {
      if (other.state != bound.state || c.attacks(other.towards) == with_attackers) continue;
      if (other.duty == Duty::stay_out)
        add(bound, other.towards, other.agreement,
            "bound to act for " + c.name(bound.towards) + " and to stay out of the side against " +
                c.name(other.towards));
      else if (world::binds(other.duty) && !with_attackers)
        add(bound, other.towards, other.agreement,
            "bound to act for " + c.name(bound.towards) + " and for " + c.name(other.towards));
    }
    const auto& enemies = with_attackers ? c.event.targets : c.event.attackers;
    for (const Symbol enemy : enemies)
      if (const Agreement* peace = peace_between(c, bound.state, enemy))
        add(bound, enemy, peace->id,
            "bound to act for " + c.name(bound.towards) + " and not to attack " + c.name(enemy));
  }
  return list;
}

}  // namespace entente::treaty
