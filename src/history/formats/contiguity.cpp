/// Direct contiguity of the Correlates of War project, as dated spells.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kColumns[] = {
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "conttype", .required = true, .low = 0, .high = 5},
    {.names = "stdate enddate", .type = Type::date, .required = true},
};
constexpr Holds kLastDay[] = {{"enddate", "2016-12-01"}};
constexpr Censoring kCensoring[] = {{kLastDay, "", "end on 2016-12-01, where the data end"}};

constexpr Layout kLayouts[] = {
    {.table = "contiguity_spell",
     .meaning = "spells of contiguity, both directions: 1 by land, 2 to 5 over 12, 24, 150 and 400 "
                "miles of water, 0 none",
     .columns = kColumns,
     .key = "ccode1 ccode2 stdate",
     .version = "3.2",
     .censoring = kCensoring},
};

}  // namespace

extern const Format contiguity{
    .name = "contiguity",
    .title = "Direct contiguity",
    .citation =
        "Stinnett, Tir, Schafer, Diehl and Gochman (2002). The Correlates of War Project "
        "Direct Contiguity Data, Version 3. Conflict Management and Peace Science 19(2): "
        "58-66.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
