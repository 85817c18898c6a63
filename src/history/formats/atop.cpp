/// The Alliance Treaty Obligations and Provisions project, version 5.1.
#include "history/formats/all.h"
#include "history/formats/terms.h"

namespace entente::history {
namespace {

/// What treaty and member files say alike of the text.
constexpr std::string_view kTerms =
    "wartime estmode pubsecr secrart proadd futmem speclgth length renounce proren renewlgt term "
    "notaiden dipaid terrres seppeace thirdcom noothall specthrt statthr1 statthr2 conwtin medarb "
    "milcon milaid intcom subord organ1 orgpurp1 organ2 orgpurp2 base contrib armred acqterr "
    "divgains demwith reflnun refothio natrefal compag nomicoop conres agprois conmen ecaid interv "
    "cowid cow4id source new5 rev5";
constexpr std::string_view kObligations = "defense offense neutral nonagg consul";
constexpr std::string_view kConditional = "active conditio defcon offcon neucon concon asymm";

constexpr ColumnSet kAlliance[] = {
    {.names = "atopid", .required = true, .low = 1000, .high = 9999},
    {.names = "begyr begmo begday endyr endmo endday", .required = true},
    {.names = "ineffect", .required = true, .low = 0, .high = 1},
    {.names = "bilat maxphase"},
    {.names = kObligations, .required = true, .low = 0, .high = 1},
    {.names = kConditional, .low = 0, .high = 9},
    {.names = kTerms},
    {.names = "mem1", .required = true},
    {.names = "mem2..59"},
    {.names = "version", .type = Type::text},
};

constexpr ColumnSet kPhase[] = {
    {.names = "atopid", .required = true, .low = 1000, .high = 9999},
    {.names = "atopidphase", .type = Type::number, .required = true},
    {.names = "begyr begmo begday endyr endmo endday", .required = true},
    {.names = "ineffect", .required = true, .low = 0, .high = 1},
    {.names = "phase", .required = true, .low = 0, .high = 9},
    {.names = "bilat maxphase"},
    {.names = kObligations, .required = true, .low = 0, .high = 1},
    {.names = kConditional, .low = 0, .high = 9},
    {.names = kTerms},
    {.names = "mem1..59"},
    {.names = "version", .type = Type::text},
};

constexpr ColumnSet kMember[] = {
    {.names = "atopid", .required = true, .low = 1000, .high = 9999},
    {.names = "member", .required = true, .low = 2, .high = 9999},
    {.names = "yrent moent dayent yrexit moexit dayexit", .required = true},
    {.names = "ineffect", .required = true, .low = 0, .high = 1},
    {.names = "phase", .required = true, .low = 0, .high = 9},
    {.names = "cowsys bilat maxphase cowwar termmode termcaus"},
    {.names = kObligations, .required = true, .low = 0, .high = 1},
    {.names = kConditional, .low = 0, .high = 9},
    {.names = "defcoadv defcoloc defcocon defconum defcodem defconpr offcoadv offcoloc offcocon "
              "offconum offcodem neucoadv neucoloc neucocon neuconum neucodem neuconpr neucoatt "
              "concoadv concoloc concocon concoreq olimob obvary"},
    {.names = kTerms},
    {.names = "version", .type = Type::text},
};

constexpr ColumnSet kDirected[] = {
    {.names = "ccode1 ccode2", .required = true, .low = 2, .high = 9999},
    {.names = "year", .required = true, .low = 1815, .high = kLastYear},
    {.names = "atop_defense atop_offense atop_neutral atop_nonagg atop_consul",
     .required = true,
     .low = 0,
     .high = 1},
};

constexpr ColumnSet kStateYear[] = {
    {.names = "state", .required = true, .low = 2, .high = 9999},
    {.names = "year", .required = true, .low = 1815, .high = kLastYear},
    {.names = "atopally", .required = true, .low = 0, .high = 1},
    {.names = kObligations, .required = true, .low = 0, .high = 1},
    {.names = "number", .required = true, .low = 0, .high = 999},
    {.names = "transyr", .low = 0, .high = 1},
    {.names = "atopid1..59"},
    {.names = "version", .type = Type::text},
};

constexpr ColumnSet kInstitutions[] = {
    {.names = "atopid", .required = true, .low = 1000, .high = 9999},
    {.names = "atopidphase", .type = Type::number, .required = true},
    {.names = "milinst formal", .required = true, .low = 0, .high = 2},
    {.names = "version", .type = Type::text},
};

constexpr DayColumns kAllianceDays[] = {{"begyr", "begmo", "begday"}, {"endyr", "endmo", "endday"}};
constexpr SpellColumns kAllianceSpell[] = {{kAllianceDays[0], kAllianceDays[1]}};
constexpr DayColumns kMemberDays[] = {{"yrent", "moent", "dayent"},
                                      {"yrexit", "moexit", "dayexit"}};
constexpr SpellColumns kMemberSpell[] = {{kMemberDays[0], kMemberDays[1]}};

constexpr Holds kAllianceOpen[] = {{"endyr", "0"}, {"ineffect", "1"}};
constexpr Holds kMemberOpen[] = {{"yrexit", "0"}, {"ineffect", "1"}};
constexpr std::string_view kOpen = "in force when the data end: the end is not known";
constexpr Censoring kAllianceCensoring[] = {{kAllianceOpen, "endyr endmo endday", kOpen}};
constexpr Censoring kMemberCensoring[] = {{kMemberOpen, "yrexit moexit dayexit", kOpen}};

constexpr std::string_view kSigned = "entries are days of signature, not of ratification";
constexpr std::string_view kNames = "5.0999999=5.1";

constexpr Layout kLayouts[] = {
    {.table = "atop_alliance",
     .meaning = "alliances, one row each",
     .columns = kAlliance,
     .key = "atopid",
     .version_names = kNames,
     .year = "begyr",
     .days = kAllianceDays,
     .spells = kAllianceSpell,
     .censoring = kAllianceCensoring,
     .remark = kSigned},
    {.table = "atop_phase",
     .meaning = "phases of alliances, one row each",
     .columns = kPhase,
     .key = "atopid phase",
     .version_names = kNames,
     .year = "begyr",
     .days = kAllianceDays,
     .spells = kAllianceSpell,
     .censoring = kAllianceCensoring,
     .remark = kSigned},
    {.table = "atop_member",
     .meaning = "what each member promised, one row a member, phase and spell",
     .columns = kMember,
     .key = "atopid member phase yrent moent dayent",
     .key_gaps = true,
     .version_names = kNames,
     .year = "yrent",
     .days = kMemberDays,
     .spells = kMemberSpell,
     .censoring = kMemberCensoring,
     .remark = kSigned},
    {.table = "atop_directed",
     .meaning = "what state 1 promised state 2, one row a directed pair and year",
     .columns = kDirected,
     .key = "ccode1 ccode2 year",
     .version = "5.1",
     .year = "year"},
    {.table = "atop_state_year",
     .meaning = "what each state promised in a year",
     .columns = kStateYear,
     .key = "state year",
     .version_names = kNames,
     .year = "year"},
    {.table = "atop_institution",
     .meaning = "military institutions and formality of phases (Leeds and Anac 2005)",
     .columns = kInstitutions,
     .key = "atopidphase",
     .version_names = kNames},
};

}  // namespace

extern const Format atop{
    .name = "atop",
    .title = "Alliance Treaty Obligations and Provisions",
    .citation =
        "Leeds, Ritter, Mitchell and Long (2002). Alliance Treaty Obligations and "
        "Provisions, 1815-1944. International Interactions 28: 237-260.",
    .terms = "Cite the authors; read from files of your own.",
    .layouts = kLayouts,
};

}  // namespace entente::history
