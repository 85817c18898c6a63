/// Formal alliances of the Correlates of War project, version 4.1, from a file of the user's own.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr std::string_view kKinds = "defense neutrality nonaggression entente";

constexpr ColumnSet kMember[] = {
    {.names = "version4id", .required = true, .low = 1, .high = 99999},
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "state_name", .type = Type::text},
    {.names = "all_st_day all_st_month all_st_year all_end_day all_end_month all_end_year"},
    {.names = "ss_type", .type = Type::text},
    {.names = "mem_st_day mem_st_month mem_st_year mem_end_day mem_end_month mem_end_year",
     .required = true},
    {.names = "left_censor right_censor", .required = true, .low = 0, .high = 1},
    {.names = kKinds, .required = true, .low = 0, .high = 1},
    {.names = "version", .type = Type::text},
};
constexpr DayColumns kMemberDays[] = {{"mem_st_year", "mem_st_month", "mem_st_day"},
                                      {"mem_end_year", "mem_end_month", "mem_end_day"}};
constexpr SpellColumns kMemberSpells[] = {{kMemberDays[0], kMemberDays[1]}};

constexpr ColumnSet kDyad[] = {
    {.names = "version4id", .required = true, .low = 1, .high = 99999},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "state_name1 state_name2", .type = Type::text},
    {.names = "dyad_st_day dyad_st_month dyad_st_year dyad_end_day dyad_end_month dyad_end_year",
     .required = true},
    {.names = "left_censor right_censor", .required = true, .low = 0, .high = 1},
    {.names = kKinds, .required = true, .low = 0, .high = 1},
    {.names = "asymmetric"},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "version", .type = Type::text},
};
constexpr DayColumns kDyadDays[] = {{"dyad_st_year", "dyad_st_month", "dyad_st_day"},
                                    {"dyad_end_year", "dyad_end_month", "dyad_end_day"}};
constexpr SpellColumns kDyadSpells[] = {{kDyadDays[0], kDyadDays[1]}};

constexpr Holds kOpen[] = {{"right_censor", "1"}};
constexpr Censoring kCensoring[] = {{kOpen, "", "in force when the data end"}};

constexpr Layout kLayouts[] = {
    {.table = "cow_alliance_member",
     .meaning = "members of alliances, one row a state, alliance and spell",
     .columns = kMember,
     .key = "version4id ccode mem_st_year mem_st_month mem_st_day",
     .key_gaps = true,
     .year = "mem_st_year",
     .days = kMemberDays,
     .spells = kMemberSpells,
     .censoring = kCensoring},
    {.table = "cow_alliance_dyad_year",
     .meaning = "directed pairs of allies by year",
     .columns = kDyad,
     .key = "version4id ccode1 ccode2 year dyad_st_year",
     .key_gaps = true,
     .year = "year",
     .days = kDyadDays,
     .spells = kDyadSpells,
     .censoring = kCensoring},
};

}  // namespace

extern const Format cow_alliances{
    .name = "cow_alliances",
    .title = "Formal alliances",
    .citation = "Gibler (2009). International Military Alliances, 1648-2008. CQ Press.",
    .terms = "Only from a file of your own: its maintainer asks software not to pass it on.",
    .layouts = kLayouts,
};

}  // namespace entente::history
