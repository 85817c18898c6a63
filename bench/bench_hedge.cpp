// How fast one state's map is planned: 22 beliefs, 15 years, ten options, by how many may be in
// progress at once and over how many years; gates and budget out of the way, so that nothing is
// left out of the lattice.
#include <benchmark/benchmark.h>

#include <string>

#include "analysis/hedge/sweep.h"
#include "library.h"

namespace {

using namespace entente;

/// One thread, everything from the rows of the library to the plan and its baselines.
void map(benchmark::State& state) {
  card::Arguments arguments;
  arguments["gates"] = {"ignored"};
  arguments["budget"] = {"50"};
  arguments["at_once"] = {std::to_string(state.range(0))};
  arguments["years"] = {std::to_string(state.range(1))};
  const Run run;
  const scenario::Request request{bench::library(), "KOR", arguments, run};
  const auto asked = campaign::read_hedge(request);
  const auto ground = campaign::hedge_ground(request, *asked);
  const auto korea = campaign::guarded_states(*ground);
  std::size_t states = 0;
  for (auto _ : state) {
    const auto solved = analysis::solve_hedge(*ground, korea->front(), {}, run);
    benchmark::DoNotOptimize(solved.plan.value.front());
    states = solved.plan.states;
  }
  state.counters["states"] = static_cast<double>(states);
}
BENCHMARK(map)
    ->ArgNames({"at_once", "years"})
    ->Args({1, 15})
    ->Args({2, 10})
    ->Args({2, 15})
    ->Args({2, 30})
    ->Args({3, 15})
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
