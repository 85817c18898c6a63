#include "inquiry/goals/players.h"

#include <algorithm>
#include <set>

#include "base/name.h"
#include "scenario/levers/kind.h"
#include "text/node.h"

namespace entente::inquiry {
namespace {

using scenario::Library;

constexpr std::string_view kUnions[][2] = {{"nato_member", "nato"}, {"eu_member", "eu"}};

Error fault(Code code, std::string message, std::string hint) {
  return {code, {"arguments", 0, 0}, std::move(message), std::move(hint)};
}

class Chooser {
 public:
  Chooser(const scenario::Request& request, const std::vector<world::Commitment>& promises)
      : request_(request), library_(request.library), promises_(promises) {
    const auto named = request.arguments.find("player");
    if (named != request.arguments.end()) named_ = {named->second.begin(), named->second.end()};
    of_ = card::argument(request.arguments, "of");
  }

  Result<Players> run() {
    const std::string kind = card::argument(request_.arguments, "players");
    made_.kind = kind == "members"  ? PlayerKind::members
                 : kind == "levers" ? PlayerKind::levers
                                    : PlayerKind::agreements;
    if (made_.kind == PlayerKind::levers) {
      add_levers();
    } else {
      const auto all = made_.kind == PlayerKind::members ? members() : agreements();
      if (faults_.empty()) choose(all);
    }
    if (faults_.empty() && made_.names.empty())
      faults_.push_back(fault(Code::bad_value, "there is nobody to attribute a goal to",
                              "no " + kind + " of this scenario have a promise in force" +
                                  (of_.empty() ? "" : " with `" + of_ + "`")));
    if (!faults_.empty()) return faults_;
    join_unions();
    return std::move(made_);
  }

 private:
  const std::string& name(Symbol symbol) const { return library_.world.symbols.name(symbol); }

  /// By name: agreements with a promise, of one state where it is named.
  std::map<std::string, Symbol> agreements() {
    Symbol state;
    if (!of_.empty()) {
      state = library_.world.resolve(of_, library_.world.day);
      if (!state)
        faults_.push_back(fault(Code::unknown_state, "the library has no state `" + of_ + "`",
                                did_you_mean(of_, library_.world.names_of("state"))));
    }
    std::map<std::string, Symbol> all;
    for (const auto& one : promises_)
      if (!state || one.promisor == state || one.beneficiary == state)
        all.emplace(name(one.agreement), one.agreement);
    return all;
  }

  /// By name: states with a promise, of one agreement where it is named.
  std::map<std::string, Symbol> members() {
    if (!of_.empty()) made_.alliance = agreement(of_);
    std::map<std::string, Symbol> all;
    for (const auto& one : promises_) {
      if (made_.alliance && one.agreement != made_.alliance) continue;
      all.emplace(name(one.promisor), one.promisor);
      all.emplace(name(one.beneficiary), one.beneficiary);
    }
    if (made_.alliance && all.size() < 2 && faults_.empty())
      faults_.push_back(fault(Code::bad_value,
                              "`" + of_ + "` has no two members with a promise in force",
                              "an alliance of one has nobody to share with; `entente agreements` "
                              "lists what is in force"));
    return all;
  }

  Symbol agreement(const std::string& wanted) {
    std::vector<std::string> known;
    for (const auto& one : library_.law.agreements) {
      if (name(one.id) == wanted) return one.id;
      known.push_back(name(one.id));
    }
    faults_.push_back(fault(Code::unknown_name,
                            "the library has no agreement called `" + wanted + "`",
                            did_you_mean(wanted, known)));
    return {};
  }

  void choose(const std::map<std::string, Symbol>& all) {
    std::vector<std::string> known;
    for (const auto& [one, symbol] : all) known.push_back(one);
    for (const std::string& one : named_)
      if (!all.contains(one))
        faults_.push_back(fault(Code::unknown_name,
                                "`" + one + "` is not among those with a promise in force",
                                did_you_mean(one, known)));
    for (const auto& [one, symbol] : all) {
      if (!named_.empty() && !named_.contains(one)) continue;
      made_.number.emplace(symbol, made_.names.size());
      made_.names.push_back(one);
    }
  }

  void add_levers() {
    if (named_.empty())
      faults_.push_back(fault(Code::bad_value, "no lever was named",
                              "name each with --player; `entente list levers` has them"));
    std::vector<scenario::Lever> all;
    for (const std::string& one : named_) {
      const auto document = text::parse_toml("[[lever]]\ncard = \"" + one + "\"\n", "arguments");
      if (!document) {
        faults_.push_back(fault(Code::unknown_name, "`" + one + "` is no name of a lever",
                                "`entente list levers` has them"));
        continue;
      }
      auto levers =
          scenario::read_levers(document->root.find("lever")->items, "arguments", library_);
      if (!levers) {
        faults_.insert(faults_.end(), levers.error().begin(), levers.error().end());
        continue;
      }
      const auto alone = scenario::pull(library_, *levers);
      if (!alone) faults_.insert(faults_.end(), alone.error().begin(), alone.error().end());
      all.insert(all.end(), levers->begin(), levers->end());
      made_.names.push_back(one);
      made_.levers.push_back(std::move(levers).value());
    }
    if (!faults_.empty()) return;
    if (const auto together = scenario::pull(library_, all); !together) faults_ = together.error();
  }

  bool in(std::string_view group, Symbol state) const {
    const Symbol id = library_.world.symbols.find(group);
    const world::Group* found = id ? library_.world.group(id) : nullptr;
    return found != nullptr && library_.world.in_group(*found, state, library_.world.day);
  }

  /// The states that have to be members for a player to belong to a union.
  std::set<Symbol> states_of(std::size_t player) const {
    std::set<Symbol> states;
    for (const auto& [symbol, number] : made_.number) {
      if (number != player) continue;
      if (made_.kind == PlayerKind::members) states.insert(symbol);
      for (const auto& one : promises_)
        if (made_.kind == PlayerKind::agreements && one.agreement == symbol) {
          states.insert(one.promisor);
          states.insert(one.beneficiary);
        }
    }
    return states;
  }

  std::string union_of(std::size_t player) const {
    if (made_.kind == PlayerKind::levers)
      return std::string(made_.levers[player].front().effects.front().kind->name);
    const std::set<Symbol> states = states_of(player);
    for (const auto& one : kUnions) {
      const std::string_view group = one[0], called = one[1];
      if (made_.alliance && group == kUnions[0][0]) continue;  // All of them, or none.
      if (std::ranges::all_of(states, [&](Symbol state) { return in(group, state); }))
        return std::string(called);
    }
    return made_.names[player];
  }

  void join_unions() {
    for (std::size_t i = 0; i < made_.size(); ++i) {
      const std::string called = union_of(i);
      const auto found = std::ranges::find(made_.union_names, called);
      made_.unions.push_back(static_cast<int>(found - made_.union_names.begin()));
      if (found == made_.union_names.end()) made_.union_names.push_back(called);
    }
  }

  const scenario::Request& request_;
  const Library& library_;
  const std::vector<world::Commitment>& promises_;
  std::set<std::string> named_;
  std::string of_;
  Players made_;
  Faults faults_;
};

}  // namespace

bool met(const Needs& needs, const Members& members) {
  return std::ranges::all_of(needs, [&](std::size_t one) { return members[one] != 0; });
}

Needs Players::needs(const world::Commitment& promise) const {
  Needs found;
  const auto add = [&](Symbol one) {
    const auto known = number.find(one);
    if (known != number.end()) found.push_back(known->second);
  };
  if (kind == PlayerKind::agreements) add(promise.agreement);
  if (kind == PlayerKind::members && (!alliance || promise.agreement == alliance)) {
    add(promise.promisor);
    add(promise.beneficiary);
  }
  return found;
}

Result<Players> choose_players(const scenario::Request& request,
                               const std::vector<world::Commitment>& promises) {
  return Chooser(request, promises).run();
}

}  // namespace entente::inquiry
