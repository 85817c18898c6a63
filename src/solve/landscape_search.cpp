/// Minima that descents and a tabu search come upon.
#include <algorithm>
#include <cassert>
#include <map>

#include "base/stream.h"
#include "base/threads.h"
#include "solve/growth_strings.h"
#include "solve/landscape_field.h"

namespace entente::solve {
namespace {

constexpr std::size_t kSearches = 16;   // Minima from which the tabu search goes on.
constexpr std::size_t kRounds = 100;    // Moves of a search, for each state.
constexpr std::size_t kDrawsPart = 64;  // Descents of one part of the work.

/// Configurations drawn evenly: the camp of each state by a stream of its own.
class Starts {
 public:
  Starts(const Landscape& landscape, int camps, const std::vector<std::string_view>& names,
         std::uint64_t seed)
      : strings_(landscape.states, camps), most_(static_cast<std::size_t>(camps)) {
    for (const std::string_view name : names) streams_.emplace_back(seed, 0, name, "camp");
  }

  [[nodiscard]] Camps at(std::uint64_t draw) const {
    Camps camps(streams_.size(), 0);
    std::size_t begun = 1;
    for (std::size_t i = 1; i < streams_.size(); ++i) {
      const std::size_t left = streams_.size() - i - 1;
      const double same = strings_.ways(left, begun);
      const double fresh = begun < most_ ? strings_.ways(left, begun + 1) : 0;
      const double all = static_cast<double>(begun) * same + fresh;
      const double place = streams_[i].at(draw).uniform() * all / same;
      const std::size_t camp = std::min(static_cast<std::size_t>(place), begun);
      camps[i] = static_cast<std::uint8_t>(std::min(camp, most_ - 1));
      if (camps[i] == begun) ++begun;
    }
    return camps;
  }

 private:
  GrowthStrings strings_;
  std::size_t most_;
  std::vector<Stream> streams_;
};

/// The lowest configuration of a walk that always takes the best move and does not move a state
/// back for a while, unless that leads lower than ever.
Camps tabu(const Landscape& landscape, const Camps& from, int most, Stream stream) {
  const std::size_t n = landscape.states;
  Field field(landscape, from, most);
  std::vector<std::size_t> free_at(n, 0);
  std::int64_t now = energy(landscape, field.camps()), least = now;
  Camps lowest = field.camps();
  for (std::size_t round = 1; round <= kRounds * n; ++round) {
    const auto move = field.best([&](std::size_t state, auto, std::int64_t by) {
      return free_at[state] <= round || now + by < least;
    });
    if (!move) continue;
    field.move(move->state, move->to);
    now += move->change;
    free_at[move->state] = round + n / 4 + 1 + static_cast<std::size_t>(stream.bits() % 8);
    if (now >= least) continue;
    least = now;
    lowest = field.camps();
  }
  return lowest;
}

using Tally = std::map<Camps, std::uint64_t>;

Tally descents(const Landscape& landscape, const Sought& sought, const Starts& starts,
               std::uint64_t draws, const Run& run) {
  struct Part {
    std::uint64_t first = 0;
    Tally ends;
  };
  std::vector<Part> parts;
  for (std::uint64_t first = 0; first < draws; first += kDrawsPart) parts.push_back({first, {}});
  Tally all;
  const std::size_t whole = parts.size();
  const std::size_t taken = in_order(
      parts, run,
      [&](Part& part) {
        const std::uint64_t last = std::min(part.first + kDrawsPart, draws);
        for (std::uint64_t draw = part.first; draw < last; ++draw)
          ++part.ends[descend(landscape, starts.at(draw), sought.camps)];
      },
      [&](const Part& part) {
        for (const auto& [camps, times] : part.ends) all[camps] += times;
      });
  if (taken != whole) throw Cancelled();
  return all;
}

std::vector<Minimum> sorted(const Landscape& landscape, const Tally& ends) {
  std::vector<Minimum> minima;
  for (const auto& [camps, times] : ends)
    minima.push_back({camps, energy(landscape, camps), times});
  std::sort(minima.begin(), minima.end(), lower);
  return minima;
}

}  // namespace

Minima sampled_minima(const Landscape& landscape, const Sought& sought,
                      const std::vector<std::string_view>& names, std::uint64_t draws, bool search,
                      const Run& run) {
  assert(names.size() == landscape.states && landscape.states >= 1);
  const Starts starts(landscape, sought.camps, names, run.seed);
  Tally ends = descents(landscape, sought, starts, draws, run);
  if (search) {
    const std::vector<Minimum> found = sorted(landscape, ends);
    std::vector<Camps> reached(std::min(kSearches, found.size()));
    on_threads(reached.size(), run, [&](std::size_t i) {
      reached[i] =
          tabu(landscape, found[i].camps, sought.camps, Stream(run.seed, i, "landscape", "tabu"));
    });
    for (const Camps& camps : reached) ends.try_emplace(camps, 0);
  }
  Minima minima;
  minima.checked = draws;
  minima.basins = true;
  for (Minimum& one : sorted(landscape, ends)) {
    if (sought.ties == Ties::strict &&
        !is_minimum(landscape, one.camps, sought.camps, Ties::strict)) {
      minima.restless += one.basin;
      continue;
    }
    ++minima.count;
    if (minima.found.size() < sought.most_listed) minima.found.push_back(std::move(one));
  }
  return minima;
}

}  // namespace entente::solve
