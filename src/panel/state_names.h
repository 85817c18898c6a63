/// What the library calls a state that a data set numbers.
///
/// Floor 4; uses world.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "world/world.h"

namespace entente::panel {

/// Correlates of War numbers as the ids of the library: ISO codes, and slugs for states of the
/// past. Refers to the world, which must outlive it. Safe from many threads.
class StateNames {
 public:
  explicit StateNames(const world::World& world);

  /// The id of a number in a year: of the state of that number that lived on 1 July, or nearest to
  /// it. `cow_NUMBER` where the library has none.
  [[nodiscard]] std::string of(int number, int year) const;

  /// The ids of all members of a year, in their order and each once: a number whose id another has
  /// (two Germanies of 1990) becomes `cow_NUMBER`.
  [[nodiscard]] std::vector<std::string> of_all(std::span<const int> numbers, int year) const;

 private:
  const world::World& world_;
  std::map<int, std::vector<const world::State*>> by_number_;
};

}  // namespace entente::panel
