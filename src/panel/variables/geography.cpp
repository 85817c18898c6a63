// Contiguity and distance.
#include <algorithm>

#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr std::string_view kContiguity[] = {"contiguity_spell"};
constexpr std::string_view kDistance[] = {"distance_dyad_year"};

/// Spells by day; the closest contiguity of a year counts. The spells are cut off at their last
/// day.
Result<Cells> contiguity(Sources& sources) {
  const std::string_view names[] = {"ccode1", "ccode2", "conttype", "stdate", "enddate"};
  const auto rows = sources.read("contiguity_spell", names);
  if (!rows) return rows.error();
  const auto& kinds = (*rows)->whole("conttype");
  const auto& ends = (*rows)->text("enddate");
  std::int64_t last = 0;
  for (const std::string& end : ends) last = std::max(last, year_of_day(end));
  Cells cells = sources.pairs_between(sources.members().first(), last);
  // Kinds run from 1 (land) to 5 (far over water): the largest of 6 - kind is the closest.
  const Asked how{.fold = Fold::largest};
  for (std::size_t i = 0; i < (*rows)->rows; ++i) {
    if (kinds[i] < 1) continue;
    const std::int64_t first =
        std::max<std::int64_t>(year_of_day((*rows)->text("stdate")[i]), sources.members().first());
    for (std::int64_t year = first; year <= year_of_day(ends[i]); ++year)
      sources.put(cells, year, (*rows)->whole("ccode1")[i], (*rows)->whole("ccode2")[i],
                  static_cast<double>(6 - kinds[i]), how);
  }
  for (double& cell : cells)
    if (cell > 0) cell = 6 - cell;
  return cells;
}

constexpr Variable kVariables[] = {
    {.name = "contiguity",
     .help = "1 land, 2 to 5 up to 12, 24, 150 and 400 miles of water, 0 none; the closest of the "
             "year.",
     .whole = true,
     .pairs = {contiguity, kContiguity}},
    {.name = "distance",
     .unit = "km",
     .help = "Least distance between the two territories.",
     .pairs = {[](Sources& s) {
                 return s.by_pair({.table = "distance_dyad_year",
                                   .value = "mindist",
                                   .order = Order::symmetric});
               },
               kDistance}},
};

}  // namespace

std::span<const Variable> geography_variables() { return kVariables; }

}  // namespace entente::panel
