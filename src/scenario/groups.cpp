#include <algorithm>
#include <map>

#include "base/name.h"
#include "scenario/facts.h"
#include "scenario/rows.h"

namespace entente::scenario {
namespace {

using world::World;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// Finds circles among groups by walking their members. A group is open while it is walked through.
class CircleSearch {
 public:
  using Places = std::map<std::pair<std::size_t, std::size_t>, Where>;

  CircleSearch(const World& world, const std::map<Symbol, std::size_t>& positions,
               const Places& places, Faults& faults)
      : world_(world),
        positions_(positions),
        places_(places),
        faults_(faults),
        state_(world.groups.size(), State::fresh) {}

  void walk_all() {
    for (std::size_t g = 0; g < world_.groups.size(); ++g) walk(g);
  }

 private:
  enum class State { fresh, open, done };

  void walk(std::size_t g) {
    if (state_[g] != State::fresh) return;
    state_[g] = State::open;
    const auto& members = world_.groups[g].members;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const auto inner = positions_.find(members[m].state);
      if (inner == positions_.end()) continue;
      if (state_[inner->second] == State::open)
        faults_.push_back({Code::bad_value, places_.at({g, m}),
                           "this makes the group " + name(g) + " a member of itself", ""});
      walk(inner->second);
    }
    state_[g] = State::done;
  }

  std::string name(std::size_t g) const { return quoted(world_.symbols.name(world_.groups[g].id)); }

  const World& world_;
  const std::map<Symbol, std::size_t>& positions_;
  const Places& places_;
  Faults& faults_;
  std::vector<State> state_;
};

}  // namespace

bool read_groups(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"id",     "meaning",    "complement",
                                                  "source", "confidence", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Seen seen;
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::Group group;
    const std::string& id = row.slug("id");
    group.meaning = row.required("meaning");
    group.complement = row.yes("complement");
    group.sourced = row.sourced();
    if (!seen.add(id, "id", row, "groups")) continue;
    group.id = world.symbols.intern(id);
    // A member or a clause could mean either.
    if (world.state(group.id))
      row.fault(Code::duplicate, "id", "a state or actor is called " + quoted(id) + " as well");
    world.groups.push_back(std::move(group));
  }
  return true;
}

bool read_group_members(std::string_view bytes, std::string_view file, World& world,
                        Faults& faults) {
  static constexpr std::string_view kColumns[] = {"group", "member", "from", "to", "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  std::map<Symbol, std::size_t> positions;
  for (std::size_t g = 0; g < world.groups.size(); ++g) positions[world.groups[g].id] = g;
  const auto groups = world.names_of("group");
  auto known = world.names_of("state");
  known.insert(known.end(), groups.begin(), groups.end());
  CircleSearch::Places places;
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    const std::string& group = row.required("group");
    const std::string& member = row.required("member");
    const Spell spell = row.spell();
    if (group.empty() || member.empty()) continue;
    const auto owner = positions.find(world.symbols.find(group));
    if (owner == positions.end()) {
      row.fault(Code::unknown_name, "group", "there is no group " + quoted(group),
                did_you_mean(group, groups));
      continue;
    }
    const Symbol symbol = world.symbols.intern(member);
    if (!world.state(symbol) && !positions.contains(symbol)) {
      row.fault(Code::unknown_state, "member",
                "there is no state, actor or group " + quoted(member), did_you_mean(member, known));
      continue;
    }
    auto& members = world.groups[owner->second].members;
    places[{owner->second, members.size()}] = row.where("member");
    members.push_back({symbol, spell});
  }
  CircleSearch(world, positions, places, faults).walk_all();
  return true;
}

}  // namespace entente::scenario
