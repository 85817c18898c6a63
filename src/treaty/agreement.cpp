#include "treaty/agreement.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace entente::treaty {
namespace {

/// The members of a group, also of groups within it; circles are refused by the loader.
void add_group(Symbol id, const world::World& world, std::set<Symbol>& into) {
  const auto* group = world.group(id);
  if (group == nullptr) return;
  for (const auto& member : group->members)
    if (into.insert(member.state).second) add_group(member.state, world, into);
}

/// The states that a rule can bind or protect and that may be no parties.
void add_listed(const PartySet& set, const world::World& world, std::set<Symbol>& into) {
  into.insert(set.states.begin(), set.states.end());
  if (set.who == PartySet::Who::group) add_group(set.group, world, into);
}

std::set<Symbol> states_of(const Agreement& agreement, const world::World& world) {
  std::set<Symbol> states;
  for (const Party& party : agreement.parties) states.insert(party.state);
  for (const Article& article : agreement.articles) {
    add_listed(article.promisors, world, states);
    add_listed(article.beneficiaries, world, states);
  }
  return states;
}

/// True where an agreement may speak of states that no list of it names.
bool reaches(const Agreement& agreement, const world::World& world) {
  return std::ranges::any_of(agreement.articles, [&](const Article& article) {
    const auto* group = world.group(article.beneficiaries.group);
    return (group != nullptr && group->complement) || article.trigger == Trigger::indirect_attack ||
           std::ranges::any_of(article.conditions, [](const Requires& condition) {
             return condition.kind == Requires::Kind::bound;
           });
  });
}

}  // namespace

double tau(Threshold threshold) {
  // docs/agreements.md, severity; all assumptions on the 0-7 ladder.
  constexpr double kNever = std::numeric_limits<double>::infinity();
  constexpr std::array<double, 17> kTau{4.0, 4.0, 4.0, 4.0, 4.0, 3.5, 3.5, 3.5,   3.5,
                                        6.0, 3.3, 3.0, 2.0, 1.5, 1.5, 1.5, kNever};
  return kTau[static_cast<std::size_t>(threshold)];
}

const Agreement* Law::find(Symbol id) const {
  const auto found = std::ranges::find(agreements, id, &Agreement::id);
  return found == agreements.end() ? nullptr : &*found;
}

const Reading* Law::reading(Symbol id) const {
  const auto found = std::ranges::find(readings, id, &Reading::id);
  return found == readings.end() ? nullptr : &*found;
}

void index_law(Law& law, const world::World& world) {
  const auto name = [&](const Agreement& agreement) -> const std::string& {
    return world.symbols.name(agreement.id);
  };
  std::ranges::sort(law.agreements, {}, name);
  law.by_state.assign(world.symbols.names().size(), {});
  law.reaching.clear();
  for (std::uint32_t index = 0; index < law.agreements.size(); ++index) {
    const Agreement& agreement = law.agreements[index];
    std::set<Symbol> persons = states_of(agreement, world);
    for (const world::State& state : world.states) {
      // A title may have passed on since, or be written with the code of its heir.
      for (const Symbol heir : state.successors) {
        if (persons.contains(state.id))
          persons.insert(heir);
        else if (persons.contains(heir))
          persons.insert(state.id);
      }
    }
    for (const Symbol state : persons) law.by_state[state.index].push_back(index);
    if (reaches(agreement, world)) law.reaching.push_back(index);
  }
}

}  // namespace entente::treaty
