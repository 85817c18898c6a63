/// Ideal points of states in the General Assembly.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kColumns[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "session", .required = true, .low = 1, .high = 150},
    {.names = "idealpointall", .type = Type::number, .required = true, .low = -10, .high = 10},
    {.names = "nvotesall"},
    {.names = "qo%all q5%all q10%all q50%all q90%all q95%all q100%all", .type = Type::number},
    {.names = "usagree russagree brazilagree chinaagree indiaagree israelagree",
     .type = Type::number,
     .low = 0,
     .high = 1},
    {.names = "iso3c countryname", .type = Type::text},
};

constexpr Layout kLayouts[] = {
    {.table = "ideal_point",
     .meaning = "ideal points, one row a state and session; year = session + 1945",
     .columns = kColumns,
     .key = "ccode session",
     .version_by_year = "2023=2024-06",
     .year = "year",
     .made = {"year", "session", 1945}},
};

}  // namespace

extern const Format ideal_points{
    .name = "ideal_points",
    .title = "Ideal points of states in the United Nations General Assembly",
    .citation =
        "Bailey, Strezhnev and Voeten (2017). Estimating Dynamic State Preferences from "
        "United Nations Voting Data. Journal of Conflict Resolution 61(2): 430-456.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
