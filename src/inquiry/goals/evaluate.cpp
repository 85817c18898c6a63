#include "inquiry/goals/evaluate.h"

#include <algorithm>
#include <cassert>

#include "campaign/attackers.h"
#include "treaty/judge.h"

namespace entente::inquiry {
using namespace campaign;

Result<scenario::Library> library_with(const Played& played, const Members& members) {
  scenario::Library library = played.request.library;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i] == 0) continue;
    auto made = scenario::pull(std::move(library), played.players.levers[i]);
    if (!made) return made.error();
    library = std::move(made).value();
  }
  return library;
}

std::vector<Held> held_by(const Players& players, const std::vector<world::Commitment>& promises) {
  std::vector<Held> held;
  for (const world::Commitment& one : promises) held.push_back({&one, players.needs(one)});
  return held;
}

namespace {

WorldId world_id(const Played& played, std::size_t number) {
  WorldId id{played.sampling.seed, {}};
  if (played.sampling.vary.facts) id.number = number;
  return id;
}

}  // namespace

std::vector<const Measure*> Played::measures() const {
  std::vector<const Measure*> wanted;
  for (const Measure* one : all_measures())
    if (goals.empty() || one->goal == "cost" || std::ranges::find(goals, one->goal) != goals.end())
      wanted.push_back(one);
  return wanted;
}

World::World(const Played& played, std::size_t number)
    : played_(played),
      id_(world_id(played, number)),
      number_(number),
      trade_(played.request.library, id_) {
  held_ = held_by(played.players, played.promises);
  auto stage = Stage::make(played.request.library, played.request.arguments, played.players,
                           played.promises);
  assert(stage.has_value());
  stage_ = std::move(stage).value();
  all_ = numbers_in(*stage_);
  theta_ = thetas(*stage_, all_, id_);
}

Numbers World::numbers_in(const Stage& stage) const {
  return numbers_of(stage.question().situation, stage.question().premises,
                    stage.library().world.symbols, id_);
}

const std::vector<Item>& World::things(const Measure& measure) {
  const auto [at, fresh] = things_.try_emplace(&measure);
  if (fresh)
    at->second = measure.things(
        {*stage_, all_, held_, theta_, played_.request.library.world.symbols.find(played_.hub)});
  return at->second;
}

std::vector<double> World::values(const Members& members,
                                  std::span<const Measure* const> measures) {
  if (played_.players.kind != PlayerKind::levers) {
    const bool forces =
        std::ranges::all_of(measures, [](const Measure* one) { return one->outcome != nullptr; });
    const std::string key =
        forces ? stage_->signature(members) : std::string(members.begin(), members.end());
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    stage_->keep(members);
    std::vector<double> row = on(*stage_, measures, members, &fought_);
    known_.emplace(key, row);
    return row;
  }
  const std::string key(members.begin(), members.end());
  const auto found = known_.find(key);
  if (found != known_.end()) return found->second;
  const auto refuse = [&](const Faults& faults) {
    faults_ = faults;
    return known_.emplace(key, std::vector<double>(played_.stakes() * measures.size()))
        .first->second;
  };
  const auto made = library_with(played_, members);
  if (!made) return refuse(made.error());
  const scenario::Library& library = *made;
  const auto promises =
      treaty::commitments_on(library.law, library.world, library.world.day, library.readings);
  auto stage = Stage::make(library, played_.request.arguments, played_.players, promises);
  if (!stage) return refuse(stage.error());
  const Numbers numbers = numbers_in(**stage);
  const auto held = held_by(played_.players, promises);
  const auto theta = thetas(**stage, numbers, id_);
  const Scene scene{**stage, numbers, held, theta, library.world.symbols.find(played_.hub)};
  std::vector<double> row = on(**stage, measures, members, nullptr);
  for (std::size_t m = 0; m < measures.size(); ++m)
    if (measures[m]->things != nullptr)
      for (std::size_t s = 0; s < played_.stakes(); ++s)
        row[s * measures.size() + m] = sum_of(measures[m]->things(scene), members);
  known_.emplace(key, row);
  return row;
}

std::vector<double> World::on(Stage& stage, std::span<const Measure* const> measures,
                              const Members& members, Fought* fought) {
  ++evaluated_;
  std::vector<double> row(played_.stakes() * measures.size(), 0);
  const bool forces =
      std::ranges::any_of(measures, [](const Measure* one) { return one->outcome != nullptr; });
  if (forces) look(stage, numbers_in(stage), measures, fought, row);
  if (played_.players.kind == PlayerKind::levers) return row;
  for (std::size_t m = 0; m < measures.size(); ++m)
    if (measures[m]->things != nullptr)
      for (std::size_t s = 0; s < played_.stakes(); ++s)
        row[s * measures.size() + m] = sum_of(things(*measures[m]), members);
  return row;
}

void World::look(Stage& stage, const Numbers& numbers, std::span<const Measure* const> wanted,
                 Fought* fought, std::vector<double>& row) const {
  Draws draws{Honour::expected, played_.sampling.seed, 0, 1};
  if (played_.sampling.vary.honour)
    draws = {Honour::drawn, played_.sampling.seed, number_ * played_.sampling.per_world(),
             played_.sampling.per_world()};
  const auto world = shared_world(stage.question().situation, numbers);
  Theatre theatre(stage.question(), stage.attackers(), numbers, draws, played_.request.run, fought);
  for (std::size_t s = 0; s < played_.stakes(); ++s) {
    const auto hit = least_attackers(theatre, stage.question(), stage.attackers(), stage.asked(),
                                     played_.sampling, number_ * played_.stakes() + s);
    for (std::size_t m = 0; m < wanted.size(); ++m) {
      if (wanted[m]->outcome == nullptr) continue;
      double& cell = row[s * wanted.size() + m];
      cell = s > 0 && !wanted[m]->by_stakes ? row[m]
                                            : wanted[m]->outcome({stage, *world, hit, trade_});
    }
  }
  if (stopped(played_.request.run)) throw Cancelled();
}

}  // namespace entente::inquiry
