/// The columns of the tables of `explore`.
#include "inquiry/explore/tables.h"

namespace entente::inquiry {
namespace {

using card::Column;
using card::Mark;

constexpr Column kVariant{"variant", "", "The plan."};
constexpr Column kMeasure{"measure", "", "What is looked at; `all`: every threshold at once."};
constexpr Column kFactor{"factor", "", "What nobody controls."};

constexpr Column kIndices[] = {
    kVariant,
    kMeasure,
    kFactor,
    {"first", "share of variance", "Of the variance, what the factor does alone; may be below 0."},
    {"first_lo", "share of variance", "90 % interval of sampling (bootstrap of the points)."},
    {"first_hi", "share of variance", "The same, upper end."},
    {"total", "share of variance", "What is gone of the variance where the factor is known."},
    {"total_lo", "share of variance", "90 % interval of sampling."},
    {"total_hi", "share of variance", "The same, upper end."},
    {"rank_correlation", "-1 to 1", "Baseline: how ranks of factor and measure go together."},
};
constexpr Column kSecond[] = {
    kVariant,
    kMeasure,
    kFactor,
    {"with", "", "The other factor."},
    {"second", "share of variance", "What the two do together beyond what each does alone."},
    {"second_lo", "share of variance", "90 % interval of sampling."},
    {"second_hi", "share of variance", "The same, upper end."},
};
constexpr Column kScreening[] = {
    kVariant,
    kMeasure,
    kFactor,
    {"mu", "of the measure", "Mean change of the measure per whole range of the factor."},
    {"mu_star", "of the measure", "Mean size of the change."},
    {"mu_star_lo", "of the measure", "90 % interval of sampling."},
    {"mu_star_hi", "of the measure", "The same, upper end."},
    {"sigma", "of the measure", "Its standard deviation: the factor interacts, or bends."},
};
constexpr Column kBoxes[] = {
    kVariant,
    kMeasure,
    {"box", "", "The first covers most; a second one is sought outside it."},
    kFactor,
    {"from", "", "Least value inside; empty where the box is open below."},
    {"to", "", "Greatest value inside; empty where it is open above."},
    {"quasi_p", "probability", "Chance of as many failures without this restriction."},
    {"coverage", "share", "Of all failures, what lies inside."},
    {"density", "share", "Of the futures inside, what fails."},
    {"mass", "share", "Of all futures, what lies inside (of those outside earlier boxes)."},
    {"base_rate", "share", "Baseline: of all futures, what fails."},
};
constexpr Column kTrajectory[] = {
    kVariant,
    kMeasure,
    {"step", "", "0: all futures; each step peels some off."},
    {"coverage", "share", "Of all failures, what lies inside."},
    {"density", "share", "Of the futures inside, what fails."},
    {"mass", "share", "Of all futures, what lies inside."},
    {"restricted", "factors", "How many factors restrict the box."},
};
constexpr Column kRegret[] = {
    kVariant,
    kMeasure,
    {"mean", "of the measure", "Mean over the futures of what the best plan there does better."},
    {"mean_lo", "of the measure", "90 % interval of sampling."},
    {"mean_hi", "of the measure", "The same, upper end."},
    {"p90", "of the measure", "Regret that nine of ten futures do not pass."},
    {"p90_lo", "of the measure", "90 % interval of sampling."},
    {"p90_hi", "of the measure", "The same, upper end."},
    {"most", "of the measure", "The greatest of the futures that were run; more may be found."},
    {"minimax", "", "Whether no other plan has a smaller greatest regret."},
    {"best", "share", "Of the futures, those in which no plan does better."},
};
constexpr Column kMet[] = {
    kVariant,
    kMeasure,
    {"asked", "", "What is asked of the plan."},
    {"met", "share", "Of the futures, those in which it is met (domain criterion)."},
    {"met_lo", "share", "90 % interval of sampling (Wilson)."},
    {"met_hi", "share", "The same, upper end."},
};
constexpr Column kFrontier[] = {
    kVariant,
    kMeasure,
    {"mean", "of the measure", "Mean over the futures."},
    {"mean_lo", "of the measure", "90 % interval of sampling."},
    {"mean_hi", "of the measure", "The same, upper end."},
    {"on_frontier", "", "Whether no other plan is as good on all measures and better on one."},
    {"undominated", "share", "Of the futures, those in which that holds."},
};
constexpr Column kTipping[] = {
    kVariant,
    kMeasure,
    kFactor,
    {"turns", "", "threshold: what is asked; else the plan it is compared with."},
    {"plain", "of the measure", "Loss beyond the threshold, or beyond that plan's, nothing moved."},
    {"at_low", "of the measure", "The same at the lower end of the factor."},
    {"at_high", "of the measure", "The same at the upper end."},
    {"tips_at", "", "The value nearest to the plain one at which it turns; empty: nowhere."},
    {"when", "", "Whether it turns when the factor goes above it or below it."},
    {"turns_seen", "", "Turns over the whole range; more than one: not monotone."},
};
constexpr Column kFactors[] = {
    kFactor,
    {"name", "", "Its title."},
    {"sets", "", "What it sets."},
    {"low", "", "Least value, or the first of its values."},
    {"high", "", "Greatest value, or the last of its values."},
    {"plain", "", "Its value while others are moved one at a time."},
    {"unit", "", "Its unit."},
};
constexpr Column kMeasures[] = {
    kMeasure,
    {"name", "", "Its title."},
    {"analysis", "", "The analysis that is run."},
    {"table", "", "The table that is read."},
    {"column", "", "The column."},
    {"rows", "", "Which rows; empty: all."},
    {"aggregate", "", "What is made of them; empty: one cell."},
    {"unit", "", "Its unit."},
    {"aim", "", "Whether less is better or more."},
};
constexpr Column kExperiments[] = {
    {"experiment", "", "Number of the point; each factor and each measure has a column too."},
    {"policy", "", "The plan."},
};

constexpr card::TableSpec kTables[] = {
    {"indices",
     "How much of the variance each factor brings; empty but for Sobol' designs, where "
     "only the rank correlation stands.",
     kIndices},
    {"boxes", "Where a plan fails: boxes of futures in which failures are dense.", kBoxes},
    {"regret", "What a plan loses to the best plan of each future.", kRegret},
    {"satisficing", "In how many futures a plan does what is asked.", kMet},
    {"frontier", "Plans over all measures at once.", kFrontier},
    {"tipping", "Where one factor, moved alone, turns an answer round.", kTipping},
    {"screening", "Elementary effects; of Morris designs.", kScreening},
    {"second_order", "Pairs of factors; where asked for.", kSecond},
    {"trajectory", "Every step to the first box.", kTrajectory},
    {"factors", "What is not known, with its range.", kFactors},
    {"measures", "What is looked at.", kMeasures},
    {"experiments", "Every point and what came out.", kExperiments},
};

constexpr card::View kViews[] = {
    {.table = "indices", .most = 24},
    {.table = "boxes", .most = 24},
    {.table = "regret"},
    {.table = "satisficing"},
    {.table = "frontier"},
    {.table = "tipping", .most = 24},
    {.table = "screening", .most = 24},
    {.table = "second_order", .most = 12},
    {.mark = Mark::counted, .table = "trajectory"},
    {.table = "factors"},
    {.table = "measures"},
    {.mark = Mark::counted, .table = "experiments"},
};

}  // namespace

std::span<const card::TableSpec> explore_tables() { return kTables; }
std::span<const card::View> explore_views() { return kViews; }

}  // namespace entente::inquiry
