#include "scenario/pool_names.h"

#include <algorithm>
#include <set>

namespace entente::scenario {
namespace {

bool fits(const std::vector<std::string>& parts, const std::string& owner, const std::string& base,
          const std::string& element) {
  if (parts.size() == 1) return parts[0] == owner || parts[0] == base;
  if (parts.size() > 3 || parts[0] != owner || parts[1] != base) return false;
  return parts.size() == 2 || parts[2] == element;
}

std::vector<std::size_t> fitting_parts(const std::vector<std::string>& parts,
                                       const world::World& world) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < world.pools.size(); ++i) {
    const world::Pool& pool = world.pools[i];
    if (fits(parts, world.symbols.name(pool.owner), world.symbols.name(pool.base),
             world.symbols.name(pool.element)))
      found.push_back(i);
  }
  return found;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '/' || c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

bool may_fit(const std::string& name, const ScenarioPool& pool) {
  return (!name.empty() && name == pool.id) ||
         fits(parts_of(name), pool.owner, pool.base, pool.element);
}

Symbol state_named(const world::World& world, const std::string& name) {
  const Symbol exact = world.symbols.find(name);
  const world::State* state = exact ? world.state(exact) : nullptr;
  if (state != nullptr && state->alive.holds(world.day)) return exact;
  const Symbol holder = world.resolve(name, world.day);
  return holder || state == nullptr ? holder : exact;
}

std::vector<std::size_t> fitting_pools(const std::string& name, const world::World& world,
                                       const ScenarioFile& file) {
  if (name.empty()) return {};
  std::vector<std::string> parts = parts_of(name);
  const auto known = std::ranges::find(file.pools, name, &ScenarioPool::id);
  if (known != file.pools.end()) parts = {known->owner, known->base, known->element};
  auto found = fitting_parts(parts, world);
  if (!found.empty()) return found;
  // The owner may be written as people call it.
  const Symbol owner = state_named(world, parts[0]);
  if (!owner) return found;
  parts[0] = world.symbols.name(owner);
  return fitting_parts(parts, world);
}

std::vector<std::string> pool_names(const world::World& world, const ScenarioFile& file) {
  std::set<std::string> names;
  for (const ScenarioPool& pool : file.pools)
    if (!pool.id.empty()) names.insert(pool.id);
  for (const world::Pool& pool : world.pools) {
    const std::string& owner = world.symbols.name(pool.owner);
    const std::string& base = world.symbols.name(pool.base);
    names.insert({owner, base, owner + "/" + base,
                  owner + "/" + base + "/" + world.symbols.name(pool.element)});
  }
  return {names.begin(), names.end()};
}

}  // namespace entente::scenario
