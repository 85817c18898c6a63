#include "scenario/scenario_fields.h"

#include <algorithm>
#include <cassert>

#include "scenario/make_fields.h"

namespace entente::scenario {
namespace {

using namespace fields;

constexpr ScenarioKey kScenario[] = {
    {required(text("name", "Name of the scenario."))},
    {name_of("base", "scenario", "Scenario this one changes: a name, or a file beside this one.",
             "reference_2026")},
    {boolean("empty", "Starts from nothing: only what is written in the file holds.", "false")},
    {{.name = "date",
      .type = Type::date,
      .help = "Day the scenario describes.",
      .fallback = "that of the base"}},
    {integer("horizon", "days", "How long a contingency is looked at.", "90", 1, 3650)},
    {integer("after_months", "months",
             "How long after its date the world is looked at: a lever that takes longer is not in "
             "effect.",
             "120", 0, 1200)},
    {name_of("sets", "contingency", "Which contingencies come due together.",
             "those of the base; new contingencies one by one and all together; in an empty "
             "scenario all together"),
     Shape::sets},
};

constexpr ScenarioKey kContingency[] = {
    {required(name_of("id", "contingency",
                      "Its name; of one that the base has, only what is written changes."))},
    {text("name", "Its title.", "its id")},
    {text("event", "What happens, as in `casus`; required of a new one.")},
    {name_of("theatre", "contingency", "Whose bases and days of deployment apply.", "its id")},
    {number("weight", "", "What a shortfall counts (w_c).", "1")},
    {number("weight_low", "", "Least weight, where it is an assumption.")},
    {number("weight_high", "", "Greatest weight.")},
    {choice("weight_status", kStatuses, "How the weight is known.")},
    {choice("weight_confidence", kConfidences, "How sure a weight that is no assumption is.")},
    {number("loss_clock", "days", "Until the aim is lost; 0: not said.", "0")},
    {number("loss_clock_low", "days", "Least number of days.")},
    {number("loss_clock_high", "days", "Greatest number of days.")},
    {choice("loss_clock_status", kStatuses, "How the days are known.")},
    {choice("loss_clock_confidence", kConfidences, "How sure they are.")},
    {name_of("sponsor", "state", "The state behind attackers that are no states.", "nobody")},
    {number("link", "share", "The sponsor's share in the decision, 0 to 1.", "1")},
    {number("link_low", "share", "Least share.")},
    {number("link_high", "share", "Greatest share.")},
    {choice("link_status", kStatuses, "How the share is known.")},
    {choice("link_confidence", kConfidences, "How sure it is.")},
    {number("attribution", "probability", "That the sponsor is found out, 0 to 1.", "0.55")},
    {number("attribution_low", "probability", "Least probability.", "0.2")},
    {number("attribution_high", "probability", "Greatest probability.", "0.9")},
    {choice("attribution_status", kStatuses, "How it is known.")},
    {choice("attribution_confidence", kConfidences, "How sure it is.")},
    {text("source", "Where it comes from.", "the scenario")},
    {name_of("demand", "amount", "Units in place that an answer takes, the targets' included."),
     Shape::rows},
    {name_of("host_supply", "amount", "Units that the targets have in place themselves.", "none"),
     Shape::rows},
    {name_of("red_committed", "amount", "Units that the attackers bring.", "none"), Shape::rows},
};

constexpr ScenarioKey kAmount[] = {
    {required(name_of("element", "element", "Which units."))},
    {required(
        integer("day", "days", "From this day to the next row of the element.", "", 0, 3650))},
    {required(number("amount", kUnits, "How many."))},
    {number("low", kUnits, "Least, where it is an assumption.")},
    {number("high", kUnits, "Greatest.")},
    {choice("status", kStatuses, "How the amount is known.", "known; with a range an assumption")},
    {choice("confidence", kConfidences, "How sure an amount that is no assumption is.")},
    {text("source", "Where it comes from.", "that of the contingency")},
};

constexpr ScenarioKey kState[] = {
    {required(name_of("id", "state", "A code or a slug; a state of one's own needs no more."))},
    {number("forces", kUnits,
            "Units by element, all at home: at the first home base of the state, or at a base "
            "called as the state in small letters; in place of its other pools of the element."),
     Shape::amounts},
};

constexpr ScenarioKey kPool[] = {
    {text("id", "A name for `[[deploy]]`.")},
    {required(name_of("owner", "state", "Whose forces."))},
    {required(text("base", "Where they are based."))},
    {required(name_of("element", "element", "Which units."))},
    {number("amount", kUnits,
            "How many; required of a new pool. Of a pool that is there, only the keys given "
            "change.")},
    {number("amount_low", kUnits, "Least, where the amount is an assumption.")},
    {number("amount_high", kUnits, "Greatest.")},
    {share("ready", "Usable on every day.", "the readiness tables; in an empty scenario 1")},
    {share("home_defence", "Stays at home, or in the region of a forward base.", "0")},
    {share("home_defence_low", "Least, where the share is an assumption.")},
    {share("home_defence_high", "Greatest.")},
    {boolean("home", "At home, not deployed forward.",
             "as it is; else whether the owner is at home there; in an empty scenario true")},
    {text("moved_from", "`OWNER/base` from which the amount is taken away.")},
};

constexpr ScenarioKey kReadiness[] = {
    {required(name_of("element", "element",
                      "Which units; all days of the element are replaced together."))},
    {required(integer("day", "days", "Since the order.", "", 0, 3650))},
    {required(share("share", "Usable on that day; in between along a straight line."))},
};

constexpr ScenarioKey kDeploy[] = {
    {required(text("pool",
                   "An id, `OWNER`, a base, `OWNER/base` or `OWNER/base/element`: every pool that "
                   "it fits."))},
    {required(name_of("contingency", "contingency", "Where they go."))},
    {number("days", "days", "From the order to being ready there; required unless empty.",
            "0 in an empty scenario")},
    {number("km", "km", "The way there; counts where lift is limited.",
            "what the library has, else 0")},
};

constexpr ScenarioKey kMunitionStock[] = {
    {required(text("holder", "Who has them: a state, or a group that holds together."))},
    {required(
        name_of("munition", "munition", "Which class; `entente list munitions` names them."))},
    {number("stock", "rounds", "What there is.", "that of the base, else 0"), Shape::ranged},
    {number("production_month", "rounds a month", "What is made.", "that of the base, else 0"),
     Shape::ranged},
};

constexpr ScenarioKey kMunitionUse[] = {
    {required(name_of("contingency", "contingency", "What is answered."))},
    {required(name_of("munition", "munition", "Which class."))},
    {required(number("per_day", "rounds a day", "What is used from the first day.")),
     Shape::ranged},
    {number("days", "days", "How long that rate is said to hold.", "not said"), Shape::ranged},
    {number("half_life", "days", "In how many days the use then halves.", "not said"),
     Shape::ranged},
};

constexpr ScenarioKey kElementWeights[] = {
    {number("ELEMENT", "per unit",
            "What one unit short over the whole horizon counts (v_k); in an empty scenario any "
            "name, which makes it an element.",
            "1 over the time-averaged net demand of all contingencies")},
};

constexpr ScenarioKey kCommitment[] = {
    {required(name_of("promisor", "state", "Who promises."))},
    {required(name_of("beneficiary", "state", "To whom."))},
    {choice("kind", kDuties, "The duty.", "fight")},
    {choice("form", kForms, "The legal form.", "treaty")},
    {integer("institution", "", "0 none, 1 contact, 2 staff, 3 integrated command.", "0", 0, 3)},
    {number("reliability", "probability", "Fixes how likely the promise is kept.", "worked out",
            1)},
};

constexpr ScenarioKey kAgreements[] = {
    {name_of("add", "agreement",
             "Agreements of the library to take into an empty scenario, or agreement files.",
             "none"),
     Shape::list},
    {name_of("remove", "agreement", "Agreements left out.", "none"), Shape::list},
};

constexpr ScenarioKey kReadings[] = {
    {name_of("READING", "reading",
             "Its value, where law is disputed; `entente list readings` names them.",
             "that of the library")},
};

constexpr ScenarioKey kTurn[] = {
    {required(integer("year", "year", "In which it happens, after that of the scenario's date.", "",
                      1, 9999))},
    {required(name_of("promisor", "state", "Who changes its mind."))},
    {between("doubt", "probits",
             "Shift of all its promises from then on, in place of the one before; below 0 is "
             "doubt.",
             "as it was", -3, 3),
     Shape::ranged},
    {name_of("leaves", "agreement", "Agreements that no longer bind it from then on.", "none"),
     Shape::list},
    {name_of("returns", "agreement", "Agreements it left that bind it again from then on.", "none"),
     Shape::list},
};

constexpr ScenarioKey kLever[] = {
    {required(name_of("card", "lever",
                      "A lever of the library (`entente list levers`), whose own fields the ones "
                      "given here replace; or a kind of lever with its fields, below."))},
    {between("cost", "bn USD of 2025 a year", "What it costs; below 0 it saves.",
             "worked out where the kind buys; else that of the lever, else 0", -1e5, 1e5),
     Shape::ranged},
    {number("delay_months", "months", "Until it is in effect.",
            "worked out where the kind buys; else that of the lever, else 0"),
     Shape::ranged},
    {name_of("excludes", "lever", "Levers that do not go together with it.",
             "those of the lever, else none"),
     Shape::list},
};

constexpr ScenarioKey kUncertainty[] = {
    {{.name = "ASSUMPTION",
      .type = Type::number,
      .help = "Range over which an assumption is sampled, by the name of its flag.",
      .fallback = "that of the assumption"},
     Shape::range},
};

constexpr ScenarioKey kModels[] = {
    {text("aggressor", "Card of the model of who attacks.", "that of the analysis")},
    {text("honour", "Card of how promises hang together.", "that of the analysis")},
    {text("adjudication", "Card of how fights end.", "that of the analysis")},
};

constexpr ScenarioSection kSections[] = {
    {"scenario", Form::table, "[scenario]", "The scenario itself; required.", kScenario},
    {"contingency", Form::tables, "a contingency",
     "Something the alliances may have to answer: a new one, or changes to one of the base.",
     kContingency},
    {"amount", Form::rows, "an amount", "A row of demand, host_supply or red_committed.", kAmount},
    {"state", Form::tables, "a state", "A state of the scenario's own, or forces of any state.",
     kState},
    {"pool", Form::tables, "a pool", "Units of one element of one owner at one base.", kPool},
    {"readiness", Form::tables, "a readiness", "How many units are usable how soon.", kReadiness},
    {"deploy", Form::tables, "a deployment", "How long pools take to a contingency.", kDeploy},
    {"munition_stock", Form::tables, "a stock of munitions",
     "What a holder has and makes of a munition; of a stock that is there, only what is written "
     "changes.",
     kMunitionStock},
    {"munition_use", Form::tables, "a use of munitions",
     "What answering a contingency uses, in place of what the base says.", kMunitionUse},
    {"element_weights", Form::table, "[element_weights]", "What shortfalls count, by element.",
     kElementWeights, true},
    {"commitment", Form::tables, "a commitment", "A promise beside those of the agreements.",
     kCommitment},
    {"agreements", Form::table, "[agreements]", "Agreements taken in or left out.", kAgreements},
    {"readings", Form::table, "[readings]", "How disputed law is read.", kReadings, true},
    {"turn", Form::tables, "a turn",
     "What a promisor does in a later year; questions that look years ahead answer to it.", kTurn},
    {"lever", Form::tables, "a lever", "Something a government does (docs/levers.md).", kLever,
     false, true},
    {"uncertainty", Form::table, "[uncertainty]", "Ranges of assumptions.", kUncertainty, true},
    {"models", Form::table, "[models]", "Which models answer.", kModels},
};

}  // namespace

std::span<const ScenarioSection> scenario_sections() { return kSections; }

const ScenarioSection& scenario_section(std::string_view name) {
  const auto* found = std::ranges::find(kSections, name, &ScenarioSection::name);
  assert(found != std::end(kSections));
  return *found;
}

}  // namespace entente::scenario
