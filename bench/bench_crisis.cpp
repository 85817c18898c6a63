// A crisis of twelve moves and eight movers, six of them allies that law binds half way up: one
// solution, with every resolve known and with one hidden.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "analysis/crisis/findings.h"
#include "campaign/crisis/game.h"
#include "campaign/crisis/numbers.h"

namespace {

using namespace entente;
using namespace entente::analysis;
using namespace entente::campaign;

constexpr int kMoves = 12, kAllies = 6;

scenario::CrisisCase climb(bool hidden) {
  scenario::CrisisCase made;
  made.name = "climb";
  made.accident = "war";
  for (int i = 0; i < 2 + kAllies; ++i) {
    scenario::CrisisPlayer one;
    one.id = "P" + std::to_string(i);
    one.side = i == 0 ? scenario::CrisisSide::challenger : scenario::CrisisSide::defender;
    one.ally = i > 1;
    one.stake = one.democracy = {0.5, 0.7, 0.9};
    one.strength = i == 0 ? scenario::Ranged{1, 1, 1} : scenario::Ranged{0.1, 0.2, 0.3};
    if (hidden && i == 0) {
      one.firm = scenario::Ranged{0.2, 0.4, 0.6};
      one.firm_cost = {0.3, 0.5, 0.8};
    }
    made.players.push_back(std::move(one));
  }
  for (int m = 0; m < kMoves; ++m) {
    scenario::CrisisNode node;
    node.id = "n" + std::to_string(m);
    node.rung = m / 2;
    const std::string up = m + 1 < kMoves ? "n" + std::to_string(m + 1) : "war";
    if (m == kMoves / 2) {
      node.ask = "asked";
      node.joined = node.alone = up;
    } else {
      node.mover = m % 2 == 0 ? "P0" : "P1";
      node.moves.resize(3);
      node.moves[0].name = "up";
      node.moves[0].to = up;
      node.moves[1].name = "hold";
      node.moves[1].to = "even";
      node.moves[2].name = "down";
      node.moves[2].to = m % 2 == 0 ? "back" : "lost";
    }
    made.nodes.push_back(std::move(node));
  }
  const auto end = [&](const char* id, int rung, double share, bool war) {
    scenario::CrisisEnd one;
    one.id = id;
    one.rung = rung;
    one.war = war;
    one.share = {share, share, share};
    made.ends.push_back(std::move(one));
  };
  end("even", 3, 0.3, false);
  end("back", 2, 0, false);
  end("lost", 2, 1, false);
  end("war", 5, 0, true);
  return made;
}

std::vector<Trigger> all_bound() {
  Trigger asked{"n" + std::to_string(kMoves / 2), "asked", {}};
  for (std::size_t ally = 2; ally < 2 + kAllies; ++ally)
    asked.allies.push_back({ally, true, "fight", "pact", "art1", "automatic", "", {}});
  return {asked};
}

void solve_one(benchmark::State& state) {
  const auto about = climb(state.range(0) != 0);
  const auto triggers = all_bound();
  const CrisisWorld world = plain_world(about, {});
  for (auto _ : state) benchmark::DoNotOptimize(ending_of(about, triggers, world).war);
  state.counters["nodes"] =
      static_cast<double>(crisis_game(about, triggers, world)->game.nodes.size());
}
BENCHMARK(solve_one)->ArgName("hidden")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
