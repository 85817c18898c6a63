#include "analysis/panel/rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/name.h"

namespace entente::analysis {
namespace {

using entente::panel::Cells;
using entente::panel::Members;
using entente::panel::Sources;
using entente::panel::Variable;

/// Calls `take(year, place a, place b)` for every row of pairs, in order.
template <class Take>
void each_pair(const Members& members, bool directed, const Take& take) {
  for (int year = members.first(); year <= members.last(); ++year) {
    const std::size_t n = members.in(year).size();
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = directed ? 0 : a + 1; b < n; ++b)
        if (a != b) take(year, a, b);
  }
}

card::Packed packed(const Cells& cells, bool whole) {
  if (!whole) return card::PackedNumbers{cells};
  card::PackedIntegers column;
  column.cells.reserve(cells.size());
  for (const double cell : cells)
    column.cells.push_back(std::isnan(cell) ? card::PackedIntegers::kNone
                                            : static_cast<std::int64_t>(std::llround(cell)));
  return column;
}

/// Ids of the members of all years as words, with the place of each by row of states.
card::PackedTexts names_by_state(const Members& members, const world::World& world) {
  const entente::panel::StateNames names(world);
  card::PackedTexts column;
  std::map<std::string, std::uint32_t> places;
  for (int year = members.first(); year <= members.last(); ++year)
    for (const std::string& name : names.of_all(members.in(year), year)) {
      const auto next = static_cast<std::uint32_t>(column.words.size());
      const auto [place, fresh] = places.try_emplace(name, next);
      if (fresh) column.words.push_back(name);
      column.cells.push_back(place->second);
    }
  return column;
}

/// Rows of states as the `a` or the `b` of rows of pairs.
template <class Cell>
std::vector<Cell> of_side(const std::vector<Cell>& states, const Members& members, bool directed,
                          bool second) {
  std::vector<Cell> cells;
  cells.reserve(members.pairs(directed));
  each_pair(members, directed, [&](int year, std::size_t a, std::size_t b) {
    const auto row = members.state_row(year, members.in(year)[second ? b : a]);
    cells.push_back(states[static_cast<std::size_t>(row)]);
  });
  return cells;
}

std::vector<PanelColumn> keys_of_states(const Sources& sources, const world::World& world) {
  card::PackedIntegers numbers, years;
  for (int year = sources.members().first(); year <= sources.members().last(); ++year)
    for (const int number : sources.members().in(year)) {
      numbers.cells.push_back(number);
      years.cells.push_back(year);
    }
  return {{{"state", "", "The state, by its id in the library."},
           names_by_state(sources.members(), world),
           ""},
          {{"ccode", "", "Its Correlates of War number."}, std::move(numbers), "system_year"},
          {{"year", "", "The year."}, std::move(years), ""}};
}

std::vector<PanelColumn> keys_of_pairs(const Sources& sources, const world::World& world) {
  const Members& members = sources.members();
  const card::PackedTexts names = names_by_state(members, world);
  card::PackedIntegers a, b, years;
  each_pair(members, sources.directed(), [&](int year, std::size_t i, std::size_t j) {
    a.cells.push_back(members.in(year)[i]);
    b.cells.push_back(members.in(year)[j]);
    years.cells.push_back(year);
  });
  const auto side = [&](bool second) {
    return card::PackedTexts{names.words,
                             of_side(names.cells, members, sources.directed(), second)};
  };
  const bool directed = sources.directed();
  return {
      {{"state_a", "", directed ? "The state that promises, imports, ...: a." : "One state: a."},
       side(false),
       ""},
      {{"state_b", "", "The other state: b."}, side(true), ""},
      {{"ccode_a", "", "Correlates of War number of a."}, std::move(a), "system_year"},
      {{"ccode_b", "", "Correlates of War number of b."}, std::move(b), "system_year"},
      {{"year", "", "The year."}, std::move(years), ""}};
}

Result<std::vector<PanelColumn>> keys_of_alliances(Sources& sources) {
  const auto rows = sources.alliances();
  if (!rows) return rows.error();
  card::PackedIntegers ids, years;
  for (const auto& row : **rows) {
    ids.cells.push_back(row.atopid);
    years.cells.push_back(row.year);
  }
  return std::vector<PanelColumn>{
      {{"atopid", "", "The alliance, by its number."}, std::move(ids), "atop_phase"},
      {{"year", "", "The year."}, std::move(years), ""}};
}

void add(std::vector<PanelColumn>& columns, const Variable& variable, const Cells& cells,
         const std::string& ending, const std::string& source) {
  const std::string of = ending.empty() ? "" : ending == "_a" ? " Of a." : " Of b.";
  columns.push_back({{std::string(variable.name) + ending, std::string(variable.unit),
                      std::string(variable.help) + of},
                     packed(cells, variable.whole),
                     source});
}

}  // namespace

Chosen way_of(const Variable& variable, Unit unit) {
  const auto usable = [](const entente::panel::Way& way) {
    return way.fill == nullptr ? nullptr : &way;
  };
  if (unit == Unit::alliance_year) return {usable(variable.alliances), false};
  if (unit == Unit::state_year) return {usable(variable.states), true};
  if (variable.pairs.fill != nullptr) return {&variable.pairs, false};
  return {usable(variable.states), true};
}

std::vector<std::string_view> tables_of(const PanelAsked& asked) {
  std::set<std::string_view> tables = {"system_year"};
  if (asked.unit == Unit::alliance_year) tables.insert("atop_phase");
  for (const Variable* variable : asked.variables)
    if (const Chosen chosen = way_of(*variable, asked.unit); chosen.way != nullptr)
      tables.insert(chosen.way->tables.begin(), chosen.way->tables.end());
  return {tables.begin(), tables.end()};
}

Result<std::vector<PanelColumn>> make_columns(const PanelAsked& asked, Sources& sources,
                                              const world::World& world) {
  std::vector<PanelColumn> columns;
  if (asked.unit == Unit::alliance_year) {
    auto keys = keys_of_alliances(sources);
    if (!keys) return keys;
    columns = std::move(keys).value();
  } else {
    columns = asked.unit == Unit::state_year ? keys_of_states(sources, world)
                                             : keys_of_pairs(sources, world);
  }
  for (const Variable* variable : asked.variables) {
    const auto [way, of_states] = way_of(*variable, asked.unit);
    const auto cells = way->fill(sources);
    if (!cells) return cells.error();
    std::vector<std::string> tables(way->tables.begin(), way->tables.end());
    const std::string source = join(tables, ", ");
    if (asked.unit == Unit::dyad_year && of_states) {
      for (const bool second : {false, true})
        add(columns, *variable, of_side(*cells, sources.members(), sources.directed(), second),
            second ? "_b" : "_a", source);
    } else {
      add(columns, *variable, *cells, "", source);
    }
    if (stopped(sources.run())) throw Cancelled();
  }
  return columns;
}

}  // namespace entente::analysis
