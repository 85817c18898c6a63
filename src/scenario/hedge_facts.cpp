#include "scenario/hedge_facts.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/name.h"
#include "scenario/fact_rows.h"

namespace entente::scenario {
namespace {

using world::HedgeOption;
using world::Uncertain;
using world::World;

constexpr std::string_view kGates[] = {"budget",          "concession", "conscription", "nuclear",
                                       "nuclear_hosting", "pact",       "send_troops",  "tax"};
constexpr std::string_view kRegimes[] = {"democracy", "other"};
constexpr std::string_view kStatus[] = {"published", "derived", "assumption"};
constexpr std::string_view kConfidence[] = {"A", "B", "C"};

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// The table as it is read: rows by state, and which class a state stands in.
class Options {
 public:
  Options(const text::Csv& table, World& world, Faults& faults)
      : table_(table), world_(world), faults_(faults), states_(known_states(world)) {}

  void read() {
    for (const auto& cells : table_.rows) {
      FactRow row(table_, cells, faults_);
      one(row);
    }
    // Whether a row is there can only be said once all are read.
    for (const auto& cells : table_.rows) {
      FactRow row(table_, cells, faults_);
      check_ladder(row);
    }
  }

 private:
  void one(FactRow& row) {
    HedgeOption option;
    const std::string& state = row.required("state");
    option.members = members(row);
    const bool is_class = is_slug(state) || !option.members.empty();
    if (!state.empty())
      option.state =
          is_class ? world_.symbols.intern(row.slug("state")) : states_.required("state", row);
    if (is_class) check_class(row, state, option.members);
    option.option = world_.symbols.intern(row.choice("option", world::kHedgeOptions));
    row.read_source();
    option.source = world_.symbols.intern(row.source());
    option.note = row.text("note");
    option.cost = row.uncertain({"cost", "cost_low", "cost_high"}, kNoLimit);
    option.months = row.uncertain({"months", "months_low", "months_high"}, kNoLimit);
    if (row.text("months") == "0")
      row.fault(Code::bad_value, "months", "a programme takes some time: `months` is 0",
                "write at least 1; only `months_low` may be 0");
    option.effect_on = world_.symbols.intern(row.choice("effect_on", world::kHedgeEffects));
    option.effect = effect(row);
    option.gate = world_.symbols.intern(row.choice("gate", kGates));
    option.gate_needed = row.number_within("gate_needed", 0, 1);
    option.democracy = row.choice("regime", kRegimes) == "democracy";
    option.opinion = opinion(row);
    option.opinion_source = world_.symbols.intern(row.required("opinion_source"));
    option.sanction = row.uncertain({"sanction", "sanction_low", "sanction_high"}, kNoLimit);
    option.abandonment = row.uncertain({"abandonment", "abandonment_low", "abandonment_high"}, 1);
    if (!row.text("builds_on").empty())
      option.builds_on = world_.symbols.intern(row.choice("builds_on", world::kHedgeOptions));
    option.available = row.yes("available");
    if (!option.available && option.note.empty())
      row.fault(Code::missing_key, "note", "an option that is not available needs a `note`",
                "say why it is no option for this state");
    row.once({"state", "option"}, seen_, "hedging options");
    builds_on_[row.text("state")].emplace(row.text("option"), row.text("builds_on"));
    if (option.state) world_.hedge_options.push_back(std::move(option));
  }

  /// A number in [least, most] with its range.
  Uncertain ranged(FactRow& row, const RangeColumns& columns, double least, double most) {
    const std::size_t before = faults_.size();
    Uncertain read;
    read.value = row.number_within(columns.value, least, most);
    read.low = row.number_within(columns.low, least, most);
    read.high = row.number_within(columns.high, least, most);
    if (faults_.size() != before) return read;
    if (read.low > read.high)
      row.fault(Code::bad_value, columns.low,
                quoted(columns.low) + " lies above " + quoted(columns.high));
    else if (read.value < read.low || read.value > read.high)
      row.fault(Code::unsourced_range, columns.low,
                quoted(columns.value) + " lies outside its own range");
    return read;
  }

  /// A change may be below 0.
  Uncertain effect(FactRow& row) {
    Uncertain read = ranged(row, {"effect", "effect_low", "effect_high"}, -1, 10);
    read.assumption = row.text("status") == "assumption";
    read.confidence = row.all_of_source().confidence;
    return read;
  }

  /// With a status and a confidence of its own.
  Uncertain opinion(FactRow& row) {
    Uncertain read = ranged(row, {"opinion", "opinion_low", "opinion_high"}, 0, 1);
    read.assumption = row.choice("opinion_status", kStatus) == "assumption";
    const std::string& confidence = row.choice("opinion_confidence", kConfidence);
    read.confidence = confidence.empty() ? 'C' : confidence.front();
    return read;
  }

  std::vector<Symbol> members(FactRow& row) {
    std::vector<Symbol> found;
    for (const std::string& name : row.list("members"))
      found.push_back(states_.named(name, "members", row));
    return found;
  }

  void check_class(FactRow& row, const std::string& name, const std::vector<Symbol>& members) {
    if (members.empty()) {
      row.fault(Code::missing_key, "members", "the class " + quoted(name) + " has no members",
                "name its states with semicolons in every row of it");
      return;
    }
    const auto [known, fresh] = classes_.try_emplace(name, members);
    if (!fresh && known->second != members)
      row.fault(Code::bad_value, "members",
                "the class " + quoted(name) + " has other members in another row",
                "write the same states in every row of it");
    if (!fresh) return;
    for (const Symbol state : members) {
      const auto [other, first] = class_of_.try_emplace(state, name);
      if (!first)
        row.fault(Code::duplicate, "members",
                  world_.symbols.name(state) + " stands in the classes " + quoted(other->second) +
                      " and " + quoted(name),
                  "a state stands in one class");
    }
  }

  /// What a row builds on is there, and no circle is closed by it.
  void check_ladder(FactRow& row) {
    const std::string &state = row.text("state"), &first = row.text("option");
    const std::string& below = row.text("builds_on");
    if (below.empty()) return;
    const auto& ladder = builds_on_[state];
    if (!ladder.contains(below))
      row.fault(Code::unknown_name, "builds_on",
                state + " has no row " + quoted(below) + ", on which " + quoted(first) + " builds",
                "add the row or leave the cell empty");
    std::string words = first;
    std::vector<std::string> on_the_way = {first};
    for (std::string next = below; !next.empty();) {
      words += " on " + next;
      if (next == first) break;
      if (std::ranges::find(on_the_way, next) != on_the_way.end()) return;  // Of another row.
      on_the_way.push_back(next);
      const auto found = ladder.find(next);
      if (found == ladder.end()) return;
      next = found->second;
      if (next.empty()) return;
    }
    // Once a circle: at the row whose option comes first by name.
    if (std::ranges::any_of(on_the_way, [&](const std::string& one) { return one < first; }))
      return;
    row.fault(Code::bad_value, "builds_on",
              "options of " + state + " build on one another in a circle: " + words,
              "leave one of these cells empty");
  }

  const text::Csv& table_;
  World& world_;
  Faults& faults_;
  KnownNames states_;
  Seen seen_;
  std::map<std::string, std::vector<Symbol>> classes_;
  std::map<Symbol, std::string> class_of_;
  std::map<std::string, std::map<std::string, std::string>> builds_on_;  ///< By state.
};

}  // namespace

bool read_hedge_options(std::string_view bytes, std::string_view file, World& world,
                        Faults& faults) {
  static constexpr std::string_view kColumns[] = {"state",
                                                  "option",
                                                  "cost",
                                                  "cost_low",
                                                  "cost_high",
                                                  "months",
                                                  "months_low",
                                                  "months_high",
                                                  "effect_on",
                                                  "effect",
                                                  "effect_low",
                                                  "effect_high",
                                                  "gate",
                                                  "gate_needed",
                                                  "regime",
                                                  "opinion",
                                                  "opinion_low",
                                                  "opinion_high",
                                                  "opinion_status",
                                                  "opinion_source",
                                                  "opinion_confidence",
                                                  "sanction",
                                                  "sanction_low",
                                                  "sanction_high",
                                                  "abandonment",
                                                  "abandonment_low",
                                                  "abandonment_high",
                                                  "builds_on",
                                                  "available",
                                                  "members",
                                                  "status",
                                                  "source",
                                                  "confidence",
                                                  "note"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Options(*table, world, faults).read();
  return true;
}

}  // namespace entente::scenario
