#include "scenario/levers/names.h"

#include <algorithm>
#include <set>

#include "base/name.h"
#include "scenario/pool_names.h"

namespace entente::scenario {
namespace {

using Names = std::set<std::string>;

Names theatres(const world::World& world) {
  Names names;
  for (const world::Contingency& one : world.contingencies)
    names.insert({world.symbols.name(one.id), world.symbols.name(one.theatre)});
  return names;
}

Names bases(const world::World& world) {
  Names names;
  const auto take = [&](const auto& rows) {
    for (const auto& one : rows) names.insert(world.symbols.name(one.base));
  };
  take(world.pools);
  take(world.deployments);
  take(world.theatre_bases);
  take(world.home_bases);
  return names;
}

Names services(const world::World& world) {
  Names names;
  for (const world::Dependency& one : world.dependencies)
    names.insert(world.symbols.name(one.service));
  return names;
}

Names agreements(const Library& library) {
  Names names;
  for (const treaty::Agreement& one : library.law.agreements)
    names.insert(library.world.symbols.name(one.id));
  return names;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

bool listed(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::vector<std::string> cards(const Library& library) {
  std::vector<std::string> names;
  for (const LeverKind* kind : lever_kinds()) names.emplace_back(kind->name);
  for (const auto& [name, bytes] : library.levers) names.push_back(name);
  std::ranges::sort(names);
  return names;
}

const std::vector<std::string>& NameCheck::all(std::string_view of) {
  if (const auto found = names_.find(of); found != names_.end()) return found->second;
  const world::World& world = library_.world;
  const auto list = [](const Names& names) {
    return std::vector<std::string>(names.begin(), names.end());
  };
  std::vector<std::string> names;
  if (of == "state" || of == "element" || of == "group" || of == "munition")
    names = world.names_of(of);
  if (of == "states") names = joined(world.names_of("state"), world.names_of("group"));
  if (of == "theatre") names = list(theatres(world));
  if (of == "contingency") names = world.names_of("contingency");
  if (of == "base") names = list(bases(world));
  if (of == "service") names = list(services(world));
  if (of == "agreement") names = list(agreements(library_));
  if (of == "lever") names = cards(library_);
  if (of == "option") names.assign(world::kHedgeOptions.begin(), world::kHedgeOptions.end());
  return names_.emplace(of, std::move(names)).first->second;
}

bool NameCheck::known(std::string_view of, const std::string& name) {
  if (of == "state") return static_cast<bool>(state_named(library_.world, name));
  if (of == "states")
    return static_cast<bool>(state_named(library_.world, name)) || listed(all("group"), name);
  return listed(all(of), name);
}

void NameCheck::check(SectionReader& reader, std::string_view key, std::string_view of,
                      const std::vector<std::string>& names, Faults& faults) {
  const bool states = of == "state" || of == "states";
  const std::string what = of == "states" ? "state or group" : std::string(of);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string name = names[i];
    if (of == "states" && name.starts_with('-')) name.erase(0, 1);
    if (known(of, name)) continue;
    std::string hint = did_you_mean(name, all(of));
    if (hint.empty() && !all(of).empty() && all(of).size() <= 30)
      hint = "known are " + join(all(of), ", ");
    faults.push_back({states ? Code::unknown_state : Code::unknown_name, reader.where(key, i),
                      "there is no " + what + " `" + name + "`", std::move(hint)});
  }
}

}  // namespace entente::scenario
