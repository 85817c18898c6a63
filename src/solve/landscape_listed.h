/// The lowest minima of an enumeration, gathered part by part. Included by sources only.
///
/// Floor 1; part of solve.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::solve {

/// A minimum by its number in the order of the enumeration.
struct Numbered {
  std::int64_t energy = 0;
  std::uint64_t number = 0;

  [[nodiscard]] bool operator<(const Numbered& other) const {
    return energy != other.energy ? energy < other.energy : number < other.number;
  }
};

/// Counts all and keeps the lowest.
struct Listed {
  std::vector<Numbered> kept;
  std::uint64_t count = 0;

  void add(Numbered one, std::size_t most) {
    ++count;
    if (kept.size() == most && !(one < kept.front())) return;
    kept.push_back(one);
    std::push_heap(kept.begin(), kept.end());
    if (kept.size() <= most) return;
    std::pop_heap(kept.begin(), kept.end());
    kept.pop_back();
  }

  void add(const Listed& others, std::size_t most) {
    for (const Numbered& one : others.kept) add(one, most);
    count += others.count - others.kept.size();
  }
};

}  // namespace entente::solve
