#include "analysis/architecture/security.h"

#include <algorithm>
#include <set>

#include "base/threads.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using solve::Acting;

struct Task {
  std::size_t world = 0;
  std::vector<std::vector<double>> rows;
};

std::vector<std::string> targets(const Variant& variant, std::size_t place) {
  std::vector<std::string> names;
  for (const Symbol one : variant.question->situation.law[place].targets)
    names.push_back(variant.library->world.symbols.name(one));
  return names;
}

class Sweep {
 public:
  Sweep(const std::vector<Variant>& variants, const std::vector<std::string>& states,
        const Sampling& sampling, const Run& run)
      : variants_(variants),
        states_(states),
        sampling_(sampling),
        columns_{states.size()},
        run_(run) {
    for (const Variant& one : variants) {
      auto& hit = hit_.emplace_back();
      for (const Player& player : one.players) {
        std::vector<std::size_t> places;
        if (!player.grey)
          for (const std::string& name : targets(one, static_cast<std::size_t>(player.place)))
            places.push_back(
                static_cast<std::size_t>(std::ranges::find(states, name) - states.begin()));
        hit.push_back(std::move(places));
      }
    }
  }

  [[nodiscard]] std::size_t stakes() const { return sampling_.vary.facts ? kDrawsPerWorld : 1; }

  void work(Task& task) const {
    task.rows.assign(stakes(), std::vector<double>(columns_.size(variants_.size()), 0));
    for (std::size_t v = 0; v < variants_.size() && !stopped(run_); ++v) fill(task, v);
    for (auto& row : task.rows)
      for (std::size_t v = 0; v < variants_.size(); ++v)
        for (std::size_t i = 0; i <= states_.size(); ++i)
          row[columns_.change(v, i)] =
              row[columns_.of(v, i)] - row[columns_.of(variants_[v].against, i)];
  }

 private:
  /// Securities of one variant in one world, for all its draws of stakes.
  void fill(Task& task, std::size_t v) const {
    const Variant& variant = variants_[v];
    const Question& question = *variant.question;
    WorldId id{sampling_.seed, {}};
    if (sampling_.vary.facts) id.number = task.world;
    Numbers numbers =
        numbers_of(question.situation, question.premises, variant.library->world.symbols, id);
    if (variant.change) numbers = variant.change(std::move(numbers), id);
    Draws draws{Honour::expected, sampling_.seed, 0, 1};
    if (sampling_.vary.honour)
      draws = {Honour::drawn, sampling_.seed, task.world * sampling_.per_world(),
               sampling_.per_world()};
    Theatre theatre(question, variant.players, std::move(numbers), draws, run_);
    for (std::size_t s = 0; s < stakes(); ++s) {
      WorldId draw{sampling_.seed, {}};
      const std::size_t number = task.world * stakes() + s;
      if (sampling_.vary.facts) draw.number = number;
      look(theatre, v, stakes_of(question.premises, draw), number, task.rows[s]);
    }
  }

 public:
  /// Mean security with a factor held, in the nominal world over draws of stakes.
  [[nodiscard]] double mean_under(const Push& push, std::size_t v) const {
    const Variant& variant = variants_[v];
    const Question& question = *variant.question;
    const Premises premises = held_at(question.premises, push);
    Numbers numbers = numbers_of(question.situation, premises, variant.library->world.symbols, {});
    if (variant.change) numbers = variant.change(std::move(numbers), {});
    Theatre theatre(question, variant.players, std::move(numbers),
                    {Honour::expected, sampling_.seed, 0, 1}, run_);
    std::vector<double> row(columns_.size(variants_.size()), 0);
    double sum = 0;
    for (std::size_t draw = 0; draw < sampling_.draws; ++draw) {
      look(theatre, v, stakes_of(premises, {sampling_.seed, draw}), draw, row);
      sum += row[columns_.mean(v)];
    }
    return sum / static_cast<double>(sampling_.draws);
  }

 private:
  void look(Theatre& theatre, std::size_t v, const actors::Stakes& stakes, std::size_t draw,
            std::vector<double>& row) const {
    const Variant& variant = variants_[v];
    const auto gain = [&](int q, Acting acting) {
      const Player& player = variant.players[static_cast<std::size_t>(q)];
      return theatre.gain(q, acting, *variant.question->premises.aggressor, stakes,
                          Stream(sampling_.seed, draw, name_hash({"attack", player.contingency}),
                                 name_hash("chance"))
                              .uniform());
    };
    const Acting least = solve::ends(static_cast<int>(variant.players.size()), gain).least;
    std::vector<double> holds(states_.size(), 1);
    for (std::size_t q = 0; q < variant.players.size(); ++q) {
      if ((least >> q & 1) == 0) continue;
      const double lost = theatre.win(static_cast<int>(q), least);
      for (const std::size_t i : hit_[v][q])
        if (i < holds.size()) holds[i] *= 1 - lost;
    }
    double sum = 0;
    for (std::size_t i = 0; i < holds.size(); ++i) {
      row[columns_.of(v, i)] = holds[i];
      sum += holds[i];
    }
    row[columns_.mean(v)] = sum / static_cast<double>(std::max<std::size_t>(1, holds.size()));
  }

  const std::vector<Variant>& variants_;
  const std::vector<std::string>& states_;
  const Sampling& sampling_;
  SecurityColumns columns_;
  const Run& run_;
  std::vector<std::vector<std::vector<std::size_t>>> hit_;  ///< [variant][player]: states.
};

}  // namespace

std::vector<std::string> protected_states(const Variant& variant) {
  std::set<std::string> names;
  for (const Player& player : variant.players)
    if (!player.grey)
      for (std::string& name : targets(variant, static_cast<std::size_t>(player.place)))
        names.insert(std::move(name));
  return {names.begin(), names.end()};
}

std::vector<card::Mover> security_movers(const std::vector<Variant>& variants,
                                         const std::vector<std::string>& states,
                                         std::size_t variant, const Sampling& sampling,
                                         const Run& run) {
  const Sweep sweep(variants, states, sampling, run);
  const Question& question = *variants[variant].question;
  std::vector<Factor> factors = without_owners(factors_of(question));
  for (Factor& one : deciding_factors(question)) factors.push_back(std::move(one));
  const auto change = [&](const Push& push) {
    return std::vector<double>{sweep.mean_under(push, variant) -
                               sweep.mean_under(push, variants[variant].against)};
  };
  return movers_of(at_both_ends(question, std::move(factors), change, run), 0);
}

solve::Sums security_of(const std::vector<Variant>& variants,
                        const std::vector<std::string>& states, const Sampling& sampling,
                        const Run& run) {
  const Sweep sweep(variants, states, sampling, run);
  const std::size_t worlds = sampling.vary.facts ? sampling.worlds() : 1;
  solve::Sums sums(SecurityColumns{states.size()}.size(variants.size()), worlds, sweep.stakes());
  std::vector<Task> tasks(worlds);
  for (std::size_t i = 0; i < worlds; ++i) tasks[i].world = i;
  const std::size_t taken = in_order(
      tasks, run, [&](Task& task) { sweep.work(task); },
      [&](Task& task) {
        for (const auto& row : task.rows) sums.add(task.world, row);
      });
  if (taken != worlds) throw Cancelled();
  return sums;
}

}  // namespace entente::analysis
