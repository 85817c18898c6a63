/// Major powers of the Correlates of War project.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kColumns[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "styear stmonth stday endyear endmonth endday", .required = true},
    {.names = "version", .type = Type::text, .required = true},
    {.names = "stateabb", .type = Type::text},
};
constexpr DayColumns kDays[] = {{"styear", "stmonth", "stday"}, {"endyear", "endmonth", "endday"}};
constexpr SpellColumns kSpells[] = {{kDays[0], kDays[1]}};
constexpr Holds kLastDay[] = {{"endyear", "2016"}, {"endmonth", "12"}, {"endday", "31"}};
constexpr Censoring kCensoring[] = {
    {kLastDay, "", "end on 2016-12-31, the last day of the data: still major powers"}};

constexpr Layout kLayouts[] = {
    {.table = "major_spell",
     .meaning = "spells as a major power, one row each",
     .columns = kColumns,
     .key = "ccode styear stmonth stday",
     .year = "styear",
     .days = kDays,
     .spells = kSpells,
     .censoring = kCensoring},
};

}  // namespace

extern const Format majors{
    .name = "majors",
    .title = "Major powers",
    .citation = "Correlates of War Project (2017). State System Membership List, v2016.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
