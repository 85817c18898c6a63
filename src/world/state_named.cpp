#include "world/state_named.h"

#include "base/name.h"

namespace entente::world {

Result<Symbol> state_named(const World& world, const std::string& name, Date day,
                           const Where& where) {
  if (const Symbol found = world.resolve(name, day)) return found;
  if (world.knows_state(name))
    return Error{Code::not_alive, where, "`" + name + "` was no state on " + to_text(day), ""};
  return Error{Code::unknown_state, where, "the library has no state `" + name + "`",
               did_you_mean(name, world.names_of("state"))};
}

}  // namespace entente::world
