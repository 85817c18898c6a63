// Disputes and wars, their onset and their course told apart; of a state: with anyone.
#include "panel/variables/groups.h"

namespace entente::panel {
namespace {

constexpr std::string_view kGml[] = {"gml_dyad_year"};
constexpr std::string_view kMid[] = {"mid_dyad_year"};
constexpr std::string_view kWar[] = {"war_dyad_year"};

Asked asked(std::string_view table, std::string_view value) {
  return {.table = table, .value = value, .fold = Fold::largest, .zero = true};
}

Result<Cells> pair(Sources& sources, std::string_view table, std::string_view value) {
  return sources.by_pair(asked(table, value));
}

Result<Cells> anyone(Sources& sources, std::string_view table, std::string_view value) {
  return sources.with_anyone(asked(table, value));
}

constexpr Variable kVariables[] = {
    {.name = "gml_onset",
     .help = "1 where a dispute began, in the corrected list of Gibler, Miller and Little.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "gml_dyad_year", "gmlmidonset"); }, kGml},
     .pairs = {[](Sources& s) { return pair(s, "gml_dyad_year", "gmlmidonset"); }, kGml}},
    {.name = "gml_ongoing",
     .help = "1 where a dispute went on, in the corrected list of Gibler, Miller and Little.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "gml_dyad_year", "gmlmidongoing"); }, kGml},
     .pairs = {[](Sources& s) { return pair(s, "gml_dyad_year", "gmlmidongoing"); }, kGml}},
    {.name = "mid_hostility",
     .help = "Highest level of hostility of a dispute: 1 none to 5 war; 0 without dispute.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "mid_dyad_year", "hostlev"); }, kMid},
     .pairs = {[](Sources& s) { return pair(s, "mid_dyad_year", "hostlev"); }, kMid}},
    {.name = "mid_onset",
     .help = "1 where a militarised dispute began.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "mid_dyad_year", "cowmidonset"); }, kMid},
     .pairs = {[](Sources& s) { return pair(s, "mid_dyad_year", "cowmidonset"); }, kMid}},
    {.name = "mid_ongoing",
     .help = "1 where a militarised dispute went on, the year of its onset too.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "mid_dyad_year", "cowmidongoing"); }, kMid},
     .pairs = {[](Sources& s) { return pair(s, "mid_dyad_year", "cowmidongoing"); }, kMid}},
    {.name = "war_onset",
     .help = "1 where an inter-state war between them began.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "war_dyad_year", "cowinteronset"); }, kWar},
     .pairs = {[](Sources& s) { return pair(s, "war_dyad_year", "cowinteronset"); }, kWar}},
    {.name = "war_ongoing",
     .help = "1 where an inter-state war between them went on, the year of its onset too.",
     .whole = true,
     .states = {[](Sources& s) { return anyone(s, "war_dyad_year", "cowinterongoing"); }, kWar},
     .pairs = {[](Sources& s) { return pair(s, "war_dyad_year", "cowinterongoing"); }, kWar}},
};

}  // namespace

std::span<const Variable> conflict_variables() { return kVariables; }

}  // namespace entente::panel
