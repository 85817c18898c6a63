#include "inquiry/diff/diff.h"

#include <algorithm>

#include "base/digits.h"
#include "base/name.h"
#include "inquiry/diff/record_holdings.h"
#include "inquiry/diff/scenario_holdings.h"
#include "inquiry/diff/side.h"

namespace entente::inquiry {
namespace {

using card::Value;

constexpr card::Field kFields[] = {
    {.name = "b",
     .type = card::Type::file,
     .help = "The second: a scenario where the first is one, else a record of the same analysis.",
     .required = true},
};

constexpr card::Column kDifferenceColumns[] = {
    {"kind", "", "What differs: pool, agreement, ...; of records the table."},
    {"name", "", "Which one: by the columns that `compared` names."},
    {"field", "", "What of it differs; of something that only one side has, what speaks for it."},
    {"only_in", "", "a or b, where only that side has it; empty where both have it."},
    {"a", "", "Its value in the first, in `unit`; empty for nothing."},
    {"b", "", "Its value in the second, in `unit`; empty for nothing."},
    {"change", "", "b less a, in `unit`; empty where they are no numbers of one unit."},
    {"unit", "", "The unit of a, b and change."},
    {"range_a", "", "What is not known of a: known, off by some per cent, or a range in `unit`."},
    {"range_b", "", "The same of b."},
};
constexpr card::Column kComparedColumns[] = {
    {"kind", "", "What was compared."},
    {"matched_by", "", "What had to agree for two to be the same one."},
    {"in_a", "count", "How many the first has."},
    {"in_b", "count", "How many the second has."},
    {"differences", "count", "Rows of `differences`."},
};
constexpr card::TableSpec kTables[] = {
    {"differences", "What differs, a field a row.", kDifferenceColumns},
    {"compared", "What was compared, and how it was matched.", kComparedColumns},
};
constexpr card::View kViews[] = {{.mark = card::Mark::table, .table = "differences", .most = 60}};

/// Six digits for a sentence.
std::string short_number(double number) { return significant(number, 6); }

std::string words_of(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* real = std::get_if<double>(&value)) return short_number(*real);
  return "";
}

/// "23 of pool and 16 of readiness", the first five kinds that differ.
std::string by_kind(const Comparison& comparison) {
  constexpr std::size_t kMost = 5;
  std::vector<std::string> parts;
  std::size_t more = 0;
  for (const KindCompared& kind : comparison.kinds) {
    if (kind.differences == 0) continue;
    if (parts.size() < kMost)
      parts.push_back(kind.name + " " + std::to_string(kind.differences));
    else
      more += kind.differences;
  }
  if (more > 0) parts.push_back("others " + std::to_string(more));
  return join(parts, ", ");
}

std::string finding(const Comparison& comparison, const std::string& a, const std::string& b) {
  const std::size_t count = comparison.differences.size();
  if (count == 0) return a + " and " + b + " do not differ.";
  std::string text = a + " and " + b + " differ in " + std::to_string(count) +
                     (count == 1 ? " point (" : " points (") + by_kind(comparison) + ")";
  if (const Difference* most = largest(comparison)) {
    const std::string unit = most->unit.empty() ? "" : " " + most->unit;
    text += "; the largest change of " + most->kind + " " + most->field + " is that of " +
            most->name + ", from " + words_of(most->a) + " to " + words_of(most->b) + unit;
  }
  return text + ".";
}

std::string only_in(HeldBy side) {
  return side == HeldBy::both ? "" : side == HeldBy::only_a ? "a" : "b";
}

void fill(card::Record& record, const Comparison& comparison) {
  card::Table& differences = record.table(kTables[0]);
  for (const Difference& one : comparison.differences)
    differences.row({one.kind, one.name, one.field, only_in(one.held_by), one.a, one.b, one.change,
                     one.unit, one.range_a, one.range_b});
  card::Table& compared = record.table(kTables[1]);
  for (const KindCompared& kind : comparison.kinds)
    if (kind.things_a + kind.things_b > 0)
      compared.row({kind.name, kind.told_by, static_cast<std::int64_t>(kind.things_a),
                    static_cast<std::int64_t>(kind.things_b),
                    static_cast<std::int64_t>(kind.differences)});
}

/// What stood on one side, as a parameter of the record.
card::Param param_of(const Side& side, const std::string& name) {
  card::Params group;
  const auto add = [&](std::string_view key, const Value& value) {
    group.push_back({std::string(key), {value}});
  };
  add(side.record ? "record" : "scenario", name);
  if (side.scenario) {
    add("hash", side.scenario->hash);
  } else {
    add("analysis", side.record->analysis);
    for (const auto& [key, value] : side.record->origin)
      if (key == "scenario" || key == "scenario_hash") add(key, value);
  }
  return {group};
}

/// Why the two cannot be compared, if they cannot.
Faults unlike(const Side& a, const Side& b, const std::string& name_a, const std::string& name_b) {
  if (a.record.has_value() != b.record.has_value()) {
    const std::string& record = a.record ? name_a : name_b;
    const std::string& scenario = a.record ? name_b : name_a;
    return {
        {Code::bad_argument,
         {"arguments", 0, 0},
         "`" + short_name(record) + "` is a record and `" + short_name(scenario) + "` a scenario",
         "compare two records, or two scenarios"}};
  }
  if (a.record && a.record->analysis != b.record->analysis)
    return {{Code::bad_value, b.record->analysis_where,
             "this is a record of `" + b.record->analysis + "`, and `" + short_name(name_a) +
                 "` is one of `" + a.record->analysis + "`",
             "compare records of one analysis"}};
  return {};
}

/// Where hashes differ and nothing else does, a reader has to know what was not looked at.
void add_notices(card::Record& record, const Comparison& comparison, const Side& a, const Side& b) {
  if (a.record || !comparison.differences.empty() || a.scenario->hash == b.scenario->hash) return;
  record.notices.emplace_back(
      "their hashes differ: they were written otherwise, or differ in sources and notes, which are "
      "not compared");
}

Result<card::Record> run(const scenario::Request& request) {
  const std::string& name_a = request.subject;
  const std::string name_b = card::argument(request.arguments, "b");
  const auto found = request.arguments.find("without");
  const auto without =
      found == request.arguments.end() ? std::vector<std::string>() : found->second;
  const auto a = read_side(name_a, request.library, without);
  const auto b = read_side(name_b, request.library, without);
  Faults faults;
  for (const auto* side : {&a, &b})
    if (!*side) faults.insert(faults.end(), side->error().begin(), side->error().end());
  if (faults.empty()) faults = unlike(*a, *b, name_a, name_b);
  if (!faults.empty()) {
    sort_faults(faults);  // Both sides may have the same one.
    return faults;
  }

  const auto held = a->record ? holdings_of(*a->record, *b->record)
                              : std::pair(holdings_of(*a->scenario), holdings_of(*b->scenario));
  const Comparison comparison = compare(held.first, held.second);
  card::Record record;
  record.finding = finding(comparison, short_name(name_a), short_name(name_b));
  record.params = {{"a", param_of(*a, short_name(name_a))},
                   {"b", param_of(*b, short_name(name_b))}};
  fill(record, comparison);
  add_notices(record, comparison, *a, *b);
  return record;
}

}  // namespace

extern const scenario::Analysis diff{
    .card = {.name = "diff",
             .question = "What differs between two scenarios, or two records?",
             .source = "this project",
             .subject = card::Subject::file,
             .subject_name = "a",
             .subject_help = "reference_2026 uncalibrated",
             .applies_scenarios = true,
             .fields = kFields,
             .tables = kTables,
             .views = kViews},
    .run = run,
};

}  // namespace entente::inquiry
