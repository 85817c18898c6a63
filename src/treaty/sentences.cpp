#include "treaty/sentences.h"

#include <array>
#include <cstdio>
#include <functional>
#include <limits>
#include <vector>

#include "base/name.h"

namespace entente::treaty {
namespace {

/// Readings that let a membership or a leg count.
void add_membership_readings(const Promise& p,
                             const std::function<void(std::string, std::string)>& add) {
  for (const Symbol state : {p.promisor, p.role.beneficiary})
    for (const Party& party : p.agreement.parties) {
      if (!party.spell.holds(p.c.day()) || !means(p.c.world, party.state, state, p.c.day()))
        continue;
      if (party.frozen) add("frozen_membership", "counts");
      if (party.disputed.reading)
        add(p.c.name(party.disputed.reading), p.c.name(party.disputed.value));
    }
  if (p.c.reading_is("suspended_legs", "count"))
    for (const Suspension& leg : p.agreement.suspensions)
      if (leg.spell.holds(p.c.day()) && (leg.a == p.promisor || leg.b == p.promisor))
        return add("suspended_legs", "count");
}

/// The readings without which the promise might not be owed.
std::string readings_used(const Promise& p) {
  std::string text;
  const auto add = [&](const std::string& reading, const std::string& value) {
    text += "; reading " + reading + " = " + value;
  };
  if (p.article.reading.reading)
    add(p.c.name(p.article.reading.reading), p.c.name(p.article.reading.value));
  if (p.article.secret) text += "; secret clause";
  add_membership_readings(p, add);
  if (p.c.non_state && p.article.non_state == NonState::practice)
    add("non_state_attackers", "practice");
  if (p.article.duty == Duty::not_attack || p.role.attacks) return text;
  for (const Symbol attacker : p.c.event.attackers)
    if (p.article.adversary.any && p.c.in_force(p.agreement, attacker)) {
      add("attacker_is_party", "text");
      break;
    }
  return text;
}

}  // namespace

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3g", value);
  return text.data();
}

std::string names(const Case& c, std::span<const Symbol> states) {
  std::vector<std::string> list;
  for (const Symbol state : states) list.push_back(c.name(state));
  return join(list, ", ");
}

std::string place_of(const Promise& p) {
  const auto* place = p.role.hit->place.place;
  return place != nullptr ? p.c.name(place->id) : "an unknown place";
}

Threshold threshold_of(const Promise& p) {
  if (p.role.hit->asset == Asset::vessel && p.article.threshold_vessel)
    return *p.article.threshold_vessel;
  return p.article.threshold;
}

std::string owed_sentence(const Promise& p, double margin) {
  const Hit& hit = *p.role.hit;
  std::string text =
      names(p.c, p.c.event.attackers) + (p.c.event.attackers.size() > 1 ? " attack " : " attacks ");
  if (hit.asset == Asset::territory)
    text += p.c.name(hit.target) + " at " + place_of(p);
  else
    text += std::string(word(hit.asset)) + " of " + p.c.name(hit.target) + " at " + place_of(p);
  if (margin < std::numeric_limits<double>::infinity())
    text += "; severity " + number(p.c.severity) + " against " + number(p.c.severity - margin) +
            " (" + std::string(word(threshold_of(p))) + ")";
  return text + readings_used(p);
}

}  // namespace entente::treaty
