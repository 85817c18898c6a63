// How fast the law is judged: every ordered pair of living states, the snapshot, and how the cost
// grows with the number of states.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "library.h"

namespace {

using namespace entente;
using namespace entente::bench;

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
