/// Numbers and codes of states in several systems.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kPanel[] = {
    {.names = "stateabb", .type = Type::text, .required = true},
    {.names = "year", .required = true, .low = 1789, .high = kLastYear},
    {.names = "gwcode ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "gw_name cw_name", .type = Type::text, .required = true},
};
constexpr ColumnSet kCodes[] = {
    {.names = "name|country.name.en", .type = Type::text, .required = true},
    {.names = "cown gwn iso3n p5n vdem", .required = true},
    {.names = "cowc gwc iso2c iso3c p5c wb", .type = Type::text, .required = true},
};
constexpr ColumnSet kCow[] = {
    {.names = "stateabb statenme", .type = Type::text, .required = true},
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
};

constexpr Layout kLayouts[] = {
    {.table = "crosswalk_year",
     .meaning = "COW and Gleditsch-Ward numbers of a state, by year",
     .columns = kPanel,
     .key = "stateabb year gwcode ccode",
     .key_gaps = true,
     .version = "isard 0.2.0",
     .year = "year",
     .remark = "Germany is 255 to 1945 and from 1990, 260 and 265 between in COW; Gleditsch-Ward "
               "keep 260 after 1990"},
    {.table = "country_code",
     .meaning = "codes of a country in several systems, of today",
     .columns = kCodes,
     .key = "name",
     .version = "countrycode 1.8.0"},
    {.table = "cow_country",
     .meaning = "abbreviations and names of COW numbers",
     .columns = kCow,
     .key = "ccode stateabb statenme",
     .repeats_dropped = true},
};

}  // namespace

extern const Format crosswalk{
    .name = "crosswalk",
    .title = "Numbers and codes of states",
    .citation =
        "Miller (2026). isard. Arel-Bundock, Enevoldsen and Yetman (2018). countrycode: An "
        "R package to convert country names and country codes. Journal of Open Source "
        "Software 3(28): 848. Correlates of War Project, country codes.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
