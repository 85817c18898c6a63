/// Trade of the Correlates of War project, version 4.0.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kDyadYear[] = {
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1870, .high = kLastYear},
    {.names = "flow1 flow2 smoothflow1 smoothflow2",
     .type = Type::number,
     .required = true,
     .missing = "-9",
     .low = 0,
     .high = 1e9},
};
constexpr ColumnSet kStateYear[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1870, .high = kLastYear},
    {.names = "imports exports",
     .type = Type::number,
     .required = true,
     .missing = "-9",
     .low = 0,
     .high = 1e9},
};

constexpr Layout kLayouts[] = {
    {.table = "trade_dyad_year",
     .meaning = "imports of state 1 from state 2 (flow1) and back (flow2), million current dollars",
     .columns = kDyadYear,
     .key = "ccode1 ccode2 year",
     .version = "4.0",
     .year = "year"},
    {.table = "trade_state_year",
     .meaning = "imports and exports of a state, million current dollars",
     .columns = kStateYear,
     .key = "ccode year",
     .version = "4.0",
     .year = "year"},
};

}  // namespace

extern const Format trade{
    .name = "trade",
    .title = "Trade",
    .citation =
        "Barbieri, Keshk and Pollins (2009). Trading Data: Evaluating our Assumptions and "
        "Coding Rules. Conflict Management and Peace Science 26(5): 471-491.",
    .terms = kCowTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
