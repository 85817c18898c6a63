/// Strategic rivalries.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

constexpr ColumnSet kThompsonDreyer[] = {
    {.names = "rivalryno", .required = true, .low = 1, .high = 9999},
    {.names = "rivalryname", .type = Type::text, .required = true},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "styear endyear", .required = true, .low = kFirstYear, .high = kLastYear},
    {.names = "region type1 type2 type3", .type = Type::text},
    {.names = "positional spatial ideological interventionary principal aprin"},
};
constexpr ColumnSet kThompson[] = {
    {.names = "rivalryno|tssr_id", .required = true, .low = 1, .high = 9999},
    {.names = "rivalryname|rivalry", .type = Type::text, .required = true},
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = kLastState},
    {.names = "styear|start endyear|end", .required = true, .low = kFirstYear, .high = kLastYear},
    {.names = "region type1 type2 type3", .type = Type::text},
    {.names = "positional spatial ideological interventionary", .required = true},
    {.names = "principal aprin"},
};
constexpr SpellColumns kSpells[] = {{{.year = "styear"}, {.year = "endyear"}}};

constexpr Layout kLayouts[] = {
    {.table = "rivalry_spell",
     .meaning = "rivalries after Thompson and Dreyer (2012), one row each",
     .columns = kThompsonDreyer,
     .key = "rivalryno",
     .version = "thompson_dreyer_2012",
     .kept_by_version = true,
     .year = "styear",
     .spells = kSpells},
    {.table = "rivalry_spell",
     .meaning = "rivalries after Thompson, Sakuwa and Suhas (2021), one row each",
     .columns = kThompson,
     .key = "rivalryno",
     .version = "thompson_sakuwa_suhas_2021",
     .kept_by_version = true,
     .year = "styear",
     .spells = kSpells},
};

}  // namespace

extern const Format rivalry{
    .name = "rivalry",
    .title = "Strategic rivalries",
    .citation =
        "Thompson and Dreyer (2012). Handbook of International Rivalries, 1494-2010. CQ "
        "Press. Thompson, Sakuwa and Suhas (2021). Analyzing Strategic Rivalries in World "
        "Politics. Springer.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
