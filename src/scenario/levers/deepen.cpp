// Command and forces behind an agreement.
#include "scenario/levers/promises.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("agreement", "agreement", "Which one."))},
    {integer("institution", "", "0 none, 1 contact, 2 staff, 3 integrated command.", "as it is", 0,
             3)},
    {boolean("nuclear", "Nuclear forces and sharing stand behind it.", "as it is")},
    kReliability,
};

void check(const Effect& effect, const Where& where, Faults& faults) {
  for (const std::string_view key : {"institution", "nuclear", "reliability"})
    if (effect.find(key) != nullptr) return;
  faults.push_back({Code::missing_key, where, "the lever says nothing that changes",
                    "give it `institution`, `nuclear` or `reliability`"});
}

void apply(const Effect& effect, Pulling& pulling) {
  treaty::Agreement* agreement = agreement_of(effect, pulling);
  if (agreement == nullptr) return;
  if (const auto level = number_of(effect, "institution"))
    agreement->institution = static_cast<int>(level->value);
  agreement->nuclear = truth_of(effect, "nuclear", agreement->nuclear);
  if (const auto fixed = number_of(effect, "reliability")) agreement->reliability = fixed->value;
}

}  // namespace

extern const LeverKind deepen{
    .name = "deepen",
    .help = "Gives an agreement a staff, a common command or nuclear forces, or takes them away.",
    .effect =
        "Level of institution and nuclear mark of the agreement, which make its promises "
        "likelier kept.",
    .source = "weights of institution and nuclear forces: assumptions of this project",
    .keys = kKeys,
    .one_of = {},
    .apply = apply,
    .check = check,
};

}  // namespace entente::scenario::levers
