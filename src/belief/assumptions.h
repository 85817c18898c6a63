/// Every coefficient of the reliability formula, with its range, its source and its status.
///
/// Floor 2; uses card. Each is a `card::Field`, so that a verb offers it as a flag, a study samples
/// it over its range, and a table shows what it moves. [P] published, [A] assumption of this
/// project.
#pragma once

#include <array>
#include <string_view>

#include "card/assumption.h"

namespace entente::belief {

/// The numbers that the formula of `reliability.h` takes. The defaults are those of the fields.
struct Assumptions {
  // Base rates by type; `with_rates` takes them from a choice.
  double theta0_defence = 0.41, theta0_offence = 0.74, theta0_neutrality = 0.78;
  double theta0_non_aggression = 0.37, theta0_consultation = 0.393;
  // Weights in logits.
  double b_institution = 0.5, b_tripwire = 0.3, b_nuclear = 0.5, b_discretion = 0.3;
  double b_statute = 0.7, b_consult = 1.0, b_form_most = 1.4;
  double b_stake = 0.8, b_policy = 0.7, b_power = 0.8;
  // What the law does not say, and no file yet.
  double tripwire = 0, stake_usa_twn = 1, policy_change = 0, cinc_change = 0;
  // Prior and common cause.
  double n0 = 8, rho = 0.3, w0 = 0.25;
};

/// One assumption: how it is offered, where it is kept, and whether it is published.
struct Assumption {
  card::Field field;
  double Assumptions::*value = nullptr;
  bool published = false;  ///< Else an assumption of this project; the sign may be published.
  bool rate = false;       ///< A base rate: chosen as a set, not one by one.
};

namespace fields {

using card::kOurs;
using card::number;

inline constexpr std::string_view kCount =
    "Berkemeier and Fuhrmann (2018); range: Wilson 95 % interval of the count";
inline constexpr std::string_view kSign =
    "Assumption; the sign is that of Leeds (2003), International Organization 57";

}  // namespace fields

/// All of them. Rates first, then weights, then what the law does not say, then prior and cause.
inline constexpr std::array kAssumptions = {
    Assumption{
        fields::number("theta0_defence", "probability", "Share of defence promises kept.",
                       "Berkemeier and Fuhrmann (2018) .41; Leeds, Long and Mitchell (2000) .745",
                       "0.41", 0.2, 0.75),
        &Assumptions::theta0_defence, true, true},
    Assumption{
        fields::number("theta0_offence", "probability", "Share of promises to join an attack kept.",
                       fields::kCount, "0.74", 0.59, 0.85),
        &Assumptions::theta0_offence, true, true},
    Assumption{
        fields::number("theta0_neutrality", "probability", "Share of promises of neutrality kept.",
                       fields::kCount, "0.78", 0.63, 0.88),
        &Assumptions::theta0_neutrality, true, true},
    Assumption{
        fields::number("theta0_non_aggression", "probability",
                       "Share of promises not to attack kept.", fields::kCount, "0.37", 0.24, 0.51),
        &Assumptions::theta0_non_aggression, true, true},
    Assumption{
        fields::number("theta0_consultation", "probability", "Share of promises to consult kept.",
                       fields::kCount, "0.393", 0.28, 0.52),
        &Assumptions::theta0_consultation, true, true},
    Assumption{
        fields::number("b_institution", "logit per level",
                       "Weight of a level of institution (0 to 3).", fields::kOurs, "0.5", 0, 1),
        &Assumptions::b_institution},
    Assumption{
        fields::number(
            "b_tripwire", "logit", "Weight of forces of the promisor in or next to the theatre.",
            "Assumption; small, for Musgrave and Ward (2023) find the effect weak", "0.3", 0, 1),
        &Assumptions::b_tripwire},
    Assumption{fields::number("b_nuclear", "logit",
                              "Weight of nuclear forces and sharing behind a promise.",
                              fields::kOurs, "0.5", 0, 1),
               &Assumptions::b_nuclear},
    Assumption{
        fields::number("b_discretion", "logit",
                       "What the promisor's own judgement or a vote takes away; "
                       "nothing where an organisation with command (level 3) decides in advance.",
                       fields::kOurs, "0.3", 0, 0.6),
        &Assumptions::b_discretion},
    Assumption{fields::number("b_statute", "logit", "What a form below a treaty takes away.",
                              fields::kOurs, "0.7", 0, 1.4),
               &Assumptions::b_statute},
    Assumption{
        fields::number("b_consult", "logit", "What it takes away that only consultation is owed.",
                       fields::kOurs, "1", 0, 2),
        &Assumptions::b_consult},
    Assumption{fields::number("b_form_most", "logit",
                              "The most that form and consultation take away together.",
                              fields::kOurs, "1.4", 0.7, 2.8),
               &Assumptions::b_form_most},
    Assumption{fields::number("b_stake", "logit", "Weight of a stake of the promisor of its own.",
                              fields::kOurs, "0.8", 0, 1.6),
               &Assumptions::b_stake},
    Assumption{
        fields::number("b_policy", "logit", "What a change of the promisor's policy takes away.",
                       fields::kSign, "0.7", 0, 1.4),
        &Assumptions::b_policy},
    Assumption{fields::number("b_power", "logit per unit",
                              "What a unit of change in log capability since signature "
                              "takes away.",
                              fields::kSign, "0.8", 0, 1.6),
               &Assumptions::b_power},
    Assumption{fields::number("tripwire", "",
                              "Forces of the promisor in or next to the theatre: 0 no, 1 yes.",
                              "Not in the library yet, so 0", "0", 0, 1),
               &Assumptions::tripwire},
    Assumption{fields::number("stake_usa_twn", "",
                              "Stake of the United States in Taiwan; all other stakes are 0.",
                              fields::kOurs, "1", 0, 2),
               &Assumptions::stake_usa_twn},
    Assumption{fields::number("policy_change", "",
                              "Change of policy process since signature: 0 none, 1 full.",
                              "Not in the library, so 0", "0", 0, 1),
               &Assumptions::policy_change},
    Assumption{fields::number("cinc_change", "log units",
                              "Absolute change of the promisor's log share of world "
                              "capability since signature.",
                              "0 unless history is imported", "0", 0, 1),
               &Assumptions::cinc_change},
    Assumption{
        fields::number("n0", "wars", "What the prior weighs: as much as so many observed wars.",
                       fields::kOurs, "8", 3, 30),
        &Assumptions::n0},
    Assumption{fields::number("rho", "correlation",
                              "Share of one promisor's doubt that is common to all its promises.",
                              fields::kOurs, "0.3", 0, 0.7),
               &Assumptions::rho},
    Assumption{
        fields::number(
            "w0", "", "How far what one saw of a promisor counts for another: 0 not, 1 fully.",
            "Assumption between Press (2005), 0, and Gibler (2008) and Crescenzi et al. (2012), 1",
            "0.25", 0, 1),
        &Assumptions::w0},
};

}  // namespace entente::belief
