#include "analysis/forecast/tables.h"

#include <algorithm>

#include "base/name.h"

namespace entente::analysis {
namespace {

using card::Record;
using card::Table;
using card::Value;

const card::TableSpec& spec(std::string_view name) {
  return *std::ranges::find(forecast_tables(), name, &card::TableSpec::name);
}

bool told(const ForecastGround& g, const Measured& one) {
  if (one.measure != "spending" || one.subject == "all") return true;
  const auto at = std::ranges::find(g.names, one.subject) - g.names.begin();
  return g.maker_of[static_cast<std::size_t>(at)] >= 0;
}

void add_turns(Table& table, const ForecastGround& g) {
  const Symbols& symbols = g.hedge.library.world.symbols;
  const auto names = [&](const std::vector<Symbol>& agreements) {
    std::vector<std::string> words;
    for (const Symbol one : agreements) words.push_back(symbols.name(one));
    return join(words, ", ");
  };
  for (const scenario::Turn& one : g.hedge.library.plan.turns) {
    std::vector<Value> row{
        static_cast<std::int64_t>(one.year), symbols.name(one.promisor), {}, {}, {}};
    if (one.doubt) {
      row[2] = one.doubt->value;
      row[3] = one.doubt->low;
      row[4] = one.doubt->high;
    }
    row.emplace_back(names(one.leaves));
    row.emplace_back(names(one.returns));
    table.row(std::move(row));
  }
}

void add_assumptions(Table& table, const ForecastGround& g, bool calibrated) {
  const auto add = [&](const card::Field& field, double value) {
    const world::Uncertain range = campaign::range_of(field, value, g.hedge.premises.plan);
    const bool set = calibrated && (field.name == "tie_keep" || field.name == "opportunities");
    table.row(
        {std::string(field.name), range.value, range.low, range.high, std::string(field.unit),
         set ? "Calibrated on imported alliances (table calibration)" : std::string(field.source)});
  };
  for (const auto& one : actors::kForecastTerms) add(one.field, g.asked.terms.*one.value);
  add(kSpillOver, g.asked.w0);
  for (const auto& one : actors::hedge::kPremises)
    add(one.field, g.asked.hedge.premises.*one.value);
  for (const auto& one : actors::kStakes) add(one.field, g.hedge.premises.stakes.*one.value);
  for (const auto& one : belief::kAssumptions)
    if (one.value == &belief::Assumptions::n0 || one.value == &belief::Assumptions::rho)
      add(one.field, g.hedge.premises.belief.assumptions.*one.value);
}

/// A figure of the last year beside the first.
std::string went(const ForecastSwept& s, std::string_view measure, double scale,
                 const campaign::Bounds& bounds, std::string_view unit) {
  const std::size_t at = s.place(measure);
  solve::Estimate last = s.figures.estimate(s.value(s.years - 1, at));
  for (double* one : {&last.mean, &last.low, &last.high, &last.p05, &last.p95}) *one *= scale;
  return campaign::with_spread(last, s.vary, bounds, unit) + " against " +
         campaign::plain(scale * s.figures.mean(s.value(0, at))) + std::string(unit) +
         " if nothing changed";
}

}  // namespace

void add_years(Record& record, const ForecastGround& ground, const ForecastSwept& swept,
               bool calibrated) {
  Table& years = record.table(spec("years"));
  for (std::size_t y = 0; y < swept.years; ++y)
    for (std::size_t m = 0; m < swept.measures.size(); ++m) {
      const Measured& one = swept.measures[m];
      if (!told(ground, one)) continue;
      std::vector<Value> row{
          static_cast<std::int64_t>(ground.asked.from) + static_cast<std::int64_t>(y), one.measure,
          one.subject, one.unit};
      put(row, swept.figures.estimate(swept.value(y, m)), swept.vary, one.bounds);
      row.emplace_back(swept.figures.mean(swept.value(0, m)));
      put(row, swept.figures.estimate(swept.change(y, m)), swept.vary);
      years.row(std::move(row));
    }
  add_turns(record.table(spec("turns")), ground);
  add_assumptions(record.table(spec("assumptions")), ground, calibrated);
}

std::string forecast_finding(const ForecastGround& g, const ForecastSwept& s) {
  const campaign::Bounds percent{0, 100};
  return "In " + std::to_string(g.asked.until) + " the mean belief of " +
         std::to_string(g.guarded.size()) + " protected states in their guarantors is " +
         went(s, "belief", 100, percent, " %") + "; the share of them that hedges is " +
         went(s, "hedging", 100, percent, " %") + "; pacts of defence number " +
         went(s, "defence_pacts", 1, campaign::kNotNegative, "") + "; their spending is " +
         went(s, "spending", 1, campaign::kNotNegative, " % of GDP") + ".";
}

void add_notices(Record& record, const ForecastGround& g) {
  record.notices.emplace_back(
      "A simulation of how states might answer one another under assumptions with wide ranges, not "
      "a prediction: read the spread, and the change against the naive forecast beside it.");
  record.notices.emplace_back(
      "Attacks are those of the scenario's contingencies above the threshold, read off the contest "
      "of `hedge` with the strengths that `deterrence` works out on the first day; what keeps "
      "others busy counts as a fall of belief. Economies do not grow.");
  record.notices.emplace_back(
      "Each year a protected state begins at most one option, that which is worth most by itself "
      "over " +
      std::to_string(g.asked.hedge.years) +
      " years; `hedge` has the best plan of all. What it spends is the best reply to what others "
      "can be counted on for, so the option `spend` is left out.");
}

}  // namespace entente::analysis
