// The tables of deterrence: columns, order and views.
#include "analysis/deterrence/tables.h"

namespace entente::analysis {
namespace {

using card::Column;

constexpr Column kAttack[] = {
    {"aggressor", "", "Who would attack."},
    {"contingency", "", "Where; each is decided for itself."},
    {"p_attack", "probability",
     "Share of draws of facts and stakes in which it attacks, others attacking only where that "
     "pays by itself: the least equilibrium."},
    {"p_attack_lo", "probability", "90 % interval of that share: more draws narrow it."},
    {"p_attack_hi", "probability", "Its upper end."},
    {"p_attack_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_p95", "probability", "Its upper end; empty where facts are not varied."},
    {"p_attack_greatest", "probability",
     "The same if each expects all others to attack: the greatest equilibrium."},
    {"p_attack_greatest_lo", "probability", "90 % interval of that share."},
    {"p_attack_greatest_hi", "probability", "Its upper end."},
    {"p_attack_greatest_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_greatest_p95", "probability", "Its upper end."},
    {"p_attack_naive", "probability",
     "Naive baseline: an aggressor that takes no account of allies at all."},
    {"p_attack_naive_lo", "probability", "90 % interval of that share."},
    {"p_attack_naive_hi", "probability", "Its upper end."},
    {"p_attack_naive_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_naive_p95", "probability", "Its upper end."},
    {"p_win", "probability", "That it wins against those who come: mean over draws."},
    {"p_win_lo", "probability", "90 % interval of the mean."},
    {"p_win_hi", "probability", "Its upper end."},
    {"p_win_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_win_p95", "probability", "Its upper end."},
    {"p_win_unaided", "probability", "That it would win against the target alone."},
    {"p_win_unaided_lo", "probability", "90 % interval of the mean."},
    {"p_win_unaided_hi", "probability", "Its upper end."},
    {"p_win_unaided_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_win_unaided_p95", "probability", "Its upper end."},
};
constexpr Column kCentral[] = {
    {"aggressor", "", "Who would attack."},
    {"contingency", "", "Where."},
    {"attacks", "", "With facts and assumptions at their values, in the least equilibrium."},
    {"attacks_naive", "", "The same if it took no account of allies."},
    {"gain", "prize",
     "What attacking is worth over leaving things as they are; above 0 it attacks."},
    {"gain_lo", "prize", "90 % interval over draws of honour."},
    {"gain_hi", "prize", "Its upper end."},
    {"p_win", "probability", "That it wins, mean over draws of honour."},
    {"p_win_lo", "probability", "90 % interval over draws of honour."},
    {"p_win_hi", "probability", "Its upper end."},
    {"p_win_all", "probability", "That it wins if everybody attacks at once."},
    {"p_win_all_lo", "probability", "90 % interval over draws of honour."},
    {"p_win_all_hi", "probability", "Its upper end."},
    {"umbrella", "probability",
     "Reliability of the nuclear promise; 1 where the target has weapons."},
};
constexpr Column kEquilibria[] = {
    {"least", "", "Contingencies attacked if each attacks only where that pays by itself."},
    {"greatest", "", "Contingencies attacked if each expects all others to attack."},
    {"fragility", "attacks", "Attacks in the greatest less attacks in the least."},
    {"share", "share of draws", "Of facts and stakes in which it comes out so."},
    {"share_lo", "share of draws", "90 % interval."},
    {"share_hi", "share of draws", "Its upper end."},
    {"central", "", "Whether it does with facts and assumptions at their values."},
};
constexpr Column kPure[] = {
    {"equilibrium", "", "A pure equilibrium with facts and assumptions at their values."},
    {"attacks", "attacks", "How many attack in it."},
};
constexpr Column kTipping[] = {
    {"what", "", "attack: exogenous attacks; loss_of_force: of all forces of a patron."},
    {"who", "", "The contingencies attacked, or the patron."},
    {"amount", "attacks or share", "How many attacks, or what share of its forces is lost."},
    {"amount_lo", "share", "90 % interval from quarters of the draws, where each of them tips."},
    {"amount_hi", "share", "Its upper end."},
    {"from", "", "Attacked before, with facts and assumptions at their values."},
    {"to", "", "Attacked after; as before where not even the loss of all tips it."},
};
constexpr Column kTurns[] = {
    {"contingency", "", "Whose attacker decides."},
    {"stake", "", "An assumption about it (its flag)."},
    {"unit", "", "Of the figures that follow."},
    {"value", "its unit", "As it is."},
    {"turns_at", "its unit", "Where the decision turns round, all else as it is."},
    {"turns_at_lo", "its unit", "90 % interval over draws of honour."},
    {"turns_at_hi", "its unit", "Its upper end."},
    {"low", "its unit", "Its range."},
    {"high", "its unit", "Its upper end."},
};
constexpr Column kJudges[] = {
    {"contingency", "", "Attacked alone, with facts and assumptions at their values."},
    {"judge", "", "A model of who wins, or the ensemble of those that apply."},
    {"p_win", "probability", "That the attacker wins, mean over draws of honour."},
    {"p_win_lo", "probability", "90 % interval over draws of honour."},
    {"p_win_hi", "probability", "Its upper end."},
    {"p_win_unaided", "probability", "That it wins if nobody comes."},
};
constexpr Column kGrey[] = {
    {"contingency", "", "A campaign below the threshold of armed attack."},
    {"incidents", "incidents", "Expected until it ends."},
    {"taken", "share of the prize", "Held at the end: the fait accompli."},
    {"taken_lo", "share of the prize", "90 % interval over draws of honour."},
    {"taken_hi", "share of the prize", "Its upper end."},
    {"slip", "probability", "That an incident is answered as an armed attack."},
    {"gain", "prize", "What the campaign is worth to the attacker."},
    {"gain_lo", "prize", "90 % interval over draws of honour."},
    {"gain_hi", "prize", "Its upper end."},
};
constexpr Column kPressed[] = {
    {"contingency", "", "Where a lever presses on whoever may attack."},
    {"levers", "", "Which."},
    {"balance", "",
     "as_is: in the least equilibrium; all_come: whoever promised does for certain; nobody_comes."},
    {"p_win", "probability", "That the attacker wins there, as it sees it."},
    {"factor", "", "By which attacks begin more or less often for the levers."},
    {"gain_without", "prize", "What attacking is worth there without them."},
    {"gain", "prize", "The same with them; above 0 it attacks."},
    {"effect", "prize", "The second less the first; below 0 they deter."},
    {"reads_as", "",
     "An offer: weakness where it has the attacker ask for more (factor above 1), whatever the "
     "concession itself is worth; else strength. Empty: no offer."},
    {"turns_at", "probability",
     "The chance of winning above which it reads as weakness; empty where it never does."},
};
constexpr Column kSuppliers[] = {
    {"contingency", "", "The war that is on."},
    {"helper", "", "Who helps the victim, and might be struck for it."},
    {"strikes", "", "Whether striking it pays."},
    {"strikes_naive", "", "Whether it would if nobody answered, not even the helper."},
    {"gain", "prize", "Worth of striking over not, facts and assumptions at their values."},
    {"gain_lo", "prize", "90 % interval over draws of honour."},
    {"gain_hi", "prize", "Its upper end."},
    {"answered", "probability", "Reliability of the best promise to fight for the helper."},
    {"guarantor", "", "Who made it; of equals the strongest."},
    {"turns_at", "probability",
     "The reliability below which striking would pay; empty where none does."},
    {"turns_at_lo", "probability", "90 % interval over draws of honour."},
    {"turns_at_hi", "probability", "Its upper end."},
};
constexpr Column kStrikes[] = {
    {"contingency", "", "The war that is on."},
    {"helper", "", "Who helps the victim, and might be struck for it."},
    {"now", "probability", "That the attacker wins as things are."},
    {"now_lo", "probability", "90 % interval over draws of honour."},
    {"now_hi", "probability", "Its upper end."},
    {"without", "probability", "Were the help gone and nobody answered."},
    {"without_lo", "probability", "90 % interval over draws of honour."},
    {"without_hi", "probability", "Its upper end."},
    {"entered", "probability", "Were the helper itself at war besides."},
    {"entered_lo", "probability", "90 % interval over draws of honour."},
    {"entered_hi", "probability", "Its upper end."},
    {"widened", "probability", "Were those bound to fight for it at war besides."},
    {"widened_lo", "probability", "90 % interval over draws of honour."},
    {"widened_hi", "probability", "Its upper end."},
    {"umbrella", "probability", "Reliability of the nuclear promise; 1: weapons of its own."},
};
constexpr Column kSponsors[] = {
    {"contingency", "", "Whose attackers are no states, but have one behind them."},
    {"group", "", "Who attacks."},
    {"sponsor", "", "The state behind it."},
    {"blame", "",
     "hidden: never found out; as_it_is: as likely as the scenario says; named: always."},
    {"link", "share", "The sponsor's share in the decision."},
    {"attribution", "probability", "That the attack is laid at its door."},
    {"p_attack", "probability", "Share of draws in which it attacks; the others as at least."},
    {"p_attack_lo", "probability", "90 % interval of that share."},
    {"p_attack_hi", "probability", "Its upper end."},
    {"p_attack_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"p_attack_p95", "probability", "Its upper end."},
    {"bound", "states",
     "Bound to fight or assist by the law of that event: the group's, or, where "
     "it is named, the sponsor's."},
};
constexpr Column kSwitch[] = {
    {"contingency", "", "Where."},
    {"supplied", "probability", "Share of draws in which it is attacked if nothing is withheld."},
    {"supplied_lo", "probability", "90 % interval of that share."},
    {"supplied_hi", "probability", "Its upper end."},
    {"supplied_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"supplied_p95", "probability", "Its upper end."},
    {"withheld", "probability", "The same draws with the patron's services withheld."},
    {"withheld_lo", "probability", "90 % interval of that share."},
    {"withheld_hi", "probability", "Its upper end."},
    {"withheld_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"withheld_p95", "probability", "Its upper end."},
    {"more", "probability", "The second less the first, paired draw by draw."},
    {"more_lo", "probability", "90 % interval of that difference."},
    {"more_hi", "probability", "Its upper end."},
    {"more_p05", "probability", "Spread over worlds of facts and assumptions."},
    {"more_p95", "probability", "Its upper end."},
};
constexpr Column kStructure[] = {
    {"tested", "comparisons",
     "Pairs of sets compared: does one more attack make another less tempting?"},
    {"violated", "comparisons", "Where it does: the game is not supermodular there."},
    {"worst", "prize", "The largest fall of a gain by one more attack."},
    {"unstable_draws", "draws", "Draws in which an end found by best replies is no equilibrium."},
    {"draws", "draws", "Draws in all."},
};
constexpr card::TableSpec kTables[] = {
    {"attack", "Who attacks, how likely.", kAttack},
    {"central", "The decisions with facts and assumptions at their values.", kCentral},
    {"equilibria", "What is attacked at least and at most, the most frequent first.", kEquilibria},
    {"pure", "Every pure equilibrium with facts and assumptions at their values.", kPure},
    {"tipping", "What tips the least equilibrium into a worse one.", kTipping},
    {"turns", "Which stakes turn a decision round within their range.", kTurns},
    {"judges", "Who wins, judge by judge.", kJudges},
    {"grey_zone", "Campaigns below the threshold, priced.", kGrey},
    {"pressed", "What levers make of the decision from strength and from weakness.", kPressed},
    {"suppliers", "Whether those who help are struck too: an event and a decision of its own.",
     kSuppliers},
    {"strikes", "Who wins the war if helpers are struck.", kStrikes},
    {"sponsors", "Whether a state behind a group is found out; empty where no group attacks.",
     kSponsors},
    {"switch", "What withholding does to deterrence; empty where --cutoff names nobody.", kSwitch},
    {"structure", "Whether one attack always invites another.", kStructure},
};
constexpr card::View kViews[] = {
    {.table = "attack"},
    {.table = "central"},
    {.table = "equilibria", .most = 10},
    {.table = "pure"},
    {.table = "tipping"},
    {.table = "turns", .most = 20},
    {.mark = card::Mark::folded, .table = "judges", .x = "judge", .most = 12},
    {.table = "grey_zone"},
    {.table = "pressed", .most = 12},
    {.table = "suppliers", .most = 12},
    {.mark = card::Mark::counted, .table = "strikes"},
    {.table = "sponsors"},
    {.table = "switch"},
    {.table = "structure"},
};

}  // namespace

std::span<const card::TableSpec> deterrence_tables() { return kTables; }
std::span<const card::View> deterrence_views() { return kViews; }

}  // namespace entente::analysis
