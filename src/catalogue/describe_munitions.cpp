/// What the library says of munitions: classes, stocks, use in contingencies, joint production.
#include <algorithm>

#include "catalogue/describe.h"
#include "scenario/toml_text.h"

namespace entente::catalogue {
namespace {

using card::Column;
using card::TableSpec;
using card::Value;
using world::Uncertain;

constexpr Column kStockColumns[] = {
    {"holder", "", "Who has them: a state, or a group that holds together."},
    {"munition", "", "The class of munitions."},
    {"stock", "rounds", "What there is."},
    {"stock_low", "rounds", "The least it may be."},
    {"stock_high", "rounds", "The most it may be."},
    {"output", "rounds a month", "What is made."},
    {"output_low", "rounds a month", "The least it may be."},
    {"output_high", "rounds a month", "The most it may be."},
    {"target", "rounds a month", "What is to be made."},
    {"by", "", "By when."},
    {"use_low", "rounds a day", "Use at low intensity."},
    {"use_high", "rounds a day", "Use at high intensity."},
    {"status", "", "Of the stock: assumption, or published or derived."},
    {"confidence", "", "Of the stock: A, B or C."},
    {"stock_source", "", "Where the stock comes from."},
    {"output_source", "", "Where the output comes from."},
};
constexpr TableSpec kStocks{"stocks", "Stocks of munitions and what is made of them.",
                            kStockColumns};

constexpr Column kComponentColumns[] = {
    {"holder", "", "Who makes it."},  {"munition", "", "For which munition."},
    {"component", "", "What it is."}, {"output", "rounds a month", "For so many rounds."},
    {"year", "", "Of the figure."},   {"source", "", "Where it comes from."},
};
constexpr TableSpec kComponents{"components", "Components that are counted by themselves.",
                                kComponentColumns};

constexpr Column kUseColumns[] = {
    {"contingency", "", "What is answered."},
    {"munition", "", "The class of munitions."},
    {"per_day", "rounds a day", "What is used from the first day."},
    {"low", "rounds a day", "The least it may be."},
    {"high", "rounds a day", "The most it may be."},
    {"days", "days", "How long the rate is said to hold."},
    {"half_life", "days", "In how many days the use halves, where that is said."},
    {"status", "", "Assumption, or published or derived."},
    {"confidence", "", "A, B or C."},
    {"source", "", "Where it comes from."},
};
constexpr TableSpec kUse{"munition_use", "Munitions that contingencies use.", kUseColumns};

constexpr Column kTieColumns[] = {
    {"from", "", "Who began it."},
    {"to", "", "With whom."},
    {"munitions", "", "What they make together."},
    {"since", "", "From when."},
    {"strength", "share", "What either side may send the other of its output."},
    {"source", "", "Where it comes from."},
};
constexpr TableSpec kTies{"coproduction", "Who makes munitions together.", kTieColumns};

std::string status(const Uncertain& value) {
  return value.assumption ? "assumption" : "published or derived";
}

/// A number that may be absent.
Value maybe(const std::optional<Uncertain>& value) { return value ? Value(value->value) : Value(); }

/// A use that is not said stands as 0.
Value unless_zero(double value) { return value > 0 ? Value(value) : Value(); }

void add_stock(Description& out, const world::MunitionStock& one, card::Table& stocks) {
  stocks.row({out.text(one.holder), out.text(one.munition), one.stock.value, one.stock.low,
              one.stock.high, one.production.value, one.production.low, one.production.high,
              maybe(one.target), one.target ? to_text(one.target_by) : "",
              unless_zero(one.use_low.value), unless_zero(one.use_high.value), status(one.stock),
              std::string(1, one.stock.confidence), out.text(one.stock_source),
              out.text(one.production_source)});
}

template <class Which>
void add_stocks_where(Description& out, Which which) {
  const auto& all = out.library.world.munition_stocks;
  if (std::ranges::none_of(all, which)) return;
  card::Table& stocks = out.record.table(kStocks);
  for (const world::MunitionStock& one : all)
    if (which(one)) add_stock(out, one, stocks);
  card::Table components;
  for (const world::MunitionStock& one : all)
    if (which(one))
      for (const world::Component& part : one.components)
        components.rows.push_back({out.text(one.holder), out.text(one.munition),
                                   out.text(part.name), part.month.value,
                                   static_cast<std::int64_t>(part.year), out.text(part.source)});
  if (!components.rows.empty()) out.record.table(kComponents).rows = std::move(components.rows);
}

template <class Which>
void add_use_where(Description& out, Which which) {
  const auto& all = out.library.world.munition_uses;
  if (std::ranges::none_of(all, which)) return;
  card::Table& table = out.record.table(kUse);
  for (const world::MunitionUse& one : all)
    if (which(one))
      table.row({out.text(one.contingency), out.text(one.munition), one.per_day.value,
                 one.per_day.low, one.per_day.high, maybe(one.days), maybe(one.half_life),
                 status(one.per_day), std::string(1, one.per_day.confidence),
                 out.text(one.source)});
}

template <class Which>
void add_ties_where(Description& out, Which which) {
  const auto& all = out.library.world.coproductions;
  if (std::ranges::none_of(all, which)) return;
  card::Table& table = out.record.table(kTies);
  for (const world::Coproduction& one : all)
    if (which(one))
      table.row({out.text(one.from), out.text(one.to), out.texts(one.munitions), to_text(one.since),
                 one.strength.value, out.text(one.source)});
}

std::string plain(const Uncertain& value) {
  std::string text = scenario::number_text(value.value);
  if (value.low < value.high)
    text +=
        " (" + scenario::number_text(value.low) + " to " + scenario::number_text(value.high) + ")";
  return text;
}

}  // namespace

void describe_munition(Description& out) {
  const world::World& world = out.library.world;
  const Symbol id = world.symbols.find(out.name);
  const auto found = std::ranges::find(world.munitions, id, &world::Munition::id);
  if (!id || found == world.munitions.end()) return;
  out.found.push_back("the munition: " + found->name);
  out.say("munition", "name", found->name);
  out.say("munition", "definition", found->definition);
  out.say("munition", "unit", found->unit);
  out.say("munition", "fired by", out.texts(found->fired_by));
  out.say("munition", "bottleneck", found->bottleneck);
  const auto say = [&](std::string_view key, const Uncertain& value, std::string_view unit) {
    if (value.high > 0) out.say("munition", key, plain(value), unit, "library/munition_terms.csv");
  };
  say("unit cost", found->unit_cost, "m USD of 2025 a round");
  say("lead time", found->lead_months, "months");
  say("learning rate", found->learning_rate, "fall of cost per doubling of output");
  say("export approval", found->approval_months, "months");
  out.say_source("munition", {found->source, found->confidence, ""});
  add_stocks_where(out, [&](const auto& one) { return one.munition == id; });
  add_use_where(out, [&](const auto& one) { return one.munition == id; });
  add_ties_where(out, [&](const world::Coproduction& one) {
    return std::ranges::find(one.munitions, id) != one.munitions.end();
  });
}

void add_stocks(Description& out, Symbol holder) {
  add_stocks_where(out, [&](const auto& one) { return one.holder == holder; });
  add_ties_where(out, [&](const auto& one) { return one.from == holder || one.to == holder; });
}

void add_munition_use(Description& out, Symbol contingency) {
  add_use_where(out, [&](const auto& one) { return one.contingency == contingency; });
}

}  // namespace entente::catalogue
