/// National Material Capabilities of the Correlates of War project.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kColumns[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "milex milper irst pec tpop upop",
     .type = Type::number,
     .required = true,
     .missing = "-9",
     .low = 0,
     .high = 1e12},
    {.names = "cinc", .type = Type::number, .missing = "-9", .low = 0, .high = 1},
    {.names = "stateabb", .type = Type::text},
};

constexpr Layout kLayouts[] = {
    {.table = "nmc",
     .meaning = "components of national capabilities, one row a state and year",
     .columns = kColumns,
     .key = "ccode year",
     .version_by_year = "2007=4.0 2012=5.0 2016=6.0 2022=7.0",
     .version_names = "2021=6.0",
     .kept_by_version = true,
     .year = "year",
     .remark = "milex is thousand pounds to 1913 and thousand current dollars from 1914"},
};

}  // namespace

extern const Format nmc{
    .name = "nmc",
    .title = "National Material Capabilities",
    .citation =
        "Singer, Bremer and Stuckey (1972). Capability Distribution, Uncertainty, and Major "
        "Power War, 1820-1965. In: Russett (ed.), Peace, War, and Numbers. Sage.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
