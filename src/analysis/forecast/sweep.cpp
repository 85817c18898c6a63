#include "analysis/forecast/sweep.h"

#include <algorithm>
#include <cmath>

#include "base/threads.h"

namespace entente::analysis {
namespace {

using campaign::Bounds;
using campaign::kNotNegative;
using campaign::kShare;
using solve::Programmes;

constexpr std::size_t kUsualLives = 128;

struct OfAll {
  std::string_view measure, unit;
  Bounds bounds;
};
constexpr OfAll kOfAll[] = {
    {"belief", "probability", kShare},
    {"security", "probability", kShare},
    {"hub_dependence", "share", {-1e300, 1}},
    {"attacks", "wars a year", kNotNegative},
    {"promises_broken", "promises a year", kNotNegative},
    {"threats_to_leave", "threats a year", kNotNegative},
    {"spending", "% of GDP", kNotNegative},
    {"hedging", "share of protected states", kShare},
    {"latency", "share of protected states", kShare},
    {"arsenal", "share of protected states", kShare},
    {"accommodating", "share of protected states", kShare},
    {"defence_pacts", "pacts", kNotNegative},
    {"transitivity", "share", kShare},
};

/// The option of that name of a state, as a set.
Programmes option(const ForecastGround& g, std::size_t ward, std::string_view name) {
  const auto& options = g.guarded[ward].options;
  for (std::size_t x = 0; x < options.size(); ++x)
    if (g.hedge.library.world.symbols.name(options[x]->option) == name) return Programmes{1} << x;
  return 0;
}

/// Means over protected states.
class Year {
 public:
  Year(const ForecastGround& ground, const YearSeen& seen) : g_(ground), seen_(seen) {}

  std::vector<double> run() {
    of_all();
    for (std::size_t j = 0; j < g_.guarantors.size(); ++j)
      put(mean([&](std::size_t i) { return g_.guarantor_of[i] == j; },
               [&](std::size_t i) { return seen_.belief[i]; }));
    for (std::size_t i = 0; i < g_.guarded.size(); ++i) {
      put(seen_.belief[i]);
      put(std::isnan(seen_.spending[i]) ? 0 : seen_.spending[i]);
      put(seen_.begun[i] != 0 ? 1 : 0);
      put((seen_.stands[i] & option(g_, i, "arsenal")) != 0 ? 1 : 0);
    }
    return std::move(row_);
  }

 private:
  void put(double value) { row_.push_back(value); }

  template <class Of, class Value>
  double mean(const Of& of, const Value& value) const {
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < g_.guarded.size(); ++i) {
      if (!of(i)) continue;
      sum += value(i);
      count += 1;
    }
    return count > 0 ? sum / count : 0;
  }
  template <class Value>
  double mean(const Value& value) const {
    return mean([](std::size_t) { return true; }, value);
  }
  double standing(std::string_view name) const {
    return mean(
        [&](std::size_t i) { return (seen_.stands[i] & option(g_, i, name)) != 0 ? 1.0 : 0.0; });
  }

  /// Spending of all over the product of all.
  double spending() const {
    double spent = 0, product = 0;
    for (std::size_t i = 0; i < g_.guarded.size(); ++i) {
      if (std::isnan(seen_.spending[i])) continue;
      const double gdp = g_.makers[static_cast<std::size_t>(g_.maker_of[i])].gdp;
      spent += seen_.spending[i] * gdp;
      product += gdp;
    }
    return product > 0 ? spent / product : 0;
  }

  void of_all() {
    const auto kept = [&](std::size_t i) { return 1 - seen_.lost[i]; };
    put(mean([&](std::size_t i) { return seen_.belief[i]; }));
    put(mean(kept));
    put(mean(
        [&](std::size_t i) { return g_.guarantor_of[i] == g_.hub; },
        [&](std::size_t i) { return kept(i) > 0 ? 1 - (1 - seen_.lost_alone[i]) / kept(i) : 0; }));
    put(seen_.attacks);
    put(seen_.broken);
    put(seen_.threats);
    put(spending());
    put(mean([&](std::size_t i) { return seen_.begun[i] != 0 ? 1.0 : 0.0; }));
    put(standing("latency"));
    put(standing("arsenal"));
    put(mean([&](std::size_t i) {
      const Programmes gave = option(g_, i, "accommodation") | option(g_, i, "bandwagon");
      return (seen_.begun[i] & gave) != 0 ? 1.0 : 0.0;
    }));
    put(seen_.pacts);
    put(seen_.transitivity);
  }

  const ForecastGround& g_;
  const YearSeen& seen_;
  std::vector<double> row_;
};

struct Task {
  std::size_t world = 0;
  std::vector<std::vector<double>> rows;
};

}  // namespace

std::vector<Measured> measured(const ForecastGround& ground) {
  std::vector<Measured> all;
  for (const OfAll& one : kOfAll)
    all.push_back({std::string(one.measure), "all", std::string(one.unit), one.bounds});
  for (const std::string& name : ground.guarantor_names)
    all.push_back({"belief_in", name, "probability", kShare});
  for (const std::string& name : ground.names) {
    all.push_back({"belief", name, "probability", kShare});
    all.push_back({"spending", name, "% of GDP", kNotNegative});
    all.push_back({"hedging", name, "share of draws", kShare});
    all.push_back({"arsenal", name, "share of draws", kShare});
  }
  return all;
}

std::vector<double> values_of(const ForecastGround& ground, const YearSeen& seen) {
  return Year(ground, seen).run();
}

std::size_t ForecastSwept::place(std::string_view measure) const {
  return static_cast<std::size_t>(std::ranges::find_if(measures,
                                                       [&](const Measured& one) {
                                                         return one.measure == measure &&
                                                                one.subject == "all";
                                                       }) -
                                  measures.begin());
}

ForecastSwept sweep_forecast(const ForecastGround& ground, const campaign::Sampling& sampling,
                             const Run& run) {
  const bool facts = sampling.vary.facts;
  const std::size_t wanted = run.draws > 0 ? static_cast<std::size_t>(run.draws) : kUsualLives;
  const std::size_t per_world =
      facts ? static_cast<std::size_t>(campaign::kDrawsPerWorld) : std::max<std::size_t>(2, wanted);
  const std::size_t worlds =
      facts ? std::max<std::size_t>(2, (wanted + per_world - 1) / per_world) : 1;
  const std::size_t years = ground.asked.years() + 1;
  std::vector<Measured> measures = measured(ground);
  const std::size_t columns = 2 * years * measures.size();
  ForecastSwept swept{std::move(measures),
                      solve::Sums(columns, worlds, per_world),
                      {.honour = true, .facts = facts},
                      worlds,
                      worlds * per_world,
                      years};
  // Where facts are not varied the draws of the one world are tasks of their own.
  const std::size_t per_task = facts ? per_world : 1;
  std::vector<Task> tasks(swept.draws / per_task);
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].world = i;
  ForecastWorld nominal;
  if (!facts) nominal = forecast_world(ground, {sampling.seed, {}}, run);
  const auto work = [&](Task& task) {
    ForecastWorld sampled;
    if (facts) sampled = forecast_world(ground, {sampling.seed, task.world}, run);
    for (std::size_t i = 0; i < per_task && !stopped(run); ++i) {
      std::vector<double> row, less;
      for (const YearSeen& seen :
           live(ground, facts ? sampled : nominal, sampling.seed, task.world * per_task + i))
        for (const double value : values_of(ground, seen)) row.push_back(value);
      for (std::size_t k = 0; k < row.size(); ++k)
        less.push_back(row[k] - row[k % swept.measures.size()]);
      row.insert(row.end(), less.begin(), less.end());
      task.rows.push_back(std::move(row));
    }
  };
  const std::size_t taken = in_order(tasks, run, work, [&](Task& task) {
    for (const auto& row : task.rows) swept.figures.add(facts ? task.world : 0, row);
  });
  if (taken != tasks.size()) throw Cancelled();
  return swept;
}

}  // namespace entente::analysis
