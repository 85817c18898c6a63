// National Material Capabilities, and the major powers.
#include <algorithm>
#include <limits>

#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr std::string_view kNmc[] = {"nmc"};
constexpr std::string_view kMajors[] = {"major_spell"};

Result<Cells> of(Sources& sources, const Cells* (*chosen)(const Capabilities&)) {
  const auto all = sources.capabilities();
  if (!all) return all.error();
  return *chosen(**all);
}

template <std::size_t At>
Result<Cells> component(Sources& sources) {
  return of(sources, [](const Capabilities& all) { return &all.components[At]; });
}

/// The published spells are cut off at their last year.
Result<Cells> majors(Sources& sources) {
  const std::string_view names[] = {"ccode", "styear", "endyear"};
  const auto rows = sources.read("major_spell", names);
  if (!rows) return rows.error();
  const auto& ends = (*rows)->whole("endyear");
  const std::int64_t last = ends.empty() ? 0 : *std::ranges::max_element(ends);
  Cells cells = sources.states_between(sources.members().first(), last);
  for (std::size_t i = 0; i < (*rows)->rows; ++i)
    for (std::int64_t year =
             std::max<std::int64_t>((*rows)->whole("styear")[i], sources.members().first());
         year <= ends[i]; ++year)
      if (const auto at = sources.members().state_row(year, (*rows)->whole("ccode")[i]); at >= 0)
        cells[static_cast<std::size_t>(at)] = 1;
  return cells;
}

constexpr Variable kVariables[] = {
    {.name = "cinc",
     .help = "Index of capability, recomputed from the components by the published rule.",
     .states = {[](Sources& s) { return of(s, [](const Capabilities& c) { return &c.cinc; }); },
                kNmc}},
    {.name = "cinc_published",
     .help = "Index of capability as published.",
     .states = {[](Sources& s) {
                  return of(s, [](const Capabilities& c) { return &c.published; });
                },
                kNmc}},
    {.name = "irst",
     .unit = "thousand tons",
     .help = "Production of iron and steel.",
     .states = {component<2>, kNmc}},
    {.name = "milex",
     .unit = "thousand pounds to 1913, then thousand current dollars",
     .help = "Military spending.",
     .states = {component<0>, kNmc}},
    {.name = "milper",
     .unit = "thousand",
     .help = "Military personnel.",
     .states = {component<1>, kNmc}},
    {.name = "pec",
     .unit = "thousand tons of coal",
     .help = "Consumption of energy.",
     .states = {component<3>, kNmc}},
    {.name = "tpop", .unit = "thousand", .help = "Population.", .states = {component<4>, kNmc}},
    {.name = "upop",
     .unit = "thousand",
     .help = "Population of large cities.",
     .states = {component<5>, kNmc}},
    {.name = "major_power",
     .help = "1 where the state was a major power on some day of the year.",
     .whole = true,
     .states = {majors, kMajors}},
};

}  // namespace

std::span<const Variable> capability_variables() { return kVariables; }

}  // namespace entente::panel
