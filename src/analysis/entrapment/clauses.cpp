#include "analysis/entrapment/clauses.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/name.h"
#include "treaty/judge.h"

namespace entente::analysis {
namespace {

using campaign::Answer;
using campaign::Helper;
using campaign::Situation;
using world::Duty;

constexpr std::string_view kMeans = "armed_force";

bool moves(const world::Commitment& promise) {
  return world::binds(promise.duty) || promise.duty == Duty::supply;
}

/// Judgements of a contingency where its target is no mere victim.
struct Judged {
  treaty::Judgement provoked, struck_back;
  std::map<Symbol, treaty::Judgement> own_attack;  ///< By protégé.
};

class Reader {
 public:
  Reader(const scenario::Library& library, const campaign::Question& question)
      : library_(library), s_(question.situation), sets_(question.sets) {}

  Result<std::vector<Clause>> run() {
    for (std::size_t place = 0; place < s_.places.size(); ++place) {
      if (!asked_about(place)) continue;
      auto judged = judge(s_.law[place]);
      if (!judged) return judged.error();
      for (std::size_t owner = 0; owner < s_.owners.size(); ++owner)
        if (const Helper* helper = s_.owners[owner].roles[place].helper; helper != nullptr)
          add(place, owner, *helper, *judged);
    }
    std::ranges::stable_sort(clauses_, {}, [](const Clause& one) {
      return std::tie(one.place, one.agreement, one.promisor, one.article);
    });
    return with_all();
  }

 private:
  bool asked_about(std::size_t place) const {
    return std::ranges::any_of(sets_, [&](const std::vector<int>& set) {
      return std::ranges::find(set, static_cast<int>(place)) != set.end();
    });
  }

  const std::string& name(Symbol symbol) const { return library_.world.symbols.name(symbol); }

  treaty::Judgement ask(const treaty::Event& event, std::span<const treaty::Fact> facts) const {
    return treaty::judge(library_.law, library_.world, event, facts, library_.readings);
  }

  Result<Judged> judge(const Answer& answer) const {
    auto read = treaty::event_from(answer.contingency->event, library_.world);
    if (!read) return read.error();
    const treaty::Event& attack = *read;
    Judged found;
    treaty::Event provoked = attack;
    provoked.provoked = true;
    found.provoked = ask(provoked, {});
    std::vector<treaty::Fact> first;
    for (const Symbol target : attack.targets)
      for (const Symbol attacker : attack.attackers)
        first.push_back(
            {treaty::Fact::Kind::attacked, target, attacker, Symbol{}, std::optional(attack.on)});
    found.struck_back = ask(attack, first);
    const Symbol force = library_.world.symbols.find(kMeans);
    for (const Symbol target : attack.targets) {
      treaty::Event own;
      own.attackers = {target};
      own.targets = attack.attackers;
      own.means = library_.world.find_means(force) != nullptr ? force : attack.means;
      own.on = own.since = attack.on;
      found.own_attack.emplace(target, ask(own, {}));
    }
    return found;
  }

  /// What a judgement says to a promise: any article of the agreement may owe the same promisor the
  /// same protégé something that moves forces.
  Reading reading(const treaty::Judgement& judged, const world::Commitment& promise) const {
    for (const treaty::Verdict& one : judged.verdicts)
      if (one.state == promise.promisor && one.agreement == promise.agreement &&
          one.towards == promise.beneficiary &&
          (world::binds(one.duty) || one.duty == promise.duty))
        return {true, name(one.article)};
    const treaty::Silence* furthest = nullptr;
    for (const treaty::Silence& one : judged.silent)
      if (one.state == promise.promisor && one.agreement == promise.agreement &&
          (furthest == nullptr || one.article == promise.article))
        furthest = &one;
    return {false, furthest == nullptr ? "not_owed" : furthest->reason};
  }

  void add(std::size_t place, std::size_t owner, const Helper& helper, const Judged& judged) {
    std::map<std::pair<std::string, std::string>, Clause> by_article;
    for (const world::Commitment& promise : helper.promises) {
      if (!moves(promise)) continue;
      const auto [found, fresh] =
          by_article.try_emplace({name(promise.agreement), name(promise.article)});
      Clause& clause = found->second;
      if (fresh) {
        clause.place = place;
        clause.owners = {owner};
        clause.promisor = s_.owners[owner].name;
        std::tie(clause.agreement, clause.article) = found->first;
        clause.duty = word(promise.duty);
        clause.discretion = word(promise.discretion);
      }
      const std::string& protege = name(promise.beneficiary);
      clause.proteges += (fresh ? "" : ",") + protege;
      merge(clause.provoked, reading(judged.provoked, promise), fresh);
      merge(clause.struck_back, reading(judged.struck_back, promise), fresh);
      const auto own = judged.own_attack.find(promise.beneficiary);
      if (own != judged.own_attack.end())
        merge(clause.own_attack, reading(own->second, promise), fresh);
      clause.benson = benson(clause, promise);
    }
    for (auto& [key, clause] : by_article) clauses_.push_back(std::move(clause));
  }

  /// Of several protégés the one that is owed most speaks.
  static void merge(Reading& into, Reading one, bool fresh) {
    if (fresh || (one.owed && !into.owed)) into = std::move(one);
  }

  /// The class of a clause: whether it serves a change of the status quo, whatever began; else
  /// whether the promisor decides; else that it answers an attack.
  std::string benson(const Clause& clause, const world::Commitment& promise) const {
    if (clause.own_attack.owed) {
      const treaty::Agreement* agreement = library_.law.find(promise.agreement);
      const auto article = std::ranges::find_if(
          agreement->articles,
          [&](const treaty::Article& one) { return name(one.label) == clause.own_attack.because; });
      if (article == agreement->articles.end() || article->trigger != treaty::Trigger::own_attack)
        return "unconditional_deterrent";
      const bool bounded =
          !article->conditions.empty() || article->min_adversaries > 1 || !article->adversary.any;
      return bounded ? "conditional_compellent" : "unconditional_compellent";
    }
    return promise.discretion == world::Discretion::own_judgement ||
                   promise.discretion == world::Discretion::by_vote
               ? "probabilistic_deterrent"
               : "conditional_deterrent";
  }

  /// The clauses, and before those of an agreement one of all its promisors.
  std::vector<Clause> with_all() const {
    std::vector<Clause> all;
    for (std::size_t first = 0; first < clauses_.size();) {
      std::size_t last = first;
      const Clause& begin = clauses_[first];
      Clause together = begin;
      for (; last < clauses_.size() && clauses_[last].place == begin.place &&
             clauses_[last].agreement == begin.agreement;
           ++last)
        join(together, clauses_[last]);
      if (together.together()) all.push_back(std::move(together));
      all.insert(all.end(), clauses_.begin() + static_cast<std::ptrdiff_t>(first),
                 clauses_.begin() + static_cast<std::ptrdiff_t>(last));
      first = last;
    }
    return all;
  }

  static void join(Clause& into, const Clause& one) {
    if (std::ranges::find(into.owners, one.owners.front()) == into.owners.end())
      into.owners.push_back(one.owners.front());
    if (into.owners.size() > 1) into.promisor = "all";
    const auto differs = [](std::string& a, const std::string& b) {
      if (a != b) a = "several";
    };
    differs(into.duty, one.duty);
    differs(into.discretion, one.discretion);
    differs(into.article, one.article);
    differs(into.benson, one.benson);
    if (into.proteges.size() < one.proteges.size()) into.proteges = one.proteges;
    merge(into.own_attack, one.own_attack, false);
    merge(into.struck_back, one.struck_back, false);
    merge(into.provoked, one.provoked, false);
  }

  const scenario::Library& library_;
  const Situation& s_;
  const std::vector<std::vector<int>>& sets_;
  std::vector<Clause> clauses_;
};

}  // namespace

bool Clause::conditional(Condition condition) const {
  if (own_attack.owed) return false;
  if (condition == Condition::attacked) return true;
  if (struck_back.owed) return false;
  return condition == Condition::not_first || !provoked.owed;
}

Result<std::vector<Clause>> clauses_of(const scenario::Library& library,
                                       const campaign::Question& question) {
  return Reader(library, question).run();
}

}  // namespace entente::analysis
