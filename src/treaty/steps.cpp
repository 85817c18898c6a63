// The conditions of a promise in the order of docs/agreements.md.
#include "treaty/steps.h"

#include <algorithm>
#include <array>
#include <span>

#include "treaty/sentences.h"

namespace entente::treaty {
namespace {

/// Why a condition failed. The sentence is empty when nobody asked for it.
struct Refusal {
  std::string_view reason;
  std::string sentence;
};
using Check = std::optional<Refusal>;

std::span<const Symbol> enemies(const Promise& p) {
  return p.role.attacks ? std::span<const Symbol>(p.c.event.targets)
                        : std::span<const Symbol>(p.c.event.attackers);
}

/// Enemies and those who already fight at their side.
std::span<const Symbol> all_enemies(const Promise& p) {
  return p.role.attacks ? p.c.against_attackers : p.c.against_targets;
}

/// True where the beneficiary is given to have attacked the power before this event.
bool attacked_first(const Promise& p, Symbol power) {
  return std::ranges::any_of(p.c.facts, [&](const Fact& fact) {
    return fact.kind == Fact::Kind::attacked && fact.subject == p.role.beneficiary &&
           fact.object == power && (!fact.date || *fact.date <= p.c.day());
  });
}

/// The powers that count against the promise: one that strikes back provokes no unprovoked attack.
std::vector<Symbol> counted(const Promise& p, std::span<const Symbol> powers) {
  std::vector<Symbol> list(powers.begin(), powers.end());
  if (p.article.unprovoked && !p.role.attacks)
    std::erase_if(list, [&](Symbol power) { return attacked_first(p, power); });
  return list;
}

Check in_force(const Promise& p) {
  const Agreement& a = p.agreement;
  const Date day = p.c.day();
  if (day < a.signed_on) return Refusal{"not_in_force", "signed only on " + to_text(a.signed_on)};
  if (!a.in_force)
    return Refusal{"not_in_force",
                   "signed on " + to_text(a.signed_on) + " and not known to be in force"};
  if (day < *a.in_force)
    return Refusal{"not_in_force",
                   "signed on " + to_text(a.signed_on) + ", in force from " + to_text(*a.in_force)};
  if (a.ended && day > *a.ended) return Refusal{"terminated", "it ended on " + to_text(*a.ended)};
  return std::nullopt;
}

std::string last_day(const Promise& p, Symbol state) {
  Date last = kAlwaysBefore;
  for (const Party& party : p.agreement.parties)
    if (party.spell.to < p.c.day() && means(p.c.world, party.state, state, p.c.day()))
      last = std::max(last, party.spell.to);
  return to_text(last);
}

std::string first_day(const Promise& p, Symbol state) {
  Date first = kAlwaysAfter;
  for (const Party& party : p.agreement.parties)
    if (party.spell.from > p.c.day() && means(p.c.world, party.state, state, p.c.day()))
      first = std::min(first, party.spell.from);
  return to_text(first);
}

/// Why the state is not in the agreement on the day, or nothing when it is.
Check membership(const Promise& p, Symbol state) {
  const auto& who = p.c.name(state);
  switch (p.c.standing(p.agreement, state)) {
    case Standing::in_force:
      return std::nullopt;
    case Standing::not_yet:
      return Refusal{"not_party", who + " joins on " + first_day(p, state)};
    case Standing::withdrawn:
      return Refusal{"withdrawn", who + " left on " + last_day(p, state)};
    case Standing::frozen:
      return Refusal{"frozen", who + " has frozen its participation"};
    case Standing::disputed:
      return Refusal{"disputed_membership", "the membership of " + who + " is disputed"};
    default:
      return Refusal{"not_party", who + " is not a party"};
  }
}

Check promisor_in(const Promise& p) { return membership(p, p.promisor); }

Check beneficiary_in(const Promise& p) {
  // A promise to a class of states, or to one that never was a party, asks for no membership.
  const Symbol b = p.role.beneficiary;
  const auto who = p.article.beneficiaries.who;
  if (who == PartySet::Who::group ||
      (who == PartySet::Who::listed && !p.c.ever_party(p.agreement, b)))
    return std::nullopt;
  return membership(p, b);
}

Check leg_runs(const Promise& p) {
  if (!leg_suspended(p.c, p.agreement, p.promisor, p.role.beneficiary)) return std::nullopt;
  return Refusal{"suspended", "the leg between " + p.c.name(p.promisor) + " and " +
                                  p.c.name(p.role.beneficiary) + " is suspended"};
}

Check article_runs(const Promise& p) {
  if (p.article.spell.holds(p.c.day())) return std::nullopt;
  if (p.c.day() < p.article.spell.from)
    return Refusal{"not_in_force", "this article runs from " + to_text(p.article.spell.from)};
  return Refusal{"terminated", "this article ended on " + to_text(p.article.spell.to)};
}

Check war_is_younger(const Promise& p) {
  if (p.article.covers_older_war || p.article.duty == Duty::not_attack) return std::nullopt;
  const Date bound = bound_since(p.c, p.agreement, p.promisor, p.role.beneficiary);
  if (p.c.event.since >= bound) return std::nullopt;
  return Refusal{"older_war", "the war began on " + to_text(p.c.event.since) +
                                  ", before the pact bound the two on " + to_text(bound)};
}

Check reading_allows(const Promise& p) {
  if (p.article.secret && p.c.reading_is("secret_clauses", "ignored"))
    return Refusal{"secret", "secret clauses are left out by the reading chosen"};
  if (p.c.reading_holds(p.article.reading)) return std::nullopt;
  return Refusal{"reading", "it counts only under the reading " +
                                p.c.name(p.article.reading.reading) + " = " +
                                p.c.name(p.article.reading.value)};
}

Check unprovoked(const Promise& p) {
  // A partner that attacks was not provoked into it by this rule; it is the one who began.
  if (p.role.attacks) return std::nullopt;
  const bool struck_back =
      std::ranges::all_of(enemies(p), [&](Symbol power) { return attacked_first(p, power); });
  if (p.article.unprovoked && (p.c.event.provoked || struck_back))
    return Refusal{"provoked", p.c.name(p.role.beneficiary) + " gave provocation"};
  if (struck_back && world::binds(p.article.duty) &&
      p.c.reading_is("self_defence_triggers_ally", "purpose"))
    return Refusal{"self_defence",
                   p.c.name(p.role.beneficiary) +
                       " attacked first, and a defence pact does not answer self-defence (reading "
                       "self_defence_triggers_ally = purpose)"};
  return std::nullopt;
}

Check own_ally(const Promise& p) {
  if (p.article.duty == Duty::not_attack || p.role.attacks || !p.article.adversary.any ||
      !p.c.reading_is("attacker_is_party", "practice"))
    return std::nullopt;
  for (const Symbol attacker : p.c.event.attackers)
    if (p.c.in_force(p.agreement, attacker))
      return Refusal{"intra_alliance", "practice knows no case against a party, and " +
                                           p.c.name(attacker) + " is one"};
  return std::nullopt;
}

Check adversary(const Promise& p) {
  if (p.article.duty == Duty::not_attack) return std::nullopt;
  const auto powers =
      counted(p, p.article.trigger == Trigger::war_joined ? all_enemies(p) : enemies(p));
  if (any_adversary(p.c, p.agreement, p.article.adversary, powers)) return std::nullopt;
  return Refusal{"adversary_excluded",
                 p.explain ? "it does not run against " + names(p.c, powers) : ""};
}

Check number_of_adversaries(const Promise& p) {
  const bool joined = p.article.trigger == Trigger::war_joined;
  const int needed = joined ? std::max(2, p.article.min_adversaries) : p.article.min_adversaries;
  const int most = p.article.max_adversaries;
  if (needed <= 1 && most == 0) return std::nullopt;
  const auto powers = counted(p, all_enemies(p));
  // A power that joins need not be of the kind the first one is; otherwise only the kind counts.
  const int there = joined ? static_cast<int>(powers.size())
                           : count_adversaries(p.c, p.agreement, p.article.adversary, powers);
  if (there >= needed && (most == 0 || there <= most)) return std::nullopt;
  return Refusal{"number_not_met",
                 p.explain ? "it asks for " +
                                 (there < needed ? "at least " + std::to_string(needed)
                                                 : "no more than " + std::to_string(most)) +
                                 " powers on the other side, and there is " + std::to_string(there)
                           : ""};
}

Check attacker_is_state(const Promise& p) {
  if (!p.c.non_state || p.role.attacks || p.article.non_state == NonState::text ||
      p.article.trigger == Trigger::insurgency || p.article.trigger == Trigger::standing)
    return std::nullopt;
  if (p.article.non_state == NonState::practice && !p.c.reading_is("non_state_attackers", "text"))
    return std::nullopt;
  return Refusal{
      "non_state",
      p.explain ? names(p.c, enemies(p)) + " is no state, and the text speaks of states" : ""};
}

Check kind_of_act(const Promise& p) {
  const auto& kind = p.c.name(p.c.kind);
  const auto refuse = [&](std::string_view asked) {
    return Refusal{"wrong_kind", "it answers " + std::string(asked) + ", and this is " + kind};
  };
  switch (p.article.trigger) {
    case Trigger::insurgency:
      if (!p.c.non_state && kind != "insurgency") return refuse("insurgency");
      break;
    case Trigger::mobilisation:
      if (kind != "mobilisation") return refuse("mobilisation");
      break;
    case Trigger::occupation:
      if (kind != "occupation" && p.c.severity < tau(Threshold::armed_attack))
        return refuse("occupation");
      break;
    case Trigger::terror_or_disaster:
      if (kind != "terrorism" && kind != "disaster") return refuse("terrorism or disaster");
      break;
    default:
      break;
  }
  if (p.article.kinds.empty()) return std::nullopt;
  for (const Symbol wanted : p.article.kinds)
    if (wanted == p.c.kind) return std::nullopt;
  return p.explain ? refuse("only " + names(p.c, p.article.kinds)) : Refusal{"wrong_kind", ""};
}

Check place(const Promise& p) {
  const Hit& hit = *p.role.hit;
  const AreaOf& areas = p.article.area;
  const std::array<Symbol, 4> by_asset{areas.territory, areas.forces, areas.vessel, areas.aircraft};
  const Symbol area = by_asset[static_cast<std::size_t>(hit.asset)];
  if (!area && areas.limited)
    return Refusal{"outside_area",
                   "it does not cover an attack on " + std::string(word(hit.asset))};
  if (inside(p.c, p.agreement, area, hit, p.promisor)) return std::nullopt;
  if (!p.explain) return Refusal{"outside_area", ""};
  std::string what =
      hit.asset == Asset::territory
          ? place_of(p)
          : std::string(word(hit.asset)) + " of " + p.c.name(hit.target) + " at " + place_of(p);
  return Refusal{"outside_area", what + " is outside " + p.c.name(area)};
}

/// A threat, however grave, meets only the thresholds that speak of threats.
bool answers_threats(Threshold threshold) {
  return threshold == Threshold::nuclear_threat || threshold == Threshold::threat ||
         threshold == Threshold::consult || threshold == Threshold::extreme_threat ||
         threshold == Threshold::vital_interest;
}

Check severity(const Promise& p) {
  const Threshold threshold = threshold_of(p);
  const double asked = tau(threshold);
  if (threshold == Threshold::never)
    return Refusal{p.article.duty == Duty::consult ? "consult_only" : "no_duty",
                   "it stands in peace and answers no attack"};
  if (p.c.threat_only && !answers_threats(threshold))
    return Refusal{"below_threshold", "a threat is no " + std::string(word(threshold))};
  if (p.c.severity >= asked) return std::nullopt;
  return Refusal{"below_threshold",
                 p.explain ? p.c.name(p.c.event.means) + " is " + number(p.c.severity) +
                                 " on the 0-7 ladder, and " + std::string(word(threshold)) +
                                 " begins at " + number(asked) + " (margin " +
                                 number(p.c.severity - asked) + ")"
                           : ""};
}

std::string told(const Promise& p, const Requires& condition) {
  const auto& who = condition.who ? p.c.name(condition.who) : p.c.name(p.role.beneficiary);
  switch (condition.kind) {
    case Requires::Kind::assists:
      return who + " comes to the assistance of " + p.c.name(p.role.beneficiary);
    case Requires::Kind::resists:
      return who + " resists";
    case Requires::Kind::at_war:
      return who + " is at war";
    case Requires::Kind::bound:
      return who + " is bound under " + p.c.name(condition.agreement);
    case Requires::Kind::none:
      break;
  }
  return "";
}

Check further_facts(const Promise& p) {
  for (const Requires& condition : p.article.conditions)
    if (!fact_holds(p, condition))
      return Refusal{"condition_not_met",
                     p.explain ? "it binds only if " + told(p, condition) : ""};
  return std::nullopt;
}

/// All conditions after the role; the first two groups say whether the promise runs at all.
constexpr std::array kChecks{
    in_force,
    promisor_in,
    beneficiary_in,
    leg_runs,
    article_runs,
    war_is_younger,
    reading_allows,
    unprovoked,
    own_ally,
    adversary,
    number_of_adversaries,
    attacker_is_state,
    kind_of_act,
    place,
    severity,
    further_facts,
};
constexpr int kStandingChecks = 4;

}  // namespace

Outcome weigh(const Promise& promise) {
  Outcome outcome;
  outcome.label = promise.article.label;
  outcome.role = promise.role;
  outcome.depth = kPastRole;
  int done = 0;
  for (const auto check : kChecks) {
    if (auto refusal = check(promise)) {
      outcome.reason = refusal->reason;
      outcome.in_peace = check == severity && threshold_of(promise) == Threshold::never;
      if (promise.explain) outcome.sentence = std::move(refusal->sentence);
      return outcome;
    }
    ++done;
    outcome.depth = done < kStandingChecks ? kPastRole : kPastStanding + done - kStandingChecks;
  }
  outcome.margin = promise.c.severity - tau(threshold_of(promise));
  outcome.duty = promise.article.duty;
  outcome.discretion = promise.article.discretion;
  outcome.owed = outcome.duty != Duty::none;
  if (outcome.owed) {
    if (promise.explain) outcome.sentence = owed_sentence(promise, outcome.margin);
  } else {
    outcome.reason = promise.article.reason;
    if (promise.explain) outcome.sentence = promise.article.text;
  }
  apply_exceptions(promise, outcome);
  return outcome;
}

Outcome weigh_roles(const Case& c, const Agreement& agreement, const Article& article,
                    Symbol promisor, bool explain, int nested) {
  const Roles roles = clauses::of(article.duty).roles(c, agreement, article, promisor);
  Outcome best;
  best.label = article.label;
  if (roles.found.empty()) {
    constexpr std::array<std::string_view, 3> kReasons{"not_party", "not_beneficiary",
                                                       "attacker_is_party"};
    best.reason = kReasons[static_cast<std::size_t>(roles.why)];
    return best;
  }
  for (const Role& role : roles.found) {
    Outcome outcome = weigh({c, agreement, article, promisor, role, explain, nested});
    if (outcome.owed) return outcome;
    if (outcome.depth > best.depth) best = std::move(outcome);
  }
  return best;
}

}  // namespace entente::treaty
