// Forces sent to another base, to stay.
#include <algorithm>

#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"
#include "scenario/toml_text.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr std::string_view kOneOf[] = {"units", "share"};

constexpr ScenarioKey kKeys[] = {
    {required(name_of("owner", "state", "Whose forces."))},
    {required(name_of("element", "element", "Which units."))},
    {required(name_of("to", "base", "Where they are stationed."))},
    {name_of("from", "base", "Where they come from; of several bases in proportion.",
             "the largest home base"),
     Shape::list},
    {between("units", kUnits, "How many; or `share`.", "", 0, 1e6), Shape::ranged},
    {share("share", "Of those at each base; or `units`."), Shape::ranged},
};

void apply(const Effect& effect, Pulling& pulling) {
  world::World& world = pulling.world();
  Move move;
  move.owner = state_of(effect, pulling, "owner");
  move.element = world.symbols.find(text_of(effect, "element"));
  move.to = world.symbols.intern(text_of(effect, "to"));
  move.from = names_of(effect, pulling, "from");
  move.units = number_of(effect, "units");
  move.share = number_of(effect, "share", Uncertain::known(1));
  if (!move.owner || !move.element) return;
  if (move.from.empty()) {
    const Symbol home = home_base(pulling.library, move.owner, move.element);
    if (home) move.from = {home};
  }
  const std::string owner = world.symbols.name(move.owner);
  const double there = move_units(pulling.library, move);
  if (there <= 0)
    pulling.fault(where(effect, pulling, given(effect, "from") ? "from" : "element"),
                  owner + " has no " + text_of(effect, "element") + " there to be moved to " +
                      text_of(effect, "to"),
                  "`entente describe " + owner + "` shows where its forces are");
  else if (move.units && move.units->value > there)
    pulling.fault(where(effect, pulling, "units"),
                  owner + " has only " + number_text(there) + " " + text_of(effect, "element") +
                      " there, " + number_text(move.units->value) + " are moved",
                  "move fewer, or name more bases under `from`");
}

}  // namespace

extern const LeverKind station{
    .name = "station",
    .help = "Stations forces at another base, forward or at home.",
    .effect =
        "Units taken from one base and added at another; a new forward pool is tied to its "
        "region as the owner's other forward units of the element are.",
    .source = "bases and days: library/deployment.csv, library/theatre_bases.csv",
    .keys = kKeys,
    .one_of = kOneOf,
    .apply = apply,
};

}  // namespace entente::scenario::levers
