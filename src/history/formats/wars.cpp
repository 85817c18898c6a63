/// Wars between states of the Correlates of War project.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

/// -7: still going on; -8: does not apply; -9: not known.
constexpr std::string_view kCodes = "-7 -8 -9";

constexpr ColumnSet kParticipant[] = {
    {.names = "warnum", .required = true, .low = 1, .high = 9999},
    {.names = "warname", .type = Type::text, .required = true},
    {.names = "wartype", .missing = kCodes},
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "statename", .type = Type::text, .required = true},
    {.names = "side", .required = true, .low = 1, .high = 2},
    {.names = "startmonth1 startday1 startyear1 endmonth1 endday1 endyear1 startmonth2 startday2 "
              "startyear2 endmonth2 endday2 endyear2",
     .required = true,
     .missing = kCodes},
    {.names = "initiator outcome", .required = true, .missing = kCodes, .low = 1, .high = 8},
    {.names = "batdeath wherefought", .required = true, .missing = kCodes},
    {.names = "transfrom transto", .type = Type::text, .missing = kCodes},
    {.names = "version", .type = Type::text},
};
constexpr DayColumns kDays[] = {{"startyear1", "startmonth1", "startday1"},
                                {"endyear1", "endmonth1", "endday1"},
                                {"startyear2", "startmonth2", "startday2"},
                                {"endyear2", "endmonth2", "endday2"}};
constexpr SpellColumns kSpells[] = {{kDays[0], kDays[1]}, {kDays[2], kDays[3]}};

constexpr ColumnSet kDyadYear[] = {
    {.names = "warnum", .required = true, .low = 1, .high = 9999},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "cowinterongoing cowinteronset", .required = true, .low = 0, .high = 1},
    {.names = "sidea1 sidea2 initiator1 initiator2 outcome1 outcome2",
     .required = true,
     .missing = kCodes},
    {.names = "batdeath1 batdeath2", .type = Type::number, .required = true, .missing = kCodes},
    {.names = "resume", .required = true, .low = 0, .high = 1},
};

constexpr Layout kLayouts[] = {
    {.table = "war_participant",
     .meaning = "participants in wars, one row a state, war and side, with up to two spells",
     .columns = kParticipant,
     .key = "warnum ccode side",
     .version_names = "4=4.0",
     .year = "startyear1",
     .days = kDays,
     .spells = kSpells,
     .remark = "a state that left a war and came back has its second spell in the columns that end "
               "in 2, one that changed sides a row for each"},
    {.table = "war_dyad_year",
     .meaning = "directed pairs at war, by year",
     .columns = kDyadYear,
     .key = "warnum ccode1 ccode2 year resume",
     .version = "4.0",
     .year = "year"},
};

}  // namespace

extern const Format wars{
    .name = "wars",
    .title = "Inter-state wars",
    .citation = "Sarkees and Wayman (2010). Resort to War: 1816-2007. CQ Press.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
