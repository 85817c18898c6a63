/// Regime scores by state and year.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kCow[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1789, .high = kLastYear},
    {.names = "euds aeuds", .type = Type::number, .required = true, .low = -10, .high = 10},
    {.names = "polity2", .required = true, .low = -10, .high = 10},
    {.names = "v2x_polyarchy", .type = Type::number, .required = true, .low = 0, .high = 1},
};
constexpr ColumnSet kGleditschWard[] = {
    {.names = "gwcode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1789, .high = kLastYear},
    {.names = "euds aeuds", .type = Type::number, .required = true, .low = -10, .high = 10},
    {.names = "polity2", .required = true, .low = -10, .high = 10},
    {.names = "v2x_polyarchy", .type = Type::number, .required = true, .low = 0, .high = 1},
};

constexpr Layout kLayouts[] = {
    {.table = "regime_year",
     .meaning = "regime scores, one row a state (COW) and year",
     .columns = kCow,
     .key = "ccode year",
     .version = "isard 0.2.0",
     .year = "year",
     .remark = "polity2 ends in 2020; missing scores are not zero"},
    {.table = "regime_year_gw",
     .meaning = "regime scores, one row a state (Gleditsch-Ward) and year",
     .columns = kGleditschWard,
     .key = "gwcode year",
     .version = "isard 0.2.0",
     .year = "year"},
};

}  // namespace

extern const Format regime{
    .name = "regime",
    .title = "Regime scores",
    .citation =
        "Marquez (2016). A Quick Method for Extending the Unified Democracy Scores. "
        "Marshall and Gurr (2020). Polity5. Coppedge et al. V-Dem Country-Year Dataset.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
