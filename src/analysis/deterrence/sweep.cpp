#include "analysis/deterrence/sweep.h"

#include <bit>

#include "analysis/deterrence/sponsors.h"
#include "base/stream.h"
#include "base/threads.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using solve::Acting;

/// Stakes sampled in each world, where assumptions are varied.
std::size_t stakes_per_world(const Sampling& sampling) {
  return sampling.vary.facts ? kDrawsPerWorld : 1;
}

/// A world with its rows.
struct Task {
  std::size_t world = 0;
  std::vector<std::vector<double>> rows;
  std::vector<solve::Ends> ends;
  std::size_t unstable = 0;
};

class Worlds {
 public:
  Worlds(const Asked& asked, const Run& run)
      : a_(asked),
        run_(run),
        columns_{asked.players.size()},
        count_(static_cast<int>(asked.players.size())),
        naive_(*actors::aggressor::find("ignores_allies")) {}

  void work(Task& task) const {
    WorldId id{a_.sampling.seed, {}};
    if (a_.sampling.vary.facts) id.number = task.world;
    Theatre theatre(a_.question, a_.players, a_.world(id), draws_of(a_, task.world), run_);
    const std::size_t stakes = stakes_per_world(a_.sampling);
    for (std::size_t i = 0; i < stakes && !stopped(run_); ++i)
      row(theatre, task, task.world * stakes + i);
  }

 private:
  void row(Theatre& theatre, Task& task, std::size_t draw) const {
    WorldId id{a_.sampling.seed, {}};
    if (a_.sampling.vary.facts) id.number = draw;
    const actors::Stakes stakes = stakes_of(a_.question.premises, id);
    const auto& model = *a_.question.premises.aggressor;
    const auto gain = [&](int q, Acting acting) {
      return theatre.gain(q, acting, model, stakes,
                          chance_of(a_.sampling, draw, a_.players[static_cast<std::size_t>(q)]));
    };
    const solve::Ends ends = solve::ends(count_, gain);
    std::vector<double> figures(columns_.size(), 0.0);
    for (std::size_t q = 0; q < a_.players.size(); ++q) {
      const int player = static_cast<int>(q);
      const Acting bit = Acting{1} << q;
      figures[columns_.least(q)] = (ends.least & bit) != 0 ? 1 : 0;
      figures[columns_.greatest(q)] = (ends.greatest & bit) != 0 ? 1 : 0;
      figures[columns_.fragile(q)] = figures[columns_.greatest(q)] - figures[columns_.least(q)];
      figures[columns_.naive(q)] = theatre.gain(player, bit, naive_, stakes, 0.5) > 0 ? 1 : 0;
      figures[columns_.win(q)] = theatre.win(player, ends.least | bit);
      figures[columns_.unaided(q)] = theatre.win_unaided(player);
      blame(theatre, player, ends.least | bit, draw, stakes, figures);
    }
    figures[columns_.fragility()] =
        std::popcount(ends.greatest & ~ends.least) - std::popcount(ends.least & ~ends.greatest);
    if (!solve::stable(count_, gain, ends.least) || !solve::stable(count_, gain, ends.greatest))
      ++task.unstable;
    task.rows.push_back(std::move(figures));
    task.ends.push_back(ends);
  }

  /// The decision of a player with a sponsor under each reading of who is blamed, all others doing
  /// what they do in the least equilibrium.
  void blame(Theatre& theatre, int player, Acting acting, std::size_t draw,
             const actors::Stakes& stakes, std::vector<double>& figures) const {
    const auto q = static_cast<std::size_t>(player);
    const auto place = static_cast<std::size_t>(a_.players[q].place);
    if (!a_.question.situation.places[place].sponsor) return;
    const auto readings = readings_of(theatre.numbers().proxy[place]);
    for (std::size_t i = 0; i < kBlames; ++i)
      figures[columns_.blamed(q, i)] =
          theatre.gain_through(readings[i], player, acting, *a_.question.premises.aggressor, stakes,
                               chance_of(a_.sampling, draw, a_.players[q])) > 0
              ? 1
              : 0;
  }

  const Asked& a_;
  const Run& run_;
  AttackColumns columns_;
  int count_;
  const actors::AggressorModel& naive_;
};

}  // namespace

Draws draws_of(const Asked& asked, std::size_t world) {
  const Sampling& sampling = asked.sampling;
  if (asked.enumerated) return {.honour = Honour::drawn, .seed = sampling.seed, .enumerated = true};
  if (!sampling.vary.honour) return {Honour::expected, sampling.seed};
  const std::size_t per_world = sampling.per_world();
  return {.honour = Honour::drawn,
          .seed = sampling.seed,
          .first = world * per_world,
          .count = per_world};
}

double chance_of(const Sampling& sampling, std::size_t draw, const Player& player) {
  return Stream(sampling.seed, draw, name_hash({"attack", player.contingency}), name_hash("chance"))
      .uniform();
}

Swept sweep(const Asked& asked, const Run& run) {
  const std::size_t worlds = asked.sampling.vary.facts ? asked.sampling.worlds() : 1;
  Swept swept{.figures = solve::Sums(AttackColumns{asked.players.size()}.size(), worlds,
                                     stakes_per_world(asked.sampling))};
  swept.wanted = worlds;
  const auto make = [](std::size_t world) {
    Task task;
    task.world = world;
    return task;
  };
  const Worlds work(asked, run);
  const std::size_t taken = in_order(
      worlds, run, make, [&](Task& task) { work.work(task); },
      [&](Task& task) {
        for (const auto& row : task.rows) swept.figures.add(task.world, row);
        swept.ends.push_back(std::move(task.ends));
        swept.unstable += task.unstable;
      });
  if (taken == worlds) return swept;
  if (taken < 2) throw Cancelled();
  swept.figures.keep(taken, stakes_per_world(asked.sampling));
  return swept;
}

}  // namespace entente::analysis
