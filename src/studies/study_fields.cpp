#include "studies/study_fields.h"

#include <algorithm>
#include <cassert>

namespace entente::studies {
namespace {

using card::Field;
using card::Type;
using scenario::Form;
using scenario::ScenarioKey;
using scenario::ScenarioSection;
using scenario::Shape;

constexpr std::string_view kMoney = "bn USD of 2025 a year";

constexpr ScenarioKey kStudy[] = {
    {{.name = "name", .help = "Name of the study.", .required = true}},
    {{.name = "question", .help = "What it asks, in a sentence."}},
    {{.name = "scenario",
      .type = Type::name_of,
      .help = "The scenario that variants change.",
      .fallback = "reference_2026",
      .of = "scenario"}},
    {{.name = "hub",
      .type = Type::name_of,
      .help = "The state at the centre: `dependence` is on it, and `hub_allies` are its own.",
      .fallback = "USA",
      .of = "state"}},
    {{.name = "baseline",
      .help = "The variant that the others are compared with.",
      .fallback = "the first"}},
    {{.name = "measures",
      .type = Type::choice,
      .help = "What is looked at.",
      .fallback = "all",
      .choices = kMeasureNames},
     Shape::list},
    {{.name = "money",
      .type = Type::number,
      .unit = kMoney,
      .help = "What a variant that spends has to spend.",
      .low = 0,
      .high = 10000}},
    {{.name = "levels",
      .type = Type::number,
      .unit = kMoney,
      .help = "Further amounts for which the gap of the largest set is told.",
      .low = 0,
      .high = 10000},
     Shape::list},
    {{.name = "years",
      .type = Type::number,
      .unit = "years",
      .help = "For how long it is spent.",
      .fallback = "10",
      .low = 1,
      .high = 50}},
};

constexpr ScenarioKey kBelief[] = {
    {{.name = "id", .help = "Its name in the tables.", .required = true}},
    {{.name = "name", .help = "Its title.", .fallback = "its id"}},
    {{.name = "levers",
      .type = Type::name_of,
      .help = "What is believed, as levers that every variant pulls.",
      .of = "lever"},
     Shape::rows},
};

constexpr ScenarioKey kVariant[] = {
    {{.name = "id", .help = "Its name in the tables.", .required = true}},
    {{.name = "name", .help = "Its title.", .fallback = "its id"}},
    {{.name = "base", .help = "A variant whose levers and spending it takes over."}},
    {{.name = "drop", .help = "Cards of levers of its base that it leaves out."}, Shape::list},
    {{.name = "beliefs", .help = "Under which beliefs it is looked at.", .fallback = "all"},
     Shape::list},
    {{.name = "levers",
      .type = Type::name_of,
      .help = "What is done, as [[lever]] of a scenario; `hub_allies` is a group here.",
      .of = "lever"},
     Shape::rows},
    {{.name = "spend",
      .type = Type::name_of,
      .help = "How money becomes forces.",
      .fallback = "that of its base, else none",
      .of = "spend"},
     Shape::rows},
};

constexpr ScenarioKey kSpend[] = {
    {{.name = "how",
      .type = Type::choice,
      .help = "present_mix: each state more of what it has. each_alone: each state what closes "
              "most of its own gaps, counting on itself and the hub. pooled: all together what "
              "closes most of the gap of all contingencies at once.",
      .choices = kSpendNames,
      .required = true}},
    {{.name = "money",
      .type = Type::number,
      .unit = kMoney,
      .help = "What is spent.",
      .fallback = "that of the study",
      .low = 0,
      .high = 10000}},
    {{.name = "lines",
      .type = Type::number,
      .help = "Lines of production of an element: its purchase costs lines^kappa times as much.",
      .fallback = "present_mix 6; each_alone as many as states; pooled 3",
      .low = 1,
      .high = 200}},
    {{.name = "states",
      .type = Type::name_of,
      .help = "Who spends, shared by GDP: states, groups, either with a minus to leave it out.",
      .fallback = "hub_allies",
      .of = "state"},
     Shape::list},
};

constexpr ScenarioKey kExplore[] = {
    {{.name = "design",
      .type = Type::choice,
      .help = "How points are chosen: sobol gives shares of variance; latin_hypercube spreads few "
              "points; morris screens many factors; factorial takes every combination.",
      .fallback = "sobol",
      .choices = kDesignNames}},
    {{.name = "size",
      .type = Type::integer,
      .help = "Base points of sobol, points of latin_hypercube, trajectories of morris, levels a "
              "factor of factorial.",
      .fallback = "64, 256, 20, 3",
      .low = 1,
      .high = 1e6}},
    {{.name = "second_order",
      .type = Type::boolean,
      .help = "Whether pairs of factors are told apart: N (2 k + 2) points instead of N (k + 2).",
      .fallback = "false"}},
    {{.name = "belief", .help = "Under which belief is explored.", .fallback = "the first"}},
};

constexpr ScenarioKey kFactor[] = {
    {{.name = "id", .help = "Its name in the tables.", .required = true}},
    {{.name = "name", .help = "Its title.", .fallback = "its id"}},
    {{.name = "assumption", .help = "Sets an assumption of the models, by the name of its flag."}},
    {{.name = "facts",
      .help = "Sets a group of facts, as table `turning` of a study names it (forces of CHN, "
              "readiness of USA, demand of taiwan), to a quantile of what is not known."}},
    {{.name = "argument", .help = "Sets a flag of the analyses that are run."}},
    {{.name = "lever",
      .type = Type::name_of,
      .help = "Pulls a lever in every variant, with the value in its `field`.",
      .of = "{ card = ... }"}},
    {{.name = "field", .help = "The field of the lever that takes the value."}},
    {{.name = "low",
      .type = Type::number,
      .help = "Least value.",
      .fallback = "that of the assumption; of facts 0.05"}},
    {{.name = "high",
      .type = Type::number,
      .help = "Greatest value.",
      .fallback = "that of the assumption; of facts 0.95"}},
    {{.name = "values", .help = "Its values, in place of a range."}, Shape::list},
    {{.name = "plain",
      .type = Type::number,
      .help = "Its value while other factors are moved one at a time.",
      .fallback = "the default of the flag, a quantile of 0.5, else the middle"}},
    {{.name = "whole",
      .type = Type::boolean,
      .help = "Whether it takes whole numbers only.",
      .fallback = "false"}},
};

constexpr ScenarioKey kMeasure[] = {
    {{.name = "id", .help = "Its name in the tables.", .required = true}},
    {{.name = "name", .help = "Its title.", .fallback = "its id"}},
    {{.name = "analysis", .help = "The analysis that is run.", .required = true}},
    {{.name = "subject", .help = "Its subject, where it is not the scenario."}},
    {{.name = "arguments",
      .type = Type::name_of,
      .help = "Its flags; `vary` is none unless written.",
      .of = "{ FLAG = value }"}},
    {{.name = "draws", .type = Type::integer, .help = "Its draws.", .low = 1, .high = 1e6}},
    {{.name = "table", .help = "The table of its record.", .required = true}},
    {{.name = "column", .help = "The column that is read.", .required = true}},
    {{.name = "rows",
      .type = Type::name_of,
      .help = "Which rows: the text that other columns must have.",
      .fallback = "all",
      .of = "{ COLUMN = value }"}},
    {{.name = "aggregate",
      .type = Type::choice,
      .help = "What is made of several rows; without it there must be one.",
      .choices = kAggregateNames}},
    {{.name = "aim",
      .type = Type::choice,
      .help = "Whether less is better or more.",
      .fallback = "less",
      .choices = kAimNames}},
    {{.name = "at_most", .type = Type::number, .help = "A plan fails where it is above this."}},
    {{.name = "at_least", .type = Type::number, .help = "A plan fails where it is below this."}},
};

constexpr ScenarioKey kClaim[] = {
    {{.name = "says", .help = "The argument, in a sentence.", .required = true}},
    {{.name = "reads", .help = "How it is read: what is computed and compared.", .required = true}},
    {{.name = "calibrated",
      .help = "Which reference values were tuned to show it, and that the factors reach the "
              "untuned ones."}},
};

constexpr ScenarioKey kCondition[] = {
    {{.name = "name", .help = "What it asks for.", .fallback = "its formula"}},
    {{.name = "left",
      .type = Type::name_of,
      .help = "A sum of outcomes of one future.",
      .of = "term",
      .required = true},
     Shape::rows},
    {{.name = "is",
      .type = Type::choice,
      .help = "How left compares with right.",
      .fallback = "above",
      .choices = kRelationNames}},
    {{.name = "right",
      .type = Type::name_of,
      .help = "Another sum.",
      .fallback = "none",
      .of = "term"},
     Shape::rows},
    {{.name = "value",
      .type = Type::number,
      .help = "A number that is added on the right.",
      .fallback = "0",
      .low = -1e12,
      .high = 1e12}},
};

constexpr ScenarioKey kTerm[] = {
    {{.name = "measure", .help = "A measure of the study, by its id.", .required = true}},
    {{.name = "variant", .help = "Under which variant.", .fallback = "the baseline"}},
    {{.name = "times",
      .type = Type::number,
      .help = "How many times.",
      .fallback = "1",
      .low = -1e6,
      .high = 1e6}},
};

constexpr ScenarioSection kStudySection{.name = "study",
                                        .form = Form::table,
                                        .what = "[study]",
                                        .help = "What is studied.",
                                        .keys = kStudy};
constexpr ScenarioSection kBeliefSection{.name = "belief",
                                         .form = Form::tables,
                                         .what = "a belief",
                                         .help = "Crossed with the variants.",
                                         .keys = kBelief};
constexpr ScenarioSection kVariantSection{.name = "variant",
                                          .form = Form::tables,
                                          .what = "a variant",
                                          .help = "One way to organise things.",
                                          .keys = kVariant};
constexpr ScenarioSection kSpendSection{.name = "spend",
                                        .form = Form::rows,
                                        .what = "`spend`",
                                        .help = "How the money of a variant becomes forces.",
                                        .keys = kSpend};
constexpr ScenarioSection kExploreSection{.name = "explore",
                                          .form = Form::table,
                                          .what = "[explore]",
                                          .help = "How a study is explored.",
                                          .keys = kExplore};
constexpr ScenarioSection kFactorSection{.name = "factor",
                                         .form = Form::tables,
                                         .what = "a factor",
                                         .help = "What nobody controls.",
                                         .keys = kFactor};
constexpr ScenarioSection kMeasureSection{.name = "measure",
                                          .form = Form::tables,
                                          .what = "a measure",
                                          .help = "What is looked at, in any table.",
                                          .keys = kMeasure};
constexpr ScenarioSection kClaimSection{.name = "claim",
                                        .form = Form::table,
                                        .what = "[claim]",
                                        .help = "An argument that the study tests.",
                                        .keys = kClaim};
constexpr ScenarioSection kConditionSection{
    .name = "condition",
    .form = Form::tables,
    .what = "a condition",
    .help = "What must be so in a future in which the claim holds: all of them.",
    .keys = kCondition};
constexpr ScenarioSection kTermSection{.name = "term",
                                       .form = Form::rows,
                                       .what = "a term",
                                       .help = "An outcome in a sum.",
                                       .keys = kTerm};
constexpr const ScenarioSection* kAll[] = {
    &kStudySection,  &kBeliefSection,  &kVariantSection, &kSpendSection,     &kExploreSection,
    &kFactorSection, &kMeasureSection, &kClaimSection,   &kConditionSection, &kTermSection};

}  // namespace

const ScenarioSection& study_section() { return kStudySection; }
const ScenarioSection& belief_section() { return kBeliefSection; }
const ScenarioSection& variant_section() { return kVariantSection; }
const ScenarioSection& spend_section() { return kSpendSection; }
const ScenarioSection& explore_section() { return kExploreSection; }
const ScenarioSection& factor_section() { return kFactorSection; }
const ScenarioSection& measure_section() { return kMeasureSection; }
const ScenarioSection& claim_section() { return kClaimSection; }
const ScenarioSection& condition_section() { return kConditionSection; }
const ScenarioSection& term_section() { return kTermSection; }
std::span<const ScenarioSection* const> study_sections() { return kAll; }

const Field& study_key(std::string_view name) {
  const auto found =
      std::ranges::find(kStudy, name, [](const ScenarioKey& one) { return one.field.name; });
  assert(found != std::end(kStudy));
  return found->field;
}

}  // namespace entente::studies
