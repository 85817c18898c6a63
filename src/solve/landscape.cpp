#include "solve/landscape.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "solve/landscape_field.h"

namespace entente::solve {

Minima two_camp_minima(const Landscape&, const Sought&, const Run&);
Minima partition_minima(const Landscape&, const Sought&, const Run&);

void make_canonical(Camps& camps) {
  constexpr std::uint8_t kNone = 255;
  std::array<std::uint8_t, 256> number{};
  number.fill(kNone);
  std::uint8_t next = 0;
  for (std::uint8_t& camp : camps) {
    if (number[camp] == kNone) number[camp] = next++;
    camp = number[camp];
  }
}

std::int64_t energy(const Landscape& landscape, const Camps& camps) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < camps.size(); ++i)
    for (std::size_t j = 0; j < camps.size(); ++j)
      if (camps[i] != camps[j]) sum += landscape.weight(i, j);
  return sum;
}

bool is_minimum(const Landscape& landscape, const Camps& camps, int most, Ties ties) {
  const Field field(landscape, camps, most);
  const auto move = field.best([](auto...) { return true; });
  return !move || (ties == Ties::weak ? move->change >= 0 : move->change > 0);
}

Camps descend(const Landscape& landscape, Camps camps, int most) {
  Field field(landscape, std::move(camps), most);
  while (const auto move = field.best([](auto, auto, std::int64_t by) { return by < 0; }))
    field.move(move->state, move->to);
  return field.camps();
}

double configurations(std::size_t states, int camps) {
  // ways[m]: of the states that are left, with m camps begun.
  std::vector<double> ways(static_cast<std::size_t>(camps) + 1, 1);
  for (std::size_t left = 1; left < states; ++left)
    for (std::size_t m = 1; m <= static_cast<std::size_t>(camps); ++m)
      ways[m] = static_cast<double>(m) * ways[m] +
                (m < static_cast<std::size_t>(camps) ? ways[m + 1] : 0);
  return states == 0 ? 1 : ways[1];
}

bool enumerable(std::size_t states, int camps) {
  return camps == 2 ? states <= kMostEnumerated : configurations(states, camps) <= kMostPartitions;
}

bool basins_countable(std::size_t states, int camps) {
  return camps == 2 ? states <= kMostBasins : configurations(states, camps) <= kMostPartitionBasins;
}

Minima all_minima(const Landscape& landscape, const Sought& sought, const Run& run) {
  assert(landscape.weights.size() == landscape.states * landscape.states);
  assert(sought.camps >= 2 && sought.camps <= kMostCamps && landscape.states >= 1);
  assert(enumerable(landscape.states, sought.camps));
  return sought.camps == 2 ? two_camp_minima(landscape, sought, run)
                           : partition_minima(landscape, sought, run);
}

}  // namespace entente::solve
