// Product, population and trade.
#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr std::string_view kEconomy[] = {"economy_year"};
constexpr std::string_view kTradeOfStates[] = {"trade_state_year"};
constexpr std::string_view kTradeOfPairs[] = {"trade_dyad_year"};

Result<Cells> economy(Sources& sources, std::string_view value) {
  return sources.by_state({.table = "economy_year", .value = value});
}

Result<Cells> trade(Sources& sources, std::string_view value) {
  return sources.by_state({.table = "trade_state_year", .value = value});
}

/// A flow belongs to its direction: imports of a from b are no imports of b.
Result<Cells> flow(Sources& sources, std::string_view value) {
  return sources.by_pair({.table = "trade_dyad_year", .value = value, .order = Order::first});
}

constexpr Variable kVariables[] = {
    {.name = "exports",
     .unit = "million current dollars",
     .help = "Exports of the state; of a pair: what b imports from a.",
     .states = {[](Sources& s) { return trade(s, "exports"); }, kTradeOfStates},
     .pairs = {[](Sources& s) { return flow(s, "flow2"); }, kTradeOfPairs}},
    {.name = "gdp",
     .unit = "million 2017 international dollars",
     .help = "Product, as estimated.",
     .states = {[](Sources& s) { return economy(s, "pwtrgdp"); }, kEconomy}},
    {.name = "gdp_per_capita",
     .unit = "2011 international dollars",
     .help = "Product per head, as estimated.",
     .states = {[](Sources& s) { return economy(s, "mrgdppc"); }, kEconomy}},
    {.name = "imports",
     .unit = "million current dollars",
     .help = "Imports of the state; of a pair: what a imports from b.",
     .states = {[](Sources& s) { return trade(s, "imports"); }, kTradeOfStates},
     .pairs = {[](Sources& s) { return flow(s, "flow1"); }, kTradeOfPairs}},
    {.name = "population",
     .unit = "million",
     .help = "Population, as estimated.",
     .states = {[](Sources& s) { return economy(s, "pwtpop"); }, kEconomy}},
};

}  // namespace

std::span<const Variable> economy_variables() { return kVariables; }

}  // namespace entente::panel
