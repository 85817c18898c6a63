/// What a state may do about doubt in its guarantor, as the library has it.
#include <algorithm>

#include "catalogue/describe.h"

namespace entente::catalogue {
namespace {

using card::Column;
using card::Value;

constexpr Column kColumns[] = {
    {"option", "", "A rung of the ladder of `hedge`."},
    {"of", "", "Whose row it is: the state, or the class that stands for it."},
    {"available", "", "Whether it is practical; the note says why not."},
    {"cost", "% of GDP a year", "From the decision on."},
    {"cost_low", "% of GDP a year", "The least it may be."},
    {"cost_high", "% of GDP a year", "The most it may be."},
    {"lead", "months", "Until it has its effect."},
    {"lead_low", "months", "The least it may be."},
    {"lead_high", "months", "The most it may be."},
    {"effect_on", "", "What it changes."},
    {"effect", "share", "By so much."},
    {"effect_low", "share", "The least it may be."},
    {"effect_high", "share", "The most it may be."},
    {"gate", "", "What kind of decision it is at home."},
    {"needed", "share", "Support that it needs."},
    {"opinion", "share", "Support that it has."},
    {"opinion_low", "share", "The least it may be."},
    {"opinion_high", "share", "The most it may be."},
    {"source", "", "Where cost, lead and effect come from."},
    {"opinion_source", "", "Where the support comes from."},
    {"note", "", "What else a reader should know."},
};
constexpr card::TableSpec kOptions{"hedge_options", "What it may do about doubt in its guarantor.",
                                   kColumns};

void put(std::vector<Value>& row, const world::Uncertain& number) {
  row.insert(row.end(), {Value(number.value), Value(number.low), Value(number.high)});
}

}  // namespace

void add_hedge_options(Description& out, Symbol state) {
  const auto& all = out.library.world.hedge_options;
  // Rows of its own go before those of its class.
  const bool own = std::ranges::find(all, state, &world::HedgeOption::state) != all.end();
  const auto meant = [&](const world::HedgeOption& one) {
    return own ? one.state == state : std::ranges::find(one.members, state) != one.members.end();
  };
  if (std::ranges::none_of(all, meant)) return;
  card::Table& table = out.record.table(kOptions);
  for (const world::HedgeOption& one : all) {
    if (!meant(one)) continue;
    std::vector<Value> row{out.text(one.option), out.text(one.state), one.available};
    put(row, one.cost);
    put(row, one.months);
    row.emplace_back(out.text(one.effect_on));
    put(row, one.effect);
    row.emplace_back(out.text(one.gate));
    row.emplace_back(one.gate_needed);
    put(row, one.opinion);
    row.emplace_back(out.text(one.source));
    row.emplace_back(out.text(one.opinion_source));
    row.emplace_back(one.note);
    table.row(std::move(row));
  }
}

}  // namespace entente::catalogue
