#include "inquiry/why/sources.h"

#include <algorithm>
#include <vector>

#include "base/name.h"

namespace entente::inquiry {
namespace {

constexpr std::size_t kMost = 4;

class Sources {
 public:
  Sources(const std::string& group, const world::World& world) : group_(group), world_(world) {}

  std::string run() {
    forces();
    ways();
    demands();
    if (group_.starts_with("reliability of "))
      add(std::string("what is not known of promises with these features: see `credibility`"));
    std::string text;
    for (std::size_t i = 0; i < std::min(kMost, found_.size()); ++i)
      text += (i == 0 ? "" : "; ") + found_[i];
    if (found_.size() > kMost) text += "; and " + std::to_string(found_.size() - kMost) + " more";
    return text;
  }

 private:
  /// Whether the group is called `head` and the name of the symbol.
  [[nodiscard]] bool is(std::string_view head, Symbol symbol) const {
    return group_ == std::string(head) + std::string(world_.symbols.name(symbol));
  }
  void add(std::string source) {
    if (!source.empty() && std::ranges::find(found_, source) == found_.end())
      found_.push_back(std::move(source));
  }
  void add(Symbol source) { add(std::string(world_.symbols.name(source))); }
  /// The source of a row, or where it has none that of what the row belongs to.
  void add(const std::string& own, const std::string& whole) { add(own.empty() ? whole : own); }

  void forces() {
    for (const world::Pool& pool : world_.pools) {
      const bool meant = is("forces of ", pool.owner) || is("forces: ", pool.element) ||
                         is("home defence of ", pool.owner) || is("home defence: ", pool.element) ||
                         is("readiness of ", pool.owner);
      if (meant) add(pool.source);
    }
    for (const world::Readiness& one : world_.readiness) {
      std::string kind = "readiness: " + std::string(world_.symbols.name(one.kind));
      if (one.element != Symbol{}) kind += "." + std::string(world_.symbols.name(one.element));
      if (kind == group_) add(one.source);
    }
  }

  void ways() {
    for (const world::Deployment& one : world_.deployments)
      if (is("days to ", one.theatre)) add(one.source);
    for (const world::Participation& one : world_.participations)
      if (group_ == "share that " + std::string(world_.symbols.name(one.state)) + " sends")
        add(one.source);
    for (const world::Dependency& one : world_.dependencies)
      if (is("dependence on ", one.supplier) || group_ == "days until withheld services lapse")
        add(one.source);
  }

  void demands() {
    for (const world::Contingency& place : world_.contingencies) {
      for (const world::Amount& row : place.demand)
        if (is("demand of ", place.id) || is("demand: ", row.element))
          add(row.source, place.source);
      for (const world::Amount& row : place.host_supply)
        if (is("host forces in ", place.id)) add(row.source, place.source);
      if (is("weight of ", place.id)) add(place.source);
    }
  }

  const std::string& group_;
  const world::World& world_;
  std::vector<std::string> found_;
};

}  // namespace

std::string sources_of(const std::string& group, const world::World& world) {
  return Sources(group, world).run();
}

}  // namespace entente::inquiry
