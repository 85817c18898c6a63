/// Militarized Interstate Disputes of the Correlates of War project.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr std::string_view kMissingCode = "-9";

constexpr ColumnSet kDispute[] = {
    {.names = "dispnum|dispnum3", .required = true, .low = 1, .high = 99999},
    {.names = "styear", .required = true, .low = 1816, .high = kLastYear},
    {.names = "stmon outcome settle fatality mindur maxdur hiact hostlev recip",
     .required = true,
     .missing = kMissingCode},
    {.names = "stday endday endmon endyear fatalpre numa numb ongo2010|ongo2014 dispnum4",
     .missing = kMissingCode},
    {.names = "link1 link2 link3", .type = Type::text},
    {.names = "version", .type = Type::text},
};
constexpr DayColumns kDays[] = {{"styear", "stmon", "stday"}, {"endyear", "endmon", "endday"}};
constexpr SpellColumns kSpells[] = {{kDays[0], kDays[1]}};

constexpr ColumnSet kParticipant[] = {
    {.names = "dispnum|dispnum3", .required = true, .low = 1, .high = 99999},
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "stabb", .type = Type::text, .required = true},
    {.names = "styear stmon stday endyear endmon endday",
     .required = true,
     .missing = kMissingCode},
    {.names = "sidea", .required = true, .low = 0, .high = 1},
    {.names = "revstate revtype1 revtype2 fatality fatalpre hiact hostlev",
     .required = true,
     .missing = kMissingCode},
    {.names = "orig", .required = true, .low = 0, .high = 1},
    {.names = "dispnum4", .missing = kMissingCode},
    {.names = "version", .type = Type::text},
};

/// What both directed files say of the two sides.
constexpr std::string_view kSides =
    "sidea1 sidea2 fatality1 fatality2 fatalpre1 fatalpre2 hiact1 hiact2 hostlev1 hostlev2 orig1 "
    "orig2";

constexpr ColumnSet kDyadYear[] = {
    {.names = "dispnum", .required = true, .low = 1, .high = 99999},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "cowmidongoing cowmidonset", .required = true, .low = 0, .high = 1},
    {.names = kSides, .required = true, .missing = kMissingCode},
    {.names = "fatality hostlev mindur maxdur recip stmon", .missing = kMissingCode},
};

constexpr ColumnSet kDyadDispute[] = {
    {.names = "dispnum", .required = true, .low = 1, .high = 99999},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "dispongoing disponset", .required = true, .low = 0, .high = 1},
    {.names = kSides, .required = true, .missing = kMissingCode},
};

constexpr Layout kLayouts[] = {
    {.table = "mid_dispute",
     .meaning = "disputes, one row each",
     .columns = kDispute,
     .key = "dispnum",
     .version_by_year = "2001=3.0 2010=4.3 2014=5.0",
     .year = "styear",
     .days = kDays,
     .spells = kSpells},
    {.table = "mid_participant",
     .meaning = "participants in disputes, one row a state, dispute and entry",
     .columns = kParticipant,
     .key = "dispnum ccode styear stmon stday",
     .key_gaps = true,
     .year = "styear",
     .days = kDays,
     .spells = kSpells,
     .remark = "a state that left and came back has a row for each entry"},
    {.table = "mid_dyad_year",
     .meaning = "the gravest dispute of a directed pair in a year",
     .columns = kDyadYear,
     .key = "ccode1 ccode2 year",
     .version_by_year = "2010=4.3 2014=5.0",
     .year = "year"},
    {.table = "mid_dyad_dispute",
     .meaning = "disputes of directed pairs by year",
     .columns = kDyadDispute,
     .key = "dispnum ccode1 ccode2 year",
     .version_by_year = "2010=4.3 2014=5.0",
     .year = "year"},
};

}  // namespace

extern const Format mid{
    .name = "mid",
    .title = "Militarized Interstate Disputes",
    .citation =
        "Palmer, McManus, D'Orazio, Kenwick, Karstens, Bloch, Dietrich, Kahn, Ritter and Soules "
        "(2022). The MID5 Dataset, 2011-2014. Conflict Management and Peace Science 39(4): "
        "470-482.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
