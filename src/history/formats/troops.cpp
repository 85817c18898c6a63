/// American troops abroad, in the three series of the package troopdata.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

/// Places that are no states have numbers of the package's own, up to 10101.
constexpr double kLastPlace = 99999;

constexpr std::string_view kOthers =
    "coast_guard_ad space_force_ad army_national_guard air_national_guard army_reserve "
    "navy_reserve marine_corps_reserve air_force_reserve coast_guard_reserve "
    "total_selected_reserve army_civilian navy_civilian marine_corps_civilian air_force_civilian "
    "dod_civilian total_civilian";

constexpr ColumnSet kOld[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastPlace},
    {.names = "year", .required = true, .low = 1950, .high = kLastYear},
    {.names = "troops army navy air_force marine_corps", .required = true, .low = 0, .high = 1e8},
    {.names = kOthers},
    {.names = "countryname iso3c region", .type = Type::text},
};
constexpr ColumnSet kYear[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastPlace},
    {.names = "year", .required = true, .low = 1950, .high = kLastYear},
    {.names = "troops|troops_ad", .required = true, .low = 0, .high = 1e8},
    {.names = "army|army_ad navy|navy_ad air_force|air_force_ad marine_corps|marine_corps_ad",
     .required = true,
     .low = -1e4,  // The published file has a few negative counts.
     .high = 1e8},
    {.names = kOthers},
    {.names = "countryname", .type = Type::text, .required = true},
    {.names = "iso3c region", .type = Type::text},
};
constexpr ColumnSet kReport[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastPlace},
    {.names = "year", .required = true, .low = 1950, .high = kLastYear},
    {.names = "month", .type = Type::text, .required = true},
    {.names = "quarter", .required = true, .low = 1, .high = 4},
    {.names = "troops|troops_ad", .required = true, .low = 0, .high = 1e8},
    {.names = "army|army_ad navy|navy_ad air_force|air_force_ad marine_corps|marine_corps_ad",
     .required = true,
     .low = -1e4,  // The published file has a few negative counts.
     .high = 1e8},
    {.names = kOthers},
    {.names = "countryname source", .type = Type::text, .required = true},
    {.names = "iso3c region", .type = Type::text},
};

constexpr Layout kLayouts[] = {
    {.table = "troops_year",
     .meaning = "troops by host and year, the older series (Kane)",
     .columns = kOld,
     .key = "ccode year",
     .version = "kane",
     .kept_by_version = true,
     .year = "year"},
    {.table = "troops_year",
     .meaning = "troops by host and year, the rebuilt series: the highest quarter of the year",
     .columns = kYear,
     .key = "countryname year",
     .version = "rebuild",
     .kept_by_version = true,
     .year = "year",
     .remark = "some states stand under two names in a year: sum by ccode"},
    {.table = "troops_report",
     .meaning = "troops by host and report",
     .columns = kReport,
     .key = "ccode year quarter",
     .version = "rebuild",
     .year = "year"},
};

}  // namespace

extern const Format troops{
    .name = "troops",
    .title = "American troops abroad",
    .citation =
        "Allen, Flynn and Martinez Machain (2022). US Global Military Deployments, "
        "1950-2020. Conflict Management and Peace Science 39(3): 351-370.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
