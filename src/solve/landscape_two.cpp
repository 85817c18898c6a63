/// Two camps: every split by a Gray code, one state crossing at a time.
#include <array>
#include <bit>
#include <numeric>

#include "base/threads.h"
#include "solve/landscape_field.h"
#include "solve/landscape_listed.h"

namespace entente::solve {
namespace {

// A split is a mask: bit i - 1 says that state i is not in the camp of state 0.
using Mask = std::uint32_t;

constexpr std::size_t kWide = 32;      // Room for every state; a fixed width is quick.
constexpr std::size_t kFreeBits = 18;  // Splits of one part of the work: 2^18.
using Row = std::array<std::int64_t, kWide>;

Camps camps_of(Mask mask, std::size_t states) {
  Camps camps(states, 0);
  for (std::size_t i = 1; i < states; ++i) camps[i] = (mask >> (i - 1)) & 1;
  return camps;
}

/// Sides, what each state feels, and the energy, as states cross over.
class Walk {
 public:
  Walk(const Landscape& landscape, Mask mask) : states_(landscape.states), mask_(mask) {
    const Camps camps = camps_of(mask, states_);
    energy_ = energy(landscape, camps);
    for (std::size_t i = 0; i < states_; ++i) {
      side_[i] = camps[i] == 0 ? 1 : -1;
      for (std::size_t j = 0; j < states_; ++j) {
        twice_[i][j] = 2 * landscape.weight(i, j);
        felt_[i] += camps[j] == 0 ? landscape.weight(i, j) : -landscape.weight(i, j);
      }
    }
  }

  /// Change of the energy when `state` crosses: 2 x_i sum_j w_ij x_j.
  [[nodiscard]] std::int64_t change(std::size_t state) const {
    return side_[state] > 0 ? 2 * felt_[state] : -2 * felt_[state];
  }

  void cross(std::size_t state) {
    energy_ += change(state);
    mask_ ^= Mask{1} << (state - 1);
    const Row& row = twice_[state];
    if (side_[state] > 0)
      for (std::size_t j = 0; j < kWide; ++j) felt_[j] -= row[j];
    else
      for (std::size_t j = 0; j < kWide; ++j) felt_[j] += row[j];
    side_[state] = -side_[state];
  }

  [[nodiscard]] bool is_minimum(std::int64_t least) const {
    for (std::size_t i = 0; i < states_; ++i)
      if ((side_[i] > 0 ? felt_[i] : -felt_[i]) < least) return false;
    return true;
  }

  /// The split that follows in steepest descent; the same where no crossing lowers the energy.
  [[nodiscard]] Mask next() const {
    std::int64_t best = 0;
    Mask to = mask_;
    for (std::size_t i = 0; i < states_; ++i) {
      if (change(i) >= best) continue;
      best = change(i);
      // The camps are named after state 0: its crossing is that of all others.
      to = mask_ ^ (i == 0 ? (Mask{1} << (states_ - 1)) - 1 : Mask{1} << (i - 1));
    }
    return to;
  }

  [[nodiscard]] Mask mask() const { return mask_; }
  [[nodiscard]] std::int64_t energy_now() const { return energy_; }

 private:
  std::size_t states_;
  Mask mask_;
  std::int64_t energy_ = 0;
  std::array<int, kWide> side_{};
  Row felt_{};
  std::array<Row, kWide> twice_{};
};

/// One part: all splits whose high bits are `high`.
Listed survey(const Landscape& landscape, const Sought& sought, Mask high, std::size_t free,
              std::vector<Mask>& next) {
  Listed listed;
  Walk walk(landscape, high << free);
  const std::int64_t least = sought.ties == Ties::weak ? 0 : 1;
  for (Mask step = 1;; ++step) {
    if (walk.is_minimum(least)) listed.add({walk.energy_now(), walk.mask()}, sought.most_listed);
    if (!next.empty()) next[walk.mask()] = walk.next();
    if (step >> free != 0) return listed;
    walk.cross(static_cast<std::size_t>(std::countr_zero(step)) + 1);
  }
}

/// Follows every split to its end; `next` holds the ends afterwards.
void follow(std::vector<Mask>& next) {
  std::vector<Mask> path;
  for (Mask at = 0; at < next.size(); ++at) {
    Mask end = at;
    while (next[end] != end) {
      path.push_back(end);
      end = next[end];
    }
    for (const Mask one : path) next[one] = end;
    path.clear();
  }
}

void count_basins(Minima& minima, const Landscape& landscape, const std::vector<Numbered>& kept,
                  const Sought& sought, std::vector<Mask>& next) {
  follow(next);
  std::vector<std::uint32_t> reached(next.size(), 0);
  for (const Mask end : next) ++reached[end];
  for (std::size_t i = 0; i < kept.size(); ++i) minima.found[i].basin = reached[kept[i].number];
  minima.basins = true;
  if (sought.ties == Ties::weak) return;
  for (Mask end = 0; end < next.size(); ++end)
    if (reached[end] > 0 &&
        !is_minimum(landscape, camps_of(end, landscape.states), 2, Ties::strict))
      minima.restless += reached[end];
}

}  // namespace

Minima two_camp_minima(const Landscape& landscape, const Sought& sought, const Run& run) {
  const std::size_t bits = landscape.states - 1;
  const std::size_t free = std::min(bits, kFreeBits);
  std::vector<Mask> next;
  if (landscape.states <= kMostBasins) next.resize(std::size_t{1} << bits);
  struct Part {
    Mask high = 0;
    Listed listed;
  };
  std::vector<Part> parts(std::size_t{1} << (bits - free));
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].high = static_cast<Mask>(i);
  Listed all;
  const std::size_t whole = parts.size();
  const std::size_t taken = in_order(
      parts, run,
      [&](Part& part) { part.listed = survey(landscape, sought, part.high, free, next); },
      [&](const Part& part) { all.add(part.listed, sought.most_listed); });
  if (taken != whole) throw Cancelled();

  Minima minima;
  minima.count = all.count;
  minima.checked = std::uint64_t{1} << bits;
  std::sort(all.kept.begin(), all.kept.end());
  for (const Numbered& one : all.kept)
    minima.found.push_back(
        {camps_of(static_cast<Mask>(one.number), landscape.states), one.energy, 0});
  if (!next.empty()) count_basins(minima, landscape, all.kept, sought, next);
  std::sort(minima.found.begin(), minima.found.end(), lower);
  return minima;
}

}  // namespace entente::solve
