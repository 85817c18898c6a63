#include "treaty/silence.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/name.h"

namespace entente::treaty {
namespace {

bool binding(const Agreement& agreement) {
  return std::ranges::any_of(agreement.articles,
                             [](const Article& a) { return world::binds(a.duty); });
}

/// Help of any kind: what a guarantor may owe.
bool aids(const Agreement& agreement) {
  return std::ranges::any_of(agreement.articles, [](const Article& a) {
    return a.duty != Duty::none && a.duty != Duty::not_attack && a.duty != Duty::stay_out;
  });
}

bool owes_nothing(const Agreement& agreement) {
  return std::ranges::all_of(agreement.articles,
                             [](const Article& a) { return a.duty == Duty::none; });
}

/// A promise of this kind ties a state to a victim.
bool ties(Duty duty) {
  return world::binds(duty) || duty == Duty::supply || duty == Duty::consult ||
         duty == Duty::stay_out;
}

// Depths below those of conditions, so that rows sort in the order in which a reader asks.
constexpr int kNoTie = -1, kOtherPacts = -2, kUniversal = -3, kDead = -4;

class Silencer {
 public:
  Silencer(const Case& c, std::span<const Verdict> verdicts) : c_(c) {
    std::vector<std::string> targets;
    for (const Symbol target : c.event.targets) targets.push_back(c.name(target));
    targets_ = join(targets, ", ");
    for (const Verdict& verdict : verdicts)
      if (world::binds(verdict.duty)) bound_.insert(verdict.state);
    for (const world::State& state : c.world.states)
      if (!state.is_actor && state.alive.holds(c.day()) && !c.attacks(state.id) &&
          !c.is_target(state.id))
        living_.push_back(state.id);
  }

  std::vector<Silence> run(std::span<const Weighed> weighed) {
    for (std::size_t first = 0; first < weighed.size();) {
      std::size_t last = first;
      while (last < weighed.size() && weighed[last].agreement == weighed[first].agreement) ++last;
      members(weighed.subspan(first, last - first));
      first = last;
    }
    others();
    without_tie();
    sort();
    return std::move(rows_);
  }

 private:
  void add(Symbol state, const Agreement* agreement, Symbol article, int depth, std::string reason,
           const std::string& sentence) {
    // Reading order: near misses, roles, no tie at all, other people's pacts, universal law, dead
    // law.
    if (agreement != nullptr && agreement->kept_apart) depth = std::min(depth, kUniversal);
    if (reason == "terminated") depth = std::min(depth, kDead);
    std::string because = reason + (sentence.empty() ? "" : ": " + sentence);
    rows_.push_back({state, agreement != nullptr ? agreement->id : Symbol{}, article, depth,
                     std::move(reason), std::move(because)});
  }

  [[nodiscard]] bool in(const Agreement& agreement, Symbol state) const {
    return c_.in_force(agreement, state);
  }

  [[nodiscard]] bool protects_target(const Agreement& agreement) const {
    return std::ranges::any_of(c_.event.targets, [&](Symbol target) {
      if (in(agreement, target)) return true;
      return std::ranges::any_of(agreement.articles, [&](const Article& article) {
        return article.beneficiaries.who == PartySet::Who::listed &&
               !c_.ever_party(agreement, target) &&
               belongs(c_, agreement, article.beneficiaries, target, {});
      });
    });
  }

  [[nodiscard]] bool concerns_target(const Agreement& agreement) const {
    return std::ranges::any_of(c_.event.targets, [&](Symbol target) {
      return c_.ever_party(agreement, target) ||
             std::ranges::any_of(agreement.articles, [&](const Article& article) {
               return article.beneficiaries.who == PartySet::Who::listed &&
                      belongs(c_, agreement, article.beneficiaries, target, {});
             });
    });
  }

  /// One agreement that concerns the event, and everybody who ever was in it.
  void members(std::span<const Weighed> group) {
    const Agreement& agreement = *group.front().agreement;
    seen_.insert(&agreement);
    const bool protects = runs(c_, agreement) && protects_target(agreement);
    std::set<Symbol> known;
    for (const Weighed& weighed : group) {
      known.insert(weighed.state);
      c_.attacks(weighed.state) ? attacker(weighed) : member(weighed, protects);
    }
    if (!protects || agreement.kept_apart || !binding(agreement)) return;
    for (const Symbol state : living_)
      if (!known.contains(state)) add(state, &agreement, {}, 0, "not_party", "not a party to it");
  }

  /// The attacker: only promises not to attack that do not hold.
  void attacker(const Weighed& weighed) {
    for (const Outcome& outcome : weighed.outcomes)
      if (!outcome.owed && outcome.depth >= kPastRole)
        add(weighed.state, weighed.agreement, outcome.label,
            outcome.depth >= kPastStanding ? outcome.depth : 0, outcome.reason, outcome.sentence);
  }

  void member(const Weighed& weighed, bool protects) {
    const Agreement& agreement = *weighed.agreement;
    if (!weighed.promises) {
      if (protects && in(agreement, weighed.state)) without_promise(weighed);
      return;
    }
    const Outcome* owed = nullptr;
    bool far = false, owed_bound = false;
    for (const Outcome& outcome : weighed.outcomes) {
      if (outcome.owed && (owed == nullptr || outcome.duty == Duty::consult)) owed = &outcome;
      owed_bound = owed_bound || (outcome.owed && world::binds(outcome.duty));
      const bool runs = outcome.owed || outcome.depth >= kPastStanding;
      if (runs && !agreement.kept_apart && article_ties(agreement, outcome))
        tied_.insert(weighed.state);
    }
    for (const Outcome& outcome : weighed.outcomes) {
      if (outcome.owed || outcome.depth < kPastStanding) continue;
      if (outcome.in_peace && weighed.outcomes.size() > 1) continue;
      far = true;
      add(weighed.state, &agreement, outcome.label, outcome.depth, outcome.reason,
          outcome.sentence);
    }
    if (owed_bound) return;
    if (owed == nullptr) return far ? void() : whole(weighed);
    const bool consult = owed->duty == Duty::consult;
    if (far && !consult) return;
    add(weighed.state, &agreement, owed->label, kPastStanding, consult ? "consult_only" : "no_duty",
        "it obliges to " + std::string(word(owed->duty)) + ", not to fight or to assist");
  }

  /// A party that promises nothing of this kind: to nobody, to others only, or not itself.
  void without_promise(const Weighed& weighed) {
    const Agreement& agreement = *weighed.agreement;
    if (!aids(agreement))
      return add(weighed.state, &agreement, {}, 0, "no_duty", "no clause that owes help");
    const bool protects = std::ranges::any_of(c_.event.targets, [&](Symbol target) {
      return std::ranges::any_of(agreement.articles, [&](const Article& article) {
        return ties(article.duty) && belongs(c_, agreement, article.beneficiaries, target, {});
      });
    });
    if (protects)
      add(weighed.state, &agreement, {}, 0, "not_guarantor",
          "a party that gives no guarantee itself");
    else
      add(weighed.state, &agreement, {}, 0, "not_beneficiary",
          "nobody owes " + targets_ + " anything under it");
  }

  static bool article_ties(const Agreement& agreement, const Outcome& outcome) {
    return std::ranges::any_of(agreement.articles, [&](const Article& article) {
      return article.label == outcome.label && ties(article.duty);
    });
  }

  /// No article got past the question whether it runs for these two at all: one row for the
  /// agreement.
  void whole(const Weighed& weighed) {
    const auto rank = [](const Outcome& outcome) {
      constexpr std::array<std::string_view, 3> kOrder{"not_party", "not_beneficiary",
                                                       "attacker_is_party"};
      const auto at = std::ranges::find(kOrder, outcome.reason) - kOrder.begin();
      return std::pair(outcome.depth, outcome.depth == 0 ? at : 0);
    };
    const Outcome* best = &weighed.outcomes.front();
    for (const Outcome& outcome : weighed.outcomes)
      if (rank(outcome) > rank(*best)) best = &outcome;
    const Agreement& agreement = *weighed.agreement;
    if (best->depth > 0)
      return add(weighed.state, &agreement, {}, best->depth, best->reason, best->sentence);
    if (const auto dead = not_running(agreement)) {
      // Law of the attacker alone that does not run explains little about the victim.
      const int depth = concerns_target(agreement) ? 0 : kOtherPacts;
      return add(weighed.state, &agreement, {}, depth, dead->first, dead->second);
    }
    if (!in(agreement, weighed.state))
      return add(weighed.state, &agreement, {}, 0, "not_party", "not a party to it on the day");
    no_role(weighed, best->reason);
  }

  /// The agreement runs, and nobody it protects was attacked.
  void no_role(const Weighed& weighed, const std::string& reason) {
    const Agreement& agreement = *weighed.agreement;
    if (reason == "attacker_is_party") {
      const bool never = std::ranges::none_of(agreement.articles, [&](const Article& article) {
        return world::binds(article.duty) &&
               belongs(c_, agreement, article.promisors, weighed.state, {});
      });
      const std::string weak = never && aids(agreement)
                                   ? "; it obliges to no more than consultation (consult_only)"
                                   : "";
      const std::string outsider =
          concerns_target(agreement) ? "" : "; " + targets_ + " is no party to it (not_party)";
      return add(weighed.state, &agreement, {}, 0, reason,
                 "the partner attacked and was not attacked" + outsider + weak);
    }
    if (reason == "not_beneficiary")
      return add(weighed.state, &agreement, {}, 0, reason, "it owes " + targets_ + " nothing");
    add(weighed.state, &agreement, {}, 0, "not_party",
        targets_ + " is no party to it" + chain(agreement, weighed.state));
  }

  /// An agreement that does not run on the day says so before anything else.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> not_running(
      const Agreement& agreement) const {
    if (c_.day() < agreement.signed_on)
      return std::pair("not_in_force", "signed only on " + to_text(agreement.signed_on));
    if (!agreement.in_force || c_.day() < *agreement.in_force)
      return std::pair("not_in_force",
                       "signed on " + to_text(agreement.signed_on) + ", not in force on the day");
    if (agreement.ended && c_.day() > *agreement.ended)
      return std::pair("terminated", "it ended on " + to_text(*agreement.ended));
    return std::nullopt;
  }

  /// A party that is drawn in by another pact triggers nobody by that (step 7).
  [[nodiscard]] std::string chain(const Agreement& agreement, Symbol state) const {
    std::vector<Symbol> drawn_in;
    for (const Symbol other : bound_)
      if (other != state && in(agreement, other)) drawn_in.push_back(other);
    if (drawn_in.empty()) return "";
    return drawn_in.size() == 1
               ? "; " + c_.name(drawn_in.front()) +
                     " is bound elsewhere and was not attacked itself (no_chain)"
               : "; parties that are bound elsewhere were not attacked themselves (no_chain)";
  }

  /// Agreements in force that concern neither side: their parties owe nothing here.
  void others() {
    for (const Agreement& agreement : c_.law.agreements) {
      const bool idle = owes_nothing(agreement);
      if (seen_.contains(&agreement) || agreement.kept_apart || not_running(agreement) ||
          (!binding(agreement) && !idle))
        continue;
      for (const Symbol state : c_.membership(agreement).parties) {
        if (c_.attacks(state) || c_.is_target(state)) continue;
        if (idle)
          add(state, &agreement, {}, kOtherPacts, "no_duty", "it owes nothing to anybody");
        else
          add(state, &agreement, {}, kOtherPacts, "not_party",
              targets_ + " is no party to it" + chain(agreement, state));
      }
    }
  }

  void without_tie() {
    for (const Symbol state : living_)
      if (!tied_.contains(state))
        add(state, nullptr, {}, kNoTie, "no_treaty", "no promise to " + targets_ + " is in force");
  }

  void sort() {
    std::ranges::stable_sort(rows_, {}, [&](const Silence& row) {
      return std::tuple(-row.depth, std::string_view(row.reason),
                        std::string_view(c_.name(row.agreement)),
                        std::string_view(c_.name(row.article)), std::string_view(row.because),
                        std::string_view(c_.name(row.state)));
    });
  }

  const Case& c_;
  std::string targets_;
  std::set<Symbol> bound_;      // States that owe fight or assist in this event.
  std::vector<Symbol> living_;  // States of the day that stand on neither side.
  std::set<Symbol> tied_;       // States with a running promise to a target.
  std::set<const Agreement*> seen_;
  std::vector<Silence> rows_;
};

}  // namespace

std::vector<Silence> silences(const Case& c, std::span<const Weighed> weighed,
                              std::span<const Verdict> verdicts) {
  return Silencer(c, verdicts).run(weighed);
}

}  // namespace entente::treaty
