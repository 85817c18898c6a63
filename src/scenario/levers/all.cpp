/// Every kind of lever, sorted by name.
#include <algorithm>
#include <array>

#include "scenario/levers/kind.h"

namespace entente::scenario {
namespace levers {

extern const LeverKind assume, buy, coproduce, deepen, deescalate, deny_access, deny_overflight,
    depend, deter, disrupt, doubt, faster, grow, guarantee, hold_out, host_supply, inform, join,
    keep, lapse, leave, open_base, pact, prepare, preposition, produce, publish_threshold, sanction,
    share_of_force, specialise, station, stockpile, umbrella, unit_cost, withdraw_forces;

}  // namespace levers

namespace {

constexpr std::array kKinds{&levers::assume,
                            &levers::buy,
                            &levers::coproduce,
                            &levers::deepen,
                            &levers::deescalate,
                            &levers::deny_access,
                            &levers::deny_overflight,
                            &levers::depend,
                            &levers::deter,
                            &levers::disrupt,
                            &levers::doubt,
                            &levers::faster,
                            &levers::grow,
                            &levers::guarantee,
                            &levers::hold_out,
                            &levers::host_supply,
                            &levers::inform,
                            &levers::join,
                            &levers::keep,
                            &levers::lapse,
                            &levers::leave,
                            &levers::open_base,
                            &levers::pact,
                            &levers::prepare,
                            &levers::preposition,
                            &levers::produce,
                            &levers::publish_threshold,
                            &levers::sanction,
                            &levers::share_of_force,
                            &levers::specialise,
                            &levers::station,
                            &levers::stockpile,
                            &levers::umbrella,
                            &levers::unit_cost,
                            &levers::withdraw_forces};

}  // namespace

std::span<const LeverKind* const> lever_kinds() { return kKinds; }

const LeverKind* find_kind(std::string_view name) {
  const auto found =
      std::ranges::find(kKinds, name, [](const LeverKind* one) { return one->name; });
  return found == kKinds.end() ? nullptr : *found;
}

std::span<const ScenarioKey> lever_keys() { return scenario_section("lever").keys; }

}  // namespace entente::scenario
