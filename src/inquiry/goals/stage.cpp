#include "inquiry/goals/stage.h"

#include <algorithm>
#include <map>
#include <utility>

namespace entente::inquiry {
namespace {

using campaign::Answer;
using campaign::Helper;

/// Whether a state is among a supplier, or the group that supplies together, the user apart.
bool supplies(const world::World& world, Symbol supplier, Symbol user, Symbol state) {
  const world::Group* group = world.group(supplier);
  if (group == nullptr) return supplier == state;
  return state != user && world.in_group(*group, state, world.day);
}

bool any_met(const std::vector<Needs>& by, const Members& members) {
  return std::ranges::any_of(by, [&](const Needs& one) { return met(one, members); });
}

}  // namespace

Stage::Stage(const scenario::Library& library, campaign::Question question)
    : library_(library), question_(std::move(question)) {
  asked_.assign(question_.situation.places.size(), 0);
  for (const std::vector<int>& set : question_.sets)
    for (const int place : set) asked_[static_cast<std::size_t>(place)] = 1;
}

Result<std::unique_ptr<Stage>> Stage::make(const scenario::Library& library,
                                           const card::Arguments& arguments, const Players& players,
                                           const std::vector<world::Commitment>& promises) {
  auto question = campaign::read_question(library, arguments);
  if (!question) return question.error();
  std::unique_ptr<Stage> made(new Stage(library, std::move(question).value()));
  made->take_promises(players);
  made->take_links(players, promises);
  made->attackers_ = campaign::players_of(made->question_, library);
  return made;
}

void Stage::take_promises(const Players& players) {
  const auto& law = question_.situation.law;
  for (std::size_t c = 0; c < law.size(); ++c) {
    auto& anyway = comes_anyway_.emplace_back();
    for (std::size_t h = 0; h < law[c].helpers.size(); ++h) {
      const Helper& helper = law[c].helpers[h];
      for (const world::Commitment& one : helper.promises)
        if (asked_[c] != 0) triggered_.push_back({c, h, one, players.needs(one)});
      anyway.push_back(std::ranges::any_of(library_.world.participations, [&](const auto& row) {
        return row.theatre == law[c].contingency->theatre && row.state == helper.state &&
               row.share.high > 0;
      }));
    }
  }
}

void Stage::take_links(const Players& players, const std::vector<world::Commitment>& promises) {
  const auto& s = question_.situation;
  for (std::size_t h = 0; h < s.holds.size(); ++h) {
    const campaign::HoldCase& hold = s.holds[h];
    const Symbol user = s.owners[static_cast<std::size_t>(hold.owner)].state;
    const Symbol supplier =
        library_.world.symbols.find(s.suppliers[static_cast<std::size_t>(hold.supplier)]);
    std::map<Symbol, std::vector<Needs>> towards;  // By beneficiary.
    for (const world::Commitment& one : promises) {
      if (!supplies(library_.world, supplier, user, one.promisor)) continue;
      auto& list = towards[one.beneficiary];
      Needs needs = players.needs(one);
      if (std::ranges::find(list, needs) == list.end()) list.push_back(std::move(needs));
    }
    for (std::size_t c = 0; c < s.places.size(); ++c) {
      if (!hold.linked[c] || asked_[c] == 0) continue;
      Link link{h, c, towards[user]};
      for (const Symbol target : s.law[c].targets)
        for (const Needs& one : towards[target])
          if (std::ranges::find(link.by, one) == link.by.end()) link.by.push_back(one);
      // What is there anyway needs no telling apart.
      if (std::ranges::none_of(link.by, [](const Needs& one) { return one.empty(); }))
        links_.push_back(std::move(link));
    }
  }
}

void Stage::keep(const Members& members) {
  auto& s = question_.situation;
  for (Answer& answer : s.law)
    for (Helper& helper : answer.helpers) {
      helper.promises.clear();
      helper.duty = world::Duty::none;
    }
  for (const Triggered& one : triggered_) {
    if (!met(one.needs, members)) continue;
    Helper& helper = s.law[one.place].helpers[one.helper];
    helper.promises.push_back(one.promise);
    helper.duty = std::min(helper.duty, one.promise.duty);
  }
  point_roles();
  for (const Link& one : links_) s.holds[one.hold].linked[one.place] = any_met(one.by, members);
  attackers_ = campaign::players_of(question_, library_);
}

void Stage::point_roles() {
  auto& s = question_.situation;
  for (std::size_t c = 0; c < s.law.size(); ++c)
    for (std::size_t h = 0; h < s.law[c].helpers.size(); ++h) {
      const Helper& helper = s.law[c].helpers[h];
      const auto owner = std::ranges::find(s.owners, helper.state, &campaign::OwnerCase::state);
      if (owner == s.owners.end()) continue;
      const bool comes = !helper.promises.empty() || comes_anyway_[c][h] != 0;
      owner->roles[c].helper = comes ? &helper : nullptr;
    }
}

std::string Stage::signature(const Members& members) const {
  std::string made;
  for (const Triggered& one : triggered_) made += met(one.needs, members) ? '1' : '0';
  for (const Link& one : links_) made += any_met(one.by, members) ? '1' : '0';
  return made;
}

std::vector<char> Stage::moves_forces(std::size_t players) const {
  std::vector<char> moves(players, 0);
  for (const Triggered& one : triggered_)
    for (const std::size_t i : one.needs) moves[i] = 1;
  for (const Link& one : links_)
    for (const Needs& needs : one.by)
      for (const std::size_t i : needs) moves[i] = 1;
  return moves;
}

}  // namespace entente::inquiry
