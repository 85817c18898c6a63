// How the cost of the optimum grows with states, contingencies, elements and periods, on made-up
// situations: every state owns a pool of every element, which may go to most contingencies later or
// sooner, more and more of it ready; twice as much is asked for as there is.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/stream.h"
#include "campaign/outline.h"
#include "campaign/small_programme.h"

namespace {

using namespace entente;
using namespace entente::campaign;

struct Size {
  std::size_t states = 50, contingencies = 6, elements = 14, periods = 5;
};

/// One element.
class MadeUp {
 public:
  MadeUp(const Size& size, std::uint64_t element)
      : size_(size), stream_(1, element, "growth", "element") {}

  Problem run() {
    p_.periods = size_.periods;
    p_.time.assign(size_.periods, 1.0 / static_cast<double>(size_.periods));
    for (std::size_t c = 0; c < size_.contingencies; ++c) p_.set.push_back(static_cast<int>(c));
    for (std::size_t i = 0; i < size_.states; ++i) add_pool(static_cast<int>(i));
    for (std::size_t c = 0; c < size_.contingencies; ++c) add_place();
    p_.demand = p_.net;
    p_.host.assign(p_.net.size(), 0.0);
    return std::move(p_);
  }

 private:
  /// Ready units rise to all of them.
  std::vector<double> rising(std::size_t first) {
    std::vector<double> share(size_.periods, 0.0);
    double ready = 0.3 + 0.4 * stream_.uniform();
    for (std::size_t t = first; t < share.size(); ++t) {
      share[t] = ready;
      ready += (1 - ready) * 0.5 * stream_.uniform();
    }
    return share;
  }

  void add_pool(int pool) {
    const double units = 1 + 9 * stream_.uniform();
    units_ += units;
    Limit limit;
    limit.pool = pool;
    limit.begin = p_.slots.size();
    limit.all_unit = rising(0);
    limit.away_unit = limit.all_unit;
    for (std::size_t c = 0; c < size_.contingencies; ++c) {
      if (stream_.uniform() < 0.3) continue;
      Slot slot;
      slot.pool = pool;
      slot.place = c;
      slot.first =
          static_cast<std::size_t>(stream_.uniform() * 0.6 * static_cast<double>(size_.periods));
      slot.unit = rising(slot.first);
      for (std::size_t t = 0; t < size_.periods; ++t) {
        slot.unit[t] = std::min(slot.unit[t], limit.all_unit[t]);
        slot.cap.push_back(slot.unit[t] * units);
      }
      slot.works.assign(size_.periods, 1.0);
      slot.days = 1 + 30 * stream_.uniform();
      p_.slots.push_back(std::move(slot));
    }
    limit.end = p_.slots.size();
    if (limit.begin == limit.end) return;
    for (const double one : limit.all_unit) limit.all.push_back(one * units);
    limit.away = limit.all;
    p_.limits.push_back(std::move(limit));
  }

  void add_place() {
    const double weight = 0.5 + 1.5 * stream_.uniform();
    const double most = 2 * units_ / static_cast<double>(size_.contingencies);
    for (std::size_t t = 0; t < size_.periods; ++t) {
      p_.net.push_back(most * (0.3 + 0.7 * stream_.uniform()));
      p_.weight.push_back(weight * p_.time[t]);
    }
  }

  Size size_;
  Stream stream_;
  Problem p_;
  double units_ = 0;
};

void growth(benchmark::State& state) {
  const auto at = [&](int i) { return static_cast<std::size_t>(state.range(i)); };
  const Size size{at(0), at(1), at(2), at(3)};
  std::vector<Problem> problems;
  for (std::size_t k = 0; k < size.elements; ++k) problems.push_back(MadeUp(size, k).run());
  SmallProgramme small;
  for (auto _ : state) {
    double sum = 0;
    for (const Problem& problem : problems) {
      Outline outline = outline_of(problem);
      sum += least_shortfall(outline, small);
    }
    benchmark::DoNotOptimize(sum);
  }
  double given_up = 0;
  for (const Problem& problem : problems) {
    Outline outline = outline_of(problem);
    reduce(outline);
    given_up += small.optimum(outline) ? 0 : 1;
  }
  state.counters["given up"] = given_up;  // These went to the general solver.
}

/// One size after the other is moved, the others stay.
void sizes(benchmark::internal::Benchmark* one) {
  one->ArgNames({"states", "contingencies", "elements", "periods"});
  one->Unit(benchmark::kMillisecond);
  for (const int states : {50, 100, 200}) one->Args({states, 6, 14, 5});
  for (const int contingencies : {2, 4, 8, 12, 16}) one->Args({50, contingencies, 14, 5});
  for (const int elements : {4, 8, 16}) one->Args({50, 6, elements, 5});
  for (const int periods : {3, 8, 12, 24}) one->Args({50, 6, 14, periods});
}
BENCHMARK(growth)->Apply(sizes);

}  // namespace

BENCHMARK_MAIN();
