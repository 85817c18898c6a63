// How fast the law is judged: every ordered pair of living states, the snapshot, and how the cost
// grows with the number of states.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "scenario/library.h"
#include "treaty/judge.h"

namespace {

using namespace entente;

const scenario::Library& library() {
  static const scenario::Library built_in = scenario::built_in_library().value();
  return built_in;
}

/// The states that live on the reference day, in the order of their names.
std::vector<Symbol> living() {
  std::vector<Symbol> states;
  const world::World& world = library().world;
  for (const world::State& state : world.states)
    if (!state.is_actor && state.alive.holds(world.day)) states.push_back(state.id);
  return states;
}

/// Every ordered pair of `states` as an attack by armed force on the reference day.
std::vector<treaty::Event> pairs(const std::vector<Symbol>& states) {
  const world::World& world = library().world;
  std::vector<treaty::Event> events;
  for (const Symbol attacker : states)
    for (const Symbol target : states) {
      if (attacker == target) continue;
      treaty::Event event;
      event.attackers = {attacker};
      event.targets = {target};
      event.means = world.symbols.find("armed_force");
      event.on = event.since = world.day;
      events.push_back(std::move(event));
    }
  return events;
}

void judge_all(benchmark::State& state, const std::vector<treaty::Event>& events, bool silences) {
  const treaty::Readings readings;
  std::int64_t judged = 0, verdicts = 0, silent = 0;
  for (auto _ : state) {
    for (const treaty::Event& event : events) {
      const auto judgement = treaty::judge(library().law, library().world, event, {}, readings,
                                           {.silences = silences});
      verdicts += static_cast<std::int64_t>(judgement.verdicts.size());
      silent += static_cast<std::int64_t>(judgement.silent.size());
      ++judged;
    }
  }
  const auto rate = [](std::int64_t count) {
    return benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsRate);
  };
  state.counters["events"] = static_cast<double>(events.size());
  state.counters["events/s"] = rate(judged);
  state.counters["verdicts/s"] = rate(verdicts);
  if (silences) state.counters["silences/s"] = rate(silent);
}

void every_pair(benchmark::State& state) { judge_all(state, pairs(living()), state.range(0) != 0); }
BENCHMARK(every_pair)->ArgName("silences")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// The states that live today, cut to the first so many; events grow with the square.
void growth(benchmark::State& state) {
  std::vector<Symbol> states = living();
  states.resize(std::min(states.size(), static_cast<std::size_t>(state.range(0))));
  judge_all(state, pairs(states), false);
  state.counters["living"] = static_cast<double>(states.size());
}
BENCHMARK(growth)->ArgName("states")->Arg(50)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);

void commitments(benchmark::State& state) {
  std::size_t count = 0;
  for (auto _ : state)
    count = commitments_on(library().law, library().world, library().world.day, {}).size();
  state.counters["commitments"] = static_cast<double>(count);
}
BENCHMARK(commitments)->Unit(benchmark::kMillisecond);

void read_snapshot(benchmark::State& state) {
  const std::string bytes = to_snapshot(library());
  for (auto _ : state) benchmark::DoNotOptimize(scenario::from_snapshot(bytes));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(read_snapshot)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
