// How the cost of a collective decision grows with the actors, on made-up bodies in which everybody
// stands elsewhere, so that there are as many options as actors.
#include <benchmark/benchmark.h>

#include <vector>

#include "base/stream.h"
#include "solve/collective_choice.h"

namespace {

using namespace entente;
using namespace entente::solve;

std::vector<Chooser> body(std::size_t actors) {
  Stream stream(1, actors, "bench", "body");
  std::vector<Chooser> made(actors);
  for (Chooser& one : made) {
    one.weight = 1 + 99 * stream.uniform();
    one.ideal = stream.uniform();
  }
  return made;
}

void election(benchmark::State& state) {
  const auto choosers = body(static_cast<std::size_t>(state.range(0)));
  std::vector<double> options;
  for (const Chooser& one : choosers) options.push_back(one.ideal);
  for (auto _ : state)
    benchmark::DoNotOptimize(condorcet_election(contests(choosers, options, {}), options.size()));
}

void bargains(benchmark::State& state) {
  const auto choosers = body(static_cast<std::size_t>(state.range(0)));
  double rounds = 0;
  for (auto _ : state) {
    const Bargain found = bargain(choosers, {}, 100);
    rounds = static_cast<double>(found.positions.size() - 1);
    benchmark::DoNotOptimize(found.positions.back().data());
  }
  state.counters["rounds"] = rounds;
}

void sizes(benchmark::internal::Benchmark* one) {
  one->ArgName("actors");
  one->Unit(benchmark::kMillisecond);
  for (const int actors : {7, 13, 40, 80, 160, 200}) one->Arg(actors);
}
BENCHMARK(election)->Apply(sizes);
BENCHMARK(bargains)->Apply(sizes);

}  // namespace

BENCHMARK_MAIN();
