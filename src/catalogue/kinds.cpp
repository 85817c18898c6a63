#include "catalogue/kinds.h"

#include <algorithm>
#include <map>

#include "catalogue/catalogue.h"
#include "history/formats/format.h"
#include "scenario/crisis_file.h"
#include "scenario/landscape_file.h"
#include "scenario/levers/named.h"
#include "scenario/negotiation_file.h"
#include "scenario/toml_text.h"
#include "studies/study_file.h"

namespace entente::catalogue {
namespace {

using scenario::Library;

/// Sorts by name and keeps the last entry of each: the latest spell of a place or state.
std::vector<Entry> tidy(std::vector<Entry> entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.name < b.name; });
  std::vector<Entry> once;
  for (Entry& entry : entries) {
    if (!once.empty() && once.back().name == entry.name) once.pop_back();
    once.push_back(std::move(entry));
  }
  return once;
}

std::string days(const Spell& spell) {
  const std::string from = to_text(spell.from), to = to_text(spell.to);
  if (from.empty() && to.empty()) return "";
  if (to.empty()) return "from " + from;
  if (from.empty()) return "to " + to;
  return from + " to " + to;
}

std::vector<Entry> beings(const Library& library, bool actors) {
  std::vector<Entry> entries;
  for (const auto& state : library.world.states) {
    if (state.is_actor != actors) continue;
    entries.push_back({library.world.symbols.name(state.id), actors ? "actor" : "state", state.name,
                       days(state.alive)});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> states(const Library& library) { return beings(library, false); }
std::vector<Entry> actors(const Library& library) { return beings(library, true); }

std::vector<Entry> places(const Library& library) {
  std::vector<Entry> entries;
  const auto& symbols = library.world.symbols;
  for (const auto& place : library.world.places) {
    std::string note = symbols.name(place.kind);
    if (place.administered_by) note += ", administered by " + symbols.name(place.administered_by);
    entries.push_back({symbols.name(place.id), "place", place.name, note});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> means(const Library& library) {
  std::vector<Entry> entries;
  const auto& symbols = library.world.symbols;
  for (const auto& one : library.world.means) {
    entries.push_back({symbols.name(one.id), "means", one.name, symbols.name(one.kind)});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> groups(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& group : library.world.groups) {
    const std::string count = std::to_string(group.members.size());
    entries.push_back({library.world.symbols.name(group.id), "group", group.meaning,
                       group.complement ? "all but " + count : count + " memberships"});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> areas(const Library& library) {
  std::vector<Entry> entries;
  const auto& symbols = library.world.symbols;
  for (const auto& area : library.law.areas) {
    entries.push_back({symbols.name(area.id), "area", area.summary, "shared"});
  }
  for (const auto& agreement : library.law.agreements) {
    for (const auto& area : agreement.areas) {
      entries.push_back(
          {symbols.name(area.id), "area", area.summary, "of " + symbols.name(agreement.id)});
    }
  }
  for (const auto& polygon : library.world.polygons) {
    entries.push_back({symbols.name(polygon.id), "area",
                       "polygon of " + std::to_string(polygon.points.size()) + " points",
                       "polygon"});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> readings(const Library& library) {
  std::vector<Entry> entries;
  const auto& symbols = library.world.symbols;
  for (const auto& reading : library.law.readings) {
    entries.push_back({symbols.name(reading.id), "reading", reading.question,
                       "default " + symbols.name(reading.fallback)});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> agreements(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& agreement : library.law.agreements) {
    const Spell spell{agreement.in_force.value_or(agreement.signed_on),
                      agreement.ended.value_or(kAlwaysAfter)};
    entries.push_back(
        {library.world.symbols.name(agreement.id), "agreement", agreement.name,
         agreement.in_force ? days(spell) : "signed " + to_text(agreement.signed_on)});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> figures(const Library& library) {
  std::map<std::string, std::pair<std::string, int>> found;
  for (const auto& figure : library.world.figures) {
    auto& [unit, count] = found[figure.what];
    unit = figure.unit;
    ++count;
  }
  std::vector<Entry> entries;
  for (const auto& [what, about] : found) {
    entries.push_back({what, "figure", about.first, std::to_string(about.second) + " values"});
  }
  return entries;
}

std::vector<Entry> contingencies(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& one : library.world.contingencies) {
    entries.push_back({library.world.symbols.name(one.id), "contingency", one.name, one.event});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> elements(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& one : library.world.elements) {
    entries.push_back({library.world.symbols.name(one.id), "element", one.definition,
                       one.core ? "core, in " + one.unit : "in " + one.unit});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> munitions(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& one : library.world.munitions) {
    entries.push_back({library.world.symbols.name(one.id), "munition",
                       one.name + ": " + one.definition, "in " + one.unit});
  }
  return tidy(std::move(entries));
}

/// The first comment of a scenario says what it is.
std::vector<Entry> scenarios(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : library.scenarios) {
    const std::string first = bytes.substr(0, bytes.find('\n'));
    entries.push_back({name, "scenario", first.starts_with("# ") ? first.substr(2) : name,
                       name == library.scenario ? "in force" : ""});
  }
  return tidy(std::move(entries));
}

/// What a lever of the library costs and takes.
std::string terms(const scenario::NamedLever& lever) {
  return scenario::number_text(lever.cost.value) + " bn USD a year, in effect after " +
         scenario::number_text(lever.delay_months.value) + " months";
}

std::vector<Entry> levers(const Library& library) {
  std::vector<Entry> entries;
  for (const scenario::LeverKind* kind : scenario::lever_kinds())
    entries.push_back({std::string(kind->name), "lever", std::string(kind->help), "kind"});
  for (const auto& [name, bytes] : library.levers)
    if (const auto lever = scenario::find_named_lever(library, name))
      entries.push_back({name, "lever", lever->actor + ": " + lever->name, terms(*lever)});
  return tidy(std::move(entries));
}

/// The question of a study says what it is.
std::vector<Entry> studies(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : library.studies) {
    const auto document = text::parse_toml(bytes, name + ".toml");
    if (!document) continue;
    if (const auto study = studies::read_study(*document))
      entries.push_back(
          {name, "study", study->question, std::to_string(study->variants.size()) + " variants"});
  }
  return tidy(std::move(entries));
}

/// The argument, and how it is read.
std::vector<Entry> claims(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : library.claims) {
    const auto document = text::parse_toml(bytes, name + ".toml");
    if (!document) continue;
    if (const auto study = studies::read_study(*document); study && study->claim)
      entries.push_back({name, "claim", study->claim->says,
                         std::to_string(study->claim->conditions.size()) + " conditions"});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> landscapes(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : library.landscapes) {
    const auto document = text::parse_toml(bytes, name + ".toml");
    if (!document) continue;
    if (const auto read = scenario::read_landscape(*document))
      entries.push_back(
          {name, "landscape", read->title, std::to_string(read->sizes.names.size()) + " states"});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> crises(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : library.crises) {
    const auto document = text::parse_toml(bytes, name + ".toml");
    if (!document) continue;
    if (const auto read = scenario::read_crisis(*document))
      entries.push_back(
          {name, "crisis", read->title, std::to_string(read->players.size()) + " players"});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> negotiations(const Library& library) {
  std::vector<Entry> entries;
  for (const auto& [name, bytes] : library.negotiations) {
    const auto document = text::parse_toml(bytes, name + ".toml");
    if (!document) continue;
    if (const auto read = scenario::read_negotiation(*document))
      entries.push_back(
          {name, "negotiation", read->title, std::to_string(read->actors.size()) + " actors"});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> analyses(const Library&) {
  std::vector<Entry> entries;
  for (const Analysis* analysis : all()) {
    const card::Card& card = analysis->card;
    entries.push_back({std::string(card.name), "analysis", std::string(card.question),
                       std::string(card::subject_word(card.subject))});
  }
  return tidy(std::move(entries));
}

std::vector<Entry> published_formats(const Library&) {
  std::vector<Entry> entries;
  for (const history::Format* format : history::formats()) {
    std::string tables;
    for (const history::Layout& layout : format->layouts) {
      if (tables.ends_with(layout.table)) continue;  // Two layouts of one table.
      tables += (tables.empty() ? "" : ", ") + std::string(layout.table);
    }
    entries.push_back({std::string(format->name), "format", std::string(format->title), tables});
  }
  return tidy(std::move(entries));
}

constexpr Kind kKinds[] = {
    {"actors", "actor", "armed groups that are no states", actors},
    {"agreements", "agreement", "treaties and other promises", agreements},
    {"analyses", "analysis", "questions that can be asked", analyses},
    {"areas", "area", "areas that clauses name", areas},
    {"claims", "claim", "arguments that are tested, beside files of your own", claims},
    {"contingencies", "contingency", "events that may have to be answered", contingencies},
    {"crises", "crisis", "crises as games, beside files of your own", crises},
    {"elements", "element", "kinds of forces that are counted", elements},
    {"figures", "figure", "kinds of figures about states", figures},
    {"formats", "format", "published data sets that `import` reads", published_formats},
    {"groups", "group", "dated sets of states", groups},
    {"landscapes", "landscape", "cases of alignment, beside files of your own", landscapes},
    {"levers", "lever", "what governments can do, by kind and as ready measures", levers},
    {"means", "means", "means of attack, with their severity", means},
    {"munitions", "munition", "classes of munitions that are counted", munitions},
    {"negotiations", "negotiation", "decisions of alliances, beside files of your own",
     negotiations},
    {"places", "place", "places that can be attacked", places},
    {"readings", "reading", "disputed questions of law, as switches", readings},
    {"scenarios", "scenario", "worlds that can be asked, beside files of your own", scenarios},
    {"states", "state", "states, living and historical", states},
    {"studies", "study", "comparisons of variants, beside files of your own", studies},
};

}  // namespace

std::span<const Kind> kinds() { return kKinds; }

std::vector<std::string> every_name(const Library& library) {
  std::vector<std::string> names = library.world.names_of("state");
  for (const Kind& kind : kinds()) {
    for (Entry& entry : kind.entries(library)) names.push_back(std::move(entry.name));
  }
  names.emplace_back("scenario");
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace entente::catalogue
