// Lines for munitions, opened or closed.
#include "scenario/levers/rounds.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("holders", "states", "Who makes more, in equal parts.")), Shape::list},
    {required(name_of("munition", "munition", "Of what."))},
    {number("per_month", "rounds a month", "How many more, altogether."), Shape::ranged},
    {change("by", "Of what each makes; below 0 it makes less, as under export controls."),
     Shape::ranged},
    {boolean("parts", "The new line has suppliers of its own; else old bottlenecks bind it.",
             "true")},
};
constexpr std::string_view kOneOf[] = {"per_month", "by"};

Uncertain more(const Effect& effect, const world::MunitionStock& row, std::size_t rows) {
  if (const auto by = number_of(effect, "by")) return product(row.production, *by);
  return product(number_of(effect, "per_month", Uncertain::known(0)),
                 Uncertain::known(1.0 / static_cast<double>(rows)));
}

Uncertain grown(const Uncertain& month, const Uncertain& by) {
  return within(sum(month, by), 0, kUnbounded);
}

void apply(const Effect& effect, Pulling& pulling) {
  const Symbol munition = names_of(effect, pulling, "munition").front();
  const auto rows = rows_meant(effect, pulling, munition);
  if (rows.empty())
    return pulling.fault(where(effect, pulling, "holders"), "nobody is left to make anything");
  for (const std::size_t i : rows) {
    world::MunitionStock& row = pulling.world().munition_stocks[i];
    const Uncertain by = more(effect, row, rows.size());
    row.production = grown(row.production, by);
    row.production_source = pulling.world().symbols.intern("a lever");
    // A plan that the line fulfils already, or that controls put out of reach, is none any more.
    if (row.target && (by.value < 0 || row.target->value <= row.production.value))
      row.target.reset();
    if (by.value > 0 && truth_of(effect, "parts", true))
      for (world::Component& part : row.components) part.month = grown(part.month, by);
  }
}

Terms terms(const Effect& effect, Pulling& pulling) {
  const Symbol id = names_of(effect, pulling, "munition").front();
  const world::Munition& munition = munition_of(pulling.world(), id);
  Uncertain month = number_of(effect, "per_month", Uncertain::known(0));
  if (given(effect, "by"))
    for (const std::size_t i : rows_meant(effect, pulling, id, false))
      month = sum(month, more(effect, pulling.world().munition_stocks[i], 1));
  // Making less is somebody else's line: it costs and saves nothing here.
  if (month.value < 0) return {Uncertain::known(0), Uncertain::known(0)};
  return {cost_of(munition, product(month, Uncertain::known(12))), munition.lead_months};
}

}  // namespace

extern const LeverKind produce{
    .name = "produce",
    .help = "Opens lines for a munition, or cuts those of others by controls on exports.",
    .effect = "Rounds a month, from the first day.",
    .source = "costs and lead times: library/munitions.csv",
    .keys = kKeys,
    .one_of = kOneOf,
    .apply = apply,
    .check = nullptr,
    .terms = terms,
};

}  // namespace entente::scenario::levers
