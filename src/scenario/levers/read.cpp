/// Levers as files write them.
#include <algorithm>

#include "base/name.h"
#include "scenario/levers/effects.h"
#include "scenario/levers/named.h"

namespace entente::scenario {
namespace {

/// Moves a value of another file to the place that named it, where a fault in it is shown.
void move_to(text::Node& node, int line, int column) {
  node.line = line;
  node.column = column;
  for (text::Node& item : node.items) move_to(item, line, column);
  for (text::Entry& entry : node.entries) {
    entry.line = line;
    entry.column = column;
    move_to(entry.value, line, column);
  }
}

/// The number whose range `key` gives, or `key` itself.
std::string_view root_of(std::string_view key) {
  for (const std::string_view end : {"_low", "_high"})
    if (key.ends_with(end)) return key.substr(0, key.size() - end.size());
  return key;
}

class LeversReader {
 public:
  LeversReader(std::string_view file, const Library& library)
      : file_(file), library_(library), names_(library) {}

  LeversRead read(std::span<const text::Node> tables) {
    LeversRead read;
    for (const text::Node& table : tables) {
      const std::size_t before = faults_.size();
      auto one = lever(table);
      if (!one) continue;
      if (faults_.size() != before) one->effects.clear();
      read.levers.push_back(std::move(*one));
    }
    read.faults = std::move(faults_);
    return read;
  }

 private:
  /// Nothing where there is no such card.
  std::optional<Lever> lever(const text::Node& table) {
    SectionReader reader("lever", table, file_, faults_);
    Lever lever;
    lever.card = reader.text("card");
    lever.where = reader.where("card");
    lever.cost = reader.uncertain("cost");
    lever.delay_months = reader.uncertain("delay_months");
    lever.excludes = reader.texts("excludes");
    names_.check(reader, "excludes", "lever", lever.excludes, faults_);
    if (lever.card.empty()) return std::nullopt;
    if (const LeverKind* kind = find_kind(lever.card)) {
      of_kind(*kind, table, lever);
    } else if (const auto named = find_named_lever(library_, lever.card)) {
      of_library(*named, table, reader.raw("excludes") != nullptr, lever);
    } else {
      unknown(lever);
      return std::nullopt;
    }
    return lever;
  }

  void of_kind(const LeverKind& kind, const text::Node& table, Lever& lever) {
    lever.name = kind.help;
    lever.source = kind.source;
    lever.effects.push_back(read_effect(kind, lever_keys(), table, file_, names_, faults_));
  }

  /// What stands beside the card replaces what its file says.
  void of_library(const NamedLever& named, const text::Node& table, bool excludes, Lever& lever) {
    lever.name = named.name;
    lever.actor = named.actor;
    lever.source = named.source;
    if (!lever.cost) lever.cost = named.cost;
    if (!lever.delay_months) lever.delay_months = named.delay_months;
    if (!excludes) lever.excludes = named.excludes;
    std::vector<ScenarioKey> all(lever_keys().begin(), lever_keys().end());
    for (const text::Node& effect : named.effects) {
      const text::Node* card = effect.find("card");
      const LeverKind* kind = card == nullptr ? nullptr : find_kind(card->text);
      if (kind == nullptr) continue;  // Its file was refused when the library was read.
      all.insert(all.end(), kind->keys.begin(), kind->keys.end());
      const text::Node merged = merge(effect, table, *kind, lever.where);
      lever.effects.push_back(read_effect(*kind, lever_keys(), merged, file_, names_, faults_));
    }
    std::vector<std::string> known;
    for (const ScenarioKey& key : all) known.emplace_back(key.field.name);
    for (const text::Entry& entry : table.entries)
      if (!takes(all, entry.key))
        faults_.push_back({Code::unknown_key,
                           {file_, entry.line, entry.column},
                           "the lever `" + lever.card + "` has no `" + entry.key + "`",
                           did_you_mean(entry.key, known)});
  }

  /// The effect as its file says it, at the place of the card, with the fields that stand beside
  /// the card instead of its own. A number replaces the range as well, and one of several keys that
  /// exclude each other replaces whichever was there.
  static text::Node merge(const text::Node& effect, const text::Node& table, const LeverKind& kind,
                          const Where& where) {
    text::Node merged = effect;
    move_to(merged, where.line, where.column);
    std::erase_if(merged.entries, [&](const text::Entry& own) {
      return std::ranges::any_of(table.entries, [&](const text::Entry& given) {
        return own.key == "card" || root_of(given.key) == root_of(own.key) ||
               (one_of(kind, given.key) && one_of(kind, own.key));
      });
    });
    for (const text::Entry& given : table.entries)
      if (takes(kind.keys, given.key)) merged.entries.push_back(given);
    return merged;
  }

  static bool one_of(const LeverKind& kind, std::string_view key) {
    return std::ranges::find(kind.one_of, root_of(key)) != kind.one_of.end();
  }

  void unknown(const Lever& lever) {
    std::string hint = did_you_mean(lever.card, cards(library_));
    if (!hint.empty()) hint += " ";
    faults_.push_back({Code::unknown_name, lever.where, "there is no lever `" + lever.card + "`",
                       hint + "`entente list levers` names them"});
  }

  const std::string file_;
  const Library& library_;
  NameCheck names_;
  Faults faults_;
};

}  // namespace

const Setting* Effect::find(std::string_view name) const {
  const auto found = std::ranges::find(settings, name, &Setting::name);
  return found == settings.end() ? nullptr : &*found;
}

LeversRead read_what_levers(std::span<const text::Node> tables, std::string_view file,
                            const Library& library) {
  return LeversReader(file, library).read(tables);
}

Result<std::vector<Lever>> read_levers(std::span<const text::Node> tables, std::string_view file,
                                       const Library& library) {
  LeversRead read = read_what_levers(tables, file, library);
  if (read.faults.empty()) return std::move(read.levers);
  sort_faults(read.faults);
  return std::move(read.faults);
}

}  // namespace entente::scenario
