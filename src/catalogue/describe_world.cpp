/// What the facts say of a name.
#include <algorithm>
#include <set>

#include "catalogue/describe.h"

namespace entente::catalogue {
namespace {

using card::Column;
using card::TableSpec;

constexpr Column kFigureColumns[] = {
    {"figure", "", "What is measured."},       {"where", "", "The base, for forces."},
    {"value", "", "The value, in its unit."},  {"low", "", "The least it may be."},
    {"high", "", "The most it may be."},       {"unit", "", "Its unit."},
    {"year", "year", "The one it describes."}, {"status", "", "Published, derived or assumption."},
    {"confidence", "", "A, B or C."},          {"source", "", "Where it comes from."},
};
constexpr TableSpec kFigures{"figures", "Figures about the state.", kFigureColumns};

constexpr Column kValueColumns[] = {
    {"state", "", "Whom it describes."},       {"where", "", "The base, for forces."},
    {"value", "", "The value, in its unit."},  {"unit", "", "Its unit."},
    {"year", "year", "The one it describes."}, {"status", "", "Published, derived or assumption."},
    {"confidence", "", "A, B or C."},          {"source", "", "Where it comes from."},
};
constexpr TableSpec kValues{"values", "The figure for every state.", kValueColumns};

constexpr Column kPartyColumns[] = {
    {"agreement", "", "The agreement."},
    {"name", "", "Its full name."},
    {"form", "", "Its legal form."},
    {"from", "", "First day as a party."},
    {"to", "", "Last day as a party; empty: open."},
    {"note", "", "Disputed, frozen, or a remark."},
};
constexpr TableSpec kParties{"agreements", "Agreements the state is or was party to.",
                             kPartyColumns};

constexpr Column kPlaceColumns[] = {
    {"place", "", "The place."}, {"name", "", "Its name."}, {"kind", "", "Its kind."}};
constexpr TableSpec kPlaces{"places", "Places administered on the day of the library.",
                            kPlaceColumns};

constexpr Column kSpellColumns[] = {
    {"from", "", "First day."},        {"to", "", "Last day; empty: open."},
    {"kind", "", "Its kind."},         {"administered_by", "", "Who controls it."},
    {"sovereign", "", "Whose it is."}, {"claimed_by", "", "Who claims it."},
    {"region", "", "Its region."},     {"sea", "", "The sea it lies in."},
    {"confidence", "", "A, B or C."},  {"source", "", "Where it comes from."},
    {"note", "", "A remark."},
};
constexpr TableSpec kSpells{"spells", "The place through time.", kSpellColumns};

constexpr Column kMemberColumns[] = {
    {"state", "", "The member."}, {"from", "", "First day."}, {"to", "", "Last day; empty: open."}};
constexpr TableSpec kMembers{"members", "Members of the group.", kMemberColumns};

constexpr Column kPointColumns[] = {{"lat", "degrees north", "Latitude."},
                                    {"lon", "degrees east", "Longitude."}};
constexpr TableSpec kPoints{"points", "Corners of the polygon.", kPointColumns};

void add_figures(Description& out, Symbol id) {
  const auto& figures = out.library.world.figures;
  if (std::none_of(figures.begin(), figures.end(), [&](const auto& f) { return f.state == id; })) {
    return;
  }
  card::Table& table = out.record.table(kFigures);
  for (const auto& figure : figures) {
    if (figure.state != id) continue;
    table.row({figure.what, figure.where, figure.value, figure.low, figure.high, figure.unit,
               static_cast<std::int64_t>(figure.year), figure.status,
               std::string(1, figure.sourced.confidence), figure.sourced.source});
  }
}

void add_agreements(Description& out, Symbol id) {
  card::Table& table = out.record.table(kParties);
  for (const auto& agreement : out.library.law.agreements) {
    for (const auto& party : agreement.parties) {
      if (party.state != id) continue;
      std::string note = party.note;
      if (party.frozen) note = note.empty() ? "frozen" : "frozen; " + note;
      if (party.disputed.reading) {
        note = "under " + out.text(party.disputed.reading) + "=" + out.text(party.disputed.value) +
               (note.empty() ? "" : "; " + note);
      }
      table.row({out.text(agreement.id), agreement.name, std::string(world::word(agreement.form)),
                 to_text(party.spell.from), to_text(party.spell.to), note});
    }
  }
}

void add_places(Description& out, Symbol id) {
  card::Table& table = out.record.table(kPlaces);
  for (const auto& place : out.library.world.places) {
    if (place.administered_by != id || !place.spell.holds(out.library.world.day)) continue;
    table.row({out.text(place.id), place.name, out.text(place.kind)});
  }
}

}  // namespace

void describe_state(Description& out) {
  const world::World& world = out.library.world;
  // The exact id first, so that a historical state is found after its end; then codes and aliases.
  Symbol id = world.symbols.find(out.name);
  const auto is_asked = [&](const world::State& s) { return s.id == id; };
  if (!id || std::none_of(world.states.begin(), world.states.end(), is_asked)) {
    id = world.resolve(out.name, world.day);
  }
  if (!id) return;
  bool first = true;
  for (const auto& state : world.states) {
    if (state.id != id) continue;
    const std::string kind = state.is_actor ? "actor" : "state";
    if (first) {
      out.found.push_back("the " + kind + " " + state.name + " (" + out.text(id) + ")");
      out.say(kind, "id", out.text(id));
      out.say(kind, "name", state.name);
    }
    first = false;
    out.say(kind, "from", to_text(state.alive.from));
    out.say(kind, "to", to_text(state.alive.to));
    out.say(kind, "successors", out.texts(state.successors));
    std::string aliases;
    for (const auto& alias : state.aliases) aliases += (aliases.empty() ? "" : ", ") + alias;
    out.say(kind, "aliases", aliases);
    out.say(kind, "cow", state.cow, "", "Correlates of War");
    out.say(kind, "gw", state.gw, "", "Gleditsch and Ward");
    out.say_source(kind, state.sourced);
  }
  if (first) return;
  add_agreements(out, id);
  add_places(out, id);
  add_pools(out, id);
  add_dependencies(out, id);
  add_stocks(out, id);
  add_hedge_options(out, id);
  add_figures(out, id);
}

void describe_place(Description& out) {
  const world::World& world = out.library.world;
  const Symbol id = world.symbols.find(out.name);
  if (!id) return;
  const auto spells = world.place(id);
  if (spells.empty()) return;
  const world::Place& last = spells.back();
  out.found.push_back("the place " + last.name);
  out.say("place", "name", last.name);
  std::set<std::string> names{last.name};
  for (const auto& place : spells) {
    if (names.insert(place.name).second) out.say("place", "also called", place.name);
  }
  auto& about = out.record.tables.front();
  about.row({std::string("place"), std::string("lat"), last.lat, std::string("degrees north"),
             last.sourced.source});
  about.row({std::string("place"), std::string("lon"), last.lon, std::string("degrees east"),
             last.sourced.source});
  out.say("place", "continent", out.text(last.continent));
  out.say("place", "eu", out.text(last.eu));
  card::Table& table = out.record.table(kSpells);
  for (const auto& place : spells) {
    table.row({to_text(place.spell.from), to_text(place.spell.to), out.text(place.kind),
               out.text(place.administered_by), out.text(place.sovereign),
               out.texts(place.claimed_by), out.text(place.region), out.text(place.sea),
               std::string(1, place.sourced.confidence), place.sourced.source, place.sourced.note});
  }
}

void describe_means(Description& out) {
  const Symbol id = out.library.world.symbols.find(out.name);
  const world::Means* means = id ? out.library.world.find_means(id) : nullptr;
  if (means == nullptr) return;
  out.found.push_back("the means of attack " + means->name);
  out.say("means", "name", means->name);
  out.say("means", "kind", out.text(means->kind));
  auto& about = out.record.tables.front();
  for (const auto& [key, value] :
       {std::pair("severity", means->severity), std::pair("severity at least", means->low),
        std::pair("severity at most", means->high)}) {
    about.row({std::string("means"), std::string(key), value, std::string("0 to 7"),
               means->sourced.source});
  }
  out.say_source("means", means->sourced);
}

void describe_group(Description& out) {
  const Symbol id = out.library.world.symbols.find(out.name);
  const world::Group* group = id ? out.library.world.group(id) : nullptr;
  if (group == nullptr) return;
  out.found.push_back("the group: " + group->meaning);
  out.say("group", "meaning", group->meaning);
  if (group->complement) out.say("group", "members", "every state that is not listed");
  out.say_source("group", group->sourced);
  card::Table& table = out.record.table(kMembers);
  for (const auto& member : group->members) {
    table.row({out.text(member.state), to_text(member.spell.from), to_text(member.spell.to)});
  }
  add_stocks(out, id);
}

void describe_figure(Description& out) {
  const auto& figures = out.library.world.figures;
  if (std::none_of(figures.begin(), figures.end(),
                   [&](const auto& f) { return f.what == out.name; })) {
    return;
  }
  out.found.emplace_back("a figure about states");
  card::Table& table = out.record.table(kValues);
  for (const auto& figure : figures) {
    if (figure.what != out.name) continue;
    table.row({out.text(figure.state), figure.where, figure.value, figure.unit,
               static_cast<std::int64_t>(figure.year), figure.status,
               std::string(1, figure.sourced.confidence), figure.sourced.source});
  }
  out.say("figure", "states", std::to_string(out.record.find("values")->rows.size()), "values");
}

void describe_area(Description& out) {
  static constexpr Column kColumns[] = {
      {"agreement", "", "Whose area it is; empty: shared."},
      {"from", "", "First day."},
      {"to", "", "Last day; empty: open."},
      {"summary", "", "What it covers."},
      {"source", "", "Where it comes from."},
  };
  static constexpr TableSpec kAreas{"areas", "The area through time.", kColumns};
  const Symbol id = out.library.world.symbols.find(out.name);
  if (!id) return;
  std::vector<std::vector<card::Value>> rows;
  const auto add = [&](const treaty::Area& area, const std::string& agreement) {
    if (area.id != id) return;
    rows.push_back(
        {agreement, to_text(area.spell.from), to_text(area.spell.to), area.summary, area.source});
  };
  for (const auto& area : out.library.law.areas) add(area, "");
  for (const auto& agreement : out.library.law.agreements) {
    for (const auto& area : agreement.areas) add(area, out.text(agreement.id));
  }
  if (!rows.empty()) {
    out.found.emplace_back("an area that clauses name");
    card::Table& table = out.record.table(kAreas);
    for (auto& row : rows) table.row(std::move(row));
  }
  if (const world::Polygon* polygon = out.library.world.polygon(id)) {
    out.found.push_back("a polygon of " + std::to_string(polygon->points.size()) + " points");
    out.say_source("polygon", polygon->sourced);
    card::Table& table = out.record.table(kPoints);
    for (const auto& [lat, lon] : polygon->points) table.row({lat, lon});
  }
}

}  // namespace entente::catalogue
