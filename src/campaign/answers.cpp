#include "campaign/answers.h"

#include <algorithm>
#include <map>

#include "treaty/judge.h"

namespace entente::campaign {
namespace {

using world::Duty;

/// Duties that may move forces; `supply` only under a statute.
bool moves_forces(const world::Commitment& promise) {
  return promise.duty == Duty::fight || promise.duty == Duty::assist ||
         promise.duty == Duty::consult ||
         (promise.duty == Duty::supply && promise.form == world::Form::statute);
}

class Answerer {
 public:
  explicit Answerer(const scenario::Library& library) : library_(library) {}

  Result<std::vector<Answer>> run() {
    std::vector<Answer> all;
    for (const world::Contingency& one : library_.world.contingencies) {
      auto event = treaty::event_from(one.event, library_.world);
      if (!event) {
        for (Error fault : event.error()) {
          fault.where = one.where;
          faults_.push_back(std::move(fault));
        }
        continue;
      }
      all.push_back(answer(one, *event));
      if (all.back().helpers.empty() && one.host_supply.empty())
        faults_.push_back({Code::bad_value, one.where,
                           "nobody defends the contingency `" + name(one.id) + "`",
                           "write a [[commitment]] to a target, or its own forces as host_supply"});
    }
    if (!faults_.empty()) return faults_;
    return all;
  }

 private:
  const std::string& name(Symbol symbol) const { return library_.world.symbols.name(symbol); }

  /// The promises in force on a day, by (promisor, agreement, article, beneficiary).
  const std::vector<world::Commitment>& promises_on(Date day) {
    const auto [found, fresh] = promises_.try_emplace(day.days);
    if (fresh)
      found->second = treaty::commitments_on(library_.law, library_.world, day, library_.readings);
    return found->second;
  }

  Answer answer(const world::Contingency& contingency, const treaty::Event& event) {
    Answer result;
    result.contingency = &contingency;
    result.targets = event.targets;
    result.attackers = event.attackers;
    const auto by_name = [&](Symbol a, Symbol b) { return name(a) < name(b); };
    std::ranges::sort(result.targets, by_name);
    std::ranges::sort(result.attackers, by_name);
    describe_attack(event, result);
    std::map<Symbol, Helper> helpers;
    const auto judged = treaty::judge(library_.law, library_.world, event, {}, library_.readings,
                                      {.silences = false});
    for (const treaty::Verdict& verdict : judged.verdicts) add(helpers, verdict, event);
    for (const world::Participation& row : library_.world.participations)
      if (row.theatre == contingency.theatre && row.share.high > 0) helpers[row.state];
    for (auto& [state, helper] : helpers) {
      const bool apart = std::ranges::find(event.targets, state) != event.targets.end() ||
                         std::ranges::find(event.attackers, state) != event.attackers.end();
      if (apart || state == Symbol{}) continue;
      helper.state = state;
      helper.tripwire = forward(state, contingency.theatre);
      result.helpers.push_back(std::move(helper));
    }
    std::ranges::sort(result.helpers, by_name, &Helper::state);
    return result;
  }

  void describe_attack(const treaty::Event& event, Answer& result) const {
    if (const world::Means* means = library_.world.find_means(event.means))
      result.severity = means->severity;
    result.irregular = std::ranges::all_of(event.attackers, [&](Symbol attacker) {
      const world::State* state = library_.world.state(attacker);
      return state != nullptr && state->is_actor;
    });
  }

  void add(std::map<Symbol, Helper>& helpers, const treaty::Verdict& verdict,
           const treaty::Event& event) {
    if (std::ranges::find(event.targets, verdict.towards) == event.targets.end()) return;
    for (const world::Commitment& promise : promises_on(event.on)) {
      if (promise.promisor != verdict.state || promise.agreement != verdict.agreement ||
          promise.article != verdict.article || promise.beneficiary != verdict.towards)
        continue;
      if (promise.duty != verdict.duty || !moves_forces(promise)) continue;
      Helper& helper = helpers[verdict.state];
      helper.promises.push_back(promise);
      helper.duty = std::min(helper.duty, promise.duty);  // Duties stand strongest first.
    }
  }

  bool forward(Symbol state, Symbol theatre) const {
    return std::ranges::any_of(library_.world.pools, [&](const world::Pool& pool) {
      return pool.owner == state && !pool.home && pool.amount.value > 0 &&
             std::ranges::any_of(library_.world.theatre_bases, [&](const auto& near) {
               return near.theatre == theatre && near.base == pool.base;
             });
    });
  }

  const scenario::Library& library_;
  std::map<std::int32_t, std::vector<world::Commitment>> promises_;
  Faults faults_;
};

}  // namespace

Result<std::vector<Answer>> answers(const scenario::Library& library) {
  return Answerer(library).run();
}

}  // namespace entente::campaign
