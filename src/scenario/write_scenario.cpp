/// Scenario files written back.
#include <algorithm>

#include "scenario/levers/kind.h"
#include "scenario/scenario_fields.h"
#include "scenario/scenario_file.h"
#include "scenario/toml_text.h"

namespace entente::scenario {
namespace {

constexpr std::size_t kWidest = 100;  // Columns of a line, where a list may be broken.

std::string list_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + quoted_text(name);
  return "[" + out + "]";
}

/// A list on one line where it fits and `broken` is not asked, else one item a line.
std::string list_of_items(std::string_view key, const std::vector<std::string>& items,
                          bool broken) {
  std::string line, lines;
  for (const std::string& item : items) {
    line += (line.empty() ? "" : ", ") + item;
    lines += "  " + item + ",\n";
  }
  const bool fits = key.size() + 5 + line.size() <= kWidest;
  return items.empty() || (fits && !broken) ? "[" + line + "]" : "[\n" + lines + "]";
}

/// The entries of a table in the order of its keys; further ones after them.
text::Node ordered(const text::Node& table, std::span<const ScenarioKey> keys) {
  text::Node sorted = table;
  // A key of a range stands behind its value: `money`, `money_low`, `money_high`.
  const auto rank = [&](const text::Entry& entry) {
    std::size_t place = 0;
    for (const ScenarioKey& key : keys) {
      const std::string name(key.field.name);
      if (entry.key == name) return place;
      if (key.shape == Shape::ranged && entry.key == name + "_low") return place + 1;
      if (key.shape == Shape::ranged && entry.key == name + "_high") return place + 2;
      place += 3;
    }
    return place;
  };
  std::ranges::stable_sort(sorted.entries, {}, rank);
  return sorted;
}

class Writer {
 public:
  std::string write(const ScenarioFile& file) {
    header(file);
    for (const ScenarioContingency& one : file.contingencies) contingency(one.table);
    for (const ScenarioState& one : file.states) state(one);
    for (const ScenarioPool& one : file.pools) pool(one);
    for (const ScenarioReadiness& one : file.readiness) readiness(one);
    for (const ScenarioDeploy& one : file.deployments) deployment(one);
    for (const ScenarioMunitionStock& one : file.munition_stocks) munition_stock(one);
    for (const ScenarioMunitionUse& one : file.munition_uses) munition_use(one);
    pairs("element_weights", file.element_weights, number_text);
    for (const ScenarioCommitment& one : file.commitments) commitment(one);
    agreements(file);
    pairs("readings", file.readings, quoted_text);
    for (const ScenarioTurn& one : file.turns) turn(one);
    for (const text::Node& one : file.levers) lever(one);
    pairs("uncertainty", file.uncertainty, [](const std::pair<double, double>& range) {
      return "[" + number_text(range.first) + ", " + number_text(range.second) + "]";
    });
    pairs("models", file.models, quoted_text);
    return std::move(out_);
  }

 private:
  void begin(std::string_view name) {
    const Form form = scenario_section(name).form;
    if (!out_.empty()) out_ += "\n";
    out_ += std::string(opening(form)) + std::string(name) + std::string(closing(form)) + "\n";
  }

  void line(std::string_view key, const std::string& value) {
    out_ += key_text(key) + " = " + value + "\n";
  }
  void text(std::string_view key, const std::string& value) {
    if (!value.empty()) line(key, quoted_text(value));
  }
  void number(std::string_view key, std::optional<double> value) {
    if (value) line(key, number_text(*value));
  }
  /// A number, with its range where it is an assumption.
  void ranged(const std::string& key, const std::optional<world::Uncertain>& value) {
    if (!value) return;
    number(key, value->value);
    if (!value->assumption) return;
    number(key + "_low", value->low);
    number(key + "_high", value->high);
  }
  void truth(std::string_view key, std::optional<bool> value) {
    if (value) line(key, *value ? "true" : "false");
  }

  /// A section of free keys; nothing where there are none.
  template <class Values, class Show>
  void pairs(std::string_view section, const Values& values, Show show) {
    if (values.empty()) return;
    begin(section);
    for (const auto& [key, value] : values) line(key, show(value));
  }

  void header(const ScenarioFile& file) {
    begin("scenario");
    text("name", file.name);
    text("base", file.base);
    if (file.empty) truth("empty", true);
    if (file.date) line("date", to_text(*file.date));
    number("horizon", file.horizon);
    number("after_months", file.after_months);
    if (file.sets.empty()) return;
    std::vector<std::string> sets;
    for (const auto& set : file.sets) sets.push_back(list_of(set));
    line("sets", list_of_items("sets", sets, false));
  }

  void contingency(const text::Node& table) {
    begin("contingency");
    const ScenarioSection& section = scenario_section("contingency");
    for (const text::Entry& entry : ordered(table, section.keys).entries) {
      const auto key = std::ranges::find(section.keys, entry.key,
                                         [](const ScenarioKey& one) { return one.field.name; });
      if (key == section.keys.end() || key->shape != Shape::rows)
        line(entry.key, value_text(entry.value));
      else
        line(entry.key, rows(entry.key, entry.value, scenario_section(key->field.of)));
    }
  }

  static std::string rows(std::string_view key, const text::Node& list,
                          const ScenarioSection& section) {
    std::vector<std::string> items;
    if (list.kind == text::Kind::table) items.push_back(value_text(ordered(list, section.keys)));
    for (const text::Node& row : list.items)
      items.push_back(value_text(ordered(row, section.keys)));
    return list_of_items(key, items, true);
  }

  void state(const ScenarioState& state) {
    begin("state");
    text("id", state.id);
    if (state.forces.empty()) return;
    std::string forces;
    for (const auto& [element, units] : state.forces)
      forces += (forces.empty() ? "{ " : ", ") + key_text(element) + " = " + number_text(units);
    line("forces", forces + " }");
  }

  void pool(const ScenarioPool& pool) {
    begin("pool");
    text("id", pool.id);
    text("owner", pool.owner);
    text("base", pool.base);
    text("element", pool.element);
    number("amount", pool.amount);
    number("amount_low", pool.amount_low);
    number("amount_high", pool.amount_high);
    number("ready", pool.ready);
    number("home_defence", pool.home_defence);
    number("home_defence_low", pool.home_defence_low);
    number("home_defence_high", pool.home_defence_high);
    truth("home", pool.home);
    text("moved_from", pool.moved_from);
  }

  void readiness(const ScenarioReadiness& row) {
    begin("readiness");
    text("element", row.element);
    number("day", row.day);
    number("share", row.share);
  }

  void deployment(const ScenarioDeploy& row) {
    begin("deploy");
    text("pool", row.pool);
    text("contingency", row.contingency);
    number("days", row.days);
    number("km", row.km);
  }

  void munition_stock(const ScenarioMunitionStock& one) {
    begin("munition_stock");
    text("holder", one.holder);
    text("munition", one.munition);
    ranged("stock", one.stock);
    ranged("production_month", one.production);
  }

  void munition_use(const ScenarioMunitionUse& one) {
    begin("munition_use");
    text("contingency", one.contingency);
    text("munition", one.munition);
    ranged("per_day", one.per_day);
    ranged("days", one.days);
    ranged("half_life", one.half_life);
  }

  void commitment(const ScenarioCommitment& one) {
    begin("commitment");
    text("promisor", one.promisor);
    text("beneficiary", one.beneficiary);
    if (one.duty) text("kind", std::string(word(*one.duty)));
    if (one.form) text("form", std::string(word(*one.form)));
    number("institution", one.institution);
    number("reliability", one.reliability);
  }

  void agreements(const ScenarioFile& file) {
    if (file.add.empty() && file.remove.empty()) return;
    begin("agreements");
    if (!file.add.empty()) line("add", list_of(file.add));
    if (!file.remove.empty()) line("remove", list_of(file.remove));
  }

  /// A list that may be long; nothing where it is empty.
  void names(std::string_view key, const std::vector<std::string>& all) {
    if (all.empty()) return;
    std::vector<std::string> items;
    for (const std::string& one : all) items.push_back(quoted_text(one));
    line(key, list_of_items(key, items, false));
  }

  void turn(const ScenarioTurn& one) {
    begin("turn");
    number("year", one.year);
    text("promisor", one.promisor);
    ranged("doubt", one.doubt);
    names("leaves", one.leaves);
    names("returns", one.returns);
  }

  void lever(const text::Node& table) {
    begin("lever");
    std::vector<ScenarioKey> keys(lever_keys().begin(), lever_keys().end());
    const text::Node* card = table.find("card");
    if (const LeverKind* kind = card == nullptr ? nullptr : find_kind(card->text))
      keys.insert(keys.end(), kind->keys.begin(), kind->keys.end());
    for (const text::Entry& entry : ordered(table, keys).entries)
      if (entry.value.kind != text::Kind::null) line(entry.key, value_text(entry.value));
  }

  std::string out_;
};

}  // namespace

std::string to_toml(const ScenarioFile& file) { return Writer().write(file); }

}  // namespace entente::scenario
