// How fast the ledger is: draws a second against the plain way, which is one cold solve of the
// whole programme of a set; and how the cost grows with the number of contingencies. With --json it
// prints the figures that outside programs read, as one object, and nothing else.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <memory>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "campaign/gaps.h"
#include "campaign/joint.h"
#include "campaign/outline.h"
#include "campaign/programme.h"
#include "campaign/question.h"
#include "campaign/shortages.h"
#include "campaign/small_programme.h"
#include "library.h"

namespace {

using namespace entente;
using namespace entente::bench;
using namespace entente::campaign;

constexpr std::uint64_t kSeed = 1;
// Worlds of facts that are compared, a few draws of honour each.
constexpr std::uint64_t kWorlds = 8;
// Draws of honour in one world whose problems are counted.
constexpr std::uint64_t kPatternDraws = 256;
// Worlds and draws in each that are compared where lift is limited.
constexpr std::uint64_t kLiftWorlds = 4, kLiftDraws = 4;

/// The reference scenario with every choice at its default.
const Question& question() {
  static const Question reference = [] {
    const card::Arguments arguments;
    return read_question(library(), arguments).value();
  }();
  return reference;
}

std::size_t elements() { return question().situation.elements.size(); }

/// A world of facts with what its draws share.
std::unique_ptr<const SharedWorld> world_in(std::uint64_t number) {
  return shared_world(question().situation, numbers_of(question().situation, question().premises,
                                                       library().world.symbols, {kSeed, number}));
}

DrawTerms draw_of(const SharedWorld& world, std::uint64_t draw) {
  return draw_in(world, Honour::drawn, kSeed, draw);
}

// ---- Ways to the optimum of a set ---------------------------------------------------------------

double by_ledger(const DrawTerms& terms, const std::vector<int>& set) {
  return shortfall(terms, set);
}

/// All elements in one programme, without the names that an export gives them.
double by_one_programme(const DrawTerms& terms, const std::vector<int>& set) {
  solve::LinearProgramme all;
  for (std::size_t k = 0; k < elements(); ++k) {
    const Problem one = problem_of(terms, set, static_cast<int>(k));
    all.append(Programme(one, false).lp());
  }
  return solve::minimum(all);
}

/// With prices, and whatever the further aims decide.
double canonical(const DrawTerms& terms, const std::vector<int>& set) {
  double sum = 0;
  SmallProgramme small;
  for (std::size_t k = 0; k < elements(); ++k)
    sum += allocate(problem_of(terms, set, static_cast<int>(k)), question().situation, small)
               .objective;
  return sum;
}

/// What is short where and when.
double by_place(const DrawTerms& terms, const std::vector<int>& set) {
  double units = 0;
  SmallProgramme small;
  for (std::size_t k = 0; k < elements(); ++k)
    for (const double one : shortages(terms, set, static_cast<int>(k), small)) units += one;
  return units;
}

using Way = double (*)(const DrawTerms&, const std::vector<int>&);

// ---- The comparison ----------------------------------------------------------------------------

/// Seconds of processor time: other programs on the machine count little. One thread runs.
double clock_s() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Comparison {
  std::size_t draws = 0;
  double sampling_s = 0;  ///< Facts, honour and what all sets share; either way needs them.
  double ledger_s = 0, plain_s = 0, canonical_s = 0;
  double worst = 0;            ///< Largest relative difference of two optima.
  double canonical_worst = 0;  ///< The same of the canonical allocations.

  [[nodiscard]] double rate(double seconds) const {
    return static_cast<double>(draws) / (sampling_s + seconds);
  }
};

/// The optima of all sets, and the seconds they took.
std::vector<double> timed(Way way, const DrawTerms& terms, double& seconds) {
  std::vector<double> found;
  const double start = clock_s();
  for (const auto& set : question().sets) found.push_back(way(terms, set));
  seconds += clock_s() - start;
  return found;
}

/// Relative to the optimum, or to a millionth of the requirement of one element, which is about one
/// in its unit, where all but nothing is missing.
double difference(double one, double other) {
  return std::abs(one - other) / std::max({std::abs(one), std::abs(other), 1e-6});
}

/// Both ways on one draw after the other, each first every other time, so that what else happens on
/// the machine meets both alike.
Comparison compare() {
  Comparison result;
  by_ledger(draw_of(*world_in(0), 0), question().sets.back());  // Warms caches.
  for (std::uint64_t number = 0; number < kWorlds; ++number) {
    double start = clock_s();
    const auto world = world_in(number);
    result.sampling_s += clock_s() - start;
    for (std::size_t i = 0; i < kDrawsPerWorld; ++i, ++result.draws) {
      start = clock_s();
      const DrawTerms terms = draw_of(*world, number * kDrawsPerWorld + i);
      result.sampling_s += clock_s() - start;
      std::vector<double> ours, plain;
      if (i % 2 == 0) ours = timed(by_ledger, terms, result.ledger_s);
      plain = timed(by_one_programme, terms, result.plain_s);
      if (i % 2 != 0) ours = timed(by_ledger, terms, result.ledger_s);
      const std::vector<double> whole = timed(canonical, terms, result.canonical_s);
      for (std::size_t set = 0; set < ours.size(); ++set) {
        result.worst = std::max(result.worst, difference(ours[set], plain[set]));
        result.canonical_worst =
            std::max(result.canonical_worst, difference(whole[set], plain[set]));
      }
    }
    std::fprintf(stderr, "bench_ledger: %zu draws compared\n", result.draws);
  }
  return result;
}

// ---- Limited lift ------------------------------------------------------------------------------

/// The same where lift is limited, over the draws and sets in which the limit costs something.
struct LiftComparison {
  std::size_t sets = 0, binding = 0;
  double sampling_s = 0;  ///< Of all draws.
  double ledger_s = 0, plain_s = 0;
  double worst = 0;

  [[nodiscard]] double ratio() const { return (sampling_s + plain_s) / (sampling_s + ledger_s); }
};

/// All elements in one programme, with the limit.
double by_one_programme(std::span<const Problem> problems, const Lift& lift) {
  std::vector<const Problem*> all;
  for (const Problem& one : problems) all.push_back(&one);
  return solve::minimum(Joint(all, false, &lift).lp());
}

void compare_set(const DrawTerms& terms, const std::vector<int>& set, LiftComparison& result) {
  const Lift lift = lift_of(*terms.world);
  double start = clock_s();
  const double ours = shortfall(terms, set);
  const double ours_s = clock_s() - start;
  start = clock_s();
  std::vector<Problem> problems;
  for (std::size_t k = 0; k < elements(); ++k)
    problems.push_back(problem_of(terms, set, static_cast<int>(k)));
  const double plain = by_one_programme(problems, lift), plain_s = clock_s() - start;
  double without = 0;
  for (const Problem& one : problems) without += least_shortfall(one);
  ++result.sets;
  result.worst = std::max(result.worst, difference(ours, plain));
  if (difference(plain, without) < 1e-9) return;
  ++result.binding;
  result.ledger_s += ours_s;
  result.plain_s += plain_s;
}

LiftComparison compare_lift() {
  Question limited = question();
  limited.situation.move_by({.lift = true});
  LiftComparison result;
  for (std::uint64_t number = 0; number < kLiftWorlds; ++number) {
    double start = clock_s();
    const auto world = shared_world(
        limited.situation,
        numbers_of(limited.situation, limited.premises, library().world.symbols, {kSeed, number}));
    result.sampling_s += clock_s() - start;
    for (std::uint64_t draw = 0; draw < kLiftDraws; ++draw) {
      start = clock_s();
      const DrawTerms terms = draw_in(*world, Honour::drawn, kSeed, number * kDrawsPerWorld + draw);
      result.sampling_s += clock_s() - start;
      for (const auto& set : limited.sets) compare_set(terms, set, result);
    }
  }
  std::fprintf(stderr, "bench_ledger: %zu sets compared with limited lift\n", result.sets);
  return result;
}

void against_plain(benchmark::State& state) {
  Comparison result;
  for (auto _ : state) result = compare();
  const double plain = result.rate(result.plain_s);
  state.counters["ledger_ratio"] = result.rate(result.ledger_s) / plain;
  state.counters["canonical_ratio"] = result.rate(result.canonical_s) / plain;
  state.counters["ledger_draws_per_s"] = result.rate(result.ledger_s);
  state.counters["canonical_draws_per_s"] = result.rate(result.canonical_s);
  state.counters["plain_draws_per_s"] = plain;
  state.counters["objective_max_rel_diff"] = result.worst;
}
BENCHMARK(against_plain)->Iterations(1)->Unit(benchmark::kSecond);

// ---- Growth ------------------------------------------------------------------------------------

/// One set of so many contingencies in all draws of one world.
void solve_all(benchmark::State& state, Way way) {
  std::vector<int> set = std::ranges::max(question().sets, {}, &std::vector<int>::size);
  set.resize(std::min(set.size(), static_cast<std::size_t>(state.range(0))));
  const auto world = world_in(0);
  std::vector<DrawTerms> draws;
  for (int i = 0; i < kDrawsPerWorld; ++i) draws.push_back(draw_of(*world, i));
  std::int64_t solved = 0;
  for (auto _ : state)
    for (const DrawTerms& terms : draws) {
      benchmark::DoNotOptimize(way(terms, set));
      ++solved;
    }
  state.counters["contingencies"] = static_cast<double>(set.size());
  state.counters["draws/s"] =
      benchmark::Counter(static_cast<double>(solved), benchmark::Counter::kIsRate);
}

void sizes(benchmark::internal::Benchmark* one) {
  one->ArgName("contingencies")->Unit(benchmark::kMillisecond);
  for (const int size : {1, 2, 3, 6}) one->Arg(size);
}
void optimum(benchmark::State& state) { solve_all(state, by_ledger); }
BENCHMARK(optimum)->Apply(sizes);
void one_programme(benchmark::State& state) { solve_all(state, by_one_programme); }
BENCHMARK(one_programme)->Apply(sizes);
void canonical_optimum(benchmark::State& state) { solve_all(state, canonical); }
BENCHMARK(canonical_optimum)->Apply(sizes);

void short_by_place(benchmark::State& state) { solve_all(state, by_place); }
BENCHMARK(short_by_place)->Apply(sizes);

void sampling(benchmark::State& state) {
  std::uint64_t number = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draw_of(*world_in(number++), 0));
}
BENCHMARK(sampling)->Unit(benchmark::kMillisecond);

// ---- Equal problems ----------------------------------------------------------------------------

/// Where honour alone is drawn, draws may ask the same of an element: how many problems of the
/// largest set there are, and how many of them differ once they are reduced.
struct Patterns {
  std::size_t problems = 0, distinct = 0;
};

Patterns honour_patterns(std::uint64_t draws) {
  const auto world = shared_world(
      question().situation,
      numbers_of(question().situation, question().premises, library().world.symbols, {}));
  const std::vector<int> set = question().sets[largest_set(question())];
  std::set<std::vector<double>> seen;
  Patterns found;
  for (std::uint64_t draw = 0; draw < draws; ++draw) {
    const DrawTerms terms = draw_of(*world, draw);
    for (std::size_t k = 0; k < elements(); ++k) {
      Outline outline = outline_of(terms, set, static_cast<int>(k));
      reduce(outline);
      std::vector<double> pattern{static_cast<double>(k)};
      pattern.insert(pattern.end(), outline.net.begin(), outline.net.end());
      for (const Outline::Slot& slot : outline.slots) {
        pattern.push_back(static_cast<double>(slot.source));
        pattern.insert(pattern.end(), slot.works.begin(), slot.works.end());
      }
      ++found.problems;
      found.distinct += seen.insert(std::move(pattern)).second ? 1 : 0;
    }
  }
  return found;
}

// ---- The object --------------------------------------------------------------------------------

/// Events and verdicts a second among the first fifty living states, silences left out.
std::pair<double, double> law_rates() {
  std::vector<Symbol> states = living();
  states.resize(std::min<std::size_t>(states.size(), 50));
  const std::vector<treaty::Event> events = pairs(states);
  const treaty::Readings readings;
  std::size_t verdicts = 0;
  const double start = clock_s();
  for (const treaty::Event& event : events)
    verdicts +=
        treaty::judge(library().law, library().world, event, {}, readings, {.silences = false})
            .verdicts.size();
  const double seconds = clock_s() - start;
  return {static_cast<double>(events.size()) / seconds, static_cast<double>(verdicts) / seconds};
}

void print_json() {
  const Comparison result = compare();
  const auto [events, verdicts] = law_rates();
  const Patterns patterns = honour_patterns(kPatternDraws);
  const LiftComparison lift = compare_lift();
  const double plain = result.rate(result.plain_s);
  const std::pair<const char*, double> figures[] = {
      {"ledger_ratio", result.rate(result.ledger_s) / plain},
      {"ledger_draws_per_s", result.rate(result.ledger_s)},
      {"plain_draws_per_s", plain},
      {"objective_max_rel_diff", result.worst},
      {"canonical_ratio", result.rate(result.canonical_s) / plain},
      {"canonical_draws_per_s", result.rate(result.canonical_s)},
      {"canonical_max_rel_diff", result.canonical_worst},
      {"lift_ratio", lift.ratio()},
      {"lift_max_rel_diff", lift.worst},
      {"lift_sets", static_cast<double>(lift.sets)},
      {"lift_sets_binding", static_cast<double>(lift.binding)},
      {"honour_problems", static_cast<double>(patterns.problems)},
      {"honour_problems_distinct", static_cast<double>(patterns.distinct)},
      {"draws", static_cast<double>(result.draws)},
      {"sets", static_cast<double>(question().sets.size())},
      {"events_per_s", events},
      {"verdicts_per_s", verdicts},
  };
  const char* before = "{";
  for (const auto& [name, value] : figures) {
    std::printf("%s\"%s\": %.6g", before, name, value);
    before = ", ";
  }
  std::printf("}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--json") {
    print_json();
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
