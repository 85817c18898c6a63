#include "inquiry/claims/tables.h"

#include <algorithm>
#include <cmath>

#include "base/digits.h"

namespace entente::inquiry {
namespace {

using card::Column;
using card::Value;
using studies::Axis;
using studies::Exploration;

constexpr double kLikelyChance = 0.05;  // Quasi-p above which a restriction is not named.

constexpr Column kClaim{"claim", "", "Its name; `entente describe NAME` says how it is read."};
constexpr Column kFactor{"factor", "", "What nobody controls."};

constexpr Column kClaims[] = {
    kClaim,
    {"says", "", "The argument."},
    {"holds_in", "share", "Of the futures, those in which every condition holds."},
    {"holds_in_lo", "share", "90 % interval of sampling (Wilson)."},
    {"holds_in_hi", "share", "The same, upper end."},
    {"finding", "", "What came out."},
    {"futures", "futures", "How many were run."},
    {"plain", "", "Whether it holds with every factor at its plain value."},
};
constexpr Column kReadings[] = {
    kClaim,
    {"reads", "", "What is computed and compared."},
    {"calibrated", "", "Which reference values were tuned to show it; empty: none."},
};
constexpr Column kConditions[] = {
    kClaim,
    {"condition", "", "What must be so."},
    {"formula", "", "In measures and variants of the study."},
    {"holds_in", "share", "Of the futures, those in which it holds."},
    {"holds_in_lo", "share", "90 % interval of sampling (Wilson)."},
    {"holds_in_hi", "share", "The same, upper end."},
    {"left", "of the measures", "Left sum, mean over the futures."},
    {"left_p05", "of the measures", "Its spread over the futures, 5 %."},
    {"left_p95", "of the measures", "The same, 95 %."},
    {"right", "of the measures", "Right sum, mean over the futures."},
    {"right_p05", "of the measures", "Its spread over the futures, 5 %."},
    {"right_p95", "of the measures", "The same, 95 %."},
    {"plain_left", "of the measures", "Left sum with every factor at its plain value."},
    {"plain_right", "of the measures", "Right sum there."},
};
constexpr Column kBoxes[] = {
    kClaim,
    {"box", "", "The second lies among what the first leaves out."},
    kFactor,
    {"from", "", "Lower end of the box; empty: free."},
    {"to", "", "Upper end; empty: free."},
    {"quasi_p", "", "Chance of so many failures without this restriction."},
    {"coverage", "share", "Of all futures in which the claim fails, those in the box."},
    {"density", "share", "Of the futures in the box, those in which it fails."},
    {"mass", "share", "Of the futures, those in the box."},
    {"base_rate", "share", "Of all futures, those in which it fails: the naive baseline."},
};
constexpr Column kDrivers[] = {
    kClaim,
    {"condition", "", "What must be so."},
    kFactor,
    {"rank_correlation", "", "Of the factor with what speaks for the condition."},
};
constexpr Column kFactors[] = {
    kClaim,
    kFactor,
    {"name", "", "Its title."},
    {"sets", "", "What it sets."},
    {"low", "", "Least value, or the first of its values."},
    {"high", "", "Greatest value, or the last of its values."},
    {"plain", "", "Its plain value."},
    {"unit", "", "Its unit."},
};
constexpr card::TableSpec kTables[] = {
    {"claims", "What each argument says, and in how many futures it holds.", kClaims},
    {"readings", "How each argument is read.", kReadings},
    {"conditions", "What must be so for a claim to hold.", kConditions},
    {"boxes", "Where a claim fails.", kBoxes},
    {"drivers", "What speaks for and against each condition.", kDrivers},
    {"factors", "What is not known, and its ranges.", kFactors},
};

std::string percent(double share) { return fixed(100 * share, 0); }

/// "hub_doubt below -.4 and warning above 6": the first box, without what may be chance.
std::string box_words(const Exploration& e, const Judged& judged) {
  if (judged.failing.boxes.empty()) return "";
  const solve::PrimSearch& found = judged.failing.boxes.front();
  std::string text;
  for (std::size_t j = 0; j < e.axes.size(); ++j) {
    if (!found.box.restricted(j) || found.quasi_p[j] > kLikelyChance) continue;
    const Axis& axis = e.axes[j];
    const auto word = [&](double value) {
      return axis.words.empty() ? significant(value, 3) : axis.word(value);
    };
    const bool from = found.box.from[j] != 0, to = found.box.to[j] != 0;
    text += (text.empty() ? "" : " and ") + axis.factor.name + " is ";
    if (from && to)
      text += "from " + word(found.box.low[j]) + " to " + word(found.box.high[j]);
    else
      text += from ? "at least " + word(found.box.low[j]) : "at most " + word(found.box.high[j]);
  }
  if (text.empty()) return "";
  return "; where " + text + " it fails in " + percent(found.box.density) + " %";
}

}  // namespace

std::span<const card::TableSpec> claim_tables() { return kTables; }

std::span<const card::View> claim_views() {
  static constexpr card::View kViews[] = {
      {.table = "claims"},
      {.table = "readings"},
      {.table = "conditions"},
      {.table = "boxes"},
      {.mark = card::Mark::counted, .table = "drivers"},
      {.mark = card::Mark::counted, .table = "factors"},
  };
  return kViews;
}

void add_claim(card::Record& record, const Exploration& e, const Judged& judged) {
  const studies::ClaimFile& claim = *e.study.claim;
  const std::string& name = e.study.name;
  auto& tables = record.tables;
  tables[0].row({name, claim.says, judged.holds.value, judged.holds.low, judged.holds.high,
                 claim_finding(e, judged), static_cast<std::int64_t>(judged.futures),
                 judged.plain});
  tables[1].row({name, claim.reads, claim.calibrated.empty() ? Value() : Value(claim.calibrated)});
  for (std::size_t c = 0; c < claim.conditions.size(); ++c) {
    const JudgedCondition& one = judged.conditions[c];
    tables[2].row({name, claim.conditions[c].name, studies::words_of(claim.conditions[c]),
                   one.holds.value, one.holds.low, one.holds.high, one.left.mean, one.left.p05,
                   one.left.p95, one.right.mean, one.right.p05, one.right.p95, one.plain_left,
                   one.plain_right});
    for (std::size_t j = 0; j < one.rank.size(); ++j)
      tables[4].row({name, claim.conditions[c].name, e.axes[j].id(), one.rank[j]});
  }
  const double base = 1 - judged.holds.value;
  for (std::size_t b = 0; b < judged.failing.boxes.size(); ++b) {
    const solve::PrimSearch& found = judged.failing.boxes[b];
    for (std::size_t j = 0; j < e.axes.size(); ++j) {
      if (!found.box.restricted(j)) continue;
      const Axis& axis = e.axes[j];
      tables[3].row({name, static_cast<std::int64_t>(b + 1), axis.id(),
                     found.box.from[j] != 0 ? axis.cell(found.box.low[j]) : Value(),
                     found.box.to[j] != 0 ? axis.cell(found.box.high[j]) : Value(),
                     found.quasi_p[j], judged.failing.coverage[b], found.box.density,
                     found.box.mass, base});
    }
  }
  for (const Axis& axis : e.axes)
    tables[5].row({name, axis.id(), axis.factor.name, axis.sets(), axis.cell(axis.low),
                   axis.cell(axis.high), axis.cell(axis.plain), axis.unit});
}

std::string claim_finding(const Exploration& e, const Judged& judged) {
  const std::string count = std::to_string(judged.futures);
  std::string text;
  if (judged.holds.value >= 1)
    text = "Holds in all " + count + " futures";
  else if (judged.holds.value <= 0)
    text = "Holds in none of " + count + " futures";
  else
    text = "Holds in " + percent(judged.holds.value) + " % of " + count + " futures";
  text += " (" + percent(judged.holds.low) + " to " + percent(judged.holds.high) + ")";
  const bool mostly = judged.holds.value >= 0.5;
  if (judged.plain != mostly)
    text += judged.plain ? ", though it does at the plain values" : ", not at the plain values";
  const auto& conditions = e.study.claim->conditions;
  if (conditions.size() > 1 && judged.holds.value < 1) {
    std::size_t least = 0;
    for (std::size_t c = 1; c < conditions.size(); ++c)
      if (judged.conditions[c].holds.value < judged.conditions[least].holds.value) least = c;
    text += "; what is met least often is that " + conditions[least].name + " (" +
            percent(judged.conditions[least].holds.value) + " %)";
  }
  return text + box_words(e, judged) + ".";
}

}  // namespace entente::inquiry
