#include "world/world.h"

namespace entente::world {

bool World::in_group(const Group& asked, Symbol id, Date on) const {
  const Symbol title = holder(id, on);
  if (!title || asked.id.index >= index_.groups.size()) return false;
  const std::uint32_t row = index_.groups[asked.id.index];
  const std::uint32_t column = index_.states[title.index];
  if (row == 0 || column == 0) return false;
  const std::size_t width = index_.homes.size();
  const Slice slice = index_.members[(row - 1) * width + (column - 1)];
  for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i)
    if (index_.member_list[i].holds(on)) return true;
  return false;
}

}  // namespace entente::world
