#include "analysis/hedge/tables.h"

#include <algorithm>

#include "actors/commerce_terms.h"
#include "campaign/assumed.h"
#include "campaign/figures.h"

namespace entente::analysis {
namespace {

using namespace campaign;
using card::Record;
using card::Table;
using card::Value;

using Row = std::vector<Value>;

std::string name(const HedgeFindings& f, Symbol symbol) {
  return f.ground.library.world.symbols.name(symbol);
}

std::int64_t calendar(const HedgeFindings& f, std::size_t year) {
  return year_of(f.ground.library.world.day) + static_cast<std::int64_t>(year);
}

HedgeColumns columns_of(const HedgeSwept& swept) {
  return {swept.state.options.size(), static_cast<std::size_t>(swept.central.problem.years)};
}

/// A belief and whether it is the scenario's own.
void put_belief(Row& row, const HedgeSwept& swept, std::size_t b) {
  row.emplace_back(swept.central.points[b].at);
  row.emplace_back(b == kOwnBelief);
}

void add_policy(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at = columns_of(swept);
  const solve::RobustPlan& plan = swept.central.plan;
  for (std::size_t b = 0; b < kBeliefs; ++b) {
    solve::Programmes begun = begun_before(swept.central.problem);
    for (std::size_t t = 0; t < at.years; ++t) {
      const std::size_t cell = t * kBeliefs + b;
      begun |= plan.begins[cell];
      Row row = {name(f, swept.state.state), calendar(f, t)};
      put_belief(row, swept, b);
      row.emplace_back(words_of(f, swept, plan.begins[cell]));
      row.emplace_back(words_of(f, swept, plan.waited_begins[cell]));
      row.emplace_back(swept.central.points[b].at *
                       reliability_left(swept.central.one.ladder.rungs, begun));
      if (f.vary.facts)
        put_interval(row, swept.figures.estimate(at.same(t, b)), f.vary, kShare);
      else
        row.resize(row.size() + 3);
      table.row(std::move(row));
    }
  }
}

void put_share(Row& row, const HedgeFindings& f, const HedgeSwept& swept, std::size_t column) {
  if (f.vary.facts)
    put_interval(row, swept.figures.estimate(column), f.vary, kShare);
  else
    row.resize(row.size() + 3);
}

/// The highest belief at which something holds: over worlds, and with the tables.
void put_threshold(Row& row, const HedgeFindings& f, const HedgeSwept& swept,
                   const std::vector<double>& central, std::size_t value) {
  if (f.vary.facts && swept.figures.mean(value + 1) > 0)
    put(row, among(swept.rows, value, value + 1), f.vary, kShare);
  else
    row.resize(row.size() + 5);
  row.emplace_back();
  if (central[value + 1] != 0) row.back() = central[value];
}

void add_thresholds(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at = columns_of(swept);
  const std::vector<double> central = figures_of(swept.central, swept.central);
  const Begins own = begins_at(swept.central, kOwnBelief);
  for (std::size_t x = 0; x < at.options; ++x) {
    const auto begun =
        std::ranges::find_if(own, [&](solve::Programmes set) { return (set >> x & 1) != 0; });
    Row row = {name(f, swept.state.state), name(f, swept.state.options[x]->option),
               (swept.central.one.open >> x & 1) != 0};
    row.emplace_back();
    if (begun != own.end()) row.back() = calendar(f, static_cast<std::size_t>(begun - own.begin()));
    put_threshold(row, f, swept, central, at.in_plan(x));
    put_share(row, f, swept, at.own(x));
    table.row(std::move(row));
  }
}

void add_alone(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at = columns_of(swept);
  const std::vector<double> central = figures_of(swept.central, swept.central);
  for (std::size_t x = 0; x < at.options; ++x) {
    Row row = {name(f, swept.state.state), name(f, swept.state.options[x]->option)};
    put_threshold(row, f, swept, central, at.alone(x));
    put_share(row, f, swept, at.alone_ever(x));
    table.row(std::move(row));
  }
}

void add_values(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at = columns_of(swept);
  for (std::size_t b = 0; b < kBeliefs; ++b) {
    Row row = {name(f, swept.state.state)};
    put_belief(row, swept, b);
    row.emplace_back(-swept.central.nothing[b]);
    row.emplace_back(-swept.central.plan.value[b]);
    put(row, swept.figures.estimate(at.gain(b)), f.vary);
    put(row, swept.figures.estimate(at.gain_spend(b)), f.vary);
    table.row(std::move(row));
  }
}

void add_waiting(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const HedgeColumns at = columns_of(swept);
  const std::vector<double> central = figures_of(swept.central, swept.central);
  const auto add = [&](std::size_t b) {
    for (std::size_t w = 0; w < kPutOff.size(); ++w) {
      Row row = {name(f, swept.state.state)};
      put_belief(row, swept, b);
      row.emplace_back(static_cast<std::int64_t>(kPutOff[w]));
      row.emplace_back(central[at.put_off(w, b)]);
      put(row, swept.figures.estimate(at.put_off(w, b)), f.vary, kNotNegative);
      table.row(std::move(row));
    }
  };
  add(kOwnBelief);  // What is asked most stands first.
  for (std::size_t b = 0; b < kLatticeBeliefs; ++b) add(b);
}

void add_guarantor(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  const Guarded& s = swept.state;
  const HedgeCase& one = swept.central.one;
  const auto& exposure = one.ladder.exposure;
  Row row = {name(f, s.state), name(f, s.guarantor)};
  if (s.promise) {
    row.emplace_back(name(f, s.promise->agreement));
    row.emplace_back(name(f, s.promise->article));
    row.emplace_back(std::string(word(s.promise->duty)));
  } else {
    row.resize(row.size() + 3);
  }
  const auto& own = swept.central.points[kOwnBelief];
  for (const double value : {own.at, own.low, own.high}) row.emplace_back(value);
  row.emplace_back(s.player >= 0 && f.ground.asked.strengths_by_model
                       ? f.ground.players[static_cast<std::size_t>(s.player)].contingency
                       : std::string("assumed"));
  for (const double value : {exposure.lost_alone, exposure.lost_without, exposure.lost_with,
                             exposure.dependent_share, exposure.dependent_isr})
    row.emplace_back(value);
  row.emplace_back(static_cast<std::int64_t>(swept.central.plan.states));
  table.row(std::move(row));
}

void add_trade(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  if (!swept.without_trade) return;
  const HedgeSolved &with = swept.central, &without = *swept.without_trade;
  Row row = {name(f, swept.state.state),
             swept.state.player >= 0
                 ? f.ground.players[static_cast<std::size_t>(swept.state.player)].contingency
                 : std::string(),
             with.one.trade_at_risk, with.one.trade_cost};
  put(row, swept.figures.estimate(columns_of(swept).trade_cost()), f.vary, kNotNegative);
  const Begins plan = begins_at(with, kOwnBelief), other = begins_at(without, kOwnBelief);
  row.emplace_back(plan_words(f, swept, plan));
  row.emplace_back(plan_words(f, swept, other));
  row.emplace_back(plan != other);
  std::int64_t changed = 0;
  for (std::size_t b = 0; b < kLatticeBeliefs; ++b)
    changed += begins_at(with, b) != begins_at(without, b) ? 1 : 0;
  row.emplace_back(changed);
  for (const HedgeSolved* one : {&with, &without})
    row.emplace_back(less(one->plan.value[kOwnBelief], one->nothing[kOwnBelief]));
  table.row(std::move(row));
}

void put_range(Row& row, const world::Uncertain& range) {
  for (const double value : {range.value, range.low, range.high}) row.emplace_back(value);
}

std::string status_of(const world::Uncertain& range) {
  return range.assumption ? "assumption" : "published or derived";
}

void add_options(Table& table, const HedgeFindings& f, const HedgeSwept& swept) {
  for (std::size_t x = 0; x < swept.state.options.size(); ++x) {
    const world::HedgeOption& one = *swept.state.options[x];
    Row row = {name(f, swept.state.state), name(f, one.option)};
    put_range(row, one.cost);
    put_range(row, one.months);
    row.emplace_back(name(f, one.effect_on));
    put_range(row, one.effect);
    put_range(row, one.sanction);
    put_range(row, one.abandonment);
    row.emplace_back(one.builds_on ? name(f, one.builds_on) : std::string());
    row.emplace_back(name(f, one.gate));
    put_range(row, one.opinion);
    row.emplace_back(swept.state.stood_for ? name(f, swept.state.stood_for) : std::string());
    row.emplace_back(status_of(one.cost));
    row.emplace_back(name(f, one.source));
    row.emplace_back(status_of(one.opinion));
    row.emplace_back(name(f, one.opinion_source));
    row.emplace_back(one.note);
    table.row(std::move(row));
  }
}

void add_assumptions(Table& table, const HedgeFindings& f) {
  const auto add = [&](const card::Field& field, const world::Uncertain& range) {
    table.row({std::string(field.name), range.value, range.low, range.high, std::string(field.unit),
               std::string(field.source)});
  };
  const HedgeAsked& asked = f.ground.asked;
  const scenario::Plan& plan = f.ground.premises.plan;
  for (const auto& one : actors::hedge::kPremises) add(one.field, premise_range(f.ground, one));
  for (const auto& one : actors::kStakes)
    if (one.value == &actors::Stakes::loss || one.value == &actors::Stakes::cost ||
        one.value == &actors::Stakes::cost_patron || one.value == &actors::Stakes::nuclear_cost ||
        one.value == &actors::Stakes::status_quo)
      add(one.field, range_of(one.field, f.ground.premises.stakes.*one.value, plan));
  for (const auto& one : campaign::kAssumptions)
    if (one.value == &campaign::Assumptions::support_theta ||
        one.value == &campaign::Assumptions::ad_hoc_theta)
      add(one.field, range_of(one.field, f.ground.premises.campaign.*one.value, plan));
  for (const auto& one : domestic::kGates)
    if (bears(one)) add(one.field, range_of(one.field, asked.gates.*one.value, plan));
  for (const auto& one : domestic::kMovers)
    if (one.value == &domestic::Movers::threat)
      add(one.field, range_of(one.field, asked.movers.*one.value, plan));
  if (!asked.trade) return;
  add(kTradeYears, range_of(kTradeYears, asked.trade_years, plan));
  actors::CommerceTerms terms;
  campaign::assume_all(actors::kCommerceTerms, terms, plan);
  for (const actors::CommerceTerm& one : actors::kCommerceTerms)
    if (one.value == &actors::CommerceTerms::openness ||
        one.value == &actors::CommerceTerms::trade_gdp)
      add(one.field, range_of(one.field, terms.*one.value, plan));
}

}  // namespace

std::string words_of(const HedgeFindings& f, const HedgeSwept& swept, solve::Programmes set) {
  std::string words;
  for (std::size_t x = 0; x < swept.state.options.size(); ++x)
    if ((set >> x & 1) != 0)
      words += (words.empty() ? "" : "+") + name(f, swept.state.options[x]->option);
  return words;
}

std::string plan_words(const HedgeFindings& f, const HedgeSwept& swept, const Begins& begins) {
  std::string words;
  for (std::size_t t = 0; t < begins.size(); ++t)
    if (begins[t] != 0)
      words += (words.empty() ? "" : ", ") + std::to_string(calendar(f, t)) + " " +
               words_of(f, swept, begins[t]);
  return words.empty() ? "nothing" : words;
}

void open_tables(Record& record, const HedgeFindings& f) {
  for (const card::TableSpec& spec : hedge_tables()) record.table(spec);
  add_assumptions(record.tables[record.tables.size() - 2], f);  // Before `trade`.
}

void add_state(Record& record, const HedgeFindings& f, const HedgeSwept& swept) {
  auto table = record.tables.begin();
  for (const auto& add :
       {add_policy, add_thresholds, add_alone, add_values, add_waiting, add_regret, add_alliance,
        add_accommodation, add_gates, add_guarantor, add_options})
    add(*table++, f, swept);
  add_trade(*++table, f, swept);  // After the assumptions.
}

}  // namespace entente::analysis
