// Regimes, ideal points, rivalry, troops and defence cooperation.
#include <algorithm>
#include <cmath>
#include <limits>

#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kRegime[] = {"regime_year"};
constexpr std::string_view kIdeal[] = {"ideal_point"};
constexpr std::string_view kRivalry[] = {"rivalry_spell"};
constexpr std::string_view kTroops[] = {"troops_year"};
constexpr std::string_view kDca[] = {"dca_agreement"};

Result<Cells> regime(Sources& sources, std::string_view value) {
  return sources.by_state({.table = "regime_year", .value = value});
}

Result<Cells> ideal_points(Sources& sources) {
  return sources.by_state({.table = "ideal_point", .value = "idealpointall"});
}

Result<Cells> ideal_distance(Sources& sources) {
  auto points = ideal_points(sources);
  if (!points) return points;
  const Members& members = sources.members();
  Cells cells(members.pairs(sources.directed()), kNothing);
  for (int year = members.first(); year <= members.last(); ++year)
    for (const int a : members.in(year))
      for (const int b : members.in(year)) {
        const auto row = members.pair_row(year, a, b, sources.directed());
        if (row < 0 || (b < a && !sources.directed())) continue;
        const auto at = [&](int state) {
          return (*points)[static_cast<std::size_t>(members.state_row(year, state))];
        };
        cells[static_cast<std::size_t>(row)] = std::abs(at(a) - at(b));
      }
  return cells;
}

/// Of the newest list in the database; it is cut off at its last year.
Result<Cells> rivalry(Sources& sources) {
  const std::string_view names[] = {"ccode1", "ccode2", "styear", "endyear"};
  const auto rows =
      sources.read("rivalry_spell", names, "version = (SELECT max(version) FROM rivalry_spell)");
  if (!rows) return rows.error();
  const auto& ends = (*rows)->whole("endyear");
  const std::int64_t last = ends.empty() ? 0 : *std::ranges::max_element(ends);
  Cells cells = sources.pairs_between(sources.members().first(), last);
  const Asked how{.fold = Fold::largest, .order = Order::symmetric};
  for (std::size_t i = 0; i < (*rows)->rows; ++i)
    for (std::int64_t year =
             std::max<std::int64_t>((*rows)->whole("styear")[i], sources.members().first());
         year <= ends[i]; ++year)
      sources.put(cells, year, (*rows)->whole("ccode1")[i], (*rows)->whole("ccode2")[i], 1, how);
  return cells;
}

/// From the year an agreement enters into force (or is signed) to the year it is thought to end.
Result<Cells> cooperation(Sources& sources) {
  const std::string_view names[] = {"ccode1", "ccode2", "signyear", "eifyear", "endyearestimate"};
  const auto rows = sources.read("dca_agreement", names);
  if (!rows) return rows.error();
  const auto& ends = (*rows)->whole("endyearestimate");
  const std::int64_t last = ends.empty() ? 0 : *std::ranges::max_element(ends);
  Cells cells = sources.pairs_between(1980, last);
  const Asked how{.fold = Fold::sum, .order = Order::symmetric};
  for (std::size_t i = 0; i < (*rows)->rows; ++i) {
    std::int64_t first = (*rows)->whole("eifyear")[i];
    if (first == history::kMissing) first = (*rows)->whole("signyear")[i];
    if (first == history::kMissing) continue;
    for (std::int64_t year = first; year <= ends[i]; ++year)
      sources.put(cells, year, (*rows)->whole("ccode1")[i], (*rows)->whole("ccode2")[i], 1, how);
  }
  return cells;
}

constexpr Variable kVariables[] = {
    {.name = "cooperation_agreements",
     .help = "How many defence cooperation agreements the two have.",
     .whole = true,
     .pairs = {cooperation, kDca}},
    {.name = "democracy",
     .help = "Unified democracy score, extended.",
     .states = {[](Sources& s) { return regime(s, "euds"); }, kRegime}},
    {.name = "ideal_point",
     .help = "Ideal point in the General Assembly: higher is nearer the liberal order.",
     .states = {ideal_points, kIdeal}},
    {.name = "ideal_point_distance",
     .help = "Distance of the two ideal points.",
     .pairs = {ideal_distance, kIdeal}},
    {.name = "polity",
     .help = "Polity score (polity2), -10 to 10.",
     .whole = true,
     .states = {[](Sources& s) { return regime(s, "polity2"); }, kRegime}},
    {.name = "polyarchy",
     .help = "Electoral democracy (V-Dem), 0 to 1.",
     .states = {[](Sources& s) { return regime(s, "v2x_polyarchy"); }, kRegime}},
    {.name = "rivalry",
     .help = "1 where the two are strategic rivals.",
     .whole = true,
     .pairs = {rivalry, kRivalry}},
    {.name = "us_troops",
     .help = "American troops in the state; where it stands under several names, their sum.",
     .whole = true,
     .states = {[](Sources& s) {
                  return s.by_state({.table = "troops_year",
                                     .value = "troops",
                                     .fold = Fold::sum,
                                     .where = "version = (SELECT max(version) FROM troops_year)"});
                },
                kTroops}},
};

}  // namespace

std::span<const Variable> politics_variables() { return kVariables; }

}  // namespace entente::panel
