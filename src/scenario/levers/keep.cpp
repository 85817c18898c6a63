// Things left as they are.
#include "scenario/levers/kind.h"

namespace entente::scenario::levers {
namespace {

void apply(const Effect&, Pulling&) {}

}  // namespace

extern const LeverKind keep{
    .name = "keep",
    .help = "Keeps things as they are, against levers that would change them.",
    .effect = "Nothing; the lever stands for its cost and for what it excludes.",
    .source = "the reference world",
    .keys = {},
    .one_of = {},
    .apply = apply,
};

}  // namespace entente::scenario::levers
