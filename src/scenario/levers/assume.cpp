// An assumption of the models, moved.
#include <algorithm>

#include "base/name.h"
#include "scenario/levers/tools.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(text("name",
                   "Of the assumption: its flag, with underscores; the question that has "
                   "none of that name says so."))},
    {required(between("value", "that of the assumption",
                      "Its value, in place of default and range.", "", -kUnbounded, kUnbounded)),
     Shape::ranged},
};

void check(const Effect& effect, const Where&, Faults& faults) {
  const Setting* name = effect.find("name");
  if (name != nullptr && !is_slug(name->texts.front()))
    faults.push_back({Code::bad_value, name->where,
                      "`" + name->texts.front() + "` is no name of an assumption",
                      "as its flag, with underscores: warning_days"});
}

void apply(const Effect& effect, Pulling& pulling) {
  auto& assumed = pulling.library.plan.assumed;
  const std::string name = text_of(effect, "name");
  const Uncertain value = number_of(effect, "value", Uncertain::known(0));
  const auto known = std::ranges::find(assumed, name, &Assumed::name);
  if (known == assumed.end())
    assumed.push_back({name, value});
  else
    known->value = value;
}

}  // namespace

extern const LeverKind assume{
    .name = "assume",
    .help = "Moves an assumption of the models, such as the days of warning.",
    .effect = "The value and the range of one assumption; the last one counts.",
    .source = "assumption of whoever pulls it",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .check = check,
};

}  // namespace entente::scenario::levers
