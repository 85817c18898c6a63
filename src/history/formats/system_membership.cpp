/// Membership in the state system of the Correlates of War project.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kSpell[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "stateabb statenme", .type = Type::text, .required = true},
    {.names = "styear stmonth stday endyear endmonth endday", .required = true},
    {.names = "version", .type = Type::text},
};
constexpr DayColumns kDays[] = {{"styear", "stmonth", "stday"}, {"endyear", "endmonth", "endday"}};
constexpr SpellColumns kSpells[] = {{kDays[0], kDays[1]}};
constexpr Holds kLastDay[] = {{"endyear", "2016"}, {"endmonth", "12"}, {"endday", "31"}};
constexpr Censoring kCensoring[] = {
    {kLastDay, "", "end on 2016-12-31, the last day of the data: still members"}};

constexpr ColumnSet kYear[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "stateabb", .type = Type::text, .required = true},
    {.names = "version", .type = Type::text, .required = true},
};

constexpr Layout kLayouts[] = {
    {.table = "system_spell",
     .meaning = "spells of membership, one row each",
     .columns = kSpell,
     .key = "ccode styear stmonth stday",
     .year = "styear",
     .days = kDays,
     .spells = kSpells,
     .censoring = kCensoring},
    {.table = "system_year",
     .meaning = "members of the system, one row a state and year",
     .columns = kYear,
     .key = "ccode year",
     .year = "year"},
};

}  // namespace

extern const Format system_membership{
    .name = "system",
    .title = "State system membership",
    .citation = "Correlates of War Project (2017). State System Membership List, v2016.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
