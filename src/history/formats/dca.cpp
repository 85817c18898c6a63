/// Defence cooperation agreements.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

/// -44: renewed without a term; -77: does not apply; -88 and -99: not known.
constexpr std::string_view kCodes = "-77 -88 -99";

constexpr ColumnSet kColumns[] = {
    {.names = "dcaid", .type = Type::text, .required = true},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "cowname1 cowname2 type", .type = Type::text, .required = true},
    {.names = "signday signmonth signyear eifday eifmonth eifyear",
     .required = true,
     .missing = kCodes},
    {.names = "category1 category2 category3 categoryconf unts fulltext sourcetype source",
     .type = Type::text},
    {.names = "span renewtype renewyears terminated durationactual", .missing = kCodes},
    {.names = "endyearestimate", .required = true, .low = 1980, .high = kLastYear},
    {.names = "asymmetry", .low = 0, .high = 2},
    {.names = "factivaconf factivasign factivaeif", .missing = kCodes},
};
constexpr DayColumns kDays[] = {{"signyear", "signmonth", "signday"},
                                {"eifyear", "eifmonth", "eifday"}};
constexpr Holds kLastYearOfData[] = {{"endyearestimate", "2010"}};
constexpr Censoring kCensoring[] = {
    {kLastYearOfData, "", "end in 2010 by estimate, the last year of the data"}};

constexpr Layout kLayouts[] = {
    {.table = "dca_agreement",
     .meaning = "defence cooperation agreements, one row each",
     .columns = kColumns,
     .key = "dcaid",
     .version = "1.0",
     .year = "signyear",
     .days = kDays,
     .censoring = kCensoring},
};

}  // namespace

extern const Format dca{
    .name = "dca",
    .title = "Defense Cooperation Agreements",
    .citation =
        "Kinne (2020). The Defense Cooperation Agreement Dataset (DCAD). Journal of "
        "Conflict Resolution 64(4): 729-755.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
