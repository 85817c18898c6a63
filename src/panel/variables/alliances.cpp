// Alliance Treaty Obligations and Provisions: who promised what.
#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "panel/portfolios.h"
#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kDirected[] = {"atop_directed"};
constexpr std::string_view kStateYear[] = {"atop_state_year"};
constexpr std::string_view kPhase[] = {"atop_phase"};
constexpr std::string_view kMember[] = {"atop_member"};
constexpr std::string_view kMemberAndPhase[] = {"atop_member", "atop_phase"};
constexpr std::string_view kStrength[] = {"atop_member", "atop_phase", "nmc"};

Result<Cells> by_pair(Sources& sources, std::string_view column) {
  return sources.by_pair(
      {.table = "atop_directed", .value = column, .fold = Fold::largest, .zero = true});
}

Result<Cells> by_state(Sources& sources, std::string_view column) {
  return sources.by_state({.table = "atop_state_year",
                           .value = column,
                           .fold = Fold::largest,
                           .zero = true,
                           .state = "state"});
}

/// Of the phases of an alliance in force in a year: whether any holds the obligation.
Result<Cells> by_alliance(Sources& sources, std::string_view column) {
  const auto rows = sources.alliances();
  if (!rows) return rows.error();
  const std::string_view names[] = {"atopid", "begyr", "endyr", column};
  const auto phases = sources.read("atop_phase", names);
  if (!phases) return phases.error();
  Cells cells((*rows)->size(), 0);
  const Cells set = numbers_of(**phases, column);
  for (std::size_t i = 0; i < (*phases)->rows; ++i) {
    std::int64_t end = (*phases)->whole("endyr")[i];
    if (end == history::kMissing) end = kLastOfAtop;
    end = std::min<std::int64_t>(end, sources.members().last());
    for (std::int64_t year = (*phases)->whole("begyr")[i]; year <= end; ++year) {
      const std::ptrdiff_t at = sources.alliance_row((*phases)->whole("atopid")[i], year);
      if (at >= 0 && set[i] == 1) cells[static_cast<std::size_t>(at)] = 1;
    }
  }
  return cells;
}

/// Any promise at all between two states: a row of the table, whoever owes.
Result<Cells> any_by_pair(Sources& sources) {
  auto cells = by_pair(sources, "atop_consul");
  if (!cells) return cells;
  const std::string_view names[] = {"ccode1", "ccode2", "year", "atop_consul"};
  const auto rows = sources.read("atop_directed", names);
  if (!rows) return rows.error();
  const Asked how{.fold = Fold::largest, .order = Order::symmetric};
  for (std::size_t i = 0; i < (*rows)->rows; ++i)
    sources.put(cells.value(), (*rows)->whole("year")[i], (*rows)->whole("ccode1")[i],
                (*rows)->whole("ccode2")[i], 1, how);
  return cells;
}

/// Years of membership by alliance and state, each once.
using Membership = std::map<std::int64_t, std::map<std::int64_t, std::vector<std::int64_t>>>;

Result<Membership> membership(Sources& sources) {
  const std::string_view names[] = {"atopid", "member", "yrent", "yrexit"};
  const auto rows = sources.read("atop_member", names);
  if (!rows) return rows.error();
  Membership found;
  for (std::size_t i = 0; i < (*rows)->rows; ++i) {
    std::int64_t end = (*rows)->whole("yrexit")[i];
    if (end == history::kMissing) end = kLastOfAtop;
    end = std::min<std::int64_t>(end, sources.members().last());
    auto& years = found[(*rows)->whole("atopid")[i]][(*rows)->whole("member")[i]];
    for (std::int64_t year =
             std::max<std::int64_t>((*rows)->whole("yrent")[i], sources.members().first());
         year <= end; ++year)
      years.push_back(year);
  }
  for (auto& [id, members] : found)
    for (auto& [member, years] : members) {
      std::ranges::sort(years);
      years.erase(std::unique(years.begin(), years.end()), years.end());
    }
  return found;
}

/// In how many alliances two states are together.
Result<Cells> shared_by_pair(Sources& sources) {
  const auto all = membership(sources);
  if (!all) return all.error();
  Cells cells = sources.pairs_between(sources.members().first(), kLastOfAtop);
  const Asked how{.fold = Fold::sum, .order = Order::symmetric};
  std::vector<std::int64_t> both;
  for (const auto& [id, members] : *all)
    for (auto a = members.begin(); a != members.end(); ++a)
      for (auto b = std::next(a); b != members.end(); ++b) {
        both.clear();
        std::ranges::set_intersection(a->second, b->second, std::back_inserter(both));
        for (const std::int64_t year : both) sources.put(cells, year, a->first, b->first, 1, how);
      }
  return cells;
}

Result<Cells> members_by_alliance(Sources& sources) {
  const auto rows = sources.alliances();
  if (!rows) return rows.error();
  const auto all = membership(sources);
  if (!all) return all.error();
  Cells cells((*rows)->size(), 0);
  for (const auto& [id, members] : *all)
    for (const auto& [member, years] : members)
      for (const std::int64_t year : years)
        if (const auto at = sources.alliance_row(id, year); at >= 0)
          cells[static_cast<std::size_t>(at)] += 1;
  return cells;
}

/// The sum of the indices of capability of the members that have one.
Result<Cells> strength_by_alliance(Sources& sources) {
  const auto rows = sources.alliances();
  if (!rows) return rows.error();
  const auto all = membership(sources);
  if (!all) return all.error();
  const auto strengths = sources.capabilities();
  if (!strengths) return strengths.error();
  Cells cells((*rows)->size(), kNothing);
  for (const auto& [id, members] : *all)
    for (const auto& [member, years] : members)
      for (const std::int64_t year : years) {
        const auto at = sources.alliance_row(id, year);
        const auto state = sources.members().state_row(year, member);
        if (at < 0 || state < 0) continue;
        const double strength = (*strengths)->cinc[static_cast<std::size_t>(state)];
        double& cell = cells[static_cast<std::size_t>(at)];
        if (strength == strength) cell = cell == cell ? cell + strength : strength;
      }
  return cells;
}

constexpr Variable kVariables[] = {
    {.name = "alliance",
     .help = "1 where an alliance of any kind joins the two, or the state has one.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "atopally"); }, kStateYear},
     .pairs = {any_by_pair, kDirected}},
    {.name = "alliance_cinc",
     .help = "The sum of the members' indices of capability.",
     .alliances = {strength_by_alliance, kStrength}},
    {.name = "alliance_members",
     .help = "How many states were members on some day of the year.",
     .whole = true,
     .alliances = {members_by_alliance, kMemberAndPhase}},
    {.name = "alliances",
     .help = "How many alliances the state has, or the two share.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "number"); }, kStateYear},
     .pairs = {shared_by_pair, kMember}},
    {.name = "consultation",
     .help =
         "1 where a promises b consultation (without direction: either does); of a state: anyone.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "consul"); }, kStateYear},
     .pairs = {[](Sources& s) { return by_pair(s, "atop_consul"); }, kDirected},
     .alliances = {[](Sources& s) { return by_alliance(s, "consul"); }, kPhase}},
    {.name = "defence",
     .help = "1 where a promises b defence (without direction: either does); of a state: anyone.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "defense"); }, kStateYear},
     .pairs = {[](Sources& s) { return by_pair(s, "atop_defense"); }, kDirected},
     .alliances = {[](Sources& s) { return by_alliance(s, "defense"); }, kPhase}},
    {.name = "neutrality",
     .help =
         "1 where a promises b neutrality (without direction: either does); of a state: anyone.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "neutral"); }, kStateYear},
     .pairs = {[](Sources& s) { return by_pair(s, "atop_neutral"); }, kDirected},
     .alliances = {[](Sources& s) { return by_alliance(s, "neutral"); }, kPhase}},
    {.name = "nonaggression",
     .help = "1 where a promises b not to attack it (without direction: either does); of a state: "
             "anyone.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "nonagg"); }, kStateYear},
     .pairs = {[](Sources& s) { return by_pair(s, "atop_nonagg"); }, kDirected},
     .alliances = {[](Sources& s) { return by_alliance(s, "nonagg"); }, kPhase}},
    {.name = "offence",
     .help = "1 where a promises b help in attack (without direction: either does); of a state: "
             "anyone.",
     .whole = true,
     .states = {[](Sources& s) { return by_state(s, "offense"); }, kStateYear},
     .pairs = {[](Sources& s) { return by_pair(s, "atop_offense"); }, kDirected},
     .alliances = {[](Sources& s) { return by_alliance(s, "offense"); }, kPhase}},
};

}  // namespace

std::span<const Variable> alliance_variables() { return kVariables; }

}  // namespace entente::panel
