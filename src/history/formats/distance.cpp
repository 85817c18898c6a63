/// Distances between states: the least between borders, and between cities.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kMinimum[] = {
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1816, .high = kLastYear},
    {.names = "mindist", .type = Type::number, .required = true, .low = 0, .high = 20040},
};

constexpr ColumnSet kDyad[] = {
    {.names = "iso_o iso_d", .type = Type::text, .required = true},
    {.names = "contig comlang_off comlang_ethno colony comcol curcol col45 smctry",
     .low = 0,
     .high = 1},
    {.names = "dist distcap distw distwces",
     .type = Type::number,
     .required = true,
     .low = 0,
     .high = 20040},
};

constexpr ColumnSet kCountry[] = {
    {.names = "iso2 iso3 country city_en continent", .type = Type::text, .required = true},
    {.names = "cnum landlocked cap citynum", .required = true},
    {.names = "area dis_int lat lon", .type = Type::number, .required = true},
};
constexpr Filter kCapitals[] = {
    {.column = "cap", .codes = "1", .kept = true, .meaning = "of cities that are no capital"}};

constexpr Layout kLayouts[] = {
    {.table = "distance_dyad_year",
     .meaning = "least distance of two states in kilometres, one row a pair and year",
     .columns = kMinimum,
     .key = "ccode1 ccode2 year",
     .version = "CShapes 2.0",
     .year = "year",
     .remark = "islands count: Russia and the United States lie 80 km apart"},
    {.table = "cepii_dyad",
     .meaning = "distances of cities in kilometres, by ISO code, both directions",
     .columns = kDyad,
     .key = "iso_o iso_d",
     .version = "2011"},
    {.table = "cepii_country",
     .meaning = "countries and their capitals, by ISO code",
     .columns = kCountry,
     .key = "iso3",
     .version = "2011",
     .filters = kCapitals},
};

}  // namespace

extern const Format distance{
    .name = "distance",
    .title = "Distances",
    .citation =
        "Schvitz, Girardin, Rueegger, Weidmann, Cederman and Gleditsch (2022). Mapping the "
        "International System, 1886-2019: The CShapes 2.0 Dataset. Journal of Conflict "
        "Resolution 66(1): 144-161. Mayer and Zignago (2011). Notes on CEPII's distances "
        "measures: The GeoDist database. CEPII Working Paper 2011-25.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
