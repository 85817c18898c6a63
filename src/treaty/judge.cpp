// Puts one event to every agreement that knows its parties.
#include "treaty/judge.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "treaty/silence.h"

namespace entente::treaty {
namespace {

/// The agreements in which an attacker or a target has, or had, a part; and those that reach
/// further.
std::vector<std::uint32_t> relevant(const Case& c) {
  std::vector<std::uint32_t> list = c.law.reaching;
  for (const auto* side : {&c.event.attackers, &c.event.targets})
    for (const Symbol state : *side)
      if (state.index < c.law.by_state.size())
        list.insert(list.end(), c.law.by_state[state.index].begin(),
                    c.law.by_state[state.index].end());
  std::ranges::sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

/// Everybody who is, was or will be party, as the titles of the day.
std::vector<Symbol> people(const Case& c, const Agreement& agreement) {
  std::vector<Symbol> states;
  for (const Seat& seat : c.membership(agreement).seats) states.push_back(seat.state);
  for (const Article& article : agreement.articles) listed(c, article.promisors, states);
  return states;
}

Verdict verdict_of(const Case& c, const Agreement& agreement, Symbol state, Outcome& outcome) {
  const auto& enemies = outcome.role.attacks ? c.event.targets : c.event.attackers;
  return {.state = state,
          .duty = outcome.duty,
          .agreement = agreement.id,
          .article = outcome.label,
          .discretion = outcome.discretion,
          .towards = outcome.role.beneficiary,
          .against = enemies.front(),
          .margin = outcome.margin,
          .because = std::move(outcome.sentence)};
}

class Judge {
 public:
  Judge(const Case& c, Wanted wanted) : c_(c), wanted_(wanted) {
    apart_ = !c.reading_is("universal_law", "counted");
  }

  Judgement run() {
    for (const std::uint32_t index : relevant(c_)) agreement(c_.law.agreements[index]);
    sort_verdicts();
    if (wanted_.silences) judgement_.silent = silences(c_, weighed_, judgement_.verdicts);
    judgement_.conflicts = conflicts(c_, judgement_.verdicts);
    judgement_.notices = c_.event.notices;
    return std::move(judgement_);
  }

 private:
  void agreement(const Agreement& agreement) {
    if (!wanted_.silences && (!runs(c_, agreement) || (agreement.kept_apart && apart_))) return;
    for (const Symbol state : people(c_, agreement)) {
      if (c_.is_target(state)) continue;
      Weighed weighed{&agreement, state, false, {}};
      for (const Article& article : agreement.articles) {
        const bool breach = article.duty == Duty::not_attack;
        if (breach != c_.attacks(state)) continue;
        if (!belongs(c_, agreement, article.promisors, state, {})) continue;
        weighed.promises = true;
        take(weigh_roles(c_, agreement, article, state, wanted_.silences), agreement, state,
             weighed);
      }
      if (wanted_.silences) weighed_.push_back(std::move(weighed));
    }
  }

  void take(Outcome outcome, const Agreement& agreement, Symbol state, Weighed& weighed) {
    if (outcome.owed && agreement.kept_apart && apart_) {
      outcome.owed = false;
      outcome.reason = "kept_apart";
      outcome.sentence =
          "universal pacts and doctrines are kept apart from alliances (reading universal_law = "
          "apart)";
    }
    if (outcome.owed) judgement_.verdicts.push_back(verdict_of(c_, agreement, state, outcome));
    if (wanted_.silences) weighed.outcomes.push_back(std::move(outcome));
  }

  void sort_verdicts() {
    auto& verdicts = judgement_.verdicts;
    const auto key = [&](const Verdict& v) {
      return std::tuple(v.duty, std::string_view(c_.name(v.state)),
                        std::string_view(c_.name(v.agreement)),
                        std::string_view(c_.name(v.article)));
    };
    std::ranges::stable_sort(verdicts, {}, key);
    const auto same = [&](const Verdict& a, const Verdict& b) { return key(a) == key(b); };
    verdicts.erase(std::unique(verdicts.begin(), verdicts.end(), same), verdicts.end());
  }

  const Case& c_;
  Wanted wanted_;
  bool apart_ = true;
  std::vector<Weighed> weighed_;
  Judgement judgement_;
};

}  // namespace

Judgement judge(const Law& law, const world::World& world, const Event& event,
                std::span<const Fact> facts, const Readings& readings, Wanted wanted) {
  const Case c = make_case(law, world, event, facts, readings);
  return Judge(c, wanted).run();
}

}  // namespace entente::treaty
