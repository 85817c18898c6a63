/// International Crisis Behavior: the numeric system file and the labelled core files.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

/// Days after 31 are codes: early, middle or late in the month, or not known.
constexpr ColumnSet kCrisis[] = {
    {.names = "crisno", .required = true, .low = 1, .high = 9999},
    {.names = "crisname", .type = Type::text, .required = true},
    {.names = "yrtrig|trigger_year yrterm|termination_year",
     .required = true,
     .low = 1900,
     .high = kLastYear},
    {.names = "motrig moterm"},
    {.names = "datrig daterm", .missing = "66 77 88 99"},
    {.names = "break trigent brexit gravcr crismg cenviosy sevviosy viol timvio iwcmb noactr gpinv "
              "gpinvtp powinv usinv suinv globorg regorg subout forout exsat outesr cractr geostr "
              "hetero issues chacts chall powch rugach geog geogrel period syslevsy protrac pcid "
              "powdissy ethnic stressad sourdt mediate"},
    {.names = "trigger trigger_date termination_date gravity severity violence outcome "
              "protracted_conflict mediation",
     .type = Type::text},
};
constexpr DayColumns kDays[] = {{"yrtrig", "motrig", "datrig"}, {"yrterm", "moterm", "daterm"}};
constexpr SpellColumns kSpells[] = {{kDays[0], kDays[1]}};

constexpr ColumnSet kActor[] = {
    {.names = "crisno", .required = true, .low = 1, .high = 9999},
    {.names = "actorname crisname trigger_date termination_date triggername threatname trigger "
              "response response_date manage severity violence protracted_conflict",
     .type = Type::text,
     .required = true},
    {.names = "trigger_year", .required = true, .low = 1900, .high = kLastYear},
};

constexpr Layout kLayouts[] = {
    {.table = "icb_crisis",
     .meaning = "crises, one row each; numbers from the system file, labels from the core file",
     .columns = kCrisis,
     .key = "crisno",
     .version_by_year = "2016=13 2022=16",
     .year = "yrtrig",
     .days = kDays,
     .spells = kSpells},
    {.table = "icb_actor",
     .meaning = "actors in crises, one row an actor, crisis and trigger",
     .columns = kActor,
     .key = "crisno actorname trigger_date",
     .version_by_year = "2022=16",
     .year = "trigger_year"},
};

}  // namespace

extern const Format icb{
    .name = "icb",
    .title = "International Crisis Behavior",
    .citation =
        "Brecher, Wilkenfeld, Beardsley, James and Quinn (2023). International Crisis "
        "Behavior Data Codebook.",
    .terms = kAcademicTerms,
    .layouts = kLayouts,
};

}  // namespace entente::history
