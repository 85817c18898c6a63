/// Product, population and military spending.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr std::string_view kFigures = "mrgdppc sd_mrgdppc pwtrgdp sd_pwtrgdp pwtpop sd_pwtpop";

constexpr ColumnSet kCow[] = {
    {.names = "ccode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1800, .high = kLastYear},
    {.names = kFigures, .type = Type::number, .required = true, .low = 0, .high = 1e12},
};
constexpr ColumnSet kGleditschWard[] = {
    {.names = "gwcode", .required = true, .low = 2, .high = kLastState},
    {.names = "year", .required = true, .low = 1800, .high = kLastYear},
    {.names = kFigures, .type = Type::number, .required = true, .low = 0, .high = 1e12},
};
constexpr ColumnSet kWorldBank[] = {
    {.names = "country_name|country+name country_code|country+code",
     .type = Type::text,
     .required = true},
    {.names = "year", .required = true, .low = 1960, .high = kLastYear},
    {.names = "value", .type = Type::number, .required = true, .low = 0, .high = 1e16},
};
constexpr ColumnSet kMaddison[] = {
    {.names = "entity", .type = Type::text, .required = true},
    {.names = "year", .required = true, .low = 1, .high = kLastYear},
    {.names = "gdp_per_capita|gdp+per+capita population gdp",
     .type = Type::number,
     .required = true,
     .low = 0,
     .high = 1e16},
};
constexpr ColumnSet kSipri[] = {
    {.names = "country", .type = Type::text, .required = true},
    {.names = "year", .required = true, .low = 1900, .high = kLastYear},
    {.names = "constant_usd_m current_usd_m per_capita_usd",
     .type = Type::number,
     .required = true,
     .low = 0,
     .high = 1e9},
    {.names = "share_gdp share_govt", .type = Type::number, .required = true, .low = 0, .high = 5},
};

/// Regions, incomes and other sums that the World Bank lists beside countries.
constexpr Filter kAggregates[] = {
    {.column = "country_code",
     .codes = "AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX "
              "LAC LCN LDC LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA "
              "TEC TLA TMN TSA TSS UMC WLD AFR MDE",
     .meaning = "of regions and other sums of countries"}};

constexpr Layout kLayouts[] = {
    {.table = "economy_year",
     .meaning = "estimates of product and population, one row a state (COW) and year",
     .columns = kCow,
     .key = "ccode year",
     .version = "isard 0.2.0",
     .year = "year"},
    {.table = "economy_year_gw",
     .meaning = "estimates of product and population, one row a state (Gleditsch-Ward) and year",
     .columns = kGleditschWard,
     .key = "gwcode year",
     .version = "isard 0.2.0",
     .year = "year"},
    {.table = "wb_gdp",
     .meaning = "product in current dollars, by ISO code and year",
     .columns = kWorldBank,
     .key = "country_code year",
     .year = "year",
     .filters = kAggregates,
     // The world's population lies below 2e10, the product of the largest country above.
     .telling = {"value", 2e10, 1e17}},
    {.table = "wb_population",
     .meaning = "population, by ISO code and year",
     .columns = kWorldBank,
     .key = "country_code year",
     .year = "year",
     .filters = kAggregates,
     .telling = {"value", 0, 2e10}},
    {.table = "maddison_year",
     .meaning = "product (2011 international dollars) and population, by name and year",
     .columns = kMaddison,
     .key = "entity year",
     .version = "2020",
     .year = "year"},
    {.table = "sipri_milex",
     .meaning = "military spending, by name and year; shares are fractions, not percent",
     .columns = kSipri,
     .key = "country year",
     .version_by_year = "2020=2021 2023=2024",
     .year = "year"},
};

}  // namespace

extern const Format economy{
    .name = "economy",
    .title = "Product, population and military spending",
    .citation =
        "Fariss, Anders, Markowitz and Barnum (2022). New Estimates of Over 500 Years of "
        "Historic GDP and Population Data. Journal of Conflict Resolution 66(3): 553-591. "
        "World Bank, World Development Indicators. Bolt and van Zanden (2020), Maddison "
        "Project. Stockholm International Peace Research Institute, Military Expenditure "
        "Database.",
    .terms =
        "Cite the authors; the World Bank is CC BY 4.0, SIPRI limits reproduction; read from "
        "files of your own.",
    .layouts = kLayouts,
};

}  // namespace entente::history
