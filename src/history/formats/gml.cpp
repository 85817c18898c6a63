/// The corrections of Gibler, Miller and Little to the disputes of the Correlates of War project.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr std::string_view kMissingCode = "-9";
constexpr std::string_view kSides =
    "sidea1 sidea2 fatality1 fatality2 hiact1 hiact2 hostlev1 hostlev2 orig1 orig2";
constexpr std::string_view kDeaths = "fatalpre1 fatalpre2";

constexpr ColumnSet kDispute[] = {
    {.names = "dispnum", .required = true, .low = 1, .high = 99999},
    {.names = "styear", .required = true, .low = 1816, .high = kLastYear},
    {.names = "stmon outcome settle fatality mindur maxdur hiact hostlev recip",
     .required = true,
     .missing = kMissingCode},
    {.names = "version", .type = Type::text},
};

constexpr ColumnSet kParticipant[] = {
    {.names = "dispnum", .required = true, .low = 1, .high = 99999},
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "styear stmon stday endyear endmon endday",
     .required = true,
     .missing = kMissingCode},
    {.names = "obsid_start obsid_end", .type = Type::text, .required = true},
    {.names = "sidea orig", .required = true, .low = 0, .high = 1},
    {.names = "hiact", .required = true, .missing = kMissingCode},
    {.names = "dummy_stday dummy_endday anymiss_leader_start anymiss_leader_end "
              "allmiss_leader_start allmiss_leader_end"},
};
constexpr DayColumns kDays[] = {{"styear", "stmon", "stday"}, {"endyear", "endmon", "endday"}};
constexpr SpellColumns kSpells[] = {{kDays[0], kDays[1]}};

constexpr ColumnSet kDyadYear[] = {
    {.names = "dispnum", .required = true, .low = 1, .high = 99999},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "gmlmidongoing gmlmidonset", .required = true, .low = 0, .high = 1},
    {.names = kSides, .required = true, .missing = kMissingCode},
    {.names = kDeaths, .type = Type::number, .required = true, .missing = kMissingCode},
    {.names = "fatality hostlev mindur maxdur recip stmon", .missing = kMissingCode},
};

constexpr ColumnSet kDyadDispute[] = {
    {.names = "dispnum", .required = true, .low = 1, .high = 99999},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "midongoing midonset", .required = true, .low = 0, .high = 1},
    {.names = kSides, .required = true, .missing = kMissingCode},
    {.names = kDeaths, .type = Type::number, .required = true, .missing = kMissingCode},
    {.names = "fatalpre", .type = Type::number, .missing = kMissingCode},
    {.names = "revstate1 revstate2 revtype11 revtype12 revtype21 revtype22 hiact hostlev mindur "
              "maxdur outcome settle fatality stmon endmon recip numa numb ongo2010",
     .missing = kMissingCode},
    {.names = "version", .type = Type::text},
};

constexpr std::string_view kMonths = "months after 12 stand in the published file and are kept";

constexpr Layout kLayouts[] = {
    {.table = "gml_dispute",
     .meaning = "disputes, one row each",
     .columns = kDispute,
     .key = "dispnum",
     .version = "2.2.1",
     .year = "styear",
     .remark = "the summary file of MID has the same header: only its name tells them apart"},
    {.table = "gml_participant",
     .meaning = "participants in disputes, one row a state, dispute and entry",
     .columns = kParticipant,
     .key = "dispnum ccode styear stmon stday",
     .key_gaps = true,
     .version = "2.2.1",
     .year = "styear",
     .days = kDays,
     .spells = kSpells,
     .remark = "a state that left and came back has a row for each entry"},
    {.table = "gml_dyad_year",
     .meaning = "the gravest dispute of a directed pair in a year",
     .columns = kDyadYear,
     .key = "ccode1 ccode2 year",
     .version = "2.2.1",
     .year = "year",
     .remark = kMonths},
    {.table = "gml_dyad_dispute",
     .meaning = "disputes of directed pairs by year",
     .columns = kDyadDispute,
     .key = "dispnum ccode1 ccode2 year",
     .version_names = "gml-2.2.1=2.2.1",
     .year = "year",
     .remark = kMonths},
};

}  // namespace

extern const Format gml{
    .name = "gml",
    .title = "Militarized disputes, corrected",
    .citation =
        "Gibler, Miller and Little (2016). An Analysis of the Militarized Interstate "
        "Dispute (MID) Dataset, 1816-2001. International Studies Quarterly 60(4): 719-730.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
