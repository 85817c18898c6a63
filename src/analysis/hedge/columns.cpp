#include "analysis/hedge/tables.h"

namespace entente::analysis {
namespace {

using card::Column;

constexpr Column kState{"state", "", "Whose ladder."};
constexpr Column kBelief{"belief", "probability", "How likely the guarantor is to keep its word."};

constexpr Column kPolicy[] = {
    kState,
    {"year", "", "Calendar year."},
    kBelief,
    {"own_belief", "", "Whether that is the scenario's own belief, not a point of the lattice."},
    {"begin", "", "What the best plan begins that year; empty for nothing."},
    {"begin_if_waited", "", "The same if nothing was begun before that year."},
    {"reliability_left", "probability",
     "What is left of the belief that year, once what the plan began has cost its share."},
    {"same", "share of worlds",
     "In which the best plan begins just that in that year; empty where facts are not varied."},
    {"same_lo", "share of worlds", "90 % interval."},
    {"same_hi", "share of worlds", "Its upper end."},
};
constexpr Column kThresholds[] = {
    kState,
    {"option", "", "The option, by rung."},
    {"open", "", "Whether it may be begun, with the facts of the tables."},
    {"begin", "", "Year in which the best plan at the own belief begins it; empty for never."},
    {"below", "probability",
     "Highest belief of the lattice at which the best plan begins it: mean over the worlds in "
     "which "
     "there is one."},
    {"below_lo", "probability", "90 % interval of the mean."},
    {"below_hi", "probability", "Its upper end."},
    {"below_p05", "probability", "Spread over facts and assumptions."},
    {"below_p95", "probability", "Its upper end."},
    {"below_tables", "probability", "With the facts of the tables; empty where at none."},
    {"in_plan", "share of worlds", "In which the best plan at the own belief begins it."},
    {"in_plan_lo", "share of worlds", "90 % interval."},
    {"in_plan_hi", "share of worlds", "Its upper end."},
};
constexpr Column kAlone[] = {
    kState,
    {"option", "", "The option, by rung."},
    {"below", "probability",
     "Highest belief of the lattice at which beginning it now, alone and whatever its gate, beats "
     "doing nothing: mean over the worlds in which there is one."},
    {"below_lo", "probability", "90 % interval of the mean."},
    {"below_hi", "probability", "Its upper end."},
    {"below_p05", "probability", "Spread over facts and assumptions."},
    {"below_p95", "probability", "Its upper end."},
    {"below_tables", "probability", "With the facts of the tables; empty where at none."},
    {"pays", "share of worlds", "In which there is such a belief at all."},
    {"pays_lo", "share of worlds", "90 % interval."},
    {"pays_hi", "share of worlds", "Its upper end."},
};
constexpr Column kValues[] = {
    kState,
    kBelief,
    {"own_belief", "", "Whether that is the scenario's own belief."},
    {"nothing", "% of GDP", "Baseline: loss over all years if nothing is ever begun."},
    {"best", "% of GDP", "The same under the best plan, its cost included."},
    {"gain", "% of GDP", "Mean gain of the best plan over doing nothing."},
    {"gain_lo", "% of GDP", "90 % interval of the mean."},
    {"gain_hi", "% of GDP", "Its upper end."},
    {"gain_p05", "% of GDP", "Spread over facts and assumptions."},
    {"gain_p95", "% of GDP", "Its upper end."},
    {"gain_spend", "% of GDP",
     "Baseline: mean gain of always spending over doing nothing, whatever the gate."},
    {"gain_spend_lo", "% of GDP", "90 % interval of the mean."},
    {"gain_spend_hi", "% of GDP", "Its upper end."},
    {"gain_spend_p05", "% of GDP", "Spread over facts and assumptions."},
    {"gain_spend_p95", "% of GDP", "Its upper end."},
};
constexpr Column kWaiting[] = {
    kState,
    kBelief,
    {"own_belief", "", "Whether that is the scenario's own belief."},
    {"years", "years", "By which every decision is put off."},
    {"lost_tables", "% of GDP", "What that loses with the facts of the tables."},
    {"lost", "% of GDP", "Mean over worlds."},
    {"lost_lo", "% of GDP", "90 % interval of the mean."},
    {"lost_hi", "% of GDP", "Its upper end."},
    {"lost_p05", "% of GDP", "Spread over facts and assumptions."},
    {"lost_p95", "% of GDP", "Its upper end."},
};
constexpr Column kRegret[] = {
    kState,
    {"plan", "", "The plan that was chosen: best at a belief, or a baseline."},
    {"planned_at", "probability", "The belief it is best at; empty for baselines."},
    {"true_belief", "probability", "How reliable the guarantor really is."},
    {"regret", "% of GDP",
     "What the plan loses against the best one for a guarantor known to be just so reliable, with "
     "the facts of the tables."},
};
constexpr Column kAlliance[] = {
    kState,
    {"year", "", "Calendar year."},
    {"nothing", "probability",
     "Reliability of the guarantor if nothing is begun, with the facts of the tables."},
    {"plan", "probability", "Under the best plan at the own belief, likewise."},
    {"unaware", "probability",
     "Under a plan made as though hedging cost the guarantor nothing: what it really leaves."},
    {"kept", "share", "Share of its reliability that the best plan leaves, mean over worlds."},
    {"kept_lo", "share", "90 % interval of the mean."},
    {"kept_hi", "share", "Its upper end."},
    {"kept_p05", "share", "Spread over facts and assumptions."},
    {"kept_p95", "share", "Its upper end."},
    {"begun_unaware", "", "What such a plan begins that year."},
};
constexpr Column kAccommodation[] = {
    kState,
    kBelief,
    {"own_belief", "", "Whether that is the scenario's own belief."},
    {"year", "", "Calendar year in which it is begun, in either case."},
    {"chance_weak", "probability", "The attacker's chance then, as it sees it, without new arms."},
    {"chance_strong", "probability", "The same once new spending and partners stand."},
    {"weak_tables", "% of GDP", "Gain of accommodating over not, from weakness."},
    {"weak", "% of GDP", "Mean of that over worlds."},
    {"weak_lo", "% of GDP", "90 % interval of the mean."},
    {"weak_hi", "% of GDP", "Its upper end."},
    {"weak_p05", "% of GDP", "Spread over facts and assumptions."},
    {"weak_p95", "% of GDP", "Its upper end."},
    {"strong_tables", "% of GDP", "The same from strength."},
    {"strong", "% of GDP", "Mean of that over worlds."},
    {"strong_lo", "% of GDP", "90 % interval of the mean."},
    {"strong_hi", "% of GDP", "Its upper end."},
    {"strong_p05", "% of GDP", "Spread over facts and assumptions."},
    {"strong_p95", "% of GDP", "Its upper end."},
};
constexpr Column kGates[] = {
    kState,
    {"option", "", "The option."},
    {"needed", "share", "Support it needs."},
    {"opinion", "share", "Support it has, with the threat of the day."},
    {"open", "", "Whether it may be begun, with the facts of the tables."},
    {"because", "", "Why it is closed, where it is."},
    {"open_in", "share", "Share of worlds in which it is open."},
    {"open_in_lo", "share", "90 % interval."},
    {"open_in_hi", "share", "Its upper end."},
    {"opens_at", "threat",
     "Rise of threat that would bring support to the gate; empty where it is there or a full "
     "threat would not."},
    {"worth", "% of GDP",
     "What the best plan at the own belief gains if this gate alone opens, with the facts of the "
     "tables; empty where it is open, or no option."},
};
constexpr Column kOptions[] = {
    kState,
    {"option", "", "The option, by rung."},
    {"cost", "% of GDP", "A year, from its begin on."},
    {"cost_low", "% of GDP", "Least of its range."},
    {"cost_high", "% of GDP", "Most of it."},
    {"months", "months", "From the decision until it has its effect."},
    {"months_low", "months", "Least of its range."},
    {"months_high", "months", "Most of it."},
    {"effect_on", "", "What it changes."},
    {"effect", "share", "By how much, once it stands."},
    {"effect_low", "share", "Least of its range."},
    {"effect_high", "share", "Most of it."},
    {"sanction", "% of GDP", "What sanctions cost a year, from its begin on."},
    {"sanction_low", "% of GDP", "Least of its range."},
    {"sanction_high", "% of GDP", "Most of it."},
    {"abandonment", "share", "Of the guarantor's reliability that it costs."},
    {"abandonment_low", "share", "Least of its range."},
    {"abandonment_high", "share", "Most of it."},
    {"builds_on", "", "An option whose lead counts towards this one where it stands."},
    {"gate", "", "What kind of decision it is at home."},
    {"opinion", "share", "Support it has."},
    {"opinion_low", "share", "Least of its range."},
    {"opinion_high", "share", "Most of it."},
    {"rows_of", "", "The class whose rows stand for the state; empty where it has its own."},
    {"status", "", "Of cost, lead, effect, sanctions and abandonment."},
    {"source", "", "Of these."},
    {"opinion_status", "", "Of opinion."},
    {"opinion_source", "", "Of opinion."},
    {"note", "", "What else is to be known."},
};
constexpr Column kGuarantor[] = {
    kState,
    {"guarantor", "", "Whose promise is doubted."},
    {"agreement", "", "The most reliable promise; empty where it promised nothing."},
    {"article", "", "And its article."},
    {"duty", "", "fight, assist, supply or consult."},
    {"reliability", "probability", "The scenario's own belief."},
    {"reliability_p10", "probability", "Lower end of the interval that pessimism weighs."},
    {"reliability_p90", "probability", "Its upper end."},
    {"strengths", "", "Contingency the chances below are of, or `assumed`."},
    {"lost_alone", "probability", "That a war is lost if nobody comes."},
    {"lost_without", "probability", "If others come, but not the guarantor."},
    {"lost_with", "probability", "If the guarantor comes too."},
    {"dependent", "share", "Of own strength that its spares and munitions carry."},
    {"dependent_isr", "share", "Of own strength that its data and warning carry."},
    {"states", "count", "States of the programmes that were looked at."},
};
constexpr Column kAssumptions[] = {
    {"name", "", "The assumption, which is a flag of its own."},
    {"value", "", "What this run used, in its unit."},
    {"low", "", "Least of its range."},
    {"high", "", "Most of it."},
    {"unit", "", "Its unit."},
    {"source", "", "Where value or range come from."},
};

constexpr Column kTrade[] = {
    kState,
    {"contingency", "", "The attack that closes straits; empty where none is modelled."},
    {"at_risk", "% of trade at sea", "That would not go on meanwhile, as `goals` counts it."},
    {"cost_tables", "% of GDP", "What that adds to the cost of an attack; facts of the tables."},
    {"cost", "% of GDP", "The same: mean over worlds."},
    {"cost_lo", "% of GDP", "90 % interval of the mean."},
    {"cost_hi", "% of GDP", "Its upper end."},
    {"cost_p05", "% of GDP", "Spread over facts and assumptions."},
    {"cost_p95", "% of GDP", "Its upper end."},
    {"plan", "", "Best plan at the own belief with trade counted; facts of the tables."},
    {"plan_without", "", "The same with trade ignored."},
    {"changed", "", "Whether the two differ."},
    {"changed_at", "count", "Beliefs of the lattice of 21 at which they do."},
    {"gain", "% of GDP", "Of the plan over doing nothing, over all years, with trade counted."},
    {"gain_without", "% of GDP", "The same with trade ignored."},
};
constexpr card::TableSpec kTables[] = {
    {"policy", "What to begin, by year and belief.", kPolicy},
    {"thresholds", "The belief below which each rung is worth it.", kThresholds},
    {"alone", "The same of each rung by itself, gates apart.", kAlone},
    {"values", "The best plan beside two naive ones.", kValues},
    {"waiting", "The price of putting decisions off.", kWaiting},
    {"regret", "What a plan loses if the guarantor is not what was believed.", kRegret},
    {"alliance", "What hedging does to the guarantor's reliability.", kAlliance},
    {"accommodation", "Accommodation from weakness and from strength.", kAccommodation},
    {"gates", "What opinion at home closes.", kGates},
    {"guarantor", "Whose promise it is, and what a war would be with and without it.", kGuarantor},
    {"options", "The rows of the library that were used.", kOptions},
    {"assumptions", "The numbers that no table gives.", kAssumptions},
    {"trade", "What trade at risk adds, and what it changes (--trade counted).", kTrade},
};
constexpr card::View kViews[] = {
    {.mark = card::Mark::counted, .table = "policy"},
    {.mark = card::Mark::table, .table = "thresholds", .most = 10},
    {.mark = card::Mark::table, .table = "alone", .most = 10},
    {.mark = card::Mark::counted, .table = "values"},
    {.mark = card::Mark::table, .table = "waiting", .most = 3},
    {.mark = card::Mark::counted, .table = "regret"},
    {.mark = card::Mark::table, .table = "alliance", .most = 3},
    {.mark = card::Mark::counted, .table = "accommodation"},
    {.mark = card::Mark::table, .table = "gates", .most = 10},
    {.mark = card::Mark::table, .table = "guarantor", .most = 1},
    {.mark = card::Mark::counted, .table = "options"},
    {.mark = card::Mark::counted, .table = "assumptions"},
    {.mark = card::Mark::table, .table = "trade", .most = 12},
};

}  // namespace

std::span<const card::TableSpec> hedge_tables() { return kTables; }
std::span<const card::View> hedge_views() { return kViews; }

}  // namespace entente::analysis
