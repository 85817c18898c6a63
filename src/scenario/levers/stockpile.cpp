// Rounds bought for the stock.
#include "scenario/levers/rounds.h"
#include "scenario/make_fields.h"

namespace entente::scenario::levers {
namespace {

using namespace fields;
using world::Uncertain;

constexpr ScenarioKey kKeys[] = {
    {required(name_of("holders", "states", "Whose stocks grow, in equal parts.")), Shape::list},
    {required(name_of("munition", "munition", "Of what."))},
    {number("rounds", "rounds", "How many more, altogether."), Shape::ranged},
    {change("by", "Of the stock of each."), Shape::ranged},
    {number("years", "years", "Over which they are paid for.", "5", 50)},
};
constexpr std::string_view kOneOf[] = {"rounds", "by"};

/// What each of the rows gets more.
Uncertain more(const Effect& effect, const world::MunitionStock& row, std::size_t rows) {
  if (const auto by = number_of(effect, "by")) return product(row.stock, *by);
  return product(number_of(effect, "rounds", Uncertain::known(0)),
                 Uncertain::known(1.0 / static_cast<double>(rows)));
}

void apply(const Effect& effect, Pulling& pulling) {
  const Symbol munition = names_of(effect, pulling, "munition").front();
  const auto rows = rows_meant(effect, pulling, munition);
  if (rows.empty())
    return pulling.fault(where(effect, pulling, "holders"), "nobody is left to hold anything");
  for (const std::size_t i : rows) {
    world::MunitionStock& row = pulling.world().munition_stocks[i];
    row.stock = within(sum(row.stock, more(effect, row, rows.size())), 0, kUnbounded);
    row.stock_source = pulling.world().symbols.intern("a lever");
  }
}

void check(const Effect& effect, const Where&, Faults& faults) {
  const Setting* years = effect.find("years");
  if (years != nullptr && years->number.value <= 0)
    faults.push_back({Code::bad_value, years->where, "`years` is 0, so nothing can be paid in them",
                      "1 or more"});
}

Terms terms(const Effect& effect, Pulling& pulling) {
  const Symbol id = names_of(effect, pulling, "munition").front();
  const world::Munition& munition = munition_of(pulling.world(), id);
  Uncertain rounds = number_of(effect, "rounds", Uncertain::known(0));
  if (given(effect, "by"))
    for (const std::size_t i : rows_meant(effect, pulling, id, false))
      rounds = sum(rounds, more(effect, pulling.world().munition_stocks[i], 1));
  const double years = number_of(effect, "years", Uncertain::known(5)).value;
  return {product(cost_of(munition, rounds), Uncertain::known(1 / years)), munition.lead_months};
}

}  // namespace

extern const LeverKind stockpile{
    .name = "stockpile",
    .help = "Buys rounds of a munition for the stock.",
    .effect = "Rounds that are there on the first day.",
    .source = "costs and lead times: library/munitions.csv",
    .keys = kKeys,
    .one_of = kOneOf,
    .apply = apply,
    .check = check,
    .terms = terms,
};

}  // namespace entente::scenario::levers
