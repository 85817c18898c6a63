#include "scenario/facts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/name.h"
#include "scenario/rows.h"

namespace entente::scenario {
namespace {

using world::World;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

/// The symbol of a word; the empty symbol for an empty cell.
Symbol intern(World& world, std::string_view word) {
  return word.empty() ? Symbol{} : world.symbols.intern(word);
}

/// Looks codes of states up and keeps the known names for hints.
class StateCheck {
 public:
  explicit StateCheck(World& world) : world_(world) {}

  /// The symbol of a code, reported at `column` where no state or actor has it.
  Symbol code(const std::string& text, std::string_view column, Row& row) {
    if (text.empty()) return {};
    const Symbol known = world_.symbols.find(text);
    if (!known || !world_.state(known)) {
      if (names_.empty()) names_ = world_.names_of("state");
      row.fault(Code::unknown_state, column, "there is no state or actor " + quoted(text),
                did_you_mean(text, names_));
    }
    return world_.symbols.intern(text);
  }

  Symbol code_or_none(std::string_view column, Row& row) {
    const std::string& text = row.required(column);
    return text == "none" ? world_.symbols.intern("none") : code(text, column, row);
  }

 private:
  World& world_;
  std::vector<std::string> names_;
};

/// Units of force are no fewer than none, and the share of them that stays is a share.
void check_force(Row& row, const world::Figure& figure, const std::vector<std::string>& elements) {
  static constexpr std::string_view kHomeDefence = "_home_defence";
  const bool share = figure.what.ends_with(kHomeDefence);
  const std::string_view element =
      std::string_view(figure.what)
          .substr(0, figure.what.size() - (share ? kHomeDefence.size() : 0));
  if (std::find(elements.begin(), elements.end(), element) == elements.end()) return;
  if (share && (figure.low < 0 || figure.high > 1))
    row.fault(Code::bad_value, figure.low < 0 ? "low" : "high",
              "the part of a force that stays is a share from 0 to 1");
  if (!share && figure.low < 0)
    row.fault(Code::bad_value, "low", "there cannot be fewer units than none");
}

}  // namespace

bool read_states(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"id", "name",       "kind",    "from",
                                                  "to", "successors", "aliases", "cow",
                                                  "gw", "note",       "source",  "confidence"};
  static constexpr std::string_view kKinds[] = {"iso3", "historical"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Seen seen;
  std::vector<std::string> codes;
  for (const auto& cells : table->rows)
    codes.push_back(cells[static_cast<std::size_t>(table->column("id"))].text);
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::State state;
    const std::string& id = row.required("id");
    const std::string& kind = row.choice("kind", kKinds);
    if (!id.empty() && kind == "iso3" && !is_iso3(id))
      row.fault(Code::bad_value, "id", quoted(id) + " is no ISO 3166 alpha-3 code");
    if (!id.empty() && kind == "historical" && !is_slug(id))
      row.fault(Code::bad_value, "id", quoted(id) + " is no name", "historical states have a slug");
    state.name = row.required("name");
    state.alive = row.spell();
    for (const std::string& heir : row.list("successors")) {
      if (std::find(codes.begin(), codes.end(), heir) == codes.end())
        row.fault(Code::unknown_state, "successors", "there is no state " + quoted(heir),
                  did_you_mean(heir, codes));
      state.successors.push_back(world.symbols.intern(heir));
    }
    state.aliases = row.list("aliases");
    state.cow = row.text("cow");
    state.gw = row.text("gw");
    state.sourced = row.sourced();
    if (!seen.add(id, "id", row, "states")) continue;
    state.id = world.symbols.intern(id);
    world.states.push_back(std::move(state));
  }
  return true;
}

bool read_actors(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"id",      "name", "from",   "to",
                                                  "aliases", "note", "source", "confidence"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  std::set<Symbol> states;
  for (const world::State& state : world.states) states.insert(state.id);
  Seen seen;
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::State actor;
    actor.is_actor = true;
    const std::string& id = row.slug("id");
    actor.name = row.required("name");
    actor.alive = row.spell();
    actor.aliases = row.list("aliases");
    actor.sourced = row.sourced();
    if (!seen.add(id, "id", row, "actors")) continue;
    actor.id = world.symbols.intern(id);
    if (states.contains(actor.id)) {
      row.fault(Code::duplicate, "id", "a state is called " + quoted(id) + " as well");
      continue;
    }
    world.states.push_back(std::move(actor));
  }
  return true;
}

bool read_places(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {
      "id",        "name",       "kind",   "lat",    "lon",       "administered_by",
      "sovereign", "claimed_by", "region", "sea",    "continent", "eu",
      "from",      "to",         "note",   "source", "confidence"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  StateCheck check(world);
  std::map<Symbol, std::vector<Spell>> spells;
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::Place place;
    place.id = intern(world, row.slug("id"));
    place.name = row.required("name");
    place.kind = intern(world, row.slug("kind"));
    place.lat = row.number_within("lat", -90, 90);
    place.lon = row.number_within("lon", -180, 180);
    place.administered_by = check.code_or_none("administered_by", row);
    place.sovereign = check.code_or_none("sovereign", row);
    for (const std::string& state : row.list("claimed_by"))
      place.claimed_by.push_back(check.code(state, "claimed_by", row));
    place.region = intern(world, row.word("region"));
    place.sea = intern(world, row.word("sea"));
    place.continent = intern(world, row.word("continent"));
    place.eu = intern(world, row.word("eu"));
    place.spell = row.spell();
    place.sourced = row.sourced();
    auto& others = spells[place.id];
    if (std::any_of(others.begin(), others.end(),
                    [&](const Spell& other) { return other.overlaps(place.spell); }))
      row.fault(Code::overlap, "from", "two spells of " + quoted(row.text("id")) + " overlap",
                "both ends of a spell are inclusive");
    others.push_back(place.spell);
    world.places.push_back(std::move(place));
  }
  return true;
}

bool read_means(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"id",   "name", "kind",   "severity",  "low",
                                                  "high", "note", "source", "confidence"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Seen seen;
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::Means means;
    const std::string& id = row.slug("id");
    means.name = row.required("name");
    means.kind = intern(world, row.slug("kind"));
    const std::size_t faults_before = faults.size();
    means.severity = row.number_within("severity", 0, 7);
    // Every severity is an assumption, so none goes without its range.
    for (const std::string_view end : {"low", "high"})
      if (row.text(end).empty())
        row.fault(Code::range_missing, end, "a severity needs the range it may lie in");
    if (faults.size() == faults_before) {
      means.low = row.number_within("low", 0, 7);
      means.high = row.number_within("high", 0, 7);
      if (faults.size() == faults_before) row.check_range(means.severity, means.low, means.high);
    }
    means.sourced = row.sourced();
    if (!seen.add(id, "id", row, "means")) continue;
    means.id = world.symbols.intern(id);
    world.means.push_back(std::move(means));
  }
  return true;
}

bool read_figures(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"state",  "what",   "where",      "value",
                                                  "low",    "high",   "unit",       "year",
                                                  "status", "source", "confidence", "note"};
  static constexpr std::string_view kStatus[] = {"published", "derived", "assumption"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  StateCheck check(world);
  const std::vector<std::string> elements = world.names_of("element");
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::Figure figure;
    figure.state = check.code(row.required("state"), "state", row);
    figure.what = row.slug("what");
    figure.where = row.word("where");
    figure.unit = row.required("unit");
    figure.status = row.choice("status", kStatus);
    const std::size_t faults_before = faults.size();
    if (!row.required("value").empty()) figure.value = row.number("value").value_or(0);
    const auto low = row.number("low"), high = row.number("high");
    figure.low = low.value_or(figure.value);
    figure.high = high.value_or(figure.value);
    if (faults.size() == faults_before) {
      if (figure.status == "assumption" && (!low || !high))
        row.fault(Code::range_missing, low ? "high" : "low",
                  "an assumption needs the range it may lie in");
      else
        row.check_range(figure.value, figure.low, figure.high);
    }
    if (faults.size() == faults_before) check_force(row, figure, elements);
    if (!row.required("year").empty()) {
      const double year = row.number("year").value_or(1);
      if (year != std::floor(year) || year < 1 || year > 9999)
        row.fault(Code::bad_value, "year", quoted(row.text("year")) + " is no year");
      else
        figure.year = static_cast<int>(year);
    }
    figure.sourced = row.sourced();
    world.figures.push_back(std::move(figure));
  }
  return true;
}

bool read_elements(std::string_view bytes, std::string_view file, World& world, Faults& faults) {
  static constexpr std::string_view kColumns[] = {"id",   "name",   "definition", "unit",
                                                  "core", "source", "confidence"};
  const auto table = open_table(bytes, file, kColumns, faults);
  if (!table) return false;
  Seen seen;
  for (const auto& cells : table->rows) {
    Row row(*table, cells, faults);
    world::Element element;
    const std::string& id = row.slug("id");
    element.name = row.required("name");
    element.definition = row.required("definition");
    element.unit = row.required("unit");
    element.core = row.yes("core");
    element.sourced = row.sourced();
    if (!seen.add(id, "id", row, "elements")) continue;
    element.id = world.symbols.intern(id);
    world.elements.push_back(std::move(element));
  }
  return true;
}

}  // namespace entente::scenario
